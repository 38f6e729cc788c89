import { residualBetas } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { NamedBetaEstimate } from "../regression/beta-estimates.ts";
import type { HedgeRatios } from "./hedge-ratios.ts";

/** How neutral the portfolio becomes to one benchmark. */
export interface Neutrality {
  readonly benchmark: string;
  /** Of the portfolio alone. */
  readonly beta: NamedBetaEstimate;
  readonly target: number;
  readonly hedgedBeta: number;
  /** hedgedBeta − target. */
  readonly residualBeta: number;
  /** What would be left without rounding, or right after a rebalance. */
  readonly exactResidualBeta: number;
}

/** What is left of each benchmark's beta under some ratios. */
export function neutralityOf(joint: JointReturns, ratios: HedgeRatios, held: readonly number[]): Neutrality[] {
  const { betas, instrumentBetas, targets, estimates } = ratios;
  const exact = held.every((ratio, j) => ratio === ratios.ratios[j]);
  const residual = exact ? ratios.residualBetas : residualBetas(betas, instrumentBetas, held, targets);
  return joint.benchmarkSymbols.map((benchmark, i) => ({
    benchmark,
    beta: estimates[i],
    target: targets[i],
    hedgedBeta: targets[i] + residual[i],
    residualBeta: residual[i],
    exactResidualBeta: ratios.residualBetas[i],
  }));
}

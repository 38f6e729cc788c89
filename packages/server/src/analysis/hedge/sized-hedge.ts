import {
  AnalysisError,
  effectiveness,
  exposure,
  formatDate,
  hedgedReturns,
  residualBetas,
  type SizedLeg,
  sizeLegs,
} from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { Warning } from "../joining/warnings.ts";
import type { NamedBetaEstimate } from "../regression/beta-estimates.ts";
import type { Inference } from "../regression/inference.ts";
import { type HedgeRatios, hedgeRatios, type RatioRequest } from "./hedge-ratios.ts";
import { type LegPrice, legPrices, type Sizing } from "./leg-prices.ts";

export interface SizeRequest extends RatioRequest, Sizing {}

/** One position of the hedge; what it holds is positive where it is sold short. */
export interface HedgeLeg extends SizedLeg, LegPrice {}

/** How neutral the portfolio becomes to one benchmark. */
export interface Neutrality {
  readonly benchmark: string;
  /** Of the portfolio alone. */
  readonly beta: NamedBetaEstimate;
  readonly target: number;
  readonly hedgedBeta: number;
  /** hedgedBeta − target. */
  readonly residualBeta: number;
}

/** A hedge that can be ordered. */
export interface SizedHedge {
  readonly request: SizeRequest;
  readonly legs: readonly HedgeLeg[];
  readonly neutrality: readonly Neutrality[];
  readonly grossExposure: number;
  readonly netExposure: number;
  readonly minimumNorm: boolean;
  /** Of these very positions, in the sample; null where the portfolio's returns do not vary. */
  readonly effectiveness: number | null;
  readonly warnings: readonly Warning[];
}

export function sizeHedge(joint: JointReturns, inference: Inference, request: SizeRequest): SizedHedge {
  refuseTarget(request.targetBeta);
  const { prices, warnings } = legPrices(joint, request);
  const ratios = hedgeRatios(joint, inference, request);
  const orders = prices.map((leg, j) => ({ ...leg, ratio: ratios.ratios[j] }));
  const sized = sizeLegs(request.value, orders, request.wholeShares);
  const legs = sized.map((leg, j) => ({ ...prices[j], ...leg }));
  const held = sized.map(({ ratio }) => ratio);
  const { gross, net } = exposure(request.value, sized);
  return {
    request,
    legs,
    neutrality: neutralityOf(joint, ratios, held),
    grossExposure: gross,
    netExposure: net,
    minimumNorm: ratios.minimumNorm,
    effectiveness: effectiveness(joint.portfolio, hedgedReturns(joint.portfolio, joint.instruments, held)),
    warnings: [...warnings, ...oldPrices(prices, joint), ...ratioWarnings(ratios, joint), ...nothingLeft(legs)],
  };
}

/** Anything beyond is a slip, and its hedge would be a bet. */
const MOST_TARGET = 10;

export function refuseTarget(targetBeta: number): void {
  if (Math.abs(targetBeta) <= MOST_TARGET) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `targetBeta must be a number from -${MOST_TARGET} to ${MOST_TARGET}, got ${targetBeta}`,
    { targetBeta: String(targetBeta) },
  );
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
  }));
}

export function* ratioWarnings({ weak, minimumNorm }: HedgeRatios, joint: JointReturns): Iterable<Warning> {
  if (weak.length > 0) {
    const message = `the betas of ${weak.join(", ")} cannot be told from 0: ratios that rest on them mean little`;
    yield { code: "WEAK_HEDGE", message };
  }
  if (minimumNorm) {
    const message = `${joint.instrumentSymbols.join(", ")} do not determine their ratios: these are the smallest of the many that hedge alike`;
    yield { code: "MINIMUM_NORM", message };
  }
}

function* nothingLeft(legs: readonly HedgeLeg[]): Iterable<Warning> {
  for (const { symbol, shares, exactShares, lotSize } of legs) {
    if (shares !== 0 || exactShares === 0) continue;
    const lots = lotSize === 1 ? "whole share" : `lot of ${lotSize}`;
    const message = `${Math.abs(exactShares).toPrecision(3)} shares of ${symbol} round to no ${lots}: that beta stays`;
    yield { code: "HEDGE_ROUNDS_TO_NOTHING", message };
  }
}

function* oldPrices(prices: readonly LegPrice[], { histories }: JointReturns): Iterable<Warning> {
  const latest = Math.max(...histories.map(({ prices: { dates } }) => dates[dates.length - 1]));
  const old = prices.filter(({ priceDate }) => priceDate < latest);
  if (old.length === 0) return;
  const listed = old.map(({ symbol, priceDate }) => `${symbol} of ${formatDate(priceDate)}`).join(", ");
  const message = `prices are of different dates: ${listed}, where others have ${formatDate(latest)}`;
  yield { code: "PRICES_OF_DIFFERENT_DATES", message };
}

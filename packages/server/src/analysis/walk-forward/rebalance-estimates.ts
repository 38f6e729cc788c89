import { AnalysisError, type RebalanceTarget } from "@hedgeql/core";
import { type HedgeRatios, hedgeRatios, isHedge, UndefinedEstimateError } from "../hedge/hedge-ratios.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { windowOf } from "../joining/window.ts";
import { type Inference, readInference } from "../regression/inference.ts";
import { RegressionAnalysis } from "../regression/regression-analysis.ts";
import type { Turns } from "../work-budget.ts";
import type { WalkRequest } from "./walk-request.ts";

/** What an estimator said at each rebalance. */
export interface RebalanceEstimates {
  readonly targets: readonly RebalanceTarget[];
  readonly skipped: readonly SkippedRebalance[];
  /** At how many rebalances a hedge instrument's own betas could not be told from 0, and which instruments those are. */
  readonly weak: { readonly rebalances: number; readonly symbols: readonly string[] };
  /** At how many the instruments did not determine their ratios. */
  readonly minimumNorm: number;
}

/** A rebalance at which the estimator had no answer. */
export interface SkippedRebalance {
  readonly at: number;
  readonly reason: string;
}

/**
 * Only VASICEK's beta depends on standard errors, and there they are classical: a covariance that some window leaves
 * undefined, or lags that are longer than it, must not stand in the way of a walk.
 */
const IN_WINDOWS: Inference = readInference(null);

type Estimate = Pick<HedgeRatios, "ratios" | "weak" | "minimumNorm">;

/**
 * The ratios for each index of the schedule, of the returns before it alone. Every few milliseconds others have a turn.
 *
 * @throws AnalysisError and UndefinedEstimateError where the first estimate fails: there is nothing to hold then.
 */
export async function estimateRebalances(
  joint: JointReturns,
  request: WalkRequest,
  schedule: readonly number[],
  turns: Turns,
): Promise<RebalanceEstimates> {
  const estimateBefore = estimatorOf(joint, request);
  const targets: RebalanceTarget[] = [];
  const skipped: SkippedRebalance[] = [];
  const weak = { rebalances: 0, symbols: new Set<string>() };
  let minimumNorm = 0;
  for (const at of schedule) {
    const estimate = estimateBefore(at);
    if (estimate instanceof Error) {
      if (targets.length === 0) throw estimate;
      skipped.push({ at, reason: estimate.message });
      targets.push({ at, ratios: null });
    } else {
      targets.push({ at, ratios: estimate.ratios });
      for (const symbol of estimate.weak) weak.symbols.add(symbol);
      weak.rebalances += estimate.weak.length > 0 ? 1 : 0;
      minimumNorm += estimate.minimumNorm ? 1 : 0;
    }
    await turns.next();
  }
  return { targets, skipped, weak: { ...weak, symbols: [...weak.symbols] }, minimumNorm };
}

/** Gives the ratios for the period at an index; or why there are none. */
function estimatorOf(joint: JointReturns, request: WalkRequest) {
  const slide = slidingLeastSquares(joint, request);
  return (at: number): Estimate | Error => {
    try {
      return slide?.(at) ?? hedgeRatios(windowOf(joint, at - request.lookback, at), IN_WINDOWS, request);
    } catch (error) {
      if (error instanceof UndefinedEstimateError) return error;
      // A benchmark or an instrument that does not move in this window, or not apart from others.
      if (error instanceof AnalysisError && error.code === "SINGULAR_BENCHMARKS") return error;
      throw error;
    }
  };
}

/**
 * All windows of least squares at once, some hundred times as fast as one by one. Undefined where other estimators or
 * instruments are asked for, and for a window that has no answer: there, the fit of that window says why.
 */
function slidingLeastSquares(
  joint: JointReturns,
  { estimator, lookback, targetBeta, minimumNorm }: WalkRequest,
): ((at: number) => Estimate | undefined) | undefined {
  if (estimator !== "OLS" || minimumNorm || joint.instruments !== joint.benchmarks) return undefined;
  if (lookback < joint.benchmarks.length + 2) return undefined;
  // Betas do not depend on how far the portfolio's returns may be off; and how far is known at the end only.
  const response = { returns: joint.portfolio, rounding: 0 };
  const { betas } = new RegressionAnalysis(joint, response, IN_WINDOWS).rolling(lookback);
  return (at) => {
    const ratios = betas.map((path, i) => path[at - lookback] - (i === 0 ? targetBeta : 0));
    return isHedge(ratios) ? { ratios, weak: [], minimumNorm: false } : undefined;
  };
}

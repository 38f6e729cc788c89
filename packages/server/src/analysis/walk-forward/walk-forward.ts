import {
  AnalysisError,
  type HedgeCosts,
  type Holding,
  PERIODS_PER_YEAR,
  periodCostRates,
  type RebalanceTarget,
  rebalanceSchedule,
  walkForward as simulate,
} from "@hedgeql/core";
import { hedgeRatios, type RatioRequest, UndefinedEstimateError } from "../hedge/hedge-ratios.ts";
import { refuseTarget } from "../hedge/sized-hedge.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { total } from "../joining/risk-free.ts";
import { windowOf } from "../joining/window.ts";
import type { Inference } from "../regression/inference.ts";
import { RegressionAnalysis, withDate } from "../regression/regression-analysis.ts";
import { WalkAnalysis } from "./walk-analysis.ts";
import { type WalkBudget, windowWork } from "./walk-work.ts";

export interface WalkRequest extends RatioRequest {
  /** How many returns each estimate is made of. */
  readonly lookback: number;
  /** How many periods lie between two looks at the ratio. */
  readonly rebalanceEvery: number;
  /** The index of the first hedged return, where it is to be later than the lookback allows. */
  readonly first?: number | undefined;
  readonly holding: Holding;
  readonly driftTrigger: number | null;
  readonly costs: HedgeCosts | null;
}

/** Under what terms of the request that asks for it a walk is made. */
export interface WalkTerms {
  readonly budget: WalkBudget;
  readonly signal: AbortSignal | undefined;
}

/** A rebalance at which the estimator had no answer. */
export interface SkippedRebalance {
  readonly at: number;
  readonly reason: string;
}

/**
 * Hedges as one would have, day by day: at each rebalance the ratios are estimated on the returns before it, and held
 * until the next. Every few milliseconds others have a turn.
 *
 * @throws AnalysisError for a schedule, costs or a target that break a rule, and where the first estimate fails.
 */
export async function walkForward(
  joint: JointReturns,
  inference: Inference,
  request: WalkRequest,
  { budget, signal }: WalkTerms,
): Promise<WalkAnalysis> {
  const { lookback, rebalanceEvery, first = lookback, holding, driftTrigger, costs } = request;
  refuse(joint, request);
  const schedule = rebalanceSchedule(joint.dates.length, { lookback, rebalanceEvery, first });
  budget.spend(joint, request, schedule.length);
  const ratiosBefore = estimatorOf(joint, inference, request);
  const work = windowWork(joint, request);
  const targets: RebalanceTarget[] = [];
  const skipped: SkippedRebalance[] = [];
  let sinceTurn = 0;
  for (const at of schedule) {
    const estimate = ratiosBefore(at);
    // Where the first estimate fails there is nothing to hold: that is an error, and not a skipped rebalance.
    if (estimate instanceof Error) {
      if (targets.length === 0) throw estimate;
      skipped.push({ at, reason: estimate.message });
    }
    targets.push({ at, ratios: estimate instanceof Error ? null : estimate });
    sinceTurn += work;
    if (sinceTurn < WORK_BETWEEN_TURNS) continue;
    sinceTurn = 0;
    await turn();
    signal?.throwIfAborted();
  }
  const { riskFree, interval } = joint;
  try {
    const result = simulate({
      portfolio: total(joint.portfolio, riskFree),
      instruments: joint.instruments.map((returns) => total(returns, riskFree)),
      targets,
      holding,
      driftTrigger,
      costs,
      periodsPerYear: PERIODS_PER_YEAR[interval],
      riskFree: riskFree?.rates ?? null,
    });
    return new WalkAnalysis(joint, inference, request, result, skipped);
  } catch (error) {
    throw withDate(error, joint.dates);
  }
}

/** In milliseconds of work, as `walk-work.ts` estimates it. */
const WORK_BETWEEN_TURNS = 5;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Gives the ratios for the period at an index, of the returns before it alone; or why there are none. */
function estimatorOf(joint: JointReturns, inference: Inference, request: WalkRequest) {
  const slide = slidingLeastSquares(joint, inference, request);
  return (at: number): readonly number[] | Error => {
    try {
      return slide?.(at) ?? hedgeRatios(windowOf(joint, at - request.lookback, at), inference, request).ratios;
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
  inference: Inference,
  { estimator, lookback, targetBeta, minimumNorm }: WalkRequest,
): ((at: number) => readonly number[] | undefined) | undefined {
  if (estimator !== "OLS" || minimumNorm || joint.instruments !== joint.benchmarks) return undefined;
  if (lookback < joint.benchmarks.length + 2) return undefined;
  const response = { returns: joint.portfolio, rounding: joint.portfolioRounding };
  const { betas } = new RegressionAnalysis(joint, response, inference).rolling(lookback);
  return (at) => {
    const ratios = betas.map((path, i) => path[at - lookback] - (i === 0 ? targetBeta : 0));
    return ratios.every(Number.isFinite) ? ratios : undefined;
  };
}

function refuse({ returnKind, interval }: JointReturns, { targetBeta, driftTrigger, costs }: WalkRequest): void {
  refuseTarget(targetBeta);
  if (costs !== null) periodCostRates(costs, PERIODS_PER_YEAR[interval]);
  if (driftTrigger !== null && !(driftTrigger >= 0)) {
    throw new AnalysisError("BAD_INPUT", `driftTrigger must be at least 0, got ${driftTrigger}`, {
      driftTrigger: String(driftTrigger),
    });
  }
  if (returnKind === "SIMPLE") return;
  const message =
    "a walk needs simple returns (returnKind: SIMPLE), got LOG: what positions earn adds up, and logs do not";
  throw new AnalysisError("BAD_INPUT", message, { returnKind });
}

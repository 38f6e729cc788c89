import { AnalysisError, annualizedReturn, PERIODS_PER_YEAR } from "@hedgeql/core";
import { UndefinedEstimateError } from "../hedge/hedge-ratios.ts";
import { total } from "../joining/risk-free.ts";
import { LIMITS, refuseMoreThan } from "../limits.ts";
import type { BetaEstimator } from "../regression/beta-estimates.ts";
import type { HedgeOutcome } from "./hedge-outcome.ts";
import type { BetaTest, WalkAnalysis } from "./walk-analysis.ts";
import type { WalkRequest } from "./walk-request.ts";

export type ScoreOrder = "REALIZED_BETA" | "HEDGED_VARIANCE" | "TURNOVER" | "NET_RETURN";

/** One walk for each estimator and lookback, alike in all else. */
export interface ScoreRequest extends Omit<WalkRequest, "estimator" | "lookback" | "first"> {
  readonly estimators: readonly BetaEstimator[];
  readonly lookbacks: readonly number[];
  readonly orderBy: ScoreOrder;
}

/** How one estimator with one lookback did. */
export interface EstimatorScore {
  readonly estimator: BetaEstimator;
  readonly lookback: number;
  readonly score: Score | null;
  /** Places among those that have an answer, 1 the best; null without one. */
  readonly ranks: Readonly<Record<ScoreOrder, number>> | null;
  /** Why there is no score; null where there is one. */
  readonly reason: string | null;
}

export interface Score {
  readonly walk: WalkAnalysis;
  readonly realized: HedgeOutcome;
  readonly betaTest: BetaTest;
  /** The largest distance of a realised beta from its target. */
  readonly miss: number;
  /** Net of costs, compounded, a year; null where everything was lost. */
  readonly netReturn: number | null;
}

/** What each order puts first: the smallest. */
const MEASURES: Readonly<Record<ScoreOrder, (score: Score) => number>> = {
  REALIZED_BETA: ({ miss }) => miss,
  HEDGED_VARIANCE: ({ realized }) => realized.annualizedVolatility,
  TURNOVER: ({ walk }) => walk.result.turnover,
  NET_RETURN: ({ netReturn }) => (netReturn === null ? Number.POSITIVE_INFINITY : -netReturn),
};

/**
 * The same walk by several estimators with several lookbacks. All begin on one date, the first that the longest lookback
 * allows: walks over different dates could not be compared. An estimator without an answer is a row with its reason.
 */
export async function compareEstimators(
  { estimators, lookbacks, orderBy, ...shared }: ScoreRequest,
  walkForward: (request: WalkRequest) => Promise<WalkAnalysis>,
): Promise<EstimatorScore[]> {
  const pairs = pairsOf(estimators, lookbacks);
  const first = Math.max(...lookbacks);
  const unranked: Omit<EstimatorScore, "ranks">[] = [];
  for (const { estimator, lookback } of pairs) {
    try {
      const walk = await walkForward({ ...shared, estimator, lookback, first });
      unranked.push({ estimator, lookback, score: scoreOf(walk), reason: null });
    } catch (error) {
      unranked.push({ estimator, lookback, score: null, reason: reasonOf(error) });
    }
  }
  return ranked(unranked).sort((a, b) => (a.ranks?.[orderBy] ?? pairs.length) - (b.ranks?.[orderBy] ?? pairs.length));
}

/** Why one walk has no answer where others may; anything else is thrown on, for it is wrong with all of them. */
function reasonOf(error: unknown): string {
  if (error instanceof UndefinedEstimateError) return String(error.details.reason);
  if (error instanceof AnalysisError && error.code === "SINGULAR_BENCHMARKS") return error.message;
  throw error;
}

function pairsOf(estimators: readonly BetaEstimator[], lookbacks: readonly number[]) {
  const once = { estimators: new Set(estimators), lookbacks: new Set(lookbacks) };
  for (const name of ["estimators", "lookbacks"] as const) {
    if (once[name].size === 0) throw new AnalysisError("BAD_INPUT", `${name} must not be empty`);
  }
  refuseMoreThan(LIMITS.comparedWalks, once.estimators.size * once.lookbacks.size, "walks in one comparison");
  return [...once.estimators].flatMap((estimator) => [...once.lookbacks].map((lookback) => ({ estimator, lookback })));
}

function scoreOf(walk: WalkAnalysis): Score {
  const { verification, request, joint } = walk;
  const misses = verification.betas.map((beta, i) => Math.abs(beta - (i === 0 ? request.targetBeta : 0)));
  const net = total(walk.result.netReturns, joint.riskFree);
  return {
    walk,
    realized: walk.realized,
    betaTest: walk.betaTest,
    miss: Math.max(...misses),
    netReturn: annualizedReturn(net, PERIODS_PER_YEAR[joint.interval], "SIMPLE"),
  };
}

function ranked(rows: readonly Omit<EstimatorScore, "ranks">[]): EstimatorScore[] {
  const scores = rows.flatMap(({ score }) => score ?? []);
  return rows.map((row) => {
    const { score } = row;
    if (score === null) return { ...row, ranks: null };
    const place = (order: ScoreOrder) =>
      1 + scores.filter((other) => MEASURES[order](other) < MEASURES[order](score)).length;
    const orders = Object.keys(MEASURES) as ScoreOrder[];
    return {
      ...row,
      ranks: Object.fromEntries(orders.map((order) => [order, place(order)])) as Record<ScoreOrder, number>,
    };
  });
}

import {
  annualVolatility,
  hedgedReturns,
  minimumNormBetas,
  PERIODS_PER_YEAR,
  variance,
  type WalkForward,
} from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import { windowOf } from "../joining/window.ts";
import type { WorkBudget } from "../work-budget.ts";
import type { WalkRequest } from "./walk-request.ts";

/** Without bounds where it is a promise. */
export interface OutcomeBeta {
  readonly benchmark: string;
  readonly beta: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What a hedge left: promised on the returns that it was fitted on, or found on those that came after. */
export interface HedgeOutcome {
  /** To each benchmark. */
  readonly betas: readonly OutcomeBeta[];
  readonly annualizedVolatility: number;
  readonly effectiveness: number | null;
}

interface Terms {
  /** How far each hedged return may be off. */
  readonly rounding: number;
  readonly budget: WorkBudget;
}

/**
 * What the fits of a walk promised: each ratio on the very returns that it was made of, averaged over the rebalances.
 * Without bounds, for the windows overlap.
 */
export async function promisedOutcome(
  whole: JointReturns,
  request: WalkRequest,
  { rebalances }: WalkForward,
  { rounding, budget }: Terms,
): Promise<HedgeOutcome> {
  const { benchmarkSymbols, interval } = whole;
  const fits = rebalances.flatMap(({ at, target }) => (target === null ? [] : [{ at, target }]));
  const turns = budget.turns(whole, { ...request, estimator: "OLS" }, fits.length);
  const sums = benchmarkSymbols.map(() => 0);
  let before = 0;
  let after = 0;
  for (const { at, target } of fits) {
    const window = windowOf(whole, at - request.lookback, at);
    const returns = hedgedReturns(window.portfolio, window.instruments, target);
    // Of smallest norm where the benchmarks leave a choice, as some hedges do; else those of least squares.
    const { betas } = minimumNormBetas(returns, window.benchmarks, {
      rounding: { response: rounding, regressors: window.benchmarkRounding },
    });
    betas.forEach((beta, i) => {
      sums[i] += beta;
    });
    before += variance(window.portfolio);
    after += variance(returns);
    await turns.next();
  }
  return {
    betas: benchmarkSymbols.map((benchmark, i) => ({
      benchmark,
      beta: sums[i] / fits.length,
      lower: null,
      upper: null,
    })),
    annualizedVolatility: annualVolatility(after / fits.length, PERIODS_PER_YEAR[interval]),
    effectiveness: before === 0 ? null : 1 - after / before,
  };
}

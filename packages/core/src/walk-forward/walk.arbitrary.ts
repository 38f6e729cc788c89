import fc from "fast-check";
import { dimson } from "../estimators/dimson.ts";
import { exponentiallyWeighted } from "../estimators/exponentially-weighted.ts";
import { generator, noise } from "../estimators/noise.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import type { HedgeCosts } from "./costs.ts";
import { rebalanceSchedule } from "./schedule.ts";
import type { WalkForwardInput } from "./walk.ts";

// What the property tests of walks draw from.

/** The betas of a portfolio on instruments. */
export type Estimator = (portfolio: Float64Array, instruments: readonly Float64Array[]) => number[];

const ESTIMATORS: readonly Estimator[] = [
  (y, columns) =>
    regress(y, columns)
      .coefficients.slice(1)
      .map(({ estimate }) => estimate),
  (y, columns) => exponentiallyWeighted(y, columns).map(({ value }) => value),
  // Its leads must stay inside the window, too.
  (y, columns) => dimson(y, columns).map(({ value }) => value),
];

export const costs: fc.Arbitrary<HedgeCosts> = fc.record({
  tradingBps: fc.integer({ min: 0, max: 500 }),
  borrowRate: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  cashRate: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
});

/** A walk whose targets are still to be estimated. */
export interface WalkPlan {
  /** The portfolio's returns, then those of 1 or 2 instruments. */
  readonly columns: readonly Float64Array[];
  readonly lookback: number;
  readonly every: number;
  readonly estimator: Estimator;
  /** Whether the estimator has no answer at every third rebalance. */
  readonly gaps: boolean;
  readonly rest: Pick<WalkForwardInput, "holding" | "driftTrigger" | "costs" | "periodsPerYear" | "riskFree">;
}

export const walkPlan: fc.Arbitrary<WalkPlan> = fc
  .tuple(fc.integer({ min: 20, max: 80 }), fc.integer({ min: 1, max: 2 }))
  .chain(([n, instruments]) =>
    fc.record({
      columns: noise(1 + instruments, n).map(withBetas),
      lookback: fc.integer({ min: 10, max: 16 }),
      every: fc.integer({ min: 1, max: 9 }),
      estimator: fc.constantFrom(...ESTIMATORS),
      gaps: fc.boolean(),
      rest: fc.record({
        holding: fc.constantFrom("SHARES" as const, "RATIO" as const),
        driftTrigger: fc.constantFrom(null, 0, 0.05, 0.3),
        costs: fc.option(costs),
        periodsPerYear: fc.constantFrom(252, 52, 12),
        riskFree: riskFreeRates(n),
      }),
    }),
  );

/** The input of a walk of which the window of each estimate ends `peek` returns after the rebalance: 0 is honest. */
export function planned({ columns, lookback, every, estimator, gaps, rest }: WalkPlan, peek = 0): WalkForwardInput {
  const [portfolio, ...instruments] = columns;
  const targets = rebalanceSchedule(portfolio.length, { lookback, rebalanceEvery: every }).map((at, k) => {
    const window = (column: Float64Array) => column.subarray(at - lookback + peek, at + peek);
    return { at, ratios: gaps && k % 3 === 2 ? null : estimator(window(portfolio), instruments.map(window)) };
  });
  return { portfolio, instruments, targets, ...rest };
}

/** The plan with other returns from index t on, some of them wild. */
export function changedFrom(plan: WalkPlan, t: number, seed: number): WalkPlan {
  const next = generator(seed);
  const wild = () => (next() < 0.2 ? next() * 4 - 0.95 : (next() - 0.5) / 5);
  return { ...plan, columns: plan.columns.map((column) => column.map((value, s) => (s < t ? value : wild()))) };
}

/** Rates a period that change from one to the next, or none. */
function riskFreeRates(length: number): fc.Arbitrary<Float64Array | null> {
  return fc.option(noise(1, length).map(([column]) => column.map((value) => 0.0002 + value / 100)));
}

/** The portfolio moves with its instruments, and on its own. */
function withBetas([own, ...instruments]: readonly Float64Array[]): Float64Array[] {
  const betas = [1.2, -0.4];
  const total = own.map((value, t) => instruments.reduce((sum, column, i) => sum + betas[i] * column[t], value));
  return [total, ...instruments];
}

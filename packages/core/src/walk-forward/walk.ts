import type { HedgeCosts } from "./costs.ts";

// What goes into a walk, and what comes out. Index t counts returns, and "before period t" is the close at which return
// t − 1 ends. A hedge ratio is positive where the instrument is sold short: its notional over the portfolio's value.

/**
 * What happens between rebalances. `SHARES`: the position is left alone, so that its ratio drifts with the prices.
 * `RATIO`: it is brought back to the ratio of the last trade before every period.
 */
export type Holding = "SHARES" | "RATIO";

/** What an estimator said before a period. */
export interface RebalanceTarget {
  /** The index of the first return under it. The ratios must be made of the returns before that one alone. */
  readonly at: number;
  /** One an instrument; null where the estimator had no answer: what is held is then kept. */
  readonly ratios: readonly number[] | null;
}

export interface WalkForwardInput {
  /** Simple total returns, decimals a period. */
  readonly portfolio: Float64Array;
  /** Of the hedge instruments, over the same periods. */
  readonly instruments: readonly Float64Array[];
  /** Ascending. The first must have ratios; the walk begins there. */
  readonly targets: readonly RebalanceTarget[];
  readonly holding: Holding;
  /**
   * How far the ratio of some instrument must be from its target for a rebalance to trade, at least 0; it trades all
   * instruments then. Null, the default: it always trades, as the first rebalance does in any case.
   */
  readonly driftTrigger?: number | null;
  /** Null: there are none, and the proceeds earn the risk-free rate. */
  readonly costs: HedgeCosts | null;
  readonly periodsPerYear: number;
  /** Simple rates a period. What comes out is then in excess of them. */
  readonly riskFree?: Float64Array | null;
}

/** `WITHIN_TRIGGER`: what was held was near enough to the target. `NO_ESTIMATE`: there was no target. */
export type RebalanceOutcome = "TRADED" | "WITHIN_TRIGGER" | "NO_ESTIMATE";

export interface Rebalance {
  /** The index of the first return after it. */
  readonly at: number;
  readonly outcome: RebalanceOutcome;
  /** The ratios that were held before it; 0 before the first. */
  readonly held: readonly number[];
  readonly target: readonly number[] | null;
  /** What was traded at this close, Σ|Δratio|: 0 unless the outcome is TRADED, or RATIO brings the old ratios back. */
  readonly turnover: number;
  /** Of that trade, in decimals of the portfolio's value. */
  readonly cost: number;
}

/** A hedge walked forward over the periods `first` to n − 1. Columns have a value for each of these. */
export interface WalkForward {
  readonly first: number;
  /** Hedged returns before costs, in excess of the risk-free rate if there was one. */
  readonly returns: Float64Array;
  /** The same after costs. */
  readonly netReturns: Float64Array;
  /** A column an instrument: the ratio in force during each period, after any trade before it. */
  readonly ratios: readonly Float64Array[];
  readonly rebalances: readonly Rebalance[];
  /**
   * Σ over all trades of Σ|Δratio|: the notional traded, each time as a multiple of the portfolio's value then. The
   * first trade is in it; there is none at the end.
   */
  readonly turnover: number;
  /** Costs are sums over the periods, in decimals of the portfolio's value at the beginning of each. */
  readonly tradingCost: number;
  readonly borrowCost: number;
  /** What the proceeds of the short sales earned beyond the risk-free rate; negative where they earned less. */
  readonly interest: number;
  /** tradingCost + borrowCost − interest, the sum of returns − netReturns. */
  readonly cost: number;
}

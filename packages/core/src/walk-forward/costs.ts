import { AnalysisError } from "../errors.ts";
import { periodRate } from "../series/annual-rates.ts";

/** What it costs to hedge. */
export interface HedgeCosts {
  /** Basis points (1/10,000) of the notional traded, one way: half the spread, commission, impact. From 0 to 10,000. */
  readonly tradingBps: number;
  /** What lenders take, a year, on the notional that is sold short. A decimal from 0 to 1. */
  readonly borrowRate: number;
  /**
   * What cash earns, a year: the proceeds of what is sold short; what is bought to hedge is financed at it. A decimal
   * above −1 and at most 1.
   */
  readonly cashRate: number;
}

/** The same by the period, as decimals. */
export interface PeriodCostRates {
  /** Of the notional traded. */
  readonly trading: number;
  /** Of the notional sold short. */
  readonly borrow: number;
  readonly cash: number;
}

/** What a period cost, in decimals of the portfolio's value at its beginning. */
export interface PeriodCost {
  readonly trading: number;
  readonly borrow: number;
  /** What the proceeds of the short sales earned beyond the risk-free rate. Negative where cash earned less than it. */
  readonly interest: number;
}

const BASIS_POINTS = 1e4;

/**
 * The costs by the period. Rates a year become simple ones a period as `periodRate` has them.
 *
 * @throws AnalysisError `BAD_INPUT` for a cost that is out of its bounds.
 */
export function periodCostRates(costs: HedgeCosts, periodsPerYear: number): PeriodCostRates {
  const { tradingBps, borrowRate, cashRate } = costs;
  const rules = {
    tradingBps: [tradingBps >= 0 && tradingBps <= BASIS_POINTS, `a number of basis points from 0 to ${BASIS_POINTS}`],
    borrowRate: [borrowRate >= 0 && borrowRate <= 1, "a decimal (0.05 is 5 % a year) from 0 to 1"],
    cashRate: [cashRate > -1 && cashRate <= 1, "a decimal (0.05 is 5 % a year) above -1 and at most 1"],
  } as const;
  for (const name of ["tradingBps", "borrowRate", "cashRate"] as const) {
    const [holds, rule] = rules[name];
    if (holds) continue;
    const value = String(costs[name]);
    throw new AnalysisError("BAD_INPUT", `${name} must be ${rule}, got ${value}`, { cost: name, value });
  }
  return {
    trading: tradingBps / BASIS_POINTS,
    borrow: periodRate(borrowRate, periodsPerYear, "SIMPLE"),
    cash: periodRate(cashRate, periodsPerYear, "SIMPLE"),
  };
}

/**
 * What a period under some hedge ratios costs: the trade before it, the fee on what is sold short, and interest on the
 * proceeds. Short sales cost and earn in proportion to their notional at the beginning of the period.
 *
 * @param traded Σ|Δratio| of the trade before the period
 * @param riskFree the rate of the period that the hedged return before costs takes the proceeds to earn
 */
export function costOfPeriod(
  rates: PeriodCostRates,
  traded: number,
  ratios: readonly number[],
  riskFree: number,
): PeriodCost {
  let [short, proceeds] = [0, 0];
  for (const ratio of ratios) {
    if (ratio > 0) short += ratio;
    proceeds += ratio;
  }
  return {
    trading: rates.trading * traded,
    borrow: rates.borrow * short,
    interest: proceeds * (rates.cash - riskFree),
  };
}

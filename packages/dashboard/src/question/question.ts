import type { BetaEstimator, CovarianceEstimator, Interval } from "@hedgeql/sdk";

/** One row of the holdings, as typed: an amount that is no number is kept, and said to be none. */
export interface HoldingRow {
  readonly symbol: string;
  readonly amount: string;
}

/** Own returns as the user gave them. */
export interface OwnReturnsText {
  readonly text: string;
  /** Whether the user has said that rows that cannot be read are to be left out. */
  readonly leaveOut: boolean;
}

/** Everything that the form holds: text where the user types, so that nothing typed is lost or changed. */
export interface Question {
  readonly portfolio: "symbol" | "holdings" | "returns";
  readonly symbol: string;
  readonly by: "weight" | "shares";
  readonly holdings: readonly HoldingRow[];
  readonly returns: OwnReturnsText;
  readonly benchmarks: readonly string[];
  readonly hedgeWith: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly interval: Interval;
  readonly estimator: BetaEstimator;
  /** Returns an estimate; empty: as `DEFAULT_WALK` has it for the interval. So are the other texts of the walk. */
  readonly lookback: string;
  readonly rebalanceEvery: string;
  readonly tradingBps: string;
  /** Per cent a year. */
  readonly borrowRate: string;
  /** What the portfolio is worth now. */
  readonly value: string;
  /** Per cent. */
  readonly confidence: string;
  readonly covariance: CovarianceEstimator;
  /** Per cent a year; empty: none. */
  readonly riskFree: string;
  /** Whether the estimators are to be compared, which takes longer than all else. */
  readonly compare: boolean;
}

/** What the page opens with: prices that come with the server. */
export const OPENING: Question = {
  portfolio: "symbol",
  symbol: "sample:AAPL",
  by: "weight",
  holdings: [
    { symbol: "sample:AAPL", amount: "100" },
    { symbol: "", amount: "" },
  ],
  returns: { text: "", leaveOut: false },
  benchmarks: ["sample:^GSPC"],
  hedgeWith: [],
  start: "",
  end: "",
  interval: "DAY",
  estimator: "OLS",
  lookback: "",
  rebalanceEvery: "",
  tradingBps: "2",
  borrowRate: "0.5",
  value: "1000000",
  confidence: "95",
  covariance: "CLASSICAL",
  riskFree: "",
  compare: false,
};

/** A year or two of returns, and a month between rebalances: few weeks and months would make an estimate of noise. */
export const DEFAULT_WALK: Record<Interval, { readonly lookback: number; readonly rebalanceEvery: number }> = {
  DAY: { lookback: 252, rebalanceEvery: 21 },
  WEEK: { lookback: 104, rebalanceEvery: 4 },
  MONTH: { lookback: 36, rebalanceEvery: 1 },
};

export const INTERVALS: Record<
  Interval,
  { readonly label: string; readonly period: string; readonly returns: string }
> = {
  DAY: { label: "Days", period: "day", returns: "daily" },
  WEEK: { label: "Weeks", period: "week", returns: "weekly" },
  MONTH: { label: "Months", period: "month", returns: "monthly" },
};

export const ESTIMATORS: Record<BetaEstimator, string> = {
  OLS: "Least squares",
  EWMA: "Exponentially weighted",
  KALMAN: "Kalman filter",
  BLUME: "Blume (adjusted beta)",
  VASICEK: "Vasicek",
  DIMSON: "Dimson (stale prices)",
  SCHOLES_WILLIAMS: "Scholes–Williams",
  HUBER: "Huber (robust)",
  THEIL_SEN: "Theil–Sen (robust)",
  UP: "Up periods only",
  DOWN: "Down periods only",
};

export const COVARIANCES: Record<CovarianceEstimator, string> = {
  CLASSICAL: "Classical",
  HC0: "HC0 (White)",
  HC1: "HC1",
  HC2: "HC2",
  HC3: "HC3 (cautious)",
  HAC: "HAC (Newey–West)",
};

import type { Methods } from "../src/index.ts";

type Questions = {
  readonly [Method in keyof Methods<never> as Capitalize<Method>]: Parameters<Methods<never>[Method]>[0];
};

/**
 * One period for all, so that a figure is the same in every answer that has it: long enough for walks and windows to
 * have some twenty entries, and short enough for the answers to stay small.
 */
const PERIOD = { start: "2018-01-02", end: "2018-05-11" } as const;
const HEDGE = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"], period: PERIOD } as const;
const WALK = { ...HEDGE, lookback: 42, rebalanceEvery: 21, costs: { tradingBps: 2, borrowRate: 0.005 } } as const;

/** What the recorded answers are answers to, by the name of the operation. */
export const QUESTIONS: Questions = {
  Asset: { symbol: "sample:AAPL" },
  // All that the sample has: what is known of one of them is taken from here, whatever is asked of it.
  Assets: {
    symbols: [
      "sample:AAPL",
      "sample:^GSPC",
      "sample:AAPL-MONTHLY",
      "sample:MSFT-MONTHLY",
      "sample:AMZN-MONTHLY",
      "sample:IBM-MONTHLY",
      "sample:GOOG-MONTHLY",
    ],
  },
  BetaEstimates: HEDGE,
  ChartImages: { ...HEDGE, window: 21 },
  Charts: { ...HEDGE, window: 21 },
  CompareEstimators: { ...HEDGE, lookbacks: [21, 42], rebalanceEvery: 21, costs: WALK.costs },
  Diagnostics: HEDGE,
  ExpandingRegression: { ...HEDGE, minimum: 21 },
  Hedge: { ...HEDGE, value: 1_000_000 },
  HedgedPortfolio: HEDGE,
  KalmanRegression: HEDGE,
  Performance: HEDGE,
  Prices: { symbol: "sample:AAPL", period: PERIOD },
  RebalanceAdvice: {
    ...HEDGE,
    value: 1_000_000,
    ratios: [1],
    since: "2018-03-05",
    lookback: 42,
    tradingBps: 2,
  },
  Regression: HEDGE,
  Returns: { symbol: "sample:AAPL", period: PERIOD },
  RollingRegression: { ...HEDGE, window: 21 },
  // Of the sample only these have rows that differ, and they are monthly.
  Screen: {
    symbols: [
      "sample:AAPL-MONTHLY",
      "sample:MSFT-MONTHLY",
      "sample:AMZN-MONTHLY",
      "sample:IBM-MONTHLY",
      "sample:GOOG-MONTHLY",
    ],
    benchmarks: HEDGE.benchmarks,
    period: { start: "2004-12-31", end: "2010-02-26", interval: "MONTH" },
  },
  // No text: all that the sample has.
  Symbols: { search: "", sources: ["SAMPLE"], limit: 50 },
  WalkForward: WALK,
  WalkForwardChartImages: { ...WALK, window: 21 },
  WalkForwardCharts: { ...WALK, window: 21 },
};

import type {
  BetaEstimator,
  ChartTheme,
  CovarianceEstimator,
  HedgeHolding,
  Interval,
  PriceSource,
  ReturnKind,
  ScoreOrder,
} from "../index.ts";

/** The values of the enums that variables have. A test holds them against the schema. */
export const ENUMS: Readonly<Record<string, readonly string[]>> = {
  BetaEstimator: [
    ...["OLS", "EWMA", "KALMAN", "BLUME", "VASICEK", "DIMSON", "SCHOLES_WILLIAMS"],
    ...["UP", "DOWN", "HUBER", "THEIL_SEN"],
  ] as BetaEstimator[],
  ChartTheme: ["LIGHT", "DARK"] satisfies ChartTheme[],
  CovarianceEstimator: ["CLASSICAL", "HC0", "HC1", "HC2", "HC3", "HAC"] satisfies CovarianceEstimator[],
  HedgeHolding: ["SHARES", "RATIO"] satisfies HedgeHolding[],
  Interval: ["DAY", "WEEK", "MONTH"] satisfies Interval[],
  PriceSource: ["YAHOO", "SAMPLE", "CSV"] satisfies PriceSource[],
  ReturnKind: ["SIMPLE", "LOG"] satisfies ReturnKind[],
  ScoreOrder: ["REALIZED_BETA", "HEDGED_VARIANCE", "TURNOVER", "NET_RETURN"] satisfies ScoreOrder[],
};

/** The fields of inputs in which there are enums or dates, and their types, without what makes them lists or required. */
export const INPUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  InferenceInput: { covariance: "CovarianceEstimator" },
  PeriodInput: { start: "Date", end: "Date", interval: "Interval" },
  PortfolioInput: { returns: "ReturnsInput" },
  ReturnsInput: { dates: "Date" },
  RiskFreeInput: { returns: "ReturnsInput" },
};

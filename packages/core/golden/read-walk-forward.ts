import { read } from "./read-golden.ts";

// walk-forward.json as tests read it; walk_forward.py says what is in it.

/** Prices by column, the portfolio's first. */
export interface WalkedPrices {
  readonly columns: string[];
  readonly prices: number[][];
}

/** Every `step`-th value of a column, and sums over all of it. */
export interface Sampled {
  readonly step: number;
  readonly values: number[];
  readonly sum: number;
  readonly sumOfSquares: number;
}

type RegressionStatistic = "estimate" | "standardError" | "tStatistic" | "pValue" | "lower" | "upper";

/** A walk's parameters, and what an account kept in money made of it. */
export interface WalkForwardCase {
  readonly name: string;
  readonly data: "sample" | "synthetic";
  readonly estimator:
    | "OLS"
    | "EWMA"
    | "HUBER"
    | "DIMSON"
    | "BLUME"
    | "THEIL_SEN"
    | "VASICEK"
    | "SCHOLES_WILLIAMS"
    | "UP"
    | "DOWN";
  readonly settings: Readonly<Record<string, number>>;
  readonly lookback: number;
  readonly every: number;
  readonly holding: "SHARES" | "RATIO";
  readonly driftTrigger: number | null;
  /** At every so-many-th rebalance there is no estimate. */
  readonly withheld: number | null;
  readonly costs: { readonly tradingBps: number; readonly borrowRate: number; readonly cashRate: number } | null;
  readonly periodsPerYear: number;
  /** A year. */
  readonly riskFreeRate: number;
  /** The index of the first hedged return, the dates on which it and the last one end, and how many they are. */
  readonly first: number;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly periods: number;
  readonly targets: readonly { readonly at: number; readonly ratios: number[] | null }[];
  /** An entry a rebalance: what came of it, the ratios before it, the notional traded at its close. */
  readonly outcomes: readonly ("TRADED" | "WITHIN_TRIGGER" | "NO_ESTIMATE")[];
  readonly held: number[][];
  readonly turnovers: number[];
  /** One an instrument. */
  readonly ratios: readonly Sampled[];
  readonly gross: Sampled;
  readonly net: Sampled;
  readonly turnover: number;
  readonly tradingCost: number;
  readonly borrowCost: number;
  readonly interest: number;
  readonly cost: number;
  /** The returns before costs on the instruments', over the periods of the walk: alpha, then one an instrument. */
  readonly outOfSample: readonly Record<RegressionStatistic, number>[];
  /** 1 − var/var over the periods of the walk. */
  readonly effectiveness: number;
  /** Of least squares on all returns. */
  readonly inSample: { readonly betas: number[]; readonly rSquared: number };
}

const file: {
  readonly data: Readonly<Record<WalkForwardCase["data"], WalkedPrices>>;
  readonly cases: readonly WalkForwardCase[];
} = read("walk-forward.json");

export const walkedPrices = file.data;
export const walkForwardCases = file.cases;

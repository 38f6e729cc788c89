import { read } from "./read-golden.ts";

// estimators.json as tests read it.

/** A beta as another program has it. */
export interface GoldenBeta {
  readonly value: number;
  readonly standardError: number | null;
  readonly lower: number;
  readonly upper: number;
}

/** A response on some regressors, and what every estimator makes of it; those of one regressor take the first. */
export interface EstimatorCase {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly confidence: number;
  /** The intercept, then the slopes. */
  readonly ols: number[];
  /** The slopes of ordinary least squares, and what Blume and Vasicek make of them by their defaults. */
  readonly leastSquares: readonly GoldenBeta[];
  readonly blume: readonly GoldenBeta[];
  readonly vasicek: readonly GoldenBeta[];
  readonly exponential: readonly { readonly lambda: number; readonly betas: GoldenBeta[] }[];
  /** HAC has 3 lags of its own. */
  readonly dimson: readonly {
    readonly lags: number;
    readonly leads: number;
    readonly covariance: "CLASSICAL" | "HC1" | "HC3" | "HAC";
    readonly betas: GoldenBeta[];
  }[];
  readonly scholesWilliams: GoldenBeta;
  readonly upDown: readonly {
    readonly covariance: "CLASSICAL" | "HC1" | "HC3";
    readonly up: GoldenBeta;
    readonly down: GoldenBeta;
  }[];
  readonly huber: readonly { readonly threshold: number; readonly betas: GoldenBeta[] }[];
  readonly theilSen: GoldenBeta;
}

export const estimatorCases: readonly EstimatorCase[] = read("estimators.json").cases;

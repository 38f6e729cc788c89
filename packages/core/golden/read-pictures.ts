import { read } from "./read-golden.ts";

// pictures.json as tests read it; pictures.py says what is in it.

/** The fitted mean at each point, under one covariance. */
export interface MeanResponseTable {
  readonly covariance: "CLASSICAL" | "HC1" | "HC3" | "HAC";
  readonly lags: number | null;
  readonly estimates: number[];
  readonly standardErrors: number[];
  readonly lower: number[];
  readonly upper: number[];
}

export interface MeanResponseCase {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly intercept: boolean;
  readonly confidence: number;
  /** One column a regressor. */
  readonly points: number[][];
  readonly tables: readonly MeanResponseTable[];
}

/** One plot a regressor. */
export interface PartialRegressionCase {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly plots: readonly { readonly response: number[]; readonly regressor: number[] }[];
}

/** By the day, from the first return on. */
export interface PathCase {
  readonly name: string;
  readonly kind: "SIMPLE" | "LOG";
  readonly returns: number[];
  readonly growth: number[];
  readonly drawdown: number[];
}

export interface QuantilesCase {
  readonly name: string;
  readonly values: number[];
  readonly quantiles: number[];
  readonly line: { readonly intercept: number; readonly slope: number };
}

const golden = read("pictures.json");

export const meanResponseCases: readonly MeanResponseCase[] = golden.meanResponses;
/** With benchmarks far from 0 or a bad tick, solved in exact rational arithmetic. */
export const exactMeanResponseCases: readonly MeanResponseCase[] = golden.exactMeanResponses;
export const partialRegressionCases: readonly PartialRegressionCase[] = golden.partialRegressions;
export const pathCases: readonly PathCase[] = golden.paths;
export const quantilesCases: readonly QuantilesCase[] = golden.quantiles;

import { read } from "./read-golden.ts";

interface Test {
  readonly statistic: number;
  readonly pValue: number;
}

interface Fluctuation extends Test {
  readonly index: number;
}

/** What leaving one observation out does; `changes` has an entry a coefficient. */
interface Effect {
  readonly index: number;
  readonly changes: number[];
  readonly leverage: number;
  readonly studentizedResidual: number;
  readonly cooksDistance: number;
}

/** A regression and its diagnostics. What statsmodels computed in doubles is named so; beside it is what mpmath did. */
export interface DiagnosticsCase {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly intercept: boolean;
  readonly durbinWatson: Test;
  /** Null for near-twins, like statsmodels' variance inflation: they lose too many digits to be of use. */
  readonly durbinWatsonByLmtest: { readonly pValue: number | null };
  /** One test a number of lags, from 1 to the default. */
  readonly ljungBox: readonly (Test & { readonly lags: number })[];
  /** The kurtosis of normal residuals is 3 here. */
  readonly jarqueBera: Test & { readonly skewness: number; readonly kurtosis: number };
  readonly breuschPagan: Test;
  readonly conditionNumber: number;
  readonly varianceInflation: number[];
  readonly varianceInflationByStatsmodels: number[] | null;
  /** Of every observation, or of those that move some coefficient most. */
  readonly influence: readonly Effect[];
  readonly influenceByStatsmodels: readonly Effect[];
  /** Null without an intercept. */
  readonly residualCusum: Fluctuation | null;
  readonly betaCusum: readonly Fluctuation[];
  readonly chow: Test & { readonly at: number };
}

export const diagnosticsCases: readonly DiagnosticsCase[] = read("diagnostics.json").cases;

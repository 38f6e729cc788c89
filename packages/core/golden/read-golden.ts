import { readFileSync } from "node:fs";

// The golden files as tests read them; make-golden.py and NIST say what is in them.

interface Problem {
  readonly name: string;
  readonly y: number[];
  readonly x: number[][];
  readonly intercept: boolean;
}

/** A statistic a name, as statsmodels reports it. */
export interface OlsCase extends Problem {
  readonly confidence: number;
  readonly coefficients: readonly Record<CoefficientStatistic, number>[];
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly residualStandardError: number;
  readonly fStatistic: number;
  readonly fPValue: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly durbinWatson: number;
}

type CoefficientStatistic = "estimate" | "standardError" | "tStatistic" | "pValue" | "lower" | "upper";

/** Solved in exact rational arithmetic, then rounded. */
export interface ExactCase extends Problem {
  readonly estimates: number[];
  readonly standardErrors: number[];
  readonly residualStandardError: number;
  readonly rSquared: number;
  readonly durbinWatson: number;
}

/** Rows: the arguments, then mpmath's value, then scipy's. */
export interface Distributions {
  readonly t: [number, number, number, number][];
  readonly quantile: [number, number, number, number][];
  readonly f: [number, number, number, number, number][];
}

/** One of NIST's certified sets. */
export interface NistSet {
  readonly terms: string[];
  readonly x?: number[];
  readonly xRows?: number[][];
  readonly y: number[];
  readonly estimates: number[];
  readonly standardErrors: number[];
  readonly residualStandardDeviation: number;
  readonly rSquared: number;
}

export const olsCases: readonly OlsCase[] = read("ols.json").cases;
export const exactCases: readonly ExactCase[] = read("exact.json").cases;
export const distributions: Distributions = read("distributions.json");
export const nistSets: Readonly<Record<string, NistSet>> = read("nist-strd.json").sets;

/** Float64Arrays of the columns of a problem. */
export function columnsOf(columns: readonly number[][]): Float64Array[] {
  return columns.map((column) => Float64Array.from(column));
}

/** Correct significant digits: −log₁₀ of the relative error (of the absolute one where the truth is 0), 16 at most. */
export function correctDigits(actual: number | null, truth: number): number {
  if (actual === null || Number.isNaN(actual)) return 0;
  const error = Math.abs(actual - truth) / (truth === 0 ? 1 : Math.abs(truth));
  return error === 0 ? 16 : Math.min(16, -Math.log10(error));
}

/** The digits of the worst of several values. */
export function worstDigits(actual: readonly (number | null)[], truth: readonly number[]): number {
  return Math.min(...truth.map((value, i) => correctDigits(actual[i], value)));
}

/** A golden file beside this one, as it was written. */
export function read(file: string) {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}

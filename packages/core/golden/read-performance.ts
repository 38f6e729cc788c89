import { read } from "./read-golden.ts";

// performance.json as tests read it.

/** A measure that is not defined is null. */
interface GoldenMeasures {
  readonly cumulativeReturn: number;
  readonly annualizedReturn: number;
  readonly annualizedVolatility: number;
  readonly sharpe: number | null;
  readonly sortino: number | null;
  readonly calmar: number | null;
  readonly skew: number | null;
  readonly kurtosis: number | null;
  readonly valueAtRisk: number;
  readonly expectedShortfall: number;
  readonly trackingError: number | null;
  readonly informationRatio: number | null;
  readonly upCapture: number | null;
  readonly downCapture: number | null;
  readonly treynor: number | null;
  readonly hitRate: number;
  readonly maximumDrawdown: {
    readonly depth: number;
    readonly peak: number;
    readonly trough: number;
    readonly recovery: number | null;
  } | null;
}

/** Returns and what other programs make of them; series by the names that they have in `performanceSeries`. */
export interface PerformanceCase {
  readonly name: string;
  readonly returns: string;
  readonly kind: "SIMPLE" | "LOG";
  readonly periodsPerYear: number;
  readonly benchmark: string | null;
  readonly riskFree: string | null;
  readonly confidence: number;
  /** By statsmodels, with its 95 % interval. */
  readonly beta: { readonly estimate: number; readonly lower: number; readonly upper: number } | null;
  readonly measures: GoldenMeasures;
  /** Null where the returns do not vary, or are fewer than 4. */
  readonly byPandas: { readonly skew: number; readonly kurtosis: number } | null;
}

const { series, cases } = read("performance.json");

export const performanceSeries: Readonly<Record<string, number[]>> = series;
export const performanceCases: readonly PerformanceCase[] = cases;

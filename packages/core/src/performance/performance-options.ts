import { largestSize, valueRange } from "../arithmetic/value-range.ts";
import { AnalysisError } from "../errors.ts";
import type { ReturnKind } from "../series/returns.ts";
import type { BetaInterval } from "./reward.ts";

/** What the returns of a portfolio are to be measured by. */
export interface PerformanceOptions {
  /** Of all series here. */
  readonly kind: ReturnKind;
  readonly periodsPerYear: number;
  /** The risk-free rate of each period, a decimal. Default: 0. */
  readonly riskFree?: Float64Array | null;
  /** Its total returns, with the risk-free rate in them, of the same periods. None: what is relative to it is null. */
  readonly benchmark?: Float64Array | null;
  /** Of the returns to the benchmark, with its confidence interval. None: no Treynor ratio. */
  readonly beta?: BetaInterval | null;
  /** Of value at risk and expected shortfall, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /**
   * How far each value of a series may be off, absolutely, from how it came about: `RETURN_ROUNDING` for returns taken
   * of prices. Movements below it count as none. Default 0: the values are what they are.
   */
  readonly rounding?: number;
  /** The same of the benchmark's. Default: `rounding`. */
  readonly benchmarkRounding?: number;
}

/** Squares of values beyond these, and of their differences, would leave the range of doubles. */
const LARGEST = 1e100;
const SMALLEST = 1e-100;

/** Refuses what cannot be measured; the errors are those of `performance`. */
export function checkPerformance(returns: Float64Array, options: PerformanceOptions): void {
  const { periodsPerYear, riskFree = null, benchmark = null, beta = null, confidence = 0.95, rounding = 0 } = options;
  if (returns.length === 0) {
    throw new AnalysisError("INSUFFICIENT_DATA", "performance needs at least 1 observation, got 0", {
      observations: 0,
      needed: 1,
    });
  }
  checkSeries(returns, "the returns", returns.length);
  if (riskFree !== null) checkSeries(riskFree, "the risk-free rates", returns.length);
  if (benchmark !== null) checkSeries(benchmark, "the returns of the benchmark", returns.length);
  checkNumber("the number of periods a year must be above 0", periodsPerYear, periodsPerYear > 0);
  checkNumber("a confidence must be between 0 and 1", confidence, confidence > 0 && confidence < 1);
  checkNumber("a rounding must be 0 or more", rounding, rounding >= 0);
  const { benchmarkRounding = 0 } = options;
  checkNumber("a rounding must be 0 or more", benchmarkRounding, benchmarkRounding >= 0);
  if (beta !== null) checkBeta(beta);
}

function checkSeries(values: Float64Array, name: string, length: number): void {
  if (values.length !== length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `performance needs series of one length, got ${length} returns and ${values.length} of ${name}`,
      { returns: length, series: name, length: values.length },
    );
  }
  const observation = values.findIndex((value) => !(Math.abs(value) <= LARGEST));
  if (observation >= 0) {
    const value = values[observation];
    throw new AnalysisError(
      "BAD_INPUT",
      `${name} must be finite numbers of at most ${LARGEST} in size, got ${value} at observation ${observation}`,
      { series: name, observation, value: String(value) },
    );
  }
  const largest = largestSize(valueRange(values));
  if (largest > 0 && largest < SMALLEST) {
    throw new AnalysisError(
      "BAD_INPUT",
      `the largest of ${name} must be 0 or at least ${SMALLEST} in size, got ${largest}`,
      { series: name, largest },
    );
  }
}

function checkNumber(rule: string, value: number, holds: boolean): void {
  if (holds && Number.isFinite(value)) return;
  throw new AnalysisError("BAD_INPUT", `${rule}, got ${value}`, { value: String(value) });
}

function checkBeta({ estimate, lower, upper }: BetaInterval): void {
  const finite = [lower, estimate, upper].every(Number.isFinite);
  if (finite && lower <= estimate && estimate <= upper) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `a beta must be a finite number between its finite bounds, got ${estimate} between ${lower} and ${upper}`,
    { estimate: String(estimate), lower: String(lower), upper: String(upper) },
  );
}

import { largestSize, valueRange } from "../arithmetic/value-range.ts";
import { AnalysisError } from "../errors.ts";
import { regress } from "../regression/regression.ts";
import { type BetaEstimate, type EstimatorOptions, studentEstimate } from "./beta-estimate.ts";
import {
  fitWeighted,
  residualRounding,
  slopeWeights,
  type WeightedFit,
  weightedLeverages,
} from "./weighted-least-squares.ts";

/** What the memory of the past is. */
export interface ExponentialOptions extends EstimatorOptions {
  /** The weight of a period as a share of the next one's; above 0, at most 1. Default 0.94, RiskMetrics' for days. */
  readonly lambda?: number;
}

/** Shorter ones would give the period before the last a weight of 0. */
const SHORTEST_HALF_LIFE = 0.001;

/**
 * Weights below this share of the latest one's change no sum of doubles; the observations that have them are left out.
 */
const FORGOTTEN = 2 ** -106;

/** With fewer, the quantiles of Student's t leave every measure, and then the range of doubles. */
const LEAST_DEGREES_OF_FREEDOM = 0.1;

/**
 * The beta of today: least squares with an intercept in which an observation of age a (the last one's is 0) has the
 * weight λᵃ. For betas that drift: it follows them without the jumps of a rolling window. One estimate a regressor.
 *
 * The standard error takes the noise to have one variance σ²; the weights say what is forgotten, not what was noisy.
 * With weights w that sum to 1 and W their diagonal matrix:
 * covariance σ²·(XᵀWX)⁻¹XᵀW²X(XᵀWX)⁻¹, σ² = Σwe²/(1 − tr((XᵀWX)⁻¹XᵀW²X)), which is unbiased.
 * Bounds are Student's t with 1/Σw² − k degrees of freedom (L. Kish, "Survey Sampling", 1965: the effective number of
 * observations; (1 + λ)/(1 − λ) for a long series). λ = 1 is ordinary least squares.
 *
 * Source of the weights: J.P. Morgan/Reuters, "RiskMetrics – Technical Document", 4th edition (1996), section 5.2.
 *
 * @throws AnalysisError as `regress`; `BAD_INPUT` when λ is not in (0, 1]; `INSUFFICIENT_DATA` when the weights leave
 * fewer than k + 0.1 effective observations; `SINGULAR_BENCHMARKS` also when a regressor varied only in what is
 * forgotten.
 */
export function exponentiallyWeighted(
  response: Float64Array,
  regressors: readonly Float64Array[],
  options: ExponentialOptions = {},
): BetaEstimate[] {
  const { lambda = 0.94, confidence, rounding } = options;
  refuseLambda(lambda);
  regress(response, regressors, options); // for its checks
  const remembered = rememberedPeriods(response.length, lambda);
  const recent = (column: Float64Array) => column.subarray(column.length - remembered);
  const weights = exponentialWeights(remembered, lambda);
  const degreesOfFreedom = effectiveObservations(weights) - regressors.length - 1;
  if (degreesOfFreedom < LEAST_DEGREES_OF_FREEDOM) throw tooForgetful(lambda, degreesOfFreedom, regressors.length);
  const fit = fitWeighted(recent(response), regressors.map(recent), weights, options);
  const sigma = noise(fit, weights, residualRounding(largestSize(valueRange(recent(response))), fit.slopes, rounding));
  return slopeWeights(fit).map((column, j) =>
    studentEstimate(fit.slopes[j], sigma * rootSquares(column), degreesOfFreedom, confidence),
  );
}

/**
 * The λ whose weights halve every `halfLife` periods: 2^(−1/halfLife).
 *
 * @throws AnalysisError `BAD_INPUT` when the half-life is not a positive number, or so short that nothing is
 * remembered.
 */
export function lambdaOfHalfLife(halfLife: number): number {
  const lambda = halfLife >= SHORTEST_HALF_LIFE ? 2 ** (-1 / halfLife) : 0;
  if (lambda > 0) return lambda;
  const rule = `a half-life must be a positive number of periods, at least ${SHORTEST_HALF_LIFE}`;
  throw new AnalysisError("BAD_INPUT", `${rule}, got ${halfLife}`, {
    halfLife: String(halfLife),
  });
}

function rememberedPeriods(observations: number, lambda: number): number {
  return lambda === 1 ? observations : Math.min(observations, Math.floor(Math.log(FORGOTTEN) / Math.log(lambda)) + 1);
}

/** λ^age, newest last, scaled so that the mean is 1. */
function exponentialWeights(count: number, lambda: number): Float64Array {
  // Powers rather than running products, which would round once a period.
  const weights = Float64Array.from({ length: count }, (_, t) => lambda ** (count - 1 - t));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / count;
  return weights.map((weight) => weight / mean);
}

/** (Σw)²/Σw². */
function effectiveObservations(weights: Float64Array): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (sum / rootSquares(weights)) ** 2;
}

/** σ; 0 when the residuals are, root mean square, no more than rounding. */
function noise(fit: WeightedFit, weights: Float64Array, rounding: number): number {
  const n = weights.length; // the sum of the weights
  const leverages = weightedLeverages(fit);
  let squares = 0;
  let trace = 0;
  for (let t = 0; t < n; t++) {
    squares += (weights[t] / n) * fit.residuals[t] ** 2;
    trace += (weights[t] / n) * leverages[t];
  }
  return Math.sqrt(squares) <= rounding ? 0 : Math.sqrt(squares / (1 - trace));
}

function rootSquares(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function refuseLambda(lambda: number): void {
  if (lambda > 0 && lambda <= 1) return;
  throw new AnalysisError("BAD_INPUT", `lambda must be above 0 and at most 1, got ${lambda}`, {
    lambda: String(lambda),
  });
}

function tooForgetful(lambda: number, degreesOfFreedom: number, benchmarks: number): AnalysisError {
  const observations = degreesOfFreedom + benchmarks + 1;
  const needed = benchmarks + 1 + LEAST_DEGREES_OF_FREEDOM;
  return new AnalysisError(
    "INSUFFICIENT_DATA",
    `a regression on ${benchmarks} ${benchmarks === 1 ? "benchmark" : "benchmarks"} needs at least ${needed} ` +
      `effective observations, lambda ${lambda} leaves ${observations.toPrecision(3)}`,
    { observations, needed },
  );
}

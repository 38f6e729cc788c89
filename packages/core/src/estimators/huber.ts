import { AnalysisError } from "../errors.ts";
import { regress } from "../regression/regression.ts";
import { iterate, type Standing } from "./accelerated-iteration.ts";
import { type BetaEstimate, type EstimatorOptions, studentEstimate } from "./beta-estimate.ts";
import { fitWeighted, residualRounding, slopeWeights } from "./weighted-least-squares.ts";

/** From where on a residual counts as wild. */
export interface HuberOptions extends EstimatorOptions {
  /** In units of the residuals' scale. Default 1.345: 95 % of the efficiency of least squares where noise is normal. */
  readonly threshold?: number;
}

/**
 * The upper quartile of the standard normal distribution: what makes the median size of residuals a standard deviation.
 */
const NORMAL_QUARTILE = 0.6744897501960817;

/** Below this the few residuals that are not cut are those that the line is made to fit, and no measure of its error. */
const LEAST_THRESHOLD = 0.1;

/** A step that moves nothing by more than this share of it is the last. */
const SETTLED = 1e-13;

/** Rounding alone leaves far less between residuals and what the slopes leave. */
const PLAUSIBLE = 1e-6;

/** Some dozens are usual; where wild days of the benchmark outweigh all others it may take thousands. */
const MAX_STEPS = 20_000;

/** A step passes over every value about k times; on long series there are fewer, so that the search ends in seconds. */
const MAX_WORK = 2e8;

/**
 * Huber's M-estimate of beta, with an intercept: least squares in which a residual e beyond `threshold` · scale has the
 * weight threshold · scale/|e|, by iteration from ordinary least squares until nothing moves but by rounding. The scale
 * is the median of |e| over 0.6745, taken anew in every step. For returns with a few wild days; a wild day of the
 * benchmark itself still pulls as much as it likes, which `theilSen` prevents. One estimate a regressor.
 *
 * Standard errors are the first of Huber's: √ of the diagonal of κ²·(Σψ²·scale²/(n − k))/m²·(XᵀX)⁻¹, ψ the residuals
 * over the scale, cut off at the threshold, m the share of those that are not cut, κ = 1 + (k/n)(1 − m)/m; bounds are
 * Student's t with n − k degrees of freedom. Null when every residual is cut.
 *
 * When more than half of the residuals are 0, but for rounding, there is no scale: the estimate is then their exact
 * fit, which the iteration reaches as the others lose their weight, and its standard error the limit, 0.
 *
 * Source: P. Huber, "Robust Regression: Asymptotics, Conjectures and Monte Carlo" (Annals of Statistics 1, 1973).
 * Conventions are those of statsmodels' RLM with HuberT and H1.
 *
 * @throws AnalysisError as `regress`; `BAD_INPUT` when the threshold is not a finite number of at least 0.1, or when the
 * iteration does not settle in 20,000 steps (fewer on long series).
 */
export function huber(
  response: Float64Array,
  regressors: readonly Float64Array[],
  options: HuberOptions = {},
): BetaEstimate[] {
  const { threshold = 1.345, confidence, rounding } = options;
  refuseThreshold(threshold);
  regress(response, regressors, options); // for its checks
  const n = response.length;
  const k = regressors.length + 1;
  const start = fitWeighted(response, regressors, new Float64Array(n).fill(1), options);
  const unitErrors = slopeWeights(start).map((column) => Math.sqrt(sumOf(column, (weight) => weight * weight)));
  // By the size of a usual response: a single wild one must not make rounding of all the others.
  const usual = medianSize(response);
  const noScale = (at: Standing) => scaleOf(at.residuals) <= residualRounding(usual, at.slopes, rounding);
  const advance = (from: Standing) => {
    if (noScale(from)) return from;
    const cut = threshold * scaleOf(from.residuals);
    const weights = from.residuals.map((residual) => (Math.abs(residual) <= cut ? 1 : cut / Math.abs(residual)));
    return fitWeighted(response, regressors, weights, options);
  };
  const steps = Math.min(MAX_STEPS, Math.max(100, Math.ceil(MAX_WORK / (n * k * k))));
  const end = iterate(start, advance, (before, after) => isSettled(before, after, unitErrors), steps);
  if (end === null || !isTrue(end, response, regressors)) {
    throw new AnalysisError("BAD_INPUT", `Huber's estimate must settle in ${steps} steps, it still moves`, { steps });
  }
  const factor = noScale(end) ? 0 : errorFactor(end.residuals, threshold, k);
  return Array.from(end.slopes, (slope, j) => studentEstimate(slope, factor * unitErrors[j], n - k, confidence));
}

/**
 * Whether the residuals are those of the slopes, but for a constant, in half of the periods or more. Beside a return next
 * to the end of the range of doubles the sums behind a fit may have lost all others.
 */
function isTrue({ slopes, residuals }: Standing, y: Float64Array, regressors: readonly Float64Array[]): boolean {
  const left = y.map((value, t) => regressors.reduce((rest, column, j) => rest - slopes[j] * column[t], value));
  const least = residuals.reduce((best, value, t) => (Math.abs(value) < Math.abs(residuals[best]) ? t : best), 0);
  const differences = left.map((value, t) => {
    const apart = value - left[least];
    const error = Math.abs(apart - (residuals[t] - residuals[least]));
    const size = Math.abs(value) + Math.abs(left[least]) + Math.abs(y[t]) + Math.abs(y[least]);
    return error / (size + Number.MIN_VALUE);
  });
  return medianSize(differences) < PLAUSIBLE;
}

/** Whether a step changed neither the scale nor any slope by more than rounding, relative to itself or to its error. */
function isSettled(before: Standing, after: Standing, unitErrors: readonly number[]): boolean {
  const scale = scaleOf(before.residuals);
  if (Math.abs(scaleOf(after.residuals) - scale) > SETTLED * scale) return false;
  return unitErrors.every((unitError, j) => {
    const slope = after.slopes[j];
    return Math.abs(slope - before.slopes[j]) <= SETTLED * (Math.abs(slope) + scale * unitError);
  });
}

/** What the standard errors for residuals of variance 1 are multiplied by. */
function errorFactor(residuals: Float64Array, threshold: number, k: number): number {
  const n = residuals.length;
  const cut = threshold * scaleOf(residuals);
  const kept = sumOf(residuals, (residual) => (Math.abs(residual) <= cut ? 1 : 0)) / n;
  const squares = sumOf(residuals, (residual) => Math.min(Math.abs(residual), cut) ** 2);
  const correction = 1 + ((k / n) * (1 - kept)) / kept;
  return (correction * Math.sqrt(squares / (n - k))) / kept;
}

/** The median distance from 0, as a standard deviation. */
function scaleOf(residuals: Float64Array): number {
  return medianSize(residuals) / NORMAL_QUARTILE;
}

function medianSize(values: Float64Array): number {
  const sizes = values.map(Math.abs).sort();
  const middle = sizes.length >>> 1;
  return sizes.length % 2 === 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2;
}

function sumOf(values: Float64Array, term: (value: number) => number): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) sum += term(values[t]);
  return sum;
}

function refuseThreshold(threshold: number): void {
  if (threshold >= LEAST_THRESHOLD && threshold < Infinity) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `a threshold must be a finite number of at least ${LEAST_THRESHOLD}, got ${threshold}`,
    { threshold: String(threshold) },
  );
}

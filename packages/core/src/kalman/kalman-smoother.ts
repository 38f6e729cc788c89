import { emptyLookback, type Lookback, stepBack } from "./backward-pass.ts";
import { type ForwardPass, roomForPass, runForward } from "./forward-pass.ts";
import {
  emptyPath,
  type GivenNoise,
  type KalmanRegression,
  kalmanRegression,
  noiseOf,
  type StatePath,
} from "./kalman-regression.ts";
import { scaledNoise } from "./noise.ts";
import { estimateStart, innovationsFrom, type Start } from "./start.ts";
import { type KalmanOptions, type StateSpace, stateSpace } from "./state-space.ts";

/**
 * The model of {@link kalmanFilter}, each entry as the whole sample shows it, what came later included. For looking back
 * at how beta moved; **never for a backtest or a hedge**, which could not have known it. No entry is NaN, and the last
 * one is the filter's.
 *
 * Source: J. Durbin, S. Koopman, "Time Series Analysis by State Space Methods", 2nd edition, sections 4.4 and 5.7.
 *
 * @throws AnalysisError as {@link kalmanFilter}.
 */
export function kalmanSmoother(
  response: Float64Array,
  regressors: readonly Float64Array[],
  noise: GivenNoise,
  options: KalmanOptions = {},
): KalmanRegression {
  const space = stateSpace(response, regressors, options);
  const scaled = scaledNoise(noiseOf(noise), space);
  const pass = roomForPass(space.periods, space.states, true);
  // What moves is easier to see beside what does not: the constant coefficients are put back at the end.
  runForward(space.design, space.residuals, scaled.ratios, pass);
  return kalmanRegression(space, noise, scaled, smoothedPath(space, pass), 0);
}

function smoothedPath(space: StateSpace, pass: ForwardPass): StatePath {
  const { periods, states: k, design, constants } = space;
  const start = estimateStart(pass, new Float64Array((k + 1) * periods));
  const errors = new Float64Array(periods);
  innovationsFrom(start, pass, errors);
  const path = emptyPath(space);
  const slopes = filteredStates(pass, errors, start, path);
  const lookback = emptyLookback(k);
  const row = new Float64Array(k);
  for (let t = periods - 1; t >= 0; t--) {
    for (let j = 0; j < k; j++) {
      const covariance = pass.covariances.subarray((t * k + j) * k, (t * k + j + 1) * k);
      for (let i = 0; i < k; i++) path.states[j][t] += covariance[i] * lookback.pull[i];
      for (let i = 0; i < k; i++) row[i] = slopes[(t * k + j) * k + i] + columnProduct(covariance, lookback, i);
      path.states[j][t] += constants[j];
      path.variances[j][t] = covariance[j] - knownLater(covariance, lookback) + startVariance(row, start);
    }
    stepBack(lookback, design, pass, errors, t);
  }
  return path;
}

/** Writes the states after each observation at the estimated start to `path`; returns their slopes in it, k × k a period. */
function filteredStates(pass: ForwardPass, errors: Float64Array, start: Start, path: StatePath): Float64Array {
  const k = start.estimates.length;
  const level = start.estimates.slice();
  const slopes = new Float64Array(k * k);
  for (let j = 0; j < k; j++) slopes[j * k + j] = 1;
  const history = new Float64Array(errors.length * k * k);
  for (let t = 0; t < errors.length; t++) {
    for (let j = 0; j < k; j++) {
      level[j] += pass.gains[j][t] * errors[t];
      path.states[j][t] = level[j];
      for (let i = 0; i < k; i++) slopes[j * k + i] -= pass.gains[j][t] * pass.effects[i][t];
    }
    history.set(slopes, t * k * k);
  }
  return history;
}

/** A row of the covariance times a column of r's slopes. */
function columnProduct(covariance: Float64Array, { pullSlopes }: Lookback, column: number): number {
  const k = covariance.length;
  let sum = 0;
  for (let i = 0; i < k; i++) sum += covariance[i] * pullSlopes[i * k + column];
  return sum;
}

/** How much of a state's variance, given the start, the later observations take away. */
function knownLater(covariance: Float64Array, { information }: Lookback): number {
  const k = covariance.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) sum += covariance[i] * information[i * k + j] * covariance[j];
  }
  return sum;
}

/** The variance of row·δ that comes of the start being estimated. */
function startVariance(row: Float64Array, { inverseRoot }: Start): number {
  const k = row.length;
  let sum = 0;
  for (let column = 0; column < k; column++) {
    let part = 0;
    for (let i = 0; i <= column; i++) part += row[i] * inverseRoot[i * k + column];
    sum += part * part;
  }
  return sum;
}

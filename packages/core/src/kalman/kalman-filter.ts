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
import { type KalmanOptions, type StateSpace, stateSpace } from "./state-space.ts";
import { emptyTriangle, rotateIn, solveTriangle, varianceOf } from "./triangle.ts";

/**
 * Alpha and betas that move as random walks, each as the observations up to and including its period show it:
 * responseₜ = alphaₜ + Σ betaⱼₜ · regressorⱼₜ + εₜ, with alphaₜ₊₁ = alphaₜ + ηₜ and the betas likewise, all noises normal
 * and independent. Nothing is assumed of the start (exact diffuse).
 *
 * Entry t uses nothing after period t, given the noise: a hedge of period t uses entry t − 1. Noise that was estimated
 * on the whole sample carries the future into the past all the same; a backtest estimates it on an earlier sample.
 * Without movement the entries are ordinary least squares on the periods so far, with `noise.observation` for s².
 *
 * Source: J. Durbin, S. Koopman, "Time Series Analysis by State Space Methods", 2nd edition, chapters 4 and 5.
 *
 * @throws AnalysisError as {@link regress}; `BAD_INPUT` also for noise that is negative, not finite, not one a
 * regressor, or has an observation noise of 0 though the response is not fitted exactly.
 */
export function kalmanFilter(
  response: Float64Array,
  regressors: readonly Float64Array[],
  noise: GivenNoise,
  options: KalmanOptions = {},
): KalmanRegression {
  const space = stateSpace(response, regressors, options);
  const scaled = scaledNoise(noiseOf(noise), space);
  const pass = roomForPass(space.periods, space.states, true);
  runForward(space.design, space.response, scaled.ratios, pass);
  return kalmanRegression(space, noise, scaled, filteredPath(space, pass), space.resolved);
}

/** The start is estimated again with each period; the state is the pass from there. */
function filteredPath(space: StateSpace, pass: ForwardPass): StatePath {
  const { periods, states: k, resolved } = space;
  const path = emptyPath(space);
  const triangle = emptyTriangle(k);
  const start = new Float64Array(k);
  const level = new Float64Array(k); // of the state after the observation, for a start of 0
  const slopes = new Float64Array(k * k); // of it in the start
  for (let j = 0; j < k; j++) slopes[j * k + j] = 1;
  const row = new Float64Array(k);
  for (let t = 0; t < periods; t++) {
    const weight = 1 / Math.sqrt(pass.variances[t]);
    for (let i = 0; i < k; i++) row[i] = pass.effects[i][t] * weight;
    rotateIn(triangle, row, pass.innovations[t] * weight);
    for (let j = 0; j < k; j++) {
      const gain = pass.gains[j][t];
      level[j] += gain * pass.innovations[t];
      for (let i = 0; i < k; i++) slopes[j * k + i] -= gain * pass.effects[i][t];
    }
    if (t < resolved) continue;
    solveTriangle(triangle, start);
    for (let j = 0; j < k; j++) {
      let state = level[j];
      for (let i = 0; i < k; i++) {
        row[i] = slopes[j * k + i];
        state += row[i] * start[i];
      }
      path.states[j][t] = state;
      path.variances[j][t] = pass.covariances[(t * k + j) * k + j] + varianceOf(triangle, row);
    }
  }
  return path;
}

import { emptyLookback, type Lookback, stepBack } from "./backward-pass.ts";
import { type ForwardPass, roomForPass, runForward } from "./forward-pass.ts";
import { estimateStart, innovationsFrom, type Start } from "./start.ts";
import type { StateSpace } from "./state-space.ts";
import { lookBackTwo, runForwardTwo } from "./two-states.ts";

/** The likelihood at some ratios of the noises of the states to the observation noise, in scaled units. */
export interface NoiseLikelihood {
  /** At the observation noise that makes it largest; of the responses as they came, not as they were scaled. */
  readonly logLikelihood: number;
  /** That observation noise, scaled: squares/(n − k). */
  readonly observation: number;
}

/** The functions that a search for the ratios asks. */
export interface RatioLikelihood {
  evaluate(ratios: Float64Array): NoiseLikelihood;
  /** Writes the derivatives of the log-likelihood in the ratios to `score`. */
  evaluateWithScore(ratios: Float64Array, score: Float64Array): NoiseLikelihood;
}

/**
 * The exact diffuse log-likelihood: the limit of log L + k/2 · ln κ as the variances κ of the starting coefficients grow
 * without bound, which is −½ (n ln 2π + ln det Ω + ln det XᵀΩ⁻¹X + eᵀΩ⁻¹e) for residuals e of generalised least squares
 * with the covariance Ω of the responses given the start.
 *
 * Source: J. Durbin, S. Koopman, "Time Series Analysis by State Space Methods", 2nd edition, section 7.2.2; the score:
 * S. Koopman, N. Shephard, "Exact Score for Time Series Models in State Space Form" (Biometrika 79, 1992).
 */
export function ratioLikelihood(space: StateSpace): RatioLikelihood {
  const { periods: n, states: k, design, residuals } = space;
  const pass = roomForPass(n, k, false);
  const room = new Float64Array((k + 1) * n);
  const errors = new Float64Array(n);
  let start: Start;

  function evaluate(ratios: Float64Array): NoiseLikelihood {
    if (k === 2) runForwardTwo(design[1], residuals, ratios, pass);
    else runForward(design, residuals, ratios, pass);
    start = estimateStart(pass, room);
    const observation = start.squares / (n - k);
    return { logLikelihood: logLikelihoodOf(space, pass, start, observation), observation };
  }

  return {
    evaluate,
    evaluateWithScore(ratios, score) {
      const result = evaluate(ratios);
      innovationsFrom(start, pass, errors);
      const { squares, expected } =
        k === 2
          ? lookBackTwo(design[1], pass, errors, start.inverseRoot)
          : lookBack(design, pass, errors, start.inverseRoot);
      for (let j = 0; j < k; j++) score[j] = (squares[j] / result.observation - expected[j]) / 2;
      return result;
    },
  };
}

/** The exact diffuse log-likelihood, as {@link ratioLikelihood} defines it, at a given observation noise (scaled). */
export function diffuseLogLikelihood(space: StateSpace, ratios: Float64Array, observation: number): number {
  const pass = roomForPass(space.periods, space.states, false);
  runForward(space.design, space.residuals, ratios, pass);
  const start = estimateStart(pass, new Float64Array((space.states + 1) * space.periods));
  return logLikelihoodOf(space, pass, start, observation);
}

function logLikelihoodOf(
  { periods: n, states: k, scales, responseScale }: StateSpace,
  { variances }: ForwardPass,
  start: Start,
  observation: number,
): number {
  // Of δ per unit of each regressor as it came, and of responses as they came.
  const logInformation = start.logDeterminant + 2 * logProduct(scales);
  const logVariance = Math.log(observation) + 2 * Math.log(responseScale);
  const constant = n * Math.log(2 * Math.PI) + (n - k) * logVariance;
  return -(constant + logProduct(variances) + logInformation + start.squares / observation) / 2;
}

/** The logarithm of a product, with a logarithm taken only when the product leaves a middling range. */
function logProduct(values: Float64Array): number {
  let sum = 0;
  let product = 1;
  for (let t = 0; t < values.length; t++) {
    product *= values[t];
    if (product < 1e100 && product > 1e-100) continue;
    sum += Math.log(product);
    product = 1;
  }
  return sum + Math.log(product);
}

function lookBack(
  design: readonly Float64Array[],
  pass: ForwardPass,
  errors: Float64Array,
  inverseRoot: Float64Array,
): { squares: Float64Array; expected: Float64Array } {
  const k = design.length;
  const squares = new Float64Array(k);
  const expected = new Float64Array(k);
  const lookback = emptyLookback(k);
  for (let t = errors.length - 1; t > 0; t--) {
    stepBack(lookback, design, pass, errors, t);
    for (let j = 0; j < k; j++) {
      squares[j] += lookback.pull[j] * lookback.pull[j];
      expected[j] += lookback.information[j * k + j] - startShare(lookback, inverseRoot, j);
    }
  }
  return { squares, expected };
}

/** How much of the variance of r's entry `j` is taken by the start being estimated. */
function startShare({ pullSlopes, pull }: Lookback, inverseRoot: Float64Array, j: number): number {
  const k = pull.length;
  let share = 0;
  for (let column = 0; column < k; column++) {
    let part = 0;
    for (let i = 0; i <= column; i++) part += pullSlopes[j * k + i] * inverseRoot[i * k + column];
    share += part * part;
  }
  return share;
}

import { AnalysisError } from "../errors.ts";
import type { StateSpace } from "./state-space.ts";

/** How a regression moves: variances a period. The observation's and alpha's are of squared decimals. */
export interface KalmanNoise {
  /** Of the response about alpha + Σ betaⱼ · regressorⱼ. */
  readonly observation: number;
  /** Of the step of alpha from a period to the next; 0: alpha does not move. */
  readonly alpha: number;
  /** Of the step of each beta, in the order of the regressors; 0: it does not move. */
  readonly betas: readonly number[];
}

/** Noise found by maximum likelihood. */
export interface KalmanNoiseEstimate {
  readonly noise: KalmanNoise;
  /**
   * The exact diffuse log-likelihood, with n ln 2π, at the noise; `null` when constant coefficients fit the response
   * exactly, for then the likelihood has no bound, and every noise is 0.
   */
  readonly logLikelihood: number | null;
  /** Whether the search ended where the likelihood is flat, or falls toward a noise of 0. */
  readonly converged: boolean;
}

/** Noise in the units of a state space. */
export interface ScaledNoise {
  readonly observation: number;
  /** The variances of the states' steps over that of the observation. */
  readonly ratios: Float64Array;
}

/**
 * Checks a noise, and scales it.
 *
 * @throws AnalysisError `BAD_INPUT` when there is not one variance a regressor, when a variance is negative or not
 * finite, when a state moves more than 1e16 times as much as the observation noise, and when the observation noise is 0
 * (but for a noise of nothing but 0 where constant coefficients fit exactly).
 */
export function scaledNoise(noise: KalmanNoise, space: StateSpace): ScaledNoise {
  const steps = [noise.alpha, ...noise.betas];
  if (steps.length !== space.states) {
    const message = `a Kalman regression needs one noise a regressor, got ${noise.betas.length} for ${space.states - 1}`;
    throw new AnalysisError("BAD_INPUT", message, { noises: noise.betas.length, regressors: space.states - 1 });
  }
  for (const variance of [noise.observation, ...steps]) {
    if (variance >= 0 && variance < Number.POSITIVE_INFINITY) continue;
    throw new AnalysisError("BAD_INPUT", `a variance must be a finite number from 0 on, got ${variance}`, {
      variance: String(variance),
    });
  }
  if (noise.observation === 0) return noObservationNoise(steps, space);
  const ratios = Float64Array.from(steps, (step, j) => (step / noise.observation) * space.scales[j] ** 2);
  const largest = ratios.reduce((most, ratio) => Math.max(most, ratio), 0);
  const observation = noise.observation / space.responseScale ** 2;
  if (largest <= LARGEST_RATIO && observation > 0 && observation < Number.POSITIVE_INFINITY) {
    return { observation, ratios };
  }
  const message = `the observation noise ${noise.observation} is too far from the noise of the states or the response`;
  throw new AnalysisError("BAD_INPUT", message, { observation: noise.observation });
}

/** Scaled noise in the units of the series. */
export function unscaledNoise({ observation, ratios }: ScaledNoise, space: StateSpace): KalmanNoise {
  const variance = observation * space.responseScale ** 2;
  const [alpha, ...betas] = Array.from(ratios, (ratio, j) => (ratio * variance) / space.scales[j] ** 2);
  return { observation: variance, alpha, betas };
}

/** From here on, rounding is as large as the observation noise. */
const LARGEST_RATIO = 1e16;

function noObservationNoise(steps: readonly number[], space: StateSpace): ScaledNoise {
  if (space.exact && steps.every((step) => step === 0))
    return { observation: 0, ratios: new Float64Array(steps.length) };
  throw new AnalysisError(
    "BAD_INPUT",
    "an observation noise must be above 0, unless constant coefficients fit exactly and do not move, got 0",
    { observation: 0 },
  );
}

import { AnalysisError } from "../errors.ts";
import { diffuseLogLikelihood } from "./likelihood.ts";
import type { KalmanNoise, KalmanNoiseEstimate, ScaledNoise } from "./noise.ts";
import type { StateSpace } from "./state-space.ts";

/**
 * A regression whose coefficients move: entry t of each series is of period t of the response.
 *
 * Of a filter, the first entries are NaN: those before the responses so far determine every coefficient (with one
 * regressor: before the first period in which it differs from its first value, so usually entry 0 alone).
 */
export interface KalmanRegression {
  /** A decimal a period. */
  readonly alpha: Float64Array;
  /** A series a regressor; plain numbers. */
  readonly betas: readonly Float64Array[];
  /** Given the noise: they leave out that it may be an estimate. */
  readonly alphaStandardErrors: Float64Array;
  readonly betaStandardErrors: readonly Float64Array[];
  /**
   * The exact diffuse log-likelihood of the whole sample, −½ (n ln 2π + …): the limit of log L + k/2 · ln κ as the
   * variances κ of the starting coefficients grow, as statsmodels reports it. It depends on the units of the regressors,
   * so it compares noises, not sets of regressors. `null` when every noise is 0.
   */
  readonly logLikelihood: number | null;
  readonly noise: KalmanNoise;
  /** Whether the search for the noise converged; `true` for noise that was given. */
  readonly converged: boolean;
}

/** Noise that is given, or what `estimateKalmanNoise` returns, whose `converged` is passed on. */
export type GivenNoise = KalmanNoise | KalmanNoiseEstimate;

/** The noise itself. */
export function noiseOf(given: GivenNoise): KalmanNoise {
  return "noise" in given ? given.noise : given;
}

/** The states over time, with their variances for an observation noise of 1, a column a state, scaled. */
export interface StatePath {
  readonly states: readonly Float64Array[];
  readonly variances: readonly Float64Array[];
}

/** Room for a path; NaN where nothing is filled in. */
export function emptyPath({ periods, states }: StateSpace): StatePath {
  const columns = () => Array.from({ length: states }, () => new Float64Array(periods).fill(Number.NaN));
  return { states: columns(), variances: columns() };
}

/**
 * Takes a path back to the units of the series; `path` is used up.
 *
 * @throws AnalysisError `BAD_INPUT` when a result leaves the range of doubles.
 */
export function kalmanRegression(
  space: StateSpace,
  given: GivenNoise,
  { observation, ratios }: ScaledNoise,
  path: StatePath,
  firstPeriod: number,
): KalmanRegression {
  path.states.forEach((values, j) => {
    const unit = space.responseScale / space.scales[j];
    const variances = path.variances[j];
    for (let t = firstPeriod; t < values.length; t++) {
      values[t] *= unit;
      variances[t] = Math.sqrt(Math.max(0, variances[t]) * observation) * unit; // below 0 by rounding alone
      if (Number.isFinite(values[t]) && Number.isFinite(variances[t])) continue;
      throw new AnalysisError("BAD_INPUT", `coefficient ${j} leaves the range of doubles: rescale the series`, { t });
    }
  });
  const logLikelihood = observation === 0 ? null : diffuseLogLikelihood(space, ratios, observation);
  if (logLikelihood !== null && !Number.isFinite(logLikelihood)) {
    const noise = noiseOf(given).observation;
    throw new AnalysisError("BAD_INPUT", `the noise must be of moderate size beside the series, got ${noise}`, {
      noise,
    });
  }
  const [alpha, ...betas] = path.states;
  const [alphaStandardErrors, ...betaStandardErrors] = path.variances;
  return {
    alpha,
    betas,
    alphaStandardErrors,
    betaStandardErrors,
    logLikelihood,
    noise: noiseOf(given),
    converged: "noise" in given ? given.converged : true,
  };
}

import type { RollingOptions } from "./windows.ts";

/**
 * Below this share of residual in total squares the residual squares, as a difference of moments, would keep fewer than
 * twelve digits, and are summed from the residuals.
 */
export const CLOSE_SHARE = 1e-2;

/** Below this share the residuals too would start to lose them: the window is fitted by itself. */
export const NEARLY_EXACT_SHARE = 1e-6;

/**
 * Below this share of explained in total squares (a correlation of a thousandth) the sum of products has cancelled by as
 * much, and is taken again in twice the working precision.
 */
export const CANCELLED_SHARE = 1e-6;

/**
 * Where earlier regressors leave less than this share of a regressor's squares, betas would lose two digits: the window
 * is fitted by itself.
 */
export const DEPENDENT_SHARE = 1e-2;

/** What the moments of a window must clear, an observation, to rule out every special case of `regress`. */
export interface Floors {
  /** The least variance of a regressor. */
  readonly regressor: number;
  /** The least variance of the residuals. */
  readonly residual: number;
  /** What a slope, squared, adds to the least variance of the residuals. */
  readonly perSquaredSlope: number;
}

/**
 * What a squared mean adds to either floor: values whose standard deviation is this small beside their mean, 3e−14 of
 * it, are where the rules on constant series and exact fits begin.
 */
export const PER_SQUARED_MEAN = 2 ** -90;

/** Values below 1e−50 in size are left to `regress`, which refuses those below 1e−100. */
const SMALLEST_VARIANCE = 1e-100;

/**
 * The floors are far above what `regress` asks, so that no rounding of the moments matters: a variance is at most a
 * quarter of the squared range (Popoviciu), and a largest value at most the mean and √n standard deviations.
 */
export function floors({ rounding }: RollingOptions): Floors {
  const { response, regressors } = rounding ?? { response: 0, regressors: 0 };
  return {
    regressor: SMALLEST_VARIANCE + 256 * regressors * regressors,
    residual: SMALLEST_VARIANCE + 16 * response * response,
    perSquaredSlope: 16 * regressors * regressors,
  };
}

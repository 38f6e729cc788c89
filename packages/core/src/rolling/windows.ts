import { AnalysisError } from "../errors.ts";
import type { RegressionOptions } from "../regression/regression.ts";

/**
 * A regression in every window of a series. Entry i is the fit of one window; each function says which.
 *
 * NaN, in all columns, where `regress` refuses the window: a regressor does not vary in it, or is a combination of
 * others, or the numbers leave the range of doubles. NaN in `rSquared` alone where the response does not vary.
 */
export interface RollingRegression {
  /** Decimals a period. */
  readonly alpha: Float64Array;
  /** One column a regressor. */
  readonly betas: readonly Float64Array[];
  /** Of each beta: classical, with n − k degrees of freedom; 0 where the fit is exact. */
  readonly standardErrors: readonly Float64Array[];
  /** 1 − SSR/SST. */
  readonly rSquared: Float64Array;
}

/** How to regress in windows: as `regress` does. */
export interface RollingOptions extends Pick<RegressionOptions, "terms" | "rounding" | "collinearityTolerance"> {
  /**
   * How much may be gone through again for windows that need a fit of their own, all windows together: observations
   * times half the square of the coefficients. Default: as much as it takes, which for long windows that are all nearly
   * exact or nearly collinear can be minutes.
   */
  readonly mostRefitted?: number;
}

/** A regression in windows, its input checked. */
export interface WindowedProblem {
  readonly response: Float64Array;
  readonly regressors: readonly Float64Array[];
  /** The length of the first window. */
  readonly shortest: number;
  /** Window i starts at observation `slide` · i and ends before observation `shortest` + i. */
  readonly slide: 0 | 1;
  readonly options: RollingOptions;
  /** What is left of `mostRefitted`. */
  readonly allowance: { left: number };
}

/** Room for the answers of every window: one allocation, since each costs as much as a pass over the windows. */
export function emptyAnswers({ response, regressors, shortest }: WindowedProblem): RollingRegression {
  const windows = response.length - shortest + 1;
  const room = new Float64Array((2 + 2 * regressors.length) * windows);
  let taken = 0;
  const column = () => room.subarray(taken++ * windows, taken * windows);
  return { alpha: column(), betas: regressors.map(column), standardErrors: regressors.map(column), rSquared: column() };
}

/** The windows of a series, their first one of so many observations. */
export function windowedProblem(
  response: Float64Array,
  regressors: readonly Float64Array[],
  shortest: number,
  slide: 0 | 1,
  options: RollingOptions,
): WindowedProblem {
  return { response, regressors, shortest, slide, options, allowance: { left: options.mostRefitted ?? Infinity } };
}

/** How a window is gone through again: its residuals are summed, or it is fitted by itself, which takes so many times. */
const EFFORT = { summed: 1 / 8, fitted: 1 } as const;

/**
 * Takes a window that is gone through again off the allowance: its observations times half the square of the coefficients.
 *
 * @throws AnalysisError `BAD_INPUT` when it is used up.
 */
export function spend(problem: WindowedProblem, index: number, how: keyof typeof EFFORT): void {
  const { shortest, slide, regressors, allowance, options } = problem;
  allowance.left -= (EFFORT[how] * (shortest + (1 - slide) * index) * (regressors.length + 1) ** 2) / 2;
  if (allowance.left >= 0) return;
  throw new AnalysisError(
    "BAD_INPUT",
    "too many long windows are nearly exact, or have benchmarks that are nearly one another, and need a fit each: " +
      "choose a shorter window or period",
    { window: shortest, mostRefitted: options.mostRefitted },
  );
}

/** The observations of a series that are in a window. */
export function inWindow(column: Float64Array, { shortest, slide }: WindowedProblem, index: number): Float64Array {
  return column.subarray(slide * index, shortest + index);
}

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

/** How to regress in windows: each option is that of `regress`. */
export type RollingOptions = Pick<RegressionOptions, "terms" | "rounding" | "collinearityTolerance">;

/** A regression in windows, its input checked. */
export interface WindowedProblem {
  readonly response: Float64Array;
  readonly regressors: readonly Float64Array[];
  /** The length of the first window. */
  readonly shortest: number;
  /** Window i starts at observation `slide` · i and ends before observation `shortest` + i. */
  readonly slide: 0 | 1;
  readonly options: RollingOptions;
}

/** Room for the answers of every window: one allocation, since each costs as much as a pass over the windows. */
export function emptyAnswers({ response, regressors, shortest }: WindowedProblem): RollingRegression {
  const windows = response.length - shortest + 1;
  const room = new Float64Array((2 + 2 * regressors.length) * windows);
  let taken = 0;
  const column = () => room.subarray(taken++ * windows, taken * windows);
  return { alpha: column(), betas: regressors.map(column), standardErrors: regressors.map(column), rSquared: column() };
}

/** The observations of a series that are in a window. */
export function inWindow(column: Float64Array, { shortest, slide }: WindowedProblem, index: number): Float64Array {
  return column.subarray(slide * index, shortest + index);
}

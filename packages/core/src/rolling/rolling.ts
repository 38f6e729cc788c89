import { expandingLines, rollingLines } from "./line-windows.ts";
import { expandingPlanes, rollingPlanes } from "./plane-windows.ts";
import { checkProblem } from "./rolling-checks.ts";
import { type RollingOptions, type RollingRegression, windowedProblem } from "./windows.ts";

/**
 * Ordinary least squares, with an intercept, in every window of `window` observations. Entry i is the fit of
 * observations i … i + window − 1, so it is known at the last of them; there are n − window + 1.
 *
 * Each entry is that of `regress` on the window, within rounding: n − k degrees of freedom, k counting the intercept. It
 * depends on the values in its window alone, to the last bit. All are found in one pass by moments of blocks (see
 * `line-windows.ts`), whatever the length of the window; a window that fits closely (R² above 0.999) or that comes near
 * a special case of `regress` is fitted by itself, in time that grows with its length.
 *
 * @throws AnalysisError
 * - `BAD_INPUT`: a window that is not an integer of at least k + 1, what `regress` says of the whole series, or more
 *   windows that need a fit of their own than `mostRefitted` allows;
 * - `INSUFFICIENT_DATA`: fewer observations than a window needs (`details`: `observations`, `needed`).
 */
export function rollingRegression(
  response: Float64Array,
  regressors: readonly Float64Array[],
  window: number,
  options: RollingOptions = {},
): RollingRegression {
  const problem = windowedProblem(response, regressors, window, 1, options);
  checkProblem(problem, "a window");
  return regressors.length === 1 ? rollingLines(problem) : rollingPlanes(problem);
}

/**
 * Ordinary least squares, with an intercept, in windows that grow: entry i is the fit of observations
 * 0 … minimum − 1 + i, all that was known at the last of them. There are n − minimum + 1, each as in
 * {@link rollingRegression}.
 *
 * @throws AnalysisError as {@link rollingRegression}, of `minimum`.
 */
export function expandingRegression(
  response: Float64Array,
  regressors: readonly Float64Array[],
  minimum: number,
  options: RollingOptions = {},
): RollingRegression {
  const problem = windowedProblem(response, regressors, minimum, 0, options);
  checkProblem(problem, "a minimum");
  return regressors.length === 1 ? expandingLines(problem) : expandingPlanes(problem);
}

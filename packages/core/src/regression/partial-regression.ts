import { mean } from "../arithmetic/mean.ts";
import { AnalysisError } from "../errors.ts";
import { type RegressionOptions, regress } from "./regression.ts";

/** A response and one regressor, each without what the other regressors explain: two columns of residuals. */
export interface PartialRegression {
  readonly response: Float64Array;
  readonly regressor: Float64Array;
}

/** How to regress: as `regress` does, with an intercept. */
export type PartialRegressionOptions = Pick<RegressionOptions, "terms" | "rounding" | "collinearityTolerance">;

/**
 * What is left of the response and of regressor `j` (from 0) when each is regressed on all other regressors and an
 * intercept: the points of an added-variable plot. The least-squares line through them has slope betaⱼ and goes through
 * the origin, and what it leaves are the residuals of the whole regression; so the cloud shows the one beta of several.
 * With one regressor they are the deviations from the means.
 *
 * Source: R. Frisch, F. Waugh, "Partial Time Regressions as Compared with Individual Trends" (Econometrica 1, 1933);
 * M. Lovell, "Seasonal Adjustment of Economic Time Series and Multiple Regression Analysis" (JASA 58, 1963).
 *
 * @throws AnalysisError as `regress` does of the whole regression; `BAD_INPUT` also when `j` is not the index of a
 * regressor.
 */
export function partialRegression(
  response: Float64Array,
  regressors: readonly Float64Array[],
  j: number,
  options: PartialRegressionOptions = {},
): PartialRegression {
  // What cannot be regressed is refused as it is there: with the names of the whole, in their order.
  regress(response, regressors, { ...options, intercept: true });
  checkIndex(j, regressors.length);
  const others = regressors.filter((_, i) => i !== j);
  const terms = options.terms === undefined ? {} : { terms: options.terms.filter((_, i) => i !== j) };
  // Of the fit, which keeps residuals that are only rounding, where a regression says 0.
  const left = (column: Float64Array) =>
    others.length === 0
      ? deviations(column)
      : regress(column, others, { ...options, ...terms, intercept: true }).fit.residuals();
  return { response: left(response), regressor: left(regressors[j]) };
}

/** Less the mean, and less what the rounding of the mean leaves. */
function deviations(values: Float64Array): Float64Array {
  const centre = mean(values);
  const about = values.map((value) => value - centre);
  const rest = mean(about);
  return about.map((value) => value - rest);
}

function checkIndex(j: number, regressors: number): void {
  if (Number.isInteger(j) && j >= 0 && j < regressors) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `the index of a regressor must be a whole number from 0 to ${regressors - 1}, got ${j}`,
    { regressor: String(j), regressors },
  );
}

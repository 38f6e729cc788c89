import { AnalysisError } from "../errors.ts";
import type { Regression } from "../regression/fitted-regression.ts";

/** Whether a regression on these regressors has an alpha. */
export function hasIntercept({ coefficients }: Regression, regressors: readonly Float64Array[]): boolean {
  return coefficients.length === regressors.length + 1;
}

/** Refuses regressors that cannot be those of the regression. */
export function checkRegressors(regression: Regression, regressors: readonly Float64Array[]): void {
  const { coefficients, observations } = regression;
  const fits = coefficients.length === regressors.length || hasIntercept(regression, regressors);
  const odd = regressors.find(({ length }) => length !== observations);
  if (fits && odd === undefined) return;
  const got = odd === undefined ? `${regressors.length} regressors` : `a regressor of ${odd.length} values`;
  throw new AnalysisError(
    "BAD_INPUT",
    `a diagnostic needs the regressors of its regression, got ${got} for ${coefficients.length} coefficients and ${observations} observations`,
    { regressors: regressors.length, coefficients: coefficients.length, observations },
  );
}

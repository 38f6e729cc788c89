import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { AnalysisError } from "../errors.ts";
import type { Regression } from "../regression/fitted-regression.ts";
import { regress } from "../regression/regression.ts";
import { type DiagnosticTest, undefinedTest, untestable } from "./diagnostic-test.ts";
import { checkRegressors } from "./regressors-of.ts";
import { unitScaled } from "./unit-scale.ts";

/**
 * Breusch and Pagan's test that the variance of the residuals does not depend on the benchmarks, as Koenker studentised
 * it so that fat tails do not upset it: n · R² of the squared residuals on a constant and the `regressors`, against χ²
 * with one degree of freedom a regressor. A small p-value asks for robust standard errors.
 *
 * Null with a reason when the fit is exact or its residuals are all of one size, when there are too few observations,
 * and when the regressors beside a constant (which the regression may be without) are singular.
 *
 * Sources: T. Breusch, A. Pagan, "A Simple Test for Heteroscedasticity and Random Coefficient Variation" (Econometrica
 * 47, 1979); R. Koenker, "A Note on Studentizing a Test for Heteroscedasticity" (Journal of Econometrics 17, 1981).
 *
 * @throws AnalysisError `BAD_INPUT` when the regressors are not those of the regression by number and length.
 */
export function breuschPagan(regression: Regression, regressors: readonly Float64Array[]): DiagnosticTest {
  checkRegressors(regression, regressors);
  const refusal = untestable(regression);
  if (refusal !== undefined) return undefinedTest(refusal);
  const squares = unitScaled(regression.residuals)!.map((residual) => residual * residual);
  try {
    const { rSquared } = regress(squares, regressors);
    if (rSquared === null) return undefinedTest("the residuals are all of one size");
    const statistic = regression.observations * rSquared;
    return { statistic, pValue: chiSquaredUpperTail(statistic, regressors.length) };
  } catch (error) {
    if (error instanceof AnalysisError && error.code !== "BAD_INPUT") return undefinedTest(error.message);
    throw error;
  }
}

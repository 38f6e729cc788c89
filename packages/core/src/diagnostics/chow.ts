import { fUpperTail } from "../distributions/f-distribution.ts";
import { AnalysisError } from "../errors.ts";
import { sumOfSquares } from "../regression/least-squares-fit.ts";
import { type RegressionOptions, regress } from "../regression/regression.ts";
import { type DiagnosticTest, undefinedTest } from "./diagnostic-test.ts";

/**
 * Chow's test that alpha and betas are the same before observation `breakIndex` and from it on: F = ((SSR − SSR₁ −
 * SSR₂)/k) / ((SSR₁ + SSR₂)/(n − 2k)), with the sums of squared residuals of one regression on all and of one on each
 * part, against F with k and n − 2k degrees of freedom. It supposes one variance of the residuals, and a date that was
 * not chosen by looking at the data; {@link betaCusum} finds one. How the options have standard errors estimated has no
 * part in it.
 *
 * Null with a reason when a part has no more observations than coefficients, when a benchmark is singular within a part,
 * and when the fits leave no residuals.
 *
 * Source: G. Chow, "Tests of Equality Between Sets of Coefficients in Two Linear Regressions" (Econometrica 28, 1960).
 *
 * @throws AnalysisError as `regress` does for all observations; `BAD_INPUT` when `breakIndex` is not a whole number from
 * 0 to n.
 */
export function chow(
  response: Float64Array,
  regressors: readonly Float64Array[],
  breakIndex: number,
  options: RegressionOptions = {},
): DiagnosticTest {
  // Lags for all observations can be too many for a part of them.
  const { covariance, lags, smallSample, ...plain } = options;
  const n = response.length;
  if (!Number.isInteger(breakIndex) || breakIndex < 0 || breakIndex > n) {
    throw new AnalysisError("BAD_INPUT", `a break must be a whole number from 0 to ${n}, got ${breakIndex}`, {
      breakIndex: String(breakIndex),
    });
  }
  const whole = regress(response, regressors, plain);
  const k = whole.coefficients.length;
  const shorter = Math.min(breakIndex, n - breakIndex);
  if (shorter <= k) {
    return undefinedTest(`each part needs at least ${k + 1} observations, got ${breakIndex} and ${n - breakIndex}`);
  }
  const parts = [
    [0, breakIndex],
    [breakIndex, n],
  ] as const;
  let apart = 0;
  for (const [from, to] of parts) {
    const squares = squaresWithin(response, regressors, from, to, plain);
    if (typeof squares === "string") {
      return undefinedTest(`${from === 0 ? "before" : "from"} observation ${breakIndex} ${squares}`);
    }
    apart += squares;
  }
  const together = sumOfSquares(whole.residuals);
  // Not a number where neither leaves anything, infinite where the parts leave next to nothing.
  if (!(together / apart < Infinity)) return undefinedTest("the fits are exact: they leave no residuals to test");
  const freedom = n - 2 * k;
  // Two fits never leave more than one, but for rounding.
  const statistic = (Math.max(0, together - apart) / apart / k) * freedom;
  return { statistic, pValue: fUpperTail(statistic, k, freedom) };
}

/** The sum of squared residuals of one part; where its benchmarks are singular, why. */
function squaresWithin(
  response: Float64Array,
  regressors: readonly Float64Array[],
  from: number,
  to: number,
  options: RegressionOptions,
): number | string {
  try {
    const columns = regressors.map((regressor) => regressor.subarray(from, to));
    return sumOfSquares(regress(response.subarray(from, to), columns, options).residuals);
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "SINGULAR_BENCHMARKS") return error.message;
    throw error;
  }
}

import { normalTwoSidedP } from "../distributions/normal.ts";
import { columnMajor, design } from "../regression/design-matrix.ts";
import type { Regression } from "../regression/fitted-regression.ts";
import { applyQ, factorize } from "../regression/householder.ts";
import { type DiagnosticTest, undefinedTest, untestable } from "./diagnostic-test.ts";
import { checkRegressors, hasIntercept } from "./regressors-of.ts";

/** Whether residuals follow those of the period before. */
export interface DurbinWatsonTest extends DiagnosticTest {
  /** The mean of the statistic without autocorrelation, near 2: below it neighbours go the same way. */
  readonly expected: number | null;
}

/**
 * Durbin and Watson's test that residuals do not follow those of the period before: Σ(eₜ − eₜ₋₁)²/Σeₜ², near 2 without
 * autocorrelation. The p-value is two-sided, by the normal approximation with the statistic's exact mean and variance
 * for these `regressors`, which differ from 2 and 4/n where regressors trend or observations are few.
 *
 * Null with a reason when the fit is exact; the p-value also when there are too few observations.
 *
 * Source: J. Durbin, G. Watson, "Testing for Serial Correlation in Least Squares Regression" (Biometrika 37, 1950, and
 * 38, 1951); the p-value is that of lmtest's `dwtest(exact = FALSE, alternative = "two.sided")`.
 *
 * @throws AnalysisError `BAD_INPUT` when the regressors are not those of the regression by number and length.
 */
export function durbinWatson(regression: Regression, regressors: readonly Float64Array[]): DurbinWatsonTest {
  checkRegressors(regression, regressors);
  const refusal = untestable(regression);
  if (refusal !== undefined) return { ...undefinedTest(refusal), statistic: regression.durbinWatson, expected: null };
  const statistic = regression.durbinWatson!; // null in exact fits alone
  const { expected, variance } = momentsGiven(regressors, hasIntercept(regression, regressors));
  // All residual directions would have one statistic: the sums that cancel here are of size 6.
  if (!(variance > 1e-12)) {
    return { statistic, expected, pValue: null, reason: "these regressors leave the statistic no room to vary" };
  }
  return { statistic, expected, pValue: normalTwoSidedP((statistic - expected) / Math.sqrt(variance)) };
}

/**
 * Mean and variance of the statistic, for independent normal errors: with A the matrix of eᵀAe = Σ(eₜ − eₜ₋₁)² and M
 * the projection onto the residuals, from tr MA and tr (MA)² (Durbin and Watson 1950, section 3). On an orthonormal basis
 * of the regressors nothing is lost to their collinearity.
 */
function momentsGiven(
  regressors: readonly Float64Array[],
  intercept: boolean,
): { readonly expected: number; readonly variance: number } {
  const basis = orthonormalBasis(regressors, intercept);
  const n = basis[0].length;
  const freedom = n - basis.length;
  const images = basis.map(secondDifferences);
  let trace = 2 * (n - 1);
  let squareTrace = 6 * n - 8;
  basis.forEach((column, i) => {
    trace -= dot(column, images[i]);
    squareTrace -= 2 * dot(images[i], images[i]);
    for (const image of images) squareTrace += dot(column, image) ** 2;
  });
  const expected = trace / freedom;
  return { expected, variance: (2 / (freedom * (freedom + 2))) * (squareTrace - trace * expected) };
}

function orthonormalBasis(regressors: readonly Float64Array[], intercept: boolean): Float64Array[] {
  const plan = design(regressors, intercept);
  const qr = factorize(columnMajor(plan), plan.rows, plan.count);
  return Array.from({ length: plan.count }, (_, j) => {
    const column = new Float64Array(plan.rows);
    column[j] = 1;
    applyQ(qr, column);
    return column;
  });
}

/** A·v. */
function secondDifferences(v: Float64Array): Float64Array {
  const last = v.length - 1;
  return v.map((value, t) => (t === 0 ? 0 : value - v[t - 1]) + (t === last ? 0 : value - v[t + 1]));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t] * b[t];
  return sum;
}

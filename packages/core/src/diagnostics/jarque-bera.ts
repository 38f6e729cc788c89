import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { type DiagnosticTest, tooFew, undefinedTest } from "./diagnostic-test.ts";
import { centredUnitScaled } from "./unit-scale.ts";

/** Whether residuals are normal, by their third and fourth moment. */
export interface JarqueBeraTest extends DiagnosticTest {
  /** m₃/m₂^1.5 of the central moments with n in the denominator: 0 when normal. */
  readonly skewness: number | null;
  /** m₄/m₂² − 3: 0 when normal, positive with fat tails. */
  readonly excessKurtosis: number | null;
}

/**
 * Jarque and Bera's test that residuals are normal: n/6 · (skewness² + excess kurtosis²/4), against χ² with 2 degrees of
 * freedom. Daily returns fail it as a rule: least squares stays right, but its intervals are then good for many
 * observations only.
 *
 * Null with a reason when the residuals do not vary, or are fewer than 5.
 *
 * Source: C. Jarque, A. Bera, "Efficient Tests for Normality, Homoscedasticity and Serial Independence of Regression
 * Residuals" (Economics Letters 6, 1980).
 *
 * @throws AnalysisError `BAD_INPUT` when a residual is not finite.
 */
export function jarqueBera(residuals: Float64Array): JarqueBeraTest {
  const n = residuals.length;
  const refusal = tooFew(n);
  if (refusal !== undefined) return withoutMoments(refusal);
  const deviations = centredUnitScaled(residuals);
  if (deviations === null) return withoutMoments("the residuals do not vary");
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (let t = 0; t < n; t++) {
    const square = deviations[t] * deviations[t];
    squares += square;
    cubes += square * deviations[t];
    fourths += square * square;
  }
  const variance = squares / n;
  const skewness = cubes / n / (variance * Math.sqrt(variance));
  const excessKurtosis = fourths / n / (variance * variance) - 3;
  const statistic = (n / 6) * (skewness * skewness + (excessKurtosis * excessKurtosis) / 4);
  return { statistic, pValue: chiSquaredUpperTail(statistic, 2), skewness, excessKurtosis };
}

function withoutMoments(reason: string): JarqueBeraTest {
  return { ...undefinedTest(reason), skewness: null, excessKurtosis: null };
}

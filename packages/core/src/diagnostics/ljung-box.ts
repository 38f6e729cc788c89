import { chiSquaredUpperTail } from "../distributions/chi-squared.ts";
import { AnalysisError } from "../errors.ts";
import { type DiagnosticTest, tooFew, undefinedTest } from "./diagnostic-test.ts";
import { centredUnitScaled } from "./unit-scale.ts";

/** Whether residuals follow each other, over several lags at once. */
export interface LjungBoxTest extends DiagnosticTest {
  /** How many lags were looked at; the degrees of freedom of χ². */
  readonly lags: number;
}

const MOST_LAGS = 10;

/**
 * Ljung and Box's test that residuals are not autocorrelated: n(n + 2)Σρₗ²/(n − l) over the lags l = 1 … `lags`, against
 * χ² with `lags` degrees of freedom. ρₗ is the autocorrelation at lag l, over n at every lag. `lags` is min(10, ⌊n/5⌋)
 * unless it is given.
 *
 * Unlike Durbin and Watson's it sees beyond the day before. Null with a reason when the residuals do not vary, or are
 * fewer than 5.
 *
 * Source: G. Ljung, G. Box, "On a Measure of Lack of Fit in Time Series Models" (Biometrika 65, 1978).
 *
 * @throws AnalysisError `BAD_INPUT` when a residual is not finite, or lags are not a whole number from 1 to n − 1.
 */
export function ljungBox(residuals: Float64Array, lags?: number): LjungBoxTest {
  const n = residuals.length;
  const used = lags ?? Math.min(MOST_LAGS, Math.floor(n / 5));
  const refusal = tooFew(n);
  if (refusal !== undefined) return { ...undefinedTest(refusal), lags: used };
  if (!Number.isInteger(used) || used < 1 || used >= n) {
    throw new AnalysisError("BAD_INPUT", `lags must be a whole number from 1 to ${n - 1}, got ${used}`, {
      lags: String(used),
      observations: n,
    });
  }
  const deviations = centredUnitScaled(residuals);
  if (deviations === null) return { ...undefinedTest("the residuals do not vary"), lags: used };
  const squares = laggedProducts(deviations, 0);
  let sum = 0;
  for (let lag = 1; lag <= used; lag++) {
    const correlation = laggedProducts(deviations, lag) / squares;
    sum += (correlation * correlation) / (n - lag);
  }
  const statistic = n * (n + 2) * sum;
  return { statistic, pValue: chiSquaredUpperTail(statistic, used), lags: used };
}

function laggedProducts(values: Float64Array, lag: number): number {
  let sum = 0;
  for (let t = lag; t < values.length; t++) sum += values[t] * values[t - lag];
  return sum;
}

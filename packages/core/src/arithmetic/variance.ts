import { AnalysisError } from "../errors.ts";
import { mean } from "./mean.ts";

/**
 * The sample variance, with n − 1 in the denominator.
 *
 * Corrected two-pass algorithm: T. Chan, G. Golub, R. LeVeque, "Algorithms for Computing the Sample Variance"
 * (The American Statistician 37, 1983), equation 1.7. Exactly 0 when all values are equal.
 *
 * @throws AnalysisError `INSUFFICIENT_DATA` below 2 values; `BAD_INPUT` when the result is not a finite number.
 */
export function variance(values: Float64Array): number {
  const n = values.length;
  if (n < 2) {
    throw new AnalysisError("INSUFFICIENT_DATA", `a variance needs at least 2 values, got ${n}`, {
      observations: n,
      needed: 2,
    });
  }
  const centre = mean(values);
  let deviations = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i] - centre;
    deviations += deviation;
    squares += deviation * deviation;
  }
  const result = Math.max(0, squares - (deviations * deviations) / n) / (n - 1);
  if (Number.isFinite(result)) return result;
  throw new AnalysisError("BAD_INPUT", `a variance needs finite values of moderate size, got a result of ${result}`);
}

import { AnalysisError } from "../errors.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";

/**
 * P(χ² ≥ x) with `df` degrees of freedom (any number of at least 1): Q(df/2, x/2), the regularised incomplete gamma
 * function (Abramowitz and Stegun 26.4.19). About 1e−13 relative, in the far tail too.
 *
 * @throws AnalysisError `BAD_INPUT` when x is negative or NaN, or df is not a finite number of at least 1.
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  if (!(df >= 1 && df < Infinity)) {
    throw new AnalysisError("BAD_INPUT", `degrees of freedom must be a finite number of at least 1, got ${df}`, {
      degreesOfFreedom: String(df),
    });
  }
  if (!(x >= 0)) throw new AnalysisError("BAD_INPUT", `a chi-squared statistic must not be negative, got ${x}`);
  if (x === 0) return 1;
  return x === Infinity ? 0 : incompleteGamma(0.5 * df, 0.5 * x).upper;
}

import { mean } from "../arithmetic/mean.ts";
import { AnalysisError } from "../errors.ts";

/**
 * The values over the size of the largest, so that their powers stay in the range of doubles; null when all are 0.
 * Statistics that do not depend on the unit of the residuals take them so.
 */
export function unitScaled(values: Float64Array): Float64Array | null {
  let largest = 0;
  for (let t = 0; t < values.length; t++) largest = Math.max(largest, Math.abs(values[t]));
  return largest === 0 ? null : values.map((value) => value / largest);
}

/**
 * The deviations from the mean, scaled likewise; null when all values are equal.
 *
 * @throws AnalysisError `BAD_INPUT` when a value is not finite.
 */
export function centredUnitScaled(residuals: Float64Array): Float64Array | null {
  const index = residuals.findIndex((value) => !Number.isFinite(value));
  if (index >= 0) {
    throw new AnalysisError(
      "BAD_INPUT",
      `residuals must be finite numbers, got ${residuals[index]} at index ${index}`,
      {
        index,
      },
    );
  }
  const centre = mean(residuals);
  return unitScaled(residuals.map((value) => value - centre));
}

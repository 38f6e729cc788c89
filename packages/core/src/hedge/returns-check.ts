import { AnalysisError } from "../errors.ts";
import { checkedRange } from "../regression/column-check.ts";

/**
 * Refuses returns that are not finite, and those whose squares would leave the range of doubles.
 *
 * @throws AnalysisError `BAD_INPUT`; for a value that is not finite `details.observation` is its index.
 */
export function checkReturns(values: Float64Array, name: string): void {
  const observation = values.findIndex((value) => !Number.isFinite(value));
  if (observation >= 0) {
    throw new AnalysisError(
      "BAD_INPUT",
      `the returns of ${name} must be finite numbers, got ${values[observation]} at observation ${observation}`,
      { series: name, observation },
    );
  }
  checkedRange(values, `the returns of ${name}`);
}

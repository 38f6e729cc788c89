import { AnalysisError } from "../errors.ts";
import type { Regression } from "../regression/fitted-regression.ts";

/** Refuses what is not the index of a coefficient (alpha first). */
export function checkCoefficient({ coefficients }: Regression, j: number): void {
  if (Number.isInteger(j) && j >= 0 && j < coefficients.length) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `the index of a coefficient must be a whole number from 0 to ${coefficients.length - 1}, got ${j}`,
    { coefficient: String(j), coefficients: coefficients.length },
  );
}

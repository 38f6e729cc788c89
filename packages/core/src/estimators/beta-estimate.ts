import { criticalT } from "../regression/inference.ts";
import type { RegressionOptions } from "../regression/regression.ts";

/** A beta, and how sure of it its estimator is. */
export interface BetaEstimate {
  readonly value: number;
  /** Null where theory gives none. 0 where nothing but rounding is left to be unsure of. */
  readonly standardError: number | null;
  /**
   * The bounds of the confidence interval, by Student's t unless the estimator says otherwise; null where there is
   * none.
   */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What every estimator takes beside its own settings; the meanings and defaults are those of `regress`. */
export type EstimatorOptions = Pick<RegressionOptions, "confidence" | "terms" | "rounding" | "collinearityTolerance">;

/** The estimate with bounds at the quantiles of Student's t; without bounds when there is no finite standard error. */
export function studentEstimate(
  value: number,
  standardError: number | null,
  degreesOfFreedom: number,
  confidence = 0.95,
): BetaEstimate {
  if (standardError === null || !Number.isFinite(standardError)) {
    return { value, standardError: null, lower: null, upper: null };
  }
  const margin = criticalT(confidence, degreesOfFreedom) * standardError;
  return { value, standardError, lower: value - margin, upper: value + margin };
}

import { AnalysisError } from "../errors.ts";
import { criticalT } from "../regression/inference.ts";

/** The bounds of a confidence interval a window. */
export interface RollingBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The bounds of each window's estimate: estimate ± t · standard error, Student's t with the degrees of freedom that every
 * window has (its observations less its coefficients, alpha among them) at a confidence between 0 and 1. They are those
 * of each window alone; windows share observations, so neighbours err together. NaN where an estimate or its standard
 * error is.
 *
 * @throws AnalysisError `BAD_INPUT`: not one standard error an estimate, degrees of freedom that are not above 0, a
 * confidence outside (0, 1).
 */
export function rollingBounds(
  estimates: Float64Array,
  standardErrors: Float64Array,
  degreesOfFreedom: number,
  confidence: number,
): RollingBounds {
  if (estimates.length !== standardErrors.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `bounds need one standard error an estimate, got ${standardErrors.length} for ${estimates.length} estimates`,
      { estimates: estimates.length, standardErrors: standardErrors.length },
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new AnalysisError("BAD_INPUT", `a confidence must be between 0 and 1, got ${confidence}`, {
      confidence: String(confidence),
    });
  }
  const critical = criticalT(confidence, degreesOfFreedom);
  return {
    lower: estimates.map((estimate, i) => estimate - critical * standardErrors[i]),
    upper: estimates.map((estimate, i) => estimate + critical * standardErrors[i]),
  };
}

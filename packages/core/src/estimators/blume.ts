import { AnalysisError } from "../errors.ts";
import type { BetaEstimate } from "./beta-estimate.ts";

/** How far to trust the estimate. */
export interface BlumeOptions {
  /** The share of the estimate, from 0 to 1; the rest is the share of 1. Default 2/3. */
  readonly weight?: number;
}

/**
 * Blume's adjusted beta, weight · beta + (1 − weight) · 1, and likewise its bounds: betas measured in one period lie
 * nearer to 1 in the next. For forecasts, where nothing is known of the spread of betas; the usual 2/3 is what data
 * vendors print as "adjusted beta".
 *
 * Source: M. Blume, "Betas and Their Regression Tendencies" (Journal of Finance 30, 1975).
 *
 * @throws AnalysisError `BAD_INPUT` when the weight is not from 0 to 1.
 */
export function blume(beta: BetaEstimate, { weight = 2 / 3 }: BlumeOptions = {}): BetaEstimate {
  if (!(weight >= 0 && weight <= 1)) {
    throw new AnalysisError("BAD_INPUT", `the weight of an estimate must be from 0 to 1, got ${weight}`, {
      weight: String(weight),
    });
  }
  const adjusted = (value: number) => weight * value + (1 - weight);
  return {
    value: adjusted(beta.value),
    standardError: beta.standardError === null ? null : weight * beta.standardError,
    lower: beta.lower === null ? null : adjusted(beta.lower),
    upper: beta.upper === null ? null : adjusted(beta.upper),
  };
}

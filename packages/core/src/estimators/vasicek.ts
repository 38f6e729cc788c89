import { AnalysisError } from "../errors.ts";
import { type BetaEstimate, studentEstimate } from "./beta-estimate.ts";

/** What is known of betas before the data, and what the bounds need. */
export interface VasicekOptions {
  /** The mean of the prior. Default 1, the market's. */
  readonly mean?: number;
  /** The spread of the prior; default 0.5. 0 leaves nothing to the data, Infinity everything. */
  readonly standardDeviation?: number;
  /** Those of the regression that the estimate comes from. */
  readonly degreesOfFreedom: number;
  /** Default 0.95. */
  readonly confidence?: number;
}

/**
 * Vasicek's beta: the mean of the estimate and of a prior, weighted by their precisions 1/se² and 1/sd², with the
 * standard error 1/√(1/se² + 1/sd²). For short or noisy samples: the less an estimate is sure of, the more it is drawn
 * to the mean. An estimate without error stays as it is; a prior without spread replaces it.
 *
 * Source: O. Vasicek, "A Note on Using Cross-Sectional Information in Bayesian Estimation of Security Betas" (Journal
 * of Finance 28, 1973).
 *
 * @throws AnalysisError `BAD_INPUT` when the estimate has no standard error, the mean is not finite, the standard
 * deviation is not a number from 0 up, or both spreads are 0: two certainties have no weighted mean.
 */
export function vasicek(beta: BetaEstimate, options: VasicekOptions): BetaEstimate {
  const { mean = 1, standardDeviation = 0.5, degreesOfFreedom, confidence } = options;
  const { standardError } = beta;
  if (standardError === null) {
    throw new AnalysisError(
      "BAD_INPUT",
      "a beta that is to be weighed against a prior needs a standard error, got none",
    );
  }
  if (!Number.isFinite(mean) || !(standardDeviation >= 0) || (standardDeviation === 0 && standardError === 0)) {
    throw new AnalysisError(
      "BAD_INPUT",
      "a prior needs a finite mean and a standard deviation from 0 up, above 0 for a beta that has no error, " +
        `got ${mean} and ${standardDeviation}`,
      { mean: String(mean), standardDeviation: String(standardDeviation) },
    );
  }
  // By ratios, so that both limits come out exact and no square leaves the range of doubles.
  const shareOfEstimate = 1 / (1 + (standardError / standardDeviation) ** 2);
  const shareOfPrior = 1 / (1 + (standardDeviation / standardError) ** 2);
  return studentEstimate(
    shareOfEstimate * beta.value + shareOfPrior * mean,
    standardError / Math.hypot(1, standardError / standardDeviation),
    degreesOfFreedom,
    confidence,
  );
}

import { AnalysisError } from "../errors.ts";

/**
 * How the uncertainty of coefficients is estimated:
 *
 * - `CLASSICAL`: residuals of one variance, independent: s²(XᵀX)⁻¹;
 * - `HC0` … `HC3`: residuals of any variance, independent (H. White, Econometrica 48, 1980; J. MacKinnon, H. White,
 *   Journal of Econometrics 29, 1985): squared residuals as they are, times n/(n − k), over 1 − h, over (1 − h)²;
 * - `HAC`: residuals of any variance that follow each other (W. Newey, K. West, Econometrica 55, 1987): Bartlett weights
 *   1 − l/(L + 1) up to L lags, no prewhitening.
 */
export type CovarianceEstimator = "CLASSICAL" | "HC0" | "HC1" | "HC2" | "HC3" | "HAC";

/** What a caller may ask for. `lags` and `smallSample` (a factor n/(n − k)) belong to HAC alone. */
export interface CovarianceOptions {
  readonly covariance?: CovarianceEstimator;
  /** L; default ⌊4(n/100)^(2/9)⌋ (Newey and West's rule of thumb). */
  readonly lags?: number;
  readonly smallSample?: boolean;
}

/** What was used. */
export interface CovarianceChoice {
  readonly estimator: CovarianceEstimator;
  /** Of HAC; null elsewhere. */
  readonly lags: number | null;
  readonly smallSample: boolean;
}

const CLASSICAL: CovarianceChoice = Object.freeze({ estimator: "CLASSICAL", lags: null, smallSample: false });

/** The default number of lags for n observations. */
export function neweyWestLags(observations: number): number {
  return Math.floor(4 * (observations / 100) ** (2 / 9));
}

/**
 * Reads the options for n observations.
 *
 * @throws AnalysisError `BAD_INPUT` when lags are not whole numbers from 0 to n − 1, or when an option is given that
 * another estimator than HAC would ignore.
 */
export function readCovariance(options: CovarianceOptions, observations: number): CovarianceChoice {
  const { covariance: estimator = "CLASSICAL", lags, smallSample = false } = options;
  if (estimator === "HAC") {
    const used = lags ?? Math.min(neweyWestLags(observations), observations - 1);
    if (Number.isInteger(used) && used >= 0 && used < observations) return { estimator, lags: used, smallSample };
    throw new AnalysisError(
      "BAD_INPUT",
      `lags must be a whole number from 0 to ${observations - 1} for ${observations} observations, got ${used}`,
      { lags: String(used), observations },
    );
  }
  if (lags !== undefined) throw onlyForHac("lags", lags, estimator);
  if (smallSample) throw onlyForHac("smallSample", true, estimator);
  return estimator === "CLASSICAL" ? CLASSICAL : { estimator, lags: null, smallSample };
}

function onlyForHac(option: string, value: unknown, estimator: CovarianceEstimator): AnalysisError {
  const hint = option === "smallSample" && estimator === "HC0" ? ": HC1 is HC0 with that factor" : "";
  return new AnalysisError("BAD_INPUT", `${option} belongs to HAC, got ${value} with ${estimator}${hint}`, {
    option,
    covariance: estimator,
  });
}

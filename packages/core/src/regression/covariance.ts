import { AnalysisError } from "../errors.ts";
import { deletion } from "./deletion.ts";
import type { Regression } from "./fitted-regression.ts";
import type { LeastSquaresFit } from "./least-squares-fit.ts";

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

/** The covariance matrix of a regression's coefficients, k × k by rows, under the estimator it was made with. */
export function coefficientCovariance({ fit, covariance, residualStandardError }: Regression): Float64Array {
  if (residualStandardError === 0) return new Float64Array(fit.estimates.length ** 2);
  if (covariance.estimator === "CLASSICAL") return products(fit.weights(), residualStandardError ** 2);
  return sandwich(fit, covariance);
}

/**
 * The sandwich (XᵀX)⁻¹Xᵀ Ω X(XᵀX)⁻¹, k × k by rows: the products of the scores, which are each coefficient's weights
 * times the residuals.
 *
 * @throws AnalysisError `BAD_INPUT` for HC2 and HC3 where an observation alone determines a coefficient.
 */
export function sandwich(fit: LeastSquaresFit, { estimator, lags, smallSample }: CovarianceChoice): Float64Array {
  const n = fit.response.length;
  const factor = estimator === "HC1" || smallSample ? n / (n - fit.estimates.length) : 1;
  const errors = estimator === "HC2" || estimator === "HC3" ? deletedErrors(fit, estimator) : fit.residuals();
  const scores = fit.weights().map((weights) => weights.map((weight, t) => weight * errors[t]));
  if (lags === null) return products(scores, factor);
  // Bartlett weights are what products of sums over windows of L + 1 give: the work does not grow with the lags, and
  // no variance can come out negative.
  return products(
    scores.map((column) => windowSums(column, lags + 1)),
    factor / (lags + 1),
  );
}

/** Residuals whose squares are e²/(1 − h), for HC2, or e²/(1 − h)², for HC3. */
function deletedErrors(fit: LeastSquaresFit, estimator: "HC2" | "HC3"): Float64Array {
  const { complements, residuals } = deletion(fit);
  const alone = complements.indexOf(0);
  if (alone >= 0) {
    const message = `${estimator} needs every leverage below 1, but observation ${alone} alone determines a coefficient`;
    throw new AnalysisError("BAD_INPUT", message, { covariance: estimator, observation: alone });
  }
  return estimator === "HC3" ? residuals : residuals.map((value, t) => value * Math.sqrt(complements[t]));
}

/** factor · Σ aᵢ[t]aⱼ[t], k × k by rows. */
function products(columns: readonly Float64Array[], factor: number): Float64Array {
  const k = columns.length;
  const matrix = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = 0; t < columns[i].length; t++) sum += columns[i][t] * columns[j][t];
      matrix[i * k + j] = factor * sum;
      matrix[j * k + i] = factor * sum;
    }
  }
  return matrix;
}

/** The sum of every window of so many neighbours, also of those that reach over an end. */
function windowSums(values: Float64Array, width: number): Float64Array {
  const n = values.length;
  const sums = new Float64Array(n + width - 1);
  let sum = 0;
  for (let end = 0; end < sums.length; end++) {
    if (end < n) sum += values[end];
    if (end >= width) sum -= values[end - width];
    sums[end] = sum;
  }
  return sums;
}

function onlyForHac(option: string, value: unknown, estimator: CovarianceEstimator): AnalysisError {
  const hint = option === "smallSample" && estimator === "HC0" ? ": HC1 is HC0 with that factor" : "";
  return new AnalysisError("BAD_INPUT", `${option} belongs to HAC, got ${value} with ${estimator}${hint}`, {
    option,
    covariance: estimator,
  });
}

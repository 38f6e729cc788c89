import { AnalysisError } from "../errors.ts";
import type { CovarianceChoice } from "./covariance-choice.ts";
import { deletion } from "./deletion.ts";
import type { Regression } from "./fitted-regression.ts";
import type { LeastSquaresFit } from "./least-squares-fit.ts";

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

/**
 * A fitted least-squares problem, before any inference: what the solvers hand over.
 *
 * Coefficients come intercept first (if there is one), then one a regressor. What grows with the observations is
 * computed when it is asked for: most callers want the table alone.
 */
export interface LeastSquaresFit {
  readonly response: Float64Array;
  /** Its mean, or nearly; 0 without an intercept. */
  readonly responseCentre: number;
  readonly estimates: Float64Array;
  /** Standard errors of the coefficients for residuals of variance 1: √ of the diagonal of (XᵀX)⁻¹. */
  readonly unitErrors: Float64Array;
  readonly residualSquares: number;
  /** Σ(y − ȳ)² with an intercept, Σy² without. */
  readonly totalSquares: number;
  /** What the regressors explain of `totalSquares`, computed by itself: it keeps its digits when it is small. */
  readonly explainedSquares: number;
  residuals(): Float64Array;
  /** One column a coefficient, the rows of (XᵀX)⁻¹Xᵀ: estimateⱼ = Σ weightsⱼ[t] · y[t]. */
  weights(): readonly Float64Array[];
  /** The diagonal of X(XᵀX)⁻¹Xᵀ: how much each observation pulls its own fitted value, from 0 to 1. */
  leverages(): Float64Array;
  /**
   * The weights by which all other observations, in their order, predict the response of observation `t`; null when they
   * cannot, since without `t` a regressor does not vary or is a combination of others.
   */
  predictorOf(t: number): Float64Array | null;
}

/**
 * Below this share of residual in total squares a fit is close: the residuals, of about 1 % of the response and less,
 * start to lose digits to the rounding of what they are differences of, and are worth a compensated pass.
 */
export const CLOSE_FIT_SHARE = 1e-4;

export function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}

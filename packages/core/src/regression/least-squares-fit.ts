/**
 * A fitted least-squares problem, before any inference: what the solvers hand over.
 *
 * Coefficients come intercept first (if there is one), then one a regressor.
 */
export interface LeastSquaresFit {
  readonly estimates: Float64Array;
  /** Standard errors of the coefficients for residuals of variance 1: √ of the diagonal of (XᵀX)⁻¹. */
  readonly unitErrors: Float64Array;
  readonly residuals: Float64Array;
  readonly residualSquares: number;
  /** Σ(y − ȳ)² with an intercept, Σy² without. */
  readonly totalSquares: number;
  /** What the regressors explain of `totalSquares`, computed by itself: it keeps its digits when it is small. */
  readonly explainedSquares: number;
}

/**
 * Below this share of residual in total squares a fit is close: the residuals, of about 1 % of the response and less,
 * start to lose digits to the rounding of what they are differences of, and are worth a compensated pass.
 */
export const CLOSE_FIT_SHARE = 1e-4;

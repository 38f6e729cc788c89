import type { PlaneMoments } from "./plane-moments.ts";
import { NEARLY_EXACT_SHARE } from "./trust.ts";

/** A least-squares plane through centred data, found from its moments; used again from window to window. */
export interface PlaneSolution {
  readonly slopes: Float64Array;
  /** The diagonal of the inverse of the regressors' centred products: the variances of the slopes for a residual variance of 1. */
  readonly unitVariances: Float64Array;
  /** The response's sum of squares about its mean, what the plane explains of it, and what it leaves. */
  total: number;
  explained: number;
  residual: number;
  /** The Cholesky factor of the centred products, row by row, the response last. */
  readonly factor: Float64Array;
  readonly direction: Float64Array;
}

export function planeSolution(regressors: number): PlaneSolution {
  return {
    slopes: new Float64Array(regressors),
    unitVariances: new Float64Array(regressors),
    total: Number.NaN,
    explained: Number.NaN,
    residual: Number.NaN,
    factor: new Float64Array(((regressors + 1) * (regressors + 2)) / 2),
    direction: new Float64Array(regressors),
  };
}

/**
 * Solves the normal equations of a slot, the response its last series. False when they are no basis for an answer: a
 * regressor keeps less than `independence` of its squares beside earlier ones, or the fit is close.
 *
 * The Cholesky factor of all centred products holds the whole regression: the response's row is what the orthogonalised
 * regressors explain, its last entry, squared, the residual squares. Scaling a series changes no rounding to speak of
 * (N. Higham, Accuracy and Stability of Numerical Algorithms, 2002, theorem 10.6).
 */
export function solvePlane(into: PlaneSolution, moments: PlaneMoments, slot: number, independence: number): boolean {
  const { slopes, factor } = into;
  const { series, stride, values } = moments;
  const k = series - 1;
  const products = slot * stride + series;
  for (let i = 0; i < k; i++) {
    const row = (i * (i + 1)) / 2;
    const left = factorizeRow(factor, values, products, i);
    if (!(left > independence * values[products + row + i])) return false;
    factor[row + i] = Math.sqrt(left);
  }
  into.total = values[products + (k * (k + 1)) / 2 + k];
  into.residual = factorizeRow(factor, values, products, k);
  if (!(into.residual > NEARLY_EXACT_SHARE * into.total)) return false;
  const response = (k * (k + 1)) / 2;
  into.explained = 0;
  for (let j = 0; j < k; j++) {
    slopes[j] = factor[response + j];
    into.explained += slopes[j] * slopes[j];
  }
  solveTransposed(factor, slopes, k);
  for (let j = 0; j < k; j++) into.unitVariances[j] = unitVariance(into, j, k);
  return true;
}

/** The change of the slopes that takes these products of residuals and regressors away. In place. */
export function solveNormal({ factor }: PlaneSolution, gradients: Float64Array): Float64Array {
  const k = gradients.length;
  for (let i = 0; i < k; i++) {
    const row = (i * (i + 1)) / 2;
    for (let j = 0; j < i; j++) gradients[i] -= factor[row + j] * gradients[j];
    gradients[i] /= factor[row + i];
  }
  solveTransposed(factor, gradients, k);
  return gradients;
}

/** Fills row i of the factor but for its diagonal, whose square it returns. */
function factorizeRow(factor: Float64Array, values: Float64Array, products: number, i: number): number {
  const row = (i * (i + 1)) / 2;
  let left = values[products + row + i];
  for (let j = 0; j < i; j++) {
    const other = (j * (j + 1)) / 2;
    let product = values[products + row + j];
    for (let l = 0; l < j; l++) product -= factor[row + l] * factor[other + l];
    const entry = product / factor[other + j];
    factor[row + j] = entry;
    left -= entry * entry;
  }
  return left;
}

/** Solves Lᵀz = vector in place. */
function solveTransposed(factor: Float64Array, vector: Float64Array, k: number): void {
  for (let j = k - 1; j >= 0; j--) {
    let value = vector[j];
    for (let i = j + 1; i < k; i++) value -= factor[(i * (i + 1)) / 2 + j] * vector[i];
    vector[j] = value / factor[(j * (j + 1)) / 2 + j];
  }
}

/** The squared length of column j of L⁻¹. */
function unitVariance({ factor, direction }: PlaneSolution, j: number, k: number): number {
  let sum = 0;
  for (let i = j; i < k; i++) {
    const row = (i * (i + 1)) / 2;
    let value = i === j ? 1 : 0;
    for (let l = j; l < i; l++) value -= factor[row + l] * direction[l];
    direction[i] = value / factor[row + i];
    sum += direction[i] * direction[i];
  }
  return sum;
}

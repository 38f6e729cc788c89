import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";

/** What a plane whose slopes are known leaves of a response. */
export interface PlaneResiduals {
  /** The residuals' sum of squares about their mean. */
  readonly squares: number;
  /** Their mean: what the rounding of the means left. */
  readonly mean: number;
  /** Their centred products with each regressor: what the rounding of the slopes left. */
  readonly gradients: Float64Array;
}

/**
 * Sums the residuals of a plane, for windows that fit closely: what would be a small difference of moments is taken of
 * each observation. `means` are doubles near the means of the regressors and, last, of the response.
 */
export function planeResiduals(
  y: Float64Array,
  regressors: readonly Float64Array[],
  slopes: ArrayLike<number>,
  means: ArrayLike<number>,
): PlaneResiduals {
  const n = y.length;
  const k = regressors.length;
  const gradients = new Float64Array(k);
  const deviations = new Float64Array(k);
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < n; t++) {
    let residual = y[t] - means[k];
    for (let j = 0; j < k; j++) residual -= slopes[j] * (regressors[j][t] - means[j]);
    for (let j = 0; j < k; j++) {
      const deviation = regressors[j][t] - means[j];
      deviations[j] += deviation;
      gradients[j] += residual * deviation;
    }
    sum += residual;
    squares += residual * residual;
  }
  const mean = sum / n;
  for (let j = 0; j < k; j++) gradients[j] -= mean * deviations[j];
  return { squares: squares - mean * sum, mean, gradients };
}

/**
 * The plane's height where all regressors are 0: ȳ + offset − Σ (slopeⱼ + restⱼ) · x̄ⱼ, rounded once at the end. A rest is
 * what a double leaves of a slope.
 */
export function heightAtZero(
  slopes: ArrayLike<number>,
  rests: ArrayLike<number>,
  means: ArrayLike<number>,
  offset: number,
): number {
  const k = slopes.length;
  let high = means[k];
  let rest = offset;
  for (let j = 0; j < k; j++) {
    const product = -slopes[j] * means[j];
    rest += sumError(high, product) + productError(-slopes[j], means[j]) - rests[j] * means[j];
    high += product;
  }
  return high + rest;
}

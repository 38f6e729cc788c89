/** A pivot below this share of its variance is rounding: the coefficients' covariance is singular. */
const SINGULAR = 1e-12;

/**
 * bᵀV⁻¹b of the coefficients from `first` on, V their covariance (k × k by rows); null when V is singular.
 *
 * Cholesky's factorisation of V scaled to correlations, so that the units of the coefficients do not matter.
 */
export function waldStatistic(estimates: Float64Array, covariance: Float64Array, first: number): number | null {
  const k = estimates.length;
  const q = k - first;
  const scales = Array.from({ length: q }, (_, i) => Math.sqrt(covariance[(first + i) * (k + 1)]));
  const factor = new Float64Array(q * q);
  const solution = new Float64Array(q);
  let statistic = 0;
  for (let i = 0; i < q; i++) {
    if (!(scales[i] > 0)) return null;
    let rest = estimates[first + i] / scales[i];
    for (let j = 0; j <= i; j++) {
      let sum = covariance[(first + i) * k + first + j] / scales[i] / scales[j];
      for (let m = 0; m < j; m++) sum -= factor[i * q + m] * factor[j * q + m];
      if (j === i && !(sum > SINGULAR)) return null;
      factor[i * q + j] = j === i ? Math.sqrt(sum) : sum / factor[j * (q + 1)];
    }
    for (let m = 0; m < i; m++) rest -= factor[i * q + m] * solution[m];
    solution[i] = rest / factor[i * (q + 1)];
    statistic += solution[i] * solution[i];
  }
  return statistic;
}

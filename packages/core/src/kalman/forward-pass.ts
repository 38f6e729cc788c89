/**
 * The Kalman filter of a regression with moving coefficients, given where they started.
 *
 * Scaled: the observation noise has variance 1, the noises of the states are `ratios` of it. The start δ (the
 * coefficients of period 0) is unknown, and everything is linear in it: the innovation of period t is
 * innovations[t] − Σⱼ effects[j][t]·δⱼ, its variance, given δ, variances[t].
 *
 * A start without prior knowledge is then least squares in δ: the exact diffuse filter without its case distinctions,
 * and without the large variances that cost it its digits when the first regressors hardly differ.
 *
 * Source: P. de Jong, "The Diffuse Kalman Filter" (Annals of Statistics 19, 1991); J. Durbin, S. Koopman, "Time Series
 * Analysis by State Space Methods", 2nd edition, sections 4.3 and 5.7.
 */
export interface ForwardPass {
  readonly innovations: Float64Array;
  /** A column a state. */
  readonly effects: readonly Float64Array[];
  /** What a unit of innovation adds to each state; a column a state. */
  readonly gains: readonly Float64Array[];
  readonly variances: Float64Array;
  /** Covariances of the states after each observation, given δ: k × k numbers a period. Empty when not asked for. */
  readonly covariances: Float64Array;
}

/** Room for a pass over n periods, to be used again and again. */
export function roomForPass(periods: number, states: number, withCovariances: boolean): ForwardPass {
  const column = () => new Float64Array(periods);
  return {
    innovations: column(),
    effects: Array.from({ length: states }, column),
    gains: Array.from({ length: states }, column),
    variances: column(),
    covariances: new Float64Array(withCovariances ? periods * states * states : 0),
  };
}

/** Runs the filter over `response`, and fills `pass`. */
export function runForward(
  design: readonly Float64Array[],
  response: Float64Array,
  ratios: Float64Array,
  pass: ForwardPass,
): void {
  const k = design.length;
  const covariance = new Float64Array(k * k); // of the state before the observation; the start is given
  const state = new Float64Array(k);
  const slopes = new Float64Array(k * k); // of the state in δ
  for (let j = 0; j < k; j++) slopes[j * k + j] = 1;
  const row = new Float64Array(k);
  const gain = new Float64Array(k);
  for (let t = 0; t < response.length; t++) {
    for (let j = 0; j < k; j++) row[j] = design[j][t];
    observe(covariance, row, gain, pass, t);
    let innovation = response[t];
    for (let j = 0; j < k; j++) innovation -= row[j] * state[j];
    pass.innovations[t] = innovation;
    for (let j = 0; j < k; j++) state[j] += gain[j] * innovation;
    for (let i = 0; i < k; i++) {
      let effect = 0;
      for (let j = 0; j < k; j++) effect += row[j] * slopes[j * k + i];
      pass.effects[i][t] = effect;
      for (let j = 0; j < k; j++) slopes[j * k + i] -= gain[j] * effect;
    }
    for (let j = 0; j < k; j++) covariance[j * k + j] += ratios[j];
  }
}

/** Turns the covariance before the observation of period t into that after it; notes gain, variance, covariance. */
function observe(covariance: Float64Array, row: Float64Array, gain: Float64Array, pass: ForwardPass, t: number): void {
  const k = row.length;
  let variance = 1;
  for (let j = 0; j < k; j++) {
    gain[j] = product(covariance, j, row);
    variance += row[j] * gain[j];
  }
  for (let j = 0; j < k; j++) {
    gain[j] /= variance;
    pass.gains[j][t] = gain[j];
  }
  pass.variances[t] = variance;
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) covariance[i * k + j] -= variance * gain[i] * gain[j];
  restoreRounding(covariance, row, gain);
  if (pass.covariances.length > 0) pass.covariances.set(covariance, t * k * k);
}

/**
 * But for rounding, the reduced covariance times the row is the gain. What is missing is added (Joseph's form), or
 * states that move much more than the observation noise would keep the rounding of their movement as their variance.
 */
function restoreRounding(covariance: Float64Array, row: Float64Array, gain: Float64Array): void {
  const k = row.length;
  for (let i = 0; i < k; i++) {
    const missing = gain[i] - product(covariance, i, row);
    for (let j = 0; j < k; j++) covariance[i * k + j] += missing * gain[j];
  }
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const middle = (covariance[i * k + j] + covariance[j * k + i]) / 2;
      covariance[i * k + j] = middle;
      covariance[j * k + i] = middle;
    }
  }
}

/** Row `i` of a k × k matrix times a vector. */
function product(matrix: Float64Array, i: number, vector: Float64Array): number {
  const k = vector.length;
  let sum = 0;
  for (let j = 0; j < k; j++) sum += matrix[i * k + j] * vector[j];
  return sum;
}

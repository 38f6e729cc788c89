import type { ForwardPass } from "./forward-pass.ts";

/**
 * What the observations after a period say about it, as a filter that runs back from the end collects it.
 *
 * Source: J. Durbin, S. Koopman, "Time Series Analysis by State Space Methods", 2nd edition, section 4.4, where it is
 * r and N.
 */
export interface Lookback {
  /** r: how a state would move if it followed the later innovations, over its covariance. */
  readonly pull: Float64Array;
  /** The derivatives of r in the start δ, k × k: row a state, column a start. */
  readonly pullSlopes: Float64Array;
  /** N: the variance of r given δ, k × k. */
  readonly information: Float64Array;
}

/** Nothing is known after the last period. */
export function emptyLookback(states: number): Lookback {
  return {
    pull: new Float64Array(states),
    pullSlopes: new Float64Array(states * states),
    information: new Float64Array(states * states),
  };
}

/** Steps from after period t to before it. `errors` are the innovations at the start that `pull` is to be taken at. */
export function stepBack(
  lookback: Lookback,
  design: readonly Float64Array[],
  pass: ForwardPass,
  errors: Float64Array,
  t: number,
): void {
  const { pull, pullSlopes, information } = lookback;
  const k = pull.length;
  let along = 0;
  for (let j = 0; j < k; j++) along += pass.gains[j][t] * pull[j];
  addTo(pull, 0, 1, design, t, errors[t] / pass.variances[t] - along);
  for (let i = 0; i < k; i++) {
    along = 0;
    for (let j = 0; j < k; j++) along += pass.gains[j][t] * pullSlopes[j * k + i];
    addTo(pullSlopes, i, k, design, t, -pass.effects[i][t] / pass.variances[t] - along);
  }
  // (I − z·gainᵀ)·N·(I − gain·zᵀ) + z·zᵀ/variance, a side at a time.
  for (let i = 0; i < k; i++) {
    along = 0;
    for (let j = 0; j < k; j++) along += pass.gains[j][t] * information[i * k + j];
    addTo(information, i * k, 1, design, t, -along);
  }
  for (let i = 0; i < k; i++) {
    along = 0;
    for (let j = 0; j < k; j++) along += pass.gains[j][t] * information[j * k + i];
    addTo(information, i, k, design, t, design[i][t] / pass.variances[t] - along);
  }
}

/** Adds `factor` times the row z of period t to every `stride`-th number from `offset`. */
function addTo(
  values: Float64Array,
  offset: number,
  stride: number,
  design: readonly Float64Array[],
  t: number,
  factor: number,
): void {
  for (let j = 0; j < design.length; j++) values[offset + j * stride] += factor * design[j][t];
}

import type { Growth } from "./line-moments.ts";

/**
 * The moments of `line-moments.ts` for any number of series. A slot is `stride` numbers: the mean of each series'
 * deviations from its origin, then the centred products of series i and j ≤ i, row by row, as {@link productAt} says.
 */
export interface PlaneMoments {
  readonly series: number;
  readonly stride: number;
  readonly values: Float64Array;
}

/** Room for the moments of `slots` runs of so many series. */
export function planeMoments(series: number, slots: number): PlaneMoments {
  const stride = series + (series * (series + 1)) / 2;
  return { series, stride, values: new Float64Array(slots * stride) };
}

/** Where in a slot the product of series i and j ≤ i stands. */
export function productAt(series: number, i: number, j: number): number {
  return series + (i * (i + 1)) / 2 + j;
}

/** As `growMoments`. */
export function growPlaneMoments(into: PlaneMoments, columns: readonly Float64Array[], growth: Growth): void {
  const { series, stride, values } = into;
  const { from, step, slots, origin, held } = growth;
  const state = held > 0 ? values.slice(values.length - stride) : new Float64Array(stride);
  const before = new Float64Array(series);
  const lost = new Float64Array(series);
  for (let slot = 0; slot < slots; slot++) {
    const t = from + step * slot;
    const share = 1 / (held + slot + 1);
    let at = series;
    for (let i = 0; i < series; i++) {
      const deviation = columns[i][t] - columns[i][origin];
      before[i] = deviation - state[i];
      const move = before[i] * share + lost[i];
      const moved = state[i] + move;
      lost[i] = move - (moved - state[i]);
      state[i] = moved;
      const after = deviation - state[i];
      for (let j = 0; j <= i; j++) state[at++] += before[j] * after;
    }
    values.set(state, slot * stride);
  }
}

/** As `fillUp`. */
export function fillUpPlanes(later: PlaneMoments, earlier: PlaneMoments, window: number, slots: number): void {
  const { series, stride, values } = later;
  const apart = new Float64Array(series);
  const mergeable = Math.min(slots, window - 1);
  for (let slot = 0; slot < mergeable; slot++) {
    const own = slot * stride;
    const other = (window - 2 - slot) * stride;
    const share = (window - 1 - slot) / window;
    const weight = share * (slot + 1);
    let at = series;
    for (let i = 0; i < series; i++) {
      apart[i] = earlier.values[other + i] - values[own + i];
      for (let j = 0; j <= i; j++, at++) {
        values[own + at] += earlier.values[other + at] + weight * apart[i] * apart[j];
      }
      values[own + i] += share * apart[i];
    }
  }
}

/** The smallest and the largest of some values; both NaN when one of the values is not finite. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** Scans at least one value. */
export function valueRange(values: Float64Array): ValueRange {
  const n = values.length;
  let low = values[0];
  let high = low;
  let check = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i];
    if (value < low) low = value;
    if (value > high) high = value;
    check += value - value; // NaN for NaN and for infinities, else 0
  }
  return check === 0 ? { low, high } : { low: Number.NaN, high: Number.NaN };
}

/** The size of the value that is furthest from 0. */
export function largestSize({ low, high }: ValueRange): number {
  return Math.max(Math.abs(low), Math.abs(high));
}

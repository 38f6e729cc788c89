/** The smallest, the largest and the mean of some values; all NaN when one of the values is not finite. */
export interface ValueSummary {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

/**
 * Scans at least one value, once.
 *
 * The mean is summed as deviations from the first value, as in `mean.ts`, in two sums that the processor adds side by
 * side. A sum that is not finite shows a value that is not (or one near the end of the range of doubles).
 */
export function summarize(values: Float64Array): ValueSummary {
  const n = values.length;
  const shift = values[0];
  let low = shift;
  let high = shift;
  let even = 0;
  let odd = 0;
  for (let i = 1; i < n; i += 2) {
    const first = values[i];
    const second = i + 1 < n ? values[i + 1] : shift;
    if (first < low) low = first;
    if (first > high) high = first;
    if (second < low) low = second;
    if (second > high) high = second;
    even += first - shift;
    odd += second - shift;
  }
  const sum = even + odd;
  return sum - sum === 0
    ? { low, high, mean: shift + sum / n }
    : { low: Number.NaN, high: Number.NaN, mean: Number.NaN };
}

/** The size of the value that is furthest from 0. */
export function largestSize({ low, high }: ValueSummary): number {
  return Math.max(Math.abs(low), Math.abs(high));
}

/**
 * The mean, of at least one value. Exactly the value itself when all are equal.
 *
 * Summed as deviations from the first value: returns have no reason to be far from each other compared with their
 * size, so this costs nothing and keeps the sum small. In four sums that the processor adds side by side.
 */
export function mean(values: Float64Array): number {
  const n = values.length;
  const shift = values[0];
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    s0 += values[i] - shift;
    s1 += values[i + 1] - shift;
    s2 += values[i + 2] - shift;
    s3 += values[i + 3] - shift;
  }
  for (; i < n; i++) s0 += values[i] - shift;
  return shift + (s0 + s1 + (s2 + s3)) / n;
}

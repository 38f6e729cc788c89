/**
 * The mean, of at least one value. Exactly the value itself when all are equal.
 *
 * Summed as deviations from the first value: returns have no reason to be far from each other compared with their
 * size, so this costs nothing and keeps the sum small.
 */
export function mean(values: Float64Array): number {
  const n = values.length;
  const shift = values[0];
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] - shift;
  return shift + sum / n;
}

/** The median number of days between neighbouring dates (ascending day numbers); 0 below two dates. */
export function medianGap(dates: Int32Array): number {
  return medianOfPairs(dates, (from, to) => to - from);
}

/** The median of a count over neighbouring dates; 0 below two dates. */
export function medianOfPairs(dates: Int32Array, count: (from: number, to: number) => number): number {
  if (dates.length < 2) return 0;
  const counts = Int32Array.from({ length: dates.length - 1 }, (_, i) => count(dates[i], dates[i + 1])).sort();
  const middle = counts.length >>> 1;
  return counts.length % 2 === 1 ? counts[middle] : (counts[middle - 1] + counts[middle]) / 2;
}

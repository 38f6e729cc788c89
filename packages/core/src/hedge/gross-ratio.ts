/** How large a hedge is, bought and sold alike, in times of the portfolio's value: Σ|ratioᵢ|. */
export function grossRatio(ratios: readonly number[]): number {
  return ratios.reduce((sum, ratio) => sum + Math.abs(ratio), 0);
}

/** The same in each period; a column of ratios an instrument, all of one length, and at least one. */
export function grossRatios(columns: readonly Float64Array[]): Float64Array {
  return columns[0].map((_, t) => columns.reduce((sum, column) => sum + Math.abs(column[t]), 0));
}

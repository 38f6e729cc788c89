import { compensatedSum } from "./compensated-sum.ts";

/** Losses in the worst periods: decimals a period, positive for a loss. */
export interface TailLoss {
  readonly valueAtRisk: number;
  readonly expectedShortfall: number;
}

/** A rank this close to a whole number, as a share of the number of returns, is that one: 0.9 is not a double. */
const RANK_ROUNDING = 2 ** -50;

/**
 * Historical value at risk, the loss that a share `confidence` of the periods did not exceed: −q, with q the quantile of
 * the returns at 1 − confidence, interpolated linearly between order statistics (R's type 7, numpy's default; R. Hyndman,
 * Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996). Negative where even that
 * return is a gain.
 *
 * Expected shortfall, the mean loss in the periods that lost that much or more: −mean of the returns ≤ q, never less
 * than the value at risk (P. Artzner, F. Delbaen, J. Eber, D. Heath, "Coherent Measures of Risk", Mathematical Finance
 * 9, 1999).
 *
 * Of one observation at least. With fewer than 1/(1 − confidence) of them both rest on the two worst alone.
 */
export function tailLoss(returns: Float64Array, confidence: number): TailLoss {
  const sorted = returns.toSorted();
  const { quantile, low } = lowerQuantile(sorted, confidence);
  let count = 0;
  while (count < sorted.length && sorted[count] <= low) count++;
  // About `low`, so that equal returns have exactly themselves as their mean, and none has one above it.
  const below = sorted.subarray(0, count).map((value) => value - low);
  const worst = low + compensatedSum(below) / count;
  // Not by a minus sign: that would make a negative zero.
  return { valueAtRisk: 0 - quantile, expectedShortfall: 0 - worst };
}

/** The quantile at 1 − confidence of sorted values, and the largest value that is not above it. */
function lowerQuantile(sorted: Float64Array, confidence: number): { readonly quantile: number; readonly low: number } {
  const steps = sorted.length - 1;
  const exact = steps - steps * confidence;
  const whole = Math.round(exact);
  const rank = Math.abs(exact - whole) <= RANK_ROUNDING * sorted.length ? whole : exact;
  const lower = Math.floor(rank);
  const low = sorted[lower];
  const high = sorted[Math.min(lower + 1, steps)];
  return { quantile: Math.min(high, low + (rank - lower) * (high - low)), low };
}

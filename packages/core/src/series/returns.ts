import { AnalysisError } from "../errors.ts";
import type { PriceSeries, ReturnSeries } from "./series.ts";
import { formatDate } from "./trading-date.ts";

/** `SIMPLE`: p1/p0 − 1. `LOG`: ln(p1/p0). */
export type ReturnKind = "SIMPLE" | "LOG";

/**
 * How far a simple return of moderate size that was taken of two prices can be off: each price is rounded to a double,
 * and so is their ratio. Holdings multiply it by their gross weight.
 * Differences between returns below this mean nothing, however small the returns are.
 */
export const RETURN_ROUNDING = 2 ** -51;

/**
 * Returns from one price to the next, as decimals: n prices give n − 1 returns.
 *
 * Simple returns are (p1 − p0)/p0: for neighbouring prices the difference is exact (Sterbenz' lemma), where p1/p0 − 1
 * would round the ratio first. Log returns are log1p of the simple ones, for the same
 * reason, and the logarithm of the ratio where it is below a half.
 *
 * @param dates the date of each price, for messages
 * @param label whose prices they are, for messages
 * @throws AnalysisError `INSUFFICIENT_DATA` below 2 prices; `BAD_INPUT` for a price that is not positive, since a
 * return on it has no meaning.
 */
export function periodReturns(
  prices: Float64Array,
  kind: ReturnKind,
  dates: Int32Array,
  label = "the series",
): Float64Array {
  const n = prices.length;
  if (n < 2) {
    throw new AnalysisError("INSUFFICIENT_DATA", `returns need at least 2 prices, ${label} has ${n}`, {
      label,
      observations: n,
      needed: 2,
    });
  }
  const returns = new Float64Array(n - 1);
  let previous = prices[0];
  let plain = previous > 0;
  for (let i = 1; i < n; i++) {
    const price = prices[i];
    const simple = (price - previous) / previous;
    returns[i - 1] = simple;
    // The first price that is not positive has a return of -1 or less; one that is not a number has one that is none.
    if (!(simple > -1 && simple < Infinity)) plain = false;
    previous = price;
  }
  if (!plain) refuseNotPositive(prices, dates, label);
  return kind === "LOG" ? returns.map((simple, i) => logReturn(simple, prices[i + 1] / prices[i])) : returns;
}

/** log1p keeps the digits of a small return, and the logarithm of the ratio those of a crash. */
function logReturn(simple: number, ratio: number): number {
  return simple < -0.5 ? Math.log(ratio) : Math.log1p(simple);
}

/** {@link periodReturns} of a price series, dated from its second date on: a return belongs to the end of its period. */
export function returnsOf(prices: PriceSeries, kind: ReturnKind): ReturnSeries {
  const values = periodReturns(prices.adjustedCloses, kind, prices.dates);
  return { kind: "returns", dates: prices.dates.subarray(1), values };
}

/** Names the first price that is at fault, if one is: an extreme ratio of good prices may overflow as well. */
function refuseNotPositive(prices: Float64Array, dates: Int32Array, label: string): void {
  const index = prices.findIndex((price) => !(price > 0 && price < Infinity));
  if (index < 0) return;
  const price = prices[index];
  const date = formatDate(dates[index]);
  throw new AnalysisError("BAD_INPUT", `returns need positive prices, ${label} has ${price} on ${date}`, {
    label,
    date,
    price: String(price),
  });
}

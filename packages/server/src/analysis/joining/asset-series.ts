import {
  alignPrices,
  clip,
  type Interval,
  nextKnownDate,
  type Period,
  type PriceSeries,
  priceSeries,
  type ReturnKind,
  type ReturnSeries,
  resample,
  returnSeries,
  returnsOf,
} from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";

/** One asset's prices in a period: period-end closes. Empty where it has none. */
export function assetPrices(history: PriceHistory, period: Period, interval: Interval): PriceSeries {
  const clipped = clip(history.prices, period);
  if (interval === "DAY" || clipped.dates.length === 0) return clipped;
  const next = nextKnownDate([history.prices], clipped.dates[clipped.dates.length - 1]);
  const { dates, columns } = resample(alignPrices([clipped]), interval, next);
  return priceSeries(dates, columns[0]);
}

/** One asset's returns in a period: one fewer than its prices, the first on the second date. */
export function assetReturns(
  history: PriceHistory,
  period: Period,
  interval: Interval,
  kind: ReturnKind,
): ReturnSeries {
  const prices = assetPrices(history, period, interval);
  if (prices.dates.length < 2) return returnSeries(new Int32Array(0), new Float64Array(0));
  return returnsOf(prices, kind);
}

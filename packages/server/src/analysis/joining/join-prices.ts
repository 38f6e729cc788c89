import {
  AnalysisError,
  alignPrices,
  clip,
  formatDate,
  type Interval,
  nextKnownDate,
  ownDates,
  type Period,
  type PriceSeries,
  resample,
} from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";
import { type DatedRiskFree, RISK_FREE_RETURNS } from "./risk-free.ts";

/** A series to be joined, and what messages call it. */
export interface Input {
  readonly label: string;
  readonly prices: PriceSeries;
}

export const pricesOf = ({ prices }: PriceHistory): PriceSeries => prices;

export const inputOf = ({ id, prices }: PriceHistory): Input => ({ label: id, prices });

export const riskFreeInput = (dated: DatedRiskFree): Input =>
  dated.kind === "prices" ? inputOf(dated.history) : { label: RISK_FREE_RETURNS, prices: ownDates(dated.own) };

/** The prices of the period on the dates that all have, one row a period. */
export function joinPrices(inputs: readonly Input[], { period, interval }: { period: Period; interval: Interval }) {
  const labels = inputs.map(({ label }) => label);
  const aligned = alignPrices(
    inputs.map((input) => clipTo(period, input)),
    labels,
  );
  // What comes after these prices shows whether their last week or month is over.
  const all = inputs.map(({ prices }) => prices);
  const next = nextKnownDate(all, aligned.dates[aligned.dates.length - 1]);
  const { dates, columns, dropped, incomplete } = resample(aligned, interval, next);
  if (dates.length === 0) throw noWholePeriod(interval);
  return { dates, columns, labels, dropped, incomplete, joined: aligned.dates };
}

function clipTo(period: Period, { label, prices }: Input): PriceSeries {
  const clipped = clip(prices, period);
  if (clipped.dates.length > 0) return clipped;
  const from = period.start === undefined ? "the beginning" : formatDate(period.start);
  const to = period.end === undefined ? "the end" : formatDate(period.end);
  const { dates } = prices;
  const firstDate = dates.length === 0 ? null : formatDate(dates[0]);
  const lastDate = dates.length === 0 ? null : formatDate(dates[dates.length - 1]);
  const has = dates.length === 0 ? "none" : `${firstDate} to ${lastDate}`;
  const message = `${label} has no prices from ${from} to ${to}; it has ${has}`;
  throw new AnalysisError("NO_OVERLAP", message, { series: [{ label, first: firstDate, last: lastDate }] });
}

function noWholePeriod(interval: Interval): AnalysisError {
  const message = `returns need at least 2 prices, and the period has no whole ${interval.toLowerCase()}`;
  return new AnalysisError("INSUFFICIENT_DATA", message, { observations: 0, needed: 2 });
}

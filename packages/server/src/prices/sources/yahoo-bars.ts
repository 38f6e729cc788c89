import { type PriceSeries, parseDate, priceSeries } from "@hedgeql/core";

/** What we read of Yahoo's chart answer, after yahoo-finance2 has checked its form. */
export interface Chart {
  readonly meta: {
    readonly symbol: string;
    readonly dataGranularity: string;
    readonly currency?: string;
    readonly longName?: string;
    readonly shortName?: string;
    readonly exchangeName?: string;
    readonly fullExchangeName?: string;
    readonly exchangeTimezoneName: string;
    readonly currentTradingPeriod: { readonly regular: { readonly start: Date; readonly end: Date } };
  };
  readonly timestamp?: readonly number[];
  readonly indicators: { readonly adjclose?: readonly { readonly adjclose?: readonly (number | null)[] }[] };
}

/** Yahoo's prices lag the exchange by up to 20 minutes, and the closing auction comes after the bell. */
const SETTLED_AFTER_MS = 30 * 60_000;

/**
 * The closed sessions of a chart: one bar a trading date at the exchange, without the rows that Yahoo left null and
 * without what is not history yet, such as the session that is still open.
 *
 * @param symbol the symbol that was asked for, which the chart must be of
 * @param now milliseconds since 1970-01-01 UTC
 * @param from the first trading date wanted (day number)
 * @throws Error when the chart cannot be used: it is of something else, its columns do not match, its time zone or a
 *   price makes no sense.
 */
export function tradingBars(chart: Chart, symbol: string, now: number, from = Number.NEGATIVE_INFINITY): PriceSeries {
  const { meta } = chart;
  if (meta.symbol.toUpperCase() !== symbol.toUpperCase()) throw new Error(`it is of ${meta.symbol.slice(0, 40)}`);
  if (meta.dataGranularity !== "1d") {
    throw new Error(`its bars must be of 1d, got ${meta.dataGranularity.slice(0, 40)}`);
  }
  const timestamps = chart.timestamp ?? [];
  const closes = chart.indicators.adjclose?.[0]?.adjclose;
  if (timestamps.length === 0) return priceSeries(new Int32Array(0), new Float64Array(0));
  if (closes === undefined) throw new Error("it has no adjusted closes");
  if (closes.length !== timestamps.length) {
    throw new Error(`it has ${timestamps.length} timestamps and ${closes.length} adjusted closes`);
  }
  const dateOf = tradingDateIn(meta.exchangeTimezoneName);
  const end = firstUnsettledDate(chart, now, dateOf);
  const byDate = new Map<number, number>();
  for (let i = 0; i < timestamps.length; i++) {
    const close = closes[i];
    if (close === null || close === undefined) continue;
    const date = dateOf(timestamps[i] * 1000);
    // The running session comes as a second row of its date: the later row is the truer one.
    if (date >= from && date < end) byDate.set(date, close);
  }
  const dates = Int32Array.from(byDate.keys()).sort();
  return priceSeries(
    dates,
    Float64Array.from(dates, (date) => byDate.get(date) as number),
  );
}

/**
 * The date from which on bars do not count: that of the current session, or the one after it when it has settled. What
 * Yahoo dates later is not history, be it a slip or today's bar while the current session is still yesterday's.
 */
function firstUnsettledDate(chart: Chart, now: number, dateOf: (time: number) => number): number {
  const { start, end } = chart.meta.currentTradingPeriod.regular;
  const date = dateOf(start.getTime());
  return now >= end.getTime() + SETTLED_AFTER_MS ? date + 1 : date;
}

/** The calendar date (day number) at a place: a bar of Tokyo, Sydney or Jakarta is on the day before in UTC. */
function tradingDateIn(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (time) => parseDate(format.format(time));
}

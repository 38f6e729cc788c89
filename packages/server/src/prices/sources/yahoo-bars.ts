import { type PriceSeries, parseDate, priceSeries } from "@hedgeql/core";

/** What we read of Yahoo's chart answer, after yahoo-finance2 has checked its form. */
export interface Chart {
  readonly meta: {
    readonly currency?: string;
    readonly longName?: string;
    readonly shortName?: string;
    readonly exchangeName?: string;
    readonly fullExchangeName?: string;
    readonly exchangeTimezoneName: string;
    readonly currentTradingPeriod?: { readonly regular?: { readonly start: Date; readonly end: Date } };
  };
  readonly timestamp?: readonly number[];
  readonly indicators: { readonly adjclose?: readonly { readonly adjclose?: readonly (number | null)[] }[] };
}

/** Yahoo's prices lag the exchange by up to 20 minutes, and the closing auction comes after the bell. */
const SETTLED_AFTER_MS = 30 * 60_000;

/**
 * The closed sessions of a chart: one bar a trading date at the exchange, without the rows that Yahoo left null and
 * without the session that is still open.
 *
 * @param now milliseconds since 1970-01-01 UTC
 * @param from the first trading date wanted (day number)
 * @throws Error when the chart cannot be used: its columns do not match, its time zone or a price makes no sense.
 */
export function tradingBars(chart: Chart, now: number, from = Number.NEGATIVE_INFINITY): PriceSeries {
  const timestamps = chart.timestamp ?? [];
  const closes = chart.indicators.adjclose?.[0]?.adjclose;
  if (timestamps.length === 0) return priceSeries(new Int32Array(0), new Float64Array(0));
  if (closes === undefined) throw new Error("it has no adjusted closes");
  if (closes.length !== timestamps.length) {
    throw new Error(`it has ${timestamps.length} timestamps and ${closes.length} adjusted closes`);
  }
  const dateOf = tradingDateIn(chart.meta.exchangeTimezoneName);
  const openDate = openSession(chart, now, dateOf);
  const byDate = new Map<number, number>();
  for (let i = 0; i < timestamps.length; i++) {
    const close = closes[i];
    if (close === null || close === undefined) continue;
    const date = dateOf(timestamps[i] * 1000);
    // The running session comes as a second row of its date: the later row is the truer one.
    if (date >= from && date !== openDate) byDate.set(date, close);
  }
  const dates = Int32Array.from(byDate.keys()).sort();
  return priceSeries(
    dates,
    Float64Array.from(dates, (date) => byDate.get(date) as number),
  );
}

/** The date of the session that has not settled yet, if there is one. */
function openSession(chart: Chart, now: number, dateOf: (time: number) => number): number | undefined {
  const session = chart.meta.currentTradingPeriod?.regular;
  if (session === undefined || now >= session.end.getTime() + SETTLED_AFTER_MS) return undefined;
  return dateOf(session.start.getTime());
}

/** The calendar date (day number) at a place: a bar of Tokyo, Sydney or Jakarta is on the day before in UTC. */
function tradingDateIn(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (time) => parseDate(format.format(time));
}

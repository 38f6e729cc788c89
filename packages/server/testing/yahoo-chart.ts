import { instantAt, offsetAt } from "./exchange-clock.ts";

/** Where a symbol trades, as Yahoo describes it. Times are local. */
export interface Exchange {
  readonly code: string;
  readonly name: string;
  readonly instrumentType: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly open: string;
  readonly close: string;
}

/** Exchanges that differ in what goes wrong with their dates. */
export const EXCHANGES = {
  nasdaq: exchange("NMS NasdaqGS EQUITY USD America/New_York 09:30 16:00"),
  copenhagen: exchange("CPH Copenhagen EQUITY DKK Europe/Copenhagen 09:00 17:00"),
  tokyo: exchange("JPX Tokyo EQUITY JPY Asia/Tokyo 09:00 15:30"),
  sydney: exchange("ASX ASX EQUITY AUD Australia/Sydney 10:00 16:00"),
  jakarta: exchange("JKT Jakarta EQUITY IDR Asia/Jakarta 09:00 16:15"),
  londonCurrencies: exchange("CCY CCY CURRENCY USD Europe/London 00:00 23:59"),
  crypto: exchange("CCC CCC CRYPTOCURRENCY USD UTC 00:00 23:59"),
} as const;

function exchange(line: string): Exchange {
  const [code, name, instrumentType, currency, timeZone, open, close] = line.split(" ");
  return { code, name, instrumentType, currency, timeZone, open, close };
}

/** One row of a chart. */
export interface Bar {
  /** The date at the exchange, `YYYY-MM-DD`. */
  readonly date: string;
  readonly adjustedClose: number | null;
  /** Without the adjustments; the adjusted close when left out. */
  readonly close?: number | null;
  /** The local time of the row's timestamp, when it is not the session's open: Yahoo stamps its live row otherwise. */
  readonly at?: string;
}

/** What Yahoo knows of a symbol. */
export interface Listing {
  readonly bars: readonly Bar[];
  /** Nasdaq when left out. */
  readonly exchange?: Exchange;
  readonly name?: string;
  /** The date of the exchange's current or latest session; the last bar's when left out. */
  readonly session?: string;
}

/** The one result of a chart answer, in Yahoo's form. Loose, because tests break it. */
export interface ChartResult {
  meta?: Record<string, unknown>;
  timestamp?: number[];
  indicators: { quote: object[]; adjclose?: { adjclose?: (number | null)[] }[] };
}

/**
 * Yahoo's chart of a listing, with the rows whose timestamps are between the two moments.
 *
 * @param period1 seconds since 1970-01-01 UTC
 * @param period2 likewise
 */
export function chartResult(symbol: string, listing: Listing, period1: number, period2: number): ChartResult {
  const { bars, exchange = EXCHANGES.nasdaq } = listing;
  const secondsAt = (date: string, time: string) => instantAt(date, time, exchange.timeZone) / 1000;
  const stamped = bars.map((bar) => ({ ...bar, timestamp: secondsAt(bar.date, bar.at ?? exchange.open) }));
  const rows = stamped.filter(({ timestamp }) => timestamp >= period1 && timestamp <= period2);
  const session = listing.session ?? bars.at(-1)?.date ?? "2024-01-02";
  const last = stamped.at(-1);
  const gmtoffset = offsetAt(secondsAt(session, exchange.open) * 1000, exchange.timeZone) / 1000;
  const timezone = exchange.timeZone;
  const hours = (start: number, end: number) => ({ timezone, start, end, gmtoffset });
  const open = secondsAt(session, exchange.open);
  const close = secondsAt(session, exchange.close);
  const meta = {
    currency: exchange.currency,
    symbol,
    exchangeName: exchange.code,
    fullExchangeName: exchange.name,
    instrumentType: exchange.instrumentType,
    firstTradeDate: stamped[0]?.timestamp ?? null,
    regularMarketTime: last?.timestamp ?? open,
    hasPrePostMarketData: false,
    gmtoffset,
    timezone,
    exchangeTimezoneName: exchange.timeZone,
    regularMarketPrice: last?.close ?? last?.adjustedClose ?? 0,
    longName: listing.name ?? `${symbol} Inc.`,
    shortName: symbol,
    chartPreviousClose: rows[0]?.adjustedClose ?? 0,
    priceHint: 2,
    currentTradingPeriod: { pre: hours(open, open), regular: hours(open, close), post: hours(close, close) },
    dataGranularity: "1d",
    range: "",
    validRanges: ["1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max"],
  };
  // Yahoo leaves the timestamps out of an answer without rows.
  if (rows.length === 0) return { meta, indicators: { quote: [{}], adjclose: [{}] } };
  const closes = rows.map(({ close: plain, adjustedClose }) => (plain === undefined ? adjustedClose : plain));
  const volume = closes.map((value) => (value === null ? null : 1_000_000));
  return {
    meta,
    timestamp: rows.map(({ timestamp }) => timestamp),
    indicators: {
      quote: [{ open: closes, high: closes, low: closes, close: closes, volume }],
      adjclose: [{ adjclose: rows.map(({ adjustedClose }) => adjustedClose) }],
    },
  };
}

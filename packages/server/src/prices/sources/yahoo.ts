import type { PriceSeries } from "@hedgeql/core";
import { PriceError } from "../price-error.ts";
import type { FetchOptions, Instrument, PriceSource } from "../price-source.ts";
import { type Chart, tradingBars } from "./yahoo-bars.ts";
import { createYahooClient } from "./yahoo-client.ts";
import { createYahooSearch } from "./yahoo-search.ts";
import { yahooSymbol } from "./yahoo-symbol.ts";

/** Before the first exchange that Yahoo covers: asking from here gives the whole history. */
const BEGINNING = new Date("1900-01-01T00:00:00Z");

const DAY_MS = 86_400_000;
/** A hundred years of daily bars are 3 MB: more than this is not a chart, and must not fill the memory. */
const MAX_BODY_BYTES = 64_000_000;

export interface YahooOptions {
  /** Where Yahoo's API is: the real one, a proxy, or a stand-in. */
  readonly baseUrl: string;
  /** How long to wait for a chart; a search waits 3 seconds at most. */
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly now?: () => number;
  /** How large an answer may be; 64 MB when left out, and less for a search. */
  readonly maxBodyBytes?: number;
}

/**
 * Yahoo Finance, through yahoo-finance2: one `chart()` call gives a symbol's prices, name, currency, exchange and
 * time zone, one `search()` call the symbols for a text, and nothing else is asked of Yahoo.
 */
export function createYahooSource(options: YahooOptions): PriceSource {
  const { baseUrl, timeoutMs, concurrency, now = Date.now, maxBodyBytes = MAX_BODY_BYTES } = options;
  const client = createYahooClient({ baseUrl, concurrency, now });

  function pricesOf(symbol: string, chart: Chart, from: number | undefined): PriceSeries {
    try {
      return tradingBars(chart, symbol, now(), from);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `Yahoo's answer for ${symbol} cannot be used: ${reason}`;
      throw new PriceError("SOURCE_UNAVAILABLE", message, { symbol }, { cause: error });
    }
  }

  async function fetchInstrument(symbol: string, { from, signal }: FetchOptions = {}): Promise<Instrument> {
    // A day early, because a session in Asia opens on the day before in UTC.
    const period1 = from === undefined ? BEGINNING : new Date((from - 1) * DAY_MS);
    const chart = (await client.chart(symbol, period1, {
      subject: { title: symbol, again: `ask for ${symbol}`, details: { symbol } },
      timeoutMs,
      maxBodyBytes,
      signal,
      meaning(status, description) {
        const unknown = status === 404 || (status === 400 && /data doesn't exist|no data found/i.test(description));
        return unknown ? unknownSymbol(symbol) : undefined;
      },
    })) as Chart;
    const prices = pricesOf(symbol, chart, from);
    if (prices.dates.length === 0 && from === undefined) throw unknownSymbol(symbol);
    const { meta } = chart;
    return {
      symbol,
      name: meta.longName ?? meta.shortName ?? null,
      currency: meta.currency ?? null,
      exchange: meta.fullExchangeName ?? meta.exchangeName ?? null,
      prices,
    };
  }

  return {
    name: "YAHOO",
    prefix: null,
    remote: true,
    canonical(text) {
      const symbol = yahooSymbol(text);
      if (symbol !== undefined) return symbol;
      const got = text.slice(0, 40);
      const message = `a Yahoo symbol has up to 30 letters, digits and . ^ = - & _, got ${got}`;
      throw new PriceError("UNKNOWN_SYMBOL", message, { symbol: got, source: "YAHOO" });
    },
    fetch: fetchInstrument,
    search: createYahooSearch({ client, timeoutMs, maxBodyBytes, now }),
  };
}

function unknownSymbol(symbol: string): PriceError {
  return new PriceError("UNKNOWN_SYMBOL", `Yahoo has no daily prices for ${symbol}`, { symbol, source: "YAHOO" });
}

import type { PriceSeries } from "@hedgeql/core";

/** Where prices come from. The names are the values of the API's `PriceSource` enum. */
export type SourceName = "YAHOO" | "SAMPLE" | "CSV";

/** What an instrument is. The names are the values of the API's `InstrumentKind` enum. */
export type InstrumentKind = "EQUITY" | "ETF" | "INDEX" | "FUND" | "CURRENCY" | "CRYPTO" | "FUTURE";

/** One instrument's daily history, as its source gives it. */
export interface Instrument {
  /** The symbol as the source spells it, without the source's prefix. */
  readonly symbol: string;
  readonly name: string | null;
  /** ISO 4217 code, or Yahoo's own for a minor unit (`GBp`). */
  readonly currency: string | null;
  readonly exchange: string | null;
  /** Adjusted closes by trading date at the exchange, closed sessions only. */
  readonly prices: PriceSeries;
}

export interface FetchOptions {
  /** The first trading date wanted (day number); the whole history when left out. */
  readonly from?: number;
  readonly signal?: AbortSignal;
}

/** An instrument that a search found; `null` is what the source does not say. */
export interface SymbolMatch {
  /** In its canonical spelling, without the source's prefix. */
  readonly symbol: string;
  readonly name: string | null;
  readonly exchange: string | null;
  readonly kind: InstrumentKind | null;
  /** The first and the last date with a price (day numbers). */
  readonly firstDate: number | null;
  readonly lastDate: number | null;
}

export interface SearchOptions {
  /** The most matches wanted: a whole number of at least 1. */
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/**
 * A source of price histories.
 *
 * `fetch` rejects with a `PriceError`: `UNKNOWN_SYMBOL` when the source does not have the symbol, `RATE_LIMITED` or
 * `SOURCE_UNAVAILABLE` when it cannot say, `BAD_INPUT` when what it holds breaks a rule. It never answers with prices
 * that it is not sure of. `search` rejects with the codes of a source that cannot say, and with no other.
 */
export interface PriceSource {
  readonly name: SourceName;
  /** What stands before the colon in a symbol of this source; `null` for the default source. */
  readonly prefix: string | null;
  /** True when a history costs a request to somebody else: it is then stored, and refreshed when it is old. */
  readonly remote: boolean;
  /** The one spelling of a symbol, so that `tsla` and `TSLA` are the same asset. */
  canonical(symbol: string): string;
  fetch(symbol: string, options?: FetchOptions): Promise<Instrument>;
  /**
   * The instruments whose symbol or name has this text, in any case; the one of exactly this symbol first, then the
   * likeliest. No match is an empty list. Of an empty text, a source that is not remote lists what it has, and a remote
   * one gives nothing.
   *
   * @param text without blanks at its ends, and without control characters
   */
  search(text: string, options: SearchOptions): Promise<readonly SymbolMatch[]>;
}

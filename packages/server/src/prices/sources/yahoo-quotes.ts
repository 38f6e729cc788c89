import type { InstrumentKind, SymbolMatch } from "../price-source.ts";
import { yahooSymbol } from "./yahoo-symbol.ts";

/**
 * What can be priced, by Yahoo's own words. The rest is not listed: companies that are not traded have no prices, and
 * options end before they have a history.
 */
const KINDS: ReadonlyMap<string, InstrumentKind> = new Map([
  ["EQUITY", "EQUITY"],
  ["ETF", "ETF"],
  ["INDEX", "INDEX"],
  ["MUTUALFUND", "FUND"],
  ["MONEY_MARKET", "FUND"],
  ["MONEYMARKET", "FUND"],
  ["CURRENCY", "CURRENCY"],
  ["CRYPTOCURRENCY", "CRYPTO"],
  ["FUTURE", "FUTURE"],
]);

/** Names are shown and kept: one that is no name must not fill the memory. */
const MAX_NAME = 200;

/**
 * The instruments in Yahoo's answer to a search, in its order; what is not of the form of one is left out.
 *
 * @param answer as Yahoo sent it, unchecked
 * @throws Error when it is no answer to a search: it has no list of quotes.
 */
export function searchMatches(answer: unknown): SymbolMatch[] {
  const quotes = fieldsOf(answer).quotes;
  if (!Array.isArray(quotes)) throw new Error("it has no list of quotes");
  const matches = new Map<string, SymbolMatch>();
  for (const quote of quotes) {
    const match = matchOf(fieldsOf(quote));
    if (match !== undefined && !matches.has(match.symbol)) matches.set(match.symbol, match);
  }
  return [...matches.values()];
}

function matchOf(quote: Readonly<Record<string, unknown>>): SymbolMatch | undefined {
  const symbol = typeof quote.symbol === "string" ? yahooSymbol(quote.symbol) : undefined;
  if (symbol === undefined || quote.isYahooFinance === false) return undefined;
  const type = textOf(quote.quoteType);
  const kind = type === null ? null : KINDS.get(type.toUpperCase());
  if (kind === undefined) return undefined;
  return {
    symbol,
    name: textOf(quote.longname) ?? textOf(quote.shortname),
    exchange: textOf(quote.exchDisp) ?? textOf(quote.exchange),
    kind,
    firstDate: null,
    lastDate: null,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return value.trim().slice(0, MAX_NAME) || null;
}

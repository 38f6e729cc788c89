import { LRUCache } from "lru-cache";
import { PriceError } from "../price-error.ts";
import type { PriceSource, SymbolMatch } from "../price-source.ts";
import { SingleFlight } from "../single-flight.ts";
import type { YahooClient } from "./yahoo-client.ts";
import { isSilence, sourceFailure, type YahooSubject } from "./yahoo-failures.ts";
import { searchMatches } from "./yahoo-quotes.ts";
import { yahooSymbol } from "./yahoo-symbol.ts";

/** Somebody is typing: what comes later is of no use. */
const MAX_TIMEOUT_MS = 3_000;
/** Fifty quotes are 20 kB. */
const MAX_BODY_BYTES = 1_000_000;
/** As many are always asked for, so that one answer serves every limit. */
const COUNT = 50;
/** People type the same beginnings, and listings change by the day. */
const KEPT_FOR_MS = 5 * 60_000;
const KEPT_SEARCHES = 300;
/** When nobody answered, for how long the next keystrokes do not wait for it again. */
const SILENT_FOR_MS = 10_000;

export interface YahooSearchOptions {
  readonly client: YahooClient;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  readonly now: () => number;
}

const SUBJECT: YahooSubject = { title: "a search", again: "search", details: { source: "YAHOO" } };

/**
 * Yahoo's search, for a box that asks at every keystroke: recent answers are kept, those who ask for the same at the
 * same time share one request, and a Yahoo that does not answer is waited for once in a while, not every time.
 */
export function createYahooSearch(options: YahooSearchOptions): PriceSource["search"] {
  const { client, now } = options;
  const timeoutMs = Math.min(MAX_TIMEOUT_MS, options.timeoutMs);
  const maxBodyBytes = Math.min(MAX_BODY_BYTES, options.maxBodyBytes);
  const kept = new LRUCache<string, { at: number; matches: readonly SymbolMatch[] }>({ max: KEPT_SEARCHES });
  const flights = new SingleFlight<readonly SymbolMatch[]>();
  let silence: { at: number; failure: PriceError } | undefined;

  /** Of a moment to come, set by a clock that was wrong, it is false as well. */
  const isWithin = (milliseconds: number, at: number) => Math.abs(now() - at) < milliseconds;

  async function request(text: string, key: string, signal: AbortSignal): Promise<readonly SymbolMatch[]> {
    const answer = await client.search(text, COUNT, { subject: SUBJECT, timeoutMs, maxBodyBytes, signal });
    const matches = exactFirst(searchMatches(answer), text);
    kept.set(key, { at: now(), matches });
    silence = undefined;
    return matches;
  }

  async function ask(text: string, key: string, signal: AbortSignal | undefined): Promise<readonly SymbolMatch[]> {
    if (silence !== undefined && isWithin(SILENT_FOR_MS, silence.at)) {
      const { code, message, details } = silence.failure;
      throw new PriceError(code, message, details, { asked: false });
    }
    // From now, and not from when the client's queue lets the request through: charts may hold it up.
    const timeout = AbortSignal.timeout(timeoutMs);
    const patience = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
      return await flights.run(key, (shared) => request(text, key, shared), patience);
    } catch (error) {
      signal?.throwIfAborted();
      const failure = sourceFailure(SUBJECT, error, timeoutMs);
      if (isSilence(failure)) silence = { at: now(), failure };
      throw failure;
    }
  }

  return async (text, { limit, signal }) => {
    if (text === "") return [];
    const key = text.toLowerCase().replaceAll(/\s+/g, " ");
    const known = kept.get(key);
    const isKnown = known !== undefined && isWithin(KEPT_FOR_MS, known.at);
    const matches = isKnown ? known.matches : await ask(text, key, signal);
    return matches.slice(0, limit);
  };
}

/** In Yahoo's order, but for the symbol that was typed: whoever types it wants that one. */
function exactFirst(matches: readonly SymbolMatch[], text: string): readonly SymbolMatch[] {
  const exact = matches.find(({ symbol }) => symbol === yahooSymbol(text));
  return exact === undefined ? matches : [exact, ...matches.filter((match) => match !== exact)];
}

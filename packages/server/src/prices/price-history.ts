import type { PriceSeries } from "@hedgeql/core";
import { priceSeries } from "@hedgeql/core";
import pLimit from "p-limit";
import { PriceError } from "./price-error.ts";
import type { Instrument, PriceSource, SourceName } from "./price-source.ts";
import { type PriceStore, type StoredInstrument, WRONG_CLOCK_MS } from "./price-store.ts";
import { SingleFlight } from "./single-flight.ts";
import { splitPrefix, withPrefix } from "./symbol-prefix.ts";
import { type FoundSymbols, type SymbolQuery, searchSymbols } from "./symbol-search.ts";

export {
  type FoundSymbol,
  type FoundSymbols,
  MAX_SEARCH_CHARACTERS,
  type SearchFailure,
  type SymbolQuery,
} from "./symbol-search.ts";

/** How many of the latest stored bars a refresh asks for again, to see whether the history was restated. */
const OVERLAP_BARS = 10;

/**
 * A dividend that Yahoo enters late restates bars before the overlap and leaves the overlap alone. So that such a
 * mixture does not last, a history is fetched whole again after this time.
 */
const WHOLE_FOR_MS = 7 * 86_400_000;

/** For so long after it was last fetched whole, a history is not replaced by one of less than half its length. */
const SHRUNK_FOR_MS = 30 * 86_400_000;
const RETRY_AFTER_SHRINKING_SECONDS = 6 * 3600;

/** After an outage, how long a stored history serves before its source is tried again (unless it said when). */
const RETRY_AFTER_OUTAGE_MS = 30_000;

/** A history with where it came from and how old it is. */
export interface PriceHistory extends Instrument {
  /** The symbol as the API spells it: with the source's prefix, if it has one. */
  readonly id: string;
  readonly source: SourceName;
  /** When the source was last asked (milliseconds since 1970-01-01 UTC); `null` for files, which do not age. */
  readonly retrievedAt: number | null;
  /** Why this history is older than it should be: its source failed, and what was stored serves instead. */
  readonly stale: string | null;
}

export interface PriceHistories {
  /** The one spelling of a symbol, prefix included: `tsla` and `TSLA` are one asset. Throws a `PriceError`. */
  identify(symbol: string): string;
  /** The history of a symbol; rejects with a `PriceError`. */
  load(symbol: string, signal?: AbortSignal): Promise<PriceHistory>;
  /**
   * Symbols for a text, for a box that suggests while one types: from all sources, or from the one that a prefix names.
   * Rejects with a `PriceError` (`BAD_INPUT`) for a text that cannot be searched for; a source that fails is told in
   * what was found.
   */
  search(text: string, query: SymbolQuery): Promise<FoundSymbols>;
}

export interface PriceHistoriesOptions {
  readonly sources: readonly PriceSource[];
  readonly store: PriceStore;
  /** How long a stored history is fresh, in milliseconds. */
  readonly freshForMs: number;
  /** How many requests to remote sources may run at once. */
  readonly concurrency: number;
  readonly now?: () => number;
  /** Called when the store cannot give or keep a history: the answer is still right, but costs a request again. */
  readonly onStoreFailure?: (error: unknown, symbol: string) => void;
  /**
   * Called once when a source was asked and failed, whether a stored history serves or not. That it does not know a
   * symbol is an answer; it is a failure when the symbol's history is stored. Of a search, the text stands for a symbol.
   */
  readonly onSourceFailure?: (error: unknown, symbol: string) => void;
}

/**
 * Price histories by symbol: from the store while they are fresh, else from their source, then saved.
 *
 * How fresh a price must be is decided here and nowhere else.
 */
export function createPriceHistories(options: PriceHistoriesOptions): PriceHistories {
  const { sources, store, freshForMs, now = Date.now } = options;
  const flights = new SingleFlight<PriceHistory>();
  const limit = pLimit(options.concurrency);
  /** For how long a source that failed for a symbol is not asked again. */
  const pauses = new Map<string, { since: number; milliseconds: number; reason: string }>();

  async function load(text: string, signal?: AbortSignal): Promise<PriceHistory> {
    const { source, symbol, id } = resolve(text, sources);
    if (!source.remote) {
      const instrument = await source.fetch(symbol, signal && { signal });
      return { ...instrument, id, source: source.name, retrievedAt: null, stale: null };
    }
    return flights.run(id, (shared) => loadRemote(source, symbol, id, shared), signal);
  }

  async function loadRemote(source: PriceSource, symbol: string, id: string, signal: AbortSignal) {
    const storeFailed = (error: unknown) => {
      // With nobody waiting any more, as when the server stops, a failure costs nothing.
      if (!signal.aborted) options.onStoreFailure?.(error, id);
      return undefined;
    };
    const found = await store.load(source.name, symbol).catch(storeFailed);
    const stored = found?.prices.dates.length === 0 ? undefined : found;
    if (stored !== undefined && isYoungerThan(freshForMs, stored.retrievedAt, now())) {
      return { ...stored, id, stale: null };
    }

    const pause = pauses.get(id);
    if (stored !== undefined && pause !== undefined && isYoungerThan(pause.milliseconds, pause.since, now())) {
      return { ...stored, id, stale: pause.reason };
    }

    try {
      const fresh = await refresh(source, symbol, stored, signal);
      pauses.delete(id);
      await store.save(fresh).catch(storeFailed);
      return { ...fresh, id, stale: null };
    } catch (error) {
      // Everybody has left, and what was under way broke off with them: nothing has failed.
      if (signal.aborted) throw error;
      const expected = error instanceof PriceError ? error : undefined;
      const unknown = expected?.code === "UNKNOWN_SYMBOL";
      const isAnswer = unknown && stored === undefined;
      if (expected?.asked !== false && !isAnswer) options.onSourceFailure?.(error, id);
      // Prices of a symbol that its source no longer has are still what they were.
      if (stored === undefined || expected === undefined || !(expected.isOutage || unknown)) throw error;
      const seconds = expected.details.retryAfterSeconds;
      const milliseconds = typeof seconds === "number" ? seconds * 1000 : RETRY_AFTER_OUTAGE_MS;
      pauses.set(id, { since: now(), milliseconds, reason: expected.message });
      return { ...stored, id, stale: expected.message };
    }
  }

  async function refresh(
    source: PriceSource,
    symbol: string,
    stored: StoredInstrument | undefined,
    signal: AbortSignal,
  ): Promise<StoredInstrument> {
    const ask = (from?: number) =>
      limit(() => {
        signal.throwIfAborted();
        return source.fetch(symbol, from === undefined ? { signal } : { signal, from });
      });
    const about = { source: source.name, retrievedAt: now() };
    if (stored !== undefined && isYoungerThan(WHOLE_FOR_MS, stored.wholeAt, about.retrievedAt)) {
      const start = Math.max(0, stored.prices.dates.length - OVERLAP_BARS);
      const recent = await ask(stored.prices.dates[start]);
      const prices = extend(stored.prices, start, recent.prices);
      if (prices !== undefined) return { ...recent, prices, ...about, wholeAt: stored.wholeAt };
    }
    const whole = await ask();
    if (stored !== undefined && isYoungerThan(SHRUNK_FOR_MS, stored.wholeAt, about.retrievedAt)) {
      checkLength(source, symbol, whole.prices, stored.prices);
    }
    return { ...whole, ...about, wholeAt: about.retrievedAt };
  }

  return {
    identify: (symbol) => resolve(symbol, sources).id,
    load,
    search(text, query) {
      return searchSymbols(sources, text, query, (error) => options.onSourceFailure?.(error, text));
    },
  };
}

interface Resolved {
  readonly source: PriceSource;
  /** As the source spells it. */
  readonly symbol: string;
  /** The same with the source's prefix. */
  readonly id: string;
}

/** The source that a symbol's prefix names, and the symbol as that source spells it. */
function resolve(text: string, sources: readonly PriceSource[]): Resolved {
  const trimmed = text.trim();
  const { prefix, rest: name } = splitPrefix(trimmed);
  const source = sources.find((candidate) => candidate.prefix === prefix);
  if (source === undefined) {
    const known = sources.flatMap((candidate) => candidate.prefix ?? []).map((name) => `${name}:`);
    const unprefixed = sources
      .filter((candidate) => candidate.prefix === null)
      .map((candidate) => `and ${titleOf(candidate)}'s symbols have none`);
    throw new PriceError(
      "UNKNOWN_SYMBOL",
      `no price source is called ${prefix?.slice(0, 40)}; prefixes are ${[...known, ...unprefixed].join(", ")}`,
      { symbol: trimmed.slice(0, 80), prefixes: known },
    );
  }
  if (name === "") throw new PriceError("BAD_INPUT", "a symbol must not be empty", { symbol: trimmed });
  const symbol = source.canonical(name);
  return { source, symbol, id: withPrefix(prefix, symbol) };
}

/** What is stamped with a time still to come, by a clock that was wrong, is of no known age. */
function isYoungerThan(milliseconds: number, stamp: number, now: number): boolean {
  return stamp - now <= WRONG_CLOCK_MS && now - stamp < milliseconds;
}

/** Half an answer, or a symbol that was given to another company, must not at once take the place of a long history. */
function checkLength(source: PriceSource, symbol: string, whole: PriceSeries, stored: PriceSeries): void {
  const [has, had] = [whole.dates.length, stored.dates.length];
  if (has >= had / 2) return;
  const message = `${titleOf(source)}'s answer for ${symbol} has ${has} prices where ${had} are stored`;
  const details = { symbol, prices: has, stored: had, retryAfterSeconds: RETRY_AFTER_SHRINKING_SECONDS };
  throw new PriceError("SOURCE_UNAVAILABLE", message, details);
}

/** A source's name in a sentence. */
function titleOf({ name }: PriceSource): string {
  return name.charAt(0) + name.slice(1).toLowerCase();
}

/**
 * The stored series with the new bars behind it, which begin at the stored bar `start`; `undefined` where the two do
 * not fit: every dividend and split restates the whole history, and old bars with new ones behind them would be a
 * mixture of two adjustments.
 */
function extend(stored: PriceSeries, start: number, recent: PriceSeries): PriceSeries | undefined {
  const overlap = stored.dates.length - start;
  if (recent.dates.length < overlap) return undefined;
  for (let i = 0; i < overlap; i++) {
    if (recent.dates[i] !== stored.dates[start + i]) return undefined;
    if (recent.adjustedCloses[i] !== stored.adjustedCloses[start + i]) return undefined;
  }
  const length = start + recent.dates.length;
  const dates = new Int32Array(length);
  const adjustedCloses = new Float64Array(length);
  dates.set(stored.dates);
  dates.set(recent.dates, start);
  adjustedCloses.set(stored.adjustedCloses);
  adjustedCloses.set(recent.adjustedCloses, start);
  return priceSeries(dates, adjustedCloses);
}

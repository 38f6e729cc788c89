import { PriceError } from "./price-error.ts";
import type { PriceSource, SourceName, SymbolMatch } from "./price-source.ts";
import { splitPrefix, withPrefix } from "./symbol-prefix.ts";

/** The longest text that is searched for; nobody types a longer one. */
export const MAX_SEARCH_CHARACTERS = 100;

/** Control characters, and halves of characters. */
const NOT_TEXT = /[\p{Cc}\p{Cs}]/u;

/** An instrument that a search found. */
export interface FoundSymbol extends Omit<SymbolMatch, "symbol"> {
  /** The symbol as the API spells it: with the source's prefix, if it has one. */
  readonly id: string;
  readonly source: SourceName;
}

/** Why a source has no part in what was found. */
export interface SearchFailure {
  readonly source: SourceName;
  readonly code: string;
  readonly message: string;
}

export interface FoundSymbols {
  /** Those of the sources that cost nothing first. */
  readonly matches: readonly FoundSymbol[];
  readonly failures: readonly SearchFailure[];
}

export interface SymbolQuery {
  /** Which sources to ask; all when left out. */
  readonly sources?: readonly SourceName[];
  /** The most matches wanted: a whole number of at least 1. */
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks the sources side by side for symbols that have a text in them or in their names. One that fails is told beside
 * what the others found. A prefix in the text (`sample:aa`, `csv:`) asks its source alone.
 *
 * @param onFailure called once for each source that was asked and failed
 * @throws PriceError `BAD_INPUT` for a text that cannot be searched for.
 */
export async function searchSymbols(
  sources: readonly PriceSource[],
  text: string,
  { sources: chosen, limit, signal }: SymbolQuery,
  onFailure: (error: PriceError) => void,
): Promise<FoundSymbols> {
  const trimmed = readText(text);
  const { prefix, rest } = splitPrefix(trimmed);
  const named = prefix === null ? undefined : sources.find((source) => source.prefix === prefix);
  const asked = (named === undefined ? sources : [named])
    .filter(({ name }) => chosen === undefined || chosen.includes(name))
    .toSorted((a, b) => Number(a.remote) - Number(b.remote));
  const sought = named === undefined ? trimmed : rest.trim();
  const answers = await Promise.all(asked.map((source) => askSource(source, sought, limit, signal)));
  const failures: SearchFailure[] = [];
  const lists = answers.map((answer) => {
    if (!("failure" in answer)) return answer.matches;
    const { source, failure } = answer;
    if (failure.asked && !signal?.aborted) onFailure(failure);
    failures.push({ source: source.name, code: failure.code, message: failure.message });
    return [];
  });
  return { matches: shared(lists, limit), failures };
}

function readText(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > MAX_SEARCH_CHARACTERS) {
    const message = `a search must have at most ${MAX_SEARCH_CHARACTERS} characters, got ${trimmed.length}`;
    throw new PriceError("BAD_INPUT", message, { search: trimmed.slice(0, 40) });
  }
  if (NOT_TEXT.test(trimmed)) {
    const message = `a search must be text without control characters, got ${JSON.stringify(trimmed)}`;
    throw new PriceError("BAD_INPUT", message, { search: trimmed });
  }
  return trimmed;
}

type Answer =
  | { readonly matches: readonly FoundSymbol[] }
  | { readonly source: PriceSource; readonly failure: PriceError };

async function askSource(
  source: PriceSource,
  text: string,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const options = signal === undefined ? { limit } : { limit, signal };
  try {
    const found = await source.search(text, options);
    // Whoever types the prefix is about to type the colon.
    const all = text.toLowerCase() === source.prefix ? await source.search("", options) : [];
    const unique = new Map([...found, ...all].map((match) => [match.symbol, match]));
    return { matches: [...unique.values()].map((match) => foundIn(source, match)) };
  } catch (failure) {
    if (failure instanceof PriceError) return { source, failure };
    throw failure;
  }
}

function foundIn({ name, prefix }: PriceSource, { symbol, ...about }: SymbolMatch): FoundSymbol {
  return { id: withPrefix(prefix, symbol), source: name, ...about };
}

/**
 * The lists one after the other, in all no longer than the limit: where there is more, each has its turn to place one,
 * so that a folder full of files leaves room for what Yahoo found.
 */
function shared(lists: readonly (readonly FoundSymbol[])[], limit: number): FoundSymbol[] {
  const taken = lists.map(() => 0);
  const most = Math.min(
    limit,
    lists.reduce((sum, { length }) => sum + length, 0),
  );
  for (let placed = 0, turn = 0; placed < most; turn++) {
    const i = turn % lists.length;
    if (taken[i] === lists[i].length) continue;
    taken[i]++;
    placed++;
  }
  return lists.flatMap((list, i) => list.slice(0, taken[i]));
}

import type { Client, PriceSource, SymbolsResult } from "@hedgeql/sdk";

export type Match = SymbolsResult["symbols"]["matches"][number];

export interface Suggestions {
  readonly matches: readonly Match[];
  /** What a source that failed has to say, in a quiet line. */
  readonly failures: readonly string[];
  readonly isSearching: boolean;
}

export const NO_SUGGESTIONS: Suggestions = { matches: [], failures: [], isSearching: false };

/** Asked apart, so that what is on the server need not wait for Yahoo. */
const GROUPS: readonly { readonly sources: readonly PriceSource[]; readonly name: string }[] = [
  { sources: ["SAMPLE", "CSV"], name: "The server" },
  { sources: ["YAHOO"], name: "Yahoo" },
];
const LIMIT = 8;
/** Longer texts are no symbols, and the API refuses them. */
const LONGEST_SEARCH = 100;

/** Asks all sources side by side, and tells what is known after each of them; aborted, it tells nothing more. */
export async function searchSymbols(
  client: Pick<Client, "symbols">,
  search: string,
  signal: AbortSignal,
  tell: (suggestions: Suggestions) => void,
): Promise<void> {
  const found: (readonly Match[])[] = GROUPS.map(() => []);
  const failures: string[] = [];
  let open = GROUPS.length;
  const report = () => {
    if (signal.aborted) return;
    const matches = [...new Map(found.flat().map((match) => [match.symbol, match])).values()];
    tell({ matches, failures: [...failures], isSearching: open > 0 });
  };
  const ask = async ({ sources, name }: (typeof GROUPS)[number], at: number) => {
    try {
      const variables = { search: search.slice(0, LONGEST_SEARCH), sources, limit: LIMIT };
      const { symbols } = await client.symbols(variables, { signal });
      found[at] = symbols.matches;
      for (const failure of symbols.failures) failures.push(`${failure.source}: ${failure.message}`);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    open -= 1;
    report();
  };
  // Nothing typed: what is on the server can be listed, and Yahoo cannot.
  const groups = search.trim() === "" ? GROUPS.slice(0, 1) : GROUPS;
  open = groups.length;
  await Promise.all(groups.map(ask));
}

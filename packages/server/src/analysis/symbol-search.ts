import { AnalysisError } from "@hedgeql/core";
import type { FoundSymbol, SymbolQuery } from "../prices/price-history.ts";

/** The most matches that one search gives. */
export const MAX_MATCHES = 50;
export const DEFAULT_MATCHES = 10;

export interface SymbolSearchInput {
  readonly search: string;
  readonly sources?: readonly FoundSymbol["source"][] | null | undefined;
  readonly limit?: number | null | undefined;
}

/** What is asked of the prices: `null` and what is left out are the same. Throws `BAD_INPUT`. */
export function readSymbolQuery({ sources, limit }: SymbolSearchInput): Omit<SymbolQuery, "signal"> {
  const most = limit ?? DEFAULT_MATCHES;
  if (!Number.isInteger(most) || most < 1 || most > MAX_MATCHES) {
    throw new AnalysisError("BAD_INPUT", `limit must be a whole number from 1 to ${MAX_MATCHES}, got ${most}`);
  }
  if (sources?.length === 0) {
    throw new AnalysisError("BAD_INPUT", "sources must not be empty: leave it out to search all of them");
  }
  return sources == null ? { limit: most } : { limit: most, sources };
}

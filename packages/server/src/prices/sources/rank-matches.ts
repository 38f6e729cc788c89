import type { SymbolMatch } from "../price-source.ts";

/**
 * Those whose symbol or name has every word of a text, in any case: first the symbol that is the text, then symbols
 * that begin with it, names of which a word does, and the rest; alike ones stay in their order. An empty text is in all.
 */
export function rankMatches(candidates: readonly SymbolMatch[], text: string, limit: number): SymbolMatch[] {
  const sought = text.toLowerCase();
  const words = sought.split(/\s+/);
  const ranked = candidates.flatMap((match) => {
    const symbol = match.symbol.toLowerCase();
    const name = match.name?.toLowerCase() ?? "";
    const found = words.every((word) => symbol.includes(word) || name.includes(word));
    return found ? [{ match, rank: match.symbol === text ? 0 : rankOf(sought, symbol, name) }] : [];
  });
  // The sort is stable (ECMAScript 2019): of one rank, the order stays.
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ match }) => match);
}

function rankOf(sought: string, symbol: string, name: string): number {
  if (symbol === sought) return 1;
  if (symbol.startsWith(sought)) return 2;
  return ` ${name}`.includes(` ${sought}`) ? 3 : 4;
}

/** A symbol's two parts: `sample:AAPL` is of the source with the prefix `sample`, `TSLA` of the one that has none. */
export interface PrefixedText {
  /** What stands before the first colon, in lower case; `null` without a colon. */
  readonly prefix: string | null;
  readonly rest: string;
}

export function splitPrefix(text: string): PrefixedText {
  const colon = text.indexOf(":");
  return { prefix: colon === -1 ? null : text.slice(0, colon).toLowerCase(), rest: text.slice(colon + 1) };
}

/** The symbol with its source's prefix, as the API spells it. */
export function withPrefix(prefix: string | null, symbol: string): string {
  return prefix === null ? symbol : `${prefix}:${symbol}`;
}

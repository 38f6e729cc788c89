/** Yahoo's own characters: letters, digits, `^GSPC`, `BRK-B`, `7203.T`, `EURUSD=X`, `M&M.NS`. */
const SYMBOL = /^[A-Za-z0-9^][A-Za-z0-9.^=\-&_]{0,29}$/;

/** A symbol as Yahoo spells it; `undefined` for what cannot be one. */
export function yahooSymbol(text: string): string | undefined {
  // Tested as it was written: upper case makes letters of this alphabet from others, an S from a long ſ.
  return SYMBOL.test(text) ? text.toUpperCase() : undefined;
}

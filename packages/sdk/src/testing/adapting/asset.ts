export type Fields = Readonly<Record<string, unknown>>;

/** When Yahoo was asked for what it did not give: after the last of the recorded prices. */
const RETRIEVED_AT = "2018-05-12T00:00:00.000Z";

/** What is known of an asset: what is recorded of one in the sample, and of any other what its symbol says. */
export function assetOf(symbol: string, recorded: readonly Fields[]): Fields {
  const known = recorded.find((asset) => asset.symbol === symbol);
  if (known !== undefined) return known;
  const source = sourceOf(symbol);
  return {
    ...recorded[0],
    id: symbol,
    symbol,
    source,
    name: null,
    exchange: null,
    retrievedAt: source === "YAHOO" ? RETRIEVED_AT : null,
  };
}

function sourceOf(symbol: string): string {
  return /^(sample|csv):/.exec(symbol)?.[1].toUpperCase() ?? "YAHOO";
}

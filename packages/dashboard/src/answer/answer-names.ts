import type { Numbers } from "../server/answers.ts";
import { list, shortSymbol } from "./formats.ts";

export type Warning = Numbers["provenance"]["warnings"][number];

/** What the portfolio is called: its symbol, or what it is made of. */
export function portfolioName({ unhedged }: { readonly unhedged: Pick<Numbers["unhedged"], "symbol"> }): string {
  return unhedged.symbol === null ? "Portfolio" : shortSymbol(unhedged.symbol);
}

/** The instruments that are sold, by name. */
export function instrumentNames({ ratios }: Pick<Numbers, "ratios">): string {
  return list(ratios.map(({ symbol }) => shortSymbol(symbol)));
}

/** "Sell short 0.9934 of ^GSPC": what a ratio asks for; below 0 it is bought. */
export function tradeOf({ symbol, ratio }: Numbers["ratios"][number], format: (ratio: number) => string): string {
  return `${ratio < 0 ? "buy" : "sell short"} ${format(Math.abs(ratio))} of ${shortSymbol(symbol)}`;
}

/** A sentence where prices come with the server, or undefined: which years they are of. */
export function sampleNotice({ provenance }: Pick<Numbers, "provenance">): string | undefined {
  const samples = provenance.assets.filter(({ source }) => source === "SAMPLE");
  if (samples.length === 0) return undefined;
  const [from, to] = [provenance.firstDate.slice(0, 4), provenance.lastDate.slice(0, 4)];
  const years = from === to ? from : `${from}–${to}`;
  const which = samples.length < provenance.assets.length ? ` (${list(samples.map(({ symbol }) => symbol))})` : "";
  return `Sample data${which}: real prices of ${years}, bundled with the server; not current.`;
}

/** Whether the prices are so far apart that monthly returns are what can be had of them. */
export function isSparse({ provenance }: Pick<Numbers, "provenance">): boolean {
  return provenance.interval !== "MONTH" && provenance.warnings.some(({ code }) => code === "SPARSE_DATES");
}

import type { Fields } from "./asset.ts";

/** What grows with the value that an order or an advice is asked for. */
const AMOUNTS = new Set([
  ...["value", "quantity", "notional", "shares", "lots", "exactShares", "residualValue", "grossExposure"],
  ...["netExposure", "tradeNotional", "tradeShares", "costValue"],
]);

/** An amount of an order for the recorded value, as it is for the value asked. */
export function amountOf(name: string, recorded: number, path: string, factor: number): number {
  return AMOUNTS.has(name) && /\b(hedge|rebalanceAdvice)\b/.test(path) ? recorded * factor : recorded;
}

/** How many times the recorded value is asked for. */
export function factorOf({ value }: Fields, recorded: Fields): number {
  return typeof value === "number" ? value / Number(recorded.value) : 1;
}

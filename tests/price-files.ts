import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pricePath } from "@hedgeql/server/testing/yahoo-stand-in";

// Prices that a test writes itself, in files that a server reads as `csv:` symbols.

/** An array, or a column of the SDK. */
export type Numbers = ArrayLike<number> & Iterable<number>;

/** Writes a file of prices into a server's data folder; gives the symbol that it is read by. */
export function writePrices(dataDir: string, name: string, dates: Iterable<string>, prices: Numbers): string {
  mkdirSync(join(dataDir, "csv"), { recursive: true });
  const rows = Array.from(dates, (date, i) => `${date},${prices[i]}`);
  writeFileSync(join(dataDir, "csv", `${name}.csv`), `date,adjustedClose\n${rows.join("\n")}\n`);
  return `csv:${name}`;
}

/** Simple returns: one fewer than prices. */
export const changes = (prices: Numbers) => [...prices].slice(1).map((price, i) => price / prices[i] - 1);

/** The prices that returns make of 100: one more than returns. */
export function compounded(returns: readonly number[]): number[] {
  const prices = [100];
  for (const value of returns) prices.push((prices.at(-1) as number) * (1 + value));
  return prices;
}

/** Returns of up to ±2 %, the same every time. Seeds that are far apart give returns that have nothing in common. */
export const randomReturns = (count: number, seed: number) => changes(pricePath(count + 1, seed));

/** What `beta` of some returns, and as much noise of its own, makes of each period. */
export function withBeta(beta: number, returns: readonly number[], noise: number, seed: number): number[] {
  const own = randomReturns(returns.length, seed);
  return returns.map((value, t) => beta * value + noise * own[t]);
}

/** Mean, sample variance (n − 1) and slope by the textbook's sums: what an answer is held against. */
export const mean = (values: Numbers) => sum(values) / values.length;

export function covariance(y: Numbers, x: Numbers): number {
  const [meanY, meanX] = [mean(y), mean(x)];
  return sum(Array.from(y, (value, t) => (value - meanY) * (x[t] - meanX))) / (y.length - 1);
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export const slope = (y: Numbers, x: Numbers) => covariance(y, x) / covariance(x, x);

// Series that rolling regressions are judged on: real ones, and what data feeds and quiet markets do to them.

import { readFileSync } from "node:fs";

const DAYS = 2_520;

export interface RollingCase {
  readonly name: string;
  readonly y: Float64Array;
  readonly x: Float64Array;
  readonly window: number;
  readonly expanding?: boolean;
  /** Every how many windows are judged; of very long series, to save time. */
  readonly every?: number;
}

export function* rollingCases(): Generator<RollingCase> {
  const [aapl, market] = sharedPrices("AAPL", "GSPC");
  const real = { y: returns(aapl), x: returns(market) };
  yield { name: "real returns, AAPL on ^GSPC, 60", ...real, window: 60 };
  yield { name: "real returns, AAPL on ^GSPC, 252", ...real, window: 252 };
  yield { name: "real returns, expanding from 60", ...real, window: 60, expanding: true };
  yield { name: "real prices, AAPL on ^GSPC, 60", y: aapl, x: market, window: 60 };
  const noise = gaussian(20_140_102);
  const x = draw(DAYS, () => 0.01 * noise());
  const y = x.map((value) => 0.0003 + 1.3 * value + 0.012 * noise());
  // Where one block of windows ends and the next begins.
  const border = (window: number) => window * Math.ceil(1_000 / window) - 1;
  const ticked = (column: Float64Array, at: number) => column.with(at, 1e4);
  for (const window of [60, 252]) {
    yield { name: `bad tick in x, ${window}`, y, x: ticked(x, 1_000), window };
    yield { name: `bad tick in y, ${window}`, y: ticked(y, 1_000), x, window };
    yield { name: `bad tick in both, ${window}`, y: ticked(y, 1_000), x: ticked(x, 1_000), window };
    yield { name: `bad ticks apart, ${window}`, y: ticked(y, 1_020), x: ticked(x, 1_000), window };
    yield { name: `bad tick at a block's border, ${window}`, y, x: ticked(x, border(window)), window };
    const quiet = (column: Float64Array) => column.map((v, i) => (i > 1_000 && i < 1_600 ? v * 1e-7 : v));
    yield { name: `quiet spell, sd 1e-9, ${window}`, y: quiet(y), x: quiet(x), window };
    yield { name: `quiet spell after a bad tick, ${window}`, y: quiet(y), x: ticked(quiet(x), 990), window };
  }
  const levels = walk(x, 4_000);
  yield { name: "levels near 4000, 60", y: levels.map((v) => 0.9 * v + 5 * noise()), x: levels, window: 60 };
  yield { name: "close fit of levels, 60", y: levels.map((v) => 0.9 * v + 0.05 * noise()), x: levels, window: 60 };
  const tracker = (share: number) => x.map((v) => v + share * 0.01 * noise());
  const hardly = x.map((v) => 4_000 + 1e-4 * v);
  yield { name: "levels near 4000, sd 1e-6, 60", y: hardly.map((v) => v + 1e-6 * noise()), x: hardly, window: 60 };
  for (const share of [3e-2, 3e-3, 1e-4, 1e-7]) {
    yield { name: `tracker, residuals ${share} of returns, 252`, y: tracker(share), x, window: 252 };
  }
  yield { name: "3 observations a window", y, x, window: 3 };
  yield { name: "one window of all", y, x, window: DAYS };
  yield { name: "expanding from 3 after a bad tick", y, x: ticked(x, 5), window: 3, expanding: true };
  const longX = draw(252_000, () => 0.0004 + 0.01 * noise());
  const longY = longX.map((value) => 1.3 * value + 0.012 * noise());
  yield { name: "252,000 points, 60", y: longY, x: longX, window: 60 };
  yield { name: "252,000 points, 252", y: longY, x: longX, window: 252 };
  yield { name: "252,000 points, 100,000", y: longY, x: longX, window: 100_000, every: 100 };
  yield { name: "252,000 points, expanding", y: longY, x: longX, window: 60, expanding: true, every: 100 };
  const unrelated = draw(252_000, () => 0.01 * noise());
  yield { name: "252,000 points, unrelated, 252", y: unrelated, x: longX, window: 252 };
}

/** Prices of two bundled assets on the dates that both have. */
function sharedPrices(first: string, second: string): [Float64Array, Float64Array] {
  const [a, b] = [prices(first), prices(second)];
  const dates = [...a.keys()].filter((date) => b.has(date));
  return [Float64Array.from(dates, (date) => a.get(date)!), Float64Array.from(dates, (date) => b.get(date)!)];
}

function prices(name: string): Map<string, number> {
  const text = readFileSync(new URL(`../../server/sample-data/${name}.csv`, import.meta.url), "utf8");
  const rows = text.trim().split("\n").slice(1);
  return new Map(rows.map((row) => [row.split(",")[0], Number(row.split(",")[1])]));
}

function returns(levels: Float64Array): Float64Array {
  return levels.subarray(1).map((level, i) => (level - levels[i]) / levels[i]);
}

function walk(steps: Float64Array, start: number): Float64Array {
  let level = start;
  return steps.map((step) => {
    level *= 1 + step / 10;
    return level;
  });
}

function draw(length: number, next: () => number): Float64Array {
  return Float64Array.from({ length }, next);
}

/** Standard normal numbers, the same in every run (mulberry32, Box and Muller). */
function gaussian(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (((bits ^ (bits >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

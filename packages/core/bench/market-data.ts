// Made-up markets, the same in every run.

import { type PriceSeries, priceSeries } from "../src/index.ts";

/** Ten years of trading days. */
export const OBSERVATIONS = 2_520;

/** Dates that one of the two price series misses, so that their join has work to do. */
const MISSING_DATES = 10;
const SEED = 20_140_102;

/** Two price series that share {@link OBSERVATIONS} + 1 dates; each misses a few that the other has. */
export function assetAndMarket(): [PriceSeries, PriceSeries] {
  const noise = noiseSource(SEED);
  const rows = OBSERVATIONS + 1 + MISSING_DATES;
  const levels = [100, 100];
  const prices = [new Float64Array(rows), new Float64Array(rows)];
  for (let i = 0; i < rows; i++) {
    const market = noise() / 30;
    levels[0] *= 1 + 1.9 * market + noise() / 20;
    levels[1] *= 1 + market;
    for (const s of [0, 1]) prices[s][i] = levels[s];
  }
  const weekdays = Int32Array.from({ length: rows }, (_, i) => 16_000 + Math.floor(i / 5) * 7 + (i % 5));
  const withGaps = (values: Float64Array, missing: number) => {
    const kept = (_: number, i: number) => i % 500 !== missing || i >= MISSING_DATES * 250;
    return priceSeries(weekdays.filter(kept), values.filter(kept));
  };
  return [withGaps(prices[0], 100), withGaps(prices[1], 300)];
}

/** Daily returns of a market. */
export function marketReturns(): Float64Array {
  const noise = noiseSource(SEED + 1);
  return Float64Array.from({ length: OBSERVATIONS }, () => 0.0004 + noise() / 30);
}

/** Returns that follow `factors[j]` with slope `betas[j]`, and noise of their own. */
export function follower(factors: readonly Float64Array[], betas: readonly number[], seed: number): Float64Array {
  const returns = new Float64Array(OBSERVATIONS);
  fillFollower(returns, factors, betas, seed);
  return returns;
}

/** {@link follower}, into a column that is already there. */
export function fillFollower(
  returns: Float64Array,
  factors: readonly Float64Array[],
  betas: readonly number[],
  seed: number,
): void {
  const noise = noiseSource(SEED + 2 + seed);
  for (let t = 0; t < returns.length; t++) {
    let value = 0.0002 + noise() / 20;
    for (let j = 0; j < factors.length; j++) value += betas[j] * factors[j][t];
    returns[t] = value;
  }
}

/** A market and four factors that lean on it a little. */
export function fiveFactors(): Float64Array[] {
  const market = marketReturns();
  return [market, ...[0.2, -0.1, 0.1, -0.2].map((lean, j) => follower([market], [lean], j))];
}

/** A source of numbers that are uniform between −½ and ½ (mulberry32). */
function noiseSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32 - 0.5;
  };
}

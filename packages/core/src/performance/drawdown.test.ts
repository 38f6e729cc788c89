import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Drawdown, maximumDrawdown } from "./drawdown.ts";
import { Undefined } from "./undefined-measure.ts";

function drawdown(returns: readonly number[], rounding = 0): Drawdown | null {
  const found = maximumDrawdown(Float64Array.from(returns), "SIMPLE", rounding);
  return found instanceof Undefined ? null : found;
}

/** Returns from one price to the next; the first price is 1 to match wealth. */
function returnsOf(prices: readonly number[]): number[] {
  return prices.slice(1).map((price, i) => (price - prices[i]) / prices[i]);
}

/**
 * The definition on whole numbers, every pair of moments: none of its comparisons rounds. A fall from a to b is deeper
 * than one from c to d where b/a < d/c; up to 1000 no two such shares are within rounding of each other.
 */
function bruteForce(prices: readonly number[]): Drawdown | null {
  let found = { from: 1, to: 1, peak: -1, trough: -1 };
  prices.forEach((to, trough) => {
    prices.slice(0, trough).forEach((from, peak) => {
      const deeper = to * found.from < found.to * from;
      const later = trough - 1 === found.trough && from === found.from;
      if (to < from && (deeper || later)) found = { from, to, peak: peak - 1, trough: trough - 1 };
    });
  });
  if (found.from === found.to) return null;
  const recovery = prices.findIndex((price, t) => t - 1 > found.trough && price >= found.from) - 1;
  const { from, to, peak, trough } = found;
  return { depth: (from - to) / from, peak, trough, recovery: recovery < 0 ? null : recovery };
}

const few = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 30 });
const many = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 60 });

describe("maximumDrawdown", () => {
  test("is that of every pair of moments, with its dates, and prices of few levels meet exactly", () => {
    fc.assert(
      fc.property(fc.oneof(few, many), fc.constantFrom(0, 2 ** -51), (prices, rounding) => {
        const expected = bruteForce(prices);
        const actual = drawdown(returnsOf(prices), rounding);
        if (expected === null) {
          expect(actual).toBeNull();
          return;
        }
        expect({ ...actual, depth: 0 }).toEqual({ ...expected, depth: 0 });
        expect(actual!.depth).toBeCloseTo(expected.depth, 13);
      }),
      { numRuns: 500 },
    );
  });

  test("lies in (0, 1], between its dates, and is the same of log returns", () => {
    const returns = fc.array(fc.double({ min: -1, max: 5, minExcluded: true, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(returns, (values) => {
        const found = drawdown(values);
        if (found === null) return;
        const { depth, peak, trough, recovery } = found;
        expect(depth).toBeGreaterThan(0);
        expect(depth).toBeLessThanOrEqual(1);
        expect(peak).toBeGreaterThanOrEqual(-1);
        expect(trough).toBeGreaterThan(peak);
        expect(recovery === null || recovery > trough).toBe(true);
        const logs = maximumDrawdown(Float64Array.from(values, Math.log1p), "LOG", 0) as Drawdown;
        expect(logs.depth).toBeCloseTo(depth, 12);
      }),
    );
  });

  test("does not change when gains come before it, but for its dates", () => {
    fc.assert(
      fc.property(many, (prices) => {
        const plain = drawdown(returnsOf(prices));
        const later = drawdown([0.25, ...returnsOf(prices)]);
        const shifted = plain && { ...plain, peak: plain.peak + 1, trough: plain.trough + 1 };
        expect(later).toEqual(
          shifted && { ...shifted, recovery: shifted.recovery === null ? null : shifted.recovery + 1 },
        );
      }),
    );
  });

  test("the start counts as a peak", () => {
    expect(drawdown([-0.5, 0.25])).toEqual({ depth: 0.5, peak: -1, trough: 0, recovery: null });
    expect(drawdown([-0.5])).toEqual({ depth: 0.5, peak: -1, trough: 0, recovery: null });
  });

  test("the first of equals, and the last moment at the peak", () => {
    expect(drawdown([0, -0.5, 1, 0, -0.5, 1])).toEqual({ depth: 0.5, peak: 0, trough: 1, recovery: 2 });
    expect(drawdown(returnsOf([10, 5, 7, 5, 6]))).toMatchObject({ trough: 0 });
    expect(drawdown(returnsOf([486_070, 1, 486_070, 1, 1]))).toMatchObject({ trough: 0, recovery: 1 });
  });

  test("prices that are back at the peak are a recovery, though their returns compound to less than 1", () => {
    const prices = [49, 37, 41, 49, 48, 49];
    const wealth = returnsOf(prices).reduce((product, value) => product * (1 + value), 1);
    expect(wealth).toBeLessThan(1);
    expect(drawdown(returnsOf(prices))).toMatchObject({ peak: -1, trough: 0, recovery: 2 });
  });

  test("everything lost is a depth of 1, whatever the rounding", () => {
    for (const rounding of [0, 2 ** -51, 1e-6]) {
      expect(drawdown([0.5, -0.2, -1], rounding)).toEqual({ depth: 1, peak: 0, trough: 2, recovery: null });
      expect(drawdown([0.5, -1 + 2 ** -53], rounding)).toMatchObject({ peak: 0, trough: 1, recovery: null });
    }
  });

  test("is not defined where wealth never falls, or by no more than the rounding", () => {
    for (const returns of [[0.1, 0, 0.2], [0], [0, 0, 0]]) expect(drawdown(returns)).toBeNull();
    expect(drawdown([0.1, -1e-16, 0.2], 2 ** -51)).toBeNull();
    expect(drawdown([0.1, -1e-16, 0.2])?.depth).toBeCloseTo(1e-16, 28);
    expect(maximumDrawdown(Float64Array.of(0.1), "LOG", 0)).toEqual(
      new Undefined("wealth never fell below an earlier peak"),
    );
  });

  test("falls that are too small to change the logarithm of a deep one add up", () => {
    const returns = [-0.99, ...new Array<number>(20_000).fill(-4e-16)];
    expect(drawdown(returns)!.depth - 0.99).toBeCloseTo(0.01 * 8e-12, 15);
  });

  test("a shallow fall keeps its digits after wealth has grown by 1e80", () => {
    const returns = [...Array.from({ length: 80 }, () => 9), -1e-9, -1e-9];
    expect(drawdown(returns)!.depth).toBeCloseTo(2e-9 - 1e-18, 23);
  });
});

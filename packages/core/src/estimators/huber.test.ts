import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regress } from "../regression/regression.ts";
import { huber } from "./huber.ts";
import { generator, noise } from "./noise.arbitrary.ts";

const slope = (y: Float64Array, x: Float64Array) => regress(y, [x]).coefficients[1].estimate;

describe("huber", () => {
  test("moves far less than least squares when one period in twenty goes wild", () => {
    fc.assert(
      fc.property(noise(2, 100), ([x, e]) => {
        const clean = x.map((value, t) => 0.8 * value + e[t]);
        // Wild where the benchmark rose most: there they pull at the slope.
        const highest = x.toSorted().at(-6)!;
        const wild = clean.map((value, t) => (x[t] > highest ? value + 0.5 : value));
        const move = Math.abs(huber(wild, [x])[0].value - huber(clean, [x])[0].value);
        expect(move).toBeLessThan(Math.abs(slope(wild, x) - slope(clean, x)) / 5);
      }),
    );
  });

  test("is least squares when no residual is beyond the threshold, standard errors included", () => {
    fc.assert(
      fc.property(noise(3, 60), ([y, x, z]) => {
        const { coefficients } = regress(y, [x, z]);
        huber(y, [x, z], { threshold: 1000 }).forEach((beta, j) => {
          expect(beta.value).toBeCloseTo(coefficients[j + 1].estimate, 12);
          expect(beta.standardError).toBeCloseTo(coefficients[j + 1].standardError, 12);
          expect(beta.upper).toBeCloseTo(coefficients[j + 1].upper, 11);
        });
      }),
    );
  });

  test("solves its equations: the cut residuals are orthogonal to the benchmark and sum to 0", () => {
    fc.assert(
      fc.property(noise(2, 80), ([x, e]) => {
        const y = x.map((value, t) => value + e[t] ** 3 * 1e4);
        const [{ value }] = huber(y, [x]);
        // The intercept is not told: it is where the cut residuals around this slope sum to 0.
        const rest = y.map((v, t) => v - value * x[t]);
        const { alpha, cut } = cutAround(rest);
        const residuals = rest.map((v) => Math.max(-cut, Math.min(cut, v - alpha)));
        const along = residuals.reduce((sum, v, t) => sum + v * x[t], 0);
        const size = residuals.reduce((sum, v, t) => sum + Math.abs(v * x[t]), 0);
        expect(Math.abs(along)).toBeLessThan(1e-7 * size);
      }),
    );
  });

  test("settles however the returns lie: few of them, on a coarse grid, with heavy tails", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 5, max: 40 }), fc.boolean(), (seed, n, grid) => {
        const next = generator(seed);
        const placed = (value: number) => (grid ? Math.round(value * 200) / 1e4 : value / 50);
        const x = Float64Array.from({ length: n }, () => placed(next() - 0.5))
          .with(0, 0.5)
          .with(1, -0.5);
        const y = Float64Array.from({ length: n }, () => placed((next() - 0.5) / (next() + 0.01) ** 2));
        const [{ value, standardError }] = huber(y, [x]);
        expect(Number.isFinite(value)).toBe(true);
        expect(standardError).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test("where most periods lie on a line exactly, is that line, and sure of it", () => {
    const x = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t * t) / 50);
    const y = x.map((value, t) => 0.001 + 1.25 * value + (t % 3 === 0 ? (0.1 * (t - 15)) / 15 : 0));
    const [{ value, standardError, lower, upper }] = huber(y, [x]);
    expect(value).toBeCloseTo(1.25, 13);
    expect([standardError, lower, upper]).toEqual([0, value, value]);
    expect(Math.abs(slope(y, x) - 1.25)).toBeGreaterThan(0.01);
  });

  test("where most periods have no return at all, is 0, and sure of it", () => {
    const x = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t * t) / 50);
    const y = new Float64Array(30).with(3, 0.1).with(8, -0.2).with(9, 0.3);
    const [{ value, standardError }] = huber(y, [x]);
    expect(Math.abs(value)).toBeLessThan(1e-13);
    expect(standardError).toBe(0);
  });

  test("does not take good returns for rounding because one of them is wild, however wild", () => {
    const x = Float64Array.from({ length: 60 }, (_, t) => 0.01 * Math.sin(t * t));
    const y = x.map((value, t) => 0.9 * value + 0.005 * Math.cos(t * 1.7));
    const [usual] = huber(y.with(17, 1e3), [x]);
    for (const wild of [1e9, 1e14, 1e20, 1e90]) {
      const [beta] = huber(y.with(17, wild), [x]);
      expect(beta.value).toBeCloseTo(usual.value, 10);
      expect(beta.standardError).toBeCloseTo(usual.standardError ?? Number.NaN, 10);
    }
    // Next to the end of the range of doubles no sum keeps the others: that is said, and no number given.
    expect(() => huber(y.with(17, 1e99), [x])).toThrow(/must settle/);
  });

  test("has no standard error when the threshold cuts every residual", () => {
    const x = Float64Array.of(1, 1, 2, 2);
    const y = Float64Array.of(-1, 1, -1, 1);
    const [{ value, ...rest }] = huber(y, [x], { threshold: 0.1 });
    expect(value).toBeCloseTo(0, 14);
    expect(rest).toEqual({ standardError: null, lower: null, upper: null });
  });

  test.each([0, -1, 0.099, Number.NaN, Infinity])("refuses the threshold %d", (threshold) => {
    const x = Float64Array.of(1, 2, 3, 5);
    expect(() => huber(x, [x], { threshold })).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

/** The intercept at which the residuals, cut at 1.345 times their own scale, sum to 0: by bisection. */
function cutAround(values: Float64Array): { alpha: number; cut: number } {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  const cutAt = (alpha: number) => {
    const sizes = values.map((value) => Math.abs(value - alpha)).sort();
    return (1.345 * (sizes[39] + sizes[40])) / 2 / 0.6744897501960817;
  };
  for (let step = 0; step < 200; step++) {
    const alpha = (low + high) / 2;
    const cut = cutAt(alpha);
    const sum = values.reduce((total, value) => total + Math.max(-cut, Math.min(cut, value - alpha)), 0);
    if (sum > 0) low = alpha;
    else high = alpha;
  }
  return { alpha: low, cut: cutAt(low) };
}

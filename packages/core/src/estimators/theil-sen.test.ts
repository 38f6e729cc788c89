import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noise } from "./noise.arbitrary.ts";
import { theilSen } from "./theil-sen.ts";

/** The slopes of all pairs of different x, ascending, the plain way. */
function slopesOf(x: Float64Array, y: Float64Array): number[] {
  const slopes: number[] = [];
  for (let j = 1; j < x.length; j++) {
    for (let i = 0; i < j; i++) if (x[i] !== x[j]) slopes.push((y[j] - y[i]) / (x[j] - x[i]));
  }
  return slopes.sort((a, b) => a - b);
}

describe("theilSen", () => {
  test("stays among the slopes of the clean periods when one in ten goes wild, and as near as ranks allow", () => {
    const clean = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 20, maxLength: 40 });
    const wild = fc.tuple(fc.integer({ min: 501, max: 100_000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(clean, noise(1, 44), fc.array(wild, { minLength: 4, maxLength: 4 }), (grid, [e], outliers) => {
        const good = Math.min(grid.length, 36);
        const x = Float64Array.from(grid.slice(0, good), (value) => value / 1e4);
        const y = x.map((value, t) => 1.1 * value + e[t]);
        const bad = outliers.slice(0, Math.floor(good / 9));
        const allX = Float64Array.of(...x, ...bad.map(([place], i) => place + i / 8));
        const allY = Float64Array.of(...y, ...bad.map(([, value]) => value));
        const slopes = slopesOf(x, y);
        const pairs = slopesOf(allX, allY).length;
        const wildPairs = pairs - slopes.length;
        const { value } = theilSen(allY, allX);
        // Wild slopes shift the ranks of the clean ones by no more than there are of them.
        expect(value).toBeGreaterThanOrEqual(slopes[Math.max(0, ((pairs - 1) >> 1) - wildPairs)]);
        expect(value).toBeLessThanOrEqual(slopes[Math.min(slopes.length - 1, pairs >> 1)]);
      }),
    );
  });

  test("is the median of the slopes, pairs of equal x left out", () => {
    const x = Float64Array.of(0, 0, 1, 2);
    expect(theilSen(Float64Array.of(0, 5, 1, 4), x).value).toBe(1);
    expect(slopesOf(x, Float64Array.of(0, 5, 1, 4))).toEqual([-4, -0.5, 1, 2, 3]);
  });

  test("finds the same by selection as by sorting, bounds included, for long series of every kind", () => {
    const kinds: readonly ((value: number, t: number) => number)[] = [
      (value) => value,
      (value) => Math.round(value * 256) / 256, // few values, and exact differences
      (value, t) => (t % 5 === 0 ? value : 0),
      (value) => value / (Math.abs(value) < 0.001 ? 1e-9 : 1),
    ];
    fc.assert(
      fc.property(noise(2, 160), fc.constantFrom(...kinds), fc.constantFrom(...kinds), ([a, b], kindX, kindY) => {
        const x = a.map((value, t) => kindX(value, t));
        const y = b.map((value, t) => kindY(value + a[t], t));
        const slopes = slopesOf(x, y);
        const { value, lower, upper } = theilSen(y, x);
        const middle = (slopes[(slopes.length - 1) >> 1] + slopes[slopes.length >> 1]) / 2;
        expect(value).toBe(middle + 0);
        for (const bound of [lower, upper]) if (bound !== null) expect(slopes).toContain(bound);
      }),
    );
  });

  test("has no bounds where ties leave no variance", () => {
    const x = Float64Array.of(1, 1, 1, 1, 2);
    expect(theilSen(Float64Array.of(3, 3, 3, 3, 3), x)).toEqual({
      value: 0,
      standardError: null,
      lower: null,
      upper: null,
    });
  });

  test("widens with the confidence, up to the flattest and the steepest slope", () => {
    const x = Float64Array.from({ length: 20 }, (_, t) => Math.sin(t * t));
    const y = x.map((value, t) => value + Math.cos(t ** 3));
    const widths = [0.1, 0.5, 0.9, 0.99, 1 - 1e-15].map((confidence) => {
      const { lower, upper } = theilSen(y, x, { confidence });
      return upper! - lower!;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    const slopes = slopesOf(x, y);
    expect(widths.at(-1)).toBe(slopes.at(-1)! - slopes[0]);
  });

  test("refuses slopes that are no doubles", () => {
    const x = Float64Array.of(0, 1e-300, 2e-300, 1e-90);
    expect(() => theilSen(Float64Array.of(0, 1e90, 2e90, 3e90), x)).toThrow(
      expect.objectContaining({ code: "BAD_INPUT" }),
    );
  });
});

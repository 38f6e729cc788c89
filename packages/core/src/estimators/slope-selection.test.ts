import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { number } from "../regression/regression.arbitrary.ts";
import { countSlopes, orderPoints, slopesBetween } from "./height-order.ts";
import { noise } from "./noise.arbitrary.ts";
import { allSlopes, countPairs, slopeSelector } from "./slope-selection.ts";

/** Points on a grid of exact doubles, with many of one x, of one slope, and twins. */
const gridPoints = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -6, max: 6 })), { minLength: 2, maxLength: 120 })
  .map((pairs) => {
    const column = (i: 0 | 1) => Float64Array.from(pairs, (pair) => pair[i] / 64);
    return orderPoints(column(0), column(1));
  });

const noisePoints = noise(2, 90).map(([x, e]) =>
  orderPoints(
    x,
    x.map((value, t) => value + e[t] ** 3 * 1e4),
  ),
);

const points = fc.oneof(gridPoints, noisePoints);

describe("countSlopes and slopesBetween", () => {
  test("agree with having all slopes", () => {
    fc.assert(
      fc.property(points, number, fc.nat(), (drawn, any, pick) => {
        const slopes = allSlopes(drawn);
        expect(countPairs(drawn)).toBe(slopes.length);
        for (const slope of [any, 0, slopes[pick % slopes.length] ?? 1]) {
          const below = slopes.filter((value) => value < slope).length;
          const notAbove = slopes.filter((value) => value <= slope).length;
          const counts = countSlopes(drawn, slope);
          // The slopes of noise are rounded: one that is asked about may be on either side of its double.
          expect(counts.below).toBeGreaterThanOrEqual(below);
          expect(counts.notAbove).toBeLessThanOrEqual(notAbove);
          if (slopes.every((value) => value !== slope)) expect(counts).toEqual({ below, notAbove });
        }
      }),
    );
  });

  test("count ties exactly where differences are exact", () => {
    fc.assert(
      fc.property(gridPoints, fc.nat(), fc.nat(), (drawn, one, other) => {
        const slopes = allSlopes(drawn).filter((slope) => Number.isInteger(slope * 64));
        fc.pre(slopes.length > 0);
        const [low, high] = [slopes[one % slopes.length], slopes[other % slopes.length]].sort((a, b) => a - b);
        const all = allSlopes(drawn);
        const between = all.filter((slope) => slope > low && slope < high);
        expect(countSlopes(drawn, low)).toEqual({
          below: all.filter((slope) => slope < low).length,
          notAbove: all.filter((slope) => slope <= low).length,
        });
        if (low < high) expect(slopesBetween(drawn, low, high, between.length)).toEqual(between);
      }),
    );
  });
});

describe("slopeSelector", () => {
  test("finds every rank that sorting finds: on a grid of exact doubles, ties and twins included", () => {
    fc.assert(
      fc.property(gridPoints, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (drawn, picks) => {
        const slopes = allSlopes(drawn);
        fc.pre(slopes.length > 0);
        const select = slopeSelector(drawn);
        for (const rank of [0, slopes.length - 1, ...picks.map((pick) => pick % slopes.length)]) {
          expect(select(rank) + 0).toBe(slopes[rank] + 0);
        }
      }),
    );
  });

  test("and of noise", () => {
    fc.assert(
      fc.property(noise(2, 200), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), ([x, e], picks) => {
        const drawn = orderPoints(
          x,
          x.map((value, t) => value / 2 + e[t]),
        );
        const slopes = allSlopes(drawn);
        const select = slopeSelector(drawn);
        for (const rank of [0, slopes.length - 1, ...picks.map((pick) => pick % slopes.length)]) {
          expect(select(rank)).toBe(slopes[rank]);
        }
      }),
    );
  });

  test("of points on a line, where slopes differ by their rounding alone, is right to that rounding", () => {
    fc.assert(
      fc.property(noise(1, 300), fc.nat(), ([x], pick) => {
        const drawn = orderPoints(
          x,
          x.map((value) => 0.001 + 1.3 * value),
        );
        const slopes = allSlopes(drawn);
        const rank = pick % slopes.length;
        expect(Math.abs(slopeSelector(drawn)(rank) - slopes[rank])).toBeLessThanOrEqual(2 ** -50 * slopes[rank]);
      }),
    );
  });

  test("takes slopes of all sizes", () => {
    const x = Float64Array.from({ length: 200 }, (_, t) => t + 1);
    const y = x.map((_, t) => (t % 2 === 0 ? 1 : -1) * 10 ** (t - 100));
    const drawn = orderPoints(x, y);
    const slopes = allSlopes(drawn);
    const select = slopeSelector(drawn);
    for (let rank = 0; rank < slopes.length; rank += 997) expect(select(rank)).toBe(slopes[rank]);
  });

  test("of 30,000 points, has as many below it as its rank says", () => {
    const x = Float64Array.from({ length: 30_000 }, (_, t) => Math.sin(t * t));
    const drawn = orderPoints(
      x,
      x.map((value, t) => value + Math.cos(t ** 3)),
    );
    const total = countPairs(drawn);
    const select = slopeSelector(drawn);
    for (const rank of [Math.floor(total / 2), Math.floor(total / 1000)]) {
      // Its own slope is rounded: the exact one may lie on either side.
      const slope = select(rank);
      const rounding = 2 ** -50 * Math.abs(slope);
      expect(countSlopes(drawn, slope - rounding).below).toBeLessThanOrEqual(rank);
      expect(countSlopes(drawn, slope + rounding).notAbove).toBeGreaterThan(rank);
    }
  });

  test("refuses a slope beyond 1e150", () => {
    const x = Float64Array.from({ length: 100 }, (_, t) => t * 1e-150);
    const drawn = orderPoints(
      x,
      x.map((_, t) => t * 1e30 * (1 + t / 1e3)),
    );
    expect(() => slopeSelector(drawn)(2000)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

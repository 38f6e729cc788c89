import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathCases } from "../../golden/read-pictures.ts";
import { maximumDrawdown } from "./drawdown.ts";
import { drawdownPath } from "./drawdown-path.ts";
import { growthPath } from "./growth-path.ts";
import { Undefined } from "./undefined-measure.ts";

const kind = fc.constantFrom("SIMPLE", "LOG");
const rounding = fc.constantFrom(0, 2 ** -51, 1e-4);
const series = fc
  .array(fc.double({ min: -0.95, max: 3, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values));

const path = (returns: Float64Array, kind: "SIMPLE" | "LOG", rounding = 0) =>
  drawdownPath(returns, kind, rounding) as Float64Array;

test.each(pathCases)("agrees with pandas: $name", ({ kind, returns, drawdown }) => {
  const actual = path(Float64Array.from(returns), kind);
  expect(actual.length).toBe(drawdown.length);
  drawdown.forEach((value, t) => {
    expect(Math.abs(actual[t] - value)).toBeLessThan(1e-14);
  });
});

describe("laws", () => {
  test("at the trough of the maximum drawdown it is less its depth, and nowhere lower but for rounding", () => {
    fc.assert(
      fc.property(series, kind, rounding, (returns, kind, rounding) => {
        const actual = path(returns, kind, rounding);
        const deepest = maximumDrawdown(returns, kind, rounding);
        if (deepest instanceof Undefined) {
          expect(actual).toEqual(new Float64Array(returns.length));
          return;
        }
        expect(actual[deepest.trough]).toBe(-deepest.depth);
        expect(Math.min(...actual)).toBeGreaterThan(-deepest.depth - 1e-13 - 100 * returns.length * rounding);
        expect(deepest.peak < 0 || actual[deepest.peak] === 0).toBe(true);
        expect(deepest.recovery === null || actual[deepest.recovery] === 0).toBe(true);
      }),
    );
  });

  test("it lies from −1 to 0, and is wealth over its highest so far, less 1", () => {
    fc.assert(
      fc.property(series, kind, (returns, kind) => {
        const growth = growthPath(returns, kind) as Float64Array;
        let highest = 1;
        path(returns, kind).forEach((value, t) => {
          highest = Math.max(highest, 1 + growth[t]);
          expect(value).toBeGreaterThanOrEqual(-1);
          expect(value).toBeLessThanOrEqual(0);
          expect(Math.abs(value - ((1 + growth[t]) / highest - 1))).toBeLessThan(1e-12);
        });
      }),
    );
  });

  test("returns do not reach back: the path of the first ones is the start of the whole", () => {
    fc.assert(
      fc.property(series, kind, (returns, kind) => {
        const half = returns.slice(0, returns.length >> 1);
        expect(path(half, kind)).toEqual(path(returns, kind).slice(0, half.length));
      }),
    );
  });
});

test("the start counts as a peak", () => {
  const truth = [-0.5, -0.25, 0, -0.25];
  path(Float64Array.of(-0.5, 0.5, 2, -0.25), "SIMPLE").forEach((value, t) => {
    expect(value).toBeCloseTo(truth[t], 15);
  });
});

test("a last return that takes all leaves −1", () => {
  expect(path(Float64Array.of(0.5, -1), "SIMPLE")).toEqual(Float64Array.of(0, -1));
});

test("prices that are back at the peak are at 0, though their returns compound to less than 1", () => {
  const prices = [49, 37, 41, 49, 48, 49];
  const returns = Float64Array.from(prices.slice(1), (price, t) => (price - prices[t]) / prices[t]);
  const actual = path(returns, "SIMPLE", 2 ** -51);
  expect([...actual].map((value) => value === 0)).toEqual([false, false, true, false, true]);
});

test.each([
  ["anything after everything was lost", [-1, 0.1], "everything was lost before observation 1"],
  ["a loss of more than everything", [0.1, -2], "the return is -2 at observation 1"],
])("is not defined with %s", (_, returns, reason) => {
  const actual = drawdownPath(Float64Array.from(returns), "SIMPLE");
  expect((actual as unknown as Undefined).reason).toContain(reason);
});

test.each([Number.NaN, Infinity, -Infinity])("refuses the return %d", (value) => {
  expect(() => drawdownPath(Float64Array.of(value), "LOG")).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

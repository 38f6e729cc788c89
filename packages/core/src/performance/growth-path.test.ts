import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathCases } from "../../golden/read-pictures.ts";
import { cumulativeReturn } from "./growth.ts";
import { growthPath } from "./growth-path.ts";
import { Undefined } from "./undefined-measure.ts";

const kind = fc.constantFrom("SIMPLE", "LOG");
const series = fc
  .array(fc.double({ min: -0.95, max: 3, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values));

test.each(pathCases)("agrees with pandas: $name", ({ kind, returns, growth }) => {
  const path = growthPath(Float64Array.from(returns), kind) as Float64Array;
  expect(path.length).toBe(growth.length);
  // As shares of wealth: pandas takes the gain as a difference.
  growth.forEach((value, t) => {
    expect(Math.abs(path[t] - value)).toBeLessThanOrEqual(1e-14 * (1 + value));
  });
});

describe("laws", () => {
  test("each value is the cumulative return of the returns so far, to the last bit", () => {
    fc.assert(
      fc.property(series, kind, (returns, kind) => {
        const path = growthPath(returns, kind) as Float64Array;
        expect(path.length).toBe(returns.length);
        path.forEach((value, t) => {
          expect(value).toBe(cumulativeReturn(returns.slice(0, t + 1), kind));
        });
      }),
    );
  });

  test("from one value to the next wealth grows by the return", () => {
    fc.assert(
      fc.property(series, (returns) => {
        const path = growthPath(returns, "SIMPLE") as Float64Array;
        path.forEach((value, t) => {
          const before = t === 0 ? 1 : 1 + path[t - 1];
          expect(Math.abs(1 + value - before * (1 + returns[t]))).toBeLessThan(1e-12 * Math.max(1, 1 + value));
        });
      }),
    );
  });
});

test("a last return that takes all leaves −1", () => {
  const path = growthPath(Float64Array.of(0.25, -0.5, -1), "SIMPLE") as Float64Array;
  expect(path[0]).toBe(0.25);
  expect(path[1]).toBeCloseTo(-0.375, 15);
  expect(path[2]).toBe(-1);
  expect(growthPath(Float64Array.of(-1), "SIMPLE")).toEqual(Float64Array.of(-1));
});

test("a log return of −1 is an ordinary one, and periods without a return stay", () => {
  expect(growthPath(Float64Array.of(0, -1, 1, 0), "LOG")).toEqual(Float64Array.of(0, Math.expm1(-1), 0, 0));
  expect(growthPath(new Float64Array(0), "SIMPLE")).toEqual(new Float64Array(0));
});

test.each([
  ["anything after everything was lost", [0.5, -1, 0], "everything was lost before observation 2"],
  ["a loss of more than everything", [0.5, -1.5], "the return is -1.5 at observation 1"],
  [
    "growth beyond the range of doubles",
    [1e100, 1e100, 1e100, 1e100, -0.9],
    "leaves the range of doubles at observation 3",
  ],
])("is not defined with %s", (_, returns, reason) => {
  const path = growthPath(Float64Array.from(returns), "SIMPLE");
  expect(path).toBeInstanceOf(Undefined);
  expect((path as Undefined).reason).toContain(reason);
});

test.each([Number.NaN, Infinity, -Infinity])("refuses the return %d", (value) => {
  for (const kind of ["SIMPLE", "LOG"] as const) {
    expect(() => growthPath(Float64Array.of(0.1, value), kind)).toThrow(
      expect.objectContaining({
        code: "BAD_INPUT",
        message: `returns must be finite numbers, got ${value} at observation 1`,
      }),
    );
  }
});

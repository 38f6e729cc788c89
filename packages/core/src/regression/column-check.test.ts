import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean } from "../arithmetic/mean.ts";
import { type ColumnSpread, checkedRange, checkValues, isRegular, sizeBound, UNCHECKED } from "./column-check.ts";

/** Values of every size, and what is no number. */
const value = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double(),
  fc.constantFrom(0, 1e100, -1e100, 1.01e100, 1e-100, 0.99e-100, 1e200, 1e-200, 5e-324, Number.MAX_VALUE),
);
const column = fc.array(value, { minLength: 1, maxLength: 9 }).map((values) => Float64Array.from(values));
const moderate = fc
  .array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 30 })
  .map((values) => Float64Array.from(values, (one) => one / 1e5));

const spreadOf = (values: Float64Array): ColumnSpread => {
  const centre = mean(values);
  return { mean: centre, squares: values.reduce((sum, one) => sum + (one - centre) ** 2, 0) };
};

function refusal(check: () => unknown): string | null {
  try {
    check();
    return null;
  } catch (error) {
    expect(error).toMatchObject({ code: "BAD_INPUT" });
    return (error as Error).message;
  }
}

describe("checkedRange", () => {
  test("takes 0 and what is between 1e-100 and 1e100 in size, and gives its range", () => {
    for (const size of [1e-100, 1, 1e100]) {
      expect(checkedRange(Float64Array.of(0, -size, size / 2), "x")).toEqual({ low: -size, high: size / 2 });
    }
    expect(checkedRange(new Float64Array(3), "x")).toEqual({ low: 0, high: 0 });
  });

  test.each([
    [1.01e100, "the largest value of x must be between 1e-100 and 1e+100 in size, got 1.01e+100"],
    [-1e300, "the largest value of x must be between 1e-100 and 1e+100 in size, got 1e+300"],
    [0.99e-100, "the largest value of x must be between 1e-100 and 1e+100 in size, got 9.9e-101"],
  ])("refuses a largest value of %d, and names it", (largest, message) => {
    expect(refusal(() => checkedRange(Float64Array.of(0, largest), "x"))).toBe(message);
  });

  test.each([Number.NaN, Infinity, -Infinity])("refuses %d, and says where it stands", (bad) => {
    const message = `the values of the response must be finite numbers, got ${bad} at index 2`;
    expect(refusal(() => checkedRange(Float64Array.of(1, 2, bad, bad), "the response"))).toBe(message);
  });
});

test("checkValues refuses what checkedRange refuses, with the same words, and nothing else", () => {
  fc.assert(
    fc.property(column, (values) => {
      expect(refusal(() => checkValues(values, "x"))).toBe(refusal(() => checkedRange(values, "x")));
    }),
    { numRuns: 1000 },
  );
});

describe("a regular column", () => {
  test("needs no closer look: it is never refused, and varies by more than its rounding", () => {
    const rounding = fc.constantFrom(0, 2 ** -51, 1e-3);
    fc.assert(
      fc.property(column, rounding, (values, own) => {
        fc.pre(isRegular(spreadOf(values), values.length, own));
        const { low, high } = checkedRange(values, "x");
        expect(high - low).toBeGreaterThan(4 * own);
      }),
      { numRuns: 1000 },
    );
  });

  test("is what returns usually are", () => {
    fc.assert(
      fc.property(moderate, (values) => {
        const { low, high } = checkedRange(values, "x");
        fc.pre(high > low);
        expect(isRegular(spreadOf(values), values.length, 0)).toBe(true);
      }),
    );
  });

  test.each<[string, ColumnSpread, number]>([
    ["does not hold NaN", { mean: Number.NaN, squares: 1 }, 0],
    ["does not hold infinity", { mean: 1, squares: Infinity }, 0],
    ["is not beyond 1e100", { mean: 1e101, squares: 1e201 }, 0],
    ["is not below 1e-100", { mean: 0, squares: 1e-220 }, 0],
    ["is not constant", { mean: 3, squares: 0 }, 0],
    ["does not vary by rounding alone", { mean: 1, squares: 1e-32 }, 0],
    ["does not vary by less than its prices' rounding", { mean: 0, squares: 1e-6 }, 1e-3],
  ])("%s", (_, spread, rounding) => {
    expect(isRegular(spread, 100, rounding)).toBe(false);
  });
});

test("no value is larger than its column's bound", () => {
  fc.assert(
    fc.property(moderate, (values) => {
      const bound = sizeBound(spreadOf(values));
      for (const one of values) expect(Math.abs(one)).toBeLessThanOrEqual(bound * (1 + 1e-12));
    }),
  );
});

test("what is known to be good is not looked at", () => {
  expect(() => {
    UNCHECKED.response({ mean: Number.NaN, squares: Number.NaN });
    UNCHECKED.regressor(0, { mean: Number.NaN, squares: Number.NaN });
  }).not.toThrow();
});

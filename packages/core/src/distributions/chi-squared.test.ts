import fc from "fast-check";
import { expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { tails } from "../../golden/read-tails.ts";
import { chiSquaredUpperTail } from "./chi-squared.ts";
import { normalTwoSidedP } from "./normal.ts";

test("agrees with mpmath and with scipy to 13 digits, for tails down to 1e-290 and df up to 1e6", () => {
  for (const [x, df, exact, scipy] of tails.chiSquared) {
    expect(correctDigits(chiSquaredUpperTail(x, df), exact), `x ${x}, df ${df}`).toBeGreaterThan(13);
    expect(correctDigits(chiSquaredUpperTail(x, df), scipy), `x ${x}, df ${df}`).toBeGreaterThan(13);
  }
  expect(tails.chiSquared.length).toBeGreaterThan(140);
});

/** For whole degrees of freedom the tail is a finite sum of positive terms (Abramowitz and Stegun 26.4.4 and 26.4.5). */
function finiteSum(x: number, df: number): number {
  const odd = df % 2 === 1;
  let term = odd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : Math.exp(-x / 2);
  let sum = odd ? normalTwoSidedP(Math.sqrt(x)) : 0;
  for (let i = odd ? 3 : 2; i <= df; i += 2) {
    sum += term;
    term *= x / i;
  }
  return sum;
}

test("is the finite sum that whole degrees of freedom allow", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.double({ min: 1e-3, max: 600, noNaN: true }), (df, x) => {
      expect(correctDigits(chiSquaredUpperTail(x, df), finiteSum(x, df))).toBeGreaterThan(12);
    }),
  );
});

test("is 1 at 0, 0 at infinity and where it leaves the range of doubles", () => {
  expect(chiSquaredUpperTail(0, 3)).toBe(1);
  expect(chiSquaredUpperTail(Infinity, 3)).toBe(0);
  expect(chiSquaredUpperTail(1e10, 30)).toBe(0);
  expect(chiSquaredUpperTail(1e300, 1)).toBe(0);
  // e⁻ˣᐟ² alone is below the smallest double here; the tail is not.
  expect(chiSquaredUpperTail(1494, 19)).toBeGreaterThan(1e-306);
});

test.each([
  [-1, 3],
  [Number.NaN, 3],
  [1, 0],
  [1, 0.5],
  [1, Infinity],
  [1, Number.NaN],
])("refuses x %d with df %d", (x, df) => {
  expect(() => chiSquaredUpperTail(x, df)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

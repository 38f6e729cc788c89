import fc from "fast-check";
import { expect, test } from "vitest";
import { productError, sumError } from "./exact-arithmetic.ts";

/** A double as a whole number of units of 2⁻⁶⁰: exact for the values below, and for their sums. */
function units(value: number, shift = 60): bigint {
  let scaled = value;
  let lifted = 0n;
  // Take the double apart from the top, 30 binary digits at a time.
  for (let step = 0; step < shift / 30; step++) {
    const whole = Math.trunc(scaled);
    lifted = (lifted + BigInt(whole)) << 30n;
    scaled = (scaled - whole) * 2 ** 30;
  }
  return lifted + BigInt(Math.trunc(scaled));
}

const digits = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const double = fc.tuple(digits, digits).map(([high, low]) => high / 2 ** 10 + low / 2 ** 41);

test("a sum and its error make up the true sum, to the last bit", () => {
  fc.assert(
    fc.property(double, double, (a, b) => {
      expect(units(a + b) + units(sumError(a, b))).toBe(units(a) + units(b));
    }),
  );
});

test("a product and its error make up the true product, to the last bit", () => {
  fc.assert(
    fc.property(double, double, (a, b) => {
      expect(units(a * b, 120) + units(productError(a, b), 120)).toBe(units(a) * units(b));
    }),
  );
});

test("what double arithmetic drops is there", () => {
  expect(sumError(1, 2 ** -60)).toBe(2 ** -60);
  expect(productError(1 + 2 ** -30, 1 + 2 ** -30)).toBe(2 ** -60);
});

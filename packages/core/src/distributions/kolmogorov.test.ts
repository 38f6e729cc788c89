import fc from "fast-check";
import { expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { tails } from "../../golden/read-tails.ts";
import { kolmogorovUpperTail } from "./kolmogorov.ts";

test("agrees with mpmath to 14 digits and with scipy to 13, from x 0.03 to tails of 1e-300", () => {
  for (const [x, exact, scipy] of tails.kolmogorov) {
    expect(correctDigits(kolmogorovUpperTail(x), exact), `x ${x}`).toBeGreaterThan(14);
    expect(correctDigits(kolmogorovUpperTail(x), scipy), `x ${x}`).toBeGreaterThan(13);
  }
  expect(tails.kolmogorov.length).toBe(19);
});

test("the tabled critical values have their levels", () => {
  expect(kolmogorovUpperTail(1.3581)).toBeCloseTo(0.05, 5);
  expect(kolmogorovUpperTail(1.6276)).toBeCloseTo(0.01, 5);
});

test("falls from 1 to 0, over the change of method too", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.25, max: 18, noNaN: true }),
      fc.double({ min: 1e-6, max: 1, noNaN: true }),
      (x, step) => {
        expect(kolmogorovUpperTail(x + step)).toBeLessThan(kolmogorovUpperTail(x));
      },
    ),
  );
  for (const x of [-1, 0, 1e-300, 1e-9, 0.01]) expect(kolmogorovUpperTail(x)).toBe(1);
  for (const x of [30, 1e155, Infinity]) expect(kolmogorovUpperTail(x)).toBe(0);
});

test("refuses NaN", () => {
  expect(() => kolmogorovUpperTail(Number.NaN)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

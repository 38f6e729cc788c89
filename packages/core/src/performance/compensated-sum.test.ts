import fc from "fast-check";
import { expect, test } from "vitest";
import { compensatedSum } from "./compensated-sum.ts";

test("keeps what a plain sum drops", () => {
  expect(compensatedSum(Float64Array.of(1, 1e-17, 1e-17, -1))).toBe(2e-17);
  expect(compensatedSum(new Float64Array(1000).fill(0.1))).toBe(100);
  expect(compensatedSum(new Float64Array(0))).toBe(0);
});

test("is exact for whole numbers in any unit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 })),
      fc.constantFrom(1, 2 ** -60),
      (whole, unit) => {
        const sum = whole.reduce((total, value) => total + BigInt(value), 0n);
        expect(compensatedSum(Float64Array.from(whole, (value) => value * unit))).toBe(Number(sum) * unit);
      },
    ),
  );
});

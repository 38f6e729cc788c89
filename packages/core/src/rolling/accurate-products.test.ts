import { expect, test } from "vitest";
import { accurateProducts } from "./accurate-products.ts";

test("keeps the digits that are left where the products cancel", () => {
  // (−1, 1, −1, 1) with (1, 1 + 2⁻⁴⁰, 3, 3 − 2⁻⁴¹): what is left of 1 − 1 + 3 − 3.
  const x = Float64Array.of(-1, 1, -1, 1);
  const y = Float64Array.of(1, 1 + 2 ** -40, 3, 3 - 2 ** -41);
  expect(accurateProducts(y, x)).toBe(2 ** -41);
});

test("keeps them around any mean", () => {
  const x = Float64Array.of(-1, 1, -1, 1).map((value) => value + 0.1 * 2 ** 20);
  const y = Float64Array.of(0.1, 0.1, 0.3, 0.3).map((value) => value * 2 ** 20);
  // Pairs of equal y: what the first makes the second takes away, however x is rounded.
  expect(accurateProducts(y, x)).toBe(0);
  expect(accurateProducts(y.with(3, y[3] + 2 ** -20), x)).toBeCloseTo(2 ** -20, 14);
});

test("is the plain sum where nothing cancels", () => {
  expect(accurateProducts(Float64Array.of(2, 4, 9), Float64Array.of(1, 2, 3))).toBe(7);
  expect(accurateProducts(Float64Array.of(5, 5, 5), Float64Array.of(1, 2, 4))).toBe(0);
});

import { expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { variance } from "./variance.ts";

test("a variance divides by n - 1", () => {
  expect(variance(Float64Array.of(1, 2, 3, 4))).toBeCloseTo(5 / 3, 15);
});

test("a variance survives a mean 1e8 times the deviation, where the sum of squares has nothing left", () => {
  const values = Float64Array.of(1, 2, 3, 4).map((value) => value / 4 + 1e8);
  expect(correctDigits(variance(values), 5 / 48)).toBeGreaterThan(15);
});

test("a variance is exactly 0 for equal values", () => {
  expect(variance(new Float64Array(7).fill(0.1))).toBe(0);
});

test("a variance refuses a single value, and values whose squares leave the range of doubles", () => {
  expect(() => variance(Float64Array.of(1))).toThrow(expect.objectContaining({ code: "INSUFFICIENT_DATA" }));
  expect(() => variance(Float64Array.of(1e200, -1e200))).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

import { expect, test } from "vitest";
import { medianGap, medianOfPairs } from "./date-gaps.ts";

test("the median gap is the middle one, or the mean of the two in the middle", () => {
  expect(medianGap(Int32Array.of(1, 2, 5, 12))).toBe(3);
  expect(medianGap(Int32Array.of(1, 2, 5))).toBe(2);
});

test("without a pair there is no gap", () => {
  expect(medianGap(Int32Array.of())).toBe(0);
  expect(medianGap(Int32Array.of(7))).toBe(0);
});

test("any count of two neighbours has a median", () => {
  expect(medianOfPairs(Int32Array.of(1, 2, 4, 8), (from, to) => from * to)).toBe(8);
});

import { expect, test } from "vitest";
import { grossRatio, grossRatios } from "./gross-ratio.ts";

test("what is bought counts as what is sold", () => {
  expect(grossRatio([1.5, -0.5, 0])).toBe(2);
  expect(grossRatio([])).toBe(0);
});

test("is that of each period, over all instruments", () => {
  const columns = [Float64Array.of(1, -2, 3), Float64Array.of(-0.5, 0, 4)];
  expect([...grossRatios(columns)]).toEqual([1.5, 2, 7]);
  expect([...columns[0]]).toEqual([1, -2, 3]);
});

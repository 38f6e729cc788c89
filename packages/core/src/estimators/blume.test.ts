import { expect, test } from "vitest";
import { blume } from "./blume.ts";

const beta = { value: 1.6, standardError: 0.3, lower: 1, upper: 2.2 };

test("draws the estimate and its bounds a third of the way to 1", () => {
  const { value, standardError, lower, upper } = blume(beta);
  expect(value).toBeCloseTo(1.4, 14);
  expect(standardError).toBeCloseTo(0.2, 14);
  expect(lower).toBeCloseTo(1, 14);
  expect(upper).toBeCloseTo(1.8, 14);
});

test("with a weight of 1 leaves it as it is, with 0 makes it 1", () => {
  expect(blume(beta, { weight: 1 })).toEqual(beta);
  expect(blume(beta, { weight: 0 })).toEqual({ value: 1, standardError: 0, lower: 1, upper: 1 });
});

test("makes up no error for an estimate that has none", () => {
  expect(blume({ ...beta, standardError: null })).toMatchObject({ standardError: null, upper: blume(beta).upper });
  expect(blume({ ...beta, lower: null, upper: null })).toMatchObject({ lower: null, upper: null });
});

test.each([-0.1, 1.1, Number.NaN])("refuses the weight %d", (weight) => {
  expect(() => blume(beta, { weight })).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

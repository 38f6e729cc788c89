import fc from "fast-check";
import { expect, test } from "vitest";
import { studentEstimate } from "./beta-estimate.ts";
import { vasicek } from "./vasicek.ts";

const degreesOfFreedom = 40;
const beta = (value: number, standardError: number) => studentEstimate(value, standardError, degreesOfFreedom);
const badInput = expect.objectContaining({ code: "BAD_INPUT" });

test("is the mean weighted by precisions, between estimate and prior, and surer than both", () => {
  const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  const any = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(any, positive, any, positive, (value, error, mean, standardDeviation) => {
      const found = vasicek(beta(value, error), { mean, standardDeviation, degreesOfFreedom });
      const precisions = [1 / error ** 2, 1 / standardDeviation ** 2];
      const total = precisions[0] + precisions[1];
      expect(found.value).toBeCloseTo((precisions[0] * value + precisions[1] * mean) / total, 9);
      expect(found.standardError! * Math.sqrt(total)).toBeCloseTo(1, 12);
      expect(found.value).toBeGreaterThanOrEqual(Math.min(value, mean) - 1e-12);
      expect(found.value).toBeLessThanOrEqual(Math.max(value, mean) + 1e-12);
      expect(found.standardError).toBeLessThanOrEqual(Math.min(error, standardDeviation));
      expect(found).toEqual(studentEstimate(found.value, found.standardError, degreesOfFreedom));
    }),
  );
});

test("has both limits, exactly", () => {
  const certain = beta(1.7, 0);
  expect(vasicek(certain, { degreesOfFreedom })).toEqual(certain);
  const unsure = beta(1.7, 0.4);
  expect(vasicek(unsure, { standardDeviation: Infinity, degreesOfFreedom })).toEqual(unsure);
  expect(vasicek(unsure, { mean: 0.9, standardDeviation: 0, degreesOfFreedom })).toEqual(beta(0.9, 0));
});

test("keeps its head with errors whose squares are no doubles", () => {
  const found = vasicek(beta(2, 1e-200), { mean: 1, standardDeviation: 1e-200, degreesOfFreedom });
  expect(found.value).toBe(1.5);
  expect(found.standardError).toBeCloseTo(1e-200 / Math.SQRT2, 210);
});

test("refuses two certainties, an estimate without an error, and a prior that is none", () => {
  expect(() => vasicek(beta(1.7, 0), { standardDeviation: 0, degreesOfFreedom })).toThrow(badInput);
  expect(() => vasicek({ ...beta(1, 1), standardError: null }, { degreesOfFreedom })).toThrow(badInput);
  expect(() => vasicek(beta(1, 1), { mean: Number.NaN, degreesOfFreedom })).toThrow(badInput);
  for (const standardDeviation of [-1, Number.NaN]) {
    expect(() => vasicek(beta(1, 1), { standardDeviation, degreesOfFreedom })).toThrow(badInput);
  }
  expect(() => vasicek(beta(1, 1), { degreesOfFreedom: 0 })).toThrow(badInput);
});

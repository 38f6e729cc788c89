import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coefficientCovariance } from "./covariance.ts";
import { sample, singularWith } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";
import { waldStatistic } from "./wald.ts";

const estimate = fc.integer({ min: -5000, max: 5000 }).map((value) => value / 1000);
const error = fc.integer({ min: 1, max: 10_000 }).map((value) => value / 1000);
const coefficients = fc.array(fc.tuple(estimate, error), { minLength: 2, maxLength: 6 });

/** Rows of a matrix, one after the other. */
const rows = (...values: number[][]) => Float64Array.from(values.flat());

test("of independent coefficients it is the sum of their squared t's, from `first` on", () => {
  fc.assert(
    fc.property(coefficients, fc.nat({ max: 5 }), (all, drawn) => {
      const k = all.length;
      const first = drawn % k;
      const covariance = new Float64Array(k * k);
      all.forEach(([, se], j) => {
        covariance[j * (k + 1)] = se * se;
      });
      const estimates = Float64Array.from(all, ([value]) => value);
      const expected = all.slice(first).reduce((sum, [value, se]) => sum + (value / se) ** 2, 0);
      const statistic = waldStatistic(estimates, covariance, first) as number;
      expect(Math.abs(statistic - expected)).toBeLessThanOrEqual(1e-12 * expected);
    }),
  );
});

test("of two that depend on each other it is bᵀV⁻¹b", () => {
  // V⁻¹ = [[3, -1], [-1, 2]]/5; 4·3 − 2·2·3·1 + 9·2 = 18, over 5.
  expect(waldStatistic(Float64Array.of(9, 2, 3), rows([7, 1, 1], [1, 2, 1], [1, 1, 3]), 1)).toBeCloseTo(3.6, 14);
});

test("units of the coefficients do not matter", () => {
  fc.assert(
    fc.property(estimate, estimate, fc.double({ min: -0.99, max: 0.99, noNaN: true }), (a, b, correlation) => {
      const plain = waldStatistic(Float64Array.of(a, b), rows([1, correlation], [correlation, 1]), 0) as number;
      const [u, v] = [1e-9, 1e12];
      const covariance = rows([u * u, u * v * correlation], [u * v * correlation, v * v]);
      const scaled = waldStatistic(Float64Array.of(a * u, b * v), covariance, 0) as number;
      expect(Math.abs(scaled - plain)).toBeLessThanOrEqual(1e-10 * plain);
    }),
  );
});

test("with the classical covariance it is the betas' number times F", () => {
  fc.assert(
    fc.property(sample, ([y, x, z]) => {
      fc.pre(!singularWith(x, z));
      const fit = regress(y, [x, z]);
      fc.pre(fit.fStatistic !== null && fit.fStatistic > 1e-3 && fit.fStatistic < 1e6);
      const estimates = Float64Array.from(fit.coefficients, (one) => one.estimate);
      const statistic = waldStatistic(estimates, coefficientCovariance(fit), 1) as number;
      expect(statistic / 2 / (fit.fStatistic as number)).toBeCloseTo(1, 6);
    }),
  );
});

describe("a covariance that is singular has no statistic", () => {
  test.each([
    ["two coefficients that are one", rows([1, 1], [1, 1])],
    ["two that are each other's opposite", rows([4, -2], [-2, 1])],
    ["two that are one but for rounding", rows([1, 1 - 1e-14], [1 - 1e-14, 1])],
    ["an error of 0", rows([1, 0], [0, 0])],
    ["a variance below 0", rows([1, 0], [0, -1])],
    ["a correlation beyond 1", rows([1, 2], [2, 1])],
    ["NaN", rows([1, Number.NaN], [Number.NaN, 1])],
  ])("%s", (_, covariance) => {
    expect(waldStatistic(Float64Array.of(1, 1), covariance, 0)).toBeNull();
  });

  test("unless what is singular comes before `first`", () => {
    expect(waldStatistic(Float64Array.of(1, 6), rows([0, 0], [0, 4]), 1)).toBe(9);
  });
});

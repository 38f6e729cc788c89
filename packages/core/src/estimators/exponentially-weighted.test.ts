import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { number, sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { exponentiallyWeighted, lambdaOfHalfLife } from "./exponentially-weighted.ts";

const badInput = expect.objectContaining({ code: "BAD_INPUT" });

const x = Float64Array.from({ length: 400 }, (_, t) => Math.sin(t * t) / 50);
const y = x.map((value, t) => 0.001 + 1.2 * value + Math.cos(7 * t * t) / 100);

describe("exponentiallyWeighted", () => {
  test("with λ = 1 is ordinary least squares, standard errors and bounds included", () => {
    fc.assert(
      fc.property(sample, ([response, first, second]) => {
        fc.pre(!singularWith(first, second));
        const regression = regress(response, [first, second], { confidence: 0.9 });
        const betas = exponentiallyWeighted(response, [first, second], { lambda: 1, confidence: 0.9 });
        betas.forEach((beta, j) => {
          const { estimate, standardError, lower, upper } = regression.coefficients[j + 1];
          const error = 1e-10 * (Math.abs(estimate) + standardError);
          expect(Math.abs(beta.value - estimate)).toBeLessThan(error);
          expect(Math.abs(beta.standardError! - standardError)).toBeLessThan(error);
          expect(Math.abs(beta.lower! - lower)).toBeLessThan(100 * error);
          expect(Math.abs(beta.upper! - upper)).toBeLessThan(100 * error);
        });
      }),
    );
  });

  test("keeps the digits of standard errors where the benchmark explains nearly all", () => {
    for (const noise of [1e-6, 1e-10]) {
      const close = x.map((value, t) => 0.3 + 1.3 * value + noise * Math.cos(t ** 3));
      const { standardError } = regress(close, [x]).coefficients[1];
      const [beta] = exponentiallyWeighted(close, [x], { lambda: 1 });
      expect(correctDigits(beta.standardError, standardError)).toBeGreaterThan(10);
    }
  });

  test("knows nothing of what is older than its memory, whatever it was", () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 290 }), (wild, at) => {
        const lambda = 0.5; // remembers 107 periods
        const changed = exponentiallyWeighted(y.with(at, wild), [x.with(at, 1000 * wild)], { lambda });
        expect(changed).toEqual(exponentiallyWeighted(y, [x], { lambda }));
      }),
    );
    // A weight of 2⁻⁶⁰ times a return of 2⁷⁰ is not nothing.
    expect(exponentiallyWeighted(y.with(339, 2 ** 70), [x], { lambda: 0.5 })[0].value).not.toBeCloseTo(
      exponentiallyWeighted(y, [x], { lambda: 0.5 })[0].value,
      2,
    );
  });

  test("takes 30,000 periods, where the first weight is below the smallest double", () => {
    const long = Float64Array.from({ length: 30_000 }, (_, t) => Math.sin(t * t) / 50);
    const response = long.map((value, t) => (t < 15_000 ? -value : 1.5 * value) + Math.cos(7 * t * t) / 1e4);
    const recent = (column: Float64Array) => column.subarray(-2000);
    const [beta] = exponentiallyWeighted(response, [long]);
    expect(beta).toEqual(exponentiallyWeighted(recent(response), [recent(long)])[0]);
    expect(beta.value).toBeCloseTo(1.5, 2);
  });

  test("follows a beta that has changed, where least squares stays between", () => {
    const turned = x.map((value, t) => (t < 300 ? 0.5 : 1.5) * value + Math.cos(7 * t * t) / 1e4);
    expect(exponentiallyWeighted(turned, [x])[0].value).toBeCloseTo(1.5, 1);
    expect(regress(turned, [x]).coefficients[1].estimate).toBeLessThan(1);
  });

  test("refuses to forget so fast that nothing is left to be sure of", () => {
    const action = () => exponentiallyWeighted(y, [x], { lambda: 0.3 });
    expect(action).toThrow(
      expect.objectContaining({
        code: "INSUFFICIENT_DATA",
        details: { observations: expect.closeTo(13 / 7, 10), needed: 2.1 },
      }),
    );
    expect(action).toThrow(
      "a regression on 1 benchmark needs at least 2.1 effective observations, lambda 0.3 leaves 1.86",
    );
    // 2 effective observations, give or take the rounding of a sum: the bounds would be beyond the range of doubles.
    expect(() => exponentiallyWeighted(y, [x], { lambda: 1 / 3 })).toThrow("leaves 2.00");
    expect(() => exponentiallyWeighted(y, [x], { lambda: 1e-300 })).toThrow(
      expect.objectContaining({ code: "INSUFFICIENT_DATA" }),
    );
  });

  test("refuses a benchmark that has stood still for as long as it remembers, and one that repeats another", () => {
    const halted = x.map((value, t) => (t < 100 ? value : 0));
    const singular = expect.objectContaining({ code: "SINGULAR_BENCHMARKS", details: { terms: ["HALT"] } });
    expect(() => exponentiallyWeighted(y, [halted], { lambda: 0.5, terms: ["HALT"] })).toThrow(singular);
    const twin = x.map((value, t) => (t < 100 ? -value : value));
    expect(() => exponentiallyWeighted(y, [x, twin], { lambda: 0.6 })).toThrow(
      expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }),
    );
  });

  test("takes a fit that leaves no more than the named rounding for exact", () => {
    const rounded = x.map((value, t) => 2 * value + 1e-15 * Math.cos(t));
    const rounding = { response: 1e-14, regressors: 1e-14 };
    expect(exponentiallyWeighted(rounded, [x], { rounding })[0].standardError).toBe(0);
    expect(exponentiallyWeighted(rounded, [x])[0].standardError).toBeGreaterThan(0);
  });

  test.each([0, -0.5, 1.0000001, Number.NaN])("refuses λ = %d", (lambda) => {
    expect(() => exponentiallyWeighted(y, [x], { lambda })).toThrow(badInput);
  });
});

describe("lambdaOfHalfLife", () => {
  test("is the λ whose power of the half-life is a half", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e6, noNaN: true }), (halfLife) => {
        expect(lambdaOfHalfLife(halfLife) ** halfLife).toBeCloseTo(0.5, 9);
      }),
    );
    expect(lambdaOfHalfLife(1)).toBe(0.5);
    expect(lambdaOfHalfLife(Infinity)).toBe(1);
  });

  test.each([0, -3, Number.NaN, 1e-4])("refuses a half-life of %d", (halfLife) => {
    expect(() => lambdaOfHalfLife(halfLife)).toThrow(badInput);
  });
});

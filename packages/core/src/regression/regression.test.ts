import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { olsCases } from "../../golden/read-golden.ts";
import { AnalysisError } from "../errors.ts";
import { periodReturns, RETURN_ROUNDING } from "../series/returns.ts";
import { number, sample, singularWith } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";

const fixtureX = Float64Array.from(olsCases[0].x[0]);
const fixtureY = Float64Array.from(olsCases[0].y);

function failure(action: () => unknown): AnalysisError {
  try {
    action();
  } catch (error) {
    if (error instanceof AnalysisError) return error;
    throw error;
  }
  throw new Error("expected an AnalysisError");
}

describe("undefined quantities", () => {
  test("a constant response has beta 0 and no R²", () => {
    const fit = regress(
      fixtureX.map(() => 0.1),
      [fixtureX],
    );
    expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual([0.1, 0]);
    expect(fit.rSquared).toBeNull();
    expect(fit.undefinedQuantities).toContainEqual({
      quantity: "rSquared",
      reason: "the returns do not vary, so there is nothing to explain",
    });
  });

  test("a constant response on 2 benchmarks has betas of 0 too", () => {
    const fit = regress(
      fixtureX.map(() => 0.1),
      [fixtureX, fixtureY],
    );
    expect(fit.coefficients.map(({ estimate }) => estimate)).toEqual([0.1, 0, 0]);
    expect(fit.rSquared).toBeNull();
  });

  test("an exact fit has standard errors of 0, and null where they divide; each null has its reason", () => {
    const fit = regress(
      fixtureX.map((x) => 0.5 + 2 * x),
      [fixtureX],
    );
    expect(fit.residualStandardError).toBe(0);
    expect(fit.rSquared).toBe(1);
    const [, beta] = fit.coefficients;
    expect(beta).toMatchObject({ standardError: 0, tStatistic: null, pValue: null, lower: beta.estimate });
    const named = fit.undefinedQuantities.map(({ quantity }) => quantity).sort();
    const nulls = Object.entries({ ...beta, ...fit, durbinWatson: fit.durbinWatson }).flatMap(([key, value]) =>
      value === null ? [key] : [],
    );
    expect(named).toEqual(nulls.sort());
  });

  test("returns that differ by the rounding of one number do not vary: nothing is explained", () => {
    const y = fixtureX.map((_, t) => 0.001 + (t % 2) * 2 ** -62);
    const { rSquared, fStatistic, undefinedQuantities } = regress(y, [fixtureX]);
    expect([rSquared, fStatistic]).toEqual([null, null]);
    expect(undefinedQuantities.map(({ quantity }) => quantity)).toContain("rSquared");
  });

  test("an ordinary fit has none", () => {
    expect(regress(fixtureY, [fixtureX]).undefinedQuantities).toEqual([]);
  });
});

describe("refuses", () => {
  test("fewer observations than coefficients and one more, with the numbers", () => {
    const error = failure(() => regress(Float64Array.of(1), [Float64Array.of(2)]));
    expect(error.code).toBe("INSUFFICIENT_DATA");
    expect(error.message).toBe("a regression on 1 benchmark needs at least 3 observations, got 1");
    expect(error.details).toEqual({ observations: 1, needed: 3 });
    const two = failure(() => regress(fixtureY.subarray(0, 3), [fixtureX.subarray(0, 3), fixtureY.subarray(0, 3)]));
    expect(two.message).toBe("a regression on 2 benchmarks needs at least 4 observations, got 3");
    expect(regress(fixtureY.subarray(0, 3), [fixtureX.subarray(0, 3)]).degreesOfFreedom).toBe(1);
  });

  test.each([0, 0.1, -3, 1e90])("a regressor that is always %d", (constant) => {
    const error = failure(() => regress(fixtureY, [fixtureX.map(() => constant)], { terms: ["SPY"] }));
    expect(error.code).toBe("SINGULAR_BENCHMARKS");
    expect(error.message).toBe("the returns of SPY do not vary, so it has no beta");
    expect(error.details).toEqual({ terms: ["SPY"] });
  });

  test("a regressor that varies by no more than its rounding", () => {
    const rounded = fixtureX.map((_, i) => (i % 2 === 0 ? 0.1 + 0.2 : 0.3));
    expect(failure(() => regress(fixtureY, [rounded])).code).toBe("SINGULAR_BENCHMARKS");
  });

  test("a constant beside a benchmark that varies, rounded around a large mean", () => {
    const rounded = fixtureX.map((_, i) => 1e8 + (i % 3) * 2 ** -26);
    const error = failure(() => regress(fixtureY, [fixtureX, rounded], { terms: ["SPY", "CASH"] }));
    expect(error.message).toBe("the returns of CASH do not vary, so it has no beta");
  });

  test("a duplicate, and names the pair", () => {
    const noise = fixtureX.map((_, i) => Math.sin(i * i));
    const error = failure(() => regress(fixtureY, [fixtureX, noise, fixtureX], { terms: ["SPY", "GLD", "VOO"] }));
    expect(error.code).toBe("SINGULAR_BENCHMARKS");
    expect(error.message).toBe("the returns of VOO are a combination of those of SPY, so it has no beta");
    expect(error.details).toEqual({ terms: ["SPY", "VOO"] });
  });

  test("a mixture of others in spite of rounding, around any mean", () => {
    fc.assert(
      fc.property(sample, number, fc.constantFrom(0, 1, 1e4, 1e8), ([x, z, y], share, mean) => {
        fc.pre(!singularWith(x, z) && Math.abs(share) > 0.01);
        const first = x.map((value) => value + mean);
        const mixture = first.map((value, i) => share * value + z[i] / 3);
        expect(failure(() => regress(y, [first, z, mixture])).code).toBe("SINGULAR_BENCHMARKS");
      }),
    );
  });

  test.each([
    ["no regressor", () => regress(fixtureY, [])],
    ["unequal lengths", () => regress(fixtureY, [fixtureX.subarray(1)])],
    ["a NaN", () => regress(fixtureY.with(3, Number.NaN), [fixtureX])],
    ["a NaN in front", () => regress(fixtureY, [fixtureX.with(0, Number.NaN)])],
    ["an infinite value", () => regress(fixtureY, [fixtureX.with(3, -Infinity)])],
    ["values beyond 1e100", () => regress(fixtureY.with(3, 1e200), [fixtureX])],
    ["values below 1e-100", () => regress(fixtureY, [fixtureX.map((value) => value * 1e-310)])],
    ["a confidence of 1", () => regress(fixtureY, [fixtureX], { confidence: 1 })],
    ["a confidence of NaN", () => regress(fixtureY, [fixtureX], { confidence: Number.NaN })],
    ["a missing term", () => regress(fixtureY, [fixtureX], { terms: [] })],
  ])("%s", (_, action) => {
    expect(failure(action).code).toBe("BAD_INPUT");
  });

  test("nothing about its inputs: they come out as they went in", () => {
    const [y, x, z] = [fixtureY.slice(), fixtureX.slice(), fixtureX.map(Math.cos)];
    const before = [y, x, z].map((column) => column.slice());
    regress(y, [x, z]);
    regress(y, [x]);
    expect([y, x, z]).toEqual(before);
  });
});

describe("the rounding of returns that were taken of prices", () => {
  const rounding = { response: RETURN_ROUNDING, regressors: RETURN_ROUNDING };
  const growth = (rate: number) => Float64Array.from({ length: 301 }, (_, i) => 100 * rate ** i);
  const returns = (prices: Float64Array) => periodReturns(prices, "SIMPLE", new Int32Array(prices.length));
  const wild = Float64Array.from({ length: 300 }, (_, i) => Math.sin(i * i) / 50);

  test("a benchmark that grows at a constant rate does not vary, though its returns differ in their last digits", () => {
    const constant = returns(growth(1.0001));
    expect(new Set(constant).size).toBeGreaterThan(1);
    const singular = expect.objectContaining({ code: "SINGULAR_BENCHMARKS", details: { terms: ["flat"] } });
    expect(() => regress(wild, [constant], { terms: ["flat"], rounding })).toThrow(singular);
    expect(() => regress(wild, [returns(growth(1.01)), constant], { terms: ["x", "flat"], rounding })).toThrow(
      expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }),
    );
  });

  test("a fit that leaves no more than it is exact, and a response that moves no more than it does not vary", () => {
    const prices = Float64Array.from(wild, (_, i) => 50 + 10 * Math.sin(i * i));
    const benchmark = returns(prices);
    const tripled = returns(prices.map((price) => price * 3));
    const fit = regress(tripled, [benchmark], { rounding });
    expect(fit).toMatchObject({ residualStandardError: 0, durbinWatson: null, rSquared: 1 });
    const noise = tripled.map((value, i) => value - benchmark[i]);
    expect(noise.some((value) => value !== 0)).toBe(true);
    expect(regress(noise, [benchmark], { rounding })).toMatchObject({ rSquared: null, fStatistic: null });
  });

  test("a fit that leaves a little more is not", () => {
    const close = wild.map((value, i) => 2 * value + 1e-13 * Math.cos(i));
    expect(regress(close, [wild], { rounding }).durbinWatson).not.toBeNull();
  });
});

test("how close benchmarks may be to each other is the caller's to say", () => {
  const x = Float64Array.from({ length: 100 }, (_, i) => Math.sin(i * i));
  const near = (share: number) => x.map((value, i) => value + share * Math.cos(i ** 3));
  const y = x.map((value, i) => value + Math.cos(i * 7));
  const singular = expect.objectContaining({ code: "SINGULAR_BENCHMARKS" });
  // The default answers where there is an answer: down to 1e-11, and not below.
  expect(regress(y, [x, near(1e-10)]).observations).toBe(100);
  expect(() => regress(y, [x, near(3e-12)])).toThrow(singular);
  expect(() => regress(y, [x, near(1e-8)], { collinearityTolerance: 1e-7 })).toThrow(singular);
  expect(regress(y, [x, near(1e-6)], { collinearityTolerance: 1e-7 }).observations).toBe(100);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regress } from "../regression/regression.ts";
import { effectiveness, hedgedReturns } from "./hedged-returns.ts";

const badInput = expect.objectContaining({ code: "BAD_INPUT" });

/** A portfolio and two benchmarks of independent daily returns: a fixed generator, seeded by the property. */
const market = fc.tuple(fc.integer({ min: 12, max: 300 }), fc.integer({ min: 1, max: 1e9 })).map(([n, seed]) => {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: 3 }, () => Float64Array.from({ length: n }, () => (next() + next() + next()) / 50));
});

function hedgeInSample(portfolio: Float64Array, benchmarks: readonly Float64Array[]) {
  const regression = regress(portfolio, benchmarks);
  const betas = regression.coefficients.slice(1).map(({ estimate }) => estimate);
  const hedged = hedgedReturns(portfolio, benchmarks, betas);
  return { regression, hedged, verification: regress(hedged, benchmarks) };
}

describe("a hedge in the sample of its betas", () => {
  test("leaves no beta, and the same alpha", () => {
    fc.assert(
      fc.property(market, fc.boolean(), ([portfolio, ...both], one) => {
        const { regression, verification } = hedgeInSample(portfolio, one ? both.slice(1) : both);
        const [alpha, ...betas] = verification.coefficients;
        for (const beta of betas) expect(Math.abs(beta.estimate)).toBeLessThan(1e-12);
        expect(Math.abs(alpha.estimate - regression.coefficients[0].estimate)).toBeLessThan(1e-16);
      }),
    );
  });

  test("has the effectiveness R², for one benchmark and for several", () => {
    fc.assert(
      fc.property(market, fc.boolean(), ([portfolio, ...both], one) => {
        const { regression, hedged } = hedgeInSample(portfolio, one ? both.slice(1) : both);
        expect(effectiveness(portfolio, hedged)).toBeCloseTo(regression.rSquared!, 12);
      }),
    );
  });

  test("with betas that are not the sample's, is worse", () => {
    fc.assert(
      fc.property(market, ([portfolio, benchmark]) => {
        const { regression } = hedgeInSample(portfolio, [benchmark]);
        const beta = regression.coefficients[1].estimate;
        const other = hedgedReturns(portfolio, [benchmark], [beta + 0.3]);
        expect(effectiveness(portfolio, other)!).toBeLessThan(regression.rSquared!);
      }),
    );
  });
});

describe("hedgedReturns", () => {
  test("is the portfolio less the betas' share of each benchmark", () => {
    const hedged = hedgedReturns(Float64Array.of(5, 6), [Float64Array.of(1, 2), Float64Array.of(10, 20)], [2, 0.1]);
    expect([...hedged]).toEqual([2, 0]);
  });

  test("leaves its inputs alone and copies even without a benchmark", () => {
    const portfolio = Float64Array.of(5, 6);
    expect(hedgedReturns(portfolio, [], [])).not.toBe(portfolio);
    hedgedReturns(portfolio, [Float64Array.of(1, 1)], [3]);
    expect([...portfolio]).toEqual([5, 6]);
  });

  test("refuses counts and lengths that differ, and a beta that is not finite", () => {
    const series = Float64Array.of(1, 2);
    expect(() => hedgedReturns(series, [series], [])).toThrow(badInput);
    expect(() => hedgedReturns(series, [Float64Array.of(1)], [1])).toThrow(badInput);
    expect(() => hedgedReturns(series, [series], [Number.NaN])).toThrow(badInput);
  });
});

describe("effectiveness", () => {
  test("is not defined where there was nothing to remove, and 1 where nothing is left", () => {
    const constant = new Float64Array(7).fill(0.1);
    expect(effectiveness(constant, Float64Array.of(1, 2, 3))).toBeNull();
    expect(effectiveness(Float64Array.of(1, 2, 3), constant)).toBe(1);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, correctDigits, worstDigits } from "../../golden/read-golden.ts";
import { minimumNormCases } from "../../golden/read-hedge.ts";
import { noise } from "../estimators/noise.arbitrary.ts";
import { sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { hedgedReturns } from "./hedged-returns.ts";
import { minimumNormBetas } from "./minimum-norm-betas.ts";

test.each(minimumNormCases)("agrees with numpy's lstsq: $name", ({ y, x, betas, alpha, rank }) => {
  const actual = minimumNormBetas(Float64Array.from(y), columnsOf(x));
  expect(actual.rank).toBe(rank);
  // What lstsq itself is good to.
  expect(worstDigits(actual.betas, betas)).toBeGreaterThan(12);
  expect(correctDigits(actual.alpha, alpha)).toBeGreaterThan(12);
});

describe("minimumNormBetas", () => {
  test("are those of regress, to the last digit, where the benchmarks are independent", () => {
    fc.assert(
      fc.property(sample, ([y, x, z]) => {
        fc.pre(!singularWith(x, z));
        const [alpha, ...betas] = regress(y, [x, z]).coefficients.map(({ estimate }) => estimate);
        expect(minimumNormBetas(y, [x, z])).toEqual({ alpha, betas, rank: 2 });
      }),
    );
  });

  test("share the beta of a benchmark among its sources, and leave the hedged returns as they were", () => {
    fc.assert(
      fc.property(noise(3, 40), fc.integer({ min: 2, max: 6 }), ([y, x, z], sources) => {
        const [alpha, beta, other] = regress(y, [x, z]).coefficients.map(({ estimate }) => estimate);
        const benchmarks = [...Array.from({ length: sources }, () => x), z];
        const shared = minimumNormBetas(y, benchmarks);
        expect(shared.rank).toBe(2);
        for (const part of shared.betas.slice(0, -1)) expect(part).toBeCloseTo(beta / sources, 12);
        expect(shared.betas.at(-1)).toBeCloseTo(other, 12);
        expect(shared.alpha).toBeCloseTo(alpha, 14);
        const hedged = hedgedReturns(y, [x, z], [beta, other]);
        hedgedReturns(y, benchmarks, shared.betas).forEach((value, t) => {
          expect(value).toBeCloseTo(hedged[t], 14);
        });
      }),
    );
  });

  test("are 0 of a benchmark that does not vary, though it has a mean and rounds", () => {
    fc.assert(
      fc.property(noise(2, 30), fc.constantFrom(0, 0.1, -1e-4, 1e50), ([y, x], level) => {
        const [alpha, beta] = regress(y, [x]).coefficients;
        const flat = x.map((_, t) => level * (1 + (t % 2) * 2 ** -52));
        const { betas, rank, ...rest } = minimumNormBetas(y, [flat, x]);
        expect([betas[0], rank]).toEqual([0, 1]);
        expect(betas[1]).toBeCloseTo(beta.estimate, 12);
        expect(rest.alpha).toBeCloseTo(alpha.estimate, 14);
      }),
    );
  });

  test("are 0, and alpha the mean, where no benchmark varies", () => {
    const y = Float64Array.of(1, 2, 3, 6);
    const flat = new Float64Array(4).fill(0.1);
    expect(minimumNormBetas(y, [flat, flat.map(() => 0)])).toEqual({ alpha: 3, betas: [0, 0], rank: 0 });
  });

  test("of a portfolio that does not vary are 0", () => {
    const x = Float64Array.of(1, -2, 3, -4);
    expect(minimumNormBetas(new Float64Array(4).fill(0.1), [x, x])).toEqual({ alpha: 0.1, betas: [0, 0], rank: 1 });
  });

  test("take what only the rounding of prices moves for constant", () => {
    const x = Float64Array.of(0.01, -0.02, 0.03, -0.04, 0.01);
    const drift = x.map((_, t) => 0.001 + (t % 2) * 2 ** -52);
    const rounding = { response: 2 ** -51, regressors: 2 ** -51 };
    expect(minimumNormBetas(x, [drift, x]).rank).toBe(2);
    expect(minimumNormBetas(x, [drift, x], { rounding })).toMatchObject({ rank: 1, betas: [0, expect.closeTo(1, 14)] });
  });

  test("share among near-twins by the tolerance, rather than set one against the other", () => {
    fc.assert(
      fc.property(noise(3, 50), ([y, x, e]) => {
        const twin = x.map((value, t) => value + e[t] / 1e4);
        const far = minimumNormBetas(y, [x, twin]);
        const shared = minimumNormBetas(y, [x, twin], { tolerance: 1e-3 });
        expect([far.rank, shared.rank]).toEqual([2, 1]);
        expect(Math.abs(shared.betas[0] - shared.betas[1])).toBeLessThan(1e-3);
        expect(shared.betas[0] + shared.betas[1]).toBeCloseTo(regress(y, [x]).coefficients[1].estimate, 3);
      }),
    );
  });

  test("survive one outlier a million times the rest", () => {
    const x = Float64Array.of(0.01, -0.02, 0.03, -0.04, 1e4, 0.02);
    const { betas, rank } = minimumNormBetas(
      x.map((value) => 1.5 * value),
      [x, x],
    );
    expect(rank).toBe(1);
    for (const beta of betas) expect(beta).toBeCloseTo(0.75, 14);
  });
});

describe("minimumNormBetas refuse", () => {
  const x = Float64Array.of(0.01, -0.02, 0.03, -0.04, 0.01);

  test.each<[string, Parameters<typeof minimumNormBetas>]>([
    ["no benchmark", [x, []]],
    ["lengths that differ", [x, [x, x.subarray(1)]]],
    ["terms that are not one a benchmark", [x, [x], { terms: ["SPY", "VOO"] }]],
    ["a tolerance that is none", [x, [x], { tolerance: 0 }]],
    ["returns whose squares leave the range of doubles", [x, [x, x.map((value) => value * 1e150)]]],
    ["a portfolio's, too", [x.map((value) => value * 1e150), [x, x]]],
  ])("%s", (_, input) => {
    expect(() => minimumNormBetas(...input)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });

  test("fewer observations than regress needs", () => {
    const three = x.subarray(0, 3);
    expect(() => minimumNormBetas(three, [three, three])).toThrow(
      expect.objectContaining({
        code: "INSUFFICIENT_DATA",
        message: "betas of 2 benchmarks need at least 4 observations, got 3",
        details: { observations: 3, needed: 4 },
      }),
    );
    expect(minimumNormBetas(x.subarray(0, 4), [x.subarray(0, 4), x.subarray(0, 4)]).rank).toBe(1);
  });

  test.each([Number.NaN, Infinity])("%d, and say where it stands", (bad) => {
    const refusal = (name: string) =>
      expect.objectContaining({
        code: "BAD_INPUT",
        message: `the returns of ${name} must be finite numbers, got ${bad} at observation 3`,
        details: { series: name, observation: 3 },
      });
    expect(() => minimumNormBetas(x, [x, x.with(3, bad)], { terms: ["SPY", "VOO"] })).toThrow(refusal("VOO"));
    expect(() => minimumNormBetas(x.with(3, bad), [x])).toThrow(refusal("the portfolio"));
  });
});

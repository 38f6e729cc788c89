import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnalysisError } from "../errors.ts";
import { RETURN_ROUNDING } from "../series/returns.ts";
import { sample, singularWith } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";
import { screener } from "./screen.ts";

const rounding = { response: RETURN_ROUNDING, regressors: RETURN_ROUNDING };

describe("a screen", () => {
  test("says of each response what a regression of its own says", () => {
    fc.assert(
      fc.property(sample, fc.boolean(), ([y, x, z], two) => {
        fc.pre(!two || !singularWith(x, z));
        const regressors = two ? [x, z] : [x];
        const { coefficients, rSquared } = regress(y, regressors);
        const screened = screener(regressors)(y);
        const [alpha, ...betas] = coefficients;
        const pairs: [number, number][] = [
          [screened.alpha, alpha.estimate],
          [screened.alphaStandardError, alpha.standardError],
          [screened.rSquared ?? 0, rSquared ?? 0],
          ...betas.map(({ estimate }, j): [number, number] => [screened.betas[j], estimate]),
          ...betas.map(({ standardError }, j): [number, number] => [screened.standardErrors[j], standardError]),
        ];
        for (const [actual, expected] of pairs) {
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(expected)));
        }
      }),
    );
  });

  const x = Float64Array.of(0.01, -0.02, 0.03, 0.005, -0.01, 0.02);
  const cases: [string, Float64Array][] = [
    ["a constant", new Float64Array(6).fill(0.01)],
    ["zeros", new Float64Array(6)],
    ["a constant but for rounding", x.map((_, i) => 0.01 + i * 2 ** -53)],
    ["the regressor itself", x],
    ["a close fit", x.map((value, i) => 1.2 * value + (i % 2) * 1e-9)],
    ["one huge outlier", x.map((value, i) => (i === 3 ? 1e9 : value))],
    ["far from 0", x.map((value) => value + 1e9)],
    ["nearly the end of doubles", x.map((value) => value * 1e99)],
  ];
  test.each(cases)("of %s is the regression, to the last digit or nearly", (_, y) => {
    const { coefficients, rSquared } = regress(y, [x], { rounding });
    const screened = screener([x], { rounding })(y);
    expect(screened.betas[0] / (coefficients[1].estimate || 1)).toBeCloseTo(coefficients[1].estimate === 0 ? 0 : 1, 11);
    expect(screened.standardErrors[0] / (coefficients[1].standardError || 1)).toBeCloseTo(
      coefficients[1].standardError === 0 ? 0 : 1,
      11,
    );
    expect(screened.rSquared === null).toBe(rSquared === null);
  });

  test.each([
    ["NaN", () => screener([x])(x.map((value, i) => (i === 2 ? Number.NaN : value)))],
    ["infinity", () => screener([x])(x.map((value, i) => (i === 2 ? Infinity : value)))],
    ["another length", () => screener([x])(x.subarray(1))],
    ["a value beyond 1e100", () => screener([x])(x.map((value) => value * 1e103))],
    ["a constant regressor", () => screener([new Float64Array(6)])],
    ["2 observations", () => screener([x.subarray(0, 2)])],
    ["no regressor", () => screener([])(x)],
  ])("refuses %s as a regression does", (_, screen) => {
    expect(screen).toThrow(AnalysisError);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, worstDigits } from "../../golden/read-golden.ts";
import {
  exactMeanResponseCases,
  type MeanResponseCase,
  type MeanResponseTable,
  meanResponseCases,
} from "../../golden/read-pictures.ts";
import type { CovarianceOptions } from "./covariance-choice.ts";
import { meanResponse } from "./mean-response.ts";
import { number, sample, singularWith } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";

const everyKind = fc.constantFrom<CovarianceOptions>(
  { covariance: "CLASSICAL" },
  { covariance: "HC0" },
  { covariance: "HC1" },
  { covariance: "HC2" },
  { covariance: "HC3" },
  { covariance: "HAC", lags: 3 },
);

function solved({ y, x, intercept, confidence, points }: MeanResponseCase, { covariance, lags }: MeanResponseTable) {
  const options = { intercept, confidence, covariance, ...(lags === null ? {} : { lags }) };
  return meanResponse(regress(Float64Array.from(y), columnsOf(x), options), columnsOf(points));
}

/** The largest error of means and bounds, as a share of the half-width of the bounds; at a width of 0 they are exact. */
function worstShare(actual: ReturnType<typeof meanResponse>, truth: MeanResponseTable): number {
  const shares = (["estimates", "lower", "upper"] as const).flatMap((key) =>
    truth[key].map((value, i) => {
      const error = Math.abs(actual[key][i] - value);
      return error === 0 ? 0 : error / ((truth.upper[i] - truth.lower[i]) / 2);
    }),
  );
  return Math.max(...shares);
}

describe.each(meanResponseCases)("agrees with statsmodels: $name", (golden) => {
  test.each(golden.tables)("$covariance", (table) => {
    expect(worstShare(solved(golden, table), table)).toBeLessThan(1e-13);
    expect(worstDigits([...solved(golden, table).estimates], table.estimates)).toBeGreaterThan(13);
  });
});

describe.each(exactMeanResponseCases)("agrees with exact arithmetic: $name", (golden) => {
  test.each(golden.tables)("$covariance", (table) => {
    // The mean of a benchmark, known to a double, is off by this many of its deviations, or of what tells twins apart.
    const lost = golden.name.includes("twins")
      ? 1e10
      : golden.name.includes("1e+06") || golden.x.length > 1
        ? 1e6
        : 1e3;
    expect(worstShare(solved(golden, table), table)).toBeLessThan(2e-15 * lost);
  });
});

describe("laws", () => {
  const zeros = (count: number) => Array.from({ length: count }, () => Float64Array.of(0));

  test("at 0 the mean is alpha, with its bounds, under every covariance", () => {
    fc.assert(
      fc.property(sample, everyKind, fc.boolean(), ([y, x, z], options, two) => {
        fc.pre(!singularWith(x, z));
        const regression = regress(y, two ? [x, z] : [x], options);
        const { estimates, lower, upper } = meanResponse(regression, zeros(two ? 2 : 1));
        const [alpha] = regression.coefficients;
        expect(estimates[0]).toBe(alpha.estimate);
        const near = 1e-11 * alpha.standardError + 1e-15 * Math.abs(alpha.estimate);
        expect(Math.abs(lower[0] - alpha.lower)).toBeLessThanOrEqual(near);
        expect(Math.abs(upper[0] - alpha.upper)).toBeLessThanOrEqual(near);
      }),
    );
  });

  test("without an intercept it is each beta, with its bounds, where the other regressors are 0", () => {
    fc.assert(
      fc.property(sample, everyKind, ([y, x, z], options) => {
        fc.pre(!singularWith(x, z));
        const regression = regress(y, [x, z], { ...options, intercept: false });
        const { estimates, lower, upper } = meanResponse(regression, [Float64Array.of(1, 0), Float64Array.of(0, 1)]);
        regression.coefficients.forEach((beta, j) => {
          const near = 1e-11 * (beta.standardError + Math.abs(beta.estimate));
          expect(Math.abs(estimates[j] - beta.estimate)).toBeLessThan(near);
          expect(Math.abs(lower[j] - beta.lower)).toBeLessThan(near);
          expect(Math.abs(upper[j] - beta.upper)).toBeLessThan(near);
        });
      }),
    );
  });

  test("at an observation it is the response less its residual", () => {
    fc.assert(
      fc.property(sample, ([y, x, z]) => {
        fc.pre(!singularWith(x, z));
        const regression = regress(y, [x, z]);
        meanResponse(regression, [x, z]).estimates.forEach((value, t) => {
          expect(Math.abs(value - (y[t] - regression.residuals[t]))).toBeLessThan(1e-13);
        });
      }),
    );
  });

  test("the alpha of regressors that are moved by x is the mean at x", () => {
    fc.assert(
      fc.property(sample, everyKind, number, ([y, x], options, at) => {
        const { estimates, lower, upper } = meanResponse(regress(y, [x], options), [Float64Array.of(at)]);
        const [alpha] = regress(y, [x.map((value) => value - at)], options).coefficients;
        const near = 1e-11 * alpha.standardError + 1e-13;
        expect(Math.abs(estimates[0] - alpha.estimate)).toBeLessThan(near);
        expect(Math.abs(lower[0] - alpha.lower)).toBeLessThan(near);
        expect(Math.abs(upper[0] - alpha.upper)).toBeLessThan(near);
      }),
    );
  });

  test("classical bounds are narrowest at the mean of the benchmark, s/√n times t, and widen away from it", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const regression = regress(y, [x]);
        fc.pre(regression.residualStandardError > 0);
        const middle = x.reduce((sum, value) => sum + value, 0) / x.length;
        const steps = Float64Array.from([0, 0.01, 0.02, 0.05], (step) => middle + step);
        const { lower, upper } = meanResponse(regression, [steps]);
        const widths = upper.map((value, i) => value - lower[i]);
        const alone = regress(y, [x.map((value) => value - middle)]).coefficients[0];
        expect(widths[0]).toBeCloseTo(alone.upper - alone.lower, 12);
        for (let i = 1; i < 4; i++) expect(widths[i]).toBeGreaterThan(widths[i - 1]);
      }),
    );
  });

  test("bounds contain the mean and are finite, however far the benchmark is from 0 and wild a response", () => {
    const place = fc.constantFrom(0, 1e3, -1e8, 1e12);
    const tick = fc.constantFrom(0, 1e6, -1e12);
    fc.assert(
      fc.property(sample, everyKind, place, tick, fc.nat(), ([y, x], options, far, wild, seed) => {
        const moved = x.map((value) => far + value * (Math.abs(far) > 1e10 ? 100 : 1));
        fc.pre(new Set(moved).size > 3);
        const points = Float64Array.from([...moved, 0, -far, 2 * far, 1e9]);
        const regression = regress(y.with(seed % y.length, wild), [moved], options);
        const { estimates, lower, upper } = meanResponse(regression, [points]);
        estimates.forEach((value, i) => {
          expect(Number.isFinite(value)).toBe(true);
          expect(lower[i]).toBeLessThanOrEqual(value);
          expect(upper[i]).toBeGreaterThanOrEqual(value);
        });
      }),
    );
  });

  test("the unit of the response scales means and bounds, that of the benchmark neither", () => {
    fc.assert(
      fc.property(sample, everyKind, ([y, x], options) => {
        const plain = meanResponse(regress(y, [x], options), [x]);
        const scaled = meanResponse(
          regress(
            y.map((value) => value * 2 ** 40),
            [x.map((value) => value / 2 ** 200)],
            options,
          ),
          [x.map((value) => value / 2 ** 200)],
        );
        for (const key of ["estimates", "lower", "upper"] as const) {
          expect(scaled[key]).toEqual(plain[key].map((value) => value * 2 ** 40));
        }
      }),
    );
  });
});

test("the bounds of an exact fit are the mean", () => {
  const x = Float64Array.of(1, 2, 4, 3, 0);
  for (const covariance of ["CLASSICAL", "HC3", "HAC"] as const) {
    const regression = regress(
      x.map((value) => 1 + 3 * value),
      [x],
      { covariance },
    );
    const { estimates, lower, upper } = meanResponse(regression, [Float64Array.of(-1, 0, 10)]);
    expect(estimates).toEqual(Float64Array.of(-2, 1, 31));
    expect(lower).toEqual(estimates);
    expect(upper).toEqual(estimates);
  }
});

test("no point gives no mean", () => {
  const regression = regress(Float64Array.of(1, 3, 2), [Float64Array.of(0, 1, 3)]);
  expect(meanResponse(regression, [new Float64Array(0)]).estimates.length).toBe(0);
});

describe("refuses", () => {
  const y = Float64Array.of(1, 3, 2, 5);
  const regression = regress(y, [Float64Array.of(0, 1, 3, 2)]);
  const pair = regress(Float64Array.of(1, 3, 2, 5, 4), [
    Float64Array.of(0, 1, 3, 2, 7),
    Float64Array.of(1, 0, 2, 5, 3),
  ]);
  const one = Float64Array.of(1);

  test.each([
    ["no column", regression, [], "points need one column a regressor, got 0 columns for 1 regressors"],
    ["a column too many", regression, [one, one], "got 2 columns for 1 regressors"],
    ["columns of different lengths", pair, [one, Float64Array.of(1, 2)], "got 1 values in column 0 and 2 in column 1"],
    ["NaN", regression, [Float64Array.of(1, Number.NaN)], "got NaN at point 1 of column 0"],
    ["Infinity", pair, [one, Float64Array.of(-Infinity)], "got -Infinity at point 0 of column 1"],
    ["values beyond 1e100", regression, [Float64Array.of(1e101)], "at most 1e+100 in size, got 1e+101"],
  ])("%s", (_, fitted, points, message) => {
    const act = () => meanResponse(fitted, points);
    expect(act).toThrow(expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining(message) }));
  });

  test("bounds beyond the range of doubles", () => {
    const x = Float64Array.of(0, 1e-100, 3e-100);
    const steep = regress(Float64Array.of(0, 9e99, 1e99), [x], { confidence: 1 - 1e-13 });
    expect(meanResponse(steep, [x]).upper.every(Number.isFinite)).toBe(true);
    expect(() => meanResponse(steep, [Float64Array.of(0, 1e100)])).toThrow(
      expect.objectContaining({
        code: "BAD_INPUT",
        message: "the mean at 1e+100 leaves the range of doubles: rescale the series",
        details: { point: 1 },
      }),
    );
  });
});

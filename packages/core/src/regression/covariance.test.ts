import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, olsCases, worstDigits } from "../../golden/read-golden.ts";
import { type RobustTable, robustCases } from "../../golden/read-robust.ts";
import { AnalysisError } from "../errors.ts";
import { coefficientCovariance } from "./covariance.ts";
import { type CovarianceOptions, neweyWestLags } from "./covariance-choice.ts";
import { sample } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";

const HC = ["HC0", "HC1", "HC2", "HC3"] as const;

/** The digits of a covariance matrix, by the size of its variances: a covariance may be next to 0. */
function matrixDigits(matrix: Float64Array, truth: readonly number[][]): number {
  const errors = truth.flatMap((row, i) =>
    row.map((value, j) => Math.abs(matrix[i * row.length + j] - value) / Math.sqrt(truth[i][i] * truth[j][j])),
  );
  return -Math.log10(Math.max(1e-16, ...errors));
}

describe.each(robustCases.map((golden) => [golden.name, golden] as const))("%s", (_, golden) => {
  const fit = (options: CovarianceOptions) => regress(Float64Array.from(golden.y), columnsOf(golden.x), options);
  const expectTable = (options: CovarianceOptions, table: RobustTable) => {
    const regression = fit(options);
    const column = (key: "standardError" | "tStatistic" | "pValue") => regression.coefficients.map((one) => one[key]);
    const digits = [
      matrixDigits(coefficientCovariance(regression), table.covariance),
      worstDigits(column("standardError"), table.standardErrors),
      worstDigits(column("tStatistic"), table.tStatistics),
      worstDigits(column("pValue"), table.pValues),
      worstDigits([regression.fStatistic, regression.fPValue], [table.fStatistic, table.fPValue]),
    ];
    // statsmodels' t quantile is good to 10 digits or so; a bound may be next to 0.
    regression.coefficients.forEach(({ lower, upper, standardError }, j) => {
      expect(Math.abs(lower - table.lower[j])).toBeLessThan(1e-9 * standardError);
      expect(Math.abs(upper - table.upper[j])).toBeLessThan(1e-9 * standardError);
    });
    // The last case has a bad tick: there statsmodels and R agree to 11 digits only.
    expect(Math.min(...digits)).toBeGreaterThan(golden.name.includes("bad tick") ? 9 : 10);
  };

  test.each(HC)("%s is statsmodels' and the sandwich package's", (covariance) => {
    expectTable({ covariance }, golden.HC[covariance]);
    const matrix = coefficientCovariance(fit({ covariance }));
    expect(matrixDigits(matrix, golden.sandwich.HC[covariance])).toBeGreaterThan(11);
  });

  test.each(golden.HAC.map((one) => [one.lags, one.smallSample, one] as const))(
    "HAC with %i lags, small-sample factor %s, is statsmodels' and the sandwich package's",
    (lags, smallSample, table) => {
      expectTable({ covariance: "HAC", lags, smallSample }, table);
      const sandwich = golden.sandwich.HAC.find((one) => one.lags === lags);
      const matrix = coefficientCovariance(fit({ covariance: "HAC", lags, smallSample }));
      const expected = smallSample ? sandwich?.adjusted : sandwich?.plain;
      expect(matrixDigits(matrix, expected ?? [[Number.NaN]])).toBeGreaterThan(11);
    },
  );
});

const fixture = olsCases[0];
const y = Float64Array.from(fixture.y);
const [x] = columnsOf(fixture.x);

describe("the 12-point fixture's beta has the standard error of", () => {
  test.each<[CovarianceOptions, number, number]>([
    [{ covariance: "CLASSICAL" }, 0.175627532623, 0.146271653717],
    [{ covariance: "HC0" }, 0.159901905955, 0.12715600719],
    [{ covariance: "HC1" }, 0.175163761759, 0.13929242692],
    [{ covariance: "HC2" }, 0.175615238677, 0.147563137411],
    [{ covariance: "HC3" }, 0.194184979827, 0.172649259406],
    [{ covariance: "HAC", lags: 2 }, 0.115428042358, 0.097806738688],
    [{ covariance: "HAC", lags: 2, smallSample: true }, 0.126445085137, 0.107141914111],
  ])("%o: alpha %f, beta %f", (options, alpha, beta) => {
    const { coefficients } = regress(y, [x], options);
    expect(coefficients[0].standardError).toBeCloseTo(alpha, 11);
    expect(coefficients[1].standardError).toBeCloseTo(beta, 11);
  });
});

describe("laws", () => {
  const everyKind = fc.constantFrom<CovarianceOptions>(
    { covariance: "CLASSICAL" },
    ...HC.map((covariance) => ({ covariance })),
    { covariance: "HAC", lags: 3 },
  );

  test("the classical covariance has the standard errors on its diagonal, and so has every other", () => {
    fc.assert(
      fc.property(sample, everyKind, ([a, b], options) => {
        const regression = regress(a, [b], options);
        const matrix = coefficientCovariance(regression);
        regression.coefficients.forEach(({ standardError }, j) => {
          expect(Math.sqrt(matrix[j * 3])).toBeCloseTo(standardError, 12);
        });
      }),
    );
  });

  test("the estimates and all that does not rest on the covariance stay what they are", () => {
    fc.assert(
      fc.property(sample, everyKind, ([a, b], options) => {
        const plain = regress(a, [b]);
        const robust = regress(a, [b], options);
        expect(robust.coefficients.map(({ estimate }) => estimate)).toEqual(
          plain.coefficients.map(({ estimate }) => estimate),
        );
        for (const key of ["rSquared", "logLikelihood", "durbinWatson", "residualStandardError"] as const) {
          expect(robust[key]).toBe(plain[key]);
        }
      }),
    );
  });

  test("HAC without lags is HC0, and HC1 is HC0 times n/(n − k)", () => {
    fc.assert(
      fc.property(sample, ([a, b]) => {
        const variances = (options: CovarianceOptions) =>
          regress(a, [b], options).coefficients.map(({ standardError }) => standardError ** 2);
        const hc0 = variances({ covariance: "HC0" });
        const hc1 = variances({ covariance: "HC1" });
        variances({ covariance: "HAC", lags: 0 }).forEach((value, j) => {
          expect(value).toBeCloseTo(hc0[j], 14);
          expect(hc1[j]).toBeCloseTo((hc0[j] * a.length) / (a.length - 2), 12);
        });
      }),
    );
  });

  test("one slope's F is its t squared, whatever the covariance", () => {
    fc.assert(
      fc.property(sample, everyKind, ([a, b], options) => {
        const { coefficients, fStatistic, fPValue } = regress(a, [b], options);
        const t = coefficients[1].tStatistic ?? Number.NaN;
        expect((fStatistic ?? Number.NaN) / (t * t || 1)).toBeCloseTo(t === 0 ? 0 : 1, 9);
        expect(fPValue).toBeCloseTo(coefficients[1].pValue ?? Number.NaN, 9);
      }),
    );
  });
});

describe("lags", () => {
  test.each([
    [10, 2],
    [12, 2],
    [100, 4],
    [250, 4],
    [1259, 7],
    [2520, 8],
  ])("default, for %i observations, to %i", (observations, lags) => {
    expect(neweyWestLags(observations)).toBe(lags);
  });

  test("of every length, up to all observations, keep variances from being negative", () => {
    for (let lags = 0; lags < y.length; lags++) {
      const { coefficients, covariance } = regress(y, [x], { covariance: "HAC", lags });
      expect(covariance).toEqual({ estimator: "HAC", lags, smallSample: false });
      for (const { standardError } of coefficients) expect(standardError).toBeGreaterThan(0);
    }
  });
});

describe("refuses, with the rule and the value,", () => {
  test.each<[string, CovarianceOptions, RegExp]>([
    ["negative lags", { covariance: "HAC", lags: -1 }, /whole number from 0 to 11 for 12 observations, got -1/],
    ["half a lag", { covariance: "HAC", lags: 1.5 }, /got 1.5/],
    ["as many lags as observations", { covariance: "HAC", lags: 12 }, /got 12/],
    ["lags that would be ignored", { covariance: "HC1", lags: 3 }, /lags belongs to HAC, got 3 with HC1/],
    ["lags without a covariance", { lags: 3 }, /CLASSICAL/],
    ["a factor that would be ignored", { covariance: "HC0", smallSample: true }, /HC1 is HC0 with that factor/],
  ])("%s", (_, options, message) => {
    expect(() => regress(y, [x], options)).toThrow(message);
    expect(() => regress(y, [x], options)).toThrow(AnalysisError);
  });

  test.each(["HC2", "HC3"] as const)("%s where an observation alone determines beta", (covariance) => {
    const alone = Float64Array.of(0, 0, 0, 0, 1);
    const response = Float64Array.of(1, 2, 3, 4, 9);
    expect(() => regress(response, [alone], { covariance })).toThrow(/observation 4 alone determines a coefficient/);
    expect(regress(response, [alone], { covariance: "HC1" }).coefficients[1].standardError).toBeGreaterThan(0);
  });
});

test("an exact fit has no error under any covariance, and says so", () => {
  for (const covariance of ["CLASSICAL", ...HC, "HAC"] as const) {
    const regression = regress(
      x.map((value) => 2 * value),
      [x],
      { covariance },
    );
    expect(regression.coefficients[1].standardError).toBe(0);
    expect([...coefficientCovariance(regression)]).toEqual([0, 0, 0, 0]);
    expect(regression.undefinedQuantities.map(({ quantity }) => quantity)).toContain("fStatistic");
  }
});

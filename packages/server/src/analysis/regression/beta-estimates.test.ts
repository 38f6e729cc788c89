import { type CovarianceEstimator, regress } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import { BETA_ESTIMATORS, type BetaEstimator, benchmarkIndex, estimateBetas } from "./beta-estimates.ts";
import type { EstimatorParameters } from "./estimator-parameters.ts";
import { type InferenceInput, readInference } from "./inference.ts";
import { RegressionAnalysis } from "./regression-analysis.ts";

const column = (length: number, seed: number) =>
  Float64Array.from({ length }, (_, t) => 0.02 * Math.sin((t + 1) * (t + 3) * seed));

function analysisOf(portfolio: Float64Array, benchmarks: readonly Float64Array[], inference?: InferenceInput) {
  const joint = jointOf(portfolio, benchmarks);
  return new RegressionAnalysis(joint, { returns: portfolio, rounding: 0 }, readInference(inference));
}

const X = column(80, 1);
const Z = column(80, 2);
const Y = X.map((value, t) => 0.001 + 0.8 * value + 0.4 * Z[t] + column(80, 3)[t]);
const ONE = analysisOf(Y, [X]);
const NO_VALUE = { value: null, standardError: null, lower: null, upper: null };

const estimateBeta = (
  analysis: RegressionAnalysis,
  estimator: BetaEstimator,
  benchmark: number,
  parameters: EstimatorParameters,
) => estimateBetas(analysis, estimator, parameters)[benchmark];

const noteOf = (estimator: BetaEstimator, parameters: EstimatorParameters = {}, analysis = ONE) =>
  estimateBeta(analysis, estimator, 0, parameters).note;

describe("notes say what an estimate was made with", () => {
  test.each<[BetaEstimator, EstimatorParameters, string | RegExp]>([
    ["OLS", {}, "standard error: classical"],
    ["EWMA", {}, "lambda 0.94: a return counts half as much as one 11.2 periods later"],
    ["EWMA", { ewmaHalfLife: 20 }, "lambda 0.9659: a return counts half as much as one 20 periods later"],
    ["EWMA", { ewmaLambda: 1 }, "lambda 1: all returns count the same"],
    [
      "KALMAN",
      {},
      /^as of the last date; beta moves by [\d.e-]+ a period \(standard deviation, by maximum likelihood\)$/,
    ],
    ["BLUME", {}, "0.6667 of the OLS beta and 0.3333 of 1"],
    ["BLUME", { blumeWeight: 0.25 }, "0.25 of the OLS beta and 0.75 of 1"],
    ["VASICEK", {}, "prior with mean 1 and standard deviation 0.5"],
    ["VASICEK", { vasicekMean: 0, vasicekStandardDeviation: 2 }, "prior with mean 0 and standard deviation 2"],
    ["DIMSON", {}, "sum of the slopes on 1 lag, the same period and 1 lead"],
    ["DIMSON", { dimsonLags: 0, dimsonLeads: 2 }, "sum of the slopes on 0 lags, the same period and 2 leads"],
    ["SCHOLES_WILLIAMS", {}, "one lag and one lead"],
    ["HUBER", { huberThreshold: 2 }, "residuals beyond 2 robust standard deviations count less"],
    ["THEIL_SEN", {}, /without a standard error$/],
  ])("%s %o", (estimator, parameters, note) => {
    if (typeof note === "string") expect(noteOf(estimator, parameters)).toBe(note);
    else expect(noteOf(estimator, parameters)).toMatch(note);
  });

  test.each<[InferenceInput, string]>([
    [{ covariance: "HC3" }, "standard error: HC3"],
    [{ covariance: "HAC" }, "standard error: HAC with 3 lags"],
    [{ covariance: "HAC", lags: 1 }, "standard error: HAC with 1 lag"],
    [{ covariance: "HAC", lags: 0, smallSample: true }, "standard error: HAC with 0 lags and the small-sample factor"],
  ])("OLS under %o", (inference, note) => {
    expect(noteOf("OLS", {}, analysisOf(Y, [X], inference))).toBe(note);
  });

  test("UP and DOWN count their periods, which with those of 0 are all", () => {
    const still = X.map((value, t) => (t % 10 === 0 ? 0 : value));
    const analysis = analysisOf(Y, [still], { covariance: "HAC" });
    const up = still.filter((value) => value > 0).length;
    expect(noteOf("UP", {}, analysis)).toBe(
      `over the ${up} periods with a benchmark return above 0; HC1 in place of HAC`,
    );
    expect(noteOf("DOWN", {}, analysis)).toContain(`over the ${72 - up} periods with a benchmark return below 0`);
  });
});

describe("what the data leave undefined has no value, and its reason", () => {
  test.each<BetaEstimator>(["SCHOLES_WILLIAMS", "UP", "DOWN", "THEIL_SEN"])("%s of two benchmarks", (estimator) => {
    const note = "defined for one benchmark only, and there are 2";
    expect(estimateBeta(analysisOf(Y, [X, Z]), estimator, 1, {})).toEqual({ estimator, ...NO_VALUE, note });
  });

  test("KALMAN of six benchmarks", () => {
    const benchmarks = Array.from({ length: 6 }, (_, j) => column(80, j + 4));
    const note = "made for at most 5 benchmarks, and there are 6";
    expect(estimateBeta(analysisOf(Y, benchmarks), "KALMAN", 0, {})).toEqual({
      estimator: "KALMAN",
      ...NO_VALUE,
      note,
    });
  });

  test("UP where the benchmark never rises", () => {
    const { note, ...estimate } = estimateBeta(analysisOf(Y, [X.map((value) => -Math.abs(value))]), "UP", 0, {});
    expect(estimate).toEqual({ estimator: "UP", ...NO_VALUE });
    expect(note).toContain("at least 3 observations, got 0");
  });

  test("DOWN under HC3 where one period alone decides its beta", () => {
    const falling = X.map((value, t) => (t < 4 ? -0.01 : t === 4 ? -0.03 : Math.abs(value) + 1e-4));
    const analysis = analysisOf(Y, [falling], { covariance: "HC3" });
    const { note, ...estimate } = estimateBeta(analysis, "DOWN", 0, {});
    expect(estimate).toEqual({ estimator: "DOWN", ...NO_VALUE });
    expect(note).toContain("alone determines a coefficient");
    expect(estimateBeta(analysis, "OLS", 0, {}).value).not.toBeNull();
  });

  test("too few returns for what an estimator looks at", () => {
    const short = analysisOf(Y.subarray(0, 4), [X.subarray(0, 4)]);
    for (const estimator of ["DIMSON", "SCHOLES_WILLIAMS", "KALMAN"] as const) {
      expect(estimateBeta(short, estimator, 0, {})).toMatchObject({
        ...NO_VALUE,
        note: expect.stringMatching(/got 4$/),
      });
    }
  });
});

describe("errors", () => {
  test("where least squares has no answer none of the others has one: that is an error", () => {
    const flat = analysisOf(Y, [new Float64Array(80)]);
    for (const estimator of BETA_ESTIMATORS) {
      expect(() => estimateBeta(flat, estimator, 0, {})).toThrow(
        expect.objectContaining({ code: "SINGULAR_BENCHMARKS", message: expect.stringContaining("B1") }),
      );
    }
  });

  test.each<[BetaEstimator, EstimatorParameters, string]>([
    ["EWMA", { ewmaLambda: 0.9, ewmaHalfLife: 5 }, "got both"],
    ["EWMA", { ewmaLambda: 0 }, "got 0"],
    ["BLUME", { blumeWeight: 2 }, "got 2"],
    ["VASICEK", { vasicekStandardDeviation: -1 }, "got 1 and -1"],
    ["DIMSON", { dimsonLags: -1 }, "got -1 and 1"],
    ["HUBER", { huberThreshold: 0 }, "got 0"],
  ])("a setting that breaks a rule is one, too: %s %o", (estimator, parameters, mention) => {
    expect(() => estimateBeta(ONE, estimator, 0, parameters)).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining(mention) }),
    );
  });

  test("a setting of another estimator is not looked at", () => {
    expect(estimateBeta(ONE, "OLS", 0, { ewmaLambda: 0, huberThreshold: 0 })).toEqual(estimateBeta(ONE, "OLS", 0, {}));
  });
});

describe("which benchmark", () => {
  test("each estimate is of the benchmark that is asked for", () => {
    const two = analysisOf(Y, [X, Z]);
    const swapped = analysisOf(Y, [Z, X]);
    for (const estimator of ["OLS", "EWMA", "BLUME", "VASICEK", "DIMSON", "HUBER"] as const) {
      const [second, first] = [estimateBeta(two, estimator, 1, {}), estimateBeta(swapped, estimator, 0, {})];
      expect(second.value).toBeCloseTo(first.value as number, 10);
      expect(second.standardError).toBeCloseTo(first.standardError as number, 10);
    }
  });

  test("is found by its symbol in any case, and is the first without one", () => {
    const two = analysisOf(Y, [X, Z]);
    expect([null, undefined, "B1", "b2"].map((symbol) => benchmarkIndex(two, symbol))).toEqual([0, 0, 0, 1]);
    expect(() => benchmarkIndex(two, "B3")).toThrow(
      expect.objectContaining({
        code: "BAD_INPUT",
        message: "benchmark must be one of the regression's (B1, B2), got B3",
        details: { benchmark: "B3" },
      }),
    );
  });
});

test("OLS is the regression's own line, under each covariance and confidence", () => {
  for (const covariance of ["CLASSICAL", "HC0", "HC1", "HC2", "HC3", "HAC"] as CovarianceEstimator[]) {
    const analysis = analysisOf(Y, [X], { covariance, confidence: 0.8 });
    const { estimate, standardError, lower, upper } = regress(Y, [X], { covariance, confidence: 0.8 }).coefficients[1];
    expect(estimateBeta(analysis, "OLS", 0, {})).toMatchObject({ value: estimate, standardError, lower, upper });
  }
});

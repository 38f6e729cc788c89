import { describe, expect, test } from "vitest";
import { olsCases } from "../../golden/read-golden.ts";
import { kalmanCases } from "../../golden/read-kalman.ts";
import { AnalysisError } from "../errors.ts";
import { regress } from "../regression/regression.ts";
import { estimateKalmanNoise } from "./estimate-noise.ts";
import { kalmanFilter } from "./kalman-filter.ts";
import type { KalmanRegression } from "./kalman-regression.ts";
import { kalmanSmoother } from "./kalman-smoother.ts";

const x = Float64Array.from(olsCases[0].x[0]);
const y = Float64Array.from(olsCases[0].y);
const NOISE = { observation: 0.2, alpha: 0.01, betas: [0.05] };
const RUNS = [
  ["kalmanFilter", (response: Float64Array, columns: Float64Array[]) => kalmanFilter(response, columns, NOISE)],
  ["kalmanSmoother", (response: Float64Array, columns: Float64Array[]) => kalmanSmoother(response, columns, NOISE)],
  ["estimateKalmanNoise", (response: Float64Array, columns: Float64Array[]) => estimateKalmanNoise(response, columns)],
] as const;

function failure(action: () => unknown): AnalysisError {
  try {
    action();
  } catch (error) {
    if (error instanceof AnalysisError) return error;
    throw error;
  }
  throw new Error("expected an AnalysisError");
}

function everyNumber({ alpha, betas, alphaStandardErrors, betaStandardErrors }: KalmanRegression): number[] {
  return [alpha, ...betas, alphaStandardErrors, ...betaStandardErrors].flatMap((series) => [...series]);
}

describe.each(RUNS)("%s refuses", (_, run) => {
  test.each([
    ["a constant regressor", "SINGULAR_BENCHMARKS", () => run(y, [x.map(() => 0.1)])],
    ["a regressor of zeros", "SINGULAR_BENCHMARKS", () => run(y, [x.map(() => 0)])],
    ["a NaN in the response", "BAD_INPUT", () => run(y.with(3, Number.NaN), [x])],
    ["a NaN in a regressor", "BAD_INPUT", () => run(y, [x.with(0, Number.NaN)])],
    ["an infinite value", "BAD_INPUT", () => run(y.with(3, Number.POSITIVE_INFINITY), [x])],
    ["lengths that differ", "BAD_INPUT", () => run(y, [x.subarray(1)])],
    ["no regressor", "BAD_INPUT", () => run(y, [])],
    ["2 observations", "INSUFFICIENT_DATA", () => run(y.subarray(0, 2), [x.subarray(0, 2)])],
    ["no observation", "INSUFFICIENT_DATA", () => run(y.subarray(0, 0), [x.subarray(0, 0)])],
  ])("%s", (__, code, action) => {
    expect(failure(action).code).toBe(code);
  });

  test("a repeated regressor, by its name, and leaves its inputs alone", () => {
    const error = failure(() => kalmanFilter(y, [x, x], { ...NOISE, betas: [0, 0] }, { terms: ["SPY", "VOO"] }));
    expect(error).toMatchObject({ code: "SINGULAR_BENCHMARKS", details: { terms: ["SPY", "VOO"] } });
    const before = [y.slice(), x.slice()];
    run(y, [x]);
    expect([y, x]).toEqual(before);
  });
});

test("an estimate of noise needs more observations than there are starts and noises", () => {
  const error = failure(() => estimateKalmanNoise(y.subarray(0, 3), [x.subarray(0, 3)]));
  expect(error.code).toBe("INSUFFICIENT_DATA");
  expect(error.message).toBe("noise of a regression on 1 regressor needs at least 6 observations, got 3");
  expect(error.details).toEqual({ observations: 3, needed: 6 });
  expect(estimateKalmanNoise(y.subarray(0, 6), [x.subarray(0, 6)]).noise.observation).toBeGreaterThan(0);
  // With given noise, three are enough.
  expect(everyNumber(kalmanSmoother(y.subarray(0, 3), [x.subarray(0, 3)], NOISE)).every(Number.isFinite)).toBe(true);
});

describe("noise is refused that", () => {
  test.each([
    ["is negative", { ...NOISE, alpha: -1e-9 }],
    ["is NaN", { ...NOISE, betas: [Number.NaN] }],
    ["is infinite", { ...NOISE, observation: Number.POSITIVE_INFINITY }],
    ["has a beta too many", { ...NOISE, betas: [0, 0] }],
    ["has no observation noise though beta moves", { observation: 0, alpha: 0, betas: [1] }],
    ["has no observation noise though the fit is not exact", { observation: 0, alpha: 0, betas: [0] }],
    ["moves beyond all measure", { observation: 1e-30, alpha: 0, betas: [1] }],
    ["underflows", { observation: 5e-324, alpha: 0, betas: [0] }],
  ])("%s", (_, noise) => {
    const scale = noise.observation === 5e-324 ? 1e10 : 1;
    const action = () =>
      kalmanFilter(
        y.map((value) => value * scale),
        [x],
        noise,
      );
    expect(failure(action).code).toBe("BAD_INPUT");
  });
});

describe("the first entries of a filter", () => {
  const determined = (columns: Float64Array[]) => {
    const { betas, alpha } = kalmanFilter(y, columns, { ...NOISE, betas: columns.map(() => 0.05) });
    expect(Array.from(alpha, Number.isNaN)).toEqual(Array.from(betas[0], Number.isNaN));
    return betas[0].findIndex((value) => !Number.isNaN(value));
  };

  test("are NaN until the regressor has moved", () => {
    expect(determined([x])).toBe(1);
    expect(determined([x.map((value, t) => (t < 5 ? 0.1 : value))])).toBe(5);
    expect(determined([x.map((value, t) => (t < 11 ? 0.1 : value))])).toBe(11);
  });

  test("are NaN until every regressor has moved by itself", () => {
    const z = x.map((value, t) => (t < 6 ? 3 * value - 1 : Math.cos(t)));
    expect(determined([x, z])).toBe(6);
    expect(determined([x, z.map((_, t) => Math.cos(t))])).toBe(2);
  });

  test("pass through the responses exactly when they become determined", () => {
    const { alpha, betas } = kalmanFilter(y, [x], { ...NOISE, alpha: 0, betas: [0] });
    expect(alpha[1] + betas[0][1] * x[0]).toBeCloseTo(y[0], 14);
    expect(alpha[1] + betas[0][1] * x[1]).toBeCloseTo(y[1], 14);
  });
});

describe("an exact fit", () => {
  test.each([
    ["of a line", x.map((value) => 0.5 + 2 * value), 0.5, 2],
    ["of a constant response", x.map(() => 0.1), 0.1, 0],
    ["of zeros", x.map(() => 0), 0, 0],
  ])("%s has no noise, no likelihood and no standard errors", (_, response, alpha, beta) => {
    const estimate = estimateKalmanNoise(response, [x]);
    expect(estimate).toEqual({
      noise: { observation: 0, alpha: 0, betas: [0] },
      logLikelihood: null,
      converged: true,
    });
    for (const result of [kalmanFilter(response, [x], estimate), kalmanSmoother(response, [x], estimate)]) {
      expect(result.logLikelihood).toBeNull();
      for (let t = 1; t < x.length; t++) {
        expect(result.alpha[t]).toBeCloseTo(alpha, 14);
        expect(result.betas[0][t]).toBeCloseTo(beta, 14);
        expect([result.alphaStandardErrors[t], result.betaStandardErrors[0][t]]).toEqual([0, 0]);
      }
    }
  });

  test("but for a billionth has noise that is just as small", () => {
    const tracker = x.map((value, t) => 2 * value + 1e-9 * y[t]);
    const estimate = estimateKalmanNoise(tracker, [x]);
    const plain = estimateKalmanNoise(y, [x]);
    expect(estimate.noise.observation / 1e-18 / plain.noise.observation).toBeCloseTo(1, 5);
    expect(kalmanFilter(tracker, [x], estimate).betas[0].at(-1)).toBeCloseTo(2, 8);
  });
});

describe("a huge outlier", () => {
  const {
    y: longY,
    x: [longX],
  } = kalmanCases[3];
  const response = Float64Array.from(longY);
  const regressor = Float64Array.from(longX);

  test.each([
    ["in the response", response.with(100, 1e6), regressor],
    ["in the regressor", response, regressor.with(100, -1e6)],
    ["in the first regressor", response, regressor.with(0, 1e6)],
    ["in both", response.with(7, -1e9), regressor.with(7, 1e9)],
  ])("%s leaves every result finite, and better than constant coefficients", (_, wildY, wildX) => {
    const estimate = estimateKalmanNoise(wildY, [wildX]);
    const constant = { observation: regress(wildY, [wildX]).residualStandardError ** 2, alpha: 0, betas: [0] };
    const filtered = kalmanFilter(wildY, [wildX], estimate);
    expect(estimate.logLikelihood).toBeGreaterThan(kalmanFilter(wildY, [wildX], constant).logLikelihood! - 1e-8);
    expect(everyNumber(filtered).filter(Number.isNaN)).toHaveLength(4);
    expect(everyNumber(kalmanSmoother(wildY, [wildX], estimate)).every(Number.isFinite)).toBe(true);
  });
});

test("`converged` of an estimate is passed on, and given noise counts as converged", () => {
  const estimate = estimateKalmanNoise(y, [x]);
  expect(kalmanFilter(y, [x], estimate)).toMatchObject({ noise: estimate.noise, converged: estimate.converged });
  expect(kalmanSmoother(y, [x], { ...estimate, converged: false }).converged).toBe(false);
  expect(kalmanFilter(y, [x], NOISE)).toMatchObject({ noise: NOISE, converged: true });
});

test("options of a regression that mean nothing here change nothing", () => {
  const wide = { intercept: false, confidence: 0.5, terms: ["SPY"] };
  expect(kalmanFilter(y, [x], NOISE, wide)).toEqual(kalmanFilter(y, [x], NOISE));
});

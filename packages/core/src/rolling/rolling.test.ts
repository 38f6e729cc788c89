import { describe, expect, test } from "vitest";
import { olsCases } from "../../golden/read-golden.ts";
import { AnalysisError } from "../errors.ts";
import { RETURN_ROUNDING } from "../series/returns.ts";
import { expandingRegression, rollingRegression } from "./rolling.ts";
import type { RollingRegression } from "./windows.ts";

const x = Float64Array.from(olsCases[0].x[0]);
const y = Float64Array.from(olsCases[0].y);
const z = x.map((_, i) => Math.sin(i * i));

function failure(action: () => unknown): AnalysisError {
  try {
    action();
  } catch (error) {
    if (error instanceof AnalysisError) return error;
    throw error;
  }
  throw new Error("expected an AnalysisError");
}

/** The windows that have no answer at all. */
function refused({ alpha, betas, standardErrors, rSquared }: RollingRegression): number[] {
  const columns = [alpha, ...betas, ...standardErrors, rSquared];
  return [...alpha.keys()].filter((i) => columns.every((column) => Number.isNaN(column[i])));
}

describe("the shape", () => {
  test("a window of all is the fixture's regression, by statsmodels", () => {
    const { alpha, betas, standardErrors, rSquared } = rollingRegression(y, [x], 12);
    expect([alpha, betas[0], standardErrors[0], rSquared].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    const [intercept, slope] = olsCases[0].coefficients;
    expect(alpha[0]).toBeCloseTo(intercept.estimate, 14);
    expect(betas[0][0]).toBeCloseTo(slope.estimate, 14);
    expect(standardErrors[0][0]).toBeCloseTo(slope.standardError, 14);
    expect(rSquared[0]).toBeCloseTo(olsCases[0].rSquared, 14);
  });

  test.each([
    ["rolling", rollingRegression],
    ["expanding", expandingRegression],
  ])("%s: an entry a window, a column a regressor", (_, inWindows) => {
    const fits = inWindows(y, [x, z], 5);
    expect([fits.alpha.length, fits.rSquared.length]).toEqual([8, 8]);
    expect(fits.betas.map(({ length }) => length)).toEqual([8, 8]);
    expect(fits.standardErrors.map(({ length }) => length)).toEqual([8, 8]);
  });

  test("the shortest window has 1 degree of freedom", () => {
    expect(rollingRegression(y, [x], 3).alpha.length).toBe(10);
    expect(rollingRegression(y, [x, z], 4).alpha.length).toBe(9);
  });

  test("the inputs come out as they went in", () => {
    const before = [y, x, z].map((column) => column.slice());
    for (const regressors of [[x], [x, z]]) {
      rollingRegression(y, regressors, 5);
      expandingRegression(y, regressors, 5);
    }
    expect([y, x, z]).toEqual(before);
  });
});

describe("NaN where a window has no answer, and nowhere else", () => {
  test.each([0, 0.1, 1e4])("a benchmark that is %d for a while", (value) => {
    const halted = x.map((own, i) => (i >= 3 && i < 8 ? value : own));
    expect(refused(rollingRegression(y, [halted], 4))).toEqual([3, 4]);
    expect(refused(rollingRegression(y, [halted, z], 4))).toEqual([3, 4]);
    expect(refused(rollingRegression(y, [z, halted], 4))).toEqual([3, 4]);
  });

  test("a benchmark that starts late, in growing windows", () => {
    const late = x.map((own, i) => (i < 6 ? 0 : own));
    expect(refused(expandingRegression(y, [late], 3))).toEqual([0, 1, 2, 3]);
    expect(refused(expandingRegression(y, [z, late], 4))).toEqual([0, 1, 2]);
  });

  test("a benchmark that moves by no more than its rounding", () => {
    const rounds = x.map((own, i) => (i < 6 ? 0.25 + (i % 2) * 2 ** -52 : own));
    const rounding = { response: RETURN_ROUNDING, regressors: RETURN_ROUNDING };
    expect(refused(rollingRegression(y, [rounds], 4, { rounding }))).toEqual([0, 1, 2]);
  });

  test("a benchmark that moves in its last digit alone, without a word of rounding", () => {
    const rounds = x.map((own, i) => (i < 6 ? [0.3, 0.1 + 0.2][i % 2] : own));
    expect(refused(rollingRegression(y, [rounds], 4))).toEqual([0, 1, 2]);
  });

  test("benchmarks that are one another for a while", () => {
    const copy = z.map((own, i) => (i < 6 ? 2 * x[i] : own));
    expect(refused(rollingRegression(y, [x, copy], 4))).toEqual([0, 1, 2]);
    expect(refused(expandingRegression(y, [x, copy], 4))).toEqual([0, 1, 2]);
  });

  test("benchmarks that are closer than the caller allows", () => {
    const near = x.map((own, i) => own + 1e-8 * z[i]);
    expect(refused(rollingRegression(y, [x, near], 6))).toEqual([]);
    expect(refused(rollingRegression(y, [x, near], 6, { collinearityTolerance: 1e-7 })).length).toBe(7);
  });

  test("all zeros", () => {
    const zeros = new Float64Array(12);
    expect(refused(rollingRegression(zeros, [zeros], 4)).length).toBe(9);
    const still = rollingRegression(zeros, [x], 4);
    expect(still.betas[0]).toEqual(new Float64Array(9));
    expect(still.standardErrors[0]).toEqual(new Float64Array(9));
    expect(still.rSquared.every(Number.isNaN)).toBe(true);
  });

  test("R² alone, where the response does not vary; its beta is 0 there", () => {
    const halted = y.map((own, i) => (i < 5 ? 0.1 : own));
    const { alpha, betas, rSquared } = rollingRegression(halted, [x], 4);
    expect([...rSquared.keys()].filter((i) => Number.isNaN(rSquared[i]))).toEqual([0, 1]);
    expect([alpha[0], alpha[1], betas[0][0], betas[0][1]]).toEqual([0.1, 0.1, 0, 0]);
  });

  test("no R² where the response moves by no more than its rounding, no standard error where the rest does", () => {
    const rounding = { response: 0.01, regressors: 0 };
    const still = x.map((_, i) => (i < 6 ? 0.02 * Math.cos(i * i) : Math.cos(i)));
    const { rSquared } = rollingRegression(still, [x], 4, { rounding });
    expect([...rSquared].slice(0, 4).map(Number.isNaN)).toEqual([true, true, true, false]);
    const close = x.map((value, i) => value / 10 + (i % 2 === 0 ? 0.009 : -0.009));
    expect(rollingRegression(close, [x], 6, { rounding }).standardErrors[0]).toEqual(new Float64Array(7));
    const beside = { response: 0, regressors: 0.1 };
    expect(rollingRegression(close, [x], 6, { rounding: beside }).standardErrors[0]).toEqual(new Float64Array(7));
    expect(rollingRegression(close, [x], 6).standardErrors[0].every((error) => error > 0)).toBe(true);
  });

  test("a response that moves in its last digit alone leaves an exact fit", () => {
    const rounds = x.map((_, i) => [0.3, 0.1 + 0.2][i % 2]);
    expect(rollingRegression(rounds, [x], 6).standardErrors[0]).toEqual(new Float64Array(7));
  });

  test("a series on itself: beta 1, standard error 0, R² 1", () => {
    const { betas, standardErrors, rSquared } = rollingRegression(x, [x], 4);
    expect(betas[0]).toEqual(new Float64Array(9).fill(1));
    expect(standardErrors[0]).toEqual(new Float64Array(9));
    expect(rSquared).toEqual(new Float64Array(9).fill(1));
  });
});

describe("refuses", () => {
  test.each([2, 0, -5, 3.5, Number.NaN, Infinity])("a window of %d, with the rule and the value", (window) => {
    const error = failure(() => rollingRegression(y, [x], window));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.message).toBe(
      `a window of a regression on 1 benchmark must be an integer of at least 3, got ${window}`,
    );
    expect(error.details).toEqual({ length: String(window), least: 3 });
  });

  test("a minimum that is too short for its benchmarks", () => {
    const { message } = failure(() => expandingRegression(y, [x, z], 3));
    expect(message).toBe("a minimum of a regression on 2 benchmarks must be an integer of at least 4, got 3");
  });

  test("a window that is longer than the series, with the numbers", () => {
    const error = failure(() => rollingRegression(y, [x], 13));
    expect(error.code).toBe("INSUFFICIENT_DATA");
    expect(error.message).toBe("a window of 13 needs at least as many observations, got 12");
    expect(error.details).toEqual({ observations: 12, needed: 13 });
    expect(failure(() => expandingRegression(y, [x], 13)).code).toBe("INSUFFICIENT_DATA");
    expect(failure(() => rollingRegression(new Float64Array(0), [new Float64Array(0)], 3)).code).toBe(
      "INSUFFICIENT_DATA",
    );
  });

  test.each([
    ["no regressor", () => rollingRegression(y, [], 5)],
    ["unequal lengths", () => rollingRegression(y, [x, z.subarray(1)], 5)],
    ["a missing term", () => rollingRegression(y, [x, z], 5, { terms: ["SPY"] })],
    ["a NaN in the response", () => rollingRegression(y.with(11, Number.NaN), [x], 5)],
    ["a NaN in a regressor", () => rollingRegression(y, [x, z.with(0, Number.NaN)], 5)],
    ["an infinite value", () => expandingRegression(y, [x.with(4, -Infinity)], 5)],
    ["values beyond 1e100", () => rollingRegression(y.with(3, 1e200), [x], 5)],
    ["values below 1e-100", () => rollingRegression(y, [x.map((value) => value * 1e-310)], 5)],
  ])("%s", (_, action) => {
    expect(failure(action).code).toBe("BAD_INPUT");
  });

  test("values by the name of their series", () => {
    const error = failure(() => rollingRegression(y, [x, z.with(2, Number.NaN)], 5, { terms: ["SPY", "GLD"] }));
    expect(error.message).toBe("the values of GLD must be finite numbers, got NaN at index 2");
  });
});

test("values of any size that squares allow", () => {
  const plain = rollingRegression(y, [x], 5);
  for (const scale of [2 ** 320, 2 ** -150, 2 ** -310]) {
    const scaled = rollingRegression(
      y.map((value) => value * scale),
      [x.map((value) => value * scale)],
      5,
    );
    scaled.betas[0].forEach((beta, i) => {
      expect(beta / plain.betas[0][i]).toBeCloseTo(1, 12);
      expect(scaled.standardErrors[0][i] / plain.standardErrors[0][i]).toBeCloseTo(1, 12);
    });
  }
});

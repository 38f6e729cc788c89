import { describe, expect, test } from "vitest";
import { meanToDeviation, sortinoRatio, treynorRatio } from "./reward.ts";
import { noisyReturns } from "./spread.ts";
import { Undefined } from "./undefined-measure.ts";

const noisy = (values: readonly number[], rounding = 0) => noisyReturns(Float64Array.from(values), rounding);

describe("by hand", () => {
  const excess = noisy([0.03, -0.01, 0.02, 0]);

  test("mean to deviation", () => {
    // mean 0.01, deviations 0.02 −0.02 0.01 −0.01: variance 0.001/3
    expect(meanToDeviation(excess, 12, "")).toBeCloseTo((0.01 / Math.sqrt(0.001 / 3)) * Math.sqrt(12), 13);
  });

  test("Sortino counts every period in the downside deviation", () => {
    expect(sortinoRatio(excess, 12)).toBeCloseTo((0.01 / Math.sqrt(0.0001 / 4)) * Math.sqrt(12), 13);
  });

  test("Treynor", () => {
    const beta = { estimate: 0.5, lower: 0.4, upper: 0.6 };
    expect(treynorRatio(excess, 12, beta, null)).toBeCloseTo(0.24, 14);
  });
});

describe("not defined", () => {
  test("mean to deviation of what does not vary, for the reason given, and of one observation", () => {
    expect(meanToDeviation(noisy([0.1, 0.1]), 252, "still")).toEqual(new Undefined("still"));
    expect(meanToDeviation(noisy([0.1]), 252, "still")).toMatchObject({ reason: expect.stringContaining("got 1") });
  });

  test("Sortino where no period falls short by more than rounding", () => {
    const none = new Undefined("no period falls short of the risk-free rate");
    expect(sortinoRatio(noisy([0.1, 0]), 252)).toEqual(none);
    expect(sortinoRatio(noisy([0.1, -1e-16], 2 ** -51), 252)).toEqual(none);
    expect(sortinoRatio(noisy([0.1, -1e-12], 2 ** -51), 252)).toBeGreaterThan(1e9);
  });

  test.each([
    [1e-16, -0.1, 0.1],
    [0.2, 0, 0.4],
    [-0.2, -0.4, 0],
    [0, 0, 0],
  ])("Treynor of a beta of %d from %d to %d", (estimate, lower, upper) => {
    const reason = "the confidence interval of beta contains 0";
    expect(treynorRatio(noisy([0.1, 0.2]), 252, { estimate, lower, upper }, null)).toEqual(new Undefined(reason));
  });

  test("Treynor of a beta that an exact fit is sure of, but that moves the returns by rounding only", () => {
    const beta = { estimate: 3e-15, lower: 3e-15, upper: 3e-15 };
    const hedged = noisy([1e-17, 2e-17], 2 ** -51);
    const reason = "beta is no more than the rounding of the returns";
    expect(treynorRatio(hedged, 252, beta, noisy([0.02, -0.05]))).toEqual(new Undefined(reason));
  });

  test("but of a negative beta it is", () => {
    expect(treynorRatio(noisy([1, 2]), 1, { estimate: -0.5, lower: -0.7, upper: -0.3 }, noisy([1, 2]))).toBe(-3);
  });
});

import { describe, expect, test } from "vitest";
import { variance } from "../arithmetic/variance.ts";
import { noisyReturns, returnsOver, standardDeviation } from "./spread.ts";
import { Undefined } from "./undefined-measure.ts";

const moves = Float64Array.of(0.01, -0.02, 0.03, 0.005);

describe("standardDeviation", () => {
  test("is the root of the sample variance, with n − 1", () => {
    expect(standardDeviation(noisyReturns(moves, 0))).toBe(Math.sqrt(variance(moves)));
    expect(standardDeviation(noisyReturns(Float64Array.of(1, 3), 0))).toBe(Math.SQRT2);
  });

  test("needs 2 observations", () => {
    expect(standardDeviation(noisyReturns(Float64Array.of(0.1), 0))).toEqual(
      new Undefined("a standard deviation needs at least 2 observations, got 1"),
    );
  });

  test("is exactly 0 where nothing but rounding varies, and not where something does", () => {
    expect(standardDeviation(noisyReturns(Float64Array.of(0.1, 0.1 + 2 ** -56), 0))).toBe(0);
    expect(standardDeviation(noisyReturns(Float64Array.of(0, 1e-15), 2 ** -51))).toBe(0);
    expect(standardDeviation(noisyReturns(Float64Array.of(0, 1e-15), 0))).toBeCloseTo(1e-15 / Math.SQRT2, 28);
    expect(standardDeviation(noisyReturns(Float64Array.of(0.1, 0.1 + 1e-14), 2 ** -51))).toBeGreaterThan(0);
  });
});

describe("returnsOver", () => {
  test("is the difference, period by period", () => {
    const { values } = returnsOver(noisyReturns(Float64Array.of(1, 2), 0), noisyReturns(Float64Array.of(5, 7), 0));
    expect([...values]).toEqual([4, 5]);
  });

  test("a constant margin over a benchmark does not vary, though the subtraction rounds", () => {
    const above = moves.map((value) => value + 0.0003);
    const active = returnsOver(noisyReturns(moves, 0), noisyReturns(above, 0));
    expect(new Set(active.values).size).toBeGreaterThan(1);
    expect(standardDeviation(active)).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { regress } from "../regression/regression.ts";
import { noise } from "./noise.arbitrary.ts";
import { scholesWilliams } from "./scholes-williams.ts";

describe("scholesWilliams", () => {
  test("finds the beta of a portfolio that trades a part of a day late, where least squares finds a part of it", () => {
    fc.assert(
      fc.property(noise(2, 600), ([market, e]) => {
        // The benchmark is late too, and so its returns follow each other.
        const x = market.map((value, t) => 0.8 * value + 0.2 * (market[t - 1] ?? 0));
        const y = market.map((value, t) => 0.4 * value + 0.6 * (market[t - 1] ?? 0) + e[t] / 10);
        expect(scholesWilliams(y, x).value).toBeGreaterThan(0.8);
        expect(scholesWilliams(y, x).value).toBeLessThan(1.2);
        expect(regress(y, [x]).coefficients[1].estimate).toBeLessThan(0.8);
      }),
    );
  });

  test("does not depend on the direction of time", () => {
    fc.assert(
      fc.property(noise(2, 300), ([y, x]) => {
        const forward = scholesWilliams(y, x);
        const backward = scholesWilliams(y.toReversed(), x.toReversed());
        expect(backward.value).toBeCloseTo(forward.value, 10);
        expect(backward.standardError).toBeCloseTo(forward.standardError!, 10);
      }),
    );
  });

  test("refuses a benchmark that takes back tomorrow what it does today", () => {
    const x = Float64Array.from({ length: 40 }, (_, t) => (t % 2 === 0 ? 1 : -1) / 100 + Math.sin(t * t) / 1e4);
    expect(() => scholesWilliams(x.map(Math.cos), x, { terms: ["SPY"] })).toThrow(
      expect.objectContaining({
        code: "SINGULAR_BENCHMARKS",
        message: expect.stringMatching(/^1 \+ 2ρ₁ of the returns of SPY must be at least 0.1, got -0.9/),
        details: { terms: ["SPY"], persistence: expect.any(Number) },
      }),
    );
  });

  test("has no standard error and no bounds where the instrument has no covariance with the benchmark", () => {
    const x = Float64Array.of(-2, -2, -1, -2, -1, -1);
    const { value, ...rest } = scholesWilliams(Float64Array.of(1, 3, -2, 4, 0, 2), x);
    expect(Number.isFinite(value)).toBe(true);
    expect(rest).toEqual({ standardError: null, lower: null, upper: null });
  });

  test("needs 5 observations", () => {
    const y = Float64Array.of(1, 3, -2, 4, 0);
    const x = Float64Array.of(1, 2, 3, -1, -2);
    expect(scholesWilliams(y, x).standardError).toBeGreaterThan(0);
    expect(() => scholesWilliams(y.subarray(1), x.subarray(1))).toThrow(
      expect.objectContaining({ code: "INSUFFICIENT_DATA", details: { observations: 4, needed: 5 } }),
    );
  });

  test("refuses a benchmark that moves only at an end, where a slope beside it is none", () => {
    const x = new Float64Array(10).with(9, 0.02);
    expect(() => scholesWilliams(x.map(Math.cos), x)).toThrow(expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sample } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { rollingRegression } from "./rolling.ts";
import { rollingBounds } from "./rolling-bounds.ts";

const WINDOW = 6;

describe("rollingBounds", () => {
  test("are those of a regression on each window by itself", () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(0.5, 0.95, 0.999), ([y, x], confidence) => {
        const { betas, standardErrors } = rollingRegression(y, [x], WINDOW);
        const { lower, upper } = rollingBounds(betas[0], standardErrors[0], WINDOW - 2, confidence);
        expect([lower.length, upper.length]).toEqual([betas[0].length, betas[0].length]);
        for (let i = 0; i < lower.length; i++) {
          if (Number.isNaN(betas[0][i])) {
            expect([lower[i], upper[i]]).toEqual([Number.NaN, Number.NaN]);
            continue;
          }
          const alone = regress(y.slice(i, i + WINDOW), [x.slice(i, i + WINDOW)], { confidence }).coefficients[1];
          const near = 1e-10 * (Math.abs(alone.estimate) + alone.upper - alone.lower);
          expect(Math.abs(lower[i] - alone.lower)).toBeLessThanOrEqual(near);
          expect(Math.abs(upper[i] - alone.upper)).toBeLessThanOrEqual(near);
        }
      }),
    );
  });

  test("have Student's t: 12.706 standard errors with 1 degree of freedom, 1.96 with many", () => {
    const half = (degreesOfFreedom: number) =>
      rollingBounds(Float64Array.of(5), Float64Array.of(1), degreesOfFreedom, 0.95).upper[0] - 5;
    expect(half(1)).toBeCloseTo(12.706204736174698, 11);
    expect(half(58)).toBeCloseTo(2.0017174841452356, 11);
    expect(half(1e7)).toBeCloseTo(1.959964, 5);
  });

  test("are NaN where an estimate or its standard error is, and meet where the fit is exact", () => {
    const { lower, upper } = rollingBounds(
      Float64Array.of(1, Number.NaN, 3, 4),
      Float64Array.of(Number.NaN, 1, 0, 1),
      4,
      0.9,
    );
    expect([...lower].map(Number.isNaN)).toEqual([true, true, false, false]);
    expect([...upper].map(Number.isNaN)).toEqual([true, true, false, false]);
    expect([lower[2], upper[2]]).toEqual([3, 3]);
  });

  test.each([
    ["a standard error too few", 1, 4, 0.95, "got 1 for 2 estimates"],
    ["no degrees of freedom", 2, 0, 0.95, "degrees of freedom must be a positive finite number, got 0"],
    ["a confidence of 1", 2, 4, 1, "a confidence must be between 0 and 1, got 1"],
    ["a confidence below 0", 2, 4, -0.5, "a confidence must be between 0 and 1, got -0.5"],
    ["a confidence of NaN", 2, 4, Number.NaN, "a confidence must be between 0 and 1, got NaN"],
  ])("refuse %s", (_, errors, degreesOfFreedom, confidence, message) => {
    const act = () => rollingBounds(Float64Array.of(1, 2), new Float64Array(errors), degreesOfFreedom, confidence);
    expect(act).toThrow(expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining(message) }));
  });
});

import { expect, test } from "vitest";
import { checkReturns } from "./returns-check.ts";

test.each([Number.NaN, Infinity, -Infinity])("%d is refused, with its place", (bad) => {
  expect(() => checkReturns(Float64Array.of(0, bad, bad), "SPY")).toThrow(
    expect.objectContaining({
      code: "BAD_INPUT",
      message: `the returns of SPY must be finite numbers, got ${bad} at observation 1`,
      details: { series: "SPY", observation: 1 },
    }),
  );
});

test("what is too large or too small for its squares is refused, zeros and returns are not", () => {
  for (const size of [1e101, 1e-101]) {
    expect(() => checkReturns(Float64Array.of(0, size), "SPY")).toThrow(
      `the largest value of the returns of SPY must be between 1e-100 and 1e+100 in size, got ${size}`,
    );
  }
  expect(() => {
    checkReturns(new Float64Array(3), "SPY");
    checkReturns(Float64Array.of(0.01, -1), "SPY");
  }).not.toThrow();
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeReturn, ruin } from "./growth.ts";

const series = fc
  .array(fc.integer({ min: -9000, max: 9000 }), { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values, (value) => value / 1e4));

describe("cumulativeReturn", () => {
  test("is what the product of growth factors gains", () => {
    fc.assert(
      fc.property(series, (returns) => {
        const wealth = returns.reduce((product, value) => product * (1 + value), 1);
        expect(Math.abs((cumulativeReturn(returns, "SIMPLE") as number) + 1 - wealth)).toBeLessThan(
          1e-13 * (1 + wealth),
        );
      }),
    );
  });

  test("of one series after another multiplies", () => {
    fc.assert(
      fc.property(series, series, fc.constantFrom("SIMPLE" as const, "LOG" as const), (first, second, kind) => {
        const gain = (returns: Float64Array) => 1 + (cumulativeReturn(returns, kind) as number);
        const whole = gain(Float64Array.of(...first, ...second));
        const product = gain(first) * gain(second);
        expect(Math.abs(whole - product)).toBeLessThan(1e-13 * product + 1e-15);
      }),
    );
  });

  test("keeps the digits of gains that are tiny, or nearly cancel", () => {
    expect(cumulativeReturn(new Float64Array(1000).fill(1e-15), "SIMPLE")).toBeCloseTo(1e-12, 23);
    // (1 + 2⁻²⁰)(1 − 2⁻²⁰) − 1 = −2⁻⁴⁰
    expect(cumulativeReturn(Float64Array.of(2 ** -20, -(2 ** -20)), "SIMPLE")).toBeCloseTo(-(2 ** -40), 21);
  });

  test("is −1 where everything was lost, and infinite beyond the range of doubles", () => {
    expect(cumulativeReturn(Float64Array.of(0.5, -1), "SIMPLE")).toBe(-1);
    expect(cumulativeReturn(Float64Array.of(-1000), "LOG")).toBe(-1);
    expect(cumulativeReturn(Float64Array.of(1e100, 1e100, 1e100, 1e100), "SIMPLE")).toBe(Infinity);
  });
});

describe("ruin", () => {
  test.each([
    ["a loss of more than everything", [0.1, -1.5, 0.1], "the return is -1.5 at observation 1"],
    ["one at the end", [0.1, 0.1, -1.0001], "the return is -1.0001 at observation 2"],
    ["a return after everything was lost", [-1, 0.1], "everything was lost before observation 1"],
    ["a return of 0 after it", [0.2, -1, 0], "everything was lost before observation 2"],
    ["the first of two losses", [-1, -2], "everything was lost before observation 1"],
  ])("%s is one, with its observation", (_, returns, reason) => {
    expect(ruin(Float64Array.from(returns), "SIMPLE")?.reason).toContain(reason);
  });

  test("is none where all is lost at the end, nor of log returns", () => {
    expect(ruin(Float64Array.of(0.1, -1), "SIMPLE")).toBeNull();
    expect(ruin(Float64Array.of(-1, -7, 0.1), "LOG")).toBeNull();
  });
});

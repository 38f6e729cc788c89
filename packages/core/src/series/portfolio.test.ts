import { describe, expect, test } from "vitest";
import { grossWeight, leverage, sharesValue, weightedReturns } from "./portfolio.ts";

const badInput = expect.objectContaining({ code: "BAD_INPUT" });
const a = Float64Array.of(0.01, -0.02, 0.03);
const b = Float64Array.of(0.05, 0.04, -0.01);

describe("weightedReturns and sharesValue", () => {
  test("add up what is held", () => {
    const total = weightedReturns([a, b], [0.6, 0.4], "SIMPLE");
    a.forEach((value, i) => {
      expect(total[i]).toBeCloseTo(0.6 * value + 0.4 * b[i], 16);
    });
    expect([...sharesValue([Float64Array.of(10, 11), Float64Array.of(5, 4)], [2, -1])]).toEqual([15, 18]);
  });

  test("a single holding with weight 1 is the holding, and its log return is log1p of it", () => {
    expect(weightedReturns([a], [1], "SIMPLE")).toEqual(a);
    expect(weightedReturns([a], [1], "LOG")).toEqual(a.map(Math.log1p));
  });

  test("refuse what cannot be added up", () => {
    expect(() => weightedReturns([a], [0.5, 0.5], "SIMPLE")).toThrow(badInput);
    expect(() => weightedReturns([], [], "SIMPLE")).toThrow(badInput);
    expect(() => weightedReturns([a, b.subarray(1)], [0.5, 0.5], "SIMPLE")).toThrow(badInput);
    expect(() => sharesValue([a], [Number.NaN])).toThrow(badInput);
  });

  test("refuse a log return of a ruin, which as a simple one is only a loss", () => {
    const crash = Float64Array.of(0.1, -0.5);
    expect(weightedReturns([crash], [2], "SIMPLE")[1]).toBe(-1);
    expect(() => weightedReturns([crash], [2], "LOG")).toThrow(
      "a log return needs a portfolio return above -1, got -1 in period 1",
    );
  });
});

test("what is held, long and short alike, in times of the portfolio's value", () => {
  expect(grossWeight([1.3, -0.3])).toBeCloseTo(1.6, 15);
  const columns = [Float64Array.of(10, 10), Float64Array.of(1, 4)];
  expect(Math.max(...leverage(columns, [2, 3]))).toBe(1);
  // 20 + 2 of 18, then 20 + 8 of 12.
  expect(Math.max(...leverage(columns, [2, -2]))).toBeCloseTo(28 / 12, 15);
});

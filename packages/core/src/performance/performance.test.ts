import { describe, expect, test } from "vitest";
import { type Performance, performance } from "./performance.ts";

const DAILY = { kind: "SIMPLE", periodsPerYear: 252 } as const;
const returns = Float64Array.of(0.01, -0.02, 0.03, 0.005, -0.01);

function reasonOf({ undefinedQuantities }: Performance, quantity: string): string | undefined {
  return undefinedQuantities.find((one) => one.quantity === quantity)?.reason;
}

function badInput(message: string, details: Readonly<Record<string, unknown>> = {}) {
  return expect.objectContaining({ code: "BAD_INPUT", message, details: expect.objectContaining(details) });
}

describe("what is not defined is null, with its reason", () => {
  test("without a benchmark, a beta: what is relative to them", () => {
    const result = performance(returns, DAILY);
    expect(result).toMatchObject({ trackingError: null, informationRatio: null, upCapture: null, downCapture: null });
    expect(reasonOf(result, "downCapture")).toBe("there is no benchmark to compare with");
    expect(result.treynor).toBeNull();
    expect(reasonOf(result, "treynor")).toBe("there is no beta to divide by");
    expect(performance(returns, { ...DAILY, benchmark: null, riskFree: null, beta: null })).toEqual(result);
  });

  test("one observation has no spread", () => {
    const result = performance(Float64Array.of(-0.02), DAILY);
    expect(result).toMatchObject({
      observations: 1,
      annualizedVolatility: null,
      sharpe: null,
      skew: null,
      kurtosis: null,
      valueAtRisk: 0.02,
      expectedShortfall: 0.02,
      hitRate: 0,
      maximumDrawdown: { peak: -1, trough: 0, recovery: null },
    });
    expect(result.cumulativeReturn).toBeCloseTo(-0.02, 15);
    expect(reasonOf(result, "sharpe")).toBe("a standard deviation needs at least 2 observations, got 1");
  });

  test.each([0, 0.01])("a constant series of %d has no spread to divide by", (value) => {
    const constant = new Float64Array(6).fill(value);
    const result = performance(constant, { ...DAILY, benchmark: constant });
    expect(result).toMatchObject({
      annualizedVolatility: 0,
      sharpe: null,
      sortino: null,
      calmar: null,
      maximumDrawdown: null,
      skew: null,
      kurtosis: null,
      trackingError: 0,
      informationRatio: null,
      downCapture: null,
      hitRate: value > 0 ? 1 : 0,
    });
    expect(reasonOf(result, "sharpe")).toBe("the excess returns do not vary");
    expect(reasonOf(result, "calmar")).toBe("wealth never fell below an earlier peak");
    expect(reasonOf(result, "informationRatio")).toBe("the returns over the benchmark do not vary");
  });

  test("a hedge that leaves nothing but rounding has no ratios, where the rounding is told", () => {
    const left = Float64Array.from(returns, (value) => value / 1e15);
    const told = performance(left, { ...DAILY, rounding: 2 ** -51 });
    expect(told).toMatchObject({ annualizedVolatility: 0, sharpe: null, sortino: null, calmar: null, skew: null });
    expect(performance(left, DAILY).sharpe).toBeCloseTo(performance(returns, DAILY).sharpe!, 10);
  });

  test("a constant margin over the risk-free rate has no Sharpe ratio, though the subtraction rounds", () => {
    const riskFree = returns.map((value) => value - 0.0003);
    const result = performance(returns, { ...DAILY, riskFree });
    expect(result.sharpe).toBeNull();
    expect(result.annualizedVolatility).toBeGreaterThan(0.1);
  });

  test("a return below −1 leaves nothing that compounds, and says where", () => {
    const result = performance(returns.with(2, -1.2), DAILY);
    const reason = "more than everything was lost: the return is -1.2 at observation 2";
    for (const quantity of ["cumulativeReturn", "annualizedReturn", "calmar", "maximumDrawdown"] as const) {
      expect(result[quantity]).toBeNull();
      expect(reasonOf(result, quantity)).toBe(reason);
    }
    expect(result.sharpe).toBeLessThan(0);
    expect(performance(returns.with(2, -1), DAILY).cumulativeReturn).toBeNull();
  });

  test("everything lost at the end is −1, at a depth of 1", () => {
    expect(performance(returns.with(4, -1), DAILY)).toMatchObject({
      cumulativeReturn: -1,
      annualizedReturn: -1,
      calmar: -1,
      maximumDrawdown: { depth: 1, trough: 4, recovery: null },
    });
  });

  test("growth beyond the range of doubles", () => {
    const result = performance(Float64Array.of(1e90, -0.5, 1e90, 1e90, 1e90), DAILY);
    expect(result).toMatchObject({ cumulativeReturn: null, annualizedReturn: null, calmar: null });
    expect(reasonOf(result, "calmar")).toBe("it leaves the range of doubles");
    expect(result.maximumDrawdown?.depth).toBeCloseTo(0.5, 14);
  });
});

test("the hit rate counts gains beyond rounding", () => {
  const steps = Float64Array.of(0.01, 0, -0.01, 1e-16);
  expect(performance(steps, DAILY).hitRate).toBe(0.5);
  expect(performance(steps, { ...DAILY, rounding: 2 ** -51 }).hitRate).toBe(0.25);
});

describe("refuses", () => {
  test("no return at all", () => {
    expect(() => performance(new Float64Array(0), DAILY)).toThrow(
      expect.objectContaining({ code: "INSUFFICIENT_DATA", details: { observations: 0, needed: 1 } }),
    );
  });

  test.each([Number.NaN, Infinity, -Infinity, 1.1e100])("%d in any series, naming the observation", (value) => {
    const broken = returns.with(3, value);
    const fault = (name: string) =>
      badInput(`${name} must be finite numbers of at most 1e+100 in size, got ${value} at observation 3`, {
        observation: 3,
      });
    expect(() => performance(broken, DAILY)).toThrow(fault("the returns"));
    expect(() => performance(returns, { ...DAILY, riskFree: broken })).toThrow(fault("the risk-free rates"));
    const byBenchmark = () => performance(returns, { ...DAILY, benchmark: broken });
    expect(byBenchmark).toThrow(fault("the returns of the benchmark"));
  });

  test("lengths that differ", () => {
    const message = "performance needs series of one length, got 5 returns and 4 of the risk-free rates";
    const shorter = returns.subarray(1);
    expect(() => performance(returns, { ...DAILY, riskFree: shorter })).toThrow(badInput(message));
    const longer = Float64Array.of(...returns, 0.01);
    expect(() => performance(returns, { ...DAILY, benchmark: longer })).toThrow(
      badInput("performance needs series of one length, got 5 returns and 6 of the returns of the benchmark"),
    );
  });

  test("a series too small to be squared, but not zeros", () => {
    const tiny = returns.map((value) => value * 1e-120);
    expect(() => performance(tiny, DAILY)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
    expect(performance(returns, { ...DAILY, riskFree: new Float64Array(5) })).toEqual(performance(returns, DAILY));
  });

  test.each([0, 1, -0.5, 95, Number.NaN])("a confidence of %d", (confidence) => {
    const message = `a confidence must be between 0 and 1, got ${confidence}`;
    expect(() => performance(returns, { ...DAILY, confidence })).toThrow(badInput(message));
  });

  test.each([0, -252, Number.NaN, Infinity])("%d periods a year", (periodsPerYear) => {
    const message = `the number of periods a year must be above 0, got ${periodsPerYear}`;
    expect(() => performance(returns, { ...DAILY, periodsPerYear })).toThrow(badInput(message));
  });

  test.each([-1e-16, Number.NaN, Infinity])("a rounding of %d", (rounding) => {
    const message = `a rounding must be 0 or more, got ${rounding}`;
    expect(() => performance(returns, { ...DAILY, rounding })).toThrow(badInput(message));
  });

  test.each([
    [1, 1.1, 1.2],
    [1, 0.8, 0.9],
    [Number.NaN, 0.8, 1.2],
    [1, -Infinity, Infinity],
  ])("a beta of %d from %d to %d", (estimate, lower, upper) => {
    const message = `a beta must be a finite number between its finite bounds, got ${estimate} between ${lower} and ${upper}`;
    expect(() => performance(returns, { ...DAILY, beta: { estimate, lower, upper } })).toThrow(badInput(message));
  });
});

import { describe, expect, test } from "vitest";
import { jointOf } from "./joint-returns.fixture.ts";
import { windowOf } from "./window.ts";

const RETURNS = Float64Array.of(0.01, -0.02, 0.03, -0.04, 0.05);
const BENCHMARK = RETURNS.map((value) => 2 * value);
const LEVERAGE = Float64Array.of(1e-16, 3e-16, 2e-16, 1e-16, 0.5);
const RISK_FREE = {
  annualRate: null,
  symbol: "R",
  rates: Float64Array.of(1, 2, 3, 4, 5),
  annualizedRate: null,
  rounding: 4e-16,
};

describe("how far the returns of a window may be off", () => {
  const leveraged = jointOf(RETURNS, [BENCHMARK], { leverageRounding: LEVERAGE, portfolioRounding: 0.5 });

  test.each([
    [0, 1, 1e-16],
    [0, 4, 3e-16],
    [2, 4, 2e-16],
    [3, 5, 0.5],
  ])("by shares is that of its largest leverage, returns %i to %i", (from, to, rounding) => {
    expect(windowOf(leveraged, from, to).portfolioRounding).toBe(rounding);
  });

  test("of a window in a window too", () => {
    expect(windowOf(windowOf(leveraged, 1, 5), 1, 3).portfolioRounding).toBe(2e-16);
  });

  test("beyond a risk-free rate has its rounding besides", () => {
    const joint = { ...leveraged, riskFree: RISK_FREE, portfolioRounding: 0.5 + RISK_FREE.rounding };
    expect(windowOf(joint, 0, 4).portfolioRounding).toBe(3e-16 + 4e-16);
  });

  test("of all other portfolios is that of the whole", () => {
    expect(windowOf(jointOf(RETURNS, [BENCHMARK], { portfolioRounding: 7e-16 }), 1, 3).portfolioRounding).toBe(7e-16);
  });
});

describe("a window", () => {
  test("is of its own returns, rates and dates, and copies none", () => {
    const joint = jointOf(RETURNS, [BENCHMARK], { riskFree: RISK_FREE });
    const { portfolio, benchmarks, riskFree, dates, firstDate, lastDate } = windowOf(joint, 1, 4);
    expect([...portfolio]).toEqual([-0.02, 0.03, -0.04]);
    expect([...benchmarks[0]]).toEqual([-0.04, 0.06, -0.08]);
    expect([...(riskFree?.rates ?? [])]).toEqual([2, 3, 4]);
    expect([...dates]).toEqual([1, 2, 3]);
    // The first return runs from the price before it.
    expect([firstDate, lastDate]).toEqual([0, 3]);
    expect(portfolio.buffer).toBe(RETURNS.buffer);
  });

  test("keeps benchmarks that are hedged with one and the same, and others apart", () => {
    const same = windowOf(jointOf(RETURNS, [BENCHMARK]), 1, 4);
    expect(same.instruments).toBe(same.benchmarks);
    const other = windowOf(jointOf(RETURNS, [BENCHMARK], { instruments: [RETURNS], instrumentSymbols: ["H"] }), 1, 4);
    expect([...other.instruments[0]]).toEqual([-0.02, 0.03, -0.04]);
  });
});

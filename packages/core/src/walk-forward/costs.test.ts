import { describe, expect, test } from "vitest";
import { costOfPeriod, periodCostRates } from "./costs.ts";

const FREE = { tradingBps: 0, borrowRate: 0, cashRate: 0 };

describe("periodCostRates", () => {
  test("are simple rates a period, and a basis point is a ten-thousandth", () => {
    const rates = periodCostRates({ tradingBps: 5, borrowRate: 0.03, cashRate: -0.01 }, 12);
    expect(rates.trading).toBe(0.0005);
    // mpmath: mpf("1.03")**(mpf(1)/12) - 1, mpf("0.99")**(mpf(1)/12) - 1
    expect(rates.borrow).toBeCloseTo(0.0024662697723036, 16);
    expect(rates.cash).toBeCloseTo(-0.00083717735912056, 16);
  });

  test("takes the bounds themselves", () => {
    expect(periodCostRates(FREE, 252)).toEqual({ trading: 0, borrow: 0, cash: 0 });
    const highest = periodCostRates({ tradingBps: 10_000, borrowRate: 1, cashRate: 1 }, 1);
    expect(highest).toEqual({ trading: 1, borrow: 1, cash: 1 });
  });

  test.each([
    ["tradingBps", -1, "a number of basis points from 0 to 10000"],
    ["tradingBps", 10_001, "a number of basis points from 0 to 10000"],
    ["tradingBps", Number.NaN, "a number of basis points from 0 to 10000"],
    ["borrowRate", -0.001, "a decimal (0.05 is 5 % a year) from 0 to 1"],
    ["borrowRate", 1.01, "a decimal (0.05 is 5 % a year) from 0 to 1"],
    ["borrowRate", Infinity, "a decimal (0.05 is 5 % a year) from 0 to 1"],
    ["cashRate", -1, "a decimal (0.05 is 5 % a year) above -1 and at most 1"],
    ["cashRate", 2, "a decimal (0.05 is 5 % a year) above -1 and at most 1"],
    ["cashRate", Number.NaN, "a decimal (0.05 is 5 % a year) above -1 and at most 1"],
  ] as const)("refuses a %s of %d", (cost, value, rule) => {
    expect(() => periodCostRates({ ...FREE, [cost]: value }, 252)).toThrow(
      expect.objectContaining({
        code: "BAD_INPUT",
        message: `${cost} must be ${rule}, got ${value}`,
        details: { cost, value: String(value) },
      }),
    );
  });
});

describe("costOfPeriod", () => {
  const rates = { trading: 0.001, borrow: 0.25, cash: 0.5 };

  test("charges what is traded, lends what is short, and pays interest on the proceeds", () => {
    expect(costOfPeriod(rates, 3, [2, 4], 0)).toEqual({ trading: 0.003, borrow: 1.5, interest: 3 });
  });

  test("what is bought is not borrowed, and is financed at the cash rate", () => {
    expect(costOfPeriod(rates, 0, [-2], 0)).toEqual({ trading: 0, borrow: 0, interest: -1 });
    expect(costOfPeriod(rates, 0, [-2, 4], 0.25)).toEqual({ trading: 0, borrow: 1, interest: 0.5 });
  });

  test("cash that earns less than the risk-free rate has negative interest", () => {
    expect(costOfPeriod(rates, 0, [2], 0.75).interest).toBe(-0.5);
  });
});

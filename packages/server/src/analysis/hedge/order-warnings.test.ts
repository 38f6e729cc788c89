import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import type { LegPrice } from "./leg-prices.ts";
import { otherDates } from "./order-warnings.ts";

const RETURNS = Float64Array.of(0.01, -0.02, 0.03);
const LAST = 19_000;

const leg = (symbol: string, priceDate: number): LegPrice => ({
  symbol,
  price: 100,
  priceDate,
  currency: "USD",
  exchangeRate: 1,
  lotSize: 1,
});

describe("prices of another time than the betas are warned of", () => {
  const codes = (days: number, interval: "DAY" | "WEEK" | "MONTH") => {
    const joint = jointOf(RETURNS, [RETURNS], { lastDate: LAST, interval });
    return [...otherDates([leg("LEG", LAST + days)], joint)].map(({ code }) => code);
  };

  test.each([
    ["DAY", 4],
    ["WEEK", 10],
    ["MONTH", 40],
  ] as const)("by the %s from %i days on, later and earlier alike", (interval, usual) => {
    for (const days of [0, usual, -usual]) expect(codes(days, interval)).toEqual([]);
    for (const days of [usual + 1, -usual - 1, 400, -400]) {
      expect(codes(days, interval)).toEqual(["PRICES_OF_DIFFERENT_DATES"]);
    }
  });

  test("and only those legs are named", () => {
    const joint = jointOf(RETURNS, [RETURNS], { lastDate: LAST });
    const [{ message }] = otherDates([leg("LATER", LAST + 9), leg("SAME", LAST), leg("EARLIER", LAST - 9)], joint);
    expect(message).toContain("end on 2022-01-08: LATER of 2022-01-17, EARLIER of 2021-12-30");
    expect(message).not.toContain("SAME");
  });
});

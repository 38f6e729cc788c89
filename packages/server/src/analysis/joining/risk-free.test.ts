import { type DatedOwnReturns, ownDates, parseDate, priceSeries, RETURN_ROUNDING } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import type { PriceHistory } from "../../prices/price-history.ts";
import { LIMITS } from "../limits.ts";
import { type DatedRiskFree, datedRiskFree, excess, readRiskFree, riskFreeUse, total } from "./risk-free.ts";

const day = (number: number) => parseDate("2024-01-01") + number - 1;
const DATES = Int32Array.from([2, 3, 4, 5], day);
const DAILY = { dates: DATES, interval: "DAY", returnKind: "SIMPLE" } as const;
const RETURNS = { dates: [3, 4, 5].map(day), values: [0.001, 0.002, 0.003] };

function history(id: string, prices: readonly number[] = [100, 101, 102, 103]): PriceHistory {
  const about = { name: id, currency: null, exchange: null, source: "CSV", retrievedAt: null, stale: null } as const;
  return { id, symbol: id, prices: priceSeries(DATES, Float64Array.from(prices)), ...about };
}

const load = async (symbol: string) => history(symbol.toUpperCase());
const pricesOf = (id: string): DatedRiskFree => ({ kind: "prices", history: history(id) });
const near = (values: Float64Array) => Array.from(values, (value) => Number(value.toFixed(14)));

describe("readRiskFree", () => {
  test("nothing and null are no rate, which is not a rate of 0", () => {
    expect(readRiskFree(undefined)).toEqual({ kind: "none" });
    expect(readRiskFree(null)).toEqual({ kind: "none" });
    expect(readRiskFree({ annualRate: 0 })).toEqual({ kind: "rate", annualRate: 0 });
  });

  test("−0 is 0, in a rate and in returns", () => {
    // `toEqual` tells the two apart.
    expect(readRiskFree({ annualRate: -0 })).toEqual({ kind: "rate", annualRate: 0 });
    const read = readRiskFree({ returns: { ...RETURNS, values: RETURNS.values.map(() => -0) } });
    expect(read).toMatchObject({ returns: { values: Float64Array.from(RETURNS.values, () => 0) } });
  });

  test("a symbol, and returns as a series; nulls beside them are as good as missing", () => {
    expect(readRiskFree({ annualRate: null, symbol: "BIL", returns: null })).toEqual({ kind: "symbol", symbol: "BIL" });
    expect(readRiskFree({ returns: RETURNS })).toMatchObject({
      kind: "returns",
      returns: { kind: "returns", dates: Int32Array.from(RETURNS.dates), values: Float64Array.from(RETURNS.values) },
    });
  });

  test.each([
    ["none of the three", {}, "one of annualRate, symbol or returns, got none"],
    ["three nulls", { annualRate: null, symbol: null, returns: null }, "got none"],
    ["returns of no length", { returns: { dates: [], values: [] } }, "the risk-free returns must not be empty"],
    ["returns of two lengths", { returns: { dates: [1, 2], values: [0.1] } }, "2"],
    ["a return of NaN", { returns: { dates: [1], values: [Number.NaN] } }, "NaN"],
  ])("%s is BAD_INPUT", (_, input, mention) => {
    const refused = expect(() => readRiskFree(input));
    refused.toThrow(expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining(mention) }));
  });

  test("more returns than a portfolio may have are LIMIT_EXCEEDED", () => {
    const dates = Array.from({ length: LIMITS.returns + 1 }, (_, i) => i);
    expect(() => readRiskFree({ returns: { dates, values: dates.map(() => 0) } })).toThrow(
      expect.objectContaining({ code: "LIMIT_EXCEEDED" }),
    );
  });
});

describe("datedRiskFree", () => {
  test("has no dates to join for one rate, or none", async () => {
    const never = () => Promise.reject(new Error("nothing is to be loaded"));
    expect(await datedRiskFree({ kind: "none" }, never)).toBeNull();
    expect(await datedRiskFree({ kind: "rate", annualRate: 0.03 }, never)).toBeNull();
  });

  test("has those of the symbol's prices", async () => {
    const dated = await datedRiskFree({ kind: "symbol", symbol: "bil" }, load);
    expect(dated?.([])).toMatchObject({ kind: "prices", history: { id: "BIL" } });
  });

  test("has those of returns, from the benchmarks' session before the first", async () => {
    const riskFree = readRiskFree({ returns: RETURNS });
    const dated = (await datedRiskFree(riskFree, load))?.([history("B").prices]);
    expect(dated).toMatchObject({ kind: "returns", own: { base: day(2) } });
    expect(ownDates((dated as { own: DatedOwnReturns }).own).dates).toEqual(DATES);
  });

  test.each(["^FVX", "^TNX", "^TYX", "^tnx"])("refuses %s, and says what to take", async (symbol) => {
    await expect(datedRiskFree({ kind: "symbol", symbol }, load)).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(/quotes the yield of bonds.*\^IRX.*annualRate/),
      details: { symbol: symbol.toUpperCase() },
    });
  });
});

describe("riskFreeUse", () => {
  test("is null where no rate was asked for", () => {
    expect(riskFreeUse({ kind: "none" }, null, undefined, DAILY)).toBeNull();
  });

  test.each([
    ["DAY", 252],
    ["WEEK", 52],
    ["MONTH", 12],
  ] as const)("one rate is the same in every %s, and compounds to the year's", (interval, perYear) => {
    const riskFree = { kind: "rate", annualRate: 0.05 } as const;
    for (const returnKind of ["SIMPLE", "LOG"] as const) {
      const use = riskFreeUse(riskFree, null, undefined, { ...DAILY, interval, returnKind });
      const rate = returnKind === "LOG" ? Math.log(1.05) / perYear : 1.05 ** (1 / perYear) - 1;
      expect(near(use!.rates)).toEqual(near(new Float64Array(3).fill(rate)));
      expect(use).toMatchObject({ annualRate: 0.05, symbol: null, rounding: 0 });
      expect(use!.annualizedRate).toBeCloseTo(0.05, 13);
    }
  });

  test("prices are taken as returns, and round as prices do", () => {
    const column = Float64Array.of(100, 101, 101, 102.01);
    const riskFree = { kind: "symbol", symbol: "bil" } as const;
    const use = riskFreeUse(riskFree, pricesOf("BIL"), column, DAILY)!;
    expect(near(use.rates)).toEqual([0.01, 0, 0.01]);
    expect(use).toMatchObject({ annualRate: null, symbol: "BIL", rounding: RETURN_ROUNDING });
    expect(use.annualizedRate).toBeCloseTo(1.0201 ** 84 - 1, 11);
    const log = riskFreeUse(riskFree, pricesOf("BIL"), column, { ...DAILY, returnKind: "LOG" })!;
    expect(near(log.rates)).toEqual(near(Float64Array.of(Math.log(1.01), 0, Math.log(1.01))));
  });

  test("the yield of bills is what they earn from each date to the next, per cent a year", () => {
    const column = Float64Array.of(5, 0, -0.1, 99);
    const riskFree = { kind: "symbol", symbol: "^irx" } as const;
    const use = riskFreeUse(riskFree, pricesOf("^IRX"), column, { ...DAILY, interval: "MONTH" })!;
    expect(near(use.rates)).toEqual(near(Float64Array.of(1.05 ** (1 / 12) - 1, 0, 0.999 ** (1 / 12) - 1)));
    expect(use).toMatchObject({ symbol: "^IRX", rounding: 0 });
  });

  test("a yield that no bill ever had is BAD_INPUT", () => {
    const column = Float64Array.of(5, 101, 5, 5);
    expect(() => riskFreeUse({ kind: "symbol", symbol: "^IRX" }, pricesOf("^IRX"), column, DAILY)).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining("got 1.01") }),
    );
  });

  test("returns are passed on as they are, and compounded where a date between is left out", async () => {
    const riskFree = readRiskFree({ returns: RETURNS });
    const dated = (await datedRiskFree(riskFree, load))?.([history("B").prices]) ?? null;
    const use = riskFreeUse(riskFree, dated, undefined, DAILY)!;
    expect(Array.from(use.rates)).toEqual(RETURNS.values);
    expect(use).toMatchObject({ annualRate: null, symbol: null, rounding: RETURN_ROUNDING });
    const fewer = { ...DAILY, dates: Int32Array.from([2, 4, 5], day) };
    expect(near(riskFreeUse(riskFree, dated, undefined, fewer)!.rates)).toEqual([0.003002, 0.003]);
    const log = riskFreeUse(riskFree, dated, undefined, { ...fewer, returnKind: "LOG" })!;
    expect(log.rates[0]).toBeCloseTo(Math.log(1.001 * 1.002), 15);
  });

  test("a symbol that was not joined is a defect, and not the caller's fault", () => {
    const use = () => riskFreeUse({ kind: "symbol", symbol: "BIL" }, null, undefined, DAILY);
    expect(use).toThrow("must have been joined");
    expect(use).not.toThrow(expect.objectContaining({ code: expect.anything() }));
  });
});

describe("excess and total", () => {
  const use = riskFreeUse({ kind: "rate", annualRate: 0.05 }, null, undefined, DAILY);
  const returns = Float64Array.of(0.01, -0.02, 0.03);

  test("are each other's way back, and leave what they are given", () => {
    const taken = excess(returns, use);
    expect(taken[0]).toBe(0.01 - use!.rates[0]);
    expect(near(total(taken, use))).toEqual([0.01, -0.02, 0.03]);
    expect(Array.from(returns)).toEqual([0.01, -0.02, 0.03]);
  });

  test("without a rate are the returns themselves", () => {
    expect(excess(returns, null)).toBe(returns);
    expect(total(returns, null)).toBe(returns);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { periodReturns, returnsOf } from "./returns.ts";
import { priceSeries } from "./series.ts";
import { parseDate } from "./trading-date.ts";

const start = parseDate("2020-04-17");
const prices = fc
  .array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 40 })
  .map((values) =>
    priceSeries(
      Int32Array.from(values, (_, i) => start + i),
      Float64Array.from(values),
    ),
  );

describe("returns", () => {
  test("n prices give n - 1 returns, dated from the second date on", () => {
    fc.assert(
      fc.property(prices, fc.constantFrom("SIMPLE" as const, "LOG" as const), (series, kind) => {
        const { dates, values } = returnsOf(series, kind);
        expect(dates).toEqual(series.dates.slice(1));
        expect(values.length).toBe(series.dates.length - 1);
      }),
    );
  });

  test("compound back to the prices, and log returns add up to the whole", () => {
    fc.assert(
      fc.property(prices, (series) => {
        const closes = series.adjustedCloses;
        const simple = returnsOf(series, "SIMPLE").values;
        simple.forEach((value, i) => {
          expect(Math.abs(closes[i] * (1 + value) - closes[i + 1])).toBeLessThan(1e-11 * (closes[i] + closes[i + 1]));
        });
        const total = returnsOf(series, "LOG").values.reduce((sum, value) => sum + value, 0);
        expect(total).toBeCloseTo(Math.log(closes.at(-1)! / closes[0]), 8);
      }),
    );
  });

  test("keep their digits when prices hardly move, where p1/p0 - 1 and ln(p1/p0) lose most", () => {
    const [low, high] = [100, 100 + 2 ** -40];
    const closes = priceSeries(Int32Array.of(start, start + 1), Float64Array.of(low, high));
    const exact = 2 ** -40 / 100;
    expect(returnsOf(closes, "SIMPLE").values[0]).toBe(exact);
    expect(returnsOf(closes, "LOG").values[0]).toBeCloseTo(exact - exact ** 2 / 2, 28);
    expect(Math.abs(high / low - 1 - exact)).toBeGreaterThan(1e-18);
  });

  test.each([-37.63, 0])("refuse a price of %d, with label, date and price", (price) => {
    const dates = Int32Array.of(start, start + 3);
    expect(() => periodReturns(Float64Array.of(18.27, price), "SIMPLE", dates, "CL=F")).toThrow(
      `returns need positive prices, CL=F has ${price} on 2020-04-20`,
    );
    expect(() => periodReturns(Float64Array.of(price, 18.27), "SIMPLE", dates)).toThrow(
      expect.objectContaining({ code: "BAD_INPUT" }),
    );
  });

  test("refuse a single price", () => {
    expect(() => periodReturns(Float64Array.of(1), "LOG", Int32Array.of(start), "SPY")).toThrow(
      expect.objectContaining({
        code: "INSUFFICIENT_DATA",
        message: "returns need at least 2 prices, SPY has 1",
        details: { label: "SPY", observations: 1, needed: 2 },
      }),
    );
  });
});

test("log returns of crashes keep their digits, and so do those of small moves", () => {
  const log = (to: number) => periodReturns(Float64Array.of(1, to), "LOG", Int32Array.of(0, 1))[0];
  expect(log(1e-12)).toBeCloseTo(-12 * Math.LN10, 13);
  expect(log(1e-5)).toBeCloseTo(-5 * Math.LN10, 14);
  expect(log(1 + 2 ** -40)).toBeCloseTo(2 ** -40 - 2 ** -81, 26);
});

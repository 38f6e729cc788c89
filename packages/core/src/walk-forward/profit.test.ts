import fc from "fast-check";
import { expect, test } from "vitest";
import { cumulativeReturn } from "../performance/growth.ts";
import { profit } from "./profit.ts";

const returns = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 60 });

test("without a hedge it is what the portfolio gained", () => {
  fc.assert(
    fc.property(returns, (values) => {
      const column = Float64Array.from(values);
      expect(profit(column, column)).toBeCloseTo(cumulativeReturn(column, "SIMPLE") as number, 12);
    }),
  );
});

test("is that of an account: shares sold short at the beginning, at prices", () => {
  const [stock, index] = [
    [100, 110, 99, 120],
    [50, 51, 48, 52],
  ];
  const returnsOf = (prices: number[]) => Float64Array.from(prices.slice(1), (price, t) => price / prices[t] - 1);
  // One share each of a stock of 100 and of 1.5 indices of 50: 0.75 of the portfolio.
  const [r, h] = [returnsOf(stock), returnsOf(index)];
  const hedged = r.map((value, t) => value - ((1.5 * index[t]) / stock[t]) * h[t]);
  expect(profit(r, hedged)).toBeCloseTo((20 - 1.5 * 2) / 100, 14);
});

test("refuses lengths that differ", () => {
  expect(() => profit(Float64Array.of(1, 2), Float64Array.of(1))).toThrow(
    expect.objectContaining({ code: "BAD_INPUT" }),
  );
});

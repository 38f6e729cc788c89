import { describe, expect, test } from "vitest";
import { beta, count, date, figure, interval, list, money, percent, plural, pValue, shortSymbol } from "./formats.ts";

test.each([
  [0.28483593, 1, "28.5%"],
  [-0.0123, 2, "−1.23%"],
  [-0.00001, 1, "0.0%"],
  [12.5, 0, "1,250%"],
  [null, 1, "not defined"],
  [Number.NaN, 1, "not defined"],
])("%s as per cent with %s decimals is %s", (value, digits, text) => {
  expect(percent(value, digits)).toBe(text);
});

test.each([
  [0.9933917, "0.9934"],
  [-0.5, "−0.5000"],
  [0, "0.0000"],
  [-1.97e-17, "−2.0 × 10⁻¹⁷"],
  [12345.678, "12345.7"],
  [null, "not defined"],
])("the beta %s is %s", (value, text) => {
  expect(beta(value)).toBe(text);
});

test("an interval has two ends, or is not defined", () => {
  expect(interval(0.9, 1.1, beta)).toBe("0.9000 to 1.1000");
  expect(interval(-0.02, 0.1, percent)).toBe("−2.0% to 10.0%");
  expect(interval(null, 1, beta)).toBe("not defined");
});

describe("tables", () => {
  test.each([
    [0.00071195, "0.000712"],
    [0.00001234, "1.2 × 10⁻⁵"],
    [22.3456, "22.35"],
    [-1234.5, "−1,235"],
    [null, "–"],
  ])("%s is %s", (value, text) => {
    expect(figure(value)).toBe(text);
  });

  test("a tiny p-value is less than a thousandth, and not 0", () => {
    expect([pValue(1e-20), pValue(0.0304), pValue(1), pValue(null)]).toEqual(["< 0.001", "0.030", "1.000", "–"]);
  });
});

test("dates are the exchange's, whatever the time zone of the reader", () => {
  expect([date("2018-05-11"), date("2013-01-01"), date("odd")]).toEqual(["11 May 2018", "1 Jan 2013", "odd"]);
});

test("money, counts and words", () => {
  expect(money(1167071.38, "USD")).toBe("1,167,071\u00A0USD");
  expect(money(-12.345, null)).toBe("−12.35");
  expect([count(1259), plural(1, "return"), plural(1259, "return")]).toEqual(["1,259", "1 return", "1,259 returns"]);
  expect(["sample:^GSPC", "csv:fund", "TSLA"].map(shortSymbol)).toEqual(["^GSPC", "fund", "TSLA"]);
  expect([list([]), list(["A"]), list(["A", "B"]), list(["A", "B", "C"])]).toEqual(["", "A", "A and B", "A, B and C"]);
});

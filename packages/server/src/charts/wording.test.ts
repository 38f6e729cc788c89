import { expect, test } from "vitest";
import { jointOf } from "../analysis/joining/joint-returns.fixture.ts";
import {
  betaText,
  datesOf,
  intervalText,
  labelsOf,
  listed,
  number,
  percent,
  periods,
  returnsOf,
  sampleOf,
  sentence,
} from "./wording.ts";

test("numbers have a true minus, and none before a zero", () => {
  expect(number(-1.005, 1)).toBe("−1.0");
  expect(number(-0.004, 2)).toBe("0.00");
  expect(number(0.004, 2)).toBe("0.00");
  expect(number(-0, 2)).toBe("0.00");
  expect(number(28.48, 1)).toBe("28.5");
});

test("numbers that nobody could read in full have three digits and an exponent", () => {
  expect(number(5_611_186.2, 2)).toBe("5611186.20");
  expect(number(-5.678e31, 1)).toBe("−5.68e+31");
  expect(percent(5.611e7, 2)).toBe("5.61e+9%");
});

test("a percentage is 0 only where it is", () => {
  expect(percent(0.2848, 1)).toBe("28.5%");
  expect(percent(-0.0007, 2)).toBe("−0.07%");
  expect(percent(0, 2)).toBe("0.00%");
  expect(percent(5e-9, 2)).toBe("5.0e−7%");
  expect(percent(-0.0003, 1)).toBe("−0.030%");
  // What rounding leaves of an exact hedge.
  expect(percent(-3e-17, 2)).toBe("0.00%");
});

test.each([
  [0, "0"],
  [-0, "0"],
  [1e-12, "0"],
  [-1e-12, "0"],
  [1.24e-9, "1.24e−9"],
  [0.000246, "0.000246"],
  [-0.000246, "−0.000246"],
  [0.99339, "0.9934"],
  [-1.2653, "−1.2653"],
  [9.99996, "10.0000"],
  [12.345, "12.35"],
  [1e5, "1.00e+5"],
  [-1e5, "−1.00e+5"],
])("a beta of %d is %s", (value, text) => {
  expect(betaText(value)).toBe(text);
});

test("an interval says how sure it is, without digits of rounding", () => {
  expect(intervalText(0.95, 0.9, -1)).toBe("95% interval 0.9000 to −1.0000");
  expect(intervalText(0.999, 0, 1)).toBe("99.9% interval 0 to 1.0000");
  expect(intervalText(0.55, 0, 0)).toBe("55% interval 0 to 0");
});

test("lists of names are sentences, and long ones are cut", () => {
  expect(listed([])).toBe("");
  expect(listed(["A"])).toBe("A");
  expect(listed(["A", "B"])).toBe("A and B");
  expect(listed(["A", "B", "C", "D"])).toBe("A, B, C and D");
  expect(listed(["A", "B", "C", "D", "E"])).toBe("A, B, C and 2 more");
  expect(sentence("a b")).toBe("A b.");
});

test("one period is singular, and thousands have a comma", () => {
  expect(periods(1, "DAY")).toBe("1 day");
  expect(periods(21, "WEEK")).toBe("21 weeks");
  expect(periods(1_259, "MONTH")).toBe("1,259 months");
});

const RETURNS = Float64Array.of(0.01, -0.01, 0.02);

test("a sample says its dates, how many returns, and of which kind", () => {
  const joint = jointOf(RETURNS, [RETURNS], { firstDate: 15_838, lastDate: 17_662 });
  expect(datesOf(joint)).toBe("2013-05-13 to 2018-05-11");
  expect(sampleOf(joint)).toBe("2013-05-13 to 2018-05-11, 3 daily returns");
  const riskFree = { rates: RETURNS } as never;
  expect(returnsOf({ ...joint, interval: "MONTH", returnKind: "LOG", riskFree })).toBe("monthly log excess returns");
});

test("no two series have the same name", () => {
  const named = (portfolioSymbol: string | null, benchmarkSymbols: string[], instrumentSymbols: string[]) =>
    labelsOf(jointOf(RETURNS, [RETURNS], { portfolioSymbol, benchmarkSymbols, instrumentSymbols }));
  expect(named("AAPL", ["SPY"], ["SPY"]).portfolio).toBe("AAPL");
  expect(named(null, ["SPY"], ["SPY"]).portfolio).toBe("portfolio");
  expect(named("SPY", ["SPY"], ["SPY"]).portfolio).toBe("SPY (portfolio)");
  expect(named("AAPL", ["SPY"], ["AAPL"]).portfolio).toBe("AAPL (portfolio)");
});

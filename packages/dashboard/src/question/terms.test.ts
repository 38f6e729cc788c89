import { describe, expect, test } from "vitest";
import { OPENING, type Question } from "./question.ts";
import { amountOf, checkQuestion } from "./terms.ts";

const check = (changes: Partial<Question>) => checkQuestion({ ...OPENING, ...changes });
const own = (text: string, leaveOut = false) => check({ portfolio: "returns", returns: { text, leaveOut } });

test("the opening view asks for the bundled sample", () => {
  const { terms, problems, missing } = check({});
  expect([problems, missing]).toEqual([{}, []]);
  expect(terms?.numbers).toEqual({
    portfolio: { symbol: "sample:AAPL" },
    benchmarks: ["sample:^GSPC"],
    period: { interval: "DAY" },
    inference: { covariance: "CLASSICAL", confidence: 0.95 },
  });
  expect(terms?.walk).toMatchObject({ lookback: 252, rebalanceEvery: 21, costs: { tradingBps: 2, borrowRate: 0.005 } });
  expect(terms?.order).toMatchObject({ value: 1_000_000, lookback: 252, wholeShares: true });
  expect(terms?.comparison).toBeNull();
});

test("an empty lookback follows the interval", () => {
  expect(check({ interval: "WEEK" }).terms?.walk).toMatchObject({ lookback: 104, rebalanceEvery: 4 });
  expect(check({ interval: "MONTH" }).terms?.walk).toMatchObject({ lookback: 36, rebalanceEvery: 1 });
  expect(check({ interval: "MONTH", lookback: "24" }).terms?.walk).toMatchObject({ lookback: 24 });
});

test("a comparison takes the lookback, a half and a quarter of it", () => {
  const lookbacks = (lookback: string) => check({ compare: true, lookback }).terms?.comparison?.lookbacks;
  expect([lookbacks(""), lookbacks("90"), lookbacks("3")]).toEqual([[63, 126, 252], [23, 45, 90], [3]]);
});

test("per cent is sent as decimals, exactly", () => {
  const holdings = [
    { symbol: "A", amount: "7%" },
    { symbol: "B", amount: "-20" },
    { symbol: "", amount: "" },
  ];
  expect(check({ portfolio: "holdings", holdings }).terms?.numbers.portfolio).toEqual({
    holdings: [
      { symbol: "A", weight: 0.07 },
      { symbol: "B", weight: -0.2 },
    ],
  });
  expect(check({ riskFree: "3" }).terms?.numbers.riskFree).toEqual({ annualRate: 0.03 });
});

test("shares are sent as they are", () => {
  const holdings = [{ symbol: "A", amount: "1,250" }];
  expect(check({ portfolio: "holdings", by: "shares", holdings }).terms?.numbers.portfolio).toEqual({
    holdings: [{ symbol: "A", shares: 1250 }],
  });
});

test("with a risk-free rate the proceeds of short sales earn it", () => {
  expect(check({ riskFree: "3" }).terms?.walk.costs).toMatchObject({ cashRate: 0.03 });
  expect(check({}).terms?.walk.costs).not.toHaveProperty("cashRate");
});

describe("what nobody has typed is missing, and no fault", () => {
  test.each<[string, Partial<Question>, string[]]>([
    ["no symbol", { symbol: "" }, ["portfolio"]],
    ["no holdings", { portfolio: "holdings", holdings: [{ symbol: "", amount: "" }] }, ["portfolio"]],
    ["no returns", { portfolio: "returns" }, ["portfolio"]],
    ["no benchmark", { benchmarks: [] }, ["benchmarks"]],
  ])("%s", (_, changes, missing) => {
    expect(check(changes)).toMatchObject({ terms: undefined, problems: {}, missing });
  });
});

describe("what is wrong is said at its field, with the value", () => {
  test.each<[Partial<Question>, string, string]>([
    [{ start: "2018-02-30" }, "start", "got 2018-02-30"],
    [{ start: "2018-01-02", end: "2018-01-02" }, "end", "after the first"],
    [{ lookback: "2" }, "lookback", "from 3, got 2"],
    [{ lookback: "10.5" }, "lookback", "got 10.5"],
    [{ rebalanceEvery: "often" }, "rebalanceEvery", "got often"],
    [{ tradingBps: "-1" }, "tradingBps", "got -1"],
    [{ borrowRate: "101" }, "borrowRate", "got 101"],
    [{ value: "0" }, "value", "above 0, got 0"],
    [{ confidence: "100" }, "confidence", "got 100"],
    [{ riskFree: "Infinity" }, "riskFree", "got Infinity"],
    [{ portfolio: "holdings", holdings: [{ symbol: "A", amount: "" }] }, "holdings", "A: type its weight"],
    [{ portfolio: "holdings", holdings: [{ symbol: "A", amount: "x" }] }, "holdings", "x is not a number"],
    [{ portfolio: "holdings", holdings: [{ symbol: "", amount: "1" }] }, "holdings", "Row 1 has no symbol"],
    [{ benchmarks: Array.from({ length: 21 }, (_, n) => `B${n}`) }, "benchmarks", "At most 20"],
  ])("%o", (changes, field, message) => {
    const { terms, problems } = check(changes);
    expect(terms).toBeUndefined();
    expect(Object.entries(problems)).toEqual([[field, expect.stringContaining(message)]]);
  });
});

test("bad rows keep own returns from being asked about, until the user leaves them out", () => {
  const text = "2018-01-02,0.01\n31/12/2018,0.02\n2018-01-03,0.03";
  expect(own(text).problems.returns).toContain("1 of the rows cannot be read");
  const { terms } = own(text, true);
  expect(terms?.rowsLeftOut).toBe(1);
  expect(terms?.numbers.portfolio).toEqual({ returns: { dates: ["2018-01-02", "2018-01-03"], values: [0.01, 0.03] } });
  expect(own("x,y\nz,w", true).problems.returns).toBeDefined();
});

test.each([
  ["1", 1],
  ["1,234.5", 1234.5],
  ["1 234", 1234],
  ["−5%", -5],
  ["1,23", undefined],
  ["1e3", 1000],
  ["", undefined],
  ["0x10", undefined],
])("the amount %s is %s", (text, number) => {
  expect(amountOf(text)).toBe(number);
});

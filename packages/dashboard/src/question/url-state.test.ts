import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COVARIANCES, ESTIMATORS, INTERVALS, OPENING, type Question } from "./question.ts";
import { readQuery, writeQuery } from "./url-state.ts";

const symbol = fc
  .stringMatching(/^(sample:|csv:)?[\^A-Za-z0-9.&=+%#é][A-Za-z0-9.&=+%# é^-]{0,20}[A-Za-z0-9=]$/)
  .filter((text) => text.trim() === text);
const typed = fc.stringMatching(/^[0-9 .,%&=+#;x-]{0,12}$/);
/** What a box for dates can hold. */
const date = fc.oneof(
  fc.constant(""),
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10)),
);
const keyOf = <T extends object>(record: T) => fc.constantFrom(...(Object.keys(record) as (keyof T)[]));
const symbols = fc.uniqueArray(symbol, { maxLength: 5 });

const settings = {
  benchmarks: symbols,
  hedgeWith: symbols,
  start: date,
  end: date,
  interval: keyOf(INTERVALS),
  estimator: keyOf(ESTIMATORS),
  covariance: keyOf(COVARIANCES),
  lookback: typed,
  rebalanceEvery: typed,
  tradingBps: typed,
  borrowRate: typed,
  value: typed,
  confidence: typed,
  riskFree: typed,
  compare: fc.boolean(),
};
const amount = fc.stringMatching(/^[0-9.,%-]{0,8}$/);
const row = fc.record({ symbol: fc.oneof(symbol, fc.constant("")), amount });
const portfolio = fc.oneof(
  fc.record({ portfolio: fc.constant<"symbol">("symbol"), symbol: fc.oneof(symbol, fc.constant("")) }),
  fc.record({
    portfolio: fc.constant<"holdings">("holdings"),
    by: fc.constantFrom<Question["by"][]>("weight", "shares"),
    holdings: fc.array(row, { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    portfolio: fc.constant<"returns">("returns"),
    returns: fc.record({ text: fc.constant(""), leaveOut: fc.boolean() }),
  }),
);
const question = fc
  .tuple(fc.record(settings), portfolio)
  .map(([settings, portfolio]): Question => ({ ...OPENING, ...settings, ...portfolio }));

test("a question survives its address", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { question: read, notices } = readQuery(writeQuery(asked));
      expect(notices).toEqual([]);
      expect(read).toEqual(asked);
    }),
  );
});

test("an address is readable, and holds what differs from the opening view", () => {
  expect(writeQuery(OPENING)).toBe("?symbol=sample:AAPL&benchmark=sample:^GSPC");
  const weekly: Question = { ...OPENING, interval: "WEEK", start: "2014-01-01", hedgeWith: ["SPY"], estimator: "EWMA" };
  expect(writeQuery(weekly)).toBe(
    "?symbol=sample:AAPL&benchmark=sample:^GSPC&hedge-with=SPY&interval=WEEK&estimator=EWMA&start=2014-01-01",
  );
  const holdings = [
    { symbol: "AAPL", amount: "60" },
    { symbol: "csv:fund", amount: "40" },
  ];
  expect(writeQuery({ ...OPENING, portfolio: "holdings", holdings })).toBe(
    "?by=weight&holding=60+AAPL&holding=40+csv:fund&benchmark=sample:^GSPC",
  );
});

test("own returns are not in the query, which the server gets", () => {
  const text = "2018-01-02,0.0123";
  expect(writeQuery({ ...OPENING, portfolio: "returns", returns: { text, leaveOut: false } })).not.toContain("0123");
});

test("no query is the opening view, without a word", () => {
  expect(readQuery("")).toEqual({ question: OPENING, notices: [] });
});

describe("what cannot be understood is said, and a default stands in its place", () => {
  test.each([
    ["?interval=YEAR", "interval=YEAR is none of DAY, WEEK, MONTH; DAY is used"],
    ["?estimator=__proto__", "estimator=__proto__ is none of"],
    ["?symbol=A&holding=1+B", "holding and symbol; holding counts"],
    ["?holding=AAPL", "a holding that is not an amount, a space and a symbol"],
    ["?portfolio=all", "portfolio can only be returns"],
    ["?symbol=%00", "characters that no symbol has"],
    [`?symbol=${"A".repeat(101)}`, "a symbol of 101 characters"],
    ["?start=2014-01-01&start=2015-01-01", "start more than once"],
    ["?end=2015-02-30", "end=2015-02-30 is not a date in the calendar"],
    ["?colour=red", "colour, which means nothing here"],
    [`?${"benchmark=A&".repeat(30)}`, "a benchmark that is too long, not a symbol, given twice"],
  ])("%s", (query, notice) => {
    const { notices } = readQuery(query);
    expect(notices.join(" ")).toContain(notice);
  });

  test("no query makes it fail, and it always gives a question that can be written", () => {
    const names = fc.constantFrom("symbol", "holding", "benchmark", "interval", "start", "portfolio", "compare", "by");
    const pair = fc.tuple(fc.oneof(names, fc.string({ unit: "binary" })), fc.string({ unit: "binary" }));
    const hostile = fc.array(pair).map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`);
    fc.assert(
      fc.property(hostile, (query) => {
        const { question, notices } = readQuery(query);
        expect(notices.length).toBeLessThanOrEqual(8);
        expect(Object.keys(question).sort()).toEqual(Object.keys(OPENING).sort());
        expect(writeQuery(question)).toMatch(/^\?/);
      }),
    );
  });
});

import { expect, test } from "vitest";
import { failureOf } from "../failure.fixture.ts";
import { createTestClient } from "./test-client.ts";
import { wrongValue } from "./wrong-value.ts";

const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };

test.each([
  ["ReturnKind", "LOG"],
  ["ReturnKind", null],
  ["[BetaEstimator!]", ["OLS", "KALMAN"]],
  ["[PriceSource!]", "CSV"],
  ["Date!", "2016-02-29"],
  ["PeriodInput", { start: "2018-01-02", end: null, interval: "MONTH" }],
  ["PortfolioInput!", { returns: { dates: ["2018-01-02"], values: [0.01] } }],
  ["Float!", -5],
])("a %s may be %j", (type, value) => {
  expect(wrongValue("given", type, value)).toBeUndefined();
});

test.each([
  ["ReturnKind", "log", '"log"; Value "log" does not exist in "ReturnKind" enum.'],
  ["ReturnKind", 5, '5; Enum "ReturnKind" cannot represent non-string value: 5.'],
  ["[BetaEstimator!]", ["OLS", "LAD"], '"LAD" at "given[1]"; Value "LAD" does not exist in "BetaEstimator" enum.'],
  ["InferenceInput", { covariance: "HC9" }, '"HC9" at "given.covariance"; Value "HC9" does not exist'],
  ["Date!", "2018-02-31", "a date must be a calendar date written YYYY-MM-DD, got 2018-02-31"],
  ["PeriodInput", { end: 5 }, '5 at "given.end"; Expected value of type "Date"'],
  ["PortfolioInput!", { returns: { dates: ["2018-01-02", "3.1.2018"] } }, '"3.1.2018" at "given.returns.dates[1]"'],
])("a %s must not be %j", (type, value, words) => {
  expect(wrongValue("given", type, value)?.message).toContain(`Variable "$given" got invalid value `);
  expect(wrongValue("given", type, value)?.message).toContain(words);
});

test("a call with such a value fails as a server fails it, whatever the test gave as its answer", async () => {
  const hedgeql = createTestClient({ answers: { regression: { regression: { beta: 1.2 } } } });
  const error = await failureOf(hedgeql.regression({ ...variables, period: { start: "nonsense" } }));
  expect(error).toMatchObject({ code: "BAD_INPUT", status: 400, details: { date: "nonsense" } });
  expect([error.path, error.data]).toEqual([undefined, undefined]);
});

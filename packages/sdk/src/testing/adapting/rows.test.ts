import { expect, test } from "vitest";
import { createTestClient } from "../test-client.ts";

const hedgeql = createTestClient();
const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };

test("estimators are those asked, in that order, or all", async () => {
  const estimators = ["THEIL_SEN", "OLS"] as const;
  const { betaEstimates } = (await hedgeql.betaEstimates({ ...variables, estimators })).regression;
  expect(betaEstimates.map(({ estimator }) => estimator)).toEqual(estimators);
  expect((await hedgeql.betaEstimates(variables)).regression.betaEstimates).toHaveLength(11);
});

test("compared estimators have the lookbacks asked, and ranks among themselves, the best first", async () => {
  const estimators = ["OLS", "HUBER"] as const;
  const asked = { ...variables, estimators, lookbacks: [126, 252], orderBy: "TURNOVER" } as const;
  const { compareEstimators } = (await hedgeql.compareEstimators(asked)).hedgedPortfolio;
  expect(compareEstimators.map(({ ranks }) => ranks?.turnover)).toEqual([1, 2, 3, 4]);
  expect(compareEstimators.map(({ ranks }) => ranks?.netReturn).toSorted()).toEqual([1, 2, 3, 4]);
  expect(new Set(compareEstimators.map(({ estimator, lookback }) => `${estimator} ${lookback}`)).size).toBe(4);
  const all = (await hedgeql.compareEstimators(variables)).hedgedPortfolio.compareEstimators;
  expect(all.map(({ ranks }) => ranks?.hedgedVariance)).toEqual(all.map((_, i) => i + 1));
});

test("a screen has a row for each symbol, with a beta for each benchmark", async () => {
  const symbols = ["TSLA", "sample:IBM-MONTHLY", "NVDA", "AMD", "INTC", "QCOM", "TSM"];
  const { screen } = await hedgeql.screen({ symbols, benchmarks: ["SPY", "QQQ"] });
  expect(screen.map(({ symbol }) => symbol)).toEqual(symbols);
  expect(screen.map(({ betas }) => betas?.length)).toEqual(symbols.map(() => 2));
  expect(new Set(screen.slice(0, 5).map(({ beta }) => beta)).size).toBeGreaterThan(3);
  const alone = (await hedgeql.screen({ symbols: "sample:IBM-MONTHLY", benchmarks: "SPY" })).screen;
  expect(alone[0].beta).toBe(screen[1].beta);
});

test("a search finds symbols and names of the sample, and nothing of other sources", async () => {
  const found = async (search: string, more = {}) =>
    (await hedgeql.symbols({ search, ...more })).symbols.matches.map(({ symbol }) => symbol);
  expect(await found("APPLE")).toEqual(["sample:AAPL", "sample:AAPL-MONTHLY"]);
  expect(await found("sample:ib")).toEqual(["sample:IBM-MONTHLY"]);
  expect(await found("apple", { limit: 1 })).toEqual(["sample:AAPL"]);
  expect(await found("apple", { sources: ["YAHOO"] })).toEqual([]);
  expect(await found("tsla")).toEqual([]);
});

import { createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { covariance, slope, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
const SINCE = "2017-05-11";
const LAST = "2018-05-11";
type Variables = Parameters<ReturnType<typeof client>["rebalanceAdvice"]>[0];
const advise = async (variables: Partial<Variables> = {}) =>
  (await client().rebalanceAdvice({ ...AAPL, value: 1e6, ratios: [1], since: SINCE, ...variables })).hedgedPortfolio
    .rebalanceAdvice;

function agree(actual: number | null, truth: number, label: string, digits = 11): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(digits);
}

/** What 1.00 at the close of `since` has become by the end of the portfolio's history. */
async function growth(symbol: string, since: string, until = LAST): Promise<number> {
  const { dates, adjustedCloses } = (await client().prices({ symbol })).asset.prices;
  return adjustedCloses[dates.indexOf(until)] / adjustedCloses[dates.indexOf(since)];
}

async function latestReturns(count: number) {
  const { unhedged, benchmarks } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
  return { asset: unhedged.values.slice(-count), index: benchmarks[0].values.slice(-count) };
}

describe("how far the hedge is off", () => {
  test.each([1, 0.8, -0.5, 0])("a ratio of %d has grown with the index's price over the portfolio's", async (ratio) => {
    const { legs, largestDrift, since, asOf } = await advise({ ratios: [ratio] });
    const now = (ratio * (await growth("sample:^GSPC", SINCE))) / (await growth("sample:AAPL", SINCE));
    agree(legs[0].ratioNow, now, "now");
    const { beta } = (await client().regression(AAPL)).regression;
    expect(legs[0]).toMatchObject({ symbol: "sample:^GSPC", ratioThen: ratio, estimate: beta });
    agree(legs[0].drift, legs[0].ratioNow - beta, "drift");
    expect(largestDrift).toBe(Math.abs(legs[0].drift));
    expect([since, asOf]).toEqual([SINCE, LAST]);
  });

  test("since the last date no price has moved: only the estimate differs", async () => {
    const { legs, since, asOf } = await advise({ since: LAST, ratios: [0.9] });
    expect(legs[0].ratioNow).toBe(0.9);
    expect(legs[0].drift).toBe(0.9 - legs[0].estimate);
    expect([since, asOf]).toEqual([LAST, LAST]);
  });

  test("from the first date; a day without a close is refused, and the closes beside it named", async () => {
    const first = await advise({ since: "2013-05-13" });
    const [index, asset] = [await growth("sample:^GSPC", "2013-05-13"), await growth("sample:AAPL", "2013-05-13")];
    agree(first.legs[0].ratioNow, index / asset, "from the first price");
    await expect(advise({ since: "2017-05-13" })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining("2017-05-12 or 2017-05-15, got 2017-05-13"),
    });
  });

  test("by the month from the last close of one, and from no other", async () => {
    const months = { period: { interval: "MONTH" as const } };
    const { legs } = await advise({ ...months, since: "2018-02-28" });
    expect(legs[0].ratioNow).not.toBe(1);
    await expect(advise({ ...months, since: "2018-03-15" })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining("2018-02-28 or 2018-03-29, got 2018-03-15"),
    });
  });

  test("the estimate is of the latest returns alone, with a lookback, and the drift is not", async () => {
    const { legs, neutrality } = await advise({ lookback: 120 });
    const { asset, index } = await latestReturns(120);
    agree(legs[0].estimate, slope(asset, index), "estimate");
    agree(neutrality[0].beta.value, slope(asset, index), "beta");
    expect(legs[0].ratioNow).toBe((await advise()).legs[0].ratioNow);
  });

  test("over a risk-free rate prices grow the same", async () => {
    const { ratioNow } = (await advise()).legs[0];
    agree((await advise({ riskFree: { annualRate: 0.03 } })).legs[0].ratioNow, ratioNow, "risk-free");
  });

  test("to another target, by another estimator", async () => {
    const { legs, neutrality } = await advise({ targetBeta: 0.5, estimator: "HUBER", since: LAST, ratios: [0.4] });
    const { regression } = await client().betaEstimates({ ...AAPL, estimators: ["HUBER"] });
    const { value } = regression.betaEstimates[0];
    agree(legs[0].estimate, value! - 0.5, "estimate");
    agree(neutrality[0].hedgedBeta, value! - 0.4, "hedged");
    agree(neutrality[0].residualBeta, value! - 0.9, "residual");
  });
});

describe("whether to act", () => {
  // Of the whole sample: beta 0.993, from 0.906 to 1.080.
  test.each([
    ["near: within the threshold", { ratios: [0.96] }, false, false, false, "within the threshold of 0.05"],
    ["a threshold of 0 leaves the noise", { ratios: [0.96], threshold: 0 }, false, true, false, "it may be noise"],
    ["off, but within the interval", { ratios: [1.07] }, false, true, false, "it may be noise"],
    ["beyond the interval above", { ratios: [1.09] }, true, true, true, "more than the estimate's own error explains"],
    ["beyond the interval below", { ratios: [0.9] }, true, true, true, "more than the estimate's own error explains"],
    [
      "beyond the noise, but not far enough",
      { ratios: [1.09], threshold: 0.2 },
      false,
      false,
      true,
      "within the threshold",
    ],
  ])("%s", async (_, variables, act, beyondThreshold, beyondNoise, reason) => {
    const advice = await advise({ since: LAST, ...variables });
    expect(advice).toMatchObject({ act, beyondThreshold, beyondNoise, reason: expect.stringContaining(reason) });
    const { lower, upper } = (await client().regression(AAPL)).regression.coefficients[1];
    const [ratio] = variables.ratios;
    expect(advice.neutrality[0].beyondNoise).toBe(ratio < lower || ratio > upper);
  });

  test("by an estimate without an interval noise cannot be told: beyond the threshold it acts", async () => {
    const { dates, adjustedCloses } = (await client().prices({ symbol: "sample:^GSPC" })).asset.prices;
    const twin = writePrices(server.dataDir, "twin", dates, adjustedCloses);
    const unsure = { benchmarks: ["sample:^GSPC", twin], minimumNorm: true, since: LAST };
    const far = await advise({ ...unsure, ratios: [0.5, 0.6] });
    expect(far.neutrality[0]).toMatchObject({ beyondNoise: null, beta: { lower: null, upper: null } });
    expect(far).toMatchObject({ act: true, beyondThreshold: true, beyondNoise: null });
    expect(far.reason).toContain("cannot be told");
    const near = await advise({ ...unsure, ratios: far.legs.map(({ estimate }) => estimate) });
    expect(near).toMatchObject({ act: false, beyondThreshold: false, beyondNoise: null, largestDrift: 0 });
  });
});

describe("the trade", () => {
  test("brings the ratio to the estimate; its cost and the risk that it removes are those of these returns", async () => {
    const advice = await advise({ ratios: [1.4], tradingBps: 8, lookback: 250 });
    const [leg] = advice.legs;
    agree(leg.tradeRatio, leg.estimate - leg.ratioNow, "ratio");
    agree(leg.tradeNotional, leg.tradeRatio * 1e6, "notional");
    agree(leg.tradeShares * leg.price * leg.exchangeRate, leg.tradeNotional, "shares");
    expect(leg.side).toBe(leg.tradeRatio > 0 ? "SELL" : "BUY");
    agree(advice.turnover, Math.abs(leg.tradeRatio), "turnover");
    agree(advice.cost!, advice.turnover * 8e-4, "cost");
    agree(advice.costValue!, advice.cost! * 1e6, "cost in money");
    const { asset, index } = await latestReturns(250);
    const volatility = (ratio: number) => {
      const hedged = asset.map((value, t) => value - ratio * index[t]);
      return Math.sqrt(covariance(hedged, hedged) * 252);
    };
    agree(advice.volatilityNow, volatility(leg.ratioNow), "now");
    agree(advice.volatilityAfter, volatility(leg.estimate), "after");
    agree(advice.volatilityRemoved, advice.volatilityNow - advice.volatilityAfter, "removed");
    expect(advice.volatilityRemoved).toBeGreaterThan(0);
    expect(advice.warnings.map(({ code }) => code)).toEqual([
      "INDEX_NOT_TRADABLE",
      "PRICES_OLD",
      "PRICES_OF_DIFFERENT_DATES",
    ]);
  });

  test("sells more where too little is short, buys back where too much is, and is nothing where it rounds to that", async () => {
    const side = async (ratio: number, variables = {}) =>
      (await advise({ since: LAST, ratios: [ratio], ...variables })).legs[0];
    expect((await side(0.5)).side).toBe("SELL");
    expect((await side(1.5)).side).toBe("BUY");
    const nothing = await side(0.99, { wholeShares: true, value: 10_000 });
    expect(nothing).toMatchObject({ side: "NONE", tradeShares: 0, tradeRatio: 0 });
  });

  test("in whole shares is of whole shares, and so is its cost", async () => {
    const { legs, turnover, volatilityAfter } = await advise({ ratios: [1.4], wholeShares: true, value: 40_000 });
    expect(Number.isInteger(legs[0].tradeShares)).toBe(true);
    agree(turnover, Math.abs(legs[0].tradeShares * legs[0].price) / 40_000, "turnover");
    const { asset, index } = await latestReturns(1259);
    const hedged = asset.map((value, t) => value - (legs[0].ratioNow + legs[0].tradeRatio) * index[t]);
    agree(volatilityAfter, Math.sqrt(covariance(hedged, hedged) * 252), "after");
  });

  test("of two instruments is one leg each, in their order", async () => {
    const { dates } = (await client().prices({ symbol: "sample:AAPL" })).asset.prices;
    const zigzag = Array.from(dates, (_, i) => 100 + ((i * 7919) % 13));
    const symbol = writePrices(server.dataDir, "zigzag", dates, zigzag);
    const benchmarks = ["sample:^GSPC", symbol];
    const { legs, neutrality, largestDrift } = await advise({ benchmarks, ratios: [1.2, 0.3] });
    const { coefficients } = (await client().regression({ ...AAPL, benchmarks })).regression;
    expect(legs.map((leg) => leg.symbol)).toEqual(benchmarks);
    legs.forEach(({ estimate, ratioNow, drift }, j) => {
      agree(estimate, coefficients[j + 1].estimate, `estimate ${j}`);
      agree(neutrality[j].hedgedBeta, coefficients[j + 1].estimate - ratioNow, `hedged ${j}`);
      agree(drift, ratioNow - estimate, `drift ${j}`);
    });
    agree(legs[1].ratioNow, (0.3 * (await growth(symbol, SINCE))) / (await growth("sample:AAPL", SINCE)), "zigzag");
    expect(largestDrift).toBe(Math.max(...legs.map((leg) => Math.abs(leg.drift))));
  });
});

describe("advice that cannot be given is an error that says why", () => {
  test.each<[string, Partial<Variables>, string, string]>([
    ["since before the sample", { since: "2013-05-12" }, "BAD_INPUT", "2013-05-13 to 2018-05-11, got 2013-05-12"],
    ["since after it", { since: "2018-05-12" }, "BAD_INPUT", "got 2018-05-12"],
    ["too many ratios", { ratios: [1, 1] }, "BAD_INPUT", "one a hedge instrument (sample:^GSPC), got 2"],
    ["no ratio", { ratios: [] }, "BAD_INPUT", "got 0"],
    [
      "a negative threshold",
      { threshold: -0.1 },
      "BAD_INPUT",
      "threshold must be a finite number of at least 0, got -0.1",
    ],
    ["a lookback of 2", { lookback: 2 }, "BAD_INPUT", "at least 3, got 2"],
    ["a lookback longer than the sample", { lookback: 1260 }, "INSUFFICIENT_DATA", "needs as many, got 1259"],
    ["an estimator without an answer", { estimator: "DOWN", lookback: 6 }, "UNDEFINED_ESTIMATE", "DOWN gives no beta"],
    ["negative costs", { tradingBps: -1 }, "BAD_INPUT", "tradingBps"],
    ["a value of 0", { value: 0 }, "BAD_INPUT", "above 0, got 0"],
    ["a target of 11", { targetBeta: 11 }, "BAD_INPUT", "got 11"],
    ["a ratio that no double's multiple holds", { ratios: [1e308], value: 1e10 }, "BAD_INPUT", "range of doubles"],
  ])("%s", async (_, variables, code, mention) => {
    await expect(advise(variables)).rejects.toMatchObject({ code, message: expect.stringContaining(mention) });
  });

  test("a portfolio that lost everything has nothing left to hedge", async () => {
    const { unhedged } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
    const values = [...unhedged.values.slice(0, -1), -1];
    const call = advise({ portfolio: { returns: { dates: unhedged.dates.toArray(), values } } });
    await expect(call).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining("lost everything"),
    });
  });
});

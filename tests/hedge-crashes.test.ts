import { createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

// Portfolios that are suddenly worth next to nothing: what comes of that must not reach back, nor spread.

const DAYS = weekdays("2016-01-04", 201);
const INDEX = randomReturns(200, 1);
const ASSET = withBeta(1.1, INDEX, 0.4, 6_700_417);
const SHORTED = withBeta(0.8, INDEX, 0.3, 19_931_207);
const LOOKBACK = 30;
/** The benchmark falls that day and on the next, the last before a rebalance: what is sold short gains beyond measure. */
const FALL = INDEX.findIndex((value, t) => t > 100 && t % 5 === 3 && value < 0 && INDEX[t + 1] < 0);
const ESTIMATORS = [
  "OLS",
  "EWMA",
  "KALMAN",
  "BLUME",
  "VASICEK",
  "DIMSON",
  "SCHOLES_WILLIAMS",
  "UP",
  "DOWN",
  "HUBER",
  "THEIL_SEN",
] as const;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  const write = (name: string, prices: readonly number[]) => writePrices(server.dataDir, name, DAYS, prices);
  write("index", compounded(INDEX));
  write(
    "sleeper",
    compounded(withBeta(0.5, INDEX, 0.5, 40_000_003).map((value, t) => (t < LOOKBACK + 10 ? 0 : value))),
  );
  write("long", compounded(ASSET));
  const short = compounded(SHORTED);
  write("short", short);
  // On its last date alone the long leg is worth what the short one takes away, but for its last digits.
  write("collapsing", [...compounded(ASSET).slice(0, -1), 0.2 * (short.at(-1) as number) * (1 + 1e-13)]);
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

const client = () => createClient({ url: server.url });
type Variables = Parameters<ReturnType<typeof client>["walkForward"]>[0];
const walk = async (variables: Partial<Variables>) =>
  (
    await client().walkForward({
      portfolio: { symbol: "csv:long" },
      benchmarks: ["csv:index"],
      lookback: LOOKBACK,
      rebalanceEvery: 5,
      ...variables,
    })
  ).hedgedPortfolio.walkForward;

describe("a portfolio that falls to 1e-14 of its value in a day", () => {
  const fallen = { returns: { dates: DAYS.slice(1), values: ASSET.map((one, t) => (t === FALL ? -1 + 1e-14 : one)) } };

  test("is held with a ratio beyond all measure until the next rebalance, and is walked on", async () => {
    const { ratios } = await walk({ portfolio: fallen });
    const huge = [...ratios.values].flatMap((ratio, t) => (Math.abs(ratio) > 1e10 ? [t + LOOKBACK] : []));
    expect(huge).toEqual([FALL + 1]);
  });

  test("has the performance of its hedged returns, as it would be if they were a portfolio of their own", async () => {
    const { returns, performance, realized } = await walk({ portfolio: fallen });
    const own = { returns: { dates: returns.dates.toArray(), values: [...returns.values] } };
    const { unhedged } = (await client().performance({ portfolio: own, benchmarks: ["csv:index"] })).hedgedPortfolio
      .performance;
    const { hedged } = performance;
    expect(hedged.observations).toBe(unhedged.observations);
    expect(hedged.hitRate).toBe(unhedged.hitRate);
    expect(hedged.hitRate).toBeGreaterThan(0.4);
    for (const name of ["annualizedVolatility", "upCapture", "downCapture", "trackingError", "skew"] as const) {
      const [actual, truth] = [hedged[name], unhedged[name]];
      expect(correctDigits(actual, truth!), `${name}: ${actual} is not ${truth}`).toBeGreaterThan(11);
    }
    expect(correctDigits(realized.annualizedVolatility, hedged.annualizedVolatility!)).toBeGreaterThan(11);
  });
});

describe("a book of shares, long and short, that its last price alone makes nearly worthless", () => {
  const book = (symbol: string) => ({
    holdings: [
      { symbol, shares: 1 },
      { symbol: "csv:short", shares: -0.2 },
    ],
  });

  test.each(ESTIMATORS)("had the ratios that it has without that price, bit for bit, by %s", async (estimator) => {
    for (const hedgeWith of [undefined, ["csv:short"]]) {
      const request = { estimator, hedgeWith, costs: { tradingBps: 5 } };
      const [collapsing, usual] = await Promise.all(
        ["csv:collapsing", "csv:long"].map((symbol) => walk({ ...request, portfolio: book(symbol) })),
      );
      expect(collapsing.returns.values.at(-1)).not.toBe(usual.returns.values.at(-1));
      expect(collapsing.ratios.values).toEqual(usual.ratios.values);
      expect(collapsing.rebalances).toEqual(usual.rebalances);
      expect(collapsing.skipped).toEqual(usual.skipped);
      expect(collapsing.returns.values.slice(0, -1)).toEqual(usual.returns.values.slice(0, -1));
      expect(collapsing.netReturns.values.slice(0, -1)).toEqual(usual.netReturns.values.slice(0, -1));
    }
  });
});

describe("what was promised", () => {
  test("under minimumNorm is answered with a benchmark that stands still in the first window", async () => {
    const both = { benchmarks: ["csv:index", "csv:sleeper"], minimumNorm: true };
    const { promised, instrumentRatios, realized } = await walk(both);
    const alone = await walk({ benchmarks: ["csv:index"] });
    expect(instrumentRatios[1].values[0]).toBe(0);
    expect(correctDigits(instrumentRatios[0].values[0], alone.ratios.values[0])).toBeGreaterThan(11);
    for (const { beta, lower, upper } of promised.betas) {
      expect(Math.abs(beta)).toBeLessThan(1e-12);
      expect([lower, upper]).toEqual([null, null]);
    }
    expect(promised.annualizedVolatility).toBeGreaterThan(0.01);
    expect(promised.effectiveness).toBeGreaterThan(0.5);
    expect(realized.betas).toHaveLength(2);
  });
});

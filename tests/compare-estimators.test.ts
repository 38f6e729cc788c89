import { type BetaEstimator, createClient, type ScoreOrder } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
const COSTS = { tradingBps: 10, borrowRate: 0.01, cashRate: 0 };
const ALL: BetaEstimator[] = [
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
];
type Variables = Parameters<ReturnType<typeof client>["compareEstimators"]>[0];
const compare = async (variables: Partial<Variables> = {}) =>
  (await client().compareEstimators({ ...AAPL, ...variables })).hedgedPortfolio.compareEstimators;
type Row = Awaited<ReturnType<typeof compare>>[number];

/** Of each order, what is best where it is least. */
const MEASURES: Record<ScoreOrder, [rank: keyof NonNullable<Row["ranks"]>, measure: (row: Row) => number]> = {
  REALIZED_BETA: ["realizedBeta", ({ realizedBeta }) => Math.abs(realizedBeta!)],
  HEDGED_VARIANCE: ["hedgedVariance", ({ annualizedVolatility }) => annualizedVolatility!],
  TURNOVER: ["turnover", ({ turnover }) => turnover!],
  NET_RETURN: ["netReturn", ({ netReturn }) => -netReturn!],
};
const ORDERS = Object.keys(MEASURES) as ScoreOrder[];

describe("each row is the walk of its estimator", () => {
  test.each(ALL)(
    "%s, with the longest lookback of the list and with a shorter one, over the same dates",
    async (name) => {
      const shared = { rebalanceEvery: 21, costs: COSTS, targetBeta: 0.1, holding: "RATIO" } as const;
      const rows = await compare({ estimators: [name], lookbacks: [80, 200], ...shared });
      expect(rows).toHaveLength(2);
      const { dates } = (await client().prices({ symbol: "sample:AAPL" })).asset.prices;
      for (const lookback of [80, 200]) {
        // A history that begins so much later is one in which the shorter lookback is the first that there is.
        const period = { start: dates.at(200 - lookback) };
        const walk = { ...AAPL, ...shared, period, estimator: name, lookback };
        const { walkForward } = (await client().walkForward(walk)).hedgedPortfolio;
        const { realized, realizedBetaIsZero, turnover, cost, netPerformance, skipped } = walkForward;
        const row = rows.find((one) => one.lookback === lookback)!;
        expect(row).toMatchObject({ estimator: name, lookback, reason: null, skipped: skipped.length });
        expect(walkForward.provenance.firstDate).toBe(dates.at(200));
        // Windows that slide over another history may differ in the last digits.
        const figures: [number | null, number | null][] = [
          [row.realizedBeta, realized.beta],
          [row.lower, realized.lower],
          [row.upper, realized.upper],
          [row.annualizedVolatility, realized.annualizedVolatility],
          [row.effectiveness, realized.effectiveness],
          [row.betaIsZero!.statistic, realizedBetaIsZero.statistic],
          [row.betaIsZero!.pValue, realizedBetaIsZero.pValue],
          [row.turnover, turnover],
          [row.cost, cost],
          [row.netReturn, netPerformance.annualizedReturn],
        ];
        for (const [actual, truth] of figures) expect(correctDigits(actual, truth!)).toBeGreaterThan(10);
        expect(row.betaIsZero!.distribution).toBe(realizedBetaIsZero.distribution);
      }
    },
  );
});

describe("places", () => {
  test.each(ORDERS)("%s: the order is that of its ranks, and 1 is the least", async (orderBy) => {
    const rows = await compare({ orderBy, lookbacks: [63, 126], costs: COSTS });
    expect(rows).toHaveLength(22);
    const [rank, measure] = MEASURES[orderBy];
    expect(rows.map(measure)).toEqual(rows.map(measure).sort((a, b) => a - b));
    expect(rows[0].ranks![rank]).toBe(1);
    for (const order of ORDERS) {
      const [name, of] = MEASURES[order];
      for (const row of rows) {
        expect(row.ranks![name]).toBe(1 + rows.filter((other) => of(other) < of(row)).length);
      }
    }
  });

  test("equals share a place: Blume's weight 0 is a beta of 1, whatever the lookback", async () => {
    const rows = await compare({ estimators: ["BLUME"], lookbacks: [50, 100], parameters: { blumeWeight: 0 } });
    const first = { realizedBeta: 1, hedgedVariance: 1, turnover: 1, netReturn: 1 };
    expect(rows.map(({ ranks }) => ranks)).toEqual([first, first]);
  });

  test("to a target, it is the distance from it that counts", async () => {
    const rows = await compare({ targetBeta: 0.5, lookbacks: [126], orderBy: "REALIZED_BETA" });
    const misses = rows.map(({ realizedBeta }) => Math.abs(realizedBeta! - 0.5));
    expect(misses).toEqual([...misses].sort((a, b) => a - b));
    expect(rows[0].realizedBeta).toBeGreaterThan(0.3);
  });
});

test("by default: every estimator with 63, 126 and 252 returns, the least variance first", async () => {
  const rows = await compare();
  const pairs = rows.map(({ estimator, lookback }) => `${estimator} ${lookback}`).sort();
  expect(pairs).toEqual(ALL.flatMap((name) => [63, 126, 252].map((lookback) => `${name} ${lookback}`)).sort());
  expect(rows.map(({ ranks }) => ranks!.hedgedVariance)).toEqual(
    rows.map(({ ranks }) => ranks!.hedgedVariance).sort((a, b) => a - b),
  );
  const { walkForward } = (await client().walkForward(AAPL)).hedgedPortfolio;
  const ols = rows.find(({ estimator, lookback }) => estimator === "OLS" && lookback === 252)!;
  expect(correctDigits(ols.realizedBeta, walkForward.realized.beta)).toBeGreaterThan(10);
  expect(correctDigits(ols.turnover, walkForward.turnover)).toBeGreaterThan(10);
  expect(ols.cost).toBe(0);
});

test("an estimator that is not defined for two benchmarks is a row with its reason, after those that are", async () => {
  const rows = await compare({
    portfolio: { symbol: "sample:MSFT-MONTHLY" },
    benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"],
    period: { interval: "MONTH" },
    lookbacks: [36],
    rebalanceEvery: 3,
  });
  const without = ["SCHOLES_WILLIAMS", "UP", "DOWN", "THEIL_SEN"];
  expect(rows).toHaveLength(11);
  expect(rows.slice(-4).map(({ estimator }) => estimator)).toEqual(without);
  for (const { reason, ranks, realizedBeta, betaIsZero, turnover, skipped, netReturn } of rows.slice(-4)) {
    expect(reason).toContain("defined for one benchmark only, and there are 2");
    expect([ranks, realizedBeta, betaIsZero, turnover, skipped, netReturn]).toEqual(Array(6).fill(null));
  }
  for (const { reason, ranks, betaIsZero } of rows.slice(0, 7)) {
    expect(reason).toBeNull();
    expect(ranks!.hedgedVariance).toBeLessThanOrEqual(7);
    expect(betaIsZero!.distribution).toMatch(/^F\(2, \d+\)$/);
  }
});

test("what is listed twice is walked once", async () => {
  const rows = await compare({ estimators: ["OLS", "EWMA", "OLS"], lookbacks: [63, 63] });
  expect(rows.map(({ estimator }) => estimator).sort()).toEqual(["EWMA", "OLS"]);
});

describe("a comparison that cannot be made is an error that says why", () => {
  test.each<[string, Partial<Variables>, string, string]>([
    ["no estimators", { estimators: [] }, "BAD_INPUT", "estimators must not be empty"],
    ["no lookbacks", { lookbacks: [] }, "BAD_INPUT", "lookbacks must not be empty"],
    ["one lookback of 2", { lookbacks: [2, 63] }, "BAD_INPUT", "at least 3, got 2"],
    ["one that is too long", { lookbacks: [63, 1259] }, "INSUFFICIENT_DATA", "1259"],
    ["rebalanceEvery 0", { rebalanceEvery: 0 }, "BAD_INPUT", "rebalanceEvery"],
    ["log returns", { returnKind: "LOG" }, "BAD_INPUT", "simple returns"],
    ["negative costs", { costs: { tradingBps: -1 } }, "BAD_INPUT", "tradingBps"],
  ])("%s", async (_, variables, code, mention) => {
    await expect(compare(variables)).rejects.toMatchObject({ code, message: expect.stringContaining(mention) });
  });
});

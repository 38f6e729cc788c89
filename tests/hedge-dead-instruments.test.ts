import { createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2016-01-04", 201);
const INDEX = randomReturns(200, 1);
const FUND = withBeta(0.9, INDEX, 0.2, 19_931_207);
const HALF = 100;
const LOOKBACK = 30;
const SERIES = {
  index: INDEX,
  asset: withBeta(1.1, INDEX, 0.4, 6_700_417),
  fund: FUND,
  halts: FUND.map((value, t) => (t < HALF ? value : 0)),
  wakes: FUND.map((value, t) => (t < HALF ? 0 : value)),
  pauses: INDEX.map((value, t) => (t >= 85 && t < 115 ? 0 : value)),
  faint: withBeta(0.05, INDEX, 0.01, 40_000_003),
  fainter: withBeta(0.005, INDEX, 0.001, 70_000_027),
};
const RATES = { returns: { dates: DAYS.slice(1), values: INDEX.map((value) => 0.0001 + 0.004 * value) } };
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
  for (const [name, returns] of Object.entries(SERIES)) writePrices(server.dataDir, name, DAYS, compounded(returns));
  writePrices(server.dataDir, "late", DAYS.slice(50), compounded(FUND.slice(50)));
  writePrices(server.dataDir, "soon", DAYS.slice(2), compounded(FUND.slice(2)));
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

const client = () => createClient({ url: server.url });
const ASSET = { portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"] };
type WalkVariables = Parameters<ReturnType<typeof client>["walkForward"]>[0];
const walk = async (variables: Partial<WalkVariables> = {}) =>
  (await client().walkForward({ ...ASSET, lookback: LOOKBACK, rebalanceEvery: 1, holding: "RATIO", ...variables }))
    .hedgedPortfolio.walkForward;
type HedgeVariables = Parameters<ReturnType<typeof client>["hedge"]>[0];
const hedge = async (variables: Partial<HedgeVariables> = {}) =>
  (await client().hedge({ ...ASSET, value: 1e6, ...variables })).hedgedPortfolio.hedge;
const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

describe.each(ESTIMATORS)("a hedge instrument that stands still half way, by %s", (estimator) => {
  test.each([
    ["", {}],
    [" beyond a rate that moves", { riskFree: RATES }],
  ])("is no hedge while the window is still, and never a huge one%s", async (_, more) => {
    const { rebalances, ratios, skipped, returns } = await walk({ hedgeWith: ["csv:halts"], estimator, ...more });
    expect(returns.dates.toArray()).toEqual(DAYS.slice(LOOKBACK + 1));
    for (const ratio of ratios.values) expect(Math.abs(ratio)).toBeLessThanOrEqual(100);
    const stillFrom = rebalances.dates.indexOf(DAYS[HALF + LOOKBACK]);
    expect(new Set(rebalances.outcomes.slice(stillFrom))).toEqual(new Set(["NO_ESTIMATE"]));
    expect(new Set(rebalances.outcomes.slice(0, HALF - LOOKBACK))).toEqual(new Set(["TRADED"]));
    const still = skipped.filter(({ date }) => date >= DAYS[HALF + LOOKBACK]);
    // Scholes and Williams' estimator has, of some windows, no beta of the portfolio to begin with.
    const reasons = /csv:halts: it does not move with the benchmarks|SCHOLES_WILLIAMS gives no beta of the portfolio/;
    for (const { reason } of still) expect(reason).toMatch(reasons);
  });

  test("cannot be ordered then: with a rate that moves neither", async () => {
    const order = { hedgeWith: ["csv:halts"], estimator, lookback: LOOKBACK };
    for (const more of [{}, { riskFree: RATES }]) {
      await expect(hedge({ ...order, ...more })).rejects.toMatchObject({
        code: "UNDEFINED_ESTIMATE",
        message: expect.stringContaining("csv:halts: it does not move with the benchmarks"),
      });
    }
  });

  test("is left alone under minimumNorm, and the other instrument hedges as it would", async () => {
    const order = { estimator, lookback: LOOKBACK, minimumNorm: true };
    const { legs, minimumNorm, warnings } = await hedge({ ...order, hedgeWith: ["csv:fund", "csv:halts"] });
    const alone = await hedge({ ...order, hedgeWith: ["csv:fund"] });
    expect(legs.map(({ ratio, side }) => [ratio, side])).toEqual([
      [alone.legs[0].ratio, "SELL"],
      [0, "NONE"],
    ]);
    expect(minimumNorm).toBe(true);
    expect(codes(warnings)).toContain("MINIMUM_NORM");
  });

  test("is an error where the first window of a walk is of it alone", async () => {
    await expect(walk({ hedgeWith: ["csv:wakes"], estimator })).rejects.toMatchObject({
      code: "UNDEFINED_ESTIMATE",
      message: expect.stringContaining("csv:wakes"),
    });
  });
});

describe("a hedge that is out of all proportion", () => {
  test("beyond 100 times the portfolio is none, and the message says how large it would be", async () => {
    const call = hedge({ hedgeWith: ["csv:fainter"] });
    await expect(call).rejects.toMatchObject({
      code: "UNDEFINED_ESTIMATE",
      message: expect.stringMatching(/csv:fainter: the hedge would be 2\d\d times the portfolio, where at most 100/),
    });
    await expect(walk({ hedgeWith: ["csv:fainter"] })).rejects.toMatchObject({ code: "UNDEFINED_ESTIMATE" });
  });

  test("beyond 10 times is warned of, where it is ordered, advised and walked", async () => {
    const large = { hedgeWith: ["csv:faint"] };
    const { legs, warnings } = await hedge(large);
    expect(legs[0].ratio).toBeGreaterThan(15);
    expect(legs[0].ratio).toBeLessThan(30);
    const message = `the hedge is ${Number(legs[0].ratio.toPrecision(3))} times the portfolio: a bet of its own`;
    expect(warnings).toContainEqual({ code: "LARGE_RATIOS", message });
    const advice = await client().rebalanceAdvice({ ...ASSET, ...large, ratios: [20], since: DAYS[200], value: 1e6 });
    expect(advice.hedgedPortfolio.rebalanceAdvice.warnings).toContainEqual({ code: "LARGE_RATIOS", message });
    expect(codes((await walk(large)).provenance.warnings)).toContain("LARGE_RATIOS");
    for (const usual of [await hedge(), await hedge({ hedgeWith: ["csv:fund"] })]) {
      expect(codes(usual.warnings)).not.toContain("LARGE_RATIOS");
    }
  });

  test("one that adds risk is warned of, by how much", async () => {
    const { effectiveness, warnings } = await hedge({ targetBeta: -3 });
    expect(effectiveness).toBeLessThan(-1);
    const times = `by ${Number((-effectiveness!).toPrecision(3))} times what it was`;
    const risk = { code: "HEDGE_ADDS_RISK", message: expect.stringContaining(times) };
    expect(warnings).toContainEqual(risk);
    expect(codes((await hedge()).warnings)).not.toContain("HEDGE_ADDS_RISK");
    const walked = await walk({ targetBeta: -3 });
    expect(walked.effectiveness).toBeLessThan(-1);
    expect(codes(walked.provenance.warnings)).toContain("HEDGE_ADDS_RISK");
    expect(codes((await walk()).provenance.warnings)).not.toContain("HEDGE_ADDS_RISK");
  });
});

describe("estimators side by side", () => {
  const compare = async (variables: Partial<Parameters<ReturnType<typeof client>["compareEstimators"]>[0]>) =>
    (await client().compareEstimators({ ...ASSET, estimators: ["OLS", "KALMAN"], rebalanceEvery: 5, ...variables }))
      .hedgedPortfolio.compareEstimators;

  test("with an instrument that dies all answer", async () => {
    const rows = await compare({ hedgeWith: ["csv:halts"], estimators: [...ESTIMATORS], lookbacks: [30, 60] });
    expect(rows).toHaveLength(22);
    for (const { reason, skipped } of rows) {
      expect(reason).toBeNull();
      expect(skipped).toBeGreaterThan(0);
    }
  });

  test("with a benchmark that stood still in one lookback's first window: that row says so, the others answer", async () => {
    // The walks begin at return 110: the shorter lookback is of the pause alone.
    const rows = await compare({ benchmarks: ["csv:pauses"], lookbacks: [20, 110] });
    expect(rows.map(({ lookback }) => lookback)).toEqual([110, 110, 20, 20]);
    for (const { reason, ranks } of rows.slice(0, 2)) expect([reason, ranks === null]).toEqual([null, false]);
    for (const { reason, ranks, realizedBeta } of rows.slice(2)) {
      expect([reason, ranks, realizedBeta]).toEqual([expect.stringContaining("csv:pauses"), null, null]);
    }
  });
});

describe("a history that begins late", () => {
  test("is warned of where it is an instrument or a benchmark; a few days are not", async () => {
    const late = { hedgeWith: ["csv:late"] };
    const message = `csv:late has no prices before ${DAYS[50]}, 70 days after the portfolio's first: nothing before that date is used`;
    const { warnings } = await hedge(late);
    expect(warnings).toContainEqual({ code: "HISTORY_BEGINS_LATE", message });
    expect((await walk(late)).provenance.warnings).toContainEqual({ code: "HISTORY_BEGINS_LATE", message });
    const { regression } = await client().regression({ ...ASSET, benchmarks: ["csv:late"] });
    expect(codes(regression.provenance.warnings)).toContain("HISTORY_BEGINS_LATE");
    expect(codes((await hedge({ hedgeWith: ["csv:soon"] })).warnings)).not.toContain("HISTORY_BEGINS_LATE");
    const within = await hedge({ ...late, period: { start: DAYS[50] } });
    expect(codes(within.warnings)).not.toContain("HISTORY_BEGINS_LATE");
  });
});

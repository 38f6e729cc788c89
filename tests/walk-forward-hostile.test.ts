import { createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2016-01-04", 201);
const INDEX = randomReturns(200, 1);
const ASSET = withBeta(1.1, INDEX, 0.4, 6_700_417);
const FUND = withBeta(0.9, INDEX, 0.2, 19_931_207);
const HALF = 100;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  const write = (name: string, returns: readonly number[], from = 0) =>
    writePrices(server.dataDir, name, DAYS.slice(from, from + returns.length + 1), compounded(returns));
  write("index", INDEX);
  write("asset", ASSET);
  write("ends", FUND.slice(0, HALF));
  write(
    "halts",
    FUND.map((value, t) => (t < HALF ? value : 0)),
  );
  write(
    "sleeps",
    FUND.map((value, t) => (t < HALF ? 0 : value)),
  );
});
afterAll(async () => {
  // Whatever the tests threw at it, it lives, and found nothing unexpected.
  const { data } = await ask(server.url, '{ asset(symbol: "sample:AAPL") { symbol } }');
  expect(data.asset.symbol).toBe("sample:AAPL");
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

const client = () => createClient({ url: server.url });
const ASSET_ON_INDEX = { portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"] };
const SHORT = { lookback: 30, rebalanceEvery: 5 };
type Variables = Parameters<ReturnType<typeof client>["walkForward"]>[0];
const walk = async (variables: Partial<Variables>) =>
  (await client().walkForward({ ...ASSET_ON_INDEX, ...SHORT, ...variables })).hedgedPortfolio.walkForward;
const own = (values: readonly number[]) => ({ returns: { dates: DAYS.slice(1), values: [...values] } });

describe("what cannot be walked is an error that says why", () => {
  test.each<[string, Partial<Variables>, string, string]>([
    [
      "a lookback as long as the history",
      { lookback: 200 },
      "INSUFFICIENT_DATA",
      "200 daily returns needs at least 201 of them, got 200",
    ],
    ["a longer one", { lookback: 2_000_000_000 }, "INSUFFICIENT_DATA", "2000000000"],
    ["a lookback that leaves no residual", { lookback: 2 }, "BAD_INPUT", "at least 3, got 2"],
    ["a negative lookback", { lookback: -30 }, "BAD_INPUT", "got -30"],
    [
      "one that leaves too few returns to verify",
      { lookback: 198 },
      "INSUFFICIENT_DATA",
      "at least 3 observations, got 2",
    ],
    ["rebalanceEvery 0", { rebalanceEvery: 0 }, "BAD_INPUT", "rebalanceEvery must be an integer of at least 1, got 0"],
    ["rebalanceEvery −1", { rebalanceEvery: -1 }, "BAD_INPUT", "got -1"],
    ["negative tradingBps", { costs: { tradingBps: -1 } }, "BAD_INPUT", "tradingBps"],
    ["more than all that is traded", { costs: { tradingBps: 10_001 } }, "BAD_INPUT", "got 10001"],
    ["a negative borrowRate", { costs: { borrowRate: -0.01 } }, "BAD_INPUT", "borrowRate"],
    ["a borrowRate as per cent", { costs: { borrowRate: 2 } }, "BAD_INPUT", "0.05 is 5 % a year"],
    ["a cashRate of −100 %", { costs: { cashRate: -1 } }, "BAD_INPUT", "cashRate"],
    ["a negative trigger", { driftTrigger: -0.1 }, "BAD_INPUT", "driftTrigger"],
    ["a target of 11", { targetBeta: 11 }, "BAD_INPUT", "from -10 to 10, got 11"],
    ["log returns", { returnKind: "LOG" }, "BAD_INPUT", "simple returns"],
    ["an unknown instrument", { hedgeWith: ["csv:nothing"] }, "UNKNOWN_SYMBOL", "csv/nothing.csv"],
    ["no instrument", { hedgeWith: [] }, "BAD_INPUT", "hedgeWith must not be empty"],
    ["an instrument twice", { hedgeWith: ["csv:ends", "csv:ends"] }, "SINGULAR_BENCHMARKS", "csv:ends is listed again"],
    ["too many instruments", { hedgeWith: Array(21).fill("csv:ends") }, "LIMIT_EXCEEDED", "hedge instruments"],
    ["an estimator's setting out of bounds", { estimator: "EWMA", parameters: { ewmaLambda: 2 } }, "BAD_INPUT", "2"],
  ])("%s", async (_, variables, code, mention) => {
    await expect(walk(variables)).rejects.toMatchObject({ code, message: expect.stringContaining(mention) });
  });

  test("a number beyond doubles, in the variables and in the query", async () => {
    const query = `query ($bps: Float) { hedgedPortfolio(portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"]) {
      walkForward(lookback: 30, costs: { tradingBps: $bps }) { cost } } }`;
    const headers = { "content-type": "application/json" };
    const bodies = [
      `{"query":${JSON.stringify(query)},"variables":{"bps":1e400}}`,
      JSON.stringify({ query: query.replace("$bps }", "1e400 }").replace("($bps: Float)", "") }),
    ];
    for (const body of bodies) {
      const response = await fetch(server.url, { method: "POST", headers, body });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
    }
  });

  test("an error takes its own hedgedPortfolio with it, and no other", async () => {
    const of = (lookback: number) => `hedgedPortfolio(portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"]) {
      walkForward(lookback: ${lookback}) { turnover } }`;
    const { data, errors } = await ask(server.url, `{ bad: ${of(500)} good: ${of(50)} }`);
    expect(data.bad).toBeNull();
    expect(data.good.walkForward.turnover).toBeGreaterThan(0);
    expect(errors).toMatchObject([
      { path: ["bad", "walkForward"], extensions: { code: "INSUFFICIENT_DATA", observations: 200, needed: 501 } },
    ]);
  });
});

describe("a walk at the edges of what is allowed", () => {
  test("the shortest lookback, and a rebalance every period", async () => {
    const { returns, rebalances } = await walk({ lookback: 3, rebalanceEvery: 1 });
    expect(returns.dates.toArray()).toEqual(DAYS.slice(4));
    expect(rebalances.dates).toEqual(DAYS.slice(3, -1));
  });

  test("one estimate for the whole walk, and the fewest returns that can be verified", async () => {
    const { returns, rebalances, verification } = await walk({ lookback: 197, rebalanceEvery: 2_000_000_000 });
    expect(returns.dates.toArray()).toEqual(DAYS.slice(-3));
    expect(rebalances.outcomes).toEqual(["TRADED"]);
    expect(verification.degreesOfFreedom).toBe(1);
  });
});

describe("a hedge instrument that stops trading half way", () => {
  test("where its file ends nothing more is used, and a warning says so", async () => {
    const { returns, provenance } = await walk({ hedgeWith: ["csv:ends"] });
    expect(returns.dates.at(-1)).toBe(DAYS[HALF]);
    expect(provenance.endsWith).toEqual(["csv:ends"]);
    const [{ code, message }] = provenance.warnings;
    expect(code).toBe("HISTORY_ENDS_EARLY");
    expect(message).toContain(`csv:ends has no prices after ${DAYS[HALF]}`);
  });

  test.each([
    ["as the instrument", { hedgeWith: ["csv:halts"] }],
    ["as the benchmark", { benchmarks: ["csv:halts"] }],
  ])("where its price stays the walk goes on with the last hedge: %s", async (_, variables) => {
    const { returns, rebalances, skipped, provenance } = await walk(variables);
    expect(returns.dates.at(-1)).toBe(DAYS.at(-1));
    // The first estimate that is made of nothing but the halt has its 30 returns behind it.
    const silent = DAYS.filter((_, i) => i >= HALF + 30 && i < 200 && i % 5 === 0);
    expect(skipped.map(({ date }) => date)).toEqual(silent);
    for (const { reason } of skipped) expect(reason).toContain("csv:halts");
    rebalances.dates.forEach((date, k) => {
      const [outcome, estimate] = silent.includes(date) ? ["NO_ESTIMATE", null] : ["TRADED", expect.any(Number)];
      expect([rebalances.outcomes[k], rebalances.legs[0].estimates[k]]).toEqual([outcome, estimate]);
      if (outcome === "NO_ESTIMATE") expect(rebalances.turnover[k]).toBe(0);
    });
    const warnings = new Map(provenance.warnings.map(({ code, message }) => [code, message]));
    expect(warnings.get("PRICE_UNCHANGED")).toContain(`csv:halts is the same on 101 dates in a row, ${DAYS[HALF]}`);
    const told = `at ${silent.length} of ${rebalances.dates.length} rebalances there was no estimate`;
    expect(warnings.get("REBALANCE_SKIPPED")).toContain(told);
    expect(warnings.get("REBALANCE_SKIPPED")).toContain(silent[0]);
  });

  test.each([
    ["instrument", { hedgeWith: ["csv:sleeps"] }],
    ["benchmark", { benchmarks: ["csv:sleeps"] }],
  ])("where the first window of the %s does not vary there is nothing to hold: an error", async (_, variables) => {
    await expect(walk(variables)).rejects.toMatchObject({
      code: "hedgeWith" in variables ? "UNDEFINED_ESTIMATE" : "SINGULAR_BENCHMARKS",
      message: expect.stringContaining("csv:sleeps"),
    });
  });
});

describe("a portfolio that goes to zero", () => {
  const losing = (at: number, value = -1) => own(ASSET.map((one, t) => (t === at ? value : one)));

  test.each([10, 120, 198])("before its end, at return %i: an error that names the date", async (at) => {
    await expect(walk({ portfolio: losing(at) })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining(`-1 on ${DAYS[at + 1]}`),
    });
  });

  test("at its very end: a loss of 100 %, and the walk up to it as it would have been", async () => {
    const lost = await walk({ portfolio: losing(199) });
    const kept = await walk({ portfolio: own(ASSET) });
    const { unhedged, hedged } = lost.performance;
    expect([unhedged.cumulativeReturn, unhedged.annualizedReturn]).toEqual([-1, -1]);
    expect(unhedged.maximumDrawdown).toMatchObject({ depth: 1, troughDate: DAYS[200], recoveryDate: null });
    expect(hedged.observations).toBe(170);
    expect(lost.returns.values.slice(0, -1)).toEqual(kept.returns.values.slice(0, -1));
    expect(lost.returns.values[169]).toBeLessThan(-0.9);
  });

  test("by leverage: the holdings lose more than everything in the middle, an error that names the date", async () => {
    const returns = ASSET.map((value, t) => (t === 120 ? -0.3 : value));
    const symbol = writePrices(server.dataDir, "crash", DAYS, compounded(returns));
    const call = walk({ portfolio: { holdings: [{ symbol, weight: 4 }] } });
    await expect(call).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining(DAYS[121]) });
  });
});

describe("more than a minute of work is LIMIT_EXCEEDED", () => {
  const LONG = { portfolio: { symbol: "csv:long" }, benchmarks: ["sample:^GSPC"], lookback: 1000, rebalanceEvery: 1 };
  beforeAll(() => {
    const days = weekdays("2000-01-03", 5295);
    writePrices(server.dataDir, "long", days, compounded(randomReturns(5294, 31)));
  });

  test("one walk that is too long is refused before any of it is done", async () => {
    const call = walk({ ...LONG, estimator: "KALMAN" });
    await expect(call).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", details: { limit: 60 } });
    await expect(walk({ ...LONG, estimator: "KALMAN" })).rejects.toThrow(/choose a longer rebalanceEvery/);
  });

  test("the walks of a request count together", async () => {
    const parameters = [0.5, 0.6, 0.7, 0.8, 0.9].map((threshold) => `{ huberThreshold: ${threshold} }`);
    const walks = parameters.map(
      (one, i) =>
        `w${i}: walkForward(lookback: 1000, rebalanceEvery: 1, estimator: HUBER, parameters: ${one}) { cost }`,
    );
    const query = `{ hedgedPortfolio(portfolio: { symbol: "csv:long" }, benchmarks: ["sample:^GSPC"]) { ${walks.join(" ")} } }`;
    const { data, errors } = await ask(server.url, query);
    expect(data.hedgedPortfolio).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED", limit: 60 } }]);
    expect(errors[0].message).toContain("seconds of work in the estimates of a request");
  });

  test("61 walks of one comparison", async () => {
    const lookbacks = Array.from({ length: 61 }, (_, i) => 30 + i);
    const call = client().compareEstimators({ ...ASSET_ON_INDEX, estimators: ["OLS"], lookbacks });
    await expect(call).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
      message: expect.stringContaining("at most 60"),
    });
  });
});

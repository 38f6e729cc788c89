import { createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

// What would mislead whoever trades on an answer is in its warnings, or in its figures.

const DAYS = weekdays("2021-01-04", 401);
const INDEX = randomReturns(400, 1);
const SERIES = {
  index: INDEX,
  // The index but for a hair: a fund on it.
  fund: withBeta(1, INDEX, 0.02, 3_000_017),
  steady: withBeta(0.5, INDEX, 0.3, 6_700_417),
  // Grows sevenfold beside it, and so takes over what is bought and held.
  growing: withBeta(1.8, INDEX, 0.3, 19_931_207).map((value) => value + 0.005),
};

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  for (const [name, returns] of Object.entries(SERIES)) writePrices(server.dataDir, name, DAYS, compounded(returns));
});
afterAll(() => server.close());

const client = () => createClient({ url: server.url });
const STEADY = { portfolio: { symbol: "csv:steady" }, benchmarks: ["csv:index"] };
const both = (kind: "weight" | "shares", steady: number, growing: number) => ({
  holdings: [
    { symbol: "csv:steady", [kind]: steady },
    { symbol: "csv:growing", [kind]: growing },
  ],
});
type Variables = Parameters<ReturnType<typeof client>["hedge"]>[0];
const hedge = async (variables: Partial<Variables> = {}) =>
  (await client().hedge({ ...STEADY, value: 1e6, ...variables })).hedgedPortfolio.hedge;
const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

function agree(actual: number, truth: number, label: string): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(11);
}

describe("exposure counts what the portfolio itself holds", () => {
  test.each([
    ["long and short", both("weight", 1.5, -0.5), 2, 1],
    ["as much short as long", both("weight", 1, -1), 2, 0],
    ["half in cash", both("weight", 0.25, 0.25), 0.5, 0.5],
    ["one symbol", { symbol: "csv:steady" }, 1, 1],
  ])("%s", async (_, portfolio, gross, net) => {
    const { legs, grossExposure, netExposure } = await hedge({ portfolio });
    agree(grossExposure, gross * 1e6 + Math.abs(legs[0].notional), "gross");
    agree(netExposure, net * 1e6 - legs[0].notional, "net");
  });

  test("shares, by the weights of the last date", async () => {
    const [a, b] = ["steady", "growing"].map((name) => compounded(SERIES[name as "steady"]).at(-1) as number);
    const { legs, grossExposure, netExposure } = await hedge({ portfolio: both("shares", -1, 2) });
    agree(grossExposure, ((a + 2 * b) / (2 * b - a)) * 1e6 + legs[0].notional, "gross");
    agree(netExposure, 1e6 - legs[0].notional, "net");
  });
});

describe("shares that were bought and held", () => {
  test("have another beta with today's weights, and the warning names it", async () => {
    const { warnings, neutrality } = await hedge({ portfolio: both("shares", 10, 10) });
    const warning = warnings.find(({ code }) => code === "WEIGHTS_DRIFTED");
    const [steady, growing] = ["steady", "growing"].map(
      (name) => compounded(SERIES[name as "steady"]).at(-1) as number,
    );
    const weight = growing / (growing + steady);
    const today = await client().regression({ ...STEADY, portfolio: both("weight", 1 - weight, weight) });
    expect(warning?.message).toContain(`${neutrality[0].beta.value?.toPrecision(4)} of what was held`);
    expect(warning?.message).toContain(`${today.regression.beta.toPrecision(4)} of the weights`);
  });

  test("of one symbol have not", async () => {
    const portfolio = { holdings: [{ symbol: "csv:steady", shares: 10 }] };
    expect(codes((await hedge({ portfolio })).warnings)).not.toContain("WEIGHTS_DRIFTED");
  });
});

describe("benchmarks that are nearly one another", () => {
  const near = { benchmarks: ["csv:index", "csv:fund"] };

  test("are warned of wherever a hedge rests on them", async () => {
    const { hedgedPortfolio } = await client().hedgedPortfolio({ ...STEADY, ...near });
    expect(codes(hedgedPortfolio.provenance.warnings)).toContain("NEAR_COLLINEAR");
    expect(codes((await hedge(near)).warnings)).toContain("NEAR_COLLINEAR");
    const walk = (await client().walkForward({ ...STEADY, ...near, lookback: 100 })).hedgedPortfolio.walkForward;
    expect(codes(walk.provenance.warnings)).toContain("NEAR_COLLINEAR");
    expect(codes((await hedge()).warnings)).not.toContain("NEAR_COLLINEAR");
  });

  test("share the hedge on request, half and half, for far less turnover", async () => {
    const beta = (await hedge()).legs[0].ratio;
    const shared = await hedge({ ...near, minimumNorm: true });
    for (const { ratio } of shared.legs) expect(Math.abs(ratio - beta / 2)).toBeLessThan(0.02);
    expect(shared).toMatchObject({ minimumNorm: true });
    expect(codes(shared.warnings)).toContain("MINIMUM_NORM");
    const [alone, split] = await Promise.all(
      [true, false].map(
        async (minimumNorm) =>
          (await client().walkForward({ ...STEADY, ...near, lookback: 60, rebalanceEvery: 5, minimumNorm }))
            .hedgedPortfolio.walkForward.turnover,
      ),
    );
    expect(alone).toBeLessThan(split / 2);
  });
});

describe("rounding", () => {
  test("that leaves much beta is warned of, and one that leaves little is not", async () => {
    const [poor, good] = await Promise.all([150, 1e6].map((value) => hedge({ value, wholeShares: true })));
    expect(Math.abs(poor.residualBeta)).toBeGreaterThan(0.05);
    expect(codes(poor.warnings)).toContain("ROUNDING_LEAVES_BETA");
    expect(codes(good.warnings)).not.toContain("ROUNDING_LEAVES_BETA");
  });

  test("to nothing leaves nothing to trade, however far the ratio is off", async () => {
    const { rebalanceAdvice } = (
      await client().rebalanceAdvice({ ...STEADY, ratios: [0.1], since: DAYS[400], value: 20, wholeShares: true })
    ).hedgedPortfolio;
    expect(rebalanceAdvice).toMatchObject({ act: false, beyondThreshold: true, turnover: 0 });
    expect(rebalanceAdvice.reason).toContain("nothing to trade");
    expect(codes(rebalanceAdvice.warnings)).toContain("HEDGE_ROUNDS_TO_NOTHING");
  });
});

test("a cost that was not given is not 0, and the reason says what a trade buys", async () => {
  const asked = { ...STEADY, ratios: [0.1], since: DAYS[400], value: 1e6 };
  const [unknown, known] = await Promise.all(
    [null, 10].map(
      async (tradingBps) => (await client().rebalanceAdvice({ ...asked, tradingBps })).hedgedPortfolio.rebalanceAdvice,
    ),
  );
  expect(unknown).toMatchObject({ act: true, cost: null, costValue: null });
  expect(unknown.reason).toContain("at a cost that was not given");
  expect(known.reason).toContain(`at a cost of ${known.cost?.toPrecision(2)} of the portfolio`);
  expect(known.reason).toContain(`removes ${known.volatilityRemoved.toPrecision(2)} of volatility`);
});

describe("what the proceeds of short sales earn beside a risk-free rate", () => {
  const walk = async (costs: Parameters<ReturnType<typeof client>["walkForward"]>[0]["costs"]) =>
    (await client().walkForward({ ...STEADY, lookback: 100, riskFree: { annualRate: 0.03 }, costs })).hedgedPortfolio
      .walkForward;

  test("is warned of where it is less", async () => {
    const [less, same, none] = await Promise.all(
      [{ tradingBps: 2 }, { tradingBps: 2, cashRate: 0.03 }, null].map(walk),
    );
    expect(codes(less.provenance.warnings)).toContain("CASH_BELOW_RISK_FREE");
    for (const { provenance } of [same, none]) expect(codes(provenance.warnings)).not.toContain("CASH_BELOW_RISK_FREE");
    agree(less.cost - same.cost, -less.costBreakdown.interest, "interest forgone");
  });
});

test("profit is that of an account in money, whose hedge is never put into the portfolio", async () => {
  const { walkForward } = (await client().walkForward({ ...STEADY, lookback: 100, costs: { tradingBps: 5 } }))
    .hedgedPortfolio;
  const { unhedged, returns, netReturns, profit, netProfit } = walkForward;
  let [worth, earned, net] = [1, 0, 0];
  unhedged.values.forEach((value, t) => {
    earned += worth * returns.values[t];
    net += worth * netReturns.values[t];
    worth *= 1 + value;
  });
  agree(profit, earned, "profit");
  agree(netProfit, net, "after costs");
});

test("own returns in per cent are warned of, fractions are not", async () => {
  const warnings = async (factor: number) => {
    const returns = { dates: DAYS.slice(1), values: SERIES.steady.map((value) => factor * Math.max(value, -0.009)) };
    return codes((await client().regression({ ...STEADY, portfolio: { returns } })).regression.provenance.warnings);
  };
  expect(await warnings(100)).toContain("RETURNS_LIKE_PERCENT");
  expect(await warnings(1)).not.toContain("RETURNS_LIKE_PERCENT");
});

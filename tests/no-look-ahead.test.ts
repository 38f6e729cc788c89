import { type BetaEstimator, createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ESTIMATORS: readonly BetaEstimator[] = [
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

const COSTS = { tradingBps: 20, borrowRate: 0.02, cashRate: 0.01 };
const DAYS = weekdays("2019-01-01", 121);
/** After so many returns the two worlds part: at the close of a rebalance, so that looking one return ahead would show. */
const SHARED = 70;
const PARTED = DAYS[SHARED];

/** Prices in two worlds: the same up to a close; then others, wild ones, and fewer. */
function writeWorlds(name: string, returns: readonly number[]): void {
  const wild = randomReturns(returns.length, 104_729).map((value) => 10 * value);
  const other = returns.slice(0, 110).map((value, t) => (t < SHARED ? value : wild[t]));
  writePrices(server.dataDir, `${name}-one`, DAYS, compounded(returns));
  writePrices(server.dataDir, `${name}-two`, DAYS.slice(0, 111), compounded(other));
}

/** What is measured against, and what is sold. */
interface Hedge {
  readonly benchmarks: readonly string[];
  readonly hedgeWith?: readonly string[];
}

const HEDGES: readonly Hedge[] = [
  { benchmarks: ["index"] },
  { benchmarks: ["index"], hedgeWith: ["fund"] },
  { benchmarks: ["index", "fund"] },
];

const ONE_BENCHMARK_ONLY: ReadonlySet<BetaEstimator> = new Set(["SCHOLES_WILLIAMS", "UP", "DOWN", "THEIL_SEN"]);

/** What was known and done up to a date, and the ratios that were set at its close. */
async function upTo(date: string, world: "one" | "two", seed: number, estimator: BetaEstimator, hedge: Hedge) {
  const symbols = (names: readonly string[]) => names.map((name) => `csv:${name}${seed}-${world}`);
  const { walkForward } = (
    await createClient({ url: server.url }).walkForward({
      portfolio: { symbol: `csv:asset${seed}-${world}` },
      benchmarks: symbols(hedge.benchmarks),
      ...(hedge.hedgeWith && { hedgeWith: symbols(hedge.hedgeWith) }),
      estimator,
      lookback: 30,
      rebalanceEvery: 5,
      costs: COSTS,
      driftTrigger: 0.02,
    })
  ).hedgedPortfolio;
  const { returns, netReturns, unhedged, instrumentRatios, rebalances, skipped } = walkForward;
  const days = returns.dates.toArray();
  const past = days.filter((day) => day <= date).length;
  const looks = rebalances.dates.filter((day) => day <= date).length;
  return {
    known: {
      dates: days.slice(0, past),
      returns: returns.values.slice(0, past),
      netReturns: netReturns.values.slice(0, past),
      unhedged: unhedged.values.slice(0, past),
      ratios: instrumentRatios.map(({ values }) => values.slice(0, past + 1)),
      rebalances: rebalances.dates.slice(0, looks),
      outcomes: rebalances.outcomes.slice(0, looks),
      held: rebalances.legs.map(({ held }) => held.slice(0, looks)),
      estimates: rebalances.legs.map(({ estimates }) => estimates.slice(0, looks)),
      turnover: rebalances.turnover.slice(0, looks),
      costs: rebalances.costs.slice(0, looks),
      skipped: skipped.filter((skip) => skip.date <= date),
    },
    after: returns.values.slice(past),
  };
}

describe.each([1, 6_700_417, 19_931_207])("nothing looks ahead: prices that part after a date, seed %i", (seed) => {
  beforeAll(() => {
    const index = randomReturns(120, seed);
    writeWorlds(`index${seed}`, index);
    writeWorlds(`asset${seed}`, withBeta(1.1, index, 0.6, seed + 2_000_003));
    writeWorlds(`fund${seed}`, withBeta(0.9, index, 0.2, seed + 5_000_011));
  });

  test.each(ESTIMATORS)("%s: all is equal up to it, bit for bit, and not after it", async (estimator) => {
    for (const hedge of HEDGES) {
      if (hedge.benchmarks.length > 1 && ONE_BENCHMARK_ONLY.has(estimator)) continue;
      const one = await upTo(PARTED, "one", seed, estimator, hedge);
      const two = await upTo(PARTED, "two", seed, estimator, hedge);
      expect(one.known.dates).toHaveLength(SHARED - 30);
      expect(one.known.rebalances).toHaveLength(9);
      expect(two.known).toEqual(one.known);
      expect([one.after.length, two.after.length]).toEqual([50, 40]);
      two.after.forEach((value, t) => {
        expect(value).not.toBe(one.after[t]);
      });
    }
  });
});

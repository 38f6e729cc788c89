import { createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { type PerformanceCase, performanceCases, performanceSeries } from "../packages/core/golden/read-performance.ts";
import { compounded, covariance, mean, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
let sessions: readonly string[];
beforeAll(async () => {
  server = await startServer();
  sessions = (await client().prices({ symbol: "sample:AAPL" })).asset.prices.dates.toArray();
  for (const name of ["heavy", "unrelated"]) {
    writePrices(server.dataDir, name, FRIDAYS, compounded(performanceSeries[name]));
  }
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

const FRIDAYS = Array.from({ length: performanceSeries.heavy.length + 1 }, (_, i) =>
  new Date(Date.UTC(2010, 0, 1 + 7 * i)).toISOString().slice(0, 10),
);

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
type Variables = Parameters<ReturnType<typeof client>["performance"]>[0];
const measure = async (variables: Partial<Variables> = {}) =>
  (await client().performance({ ...AAPL, ...variables })).hedgedPortfolio.performance;
type Measures = Awaited<ReturnType<typeof measure>>["unhedged"];

function agree(actual: number | null, truth: number | null, label: string, digits = 9): void {
  if (truth === null) expect(actual, label).toBeNull();
  else expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(digits);
}

/** The measures that are not taken against a benchmark. */
const ALONE = [
  "cumulativeReturn",
  "annualizedReturn",
  "annualizedVolatility",
  "sharpe",
  "sortino",
  "calmar",
  "skew",
  "kurtosis",
  "valueAtRisk",
  "expectedShortfall",
  "hitRate",
] as const;
const RELATIVE = ["trackingError", "informationRatio", "treynor", "upCapture", "downCapture"] as const;

function agreeWith(
  { measures }: PerformanceCase,
  found: Measures,
  names: readonly (keyof Measures)[],
  dates: readonly string[],
) {
  for (const name of names) {
    agree(found[name] as number | null, measures[name as (typeof ALONE)[number]], name);
  }
  const { depth, peak, trough, recovery } = measures.maximumDrawdown!;
  agree(found.maximumDrawdown!.depth, depth, "depth");
  expect(found.maximumDrawdown).toMatchObject({
    peakDate: dates[peak + 1],
    troughDate: dates[trough + 1],
    recoveryDate: recovery === null ? null : dates[recovery + 1],
  });
}

const golden = (name: string) => performanceCases.find((one) => one.name === name)!;
/** A rate a date, as the golden values have it. */
const rates = () => ({ returns: { dates: sessions.slice(1), values: performanceSeries.riskFree } });

describe("of sample:AAPL without a hedge, as numpy, scipy and pandas have it", () => {
  test.each(["AAPL on the S&P 500", "log returns", "over a risk-free rate", "log returns over a risk-free rate"])(
    "%s",
    async (name) => {
      const one = golden(name);
      const { unhedged, conventions } = await measure({
        returnKind: one.kind,
        confidence: one.confidence,
        ...(one.riskFree !== null && { riskFree: rates() }),
      });
      expect(unhedged.observations).toBe(1259);
      agreeWith(one, unhedged, [...ALONE, ...RELATIVE], sessions);
      expect(conventions).toMatchObject({
        periodsPerYear: 252,
        returnKind: one.kind,
        confidence: one.confidence,
        benchmark: "sample:^GSPC",
        firstDate: "2013-05-13",
        lastDate: "2018-05-11",
      });
      expect(conventions.riskFree === null).toBe(one.riskFree === null);
    },
  );

  test("the benchmark over a risk-free rate: the index alone, and nothing relative to itself", async () => {
    const { benchmark } = await measure({ riskFree: rates() });
    agreeWith(golden("the index alone"), benchmark, ALONE, sessions);
    expect(benchmark).toMatchObject({ trackingError: 0, informationRatio: null });
    agree(benchmark.upCapture, 1, "up");
    agree(benchmark.downCapture, 1, "down");
    expect(benchmark.undefinedQuantities.map(({ quantity }) => quantity)).toEqual(["informationRatio"]);
  });
});

test("of weeks with heavy tails: 52 a year, and no Treynor ratio to a benchmark that has no say", async () => {
  const one = golden("weeks of heavy tails, an unrelated benchmark");
  const { unhedged, conventions } = await measure({
    portfolio: { symbol: "csv:heavy" },
    benchmarks: ["csv:unrelated"],
    period: { interval: "WEEK" },
    confidence: one.confidence,
  });
  expect(conventions.periodsPerYear).toBe(52);
  agreeWith(one, unhedged, [...ALONE, ...RELATIVE], FRIDAYS);
  expect(unhedged.undefinedQuantities.map(({ quantity }) => quantity)).toEqual(["treynor"]);
});

describe("of the hedged portfolio", () => {
  test("it is that of the hedged returns, and the hedge leaves no beta to divide by", async () => {
    const { hedged, unhedged } = await measure();
    const { returns, effectiveness } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
    const { values } = returns;
    agree(hedged.cumulativeReturn, values.reduce((wealth, value) => wealth * (1 + value), 1) - 1, "cumulative");
    agree(hedged.annualizedVolatility, Math.sqrt(covariance(values, values) * 252), "volatility");
    agree(hedged.sharpe, (mean(values) / Math.sqrt(covariance(values, values))) * Math.sqrt(252), "Sharpe");
    agree(hedged.hitRate, values.filter((value) => value > 0).length / 1259, "hit rate");
    agree(effectiveness, 1 - (hedged.annualizedVolatility! / unhedged.annualizedVolatility!) ** 2, "effectiveness");
    expect(hedged.treynor).toBeNull();
    expect(hedged.undefinedQuantities.map(({ quantity }) => quantity)).toEqual(["treynor"]);
    expect(hedged.undefinedQuantities[0].reason).toBeTruthy();
  });

  test("of its own returns as a portfolio it is the same", async () => {
    const { returns } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
    const { unhedged } = await measure({
      portfolio: { returns: { dates: returns.dates.toArray(), values: [...returns.values] } },
    });
    const { hedged } = await measure();
    agreeMeasures(unhedged, hedged);
  });

  test("a risk-free rate is in total returns and out of excess ones", async () => {
    const plain = await measure();
    const { unhedged, hedged, benchmark, conventions } = await measure({ riskFree: { annualRate: 0.03 } });
    agree(unhedged.cumulativeReturn, plain.unhedged.cumulativeReturn, "total");
    agree(unhedged.valueAtRisk, plain.unhedged.valueAtRisk, "total");
    agree(benchmark.annualizedReturn, plain.benchmark.annualizedReturn, "total");
    expect(unhedged.sharpe).toBeLessThan(plain.unhedged.sharpe!);
    // The proceeds of the short sale earn the rate.
    expect(hedged.annualizedReturn).toBeGreaterThan(plain.hedged.annualizedReturn!);
    expect(conventions.riskFree).toMatchObject({ annualRate: 0.03 });
  });
});

function agreeMeasures(actual: Measures, truth: Measures): void {
  for (const name of [...ALONE, ...RELATIVE]) agree(actual[name], truth[name], name);
  const { depth, ...dates } = truth.maximumDrawdown!;
  agree(actual.maximumDrawdown!.depth, depth, "depth");
  expect(actual.maximumDrawdown).toMatchObject(dates);
}

test.each([0, 1, -0.5, 95])("a confidence of %d is refused", async (confidence) => {
  await expect(measure({ confidence })).rejects.toMatchObject({
    code: "BAD_INPUT",
    message: expect.stringContaining(`between 0 and 1, got ${confidence}`),
  });
});

test("a portfolio that only rises has no drawdown, and what rests on it says so", async () => {
  const { unhedged } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
  const values = Array.from(unhedged.values, (value) => Math.abs(value) + 1e-4);
  const rising = (await measure({ portfolio: { returns: { dates: unhedged.dates.toArray(), values } } })).unhedged;
  expect(rising).toMatchObject({ maximumDrawdown: null, calmar: null, sortino: null, hitRate: 1 });
  const undefinedNames = rising.undefinedQuantities.map(({ quantity }) => quantity);
  // Treynor's for another reason: such returns have no beta that can be told from 0.
  expect(undefinedNames.sort()).toEqual(["calmar", "maximumDrawdown", "sortino", "treynor"]);
});

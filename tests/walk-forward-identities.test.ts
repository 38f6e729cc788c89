import { createClient, type Dates, type Series } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import {
  changes,
  compounded,
  covariance,
  mean,
  randomReturns,
  slope,
  sum,
  withBeta,
  writePrices,
} from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
const COSTS = { tradingBps: 10, borrowRate: 0.01, cashRate: 0.005 };
type Variables = Parameters<ReturnType<typeof client>["walkForward"]>[0];
const walk = async (variables: Partial<Variables> = {}) =>
  (await client().walkForward({ ...AAPL, ...variables })).hedgedPortfolio.walkForward;

function agree(actual: number | null, truth: number, label: string, digits = 12): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(digits);
}

/** A series of an answer, given back as a portfolio of its own. */
const asPortfolio = ({ dates, values }: Series) => ({ returns: { dates: dates.toArray(), values: [...values] } });

async function benchmarkReturns(dates: Dates, riskFree?: { annualRate: number }) {
  const { benchmarks } = (await client().hedgedPortfolio({ ...AAPL, ...(riskFree && { riskFree }) })).hedgedPortfolio;
  const byDate = new Map(benchmarks[0].toArray().map(({ date, value }) => [date, value]));
  return Array.from(dates, (date) => byDate.get(date) as number);
}

describe("what holds of any walk", () => {
  const walks: [string, Partial<Variables>][] = [
    ["by default", {}],
    ["with costs", { costs: COSTS }],
    ["at a constant ratio, half hedged", { costs: COSTS, holding: "RATIO", targetBeta: 0.5 }],
    ["over a risk-free rate", { costs: COSTS, riskFree: { annualRate: 0.03 } }],
    ["by Kalman, with a trigger", { costs: COSTS, estimator: "KALMAN", driftTrigger: 0.1, lookback: 126 }],
  ];

  test.each(walks)("%s: returns are unhedged − ratio · benchmark", async (_, variables) => {
    const { returns, unhedged, ratios } = await walk(variables);
    const benchmark = await benchmarkReturns(returns.dates, variables.riskFree as { annualRate: number });
    returns.values.forEach((value, t) => {
      expect(Math.abs(value - (unhedged.values[t] - ratios.values[t] * benchmark[t]))).toBeLessThan(1e-15);
    });
  });

  test.each(walks)("%s: the sum of returns − netReturns is the cost, and that its parts", async (_, variables) => {
    const { returns, netReturns, cost, costBreakdown, turnover, rebalances } = await walk(variables);
    const { trading, borrow, interest } = costBreakdown;
    agree(cost, trading + borrow - interest, "parts");
    expect(Math.abs(sum(returns.values) - sum(netReturns.values) - cost)).toBeLessThan(1e-13);
    if (variables.costs === undefined) {
      expect(netReturns.values).toEqual(returns.values);
      expect(cost).toBe(0);
    } else {
      agree(trading, turnover * 1e-3, "trades");
    }
    if (variables.holding === "RATIO") expect(turnover).toBeGreaterThan(sum(rebalances.turnover));
    else agree(turnover, sum(rebalances.turnover), "turnover");
  });

  test.each(walks)("%s: a share position drifts with the prices, and a ratio stays", async (_, variables) => {
    const { returns, unhedged, ratios, rebalances } = await walk({ ...variables, riskFree: null });
    const benchmark = await benchmarkReturns(returns.dates);
    const traded = new Set(rebalances.dates.filter((_, k) => rebalances.outcomes[k] === "TRADED"));
    for (let t = 1; t < returns.dates.length; t++) {
      if (traded.has(returns.dates.at(t - 1)!)) continue;
      const drift = (1 + benchmark[t - 1]) / (1 + unhedged.values[t - 1]);
      agree(ratios.values[t], ratios.values[t - 1] * (variables.holding === "RATIO" ? 1 : drift), "ratio");
    }
  });

  test("a target that is not 0 is what the realised beta is tested against", async () => {
    const { returns, verification, realizedBetaIsZero, promised } = await walk({ targetBeta: 0.5 });
    const { estimate, standardError } = verification.coefficients[1];
    agree(realizedBetaIsZero.statistic, (estimate - 0.5) / standardError, "t", 11);
    expect(realizedBetaIsZero.pValue).toBeGreaterThan(0.05);
    expect(verification.coefficients[1].pValue).toBeLessThan(1e-10);
    agree(promised.beta, 0.5, "promise");
    expect(returns.dates).toHaveLength(1007);
  });
});

describe("other queries agree, given the walk's returns as a portfolio's own", () => {
  const variables = {
    costs: COSTS,
    estimator: "EWMA",
    lookback: 100,
    inference: { covariance: "HAC", lags: 5 },
  } as const;

  test("verification is the regression of the hedged returns, unhedgedRegression that of the portfolio", async () => {
    const { returns, unhedged, verification, unhedgedRegression, realizedBetaIsZero } = await walk(variables);
    for (const [series, found] of [[returns, verification] as const, [unhedged, unhedgedRegression] as const]) {
      const { regression } = await client().regression({
        portfolio: asPortfolio(series),
        benchmarks: AAPL.benchmarks,
        inference: variables.inference,
      });
      expect(regression.observations).toBe(found.observations);
      expect(regression.covariance).toEqual(found.covariance);
      found.coefficients.forEach(({ term, ...statistics }, j) => {
        expect(regression.coefficients[j].term).toBe(term);
        for (const [name, value] of Object.entries(statistics)) {
          agree(regression.coefficients[j][name as keyof typeof statistics], value as number, name);
        }
      });
      for (const name of ["rSquared", "fStatistic", "durbinWatson", "logLikelihood"] as const) {
        agree(regression[name], found[name]!, name);
      }
    }
    expect(realizedBetaIsZero.statistic).toBe(verification.coefficients[1].tStatistic);
    expect(realizedBetaIsZero.pValue).toBe(verification.coefficients[1].pValue);
  });

  test("performance and netPerformance are those of the hedged returns", async () => {
    const { returns, netReturns, unhedged, performance, netPerformance } = await walk(variables);
    const pairs = [
      [returns, performance.hedged],
      [netReturns, netPerformance],
      [unhedged, performance.unhedged],
    ] as const;
    for (const [series, found] of pairs) {
      const own = await client().performance({
        portfolio: asPortfolio(series),
        benchmarks: AAPL.benchmarks,
      });
      const expected = own.hedgedPortfolio.performance;
      expect(found.maximumDrawdown?.peakDate).toBe(expected.unhedged.maximumDrawdown?.peakDate);
      expect(found.maximumDrawdown?.recoveryDate).toBe(expected.unhedged.maximumDrawdown?.recoveryDate);
      expect(found.undefinedQuantities).toEqual(expected.unhedged.undefinedQuantities);
      for (const name of Object.keys(found) as (keyof typeof found)[]) {
        const value = found[name];
        if (typeof value === "number") agree(value, expected.unhedged[name] as number, name, 10);
      }
      expect(performance.conventions).toEqual(expected.conventions);
      agree(performance.benchmark.sharpe, expected.benchmark.sharpe!, "benchmark");
    }
  });
});

describe("the promise and the fact", () => {
  test("of least squares the promised beta is 0 by algebra, and the realised one is not", async () => {
    const { promised, realized, withoutHedge, effectiveness, verification, unhedgedRegression, returns } = await walk();
    expect(Math.abs(promised.beta)).toBeLessThan(1e-13);
    expect([promised.lower, promised.upper]).toEqual([null, null]);
    expect(Math.abs(realized.beta)).toBeGreaterThan(1e-3);
    expect(realized.beta).toBe(verification.beta);
    expect(realized.effectiveness).toBe(effectiveness);
    expect(Math.abs(promised.effectiveness! - realized.effectiveness!)).toBeGreaterThan(0.01);
    agree(realized.annualizedVolatility, Math.sqrt(covariance(returns.values, returns.values) * 252), "volatility");
    expect(withoutHedge).toMatchObject({ beta: unhedgedRegression.beta, effectiveness: 0 });
    agree(effectiveness, 1 - (realized.annualizedVolatility / withoutHedge.annualizedVolatility) ** 2, "effectiveness");
  });

  test("the promise is the mean over the windows of the fits, recomputed", async () => {
    const { unhedged, benchmarks } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
    const { promised, rebalances } = await walk();
    let [before, after] = [0, 0];
    for (const [k, date] of rebalances.dates.entries()) {
      const end = unhedged.dates.indexOf(date) + 1;
      const [y, x] = [unhedged.values, benchmarks[0].values].map((values) => values.slice(end - 252, end));
      const beta = slope(y, x);
      agree(rebalances.legs[0].estimates[k], beta, `estimate ${k}`);
      before += covariance(y, y);
      after += covariance(y, y) - beta * covariance(y, x);
    }
    agree(promised.effectiveness, 1 - after / before, "effectiveness", 11);
    agree(promised.annualizedVolatility, Math.sqrt((after / rebalances.dates.length) * 252), "volatility", 11);
  });
});

test("a hedge with another instrument than the benchmark: each ratio is the quotient of two betas of the window", async () => {
  const days = weekdays("2015-01-01", 401);
  const index = randomReturns(400, 1);
  const write = (name: string, returns: readonly number[]) =>
    writePrices(server.dataDir, name, days, compounded(returns));
  const asset = withBeta(1.2, index, 0.5, 6_700_417);
  const fund = withBeta(0.8, index, 0.1, 19_931_207);
  const { returns, ratios, rebalances, unhedged, verification, promised } = await walk({
    portfolio: { symbol: write("asset", asset) },
    benchmarks: [write("index", index)],
    hedgeWith: [write("fund", fund)],
    lookback: 100,
    rebalanceEvery: 10,
  });
  const [y, x, z] = [asset, index, fund].map((values) => changes(compounded(values)));
  expect(ratios.symbol).toBe("csv:fund");
  expect(rebalances.dates).toEqual(days.filter((_, i) => i >= 100 && i < 400 && i % 10 === 0));
  rebalances.dates.forEach((_, k) => {
    const window = (values: readonly number[]) => values.slice(10 * k, 100 + 10 * k);
    agree(rebalances.legs[0].estimates[k], slope(window(y), window(x)) / slope(window(z), window(x)), `ratio ${k}`, 10);
  });
  returns.values.forEach((value, t) => {
    expect(Math.abs(value - (unhedged.values[t] - ratios.values[t] * z[100 + t]))).toBeLessThan(1e-15);
  });
  expect(Math.abs(promised.beta)).toBeLessThan(1e-13);
  agree(verification.beta, slope(returns.values, x.slice(100)), "realised", 10);
  expect(verification.coefficients[1].pValue).toBeGreaterThan(0.01);
  expect(mean(ratios.values)).toBeCloseTo(1.5, 1);
});

test("by the month: 24 months back, a year has 12", async () => {
  const { returns, provenance, unhedged, performance, turnover, turnoverAnnualized } = await walk({
    portfolio: { symbol: "sample:MSFT-MONTHLY" },
    period: { interval: "MONTH" },
    lookback: 24,
    rebalanceEvery: 1,
  });
  const { dates } = (
    await client().hedgedPortfolio({
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      benchmarks: AAPL.benchmarks,
      period: { interval: "MONTH" },
    })
  ).hedgedPortfolio.unhedged;
  expect(returns.dates.toArray()).toEqual(dates.toArray().slice(24));
  expect(unhedged.symbol).toBe("sample:MSFT-MONTHLY");
  expect(provenance).toMatchObject({ interval: "MONTH", periodsPerYear: 12, firstDate: dates.at(23) });
  expect(performance.conventions).toMatchObject({ periodsPerYear: 12, firstDate: dates.at(23) });
  agree(turnoverAnnualized, (turnover / returns.dates.length) * 12, "turnover a year");
});

import { type BetaParametersInput, createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import {
  type Sampled,
  type WalkForwardCase,
  walkedPrices,
  walkForwardCases,
} from "../packages/core/golden/read-walk-forward.ts";
import { writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  const { columns, prices } = walkedPrices.synthetic;
  for (const [i, name] of columns.entries()) writePrices(server.dataDir, name, FRIDAYS, prices[i]);
});
afterAll(() => server.close());

/** What the golden values promise of an answer that went through prices, dates and JSON. */
const DIGITS = 9;

/** The dates of the synthetic prices. */
const FRIDAYS = walkedPrices.synthetic.prices[0].map((_, i) =>
  new Date(Date.UTC(2010, 0, 1 + 7 * i)).toISOString().slice(0, 10),
);

function agree(actual: number | null, truth: number, label: string): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(DIGITS);
}

function agreeAll(actual: Float64Array, golden: Sampled, label: string): void {
  golden.values.forEach((truth, k) => {
    agree(actual[k * golden.step], truth, `${label} of period ${k * golden.step}`);
  });
  expect(golden.values).toHaveLength(Math.ceil(actual.length / golden.step));
  const sum = actual.reduce((total, value) => total + value, 0);
  const squares = actual.reduce((total, value) => total + value * value, 0);
  agree(sum, golden.sum, `the sum of ${label}`);
  agree(squares, golden.sumOfSquares, `the sum of squares of ${label}`);
}

const parametersOf = ({
  lambda,
  threshold,
  weight,
  lags,
  leads,
}: WalkForwardCase["settings"]): BetaParametersInput => ({
  ...(lambda !== undefined && { ewmaLambda: lambda }),
  ...(threshold !== undefined && { huberThreshold: threshold }),
  ...(weight !== undefined && { blumeWeight: weight }),
  ...(lags !== undefined && { dimsonLags: lags }),
  ...(leads !== undefined && { dimsonLeads: leads }),
});

async function walk(golden: WalkForwardCase) {
  const sample = golden.data === "sample";
  const { hedgedPortfolio } = await createClient({ url: server.url }).walkForward({
    portfolio: { symbol: sample ? "sample:AAPL" : "csv:portfolio" },
    benchmarks: sample ? ["sample:^GSPC"] : ["csv:first", "csv:second"],
    period: { interval: sample ? "DAY" : "WEEK" },
    ...(golden.riskFreeRate !== 0 && { riskFree: { annualRate: golden.riskFreeRate } }),
    lookback: golden.lookback,
    rebalanceEvery: golden.every,
    estimator: golden.estimator,
    parameters: parametersOf(golden.settings),
    holding: golden.holding,
    driftTrigger: golden.driftTrigger,
    costs: golden.costs,
  });
  return hedgedPortfolio.walkForward;
}

/** An estimator that is silent on purpose is for core alone. */
const cases = walkForwardCases.filter(({ withheld }) => withheld === null);

test("sample:AAPL is walked by every estimator that has golden values, held both ways", () => {
  const names = cases
    .filter(({ data }) => data === "sample")
    .map(({ estimator, holding }) => `${estimator} ${holding}`);
  const estimators = ["OLS", "EWMA", "HUBER", "DIMSON", "BLUME", "THEIL_SEN"];
  expect(names).toEqual(expect.arrayContaining(estimators.flatMap((name) => [`${name} SHARES`, `${name} RATIO`])));
});

describe.each(cases)("as an account kept in money, with betas by statsmodels: $data, $name", (golden) => {
  let walked: Awaited<ReturnType<typeof walk>>;
  beforeAll(async () => {
    walked = await walk(golden);
  });

  test("the dates of the walk", () => {
    const { returns, netReturns, unhedged, ratios, provenance } = walked;
    expect(returns.dates).toHaveLength(golden.periods);
    expect([returns.dates.at(0), returns.dates.at(-1)]).toEqual([golden.firstDate, golden.lastDate]);
    for (const { dates } of [netReturns, unhedged, ratios]) expect(dates).toEqual(returns.dates);
    expect(provenance).toMatchObject({ lastDate: golden.lastDate, observations: golden.periods });
    expect(provenance.periodsPerYear).toBe(golden.periodsPerYear);
  });

  test("returns before costs and after them", () => {
    agreeAll(walked.returns.values, golden.gross, "the return before costs");
    agreeAll(walked.netReturns.values, golden.net, "the return after costs");
  });

  test("the ratios in force, and each rebalance", () => {
    expect(walked.instrumentRatios).toHaveLength(golden.ratios.length);
    walked.instrumentRatios.forEach(({ values }, i) => {
      agreeAll(values, golden.ratios[i], `ratio ${i + 1}`);
    });
    expect(walked.ratios).toEqual(walked.instrumentRatios[0]);
    const { dates, outcomes, legs, turnover, costs } = walked.rebalances;
    expect(outcomes).toEqual(golden.outcomes);
    expect(walked.skipped).toEqual([]);
    // A rebalance is at the close before the first return that it counts for.
    const closes = [walked.provenance.firstDate, ...walked.returns.dates];
    expect(dates).toEqual(golden.targets.map(({ at }) => closes[at - golden.first]));
    golden.targets.forEach(({ ratios }, k) => {
      legs.forEach(({ held, estimates }, i) => {
        agree(estimates[k], ratios![i], `estimate ${k}`);
        agree(held[k], golden.held[k][i], `held ${k}`);
      });
      // A trade of nearly nothing is the difference of two ratios.
      expect(Math.abs(turnover[k] - golden.turnovers[k])).toBeLessThan(1e-11);
      expect(Math.abs(costs[k] - ((golden.costs?.tradingBps ?? 0) / 1e4) * golden.turnovers[k])).toBeLessThan(1e-14);
    });
  });

  test("turnover, costs and what they consist of", () => {
    agree(walked.turnover, golden.turnover, "turnover");
    agree(walked.cost, golden.cost, "cost");
    agree(walked.costBreakdown.trading, golden.tradingCost, "trading");
    agree(walked.costBreakdown.borrow, golden.borrowCost, "borrow");
    agree(walked.costBreakdown.interest, golden.interest, "interest");
    const perYear = golden.periodsPerYear / golden.periods;
    agree(walked.turnoverAnnualized, golden.turnover * perYear, "turnover a year");
    agree(walked.costAnnualized, golden.cost * perYear, "cost a year");
  });

  test("the verification out of sample", () => {
    const { verification, realizedBetaIsZero, effectiveness, realized } = walked;
    expect(verification.coefficients).toHaveLength(golden.outOfSample.length);
    golden.outOfSample.forEach((row, j) => {
      for (const [statistic, truth] of Object.entries(row)) {
        agree(verification.coefficients[j][statistic as keyof typeof row], truth, `${statistic} ${j}`);
      }
    });
    agree(effectiveness, golden.effectiveness, "effectiveness");
    const beta = golden.outOfSample[1];
    expect(realized).toMatchObject({ beta: verification.beta, effectiveness });
    agree(realized.lower, beta.lower, "lower bound");
    agree(realized.upper, beta.upper, "upper bound");
    if (golden.ratios.length > 1) {
      expect(realizedBetaIsZero.statistic).toBe(verification.fStatistic);
      expect(realizedBetaIsZero.pValue).toBe(verification.fPValue);
      expect(realizedBetaIsZero.distribution).toBe(`F(2, ${golden.periods - 3})`);
      return;
    }
    agree(realizedBetaIsZero.statistic, beta.tStatistic, "t");
    agree(realizedBetaIsZero.pValue, beta.pValue, "p");
    expect(realizedBetaIsZero.distribution).toBe(`t(${golden.periods - 2})`);
  });
});

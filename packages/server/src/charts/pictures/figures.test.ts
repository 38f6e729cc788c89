import { formatDate, formatDates } from "@hedgeql/core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { sampleAnalysis } from "../../../testing/sample-analysis.ts";
import type { HedgeAnalysis } from "../../analysis/hedge/hedge-analysis.ts";
import { Diagnostics } from "../../analysis/regression/diagnostics.ts";
import type { WalkAnalysis } from "../../analysis/walk-forward/walk-analysis.ts";
import type { Chart } from "../chart.ts";
import { PICTURES, SAMPLE_WALK, WALK_PICTURES } from "../pictures.fixture.ts";
import { betaText, percent } from "../wording.ts";
import { influentialPeriods } from "./influence.ts";
import { rollingBeta } from "./rolling-beta.ts";

// Vega is slow to load beside other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let analysis: HedgeAnalysis;
let walk: WalkAnalysis;
beforeAll(async () => {
  analysis = await sampleAnalysis();
  walk = await analysis.walkForward(SAMPLE_WALK);
});

/** A column of a picture's data. */
const column = ({ datasets }: Chart, name: string, field: string) => datasets[name].map((row) => row[field]);

/** With seven digits, as pictures have them. */
const seven = (values: Iterable<number>) => Array.from(values, (value) => Number(value.toPrecision(7)));

/** Written out in the subtitle and in the description. */
function expectSaid({ subtitle, description }: Chart, ...texts: readonly string[]): void {
  for (const text of texts) {
    expect(subtitle).toContain(text);
    expect(description).toContain(text);
  }
}

const SAMPLE = "2013-05-13 to 2018-05-11, 1,259 daily returns";

describe("in the sample", () => {
  test("the daily returns are those of portfolio and benchmark, with their standard deviations", () => {
    const chart = PICTURES.dailyReturns(analysis);
    expect(column(chart, "returns", "portfolio")).toEqual(seven(analysis.joint.portfolio));
    expect(column(chart, "returns", "benchmark1")).toEqual(seven(analysis.joint.benchmarks[0]));
    expect(column(chart, "returns", "date")).toEqual(formatDates(analysis.joint.dates));
    const { unhedged, benchmark } = analysis.performance(0.95);
    const daily = ({ annualizedVolatility }: { annualizedVolatility: number | null }) =>
      percent((annualizedVolatility as number) / Math.sqrt(252), 2);
    expectSaid(chart, SAMPLE, `sample:AAPL ${daily(unhedged)}`, `sample:^GSPC ${daily(benchmark)}`);
    expect(chart.title).toBe("sample:AAPL and sample:^GSPC: daily returns");
  });

  test("the cloud says beta, its interval and R² of the regression", () => {
    const chart = PICTURES.regression(analysis);
    const { coefficients, rSquared } = analysis.regression.regression;
    const [alpha, beta] = coefficients;
    expectSaid(chart, SAMPLE, `beta ${betaText(beta.estimate)}`, `${betaText(beta.lower)} to ${betaText(beta.upper)}`);
    expect(chart.description).toContain(`R² ${percent(rSquared as number, 1)}`);
    expect(chart.description).toContain(`y = ${(100 * alpha.estimate).toFixed(4)}% + ${beta.estimate.toFixed(4)} x`);
    expect(column(chart, "returns", "x")).toEqual(seven(analysis.joint.benchmarks[0]));
    expect(column(chart, "returns", "y")).toEqual(seven(analysis.joint.portfolio));
  });

  test("the hedged returns are those of the hedge, and what it removed is its effectiveness", () => {
    const chart = PICTURES.hedgedReturns(analysis);
    expect(column(chart, "returns", "hedged")).toEqual(seven(analysis.hedged));
    expectSaid(chart, SAMPLE, `${percent(analysis.effectiveness as number, 1)} of the variance removed`);
    expect(chart.subtitle).toMatch(/^In sample/);
  });

  test("rolling betas are those of Regression.rolling, dated by their windows' ends", () => {
    const chart = rollingBeta(analysis.regression, { window: 60 });
    const { betas } = analysis.regression.rolling(60);
    expect(column(chart, "betas", "beta")).toEqual(seven(betas[0]));
    expect(column(chart, "betas", "date")).toEqual(formatDates(analysis.joint.dates.subarray(59)));
    expectSaid(chart, `beta from ${Math.min(...betas[0]).toFixed(2)} to ${Math.max(...betas[0]).toFixed(2)}`);
    expectSaid(chart, `whole sample ${betaText(analysis.regression.betas[0])}`);
    expect(chart.title).toContain("in windows of 60 days");
  });

  test("the bounds of a rolling beta are those of a regression of that window alone", async () => {
    const window = 60;
    const dates = formatDates(analysis.joint.dates);
    const chart = rollingBeta(analysis.regression, { window });
    for (const last of [window - 1, 700, dates.length - 1]) {
      const alone = await sampleAnalysis({
        period: {
          start: analysis.joint.dates[last - window] ?? analysis.joint.firstDate,
          end: analysis.joint.dates[last],
        },
      });
      const [, { estimate, lower, upper }] = alone.regression.regression.coefficients;
      const row = chart.datasets.betas.find(({ date }) => date === dates[last]);
      for (const [field, value] of Object.entries({ beta: estimate, lower, upper })) {
        expect(row?.[field]).toBeCloseTo(value, 6);
      }
    }
  });

  test("cumulative returns begin at 0 on the first price, and end with those of the performance", () => {
    const chart = PICTURES.cumulative(analysis);
    const { unhedged, hedged, benchmark } = analysis.performance(0.95);
    for (const [field, { cumulativeReturn }] of Object.entries({
      portfolio: unhedged,
      hedged,
      benchmark,
    })) {
      const values = column(chart, "wealth", field);
      expect(values[0]).toBe(0);
      expect(values.at(-1)).toBeCloseTo(cumulativeReturn as number, 5);
      expectSaid(chart, percent(cumulativeReturn as number, 1));
    }
    expect(column(chart, "wealth", "date")[0]).toBe("2013-05-13");
  });

  test("the deepest drawdowns are those of the performance, on their dates", () => {
    const chart = PICTURES.drawdowns(analysis);
    const { unhedged, hedged, benchmark } = analysis.performance(0.95);
    for (const [field, { maximumDrawdown }] of Object.entries({ portfolio: unhedged, hedged, benchmark })) {
      const { depth, trough } = maximumDrawdown as { depth: number; trough: number };
      const values = column(chart, "wealth", field) as number[];
      const lowest = Math.min(...values);
      expect(Math.abs(lowest)).toBeCloseTo(Math.abs(depth), 6);
      expect(column(chart, "wealth", "date")[values.indexOf(lowest)]).toBe(formatDate(trough));
      expectSaid(chart, percent(-Math.abs(depth), 1));
    }
  });

  test("residuals are the regression's, and those beyond two standard errors are counted", () => {
    const chart = PICTURES.residuals(analysis);
    const { residuals, residualStandardError: s } = analysis.regression.regression;
    expect(column(chart, "residuals", "residual")).toEqual(seven(residuals));
    const beyond = Array.from(residuals).filter((value) => Math.abs(value) > 2 * s).length;
    expectSaid(chart, `${percent(beyond / 1_259, 1)} are beyond two`, `standard error ${percent(s, 2)}`);
  });

  test("the quantile plot has every residual once, in order, with its date", () => {
    const chart = PICTURES.residualQuantiles(analysis);
    const { residuals } = analysis.regression.regression;
    const sorted = seven(Float64Array.from(residuals).sort());
    expect(column(chart, "quantiles", "residual")).toEqual(sorted);
    const dates = formatDates(analysis.joint.dates);
    for (const { date, residual } of chart.datasets.quantiles) {
      expect(residual).toBe(seven([residuals[dates.indexOf(date as string)]])[0]);
    }
  });

  test("influential days are those of the diagnostics, and beta without one is that of a regression without it", () => {
    const chart = influentialPeriods(analysis.regression, { count: 5 });
    const found = new Diagnostics(analysis.regression).influence(0, 5);
    expect(column(chart, "influence", "day")).toEqual(
      found.map(({ index }) => formatDate(analysis.joint.dates[index])),
    );
    expect(column(chart, "influence", "change")).toEqual(seven(found.map(({ change }) => change as number)));
    const [{ index }] = found;
    const without = (values: Float64Array) => values.filter((_, t) => t !== index);
    const [x, y] = [without(analysis.joint.benchmarks[0]), without(analysis.joint.portfolio)];
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [meanX, meanY] = [mean(x), mean(y)];
    const sxy = x.reduce((sum, value, t) => sum + (value - meanX) * (y[t] - meanY), 0);
    const beta = sxy / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
    expect(column(chart, "influence", "without")[0]).toBeCloseTo(beta, 6);
    expectSaid(chart, `without ${formatDate(analysis.joint.dates[index])} it would be ${betaText(beta)}`);
  });
});

describe("out of sample", () => {
  test("promise and fact are those of the walk", async () => {
    const chart = await WALK_PICTURES.promiseAndFact(walk);
    const [promised, realized] = [await walk.promised(), walk.realized];
    const [fact] = realized.betas;
    expectSaid(
      chart,
      "2014-05-13 to 2018-05-11, 1,007 daily returns",
      `beta promised ${betaText(promised.betas[0].beta)}, realised ${betaText(fact.beta)}`,
      `${betaText(fact.lower as number)} to ${betaText(fact.upper as number)}`,
      `promised ${percent(promised.effectiveness as number, 1)}, realised ${percent(realized.effectiveness as number, 1)}`,
    );
    expect(chart.subtitle).toMatch(/^Out of sample/);
    const window = 252;
    expect(column(chart, "betas", "hedged")).toEqual(seven(walk.verification.rolling(window).betas[0]));
    expect(column(chart, "betas", "alone")).toEqual(seven(walk.unhedged.rolling(window).betas[0]));
  });

  test("wealth ends with the cumulative returns of the walk, before costs and after", async () => {
    const chart = await WALK_PICTURES.cumulative(walk);
    const { unhedged, hedged } = walk.performance(0.95);
    const ends = { portfolio: unhedged, hedged, net: walk.netPerformance(0.95) };
    for (const [field, { cumulativeReturn }] of Object.entries(ends)) {
      expect(column(chart, "wealth", field).at(-1)).toBeCloseTo(cumulativeReturn as number, 5);
      expectSaid(chart, percent(cumulativeReturn as number, 1));
    }
  });

  test("drawdowns are those of the walk", async () => {
    const chart = await WALK_PICTURES.drawdowns(walk);
    const { maximumDrawdown } = walk.netPerformance(0.95);
    expectSaid(chart, `hedged after costs ${percent(-Math.abs((maximumDrawdown as { depth: number }).depth), 1)}`);
  });

  test("ratios are those in force, from the close at which the first was traded on", async () => {
    const chart = await WALK_PICTURES.ratios(walk);
    const [ratios] = walk.result.ratios;
    expect(column(chart, "ratios", "ratio1")).toEqual(seven([ratios[0], ...ratios]));
    expect(column(chart, "ratios", "date")[0]).toBe("2014-05-13");
    const traded = walk.rebalances.filter(({ outcome }) => outcome === "TRADED");
    expect(column(chart, "trades", "date")).toEqual(traded.map(({ date }) => formatDate(date)));
    expectSaid(chart, `${traded.length} trades`, `turnover ${walk.result.turnover.toFixed(2)}`);
  });

  test("without costs there is one hedged line", async () => {
    const free = await analysis.walkForward({ ...SAMPLE_WALK, costs: null });
    const chart = await WALK_PICTURES.cumulative(free);
    expect(Object.keys(chart.datasets.wealth[0])).toEqual(["date", "portfolio", "hedged"]);
  });
});

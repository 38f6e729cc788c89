import { describe, expect, test } from "vitest";
import { createTestClient } from "../test-client.ts";

const hedgeql = createTestClient();
const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };
const several = { ...variables, benchmarks: ["SPY", "QQQ", "IWM"] };
const hedgeWith = ["ES=F", "NQ=F"];
const holdings = [
  { symbol: "TSLA", weight: 0.6 },
  { symbol: "sample:AAPL", weight: 0.4 },
];

const RECORDED_NAME = /sample:[A-Z^]/;

const symbolsOf = (items: readonly { readonly symbol: string | null }[]) => items.map(({ symbol }) => symbol);
const benchmarksOf = (items: readonly { readonly benchmark: string }[]) => items.map(({ benchmark }) => benchmark);

describe("an asset", () => {
  test("is what is recorded of it, or what its symbol says", async () => {
    const symbols = ["sample:IBM-MONTHLY", "csv:myfund", "7203.T", "7203.T"];
    const { assets } = await hedgeql.assets({ symbols });
    expect(assets).toMatchObject([
      {
        id: "sample:IBM-MONTHLY",
        source: "SAMPLE",
        name: expect.stringContaining("Business Machines"),
        exchange: "NYSE",
      },
      { id: "csv:myfund", source: "CSV", name: null, exchange: null, retrievedAt: null },
      { id: "7203.T", symbol: "7203.T", source: "YAHOO", name: null, retrievedAt: "2018-05-12T00:00:00.000Z" },
      { symbol: "7203.T" },
    ]);
    const { asset } = await hedgeql.returns({ symbol: "TSLA" });
    expect(asset).toMatchObject({ symbol: "TSLA", source: "YAHOO", returns: { symbol: "TSLA", length: 90 } });
    expect((await hedgeql.prices({ symbol: "TSLA" })).asset.prices.adjustedCloses).toHaveLength(91);
  });
});

describe("the portfolio", () => {
  test("has its symbol", async () => {
    const { unhedged, provenance, returns } = (await hedgeql.hedgedPortfolio(variables)).hedgedPortfolio;
    expect([unhedged.symbol, returns.symbol]).toEqual(["TSLA", null]);
    expect(symbolsOf(provenance.assets)).toEqual(["TSLA", "SPY"]);
  });

  test("has none of holdings, which are among the assets, or of own returns, which are not", async () => {
    const ofHoldings = (await hedgeql.hedgedPortfolio({ ...variables, portfolio: { holdings } })).hedgedPortfolio;
    expect(ofHoldings.unhedged.symbol).toBeNull();
    expect(symbolsOf(ofHoldings.provenance.assets)).toEqual(["TSLA", "sample:AAPL", "SPY"]);
    const returns = { dates: ["2020-01-02"], values: [0.01] };
    const ofReturns = (await hedgeql.hedgedPortfolio({ ...variables, portfolio: { returns } })).hedgedPortfolio;
    expect(ofReturns.unhedged.symbol).toBeNull();
    expect(symbolsOf(ofReturns.provenance.assets)).toEqual(["SPY"]);
    expect(hedgeql.calls.at(-1)?.ignored).toEqual(["portfolio.returns"]);
  });
});

describe("several benchmarks", () => {
  test("each have a coefficient, a series, columns and an interval, and cost a degree of freedom", async () => {
    const { regression, benchmarks, verification } = (await hedgeql.hedgedPortfolio(several)).hedgedPortfolio;
    expect(regression.coefficients.map(({ term }) => term)).toEqual(["alpha", "SPY", "QQQ", "IWM"]);
    expect([regression.observations, regression.degreesOfFreedom, verification.degreesOfFreedom]).toEqual([90, 86, 86]);
    expect(symbolsOf(benchmarks)).toEqual(several.benchmarks);
    const { rolling } = (await hedgeql.rollingRegression({ ...several, window: 21 })).regression;
    expect(benchmarksOf(rolling.betas)).toEqual(several.benchmarks);
    const { kalman } = (await hedgeql.kalmanRegression(several)).regression;
    expect([kalman.betas.length, kalman.noise.betas.length]).toEqual([3, 3]);
    const { diagnostics } = (await hedgeql.diagnostics(several)).regression;
    expect(benchmarksOf(diagnostics.varianceInflation)).toEqual(several.benchmarks);
    const { realized } = (await hedgeql.walkForward(several)).hedgedPortfolio.walkForward;
    expect(benchmarksOf(realized.betas)).toEqual(several.benchmarks);
  });

  test("a benchmark alone is a list of one", async () => {
    const { benchmarks } = (await hedgeql.hedgedPortfolio({ ...variables, benchmarks: "SPY" })).hedgedPortfolio;
    expect(symbolsOf(benchmarks)).toEqual(["SPY"]);
  });
});

describe("hedge instruments", () => {
  test("are the legs, where the benchmarks are not", async () => {
    const { hedge, provenance } = (await hedgeql.hedge({ ...several, hedgeWith, value: 1 })).hedgedPortfolio;
    expect(symbolsOf(hedge.legs)).toEqual(hedgeWith);
    expect(benchmarksOf(hedge.neutrality)).toEqual(several.benchmarks);
    expect(symbolsOf(provenance.assets)).toEqual(["TSLA", ...several.benchmarks, ...hedgeWith]);
    const { walkForward } = (await hedgeql.walkForward({ ...variables, hedgeWith })).hedgedPortfolio;
    expect(symbolsOf(walkForward.rebalances.legs)).toEqual(hedgeWith);
    expect(symbolsOf(walkForward.instrumentRatios)).toEqual(hedgeWith);
    expect([walkForward.ratios.symbol, walkForward.performance.conventions.benchmark]).toEqual(["ES=F", "SPY"]);
  });

  test("of another name have no warning that was said of the index", async () => {
    const warned = await hedgeql.hedge({ ...variables, benchmarks: ["sample:^GSPC"], value: 1 });
    expect(warned.hedgedPortfolio.hedge.warnings.map(({ code }) => code)).toContain("INDEX_NOT_TRADABLE");
    expect((await hedgeql.hedge({ ...variables, value: 1 })).hedgedPortfolio.hedge.warnings).toEqual([]);
  });
});

test("amounts of an order are for its value", async () => {
  const orders = [100_000, 1_000_000].map((value) => hedgeql.hedge({ ...variables, value }));
  const [small, large] = (await Promise.all(orders)).map(({ hedgedPortfolio }) => hedgedPortfolio.hedge);
  expect([small.value, large.value]).toEqual([100_000, 1_000_000]);
  expect(small.legs[0].ratio).toBe(large.legs[0].ratio);
  expect(small.legs[0].price).toBe(large.legs[0].price);
  expect(small.legs[0].notional).toBeCloseTo(small.value * small.legs[0].ratio, 6);
  expect(small.legs[0].shares).toBeCloseTo(large.legs[0].shares / 10, 9);
  expect(small.grossExposure).toBeCloseTo(small.value + small.legs[0].notional, 6);
  const advice = { ...variables, value: 1, ratios: [1], since: "2018-03-05" };
  const { rebalanceAdvice } = (await hedgeql.rebalanceAdvice(advice)).hedgedPortfolio;
  expect(rebalanceAdvice.legs[0].tradeNotional).toBeCloseTo(rebalanceAdvice.legs[0].tradeRatio, 12);
});

describe("pictures", () => {
  test("name what the question names, in text, in specifications and in SVG", async () => {
    const named = { portfolio: { symbol: "M&M.NS" }, benchmarks: ["^NSEI"] };
    const { charts } = (await hedgeql.charts(named)).hedgedPortfolio;
    expect(charts.regression?.title).toBe("M&M.NS on ^NSEI");
    expect(charts.hedgedReturns?.subtitle).toContain("In sample: beta");
    expect(RECORDED_NAME.test(JSON.stringify(charts))).toBe(false);
    const images = (await hedgeql.chartImages(named)).hedgedPortfolio.charts;
    expect(images.regression?.svg).toContain("M&amp;M.NS on ^NSEI");
    expect(RECORDED_NAME.test(JSON.stringify(images))).toBe(false);
    expect(images.regression?.svg.includes("M&M")).toBe(false);
  });

  test("of holdings hedged with several instruments say so", async () => {
    const asked = { ...variables, portfolio: { holdings }, hedgeWith: [...hedgeWith, "GC=F"] };
    const { hedgedReturns } = (await hedgeql.charts(asked)).hedgedPortfolio.charts;
    expect(hedgedReturns?.title).toBe("portfolio hedged with ES=F, NQ=F and GC=F");
    const walk = (await hedgeql.walkForwardCharts({ ...variables, hedgeWith })).hedgedPortfolio.walkForward;
    expect(walk.charts.ratios?.title).toBe("TSLA: the ratio of ES=F and NQ=F sold short");
    expect(JSON.stringify(walk.charts.ratios)).not.toContain("SPY");
    expect(walk.charts.promiseAndFact?.title).toBe("TSLA hedged: beta to SPY, promise and fact");
  });
});

test("what a question has that an answer does not follow is told", async () => {
  await hedgeql.walkForward({
    ...variables,
    lookback: 126,
    rebalanceEvery: 21,
    period: { interval: "WEEK" },
    inference: null,
  });
  expect(hedgeql.calls.at(-1)?.ignored).toEqual(["lookback", "period"]);
});

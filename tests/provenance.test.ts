import { createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { type AnswerData, ask, type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2020-01-01", 161);
const INDEX = randomReturns(160, 1);
const PRICES = {
  index: compounded(INDEX),
  asset: compounded(withBeta(1.1, INDEX, 0.5, 6_700_417)),
  fund: compounded(withBeta(0.9, INDEX, 0.1, 19_931_207)),
};

let server: RunningServer;
/** The prices of some of the days. */
function write(name: string, of: keyof typeof PRICES, keep: (i: number) => boolean): void {
  const kept = DAYS.map((_, i) => i).filter(keep);
  writePrices(
    server.dataDir,
    name,
    kept.map((i) => DAYS[i]),
    kept.map((i) => PRICES[of][i]),
  );
}

beforeAll(async () => {
  server = await startServer();
  for (const name of ["index", "asset", "fund"] as const) write(name, name, () => true);
  write("asset-holes", "asset", (i) => i !== 20 && i !== 50);
  write("fund-holes", "fund", (i) => i !== 50 && i !== 70);
  write("fund-late", "fund", (i) => i >= 10);
  write("index-early", "index", (i) => i < 140);
});
afterAll(() => server.close());

const client = () => createClient({ url: server.url });

async function provenance(
  portfolio: string,
  benchmark: string,
  fund: string | null,
  fields: string,
): Promise<AnswerData> {
  const query = `query ($portfolio: PortfolioInput!, $benchmarks: [String!]!, $hedgeWith: [String!]) {
    hedgedPortfolio(portfolio: $portfolio, benchmarks: $benchmarks, hedgeWith: $hedgeWith) { ${fields} }
  }`;
  const variables = { portfolio: { symbol: portfolio }, benchmarks: [benchmark], ...(fund && { hedgeWith: [fund] }) };
  const { data, errors } = await ask(server.url, query, variables);
  expect(errors).toEqual([]);
  return data.hedgedPortfolio;
}

describe("dates that were dropped", () => {
  const DROPPED = [
    { date: DAYS[20], missing: ["csv:asset-holes"] },
    { date: DAYS[50], missing: ["csv:asset-holes", "csv:fund-holes"] },
    { date: DAYS[70], missing: ["csv:fund-holes"] },
  ];
  const holes = ["csv:asset-holes", "csv:index", "csv:fund-holes"] as const;

  test("are told with the series that have no price on them", async () => {
    const answer = await provenance(...holes, "provenance { datesDropped dropped { date missing } observations }");
    expect(answer.provenance).toEqual({ datesDropped: 3, dropped: DROPPED, observations: 157 });
  });

  test("as many as are asked for, the first ones first", async () => {
    const fields = "provenance { none: dropped(first: 0) { date } two: dropped(first: 2) { date missing } }";
    const answer = await provenance(...holes, fields);
    expect(answer.provenance).toEqual({ none: [], two: DROPPED.slice(0, 2) });
  });

  test.each([
    [-1, "BAD_INPUT", "first must be at least 0, got -1"],
    [10_001, "LIMIT_EXCEEDED", "at most 10000 dropped dates"],
  ])("%d of them are refused", async (first, code, mention) => {
    const query = `{ hedgedPortfolio(portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"]) {
      provenance { dropped(first: ${first}) { date } } } }`;
    const { errors } = await ask(server.url, query);
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(mention) }]);
  });

  test("of a walk are those of its own dates", async () => {
    const fields = "walkForward(lookback: 40) { provenance { firstDate datesDropped dropped { date missing } } }";
    const answer = await provenance(...holes, fields);
    // 40 returns, on dates of which one was dropped.
    const walked = { firstDate: DAYS[41], datesDropped: 2, dropped: DROPPED.slice(1) };
    expect(answer.walkForward.provenance).toEqual(walked);
  });

  test("are none where all series have all dates", async () => {
    const answer = await provenance("csv:asset", "csv:index", null, "provenance { datesDropped dropped { date } }");
    expect(answer.provenance).toEqual({ datesDropped: 0, dropped: [] });
  });
});

describe("which series bound the sample", () => {
  const fields = "provenance { startsWith endsWith firstDate lastDate }";

  test("none, where all begin and end together", async () => {
    const answer = await provenance("csv:asset", "csv:index", "csv:fund", fields);
    const [firstDate, lastDate] = [DAYS[0], DAYS[160]];
    expect(answer.provenance).toEqual({ startsWith: [], endsWith: [], firstDate, lastDate });
  });

  test("the one that begins last, and the one that ends first", async () => {
    const answer = await provenance("csv:asset", "csv:index-early", "csv:fund-late", fields);
    expect(answer.provenance).toEqual({
      startsWith: ["csv:fund-late"],
      endsWith: ["csv:index-early"],
      firstDate: DAYS[10],
      lastDate: DAYS[139],
    });
  });

  test("a series that is asked for twice is named once", async () => {
    const late = await provenance("csv:fund-late", "csv:index", "csv:fund-late", fields);
    expect(late.provenance).toMatchObject({ startsWith: ["csv:fund-late"], endsWith: [] });
    const holes = await provenance(
      "csv:fund-holes",
      "csv:index",
      "csv:fund-holes",
      "provenance { dropped { missing } }",
    );
    expect(holes.provenance.dropped).toEqual(Array(2).fill({ missing: ["csv:fund-holes"] }));
  });

  test("of a walk: where it ends", async () => {
    const walk = `walkForward(lookback: 40) { ${fields} }`;
    const answer = await provenance("csv:asset", "csv:index-early", null, walk);
    expect(answer.walkForward.provenance).toMatchObject({ endsWith: ["csv:index-early"], lastDate: DAYS[139] });
  });
});

describe("warnings", () => {
  test("none where none are due, and conventions are told", async () => {
    const variables = { portfolio: { symbol: "csv:asset" }, benchmarks: ["csv:index"] };
    const { hedgedPortfolio } = await client().hedgedPortfolio(variables);
    expect(hedgedPortfolio.provenance).toMatchObject({
      warnings: [],
      priceAdjustment: "SPLITS_AND_DIVIDENDS",
      interval: "DAY",
      returnKind: "SIMPLE",
      periodsPerYear: 252,
    });
    expect(hedgedPortfolio.provenance.assets.map(({ id }) => id)).toEqual(["csv:asset", "csv:index"]);
    const { walkForward } = (await client().walkForward({ ...variables, lookback: 40 })).hedgedPortfolio;
    expect(walkForward.provenance.warnings).toEqual([]);
  });

  test("a beta that moved: AAPL's, over five years, and not in the year after the break", async () => {
    const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
    const { regression } = await client().regression(AAPL);
    expect(regression.provenance.warnings.map(({ code }) => code)).toEqual(["STRUCTURAL_BREAK"]);
    expect(regression.provenance.warnings[0].message).toContain(
      "the beta to sample:^GSPC moved, most likely after 2014-10-14",
    );
    const { diagnostics } = (await client().diagnostics(AAPL)).regression;
    const cusum = JSON.stringify(diagnostics);
    expect(cusum).toContain("2014-10-14");
    const year = await client().regression({ ...AAPL, period: { start: "2015-01-02", end: "2016-01-04" } });
    expect(year.regression.provenance.warnings).toEqual([]);
  });

  test("every instrument is an asset of the answer, each once", async () => {
    const fields = "provenance { assets { id source } }";
    const answer = await provenance("csv:asset", "csv:index", "csv:fund", fields);
    expect(answer.provenance.assets).toEqual(
      ["csv:asset", "csv:index", "csv:fund"].map((id) => ({ id, source: "CSV" })),
    );
    const same = await provenance("csv:asset", "csv:index", "csv:index", fields);
    expect(same.provenance.assets).toHaveLength(2);
  });
});

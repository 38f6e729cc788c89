import { request } from "node:http";
import { createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2015-01-05", 301);
const INDEX = randomReturns(300, 1);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
  writePrices(server.dataDir, "index", DAYS, compounded(INDEX));
  writePrices(server.dataDir, "^a.b_c-d", DAYS, compounded(withBeta(-1.2, INDEX, 0.4, 104_729_003)));
});
afterAll(() => server.close());

const SAMPLE = 'portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]';
const variables = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

test("each picture is a title, a specification and a finished SVG of the size and theme that are asked for", async () => {
  const names = ["dailyReturns", "regression", "hedgedReturns", "rollingBeta", "cumulative"];
  const picture = "{ title svg(width: 640, height: 360, theme: DARK) vegaLite }";
  const fields = names.map((name) => `${name} ${picture}`).join(" ");
  const { data, errors } = await ask(server.url, `{ hedgedPortfolio(${SAMPLE}) { charts { ${fields} } } }`);
  expect(errors).toEqual([]);
  for (const name of names) {
    const { title, svg, vegaLite } = data.hedgedPortfolio.charts[name];
    expect(title).toContain("sample:AAPL");
    expect(svg).toMatch(/^<svg role="img" aria-label="[^"]{40,}" .*width="640" height="360".*<\/svg>$/s);
    expect(svg).toContain('fill="#14181d"');
    expect(svg).not.toMatch(/<script|<foreignObject|<image|\bhref="|url\((?!#)|@import|\bon\w+="/i);
    expect(vegaLite).toMatchObject({ $schema: expect.stringContaining("vega-lite/v6"), width: "container" });
    expect(vegaLite).not.toHaveProperty("config");
  }
});

test("the SDK has all pictures of an analysis and of a walk, as specifications and as SVG", async () => {
  const hedgeql = createClient({ url: server.url });
  const { charts } = (await hedgeql.charts({ ...variables, theme: "LIGHT" })).hedgedPortfolio;
  const images = (await hedgeql.chartImages(variables)).hedgedPortfolio.charts;
  const walk = { ...variables, lookback: 252, rebalanceEvery: 21 };
  const walked = (await hedgeql.walkForwardCharts({ ...walk, theme: "LIGHT" })).hedgedPortfolio.walkForward.charts;
  const walkedImages = (await hedgeql.walkForwardChartImages(walk)).hedgedPortfolio.walkForward.charts;
  expect(Object.keys(charts)).toHaveLength(9);
  expect(Object.keys(walked)).toEqual(["cumulative", "promiseAndFact", "ratios", "drawdowns"]);
  for (const [specifications, drawings] of [
    [charts, images],
    [walked, walkedImages],
  ] as const) {
    const drawn = new Map(Object.entries(drawings));
    for (const [name, chart] of Object.entries(specifications)) {
      const image = drawn.get(name);
      expect(chart).toMatchObject({ title: image?.title, subtitle: image?.subtitle, description: image?.description });
      expect(chart?.vegaLite).toHaveProperty("config.background", "#ffffff");
      expect(image?.svg).toContain('width="800" height="450"');
    }
  }
});

test("the figures of the pictures are those of the fields beside them", async () => {
  const query = `{ hedgedPortfolio(${SAMPLE}) {
    regression { beta rSquared coefficients { lower upper } } effectiveness
    performance { hedged { cumulativeReturn } }
    charts { regression { description } hedgedReturns { subtitle } cumulative { subtitle } } } }`;
  const { data, errors } = await ask(server.url, query);
  expect(errors).toEqual([]);
  const { regression, effectiveness, performance, charts } = data.hedgedPortfolio;
  const { lower, upper } = regression.coefficients[1 as never] as unknown as { lower: number; upper: number };
  const percent = (value: unknown) => `${(100 * (value as number)).toFixed(1)}%`;
  expect(charts.regression.description).toContain(`beta ${Number(regression.beta).toFixed(4)}`);
  expect(charts.regression.description).toContain(`${lower.toFixed(4)} to ${upper.toFixed(4)}`);
  expect(charts.regression.description).toContain(`R² ${percent(regression.rSquared)}`);
  expect(charts.hedgedReturns.subtitle).toContain(percent(effectiveness));
  expect(charts.cumulative.subtitle).toContain(`hedged ${percent(performance.hedged.cumulativeReturn)}`);
});

describe("an error in one picture leaves the others", () => {
  test.each([
    ["a window that is too long", "rollingBeta(window: 5000)", "INSUFFICIENT_DATA"],
    ["a window that is too short", "rollingBeta(window: 1)", "INSUFFICIENT_DATA|BAD_INPUT"],
    ["a benchmark that there is not", 'regression(benchmark: "sample:IBM-MONTHLY")', "BAD_INPUT"],
    ["no day", "influence(count: 0)", "BAD_INPUT"],
    ["too many days", "influence(count: 31)", "BAD_INPUT"],
  ])("%s", async (_, field, code) => {
    const query = `{ hedgedPortfolio(${SAMPLE}) { charts { bad: ${field} { title } cumulative { title } } } }`;
    const { data, errors } = await ask(server.url, query);
    expect(errors).toHaveLength(1);
    expect(errors[0].path).toEqual(["hedgedPortfolio", "charts", "bad"]);
    expect(errors[0].extensions.code).toMatch(new RegExp(`^(${code})$`));
    expect(data.hedgedPortfolio.charts).toMatchObject({ bad: null, cumulative: { title: expect.any(String) } });
  });

  test.each(["width: 100", "height: 1000000000", "width: -1"])("an impossible size, %s", async (size) => {
    const query = `{ hedgedPortfolio(${SAMPLE}) { charts { bad: residuals { svg(${size}) } residuals { title } } } }`;
    const { data, errors } = await ask(server.url, query);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
    expect(data.hedgedPortfolio.charts).toMatchObject({ bad: null, residuals: { title: expect.any(String) } });
  });

  test("residuals that there are none of, where a portfolio is its own benchmark", async () => {
    const query = `{ hedgedPortfolio(portfolio: { symbol: "csv:index" }, benchmarks: ["csv:index"]) {
      charts { residuals { svg } residualQuantiles { svg } influence { svg } regression { title svg } } } }`;
    const { data, errors } = await ask(server.url, query);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(new Array(3).fill("NOTHING_TO_DRAW"));
    expect(data.hedgedPortfolio.charts.regression.title).toBe("csv:index (portfolio) on csv:index");
    expect(data.hedgedPortfolio.charts.regression.svg).toContain("</svg>");
  });
});

test("symbols with ^ . _ and - stand in titles as they are, and a negative beta has its minus", async () => {
  const query = `{ hedgedPortfolio(portfolio: { symbol: "csv:^a.b_c-d" }, benchmarks: ["csv:index"]) {
    charts { regression { title subtitle svg } } } }`;
  const { data, errors } = await ask(server.url, query);
  expect(errors).toEqual([]);
  const { title, subtitle, svg } = data.hedgedPortfolio.charts.regression;
  expect(title).toBe("csv:^a.b_c-d on csv:index");
  expect(subtitle).toMatch(/beta −1\.\d{4}, 95% interval −1\.\d{4} to −1\.\d{4}/);
  expect(svg).toContain("csv:^a.b_c-d on csv:index");
});

test("fifty pictures in one request are refused by their cost, before any is drawn", async () => {
  const aliases = Array.from({ length: 50 }, (_, i) => `p${i}: svg(width: ${400 + i})`).join(" ");
  const query = `{ hedgedPortfolio(${SAMPLE}) { charts { dailyReturns { ${aliases} } } } }`;
  const { data, errors } = await ask(server.url, query);
  expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED", limit: 2000 } }]);
  expect(data ?? null).toBeNull();
});

/** As many pictures as a request may have. */
const heavy = (size: number) => {
  const aliases = Array.from({ length: 24 }, (_, i) => `p${i}: svg(width: ${size + i})`).join(" ");
  return `{ hedgedPortfolio(${SAMPLE}) { charts { regression { ${aliases} } } } }`;
};
const CHEAP = '{ asset(symbol: "sample:AAPL") { symbol } }';

test("while pictures are drawn, a cheap query is answered before them", async () => {
  const answered: string[] = [];
  const pictures = ask(server.url, heavy(500)).then(({ errors }) => {
    answered.push("pictures");
    return errors;
  });
  // Once the thread draws this one, the twenty-four above are in its queue, or are drawn already.
  const cheap = ask(server.url, CHEAP).then(() => answered.push("cheap"));
  await Promise.all([pictures, cheap]);
  expect(await pictures).toEqual([]);
  expect(answered).toEqual(["cheap", "pictures"]);
});

test("a client that leaves in the middle breaks nothing, and its pictures are no error of the server's", async () => {
  const before = server.output();
  await Promise.all(
    [600, 700, 800].map(
      (size) =>
        new Promise<void>((resolve) => {
          const leaving = request(server.url, { method: "POST", headers: { "content-type": "application/json" } });
          leaving.on("error", () => {});
          leaving.on("close", () => resolve());
          // At once, or when the server has begun: it answers a later question meanwhile.
          const leave = async () => {
            if (size > 600) await ask(server.url, CHEAP);
            leaving.destroy();
          };
          leaving.end(JSON.stringify({ query: heavy(size) }), leave);
        }),
    ),
  );
  const query = `{ hedgedPortfolio(${SAMPLE}) { charts { dailyReturns { svg } } } }`;
  const { data, errors } = await ask(server.url, query);
  expect(errors).toEqual([]);
  expect(data.hedgedPortfolio.charts.dailyReturns.svg).toContain("</svg>");
  expect(server.output().slice(before.length)).not.toContain("unexpected error");
  expect(server.process.exitCode).toBeNull();
});

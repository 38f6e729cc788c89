import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "@hedgeql/sdk";
import { chart, startYahooStandIn, weekdayBars, type YahooStandIn } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Outcome, runExample } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const IN_SAMPLE = {
  dailyReturns: "daily-returns",
  regression: "regression",
  hedgedReturns: "hedged-returns",
  rollingBeta: "rolling-beta",
  cumulative: "cumulative",
  drawdowns: "drawdowns",
  residuals: "residuals",
  residualQuantiles: "residual-quantiles",
  influence: "influence",
} as const;
const OUT_OF_SAMPLE = {
  cumulative: "walk-cumulative",
  promiseAndFact: "walk-promise-and-fact",
  ratios: "walk-ratios",
  drawdowns: "walk-drawdowns",
} as const;
const QUESTION = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
/** Short, and so without a walk: for what does not depend on what is in a report. */
const QUICK = ["--start", "2018-01-01"];
const WALK = { lookback: 252, rebalanceEvery: 21, costs: { tradingBps: 2, borrowRate: 0.005, cashRate: 0 } };

let yahoo: YahooStandIn;
let server: RunningServer;
let hedgeql: Client;
let folder: string;
/** The report of the sample, which most tests read. */
let sample: Outcome;
beforeAll(async () => {
  yahoo = await startYahooStandIn();
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
  hedgeql = createClient({ url: server.url });
  folder = mkdtempSync(join(tmpdir(), "hedgeql-report-"));
  sample = await report("sample");
});
afterAll(async () => {
  await server.close();
  await yahoo.close();
  rmSync(folder, { recursive: true, force: true });
});

const report = (name: string, args: string[] = []) =>
  runExample(["hedge-report", ...args, "--out", join(folder, name)], server.url);
const read = (name: string, file = "report.html") => readFileSync(join(folder, name, file), "utf8");
const names = (name: string) => readdirSync(join(folder, name)).sort();
const svgsOf = (files: readonly string[]) => files.flatMap((file) => [`${file}.svg`, `${file}-dark.svg`]);

/** What stands between the tags, as it is read. */
function textOf(html: string): string {
  const text = html.replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, "").replace(/<[^>]+>/g, " ");
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  const plain = text.replace(/&(\w+|#39);/g, (_, name: string) => entities[name]);
  return plain.replaceAll("\u2212", "-").replace(/\s+/g, " ");
}

describe("the report of the sample", () => {
  test("is one page with every picture beside it in both themes, and the terminal names it last", () => {
    expect([sample.code, sample.stderr]).toEqual([0, ""]);
    const svgs = svgsOf([...Object.values(IN_SAMPLE), ...Object.values(OUT_OF_SAMPLE)]);
    expect(names("sample")).toEqual([...svgs, "report.html"].sort());
    expect(sample.stdout.trimEnd().split("\n").at(-1)).toBe(
      `Open ${join(folder, "sample", "report.html")} in a browser. Beside it: 26 pictures as SVG.`,
    );
  });

  test("prints what it prints without a file", async () => {
    const { stdout } = await runExample(["hedge-report"], server.url);
    expect(sample.stdout.startsWith(stdout)).toBe(true);
  });

  test("the pictures are those of the API, with the words for those who cannot see them in the page", async () => {
    const html = read("sample");
    for (const theme of ["LIGHT", "DARK"] as const) {
      const ending = theme === "DARK" ? "-dark.svg" : ".svg";
      const { charts } = (await hedgeql.chartImages({ ...QUESTION, theme })).hedgedPortfolio;
      const walk = (await hedgeql.walkForwardChartImages({ ...QUESTION, ...WALK, theme })).hedgedPortfolio.walkForward;
      const pairs = [
        ...Object.entries(IN_SAMPLE).map(([name, file]) => [charts[name as keyof typeof IN_SAMPLE], file] as const),
        ...Object.entries(OUT_OF_SAMPLE).map(
          ([name, file]) => [walk.charts[name as keyof typeof OUT_OF_SAMPLE], file] as const,
        ),
      ];
      for (const [image, file] of pairs) {
        expect(read("sample", file + ending), file).toBe(image?.svg);
        expect(html, file).toContain(`aria-label="${image?.description}`);
      }
    }
  });

  test("needs nothing but itself: no script, and no address but the names of formats", () => {
    const html = read("sample");
    const addresses = html.match(/\w+:\/\/[^"'\s<]*/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]));
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(| on\w+=|(?:href|src)=/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html.length).toBeLessThan(1_300_000);
  });

  test("has the SDK's numbers, in sample", async () => {
    const { regression, effectiveness, provenance } = (await hedgeql.hedgedPortfolio(QUESTION)).hedgedPortfolio;
    const text = textOf(read("sample"));
    for (const { estimate, standardError, lower, upper } of regression.coefficients) {
      expect(text).toContain(`${estimate.toFixed(6)} ${standardError.toFixed(6)}`);
      expect(text).toContain(`${lower.toFixed(6)} to ${upper.toFixed(6)}`);
    }
    expect(text).toContain(`sell short ${regression.beta.toFixed(4)} of sample:^GSPC`.replace("sell", "Sell"));
    expect(text).toContain(`Variance removed ${(100 * Number(effectiveness)).toFixed(1)} %`);
    expect(text).toContain(`${provenance.firstDate} to ${provenance.lastDate}, adjusted closes`);
    expect(text).toContain("The beta is 0 because it was fitted on these very returns");
    for (const { message } of provenance.warnings) expect(text).toContain(`Warning: ${message}.`);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("has the SDK's numbers out of sample, apart from the others and called that", async () => {
    const { realized, promised, realizedBetaIsZero, cost, provenance } = (
      await hedgeql.walkForward({ ...QUESTION, ...WALK })
    ).hedgedPortfolio.walkForward;
    const html = read("sample");
    const [before, section] = html.split('<section class="out-of-sample">');
    const text = textOf(section.split("</section>")[0]);
    expect(text).toContain("Out of sample: promise and fact");
    expect(text).toContain(`${provenance.firstDate} to ${provenance.lastDate}: ${provenance.observations} returns`);
    expect(text).toContain(`0.0000 ${realized.beta.toFixed(4)}`);
    expect(text).toContain(`- ${realized.lower?.toFixed(4)} to ${realized.upper?.toFixed(4)}`);
    expect(text).toContain(`- ${realizedBetaIsZero.pValue?.toFixed(4)}`);
    const [promise, fact] = [promised, realized].map(({ effectiveness }) => (100 * Number(effectiveness)).toFixed(1));
    expect(text).toContain(`Variance removed - ${promise} % ${fact} %`);
    expect(text).toContain(
      `Over all these dates, beta is not shown to differ from 0 (p ${realizedBetaIsZero.pValue?.toFixed(4)}). That says nothing of shorter stretches: see the picture below.`,
    );
    expect(text).toContain(`Together ${(100 * cost).toFixed(3)} %`);
    expect(textOf(before)).not.toContain("realised");
  });

  test("says that it is sample data, and from when", () => {
    expect(textOf(read("sample"))).toContain(
      "Sample data: the prices of sample:AAPL and sample:^GSPC come with HedgeQL and end on 2018-05-11 here",
    );
  });

  test("made again, is the same to the last byte", async () => {
    await report("again");
    for (const file of names("sample")) expect(read("again", file) === read("sample", file), file).toBe(true);
  });
});

describe("of other samples", () => {
  test("two benchmarks: both betas, and the picture says of which it is", async () => {
    const args =
      "--symbol sample:MSFT-MONTHLY --benchmark sample:^GSPC --benchmark sample:IBM-MONTHLY --interval month";
    const { code, stdout } = await report("two", args.split(" "));
    expect(code).toBe(0);
    expect(stdout).toContain("26 pictures");
    const text = textOf(read("two"));
    expect(text).toContain(
      "Each ratio is fitted on the 36 returns up to a close; its shares are held for the next return.",
    );
    expect(text).toContain("on 36 returns, rebalanced every month,");
    expect(text).toContain("p if 0, all betas together");
    expect(text).toMatch(
      /all betas together are not shown to differ from 0 \(p 0\.\d+\)\. .* see the picture below, of the beta to sample:\^GSPC\./,
    );
    expect(text).toMatch(/Beta to sample:\^GSPC .* Beta to sample:IBM-MONTHLY /);
    expect(text).toContain("Of the first benchmark. What the others explain is taken off both axes");
    expect(text).toContain("sample:MSFT-MONTHLY, sample:^GSPC, and sample:IBM-MONTHLY come with HedgeQL");
  });

  test("a hedge that added variance: called that, at the top too, and never a negative removal", async () => {
    await report("harm", ["--lookback", "5"]);
    const { realized } = (await hedgeql.walkForward({ ...QUESTION, ...WALK, lookback: 5 })).hedgedPortfolio.walkForward;
    const added = `${(-100 * Number(realized.effectiveness)).toFixed(1)} %`;
    const [top, section] = read("harm").split('<section class="out-of-sample">').map(textOf);
    expect(top).toContain(`The hedge did harm on these dates. Variance added: ${added}, for `);
    expect(section).toContain(
      `Variance added: ${added}. The hedge did harm on these dates: the hedged returns varied more than the unhedged ones.`,
    );
    expect(section).toMatch(new RegExp(`Variance removed - [\\d.]+ % added ${added}`));
    expect(top + section).not.toMatch(/Variance removed:? -\d/);
  });

  test("a beta that is left beyond chance: the hedge missed", async () => {
    const args = ["--symbol", "sample:AAPL", "--confidence", "0.1"];
    await report("missed", args);
    expect(textOf(read("missed"))).toMatch(
      /Over all these dates, beta differs from 0 by more than chance explains \(p 0\.\d+\): the hedge missed\. That says nothing of shorter stretches: /,
    );
  });

  test("a week's ratio is fitted on two years", async () => {
    await report("weeks", ["--interval", "week"]);
    const text = textOf(read("weeks"));
    expect(text).toContain(
      "Each ratio is fitted on the 104 returns up to a close; its shares are held for the next 4 returns.",
    );
  });

  test("one that is too short for a walk: the rest, and in its place the reason and what to do", async () => {
    const { code, stdout } = await report("short", QUICK);
    expect(code).toBe(0);
    expect(stdout).toContain("18 pictures");
    expect(names("short")).toEqual([...svgsOf(Object.values(IN_SAMPLE)), "report.html"].sort());
    const [, section] = read("short").split('<section class="out-of-sample">');
    expect(textOf(section)).toMatch(/Not shown: .*90.*a smaller --lookback or a longer period may do\./);
    expect((await report("short", [...QUICK, "--lookback", "40"])).stdout).toContain("26 pictures");
    expect(textOf(read("short"))).toContain("Each ratio is fitted on the 40 returns up to a close");
  });

  test("returns farther apart than the interval: no walk, whose figures a year would be wrong", async () => {
    expect((await report("sparse", ["--symbol", "sample:MSFT-MONTHLY"])).code).toBe(0);
    const text = textOf(read("sparse"));
    expect(text).toContain("Not shown: the returns are farther apart than a day");
    expect(text).toContain("Volatility a year not given");
  });

  test("what cannot be drawn leaves its reason in its place, and no picture of another time", async () => {
    await report("exact", QUICK);
    const { code, stdout } = await report("exact", ["--benchmark", "sample:AAPL"]);
    expect(code).toBe(0);
    expect(stdout).toContain("20 pictures");
    expect(textOf(read("exact"))).toContain(
      "No picture of the residuals: the benchmarks explain the portfolio exactly: there are no residuals.",
    );
    expect(names("exact").filter((name) => /residual|influence/.test(name))).toEqual([]);
  });

  test("names from elsewhere are text, whatever they are, and real prices are not called a sample", async () => {
    const hostile = `</title><script>alert(1)</script>"'&<img src=x onerror=alert(1)>\u0007`;
    yahoo.respond("EVIL", chart({ bars: weekdayBars("2023-01-02", 300, 1), name: hostile }));
    yahoo.respond("SPY", chart({ bars: weekdayBars("2023-01-02", 300, 2) }));
    expect((await report("hostile", ["--symbol", "EVIL", "--benchmark", "SPY"])).code).toBe(0);
    const html = read("hostile");
    expect(html).not.toMatch(/<script|<img/);
    expect(html).not.toContain("\u0007");
    expect(textOf(html)).toContain(`</title><script>alert(1)</script>"'&<img src=x onerror=alert(1)>`);
    expect(textOf(html)).not.toContain("Sample data");
  });
});

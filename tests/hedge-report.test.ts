import { type Client, createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf, percent, runExample, stepOf, widest } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
let hedgeql: Client;
beforeAll(async () => {
  server = await startServer();
  hedgeql = createClient({ url: server.url });
});
afterAll(() => server.close());

const example = (args: string[], url = server.url) => runExample(args, url);

const QUESTION = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

const MONTHLY =
  "hedge-report --symbol sample:MSFT-MONTHLY --benchmark sample:^GSPC --benchmark sample:IBM-MONTHLY".split(" ");

describe("hedge-report", () => {
  test("prints the four steps with the golden figures", async () => {
    const { code, stdout, stderr } = await example(["hedge-report"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const step of ["1. The sample", "2. Regression", "3. The hedge", "4. Verification"])
      expect(stdout).toContain(step);
    expect(stdout).toMatch(/2013-05-13 to 2018-05-11/);
    expect(stdout).toMatch(/alpha \(a day\) +0\.000712 +0\.000351 +2\.03 +0\.0425/);
    expect(stdout).toMatch(/sample:\^GSPC +0\.993392 +0\.044397 +22\.37 +<0\.0001 +0\.906290 to 1\.080493/);
    expect(stdout).toContain(
      "sell short 0.9934 of sample:^GSPC for each 1.0000 held in sample:AAPL,\n  by value, restored every day",
    );
    expect(stdout).toMatch(/Volatility a year +23\.3 % unhedged, 19\.7 % hedged/);
    expect(stdout).toMatch(/Dates left out +none/);
    expect(stdout).toMatch(/Variance removed +28\.5 %/);
    expect(stdout).not.toMatch(/NaN|undefined|null/);
    expect(widest(stdout)).toBeLessThan(100);
  });

  test("has classical standard errors unless it is told, and alpha by the year as the API has it", async () => {
    const { stdout } = await example(["hedge-report"]);
    const { arithmetic, compounded, jensen } = (await hedgeql.regression(QUESTION)).regression.annualizedAlpha;
    const regression = stepOf(stdout, 2);
    expect(regression).toMatch(/Standard errors +classical: /);
    expect(cellsOf(regression, "Alpha, arithmetic")[1]).toBe(percent(arithmetic));
    expect(cellsOf(regression, "Alpha, compounded")[1]).toBe(percent(compounded));
    expect(cellsOf(regression, "Alpha, Jensen")[1]).toBe(percent(jensen));
    expect(regression).not.toContain("risk-free");
  });

  test("takes standard errors, lags, a confidence and a risk-free rate", async () => {
    const args = "--covariance HAC --lags 5 --confidence 0.99 --risk-free 0.03".split(" ");
    const { code, stdout } = await example(["hedge-report", ...args]);
    expect(code).toBe(0);
    const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({
      ...QUESTION,
      inference: { covariance: "HAC", lags: 5, confidence: 0.99 },
      riskFree: { annualRate: 0.03 },
    });
    const { regression } = hedgedPortfolio;
    const [, beta] = regression.coefficients;
    expect(stdout).toMatch(/Risk-free rate +3\.00 % a year, taken off every return/);
    expect(stepOf(stdout, 2)).toMatch(/Standard errors +HAC with 5 lags: /);
    for (const step of [stepOf(stdout, 2), stepOf(stdout, 4)]) {
      expect(step).toContain("99 % interval");
      expect(cellsOf(step, "sample:^GSPC")[2]).toMatch(new RegExp(`^${beta.standardError.toFixed(6)}`));
    }
    expect(cellsOf(stepOf(stdout, 2), "sample:^GSPC").at(-1)).toBe(
      `${beta.lower.toFixed(6)} to ${beta.upper.toFixed(6)}`,
    );
    expect(cellsOf(stepOf(stdout, 2), "Alpha, Jensen")[1]).toBe(percent(regression.annualizedAlpha.jensen));
    expect(stdout).not.toMatch(/Jensen +19\.21 %/);
    expect(widest(stdout)).toBeLessThan(100);
  });

  test("takes a symbol as the risk-free rate", async () => {
    const free = ["--risk-free", "sample:IBM-MONTHLY", "--interval", "month", "--symbol", "sample:MSFT-MONTHLY"];
    const { code, stdout } = await example(["hedge-report", ...free]);
    const { regression } = await hedgeql.regression({
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      benchmarks: ["sample:^GSPC"],
      period: { interval: "MONTH" },
      riskFree: { symbol: "sample:IBM-MONTHLY" },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Risk-free rate +sample:IBM-MONTHLY, -?\d+\.\d\d % a year, taken off/);
    expect(cellsOf(stepOf(stdout, 2), "sample:^GSPC")[1]).toBe(regression.beta.toFixed(6));
  });

  test("for several benchmarks, a period and an interval, in any case", async () => {
    const { code, stdout } = await example([...MONTHLY, "--start", "2002-01-01", "--interval", "Month"]);
    expect(code).toBe(0);
    expect(stdout).toContain("2002-01-31 to 2010-02-26");
    expect(stdout).toContain("one a month");
    expect(stdout).toContain("alpha (a month)");
    expect(stdout).toContain("restored every month");
    expect(stdout).toMatch(/Volatility a year +\d/);
    expect(stepOf(stdout, 1)).toContain("Warning:");
    expect(stdout.split("Warning:")).toHaveLength(2);
  });

  test("of returns that are farther apart than the interval: no figure a year, and the reason", async () => {
    const { stdout } = await example(MONTHLY);
    expect(stepOf(stdout, 1)).toContain("122 simple returns, farther apart than a day");
    expect(stepOf(stdout, 1)).toMatch(/Dates left out +2418, on which not every series has a price\n/);
    expect(stepOf(stdout, 1)).toContain("Warning:");
    expect(stdout).toMatch(/Volatility a year +not given: the returns are farther apart than a day/);
    expect(stdout).toMatch(/Alpha a year +not given: the returns are farther apart than a day/);
    expect(stdout).not.toContain("every day");
    expect(stdout).toContain("alpha (a period)");
  });

  test("the columns fit the longest symbol", async () => {
    const { stdout } = await example([...MONTHLY, "--interval", "month"]);
    const table = stepOf(stdout, 2).split("\n").slice(2, 6);
    expect(table[3]).toContain("sample:IBM-MONTHLY");
    expect(new Set(table.map((line) => line.length)).size).toBe(1);
    expect(stdout).toMatch(/^ {2}sample:MSFT-MONTHLY {2}\S/m);
  });

  test("of a portfolio that is its own benchmark", async () => {
    const { code, stdout, stderr } = await example(["hedge-report", "--benchmark", "sample:AAPL"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").filter((line) => line.includes("not defined"))).toEqual([
      expect.stringMatching(
        /^ {2}t, p, F, p of F, log-likelihood, AIC, BIC, Durbin-Watson: not defined, the fit is exact/,
      ),
    ]);
    expect(stepOf(stdout, 4)).toContain("The benchmarks explain sample:AAPL exactly");
    expect(stdout.split("\n").length).toBeLessThan(45);
  });

  test("--help names every option, and HEDGEQL_URL", async () => {
    const { code, stdout } = await example(["hedge-report", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--symbol.*--benchmark.*--start.*--end.*--interval.*HEDGEQL_URL/s);
    expect(stdout).toMatch(/--covariance.*--lags.*--confidence.*--risk-free.*--out.*--lookback/s);
  });

  test.each<[string, string[], RegExp]>([
    ["an unknown symbol", ["--symbol", "sample:NOBODY"], /^UNKNOWN_SYMBOL: .*NOBODY/],
    ["an impossible date", ["--start", "2014-02-30"], /^BAD_INPUT: .*2014-02-30/],
    ["an unknown interval", ["--interval", "YEAR"], /^--interval must be day, week or month, got "YEAR"\n/],
    ["an unknown option", ["--symbl", "X"], /--symbl.*[\s\S]*Usage:/],
    ["an unknown covariance", ["--covariance", "hc9"], /^--covariance must be classical, .* or hac, got "hc9"\n/],
    ["lags that are no number", ["--lags", "few"], /^--lags must be a whole number, got "few"\n/],
    ["lags without HAC", ["--lags", "3"], /^BAD_INPUT: lags belongs to HAC, got 3 with CLASSICAL\n/],
    ["a confidence in per cent", ["--confidence", "95"], /^BAD_INPUT: a confidence must be between 0 and 1, got 95\n/],
    ["a folder without a name", ["--out", ""], /^--out must name a folder\n/],
    ["a lookback without a file", ["--lookback", "60"], /^--lookback is for the file: give --out, too\n/],
    [
      "a lookback that is no number",
      ["--out", "x", "--lookback", "1e3"],
      /^--lookback must be a whole number, got "1e3"\n/,
    ],
    ["a risk-free rate in per cent", ["--risk-free", "3%"], /^--risk-free must be a decimal, .*, got "3%"\n/],
  ])("%s: a sentence on the error output, and a code that is not 0", async (_, args, message) => {
    const { code, stdout, stderr } = await example(["hedge-report", ...args]);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });

  test("a server that cannot be reached", async () => {
    const { code, stderr } = await example(["hedge-report"], "http://127.0.0.1:9/graphql");
    expect(code).toBe(1);
    expect(stderr).toBe("NETWORK_ERROR: http://127.0.0.1:9/graphql cannot be reached\n");
  });
});

test("an example that is not there: the list of those that are", async () => {
  const { code, stderr } = await example(["nothing"]);
  expect(code).toBe(2);
  expect(stderr).toContain("one of: beta-report, hedge-report, walk-forward-report\n");
});

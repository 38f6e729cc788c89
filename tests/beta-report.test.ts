import { type Client, createClient } from "@hedgeql/sdk";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf, flowing, percent, runExample, stepOf, widest } from "./example-run.ts";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
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

describe("beta-report", () => {
  const HAC = { covariance: "HAC", confidence: 0.95 } as const;

  test("prints the five steps, in lines that fit a window", async () => {
    const { code, stdout, stderr } = await example(["beta-report"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/1\. The regr.*2\. Beta by.*3\. Alpha by.*4\. Diagnostics.*5\. Rolling/s);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(stdout).not.toMatch(/[^\S\n]$/m);
    expect(widest(stdout)).toBeLessThan(100);
  });

  test("shows the chosen standard errors beside the classical ones", async () => {
    const { stdout } = await example(["beta-report"]);
    const [{ regression }, classical] = await Promise.all([
      hedgeql.regression({ ...QUESTION, inference: HAC }),
      hedgeql.regression(QUESTION),
    ]);
    const step = stepOf(stdout, 1);
    const errors = [regression, classical.regression].map(({ coefficients }) => coefficients[1].standardError);
    expect(cellsOf(step, "sample:^GSPC")[2]).toMatch(new RegExp(`^${errors[0].toFixed(6)}`));
    expect(cellsOf(step, "sample:^GSPC").at(-1)).toBe(errors[1].toFixed(6));
    expect(step).toContain(`HAC with ${regression.covariance.lags} lags`);
    expect(step).toContain(`${(errors[0] / errors[1]).toFixed(2)} times the classical one`);
    const plain = stepOf((await example(["beta-report", "--covariance", "classical"])).stdout, 1);
    expect(plain).toMatch(/Standard errors +classical: /);
    expect(plain).not.toMatch(/interval +classical|times the classical/);
  });

  test("has every estimator's beta, error, bounds and note as the API has them, and how far apart they lie", async () => {
    const { stdout } = await example(["beta-report"]);
    const { betaEstimates } = (await hedgeql.betaEstimates({ ...QUESTION, inference: HAC })).regression;
    const step = flowing(stepOf(stdout, 2));
    const digits = (value: number | null) => value?.toFixed(4) ?? "-";
    for (const { value, standardError, lower, upper, note } of betaEstimates) {
      expect(step).toContain(`${digits(value)} ${digits(standardError)} ${digits(lower)} to ${digits(upper)} `);
      expect(step).toContain(note.split(" ").slice(0, 3).join(" "));
    }
    expect(betaEstimates).toHaveLength(11);
    const values = betaEstimates.map(({ value }) => value ?? Number.NaN);
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    expect(step).toContain(`From ${digits(lowest)} (down) to ${digits(highest)} (Kalman): ${digits(highest - lowest)}`);
    expect(step).toContain("The OLS beta is in the interval of every other estimator.");
  });

  test("names the estimators whose intervals leave the OLS beta out", async () => {
    const { stdout } = await example([...MONTHLY.with(0, "beta-report"), "--interval", "month"]);
    expect(flowing(stepOf(stdout, 2))).toMatch(/Not in the interval of (\S+, )*EWMA(, \S+)*: the OLS beta\./);
  });

  test("has alpha by the year, and in excess of a risk-free rate", async () => {
    const { stdout } = await example(["beta-report", "--risk-free=-0.005", "--interval", "week"]);
    const { regression } = await hedgeql.regression({
      ...QUESTION,
      period: { interval: "WEEK" },
      riskFree: { annualRate: -0.005 },
    });
    const { arithmetic, compounded, jensen } = regression.annualizedAlpha;
    const step = stepOf(stdout, 3);
    expect(cellsOf(step, "Alpha, arithmetic")).toEqual(["Alpha, arithmetic", percent(arithmetic), expect.any(String)]);
    expect(step).toContain("alpha x 52");
    expect(cellsOf(step, "Alpha, compounded")[1]).toBe(percent(compounded));
    expect(cellsOf(step, "Alpha, Jensen")[1]).toBe(percent(jensen));
    expect(flowing(step)).toContain("portfolio - risk-free - beta x (benchmark - risk-free)");
    expect(stdout).toMatch(/Risk-free rate +-0\.50 % a year/);
  });

  test("has every test with its p-value and its meaning, and the dates that move beta most", async () => {
    const { stdout } = await example(["beta-report"]);
    const { diagnostics } = (await hedgeql.diagnostics({ ...QUESTION, inference: HAC })).regression;
    const step = stepOf(stdout, 4);
    const { durbinWatson, ljungBox, jarqueBera, breuschPagan, betaCusum, residualCusum, chow } = diagnostics;
    const tests = { durbinWatson, ljungBox, jarqueBera, breuschPagan, betaCusum, residualCusum, chow };
    const labels = {
      durbinWatson: "Durbin-Watson",
      ljungBox: "Ljung-Box",
      jarqueBera: "Jarque-Bera",
      breuschPagan: "Breusch-Pagan",
      betaCusum: "CUSUM of beta",
      residualCusum: "CUSUM of alpha",
      chow: "Chow",
    };
    for (const [name, label] of Object.entries(labels) as [keyof typeof tests, string][]) {
      const { statistic, pValue, meaning } = tests[name];
      const p = pValue !== null && pValue < 0.0001 ? "<0.0001" : pValue?.toFixed(4);
      expect(flowing(step)).toContain(`${label} ${statistic?.toFixed(3)} ${p}`);
      expect(flowing(step)).toContain(meaning);
    }
    expect(flowing(step)).toContain(`${betaCusum.pValue?.toFixed(4)} ${betaCusum.date} Beta has moved`);
    // No sign of a move has no date.
    expect(step).not.toContain(residualCusum.date);
    for (const { date, change, portfolioReturn } of diagnostics.influence) {
      const sign = (change ?? 0) > 0 ? "+" : "";
      expect(cellsOf(step, date).slice(1, 3)).toEqual([`${sign}${change?.toFixed(4)}`, percent(portfolioReturn)]);
    }
    expect(diagnostics.influence).toHaveLength(5);
  });

  test("has rolling beta by the year, its extremes and a line of bars", async () => {
    const { stdout } = await example(["beta-report", "--window", "100"]);
    const { dates, beta: values } = (await hedgeql.rollingRegression({ ...QUESTION, window: 100 })).regression.rolling;
    const at = (value: number) => [value.toFixed(4), dates.at(values.indexOf(value))];
    const step = stepOf(stdout, 5);
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    expect(step).toContain("windows of 100 returns");
    expect(step).toContain(`${dates.length} windows; the first ends on ${dates.at(0)}, the last on 2018-05-11`);
    expect(cellsOf(step, "Lowest")[1]).toBe(at(lowest).join(" in the window to "));
    expect(cellsOf(step, "Highest")[1]).toBe(at(highest).join(" in the window to "));
    expect(cellsOf(step, "Last")[1]).toContain((values.at(-1) ?? Number.NaN).toFixed(4));
    expect(step).toMatch(/^ {2}[▁▂▃▄▅▆▇█]{72}$/m);
    const ofYear = values.filter((_, i) => dates.at(i)?.startsWith("2016"));
    const [low, high] = [Math.min(...ofYear), Math.max(...ofYear)];
    const ends = [ofYear[0].toFixed(4), ofYear[ofYear.length - 1].toFixed(4)];
    expect(cellsOf(step, "2016")).toEqual(["2016", ...ends, ...at(low), ...at(high)]);
    expect(step.match(/^ {2}20\d\d /gm)).toHaveLength(new Set(dates.toArray().map((date) => date.slice(0, 4))).size);
  });

  test("has no rolling beta where the benchmark stands still: it counts such windows, and leaves their bars out", async () => {
    const days = weekdays("2015-01-01", 301);
    const index = randomReturns(300, 1);
    const halted = index.map((value, t) => (t < 240 ? value : 0));
    const symbol = writePrices(server.dataDir, "asset", days, compounded(withBeta(1.1, index, 0.3, 6_700_417)));
    const benchmark = writePrices(server.dataDir, "halted", days, compounded(halted));
    const args = ["--symbol", symbol, "--benchmark", benchmark, "--window", "50"];
    const { code, stdout } = await example(["beta-report", ...args]);
    expect(code).toBe(0);
    const step = stepOf(stdout, 5);
    expect(step).toContain("251 windows;");
    expect(cellsOf(step, "Without a beta")[1]).toMatch(/^11 windows, /);
    expect(cellsOf(step, "Last")[1]).toBe("not defined");
    expect(step).toMatch(/^ {2}[▁▂▃▄▅▆▇█]{69} {3}$/m);
    expect(stdout).not.toContain("NaN");
  });

  test("of several benchmarks has each step for each, and says which estimators take one only", async () => {
    const { code, stdout } = await example([...MONTHLY.with(0, "beta-report"), "--interval", "month"]);
    expect(code).toBe(0);
    const [, , estimates, , tests, rolling] = stdout.split(/^(?=\d\. [A-Z])/m).map(flowing);
    for (const benchmark of ["sample:^GSPC", "sample:IBM-MONTHLY"]) {
      expect(estimates).toContain(`On ${benchmark}:`);
      expect(tests).toContain(`The dates that move the beta of ${benchmark} most`);
      expect(tests).toMatch(new RegExp(`CUSUM of beta [^%]*${benchmark.replace("^", "\\^")}: `));
      expect(rolling).toContain(`${benchmark} 86 windows`);
    }
    const undefinedOnes = estimates.match(/not defined: defined for one benchmark only, and there are 2/g);
    expect(undefinedOnes).toHaveLength(8);
    expect(tests).toMatch(/Condition 2\.\d\d .*Variance inflation: sample:\^GSPC 1\.\d\d, sample:IBM-MONTHLY 1\.\d\d/);
    expect(widest(stdout)).toBeLessThan(100);
    const betas = await Promise.all(
      ["sample:^GSPC", "sample:IBM-MONTHLY"].map((benchmark) =>
        hedgeql.betaEstimates({
          portfolio: { symbol: "sample:MSFT-MONTHLY" },
          benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"],
          period: { interval: "MONTH" },
          benchmark,
          estimators: ["HUBER"],
        }),
      ),
    );
    for (const { regression } of betas) {
      expect(estimates).toContain(`Huber ${regression.betaEstimates[0].value?.toFixed(4)} `);
    }
  });

  test("of few returns says why a number is missing", async () => {
    const { code, stdout } = await example(["beta-report", "--start", "2013-05-13", "--end", "2013-05-17"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Warning: 4 observations are few");
    const text = flowing(stdout);
    expect(text).toMatch(/Kalman - - - not defined: noise .* needs at least 6 observations, got 4 Blume/);
    expect(text).toMatch(/Ljung-Box - - Not defined: a test of residuals needs at least 5 observations, got 4\./);
    expect(text).toContain("Not given: a window of 252 needs at least as many observations, got 4. --window sets");
  });

  test("of returns that are farther apart than the interval: no alpha a year, and the reason", async () => {
    const { stdout } = await example(["beta-report", "--symbol", "sample:MSFT-MONTHLY"]);
    expect(stepOf(stdout, 3)).toMatch(/Alpha a year +not given: the returns are farther apart than a day/);
    expect(stdout).toContain("alpha (a period)");
  });

  test("of a portfolio that is its own benchmark", async () => {
    const { code, stdout, stderr } = await example(["beta-report", "--benchmark", "sample:AAPL"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("the fit is exact: there are no errors");
    expect(stdout).toContain("No date moves the beta of sample:AAPL: the fit is exact.");
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("--help names its own option too", async () => {
    const { code, stdout } = await example(["beta-report", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/beta-report.*--symbol.*--covariance.*default hac.*--window.*--help.*HEDGEQL_URL/s);
  });

  test.each<[string, string[], RegExp]>([
    ["an unknown symbol", ["--symbol", "sample:NOBODY"], /^UNKNOWN_SYMBOL: .*NOBODY/],
    ["a window of two", ["--window", "2"], /^BAD_INPUT: a window .* at least 3, got 2\n/],
    ["a window that is no number", ["--window", "a year"], /^--window must be a whole number, got "a year"\n/],
    ["a rate that is not in excess of anything", ["--risk-free", "sample:^GSPC"], /^SINGULAR_BENCHMARKS: /],
  ])("%s: a sentence on the error output, and a code that is not 0", async (_, args, message) => {
    const { code, stdout, stderr } = await example(["beta-report", ...args]);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });
});

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Client, createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "./running-server.ts";

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("../scripts/example.ts", import.meta.url));

let server: RunningServer;
let hedgeql: Client;
beforeAll(async () => {
  server = await startServer();
  hedgeql = createClient({ url: server.url });
});
afterAll(() => server.close());

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function example(args: string[], url = server.url): Promise<Outcome> {
  const env = { PATH: process.env.PATH, HEDGEQL_URL: url };
  return run(process.execPath, [SCRIPT, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: Outcome) => ({ code, stdout, stderr }),
  );
}

/** The text from one step's heading to the next one's. */
function stepOf(report: string, number: number): string {
  return report.split(/^(?=\d\. [A-Z])/m)[number];
}

/** The cells of a row: what is at least two spaces apart; a row is known by its beginning. */
function cellsOf(text: string, label: string): string[] {
  const line = text.split("\n").find((one) => one.trimStart().startsWith(label));
  if (line === undefined) throw new Error(`no row begins with "${label}" in\n${text}`);
  return line.trim().split(/ {2,}/);
}

/** Without the breaks between lines. */
function flowing(text: string): string {
  return text.replace(/\s+/g, " ");
}

function widest(report: string): number {
  return Math.max(...report.split("\n").map((line) => line.length));
}

const percent = (value: number | null) => `${((value ?? Number.NaN) * 100).toFixed(2)} %`;

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
    expect(stdout).toMatch(/--covariance.*--lags.*--confidence.*--risk-free/s);
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
    expect(step).toContain("Every interval holds the OLS beta.");
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
    const { dates, beta } = (await hedgeql.rollingRegression({ ...QUESTION, window: 100 })).regression.rolling;
    const values = beta.map((value) => value ?? Number.NaN);
    const at = (value: number) => [value.toFixed(4), dates[values.indexOf(value)]];
    const step = stepOf(stdout, 5);
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    expect(step).toContain("windows of 100 returns");
    expect(step).toContain(`${dates.length} windows; the first ends on ${dates[0]}, the last on 2018-05-11`);
    expect(cellsOf(step, "Lowest")[1]).toBe(at(lowest).join(" in the window to "));
    expect(cellsOf(step, "Highest")[1]).toBe(at(highest).join(" in the window to "));
    expect(cellsOf(step, "Last")[1]).toContain((values.at(-1) ?? Number.NaN).toFixed(4));
    expect(step).toMatch(/^ {2}[▁▂▃▄▅▆▇█]{72}$/m);
    const ofYear = values.filter((_, i) => dates[i].startsWith("2016"));
    const [low, high] = [Math.min(...ofYear), Math.max(...ofYear)];
    const ends = [ofYear[0].toFixed(4), ofYear[ofYear.length - 1].toFixed(4)];
    expect(cellsOf(step, "2016")).toEqual(["2016", ...ends, ...at(low), ...at(high)]);
    expect(step.match(/^ {2}20\d\d /gm)).toHaveLength(new Set(dates.map((date) => date.slice(0, 4))).size);
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

test("an example that is not there: the list of those that are", async () => {
  const { code, stderr } = await example(["nothing"]);
  expect(code).toBe(2);
  expect(stderr).toContain("one of: beta-report, hedge-report\n");
});

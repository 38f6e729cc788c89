import { type Client, createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf, flowing, type Outcome, percent, runExample, stepOf, widest } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
let hedgeql: Client;
/** The report without any options: most of what it shows is read from one run. */
let report: Outcome;
beforeAll(async () => {
  server = await startServer();
  hedgeql = createClient({ url: server.url });
  report = await example([]);
});
afterAll(() => server.close());

const example = (args: string[]) => runExample(["walk-forward-report", ...args], server.url);

const QUESTION = {
  portfolio: { symbol: "sample:AAPL" },
  benchmarks: ["sample:^GSPC"],
  inference: { covariance: "HAC", confidence: 0.95 },
} as const;
const COSTS = { tradingBps: 2, borrowRate: 0.005, cashRate: 0 };
const question = { ...QUESTION, benchmarks: [...QUESTION.benchmarks] };

const digits = (value: number | null, count = 4) => (value ?? Number.NaN).toFixed(count);
const share = (value: number | null, count = 1) => `${((value ?? Number.NaN) * 100).toFixed(count)} %`;

describe("walk-forward-report", () => {
  test("prints the six steps, in lines that fit a window", () => {
    const { code, stdout, stderr } = report;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/1\. The order.*2\. The walk.*3\. What it cost.*4\. Perf.*5\. Estim.*6\. When to act/s);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(stdout).not.toMatch(/[^\S\n]$/m);
    expect(widest(stdout)).toBeLessThan(100);
  });

  test("has the order in whole shares, fitted on the latest returns, with what rounding leaves over", async () => {
    const start = (await hedgeql.hedgedPortfolio(question)).hedgedPortfolio.unhedged.dates.at(-253) ?? null;
    const order = { ...question, period: { start }, value: 1_000_000, wholeShares: true };
    const { hedge, provenance } = (await hedgeql.hedge(order)).hedgedPortfolio;
    expect(provenance.observations).toBe(252);
    const [leg] = hedge.legs;
    const step = stepOf(report.stdout, 1);
    expect(step).toContain("for 1,000,000 USD");
    expect(cellsOf(step, "sample:^GSPC")).toEqual([
      "sample:^GSPC",
      "sell short",
      `${leg.shares}`,
      "2,874.56",
      "2020-04-17",
      leg.notional.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      digits(leg.ratio),
    ]);
    expect(Number.isInteger(leg.shares)).toBe(true);
    expect(step).toContain(`${digits(hedge.residualBeta)} of beta: `);
    expect(step).toContain("Warning: sample:^GSPC: an index cannot be sold");
  });

  test("has promise and fact side by side", async () => {
    const { walkForward } = (await hedgeql.walkForward({ ...question, costs: COSTS })).hedgedPortfolio;
    const { withoutHedge, promised, realized, realizedBetaIsZero } = walkForward;
    const step = stepOf(report.stdout, 2);
    const bounds = ({ lower, upper }: typeof realized) => `${digits(lower)} to ${digits(upper)}`;
    expect(cellsOf(step, "Beta to").slice(1)).toEqual([digits(withoutHedge.beta), "0.0000", digits(realized.beta)]);
    expect(cellsOf(step, "95 % interval").slice(1)).toEqual([bounds(withoutHedge), "-", bounds(realized)]);
    expect(cellsOf(step, "p if beta were 0").slice(1)).toEqual(["<0.0001", "-", digits(realizedBetaIsZero.pValue)]);
    const volatilities = [withoutHedge, promised, realized].map((one) => share(one.annualizedVolatility));
    expect(cellsOf(step, "Volatility a year").slice(1)).toEqual(volatilities);
    const removed = [promised, realized].map(({ effectiveness }) => share(effectiveness));
    expect(cellsOf(step, "Variance removed").slice(1)).toEqual(["-", ...removed]);
    expect(step).toContain("1007 returns that no estimate has seen");
    expect(step).toMatch(/Rebalances +48, all traded/);
    const { pValue } = realizedBetaIsZero;
    expect(pValue).toBeGreaterThan(0.05);
    expect(flowing(step)).toContain(
      `Over all these dates, beta is not shown to differ from 0 (p ${digits(pValue)}). That says nothing of shorter stretches.`,
    );
    expect(step).toMatch(/^ {2}[▁▂▃▄▅▆▇█]{72}$/m);
  });

  test("has the costs, in all and by the year, and performance after them", async () => {
    const { walkForward } = (await hedgeql.walkForward({ ...question, costs: COSTS })).hedgedPortfolio;
    const { cost, costAnnualized, costBreakdown, performance, netPerformance } = walkForward;
    const costs = stepOf(report.stdout, 3);
    expect(cellsOf(costs, "Trading")[1]).toBe(share(costBreakdown.trading, 3));
    expect(cellsOf(costs, "Borrowing")[1]).toBe(share(costBreakdown.borrow, 3));
    expect(cellsOf(costs, "Together").slice(1, 3)).toEqual([share(cost, 3), share(costAnnualized, 3)]);
    const step = stepOf(report.stdout, 4);
    const columns = [performance.unhedged, performance.hedged, netPerformance, performance.benchmark];
    expect(cellsOf(step, "Return a year").slice(1)).toEqual(columns.map((one) => share(one.annualizedReturn)));
    expect(cellsOf(step, "Sharpe").slice(1)).toEqual(columns.map(({ sharpe }) => digits(sharpe, 2)));
    expect(cellsOf(step, "Maximum drawdown").slice(1)).toEqual(
      columns.map(({ maximumDrawdown }) => share(maximumDrawdown?.depth ?? null)),
    );
    expect(cellsOf(step, "to its trough on").slice(1)).toEqual(
      columns.map(({ maximumDrawdown }) => maximumDrawdown?.troughDate),
    );
    expect(cellsOf(step, "Value at risk").slice(1)).toEqual(columns.map((one) => percent(one.valueAtRisk)));
    expect(cellsOf(step, "Treynor").slice(2, 4)).toEqual(["-", "-"]);
    expect(flowing(step)).toContain("Treynor, hedged and after costs: not defined, the confidence interval of beta");
  });

  test("has the ten estimators of least variance in their order, and who leads by what else", async () => {
    const compared = await hedgeql.compareEstimators({ ...question, costs: COSTS, lookbacks: [63, 126, 252] });
    const { compareEstimators } = compared.hedgedPortfolio;
    const step = stepOf(report.stdout, 5);
    const rows = step.split("\n").filter((line) => / to -?\d.* %/.test(line));
    expect(rows.map((line) => line.trim().split(/ {2,}/).slice(1, 3))).toEqual(
      compareEstimators.slice(0, 10).map(({ lookback, realizedBeta }) => [`${lookback}`, digits(realizedBeta)]),
    );
    const own = compareEstimators.findIndex(({ estimator, lookback }) => estimator === "OLS" && lookback === 252);
    expect(step).toContain(`The walk above, OLS over 252, is number ${own + 1}.`);
    expect(step).toContain("Nearest to beta 0: Dimson over 252.");
    expect(flowing(step)).toContain("partly luck");
  });

  test("says whether to act on a ratio of a year ago, with the trade and its cost", async () => {
    const { walkForward } = (await hedgeql.walkForward(question)).hedgedPortfolio;
    const { dates, legs } = walkForward.rebalances;
    const index = dates.findLastIndex((date) => date <= "2017-05-11");
    const ratios = [legs[0].estimates[index] ?? Number.NaN];
    const { rebalanceAdvice } = (
      await hedgeql.rebalanceAdvice({
        ...question,
        ratios,
        since: dates[index],
        lookback: 252,
        value: 1_000_000,
        wholeShares: true,
        tradingBps: 2,
      })
    ).hedgedPortfolio;
    const [leg] = rebalanceAdvice.legs;
    const step = stepOf(report.stdout, 6);
    expect(step).toContain(`Set by the walk on ${dates[index]}`);
    const then = [leg.ratioThen, leg.ratioNow, leg.estimate].map((ratio) => digits(ratio));
    expect(cellsOf(step, "sample:^GSPC").slice(1, 6)).toEqual([...then, "sell", `${leg.tradeShares}`]);
    expect(flowing(step)).toContain(`Act ${rebalanceAdvice.act ? "yes" : "no"}: ${rebalanceAdvice.reason}`);
    expect(step).toContain(`${digits(rebalanceAdvice.costValue, 2)} USD`);
  });

  test("of several benchmarks and other instruments: a beta to each, a leg and a ratio of each, once a warning", async () => {
    const args =
      "--symbol sample:MSFT-MONTHLY --benchmark sample:^GSPC --benchmark sample:IBM-MONTHLY --interval month " +
      "--hedge-with sample:^GSPC --hedge-with sample:AMZN-MONTHLY --risk-free 0.02 --confidence 0.9";
    const { code, stdout, stderr } = await example(args.split(" "));
    expect([code, stderr]).toEqual([0, ""]);
    const walk = stepOf(stdout, 2);
    expect(cellsOf(walk, "Beta to sample:IBM-MONTHLY")[2]).toBe("-");
    expect(walk).toContain("90 % interval");
    expect(walk).toContain("p if 0, all betas together");
    for (const symbol of ["sample:^GSPC", "sample:AMZN-MONTHLY"]) {
      expect(walk).toContain(`The ratio of ${symbol} that was held:`);
      expect(cellsOf(stepOf(stdout, 1), symbol)).toHaveLength(7);
      expect(cellsOf(stepOf(stdout, 6), symbol)).toHaveLength(7);
    }
    const warnings = flowing(stdout).match(/Warning: [^.]*/g) ?? [];
    expect(new Set(warnings).size).toBe(warnings.length);
    expect(widest(stdout)).toBeLessThan(100);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("of a portfolio that is its own benchmark: nothing is left, and each reason why a figure is missing", async () => {
    const { code, stdout } = await example(["--benchmark", "sample:AAPL"]);
    expect(code).toBe(0);
    expect(cellsOf(stepOf(stdout, 2), "Variance removed").at(-1)).toBe("100.0 %");
    expect(stepOf(stdout, 4)).toContain("Sharpe, hedged: not defined, the excess returns do not vary.");
    expect(stepOf(stdout, 5)).toMatch(/Nearest to beta 0: \d+ of them alike\./);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("--help names its own options too", async () => {
    const { code, stdout } = await example(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /--symbol.*--hedge-with.*--value.*--lookback.*--rebalance-every.*--trading-bps.*HEDGEQL_URL/s,
    );
    expect(widest(stdout)).toBeLessThan(100);
  });

  test.each<[string, string[], RegExp]>([
    ["a value below 0", ["--value=-3"], /^BAD_INPUT: .*above 0, got -3\n/],
    ["a lookback longer than the history", ["--lookback", "2000"], /^INSUFFICIENT_DATA: .*2000.*got 1259\n/],
    ["a lookback of two", ["--lookback", "2"], /^BAD_INPUT: a lookback must be .* at least 3, got 2\n/],
    ["a rebalance every 0 days", ["--rebalance-every", "0"], /^BAD_INPUT: rebalanceEvery .* at least 1, got 0\n/],
    ["negative costs", ["--trading-bps=-1"], /^BAD_INPUT: tradingBps .*got -1\n/],
    ["an unknown estimator", ["--estimator", "bayes"], /^--estimator must be ols, .* or theil_sen, got "bayes"\n/],
    [
      "monthly prices by day",
      ["--symbol", "sample:MSFT-MONTHLY"],
      /^The returns are farther apart than a day: --interv/,
    ],
  ])("%s: a sentence on the error output, and a code that is not 0", async (_, args, message) => {
    const { code, stdout, stderr } = await example(args);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });
});

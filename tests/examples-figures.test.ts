import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf, flowing, runExample } from "./example-run.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
let hedgeql: Client;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  hedgeql = createClient({ url: server.url });
  folder = mkdtempSync(join(tmpdir(), "hedgeql-examples-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const run = (...args: string[]) => runExample(args, server.url);
const percent = (value: number | null, digits = 1) => `${(100 * (value ?? Number.NaN)).toFixed(digits)} %`;
const money = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 0 });

const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

describe("hedge-one-stock", () => {
  test("its beta and its number of returns are the golden ones", async () => {
    const { stdout } = await run("hedge-one-stock");
    expect(stdout).toContain(`beta   ${(0.993391718788).toFixed(4)} (`);
    expect(stdout).toContain("\n1,259 returns, a day each, of prices from 2013-05-13 to 2018-05-11\n");
  });

  test("order, promise and fact are those of the API, for the value and the lookback that are given", async () => {
    const { stdout } = await run("hedge-one-stock", "--value", "250000", "--lookback", "126");
    const [{ hedgedPortfolio: sized }, { hedgedPortfolio: walked }] = await Promise.all([
      hedgeql.hedge({ ...AAPL, value: 250_000, lookback: 126, wholeShares: true }),
      hedgeql.walkForward({ ...AAPL, lookback: 126 }),
    ]);
    const [leg] = sized.hedge.legs;
    expect(stdout).toContain(`SELL ${leg.quantity} sample:^GSPC at 2,874.56 of 2020-04-17: ${money(leg.notional)} USD`);
    expect(stdout).toContain(`the beta of the latest 126 returns, ${leg.exactRatio.toFixed(4)}\n`);
    const { promised, realized } = walked.walkForward;
    expect(stdout).toContain(`${percent(sized.hedge.effectiveness)} this order`);
    expect(stdout).toContain(
      `${percent(promised.effectiveness)} the ${walked.walkForward.rebalances.dates.length} orders`,
    );
    expect(stdout).toContain(`${percent(realized.effectiveness)} the same ones`);
  });

  test("warnings are said once: those of the regression, and those of the order", async () => {
    const warnings = flowing((await run("hedge-one-stock")).stdout).split("Warnings")[1];
    expect(warnings.match(/the beta to sample:\^GSPC moved/g)).toHaveLength(1);
    expect(warnings).toContain("an index cannot be sold");
  });

  test("a lookback as long as the sample: the code, how many there are and were needed, and 1", async () => {
    const { code, stdout, stderr } = await run("hedge-one-stock", "--lookback", "2000");
    expect([code, stdout]).toEqual([1, ""]);
    // Order and walk both fail by it, in words of their own.
    expect(stderr).toMatch(/^INSUFFICIENT_DATA: a lookback of 2000 .+, got 1259\n$/);
  });

  test.each([
    [["--interval", "year"], 'Value "YEAR" does not exist in "Interval" enum'],
    [["--value", "much"], 'variables must hold finite numbers, got NaN at "value"'],
    [["--lookback", "2.5"], "Int cannot represent non-integer value: 2.5"],
  ])("%j: the rule, and 2", async (args, rule) => {
    const { code, stdout, stderr } = await run("hedge-one-stock", ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(rule);
  });
});

describe("hedge-a-book", () => {
  const HOLDINGS = [
    { symbol: "sample:MSFT-MONTHLY", shares: 2000 },
    { symbol: "sample:AMZN-MONTHLY", shares: 500 },
  ];

  test("by shares: the book is worth its shares at their latest closes, and the legs are the API's", async () => {
    const { stdout } = await run("hedge-a-book");
    const closes = await Promise.all(HOLDINGS.map(({ symbol }) => hedgeql.prices({ symbol })));
    const value = closes.reduce(
      (sum, { asset }, i) => sum + HOLDINGS[i].shares * Number(asset.prices.adjustedCloses.at(-1)),
      0,
    );
    expect(stdout).toContain(`A book worth ${money(value)} USD: `);
    const { hedge } = (
      await hedgeql.hedge({
        portfolio: { holdings: HOLDINGS },
        benchmarks: ["sample:^GSPC", "sample:AAPL-MONTHLY"],
        hedgeWith: ["sample:IBM-MONTHLY", "sample:AAPL-MONTHLY"],
        period: { interval: "MONTH" },
        value,
        wholeShares: true,
      })
    ).hedgedPortfolio;
    for (const { symbol, quantity, notional, ratio } of hedge.legs) {
      const cells = cellsOf(stdout, `SELL ${symbol}`);
      expect([cells[1], cells[4], cells[5]]).toEqual([money(quantity), money(notional), ratio.toFixed(4)]);
    }
    for (const { benchmark, hedgedBeta, residualValue } of hedge.neutrality) {
      expect(cellsOf(stdout.split("Beta to")[1], benchmark).slice(2)).toEqual([
        hedgedBeta.toFixed(4),
        money(residualValue),
      ]);
    }
    expect(stdout).toContain(`the order removes ${percent(hedge.effectiveness)} of the variance`);
  });

  test("by weight, of a value that is given", async () => {
    const { stdout } = await run(
      "hedge-a-book",
      ..."--by weight --value 1000000 --holding sample:MSFT-MONTHLY=0.6 --holding sample:AMZN-MONTHLY=0.4".split(" "),
    );
    expect(stdout).toContain("A book worth 1,000,000 USD: ");
    expect(stdout).not.toContain("the weights of these shares");
  });

  test("an index among the instruments: the warning, and what it means for the order", async () => {
    const { code, stdout } = await run(
      "hedge-a-book",
      ..."--hedge-with sample:^GSPC --hedge-with sample:IBM-MONTHLY".split(" "),
    );
    expect(code).toBe(0);
    expect(flowing(stdout)).toContain("sample:^GSPC: an index cannot be sold");
    expect(stdout).toContain("\nOf an index there are no shares: trade a fund or a future on it for that money.\n");
  });

  test.each([
    [["--holding", "sample:AAPL"], '"sample:AAPL" is not SYMBOL=NUMBER'],
    [["--holding", "sample:AAPL=many"], '"sample:AAPL=many" is not SYMBOL=NUMBER'],
    [["--by", "feel"], '--by must be shares or weight, got "feel"'],
    [["--by", "weight"], "--by weight needs the book's --value"],
    [["--holding", "sample:MSFT-MONTHLY=-5"], "holdings by shares must be worth more than 0 on every date"],
  ])("%j: the rule, and 2", async (args, rule) => {
    const { code, stdout, stderr } = await run("hedge-a-book", ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(rule)).toBe(true);
    expect(stderr).toContain("\n\nUsage: pnpm example hedge-a-book ");
  });
});

describe("screen-a-list", () => {
  test("the largest beta first; a symbol that fails says why after the others, and is no failure", async () => {
    const { code, stdout } = await run("screen-a-list");
    expect(code).toBe(0);
    const betas = [...stdout.matchAll(/^sample:[A-Z-]+ +(\d\.\d+)/gm)].map(([, beta]) => Number(beta));
    expect(betas).toHaveLength(6);
    expect(betas).toEqual(betas.toSorted((one, other) => other - one));
    expect(stdout).toMatch(/^sample:TSLA: UNKNOWN_SYMBOL: the bundled sample has no TSLA/m);
  });

  test("by the t of alpha, of which an exact fit has none, and to a file with all digits", async () => {
    const csv = join(folder, "screen.csv");
    const symbols = ["sample:^GSPC", "sample:AAPL", "sample:GOOG-MONTHLY", "sample:NOBODY"];
    const { stdout } = await run("screen-a-list", ...symbols, ..."--sort t --interval day --csv".split(" "), csv);
    expect([...stdout.matchAll(/^sample:\S+/gm)].map(([symbol]) => symbol)).toEqual([
      "sample:GOOG-MONTHLY",
      "sample:AAPL",
      "sample:^GSPC",
      "sample:NOBODY:",
    ]);
    expect(cellsOf(stdout, "sample:^GSPC")[4]).toBe("-");
    const [header, , aapl, , nobody] = readFileSync(csv, "utf8").split("\n");
    const row = Object.fromEntries(header.split(",").map((name, i) => [name.replaceAll('"', ""), aapl.split(",")[i]]));
    expect(Number(row.beta)).toBeCloseTo(0.993391718788, 11);
    expect(row).toMatchObject({ symbol: '"sample:AAPL"', observations: "1259", lastDate: '"2018-05-11"', reason: "" });
    expect(nobody).toMatch(/^"sample:NOBODY",,,,,,,,,"UNKNOWN_SYMBOL: the bundled sample has no NOBODY; [^"]+"$/);
  });

  test("a file that cannot be written: what and why, and 1", async () => {
    const csv = join(folder, "nowhere", "screen.csv");
    const { code, stdout, stderr } = await run("screen-a-list", "sample:AAPL", "--csv", csv);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(`ENOENT: no such file or directory, open '${csv}'\n`);
    expect(existsSync(csv)).toBe(false);
  });

  test("another order: the rule, and 2", async () => {
    const { code, stderr } = await run("screen-a-list", "--sort", "name");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^--sort must be beta or t, got "name"\n/);
  });
});

describe("compare-estimators", () => {
  test("a row each in the order of the API, with its places; how long the call took is beside it", async () => {
    const args = "--estimator ols --estimator ewma --lookback 126 --lookback 252 --order-by realized_beta".split(" ");
    const { stdout, stderr } = await run("compare-estimators", ...args);
    const { compareEstimators } = (
      await hedgeql.compareEstimators({
        ...AAPL,
        estimators: ["OLS", "EWMA"],
        lookbacks: [126, 252],
        orderBy: "REALIZED_BETA",
        costs: { tradingBps: 2 },
      })
    ).hedgedPortfolio;
    const rows = stdout
      .split("\n")
      .slice(4, 8)
      .map((row) => row.trim().split(/ {2,}/));
    expect(rows).toEqual(
      compareEstimators.map(({ estimator, lookback, realizedBeta, lower, upper, effectiveness, netReturn, ranks }) => [
        estimator,
        `${lookback}`,
        `${realizedBeta?.toFixed(3)} (${lower?.toFixed(3)} to ${upper?.toFixed(3)})`,
        percent(effectiveness),
        percent(netReturn),
        `${ranks?.hedgedVariance}`,
        `${ranks?.realizedBeta}`,
      ]),
    );
    expect(stderr).toMatch(/^CompareEstimators, attempt 1: answered after \d+ ms\n$/);
  });

  test("an estimator that there is not: what was given, and 2", async () => {
    const { code, stderr } = await run("compare-estimators", "--estimator", "guess");
    expect(code).toBe(2);
    expect(stderr).toContain('Value "GUESS" does not exist in "BetaEstimator" enum');
  });
});

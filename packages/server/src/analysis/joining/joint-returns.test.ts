import { parseDate, priceSeries, returnSeries } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import type { PriceHistory } from "../../prices/price-history.ts";
import { HedgeAnalysis } from "../hedge/hedge-analysis.ts";
import { readInference } from "../regression/inference.ts";
import { WorkBudget } from "../work-budget.ts";
import { type AnalysisRequest, type JointReturns, loadJointReturns } from "./joint-returns.ts";
import { type PortfolioInput, readPortfolio } from "./portfolio.ts";

/** Prices by day of January 2024. */
function history(id: string, prices: Record<number, number>, currency: string | null = "USD"): PriceHistory {
  const dates = Object.keys(prices).map((day) => parseDate("2024-01-01") + Number(day) - 1);
  const series = priceSeries(Int32Array.from(dates), Float64Array.from(Object.values(prices)));
  const about = { name: id, currency, exchange: null, source: "CSV", retrievedAt: null, stale: null } as const;
  return { id, symbol: id, prices: series, ...about };
}

const A = history("A", { 2: 100, 3: 110, 4: 99, 5: 99, 8: 108.9 });
/** Was closed on the 4th. */
const B = history("B", { 1: 7, 2: 10, 3: 11, 5: 22, 8: 11, 9: 12 });

function joint(portfolio: PortfolioInput, histories: PriceHistory[], more: Partial<AnalysisRequest> = {}) {
  const load = async (symbol: string) => {
    const found = histories.find(({ id }) => id === symbol);
    if (found === undefined) throw new Error(`${symbol} was not expected`);
    return found;
  };
  return loadJointReturns(load, {
    portfolio: readPortfolio(portfolio),
    benchmarks: ["B"],
    period: {},
    interval: "DAY",
    returnKind: "SIMPLE",
    riskFree: { kind: "none" },
    ...more,
  });
}

const hedgeOf = (returns: JointReturns) =>
  new HedgeAnalysis(returns, readInference(null), { budget: new WorkBudget(), today: 0 });
const days = (dates: Int32Array) => Array.from(dates, (date) => date - parseDate("2024-01-01") + 1);
const rounded = (values: Float64Array) => Array.from(values, (value) => Number(value.toFixed(10)));

describe("prices are joined first, and returns taken of what is left", () => {
  test("across a date that one of them lacks, both have a return of two days", async () => {
    const { dates, portfolio, benchmarks, datesDropped, firstDate, lastDate } = await joint({ symbol: "A" }, [A, B]);
    expect(days(dates)).toEqual([3, 5, 8]);
    expect(rounded(portfolio)).toEqual([0.1, -0.1, 0.1]);
    expect(rounded(benchmarks[0])).toEqual([0.1, 1, -0.5]);
    expect(datesDropped).toBe(1);
    expect(days(Int32Array.of(firstDate, lastDate))).toEqual([2, 8]);
  });

  test("a period bounds the prices: n prices give n − 1 returns", async () => {
    const period = { start: parseDate("2024-01-03"), end: parseDate("2024-01-05") };
    const { dates, portfolio } = await joint({ symbol: "A" }, [A, B], { period });
    expect(days(dates)).toEqual([5]);
    expect(rounded(portfolio)).toEqual([-0.1]);
  });
});

describe("holdings", () => {
  const holdings = (kind: "weight" | "shares", a: number, b: number) => ({
    holdings: [
      { symbol: "A", [kind]: a },
      { symbol: "B", [kind]: b },
    ],
  });

  test("by weight are rebalanced every period", async () => {
    const { portfolio } = await joint(holdings("weight", 0.25, 0.75), [A, B]);
    expect(rounded(portfolio)).toEqual([0.1, 0.725, -0.35]);
  });

  test("by weight, as log returns: of the portfolio, not the mean of the holdings' own", async () => {
    const { portfolio } = await joint(holdings("weight", 0.25, 0.75), [A, B], { returnKind: "LOG" });
    expect(rounded(portfolio)).toEqual(
      [Math.log(1.1), Math.log(1.725), Math.log(0.65)].map((x) => Number(x.toFixed(10))),
    );
  });

  test("by shares are bought and held", async () => {
    const { portfolio } = await joint(holdings("shares", 1, 10), [A, B]);
    // 200, 220, 319, 218.9
    expect(rounded(portfolio)).toEqual([0.1, 0.45, Number((218.9 / 319 - 1).toFixed(10))]);
  });

  test("by shares in two currencies have no sum", async () => {
    const euro = history("B", { 2: 10, 3: 11, 4: 12 }, "EUR");
    await expect(joint(holdings("shares", 1, 10), [A, euro])).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(/A is in USD, B in EUR/),
    });
    expect((await joint(holdings("weight", 0.5, 0.5), [A, euro])).warnings).toContainEqual(
      expect.objectContaining({ code: "CURRENCIES_DIFFER" }),
    );
  });

  test("of a value that falls through 0 have no return", async () => {
    const request = joint(holdings("shares", 1, -6), [A, B]);
    await expect(request).rejects.toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("2024-01-05") });
  });
});

describe("a portfolio's own returns", () => {
  const own = (days: number[], values: number[]) => ({
    returns: { dates: days.map((day) => parseDate("2024-01-01") + day - 1), values },
  });

  test("the benchmark's return runs from the portfolio's previous date; the first, from its own previous close", async () => {
    const { dates, portfolio, benchmarks } = await joint(own([3, 5, 8], [0.01, 0.02, 0.03]), [B]);
    expect(days(dates)).toEqual([3, 5, 8]);
    expect(rounded(portfolio)).toEqual([0.01, 0.02, 0.03]);
    expect(rounded(benchmarks[0])).toEqual([0.1, 1, -0.5]);
  });

  test("a date that the benchmark lacks is compounded into the next", async () => {
    const { dates, portfolio, datesDropped } = await joint(own([3, 4, 5], [0.01, 0.1, 0.1]), [B]);
    expect(days(dates)).toEqual([3, 5]);
    expect(rounded(portfolio)).toEqual([0.01, 0.21]);
    expect(datesDropped).toBe(1);
  });

  test("where the benchmark has no previous close, the first return has no counterpart", async () => {
    const { dates, portfolio } = await joint(own([1, 2, 3], [0.5, 0.02, 0.03]), [B]);
    expect(days(dates)).toEqual([2, 3]);
    expect(rounded(portfolio)).toEqual([0.02, 0.03]);
  });
});

describe("what is rounding, and what is not", () => {
  const wild = (owner: number) => Array.from({ length: 120 }, (_, i) => 50 + 20 * Math.sin((i + 1) * (i + 3) * owner));
  const prices = (values: number[]) => Object.fromEntries(values.map((value, i) => [i + 1, value]));
  const [x, y] = [history("B", prices(wild(1))), history("A", prices(wild(2)))];

  test("a portfolio of tiny weights moves, as one of large ones does", async () => {
    const rSquared = async (weight: number) => {
      const analysis = hedgeOf(await joint({ holdings: [{ symbol: "A", weight }] }, [y, x]));
      return analysis.regression.regression.rSquared;
    };
    expect(await rSquared(1e-14)).toBeCloseTo((await rSquared(1)) ?? Number.NaN, 10);
  });

  test("a thousand shares against nearly as many of the same leave rounding, and no regression of it", async () => {
    const holdings = [
      { symbol: "B", shares: 1000 },
      { symbol: "B", shares: -999 },
    ];
    const { regression, verification } = hedgeOf(await joint({ holdings }, [x]));
    expect(regression.regression).toMatchObject({ rSquared: 1, fStatistic: null });
    expect(verification.regression.rSquared).toBeNull();
  });
});

test("a month is over when the benchmarks have none of it left, though the portfolio ends in it", async () => {
  // Good Friday 2018 was 30 March.
  const dates = ["2018-01-31", "2018-02-28", "2018-03-29", "2018-04-02", "2018-04-30"].map(parseDate);
  const index = { ...B, prices: priceSeries(Int32Array.from(dates), Float64Array.of(1, 2, 3, 4, 5)) };
  const returns = { dates: dates.slice(1, 3), values: [0.1, 0.2] };
  const { dates: kept, warnings } = await joint({ returns }, [index], { interval: "MONTH" });
  expect(Array.from(kept)).toEqual([dates[1], dates[2]]);
  expect(warnings.map(({ code }) => code)).not.toContain("INCOMPLETE_PERIOD");
});

test("own returns before and after the benchmarks' prices are counted in a warning", async () => {
  const day = (number: number) => parseDate("2024-01-01") + number - 1;
  const returns = { dates: [-5, -4, -3, 1, 2, 3, 9, 10, 11].map(day), values: new Array(9).fill(0.01) };
  const { warnings } = await joint({ returns }, [B]);
  expect(warnings.find(({ code }) => code === "RETURNS_LEFT_OUT")?.message).toMatch(/^5 of the portfolio's 9 returns/);
});

test("only what is asked for is computed: a hedge that cannot be fitted still gives the portfolio's own returns", async () => {
  const flat = history("B", { 2: 10, 3: 10, 4: 10, 5: 10, 8: 10 });
  const analysis = hedgeOf(await joint({ symbol: "A" }, [A, flat]));
  expect(rounded(analysis.joint.portfolio)).toEqual([0.1, -0.1, 0, 0.1]);
  expect(() => analysis.regression.made()).toThrow(expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }));
});

test("no step is computed twice", async () => {
  const analysis = hedgeOf(await joint({ symbol: "A" }, [A, B]));
  expect(analysis.regression.regression).toBe(analysis.regression.regression);
  expect(analysis.hedged).toBe(analysis.hedged);
  expect(analysis.verification).toBe(analysis.verification);
});

test("a risk-free series that covers less than the others shortens the sample, and warns", async () => {
  const day = (number: number) => parseDate("2024-01-01") + number - 1;
  const rates = (days: number[]) => ({
    kind: "returns" as const,
    returns: returnSeries(Int32Array.from(days, day), new Float64Array(days.length).fill(1e-4)),
  });
  const codes = async (days: number[]) => {
    const { warnings, dates } = await joint({ symbol: "A" }, [A, B], { riskFree: rates(days) });
    return [dates.length, ...warnings.map(({ code }) => code)];
  };
  expect(await codes([3, 4, 5, 8])).toEqual([3, "FEW_OBSERVATIONS"]);
  expect(await codes([4, 5, 8])).toEqual([2, "RISK_FREE_SHORTENS", "FEW_OBSERVATIONS"]);
  expect(await codes([3, 4, 5])).toEqual([2, "RISK_FREE_SHORTENS", "FEW_OBSERVATIONS"]);
});

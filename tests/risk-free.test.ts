import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@hedgeql/sdk";
import {
  chart,
  startYahooStandIn,
  weekdayBars,
  weekdays,
  type YahooStandIn,
} from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { changes, mean, type Numbers } from "./price-files.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

let yahoo: YahooStandIn;
let server: RunningServer;
beforeAll(async () => {
  yahoo = await startYahooStandIn();
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
  mkdirSync(join(server.dataDir, "csv"), { recursive: true });
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
  await yahoo.close();
});

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
type Variables = Parameters<ReturnType<typeof client>["hedgedPortfolio"]>[0];
const hedge = async (variables: Partial<Variables> = {}) =>
  (await client().hedgedPortfolio({ ...AAPL, ...variables })).hedgedPortfolio;

function agree(actual: number | null, truth: number, label: string, digits = 9): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(digits);
}

function writePrices(name: string, dates: readonly string[], prices: readonly number[]): string {
  const rows = dates.map((date, i) => `${date},${prices[i]}`);
  writeFileSync(join(server.dataDir, "csv", `${name}.csv`), `date,adjustedClose\n${rows.join("\n")}\n`);
  return `csv:${name}`;
}

/** A line by the textbook's sums. */
function line(y: readonly number[], x: readonly number[]) {
  const [meanY, meanX] = [mean(y), mean(x)];
  const sum = (term: (t: number) => number) => y.reduce((total, _, t) => total + term(t), 0);
  const beta = sum((t) => (y[t] - meanY) * (x[t] - meanX)) / sum((t) => (x[t] - meanX) ** 2);
  return { alpha: meanY - beta * meanX, beta };
}

const less = (values: Numbers, rates: Numbers) => Array.from(values, (value, t) => value - rates[t]);

describe("3 % a year", () => {
  // By numpy 1.24.2 and statsmodels 0.13.5 from packages/server/sample-data: alpha, beta, the standard error of alpha, and
  // alpha by the year (arithmetic, compounded, Jensen's). Weeks and months end on the last session of each; May 2018 is
  // left out because it is still running.
  test.each([
    ["DAY", "SIMPLE", 252, 1259, 0.0007111806312251878, 0.9933917187878434, 0.00035030466081062395],
    ["DAY", "LOG", 252, 1259, 0.000634651616000137, 0.9915048811116343, 0.0003498522468066776],
    ["WEEK", "SIMPLE", 52, 260, 0.0037323546132533416, 1.040579277483517, 0.001869526937818147],
    ["WEEK", "LOG", 52, 260, 0.0032672151241506923, 1.0443012871514752, 0.0018494476289733063],
    ["MONTH", "SIMPLE", 12, 59, 0.012372964801558403, 1.2707453592389109, 0.008124948842184987],
    ["MONTH", "LOG", 12, 59, 0.010330215707864314, 1.2633738526342473, 0.008047572373139932],
  ] as const)("%s, %s: %i periods a year", async (interval, returnKind, perYear, n, alpha, beta, standardError) => {
    const riskFree = { annualRate: 0.03 };
    const { regression } = await client().regression({ ...AAPL, period: { interval }, returnKind, riskFree });
    expect(regression.observations).toBe(n);
    expect(regression.provenance.periodsPerYear).toBe(perYear);
    agree(regression.alpha, alpha, "alpha");
    agree(regression.beta, beta, "beta");
    agree(regression.coefficients[0].standardError, standardError, "standard error of alpha");
    const { annualRate, symbol, annualizedRate } = regression.provenance.riskFree!;
    expect([annualRate, symbol]).toEqual([0.03, null]);
    agree(annualizedRate, 0.03, "annualised rate");
  });

  test.each([
    ["DAY", "SIMPLE", 0.17921751906874733, 0.1962047317278781, 0.19187884059279575],
    ["DAY", "LOG", 0.15993220723203452, 0.17343131813821255, 0.19202609757149258],
    ["WEEK", "SIMPLE", 0.19408243988917376, 0.2137577749742552, 0.20535174859478256],
    ["MONTH", "LOG", 0.12396258849437178, 0.1319735213732327, 0.14918282965096052],
  ] as const)(
    "%s, %s: alpha by the year, Jensen's with the rate",
    async (interval, returnKind, arithmetic, compounded, jensen) => {
      const { regression } = await hedge({ period: { interval }, returnKind, riskFree: { annualRate: 0.03 } });
      agree(regression.annualizedAlpha.arithmetic, arithmetic, "arithmetic");
      agree(regression.annualizedAlpha.compounded, compounded, "compounded");
      agree(regression.annualizedAlpha.jensen, jensen, "Jensen's");
    },
  );

  test.each(["SIMPLE", "LOG"] as const)("%s: all series of a hedge are excess returns", async (returnKind) => {
    const total = await hedge({ returnKind });
    const excess = await hedge({ returnKind, riskFree: { annualRate: 0.03 } });
    expect(total.provenance.riskFree).toBeNull();
    const rate = returnKind === "LOG" ? Math.log(1.03) / 252 : 1.03 ** (1 / 252) - 1;
    total.unhedged.values.forEach((value, t) => {
      expect(excess.unhedged.values[t]).toBeCloseTo(value - rate, 15);
      expect(excess.benchmarks[0].values[t]).toBeCloseTo(total.benchmarks[0].values[t] - rate, 15);
      const hedged = excess.unhedged.values[t] - excess.regression.beta * excess.benchmarks[0].values[t];
      expect(excess.returns.values[t]).toBeCloseTo(hedged, 15);
    });
    // Short beta of the benchmark and beta in bills, less one of bills: a beta of 1 makes no difference of the rate.
    agree(excess.verification.alpha, excess.regression.alpha, "alpha", 11);
    expect(Math.abs(excess.verification.beta)).toBeLessThan(1e-12);
  });

  test("up and down betas are split at the rate", async () => {
    const estimators = ["UP", "DOWN"] as const;
    const variables = { ...AAPL, riskFree: { annualRate: 0.03 }, estimators: [...estimators] };
    const [up, down] = (await client().betaEstimates(variables)).regression.betaEstimates;
    // By statsmodels 0.13.5, as above.
    agree(up.value, 1.0843286719591427, "up");
    agree(down.value, 0.9762809956551182, "down");
    expect(up.note).toContain("667 periods");
    expect(down.note).toContain("592 periods");
  });

  test("a rate of 0 is no rate, but is said", async () => {
    const { regression, provenance } = await hedge({ riskFree: { annualRate: 0 } });
    expect(provenance.riskFree).toEqual({ annualRate: 0, symbol: null, annualizedRate: 0 });
    // Another question, whose provenance names the rate, has another id.
    const { id, ...without } = (await hedge()).regression;
    expect(regression).toMatchObject(without);
    expect(regression.id).not.toBe(id);
  });

  test("windows, Kalman and the diagnostics are of excess returns too", async () => {
    const riskFree = { annualRate: 0.03 };
    const { regression } = await client().regression({ ...AAPL, riskFree });
    const { expanding } = (await client().expandingRegression({ ...AAPL, riskFree, minimum: 1000 })).regression;
    agree(expanding.alpha.at(-1)!, regression.alpha, "expanding");
    const noise = { observation: 1e-4, alpha: 0, betas: [0] };
    const { kalman } = (await client().kalmanRegression({ ...AAPL, riskFree, noise })).regression;
    agree(kalman.alpha.at(-1)!, regression.alpha, "Kalman");
    const { influence } = (await client().diagnostics({ ...AAPL, riskFree })).regression.diagnostics;
    const { unhedged } = await hedge({ riskFree });
    for (const { date, portfolioReturn } of influence) {
      expect(portfolioReturn).toBe(unhedged.values[unhedged.dates.indexOf(date)]);
    }
  });
});

describe("a fund of bills", () => {
  /** Grows by 0 to 5 % a year, more of it later. */
  const growing = (dates: readonly string[]) => {
    let price = 100;
    return dates.map((_, i) => {
      price *= 1 + (0.05 / 252) * (i / dates.length);
      return price;
    });
  };
  const dates = async () => (await client().prices({ symbol: "sample:AAPL" })).asset.prices.dates.toArray();

  test.each([
    ["DAY", "SIMPLE", 252],
    ["DAY", "LOG", 252],
    ["WEEK", "SIMPLE", 52],
    ["MONTH", "LOG", 12],
  ] as const)(
    "%s, %s: by its symbol, by its returns, and by hand it is the same",
    async (interval, returnKind, perYear) => {
      const days = await dates();
      const prices = growing(days);
      const symbol = writePrices("bills", days, prices);
      const returns = { dates: days.slice(1), values: changes(prices) };
      const variables = { period: { interval }, returnKind } as const;
      const total = await hedge(variables);
      const bySymbol = await hedge({ ...variables, riskFree: { symbol } });
      const byReturns = await hedge({ ...variables, riskFree: { returns } });
      const priceOf = new Map(days.map((day, i) => [day, prices[i]]));
      const ends = [total.provenance.firstDate, ...total.unhedged.dates].map((day) => priceOf.get(day) as number);
      const rates = changes(ends).map((rate) => (returnKind === "LOG" ? Math.log1p(rate) : rate));
      const byHand = line(less(total.unhedged.values, rates), less(total.benchmarks[0].values, rates));
      for (const { regression } of [bySymbol, byReturns]) {
        expect(regression.observations).toBe(total.regression.observations);
        agree(regression.alpha, byHand.alpha, "alpha");
        agree(regression.beta, byHand.beta, "beta");
      }
      const annual = (ends.at(-1)! / ends[0]) ** (perYear / rates.length) - 1;
      expect(bySymbol.provenance.riskFree).toMatchObject({ annualRate: null, symbol: "csv:bills" });
      expect(byReturns.provenance.riskFree).toMatchObject({ annualRate: null, symbol: null });
      for (const { provenance } of [bySymbol, byReturns]) agree(provenance.riskFree!.annualizedRate, annual, "a year");
      expect(bySymbol.provenance.assets.map(({ id }) => id)).toEqual(["sample:AAPL", "sample:^GSPC", "csv:bills"]);
      const growth = (values: Float64Array) =>
        returnKind === "LOG"
          ? Math.exp(values.reduce((sum, value) => sum + value, 0))
          : values.reduce((product, value) => product * (1 + value), 1);
      const yearly = (values: Float64Array) => growth(values) ** (perYear / rates.length) - 1;
      const jensen =
        yearly(total.unhedged.values) - annual - byHand.beta * (yearly(total.benchmarks[0].values) - annual);
      agree(bySymbol.regression.annualizedAlpha.jensen, jensen, "Jensen's alpha");
    },
  );

  test("that misses dates is joined on those that it has, and the answer counts the others", async () => {
    const days = (await dates()).filter((_, i) => i % 7 !== 3);
    const prices = growing(days);
    const { provenance, unhedged, benchmarks, regression } = await hedge({
      riskFree: { symbol: writePrices("holes", days, prices) },
    });
    expect([provenance.firstDate, ...unhedged.dates]).toEqual(days);
    expect(provenance.datesDropped).toBe(1260 - days.length);
    const closes = async (symbol: string) => {
      const { prices: series } = (await client().prices({ symbol })).asset;
      const byDate = new Map(Array.from(series, ({ date, adjustedClose }) => [date, adjustedClose]));
      return changes(days.map((day) => byDate.get(day) as number));
    };
    const rates = changes(prices);
    const [y, x] = [less(await closes("sample:AAPL"), rates), less(await closes("sample:^GSPC"), rates)];
    y.forEach((value, t) => {
      expect(unhedged.values[t]).toBeCloseTo(value, 14);
      expect(benchmarks[0].values[t]).toBeCloseTo(x[t], 14);
    });
    agree(regression.beta, line(y, x).beta, "beta");
  });

  test("as the portfolio earns nothing beyond the rate: all is 0, and what is not defined says why", async () => {
    const days = await dates();
    const symbol = writePrices("itself", days, growing(days));
    const { regression, unhedged, effectiveness } = await hedge({ portfolio: { symbol }, riskFree: { symbol } });
    expect(unhedged.values.every((value) => value === 0)).toBe(true);
    expect(regression).toMatchObject({ alpha: 0, beta: 0, rSquared: null, fStatistic: null, residualStandardError: 0 });
    expect(regression.annualizedAlpha).toEqual({ arithmetic: 0, compounded: 0, jensen: 0, undefinedQuantities: [] });
    expect(regression.undefinedQuantities.find(({ quantity }) => quantity === "rSquared")?.reason).toBeTruthy();
    expect(effectiveness).toBeNull();
  });

  test("as the benchmark leaves nothing to hedge with", async () => {
    const call = client().regression({ ...AAPL, riskFree: { symbol: "sample:^GSPC" } });
    await expect(call).rejects.toMatchObject({
      code: "SINGULAR_BENCHMARKS",
      message: expect.stringContaining("sample:^GSPC"),
    });
  });
});

describe("yields that Yahoo lists as prices", () => {
  const STOCK = weekdayBars("2024-01-01", 260, 1);
  const INDEX = weekdayBars("2024-01-01", 260, 2);
  const days = weekdays("2024-01-01", 260);
  // Per cent a year; bills have yielded nothing, and less than that.
  const yields = days.map((_, i) => (i < 20 ? -0.105 : i < 40 ? 0 : 5.3 - i / 100));
  const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };

  beforeAll(() => {
    yahoo.respond("TSLA", chart({ bars: STOCK }));
    yahoo.respond("SPY", chart({ bars: INDEX }));
    yahoo.respond("^IRX", chart({ bars: days.map((date, i) => ({ date, adjustedClose: yields[i] })) }));
  });

  test.each([
    ["DAY", "SIMPLE", 252],
    ["DAY", "LOG", 252],
    ["MONTH", "SIMPLE", 12],
  ] as const)("^IRX is what bills earn from each date to the next: %s, %s", async (interval, returnKind, perYear) => {
    const total = await hedge({ ...variables, period: { interval }, returnKind });
    const excess = await hedge({ ...variables, period: { interval }, returnKind, riskFree: { symbol: "^irx" } });
    const { firstDate } = total.provenance;
    const starts = [firstDate, ...total.unhedged.dates.toArray().slice(0, -1)].map(
      (day) => yields[days.indexOf(day)] / 100,
    );
    const rates = starts.map((rate) =>
      returnKind === "LOG" ? Math.log1p(rate) / perYear : (1 + rate) ** (1 / perYear) - 1,
    );
    less(total.unhedged.values, rates).forEach((value, t) => {
      expect(excess.unhedged.values[t]).toBeCloseTo(value, 14);
    });
    const { alpha, beta } = line(less(total.unhedged.values, rates), less(total.benchmarks[0].values, rates));
    agree(excess.regression.alpha, alpha, "alpha");
    agree(excess.regression.beta, beta, "beta");
    expect(excess.provenance.riskFree).toMatchObject({ annualRate: null, symbol: "^IRX" });
    const annual = Math.expm1(starts.reduce((sum, rate) => sum + Math.log1p(rate), 0) / starts.length);
    agree(excess.provenance.riskFree!.annualizedRate, annual, "a year");
  });

  test.each(["^TNX", "^tyx", "^FVX"])("%s, of bonds, is refused", async (symbol) => {
    yahoo.respond(symbol.toUpperCase(), chart({ bars: days.map((date) => ({ date, adjustedClose: 4.2 })) }));
    await expect(client().regression({ ...variables, riskFree: { symbol } })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining(`${symbol.toUpperCase()} quotes the yield of bonds`),
    });
  });

  test("one that Yahoo does not have is an error that names it", async () => {
    await expect(client().regression({ ...variables, riskFree: { symbol: "NOBODY" } })).rejects.toMatchObject({
      code: "UNKNOWN_SYMBOL",
      message: expect.stringContaining("NOBODY"),
    });
  });
});

describe("a rate that breaks a rule is BAD_INPUT, and the message says which", () => {
  const QUERY = `query ($riskFree: RiskFreeInput) {
    regression(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"], riskFree: $riskFree) { beta }
  }`;
  const returns = (dates: string[], values: unknown[]) => ({ returns: { dates, values } });

  test.each([
    ["5, meant as per cent", { annualRate: 5 }, "0.05 is 5 %"],
    ["-1", { annualRate: -1 }, "got -1"],
    ["-3", { annualRate: -3 }, "got -3"],
    ["NaN, which JSON sends as null", { annualRate: Number.NaN }, "RiskFreeInput"],
    ["NaN as text", { annualRate: "NaN" }, "Float"],
    ["nothing", {}, "RiskFreeInput"],
    ["two of them", { annualRate: 0.03, symbol: "sample:AAPL" }, "RiskFreeInput"],
    ["one and a null", { annualRate: 0.03, symbol: null }, "RiskFreeInput"],
    ["no returns", returns([], []), "the risk-free returns must not be empty"],
    ["fewer returns than dates", returns(["2018-05-10", "2018-05-11"], [0.1]), "2"],
    ["unsorted returns", returns(["2018-05-11", "2018-05-10"], [0.1, 0.1]), "2018-05-10"],
    ["a return below −1", returns(["2018-05-10", "2018-05-11"], [-1.5, 0.1]), "-1.5"],
    ["a return that is null", returns(["2018-05-10", "2018-05-11"], [null, 0.1]), "values"],
  ])("%s", async (_, riskFree, mention) => {
    const { data, errors } = await ask(server.url, QUERY, { riskFree });
    expect(data?.regression ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
    expect(errors[0].message).toContain(mention);
  });

  test("1, 100 % a year, is the largest that is taken, and null is none", async () => {
    for (const riskFree of [{ annualRate: 1 }, { annualRate: -0.5 }, null]) {
      const { data, errors } = await ask(server.url, QUERY, { riskFree });
      expect(errors).toEqual([]);
      expect(data.regression.beta).toBeCloseTo(0.9933917187878, 10);
    }
  });

  test("returns that share no date with the others are NO_OVERLAP", async () => {
    const { errors } = await ask(server.url, QUERY, { riskFree: returns(["1999-01-04", "1999-01-05"], [0.1, 0.1]) });
    expect(errors).toMatchObject([{ extensions: { code: "NO_OVERLAP" } }]);
    expect(errors[0].message).toContain("the risk-free returns");
  });
});

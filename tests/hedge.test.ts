import { createClient, type HedgeQLError } from "@hedgeql/sdk";
import {
  chart,
  EXCHANGES,
  startYahooStandIn,
  weekdays,
  type YahooStandIn,
} from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { compounded, randomReturns, withBeta, writePrices } from "./price-files.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const DAYS = weekdays("2022-01-03", 301);
const INDEX = randomReturns(300, 1);

let yahoo: YahooStandIn;
let server: RunningServer;
beforeAll(async () => {
  yahoo = await startYahooStandIn();
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
  const list = (symbol: string, returns: readonly number[], currency: string) => {
    const prices = compounded(returns);
    const bars = DAYS.map((date, i) => ({ date, adjustedClose: prices[i] }));
    yahoo.respond(symbol, chart({ bars, exchange: { ...EXCHANGES.nasdaq, currency } }));
  };
  list("STOCK", withBeta(1.2, INDEX, 0.5, 6_700_417), "USD");
  list("INDEX", INDEX, "USD");
  list("YEN", withBeta(0.8, INDEX, 0.1, 19_931_207), "JPY");
  list("PENCE", withBeta(0.9, INDEX, 0.1, 40_000_003), "GBp");
  list("POUND", withBeta(1.1, INDEX, 0.3, 70_000_027), "GBP");
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
  await yahoo.close();
});

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
const STOCK = { portfolio: { symbol: "STOCK" }, benchmarks: ["INDEX"] };
type Variables = Parameters<ReturnType<typeof client>["hedge"]>[0];
const hedge = async (variables: Partial<Variables> = {}) =>
  (await client().hedge({ ...AAPL, value: 1_000_000, ...variables })).hedgedPortfolio.hedge;
const betaOf = async (variables: typeof AAPL) => (await client().regression(variables)).regression.beta;

function agree(actual: number | null, truth: number, label: string, digits = 13): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(digits);
}

describe("a leg in money and in shares", () => {
  const variations: [string, Partial<Variables>][] = [
    ["AAPL by default", {}],
    ["to a target", { targetBeta: 0.5 }],
    ["levered", { targetBeta: 2 }],
    ["in whole shares", { wholeShares: true, value: 12_345.67 }],
    ["in lots", { wholeShares: true, value: 3e6, lots: [{ symbol: "sample:^gspc", size: 50 }] }],
    ["in another currency", { ...STOCK, hedgeWith: ["YEN"], exchangeRates: [{ currency: "JPY", rate: 0.0066 }] }],
  ];

  test.each(variations)("%s: notional = ratio · value = shares · price · exchangeRate", async (_, variables) => {
    const { legs, value, grossExposure, netExposure } = await hedge(variables);
    expect(legs).toHaveLength(1);
    const [{ ratio, notional, shares, lots, lotSize, price, exchangeRate, exactRatio, exactShares, side }] = legs;
    agree(notional, ratio * value, "ratio");
    agree(notional, shares * price * exchangeRate, "shares");
    agree(lots * lotSize, shares, "lots");
    agree(exactShares * price * exchangeRate, exactRatio * value, "before rounding");
    agree(grossExposure, value + Math.abs(notional), "gross");
    expect(Math.abs(netExposure - (value - notional))).toBeLessThan(1e-8);
    expect(side).toBe(ratio > 0 ? "SELL" : "BUY");
    if (variables.wholeShares) {
      expect(Number.isInteger(lots)).toBe(true);
      expect(Math.abs(shares - exactShares)).toBeLessThanOrEqual(lotSize / 2);
    } else {
      expect([ratio, shares]).toEqual([exactRatio, exactShares]);
    }
  });

  test("is the beta, at the latest price that there is of the index", async () => {
    const { legs, residualBeta, residualValue, effectiveness, neutrality, estimator, minimumNorm, warnings } =
      await hedge();
    const beta = await betaOf(AAPL);
    expect(legs[0]).toMatchObject({ symbol: "sample:^GSPC", side: "SELL", ratio: beta, currency: "USD" });
    const prices = (await client().prices({ symbol: "sample:^GSPC" })).asset.prices;
    expect([legs[0].price, legs[0].priceDate]).toEqual([prices.adjustedCloses.at(-1), prices.dates.at(-1)]);
    // The index goes on for two years after the stock's last price.
    expect(warnings.map(({ code }) => code)).toEqual([
      "STRUCTURAL_BREAK",
      "INDEX_NOT_TRADABLE",
      "PRICES_OLD",
      "PRICES_OF_DIFFERENT_DATES",
    ]);
    expect([residualBeta, residualValue, estimator, minimumNorm]).toEqual([0, 0, "OLS", false]);
    expect(neutrality).toMatchObject([{ benchmark: "sample:^GSPC", targetBeta: 0, hedgedBeta: 0, residualBeta: 0 }]);
    const { regression } = await client().regression(AAPL);
    expect(neutrality[0].beta).toMatchObject({
      value: beta,
      standardError: regression.coefficients[1].standardError,
      lower: regression.coefficients[1].lower,
      upper: regression.coefficients[1].upper,
    });
    agree(effectiveness, regression.rSquared!, "R²", 12);
  });

  test("that is bought is below 0 throughout", async () => {
    const { legs, grossExposure, netExposure } = await hedge({ targetBeta: 2 });
    expect(legs[0].side).toBe("BUY");
    for (const name of ["ratio", "notional", "shares", "lots"] as const) expect(legs[0][name]).toBeLessThan(0);
    agree(legs[0].ratio, (await betaOf(AAPL)) - 2, "ratio");
    expect(netExposure).toBe(grossExposure);
  });

  test("at the portfolio's own beta there is nothing to do", async () => {
    const { legs, netExposure, effectiveness, warnings } = await hedge({ targetBeta: await betaOf(AAPL) });
    expect(legs[0]).toMatchObject({ side: "NONE", ratio: 0, notional: 0, shares: 0 });
    expect(netExposure).toBe(1_000_000);
    expect(effectiveness).toBeCloseTo(0, 14);
    expect(warnings.map(({ code }) => code)).toEqual([
      "STRUCTURAL_BREAK",
      "INDEX_NOT_TRADABLE",
      "PRICES_OLD",
      "PRICES_OF_DIFFERENT_DATES",
    ]);
  });

  test.each(["EWMA", "KALMAN", "BLUME", "HUBER", "THEIL_SEN", "DOWN"] as const)(
    "by %s it is that estimate",
    async (name) => {
      const { regression } = await client().betaEstimates({ ...AAPL, estimators: [name] });
      const { legs, neutrality, residualBeta } = await hedge({ estimator: name });
      expect(neutrality[0].beta).toEqual(regression.betaEstimates[0]);
      expect([legs[0].ratio, residualBeta]).toEqual([regression.betaEstimates[0].value, 0]);
    },
  );
});

test("of the latest returns alone, with a lookback", async () => {
  const { legs, fittedFrom, fittedTo } = await hedge({ lookback: 250 });
  const { dates } = (await client().prices({ symbol: "sample:AAPL" })).asset.prices;
  expect([fittedFrom, fittedTo]).toEqual([dates.at(-251), dates.at(-1)]);
  const { regression } = await client().regression({ ...AAPL, period: { start: fittedFrom } });
  expect(regression.observations).toBe(250);
  agree(legs[0].ratio, regression.beta, "ratio");
});

describe("what rounding leaves over", () => {
  test("is the residual beta, as a ratio and in money", async () => {
    const value = 20_000;
    const { legs, residualBeta, residualValue, neutrality } = await hedge({
      wholeShares: true,
      value,
      targetBeta: 0.2,
    });
    const beta = await betaOf(AAPL);
    const [{ shares, price, ratio, exactRatio }] = legs;
    expect(shares).toBe(Math.round(((beta - 0.2) * value) / price));
    expect(ratio).not.toBe(exactRatio);
    agree(residualBeta, beta - 0.2 - (shares * price) / value, "residual", 12);
    agree(residualValue, residualBeta * value, "money");
    agree(neutrality[0].hedgedBeta, residualBeta + 0.2, "hedged");
  });

  test("is everything where a leg rounds to nothing, and a warning says so", async () => {
    const { legs, residualBeta, warnings, netExposure, effectiveness } = await hedge({
      wholeShares: true,
      value: 1000,
    });
    expect(legs[0]).toMatchObject({ side: "NONE", shares: 0, lots: 0, ratio: 0, notional: 0 });
    expect(legs[0].exactShares).toBeGreaterThan(0);
    agree(residualBeta, await betaOf(AAPL), "residual");
    expect([netExposure, effectiveness]).toEqual([1000, 0]);
    const nothing = warnings.find(({ code }) => code === "HEDGE_ROUNDS_TO_NOTHING");
    expect(nothing?.message).toContain("0.346 shares of sample:^GSPC round to no whole share");
  });

  test("of lots: a future's point value may be fractional", async () => {
    const { legs } = await hedge({ wholeShares: true, lots: [{ symbol: "sample:^GSPC", size: 0.5 }] });
    expect(legs[0]).toMatchObject({ lots: 691, shares: 345.5, lotSize: 0.5 });
  });
});

describe("currencies", () => {
  const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

  test("a rate that is needed and missing is an error that says between which", async () => {
    const call = hedge({ ...STOCK, hedgeWith: ["YEN"] });
    const message = expect.stringMatching(/YEN is priced in JPY and the portfolio in USD: exchangeRates must say/);
    await expect(call).rejects.toMatchObject({ code: "BAD_INPUT", message, details: { currency: "JPY" } });
  });

  test("one that is given turns the price into the portfolio's money", async () => {
    const plain = (await hedge({ ...STOCK, hedgeWith: ["POUND"], currency: "GBP" })).legs[0];
    const rated = await hedge({ ...STOCK, hedgeWith: ["POUND"], exchangeRates: [{ currency: "GBP", rate: 1.25 }] });
    expect(plain).toMatchObject({ currency: "GBP", exchangeRate: 1 });
    expect(rated.legs[0]).toMatchObject({ currency: "GBP", exchangeRate: 1.25, ratio: plain.ratio });
    agree(rated.legs[0].shares, plain.shares / 1.25, "shares");
    expect(codes(rated.warnings)).toEqual(["CURRENCIES_DIFFER", "PRICES_OLD"]);
  });

  test("pence are hundredths of pounds, of a portfolio in pounds and by the pound's rate", async () => {
    const pounds = await hedge({ ...STOCK, hedgeWith: ["PENCE"], currency: "GBP" });
    expect(pounds.legs[0]).toMatchObject({ currency: "GBp", exchangeRate: 0.01 });
    const dollars = await hedge({ ...STOCK, hedgeWith: ["PENCE"], exchangeRates: [{ currency: "GBP", rate: 1.25 }] });
    expect(dollars.legs[0].exchangeRate).toBe(0.0125);
    // What is priced in pence is worth pounds.
    const priced = await hedge({ portfolio: { symbol: "PENCE" }, benchmarks: ["INDEX"], hedgeWith: ["POUND"] });
    expect(priced).toMatchObject({ currency: "GBP", legs: [{ exchangeRate: 1 }] });
    agree(pounds.legs[0].shares, pounds.legs[0].notional / (pounds.legs[0].price / 100), "shares");
  });

  test("a portfolio of returns has none: it is taken to be that of the instruments, unless they have several", async () => {
    const portfolio = { returns: { dates: DAYS.slice(1), values: withBeta(1, INDEX, 1, 5_000_011) } };
    const one = await hedge({ ...STOCK, portfolio });
    expect(one.legs[0]).toMatchObject({ currency: "USD", exchangeRate: 1 });
    expect(codes(one.warnings)).toEqual(["CURRENCY_UNKNOWN", "PRICES_OLD"]);
    const two = hedge({ portfolio, benchmarks: ["INDEX", "YEN"] });
    await expect(two).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining("INDEX is priced in USD, YEN in JPY"),
    });
  });

  test("a file has none: its prices are taken to be in the portfolio's, and a warning says so", async () => {
    const symbol = writePrices(server.dataDir, "fund", DAYS, compounded(withBeta(1, INDEX, 0.2, 31_000_003)));
    const { legs, warnings } = await hedge({ ...STOCK, hedgeWith: [symbol] });
    expect(legs[0]).toMatchObject({ symbol, currency: null, exchangeRate: 1 });
    expect(codes(warnings)).toEqual(["CURRENCY_UNKNOWN", "PRICES_OLD"]);
    expect(warnings[0].message).toContain("taken to be in USD");
  });
});

describe("what cannot be ordered is an error that says why", () => {
  test.each<[string, Partial<Variables>, string]>([
    ["a value of 0", { value: 0 }, "above 0, got 0"],
    ["a negative value", { value: -5 }, "above 0, got -5"],
    ["a value whose exposure no double holds", { value: 1e308 }, "range of doubles"],
    ["a value whose shares cannot be counted", { value: 1e300, wholeShares: true }, "9007199254740991"],
    ["a target of 11", { targetBeta: 11 }, "from -10 to 10, got 11"],
    [
      "a rate of 0",
      { currency: "EUR", exchangeRates: [{ currency: "USD", rate: 0 }] },
      "an exchange rate must be a number above 0",
    ],
    ["a rate of its own currency", { exchangeRates: [{ currency: "USD", rate: 2 }] }, "USD is the portfolio's own"],
    ["a rate that nothing needs", { exchangeRates: [{ currency: "JPY", rate: 2 }] }, "JPY is the currency of no hedge"],
    ["log returns", { returnKind: "LOG" }, "needs simple returns"],
    ["a lot of nothing", { lots: [{ symbol: "sample:^GSPC", size: 0 }] }, "a lot size must be a number above 0"],
    ["lots of something else", { lots: [{ symbol: "SPY", size: 100 }] }, "got SPY"],
  ])("%s", async (_, variables, mention) => {
    const error = await hedge(variables).then(undefined, (reason: HedgeQLError) => reason);
    expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining(mention) });
  });

  test("a value beyond doubles, which JSON can say", async () => {
    const query =
      '{ hedgedPortfolio(portfolio: { symbol: "STOCK" }, benchmarks: ["INDEX"]) { hedge(value: 1e400) { residualBeta } } }';
    const { errors } = await ask(server.url, query);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
  });
});

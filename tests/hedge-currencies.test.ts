import { createClient } from "@hedgeql/sdk";
import {
  chart,
  EXCHANGES,
  startYahooStandIn,
  weekdayBars,
  type YahooStandIn,
} from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { type RunningServer, startServer } from "./running-server.ts";

// London quotes shares in pence, and portfolios are counted in pounds: a factor of 100 between an order and a disaster.

const LISTINGS = {
  "BARC.L": "GBp",
  "ISF.L": "GBp",
  "IGLT.L": "GBP",
  "NPN.JO": "ZAc",
  SPY: "USD",
  "DAX.DE": "EUR",
};
const BARS = new Map(Object.keys(LISTINGS).map((symbol, i) => [symbol, weekdayBars("2024-01-01", 260, 7 ** (i + 1))]));

let yahoo: YahooStandIn;
let server: RunningServer;
beforeAll(async () => {
  yahoo = await startYahooStandIn();
  for (const [symbol, currency] of Object.entries(LISTINGS)) {
    yahoo.respond(symbol, chart({ bars: BARS.get(symbol)!, exchange: { ...EXCHANGES.nasdaq, currency } }));
  }
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
  await yahoo.close();
});

const client = () => createClient({ url: server.url });
const BANK = { portfolio: { symbol: "BARC.L" }, benchmarks: ["ISF.L"], value: 1e6, minimumNorm: true };
type Variables = Parameters<ReturnType<typeof client>["hedge"]>[0];
const hedge = async (variables: Partial<Variables> = {}) =>
  (await client().hedge({ ...BANK, ...variables })).hedgedPortfolio.hedge;
const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);
const lastPrice = (symbol: keyof typeof LISTINGS) => BARS.get(symbol)!.at(-1)!.adjustedClose!;

function agree(actual: number, truth: number, label: string): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(11);
}

/** A portfolio's own returns, those of the bank. */
function ownReturns() {
  const bars = BARS.get("BARC.L")!;
  const dates = bars.slice(1).map(({ date }) => date);
  const values = bars.slice(1).map(({ adjustedClose }, i) => adjustedClose! / bars[i].adjustedClose! - 1);
  return { returns: { dates, values } };
}

describe("legs in hundredths of the value's currency", () => {
  test.each<[string, Partial<Variables>, string, number]>([
    ["pence for a portfolio in pence, counted in pounds", {}, "GBP", 0.01],
    ["pence for a value in pounds", { currency: "GBP" }, "GBP", 0.01],
    ["pence for a value in pence", { currency: "GBp" }, "GBp", 1],
    ["pounds for a value in pence", { benchmarks: ["IGLT.L"], currency: "GBp" }, "GBp", 100],
    ["pounds for a value in pounds", { benchmarks: ["IGLT.L"] }, "GBP", 1],
    ["cents for a value in rand", { benchmarks: ["NPN.JO"], currency: "ZAR" }, "ZAR", 0.01],
    [
      "pence for a value in dollars, by the pound's rate",
      { currency: "USD", exchangeRates: [{ currency: "GBP", rate: 1.25 }] },
      "USD",
      0.0125,
    ],
    [
      "pence for a value in dollars, by their own",
      { currency: "USD", exchangeRates: [{ currency: "GBp", rate: 0.013 }] },
      "USD",
      0.013,
    ],
  ])("%s", async (_, variables, currency, rate) => {
    const answer = await hedge(variables);
    const [leg] = answer.legs;
    const symbol = leg.symbol as keyof typeof LISTINGS;
    expect([answer.currency, leg.currency, leg.exchangeRate]).toEqual([currency, LISTINGS[symbol], rate]);
    expect(leg.price).toBe(lastPrice(symbol));
    agree(leg.notional, leg.ratio * 1e6, "notional");
    agree(leg.shares, (leg.ratio * 1e6) / (leg.price * rate), "shares");
  });

  test("the same order whichever unit the value is counted in", async () => {
    const [pounds, pence] = await Promise.all([
      hedge({ currency: "GBP", value: 1e6 }),
      hedge({ currency: "GBp", value: 1e8 }),
    ]);
    agree(pence.legs[0].shares, pounds.legs[0].shares, "shares");
    agree(pence.grossExposure, 100 * pounds.grossExposure, "gross");
  });

  test("in advice too: the trade is of as many shares, and costs as much of the portfolio", async () => {
    const asked = { ...BANK, ratios: [0.2], since: BARS.get("ISF.L")!.at(-1)!.date, tradingBps: 10 };
    const advise = async (more: object) =>
      (await client().rebalanceAdvice({ ...asked, ...more })).hedgedPortfolio.rebalanceAdvice;
    const [pounds, pence] = await Promise.all([advise({}), advise({ currency: "GBp", value: 1e8 })]);
    expect([pounds.currency, pence.currency]).toEqual(["GBP", "GBp"]);
    const [{ tradeRatio, tradeShares }] = pounds.legs;
    agree(tradeShares, (tradeRatio * 1e6) / (lastPrice("ISF.L") / 100), "shares");
    agree(pence.legs[0].tradeShares, tradeShares, "in pence");
    agree(pence.costValue!, 100 * pounds.costValue!, "cost");
  });
});

describe("a portfolio of own returns", () => {
  test("hedged with a leg in pence is taken to be in pounds, and the warning says so", async () => {
    const { currency, legs, warnings } = await hedge({ portfolio: ownReturns() });
    expect([currency, legs[0].exchangeRate]).toEqual(["GBP", 0.01]);
    agree(legs[0].shares, (legs[0].ratio * 1e6) / (lastPrice("ISF.L") / 100), "shares");
    const unknown = warnings.filter(({ code }) => code === "CURRENCY_UNKNOWN");
    expect(unknown).toHaveLength(1);
    expect(unknown[0].message).toContain("taken to be in that of the hedge instruments (GBP)");
  });

  test("whose currency is given needs no guess", async () => {
    const { currency, warnings } = await hedge({ portfolio: ownReturns(), currency: "GBP" });
    expect(currency).toBe("GBP");
    expect(codes(warnings)).not.toContain("CURRENCY_UNKNOWN");
  });

  test("hedged with legs of several currencies has none: it must be given", async () => {
    const several = { portfolio: ownReturns(), hedgeWith: ["SPY", "DAX.DE"] };
    await expect(hedge(several)).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining("SPY is priced in USD, DAX.DE in EUR"),
    });
    const { legs } = await hedge({ ...several, currency: "USD", exchangeRates: [{ currency: "EUR", rate: 1.1 }] });
    expect(legs.map(({ exchangeRate }) => exchangeRate)).toEqual([1, 1.1]);
  });
});

describe("what cannot be meant is refused", () => {
  const DOLLARS = { hedgeWith: ["SPY"], exchangeRates: [{ currency: "USD", rate: 0.8 }] };

  test.each<[string, Partial<Variables>, string]>([
    ["no rate", { hedgeWith: ["SPY"] }, "what one USD is worth in GBP"],
    [
      "a rate twice",
      { ...DOLLARS, exchangeRates: [...DOLLARS.exchangeRates, { currency: "USD", rate: 0.7 }] },
      "exchangeRates must name each once, USD is there twice",
    ],
    [
      "a lot twice",
      { lots: ["ISF.L", "isf.l"].map((symbol, i) => ({ symbol, size: i + 1 })) },
      "lots must name each once, ISF.L is there twice",
    ],
    [
      "a rate of what nothing is priced in",
      { exchangeRates: [{ currency: "JPY", rate: 0.005 }] },
      "JPY is the currency of no hedge instrument (GBp, GBP)",
    ],
    ["a rate of the portfolio's own", { exchangeRates: [{ currency: "GBP", rate: 1 }] }, "portfolio's own currency"],
    ["lots of what is not sold", { lots: [{ symbol: "BARC.L", size: 10 }] }, "lots must be of hedge instruments"],
  ])("%s", async (_, variables, mention) => {
    await expect(hedge(variables)).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining(mention),
    });
  });

  test("and a rate that is needed is not", async () => {
    const { legs } = await hedge(DOLLARS);
    agree(legs[0].shares, (legs[0].ratio * 1e6) / (lastPrice("SPY") * 0.8), "shares");
  });
});

import { parseDate } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import type { PriceHistory } from "../../prices/price-history.ts";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { legPrices, type Sizing } from "./leg-prices.ts";
import { historyOf } from "./order.fixture.ts";

const RETURNS = Float64Array.of(0.01, -0.02, 0.03);
const TODAY = parseDate("2024-03-08");

const history = (id: string, currency: string | null, lastDate = "2024-03-07", price = 250) =>
  historyOf(id, { currency, lastDate: parseDate(lastDate), price });

/** A portfolio of one asset in some currency (undefined: of its own returns), hedged with some legs. */
function held(portfolio: string | null | undefined, legs: readonly PriceHistory[]): JointReturns {
  const asset = portfolio === undefined ? [] : [history("ASSET", portfolio)];
  const inputs = [...asset, ...legs].map(({ id, prices }) => ({ label: id, prices }));
  const columns = legs.map(() => RETURNS);
  return jointOf(RETURNS, [RETURNS], {
    instruments: columns,
    instrumentSymbols: legs.map(({ id }) => id),
    histories: [...asset, ...legs],
    joined: { inputs, held: asset.length, period: {}, dates: Int32Array.of() },
  });
}

function pricesOf(joint: JointReturns, sizing: Partial<Sizing> = {}) {
  const defaults = { value: 1e6, currency: null, exchangeRates: [], wholeShares: false, lots: [] };
  return legPrices(joint, { ...defaults, ...sizing }, TODAY);
}

const refused = (message: RegExp | string) =>
  expect.objectContaining({ code: "BAD_INPUT", message: expect.stringMatching(message) });

describe("what one unit of a leg's currency is worth", () => {
  test.each<[string, string, string | null, string | null, { currency: string; rate: number }[], number]>([
    ["the same currency", "USD", null, "USD", [], 1],
    ["pence in pounds", "GBP", null, "GBp", [], 0.01],
    ["pence as another source spells them", "GBP", null, "GBX", [], 0.01],
    ["cents in rand", "ZAR", null, "ZAc", [], 0.01],
    ["agorot in shekels", "ILS", null, "ILA", [], 0.01],
    ["pounds in pence, where the value is counted so", "USD", "GBp", "GBP", [], 100],
    ["pence in pence", "USD", "GBp", "GBp", [], 1],
    ["pence by the rate of pounds", "USD", null, "GBp", [{ currency: "GBP", rate: 1.25 }], 0.0125],
    ["pence by a rate of their own", "USD", null, "GBp", [{ currency: "GBp", rate: 0.013 }], 0.013],
    ["another currency by its rate", "USD", null, "EUR", [{ currency: "EUR", rate: 1.1 }], 1.1],
    ["a currency that is not known, as it is", "USD", null, null, [], 1],
  ])("%s", (_, portfolio, currency, leg, exchangeRates, rate) => {
    const { prices } = pricesOf(held(portfolio, [history("LEG", leg)]), { currency, exchangeRates });
    expect(prices[0]).toMatchObject({ symbol: "LEG", price: 250, currency: leg, exchangeRate: rate, lotSize: 1 });
  });

  test("must be said where it is not known, and the error says of what", () => {
    expect(() => pricesOf(held("USD", [history("LEG", "EUR")]))).toThrow(refused("what one EUR is worth in USD"));
    expect(() => pricesOf(held("GBP", [history("LEG", "USD")]), { currency: "GBp" })).toThrow(refused("one USD"));
  });
});

describe("the currency of the value", () => {
  test.each<[string, string | null | undefined, string | null, string | null]>([
    ["is that of the portfolio", "EUR", "EUR", "EUR"],
    ["of a portfolio in pence is pounds", "GBp", "GBP", "GBP"],
    ["of own returns is that of the legs", undefined, "USD", "USD"],
    ["of own returns, with a leg in pence, is pounds", undefined, "GBp", "GBP"],
    ["is not known where nothing is", null, null, null],
  ])("%s", (_, portfolio, leg, currency) => {
    expect(pricesOf(held(portfolio, [history("LEG", leg)])).currency).toBe(currency);
  });

  test("of own returns counts pence in pounds, and the warning says that it is a guess", () => {
    const { prices, warnings } = pricesOf(held(undefined, [history("LEG", "GBp")]));
    expect(prices[0].exchangeRate).toBe(0.01);
    expect(warnings).toEqual([
      {
        code: "CURRENCY_UNKNOWN",
        message: expect.stringMatching(/value is taken to be in that of the hedge instruments \(GBP\)/),
      },
    ]);
  });

  test("of own returns must be given where legs have several; pence and pounds are one", () => {
    const several = held(undefined, [history("FIRST", "USD"), history("SECOND", "EUR")]);
    expect(() => pricesOf(several)).toThrow(refused("must be given"));
    const exchangeRates = [{ currency: "EUR", rate: 1.1 }];
    expect(pricesOf(several, { currency: "USD", exchangeRates }).prices.map((leg) => leg.exchangeRate)).toEqual([
      1, 1.1,
    ]);
    const one = pricesOf(held(undefined, [history("FIRST", "GBP"), history("SECOND", "GBp")]));
    expect(one.prices.map((leg) => leg.exchangeRate)).toEqual([1, 0.01]);
  });
});

describe("what is listed twice is refused", () => {
  const joint = held("USD", [history("LEG", "EUR")]);
  const rate = { currency: "EUR", rate: 1.1 };

  test("an exchange rate, the same or another", () => {
    for (const again of [rate, { ...rate, rate: 1.2 }]) {
      expect(() => pricesOf(joint, { exchangeRates: [rate, again] })).toThrow(
        refused("exchangeRates must name each once, EUR is there twice"),
      );
    }
  });

  test("a lot, in any case of its letters", () => {
    const lots = [
      { symbol: "LEG", size: 10 },
      { symbol: "leg", size: 100 },
    ];
    expect(() => pricesOf(joint, { exchangeRates: [rate], lots })).toThrow(
      refused("lots must name each once, LEG is there twice"),
    );
    const [{ lotSize }] = pricesOf(joint, { exchangeRates: [rate], lots: lots.slice(1) }).prices;
    expect(lotSize).toBe(100);
  });

  test("and so is what nothing is priced in, and the portfolio's own currency", () => {
    const stray = [rate, { currency: "JPY", rate: 0.007 }];
    expect(() => pricesOf(joint, { exchangeRates: stray })).toThrow(refused("JPY is the currency of no hedge"));
    const own = [rate, { currency: "USD", rate: 1 }];
    expect(() => pricesOf(held("USD", [history("A", "EUR"), history("B", "USD")]), { exchangeRates: own })).toThrow(
      refused("USD is the portfolio's own currency"),
    );
    expect(() => pricesOf(joint, { exchangeRates: [rate], lots: [{ symbol: "OTHER", size: 1 }] })).toThrow(
      refused("lots must be of hedge instruments"),
    );
  });
});

describe("the price of an order", () => {
  test("is the latest of the history, whatever the sample ends with", () => {
    const { prices } = pricesOf(held("USD", [history("LEG", "USD", "2024-03-07", 321)]));
    expect(prices[0]).toMatchObject({ price: 321, priceDate: parseDate("2024-03-07") });
  });

  test.each([
    ["2024-03-01", []],
    ["2024-02-29", ["PRICES_OLD"]],
  ])("of %s on 2024-03-08", (lastDate, codes) => {
    const { warnings } = pricesOf(held("USD", [history("LEG", "USD", lastDate)]));
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });
});

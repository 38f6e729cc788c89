import { describe, expect, test } from "vitest";
import { quote } from "../../../testing/yahoo-stand-in.ts";
import { searchMatches } from "./yahoo-quotes.ts";

const symbols = (...quotes: unknown[]) => searchMatches({ quotes }).map(({ symbol }) => symbol);

describe("Yahoo's quotes become matches", () => {
  test("with the long name, the exchange as it is shown, and what it is", () => {
    const [match] = searchMatches({
      quotes: [quote("TSLA", { longname: "Tesla, Inc.", shortname: "Tesla", exchDisp: "NASDAQ", exchange: "NMS" })],
    });
    expect(match).toEqual({
      symbol: "TSLA",
      name: "Tesla, Inc.",
      exchange: "NASDAQ",
      kind: "EQUITY",
      firstDate: null,
      lastDate: null,
    });
  });

  test.each([
    ["EQUITY", "EQUITY"],
    ["ETF", "ETF"],
    ["INDEX", "INDEX"],
    ["MUTUALFUND", "FUND"],
    ["MONEY_MARKET", "FUND"],
    ["CURRENCY", "CURRENCY"],
    ["CRYPTOCURRENCY", "CRYPTO"],
    ["FUTURE", "FUTURE"],
    ["equity", "EQUITY"],
  ])("%s is %s", (quoteType, kind) => {
    expect(searchMatches({ quotes: [quote("X", { quoteType })] })).toMatchObject([{ kind }]);
  });

  test("with the short name and the exchange's code where there is no more, and null for what is not said", () => {
    const bare = { longname: undefined, exchDisp: "" };
    expect(searchMatches({ quotes: [quote("X", bare)] })).toMatchObject([{ name: "X", exchange: "NMS" }]);
    expect(searchMatches({ quotes: [{ symbol: "X" }] })).toMatchObject([{ name: null, exchange: null, kind: null }]);
  });

  test("in Yahoo's order, each symbol once and in capitals", () => {
    expect(symbols(quote("tsll"), quote("TSLA"), quote("TSLL"), quote("^GSPC"))).toEqual(["TSLL", "TSLA", "^GSPC"]);
  });

  test("without what cannot be priced: options, companies that are not traded, types unheard of", () => {
    const company = { index: "3f2a", name: "Tesla", permalink: "tesla", isYahooFinance: false };
    const option = quote("TSLA250117C00200000", { quoteType: "OPTION" });
    const closed = quote("STRIPE.PVT", { quoteType: "PRIVATE_COMPANY" });
    expect(
      symbols(company, { ...company, symbol: "TESLA" }, option, closed, quote("B", { quoteType: "BILL" })),
    ).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["text", "TSLA"],
    ["a list", ["TSLA"]],
    ["nothing in it", {}],
    ["no symbol", quote("X", { symbol: undefined })],
    ["a number for a symbol", quote("X", { symbol: 7203 })],
    ["an empty symbol", quote("")],
    ["a symbol that we could not ask for", quote("BAD SYMBOL")],
    ["a path for a symbol", quote("../../etc/passwd")],
    ["a symbol with a prefix of ours", quote("csv:x")],
    ["a symbol without an end", quote("A".repeat(10_000))],
  ])("and a malformed one costs no other: %s", (_name, malformed) => {
    expect(symbols(quote("ONE"), malformed, quote("TWO"))).toEqual(["ONE", "TWO"]);
  });

  test("and a field of another type is not said", () => {
    const [match] = searchMatches({
      quotes: [quote("X", { longname: 5, shortname: {}, exchDisp: [], exchange: null })],
    });
    expect(match).toMatchObject({ symbol: "X", name: null, exchange: null });
  });

  test("and a name without an end is cut", () => {
    const [match] = searchMatches({ quotes: [quote("X", { longname: "x".repeat(100_000) })] });
    expect(match.name).toHaveLength(200);
  });
});

test.each([null, undefined, "text", 5, [], {}, { quotes: null }, { quotes: {} }, { finance: { result: null } }])(
  "%j is no answer to a search",
  (answer) => {
    expect(() => searchMatches(answer)).toThrow("it has no list of quotes");
  },
);

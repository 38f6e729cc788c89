import { formatDate, parseDate } from "@hedgeql/core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import {
  altered,
  chart,
  EXCHANGES,
  type Listing,
  quote,
  quotes,
  startYahooStandIn,
  weekdayBars,
  type YahooStandIn,
} from "../../../testing/yahoo-stand-in.ts";
import { describePriceSource, failureOf } from "./price-source.contract.ts";
import { createYahooSource } from "./yahoo.ts";

let yahoo: YahooStandIn;

beforeAll(async () => {
  yahoo = await startYahooStandIn();
});

afterAll(() => yahoo.close());

const BARS = weekdayBars("2024-01-02", 30);
const AFTER = Date.parse("2024-06-01T00:00:00Z");

function createSource(now: () => number = () => AFTER) {
  return createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency: 4, now });
}

async function barsOf(listing: Listing, now = AFTER): Promise<[string, number][]> {
  yahoo.respond("LISTED", chart(listing));
  const { prices } = await createSource(() => now).fetch("LISTED");
  return Array.from(prices.dates, (date, i) => [formatDate(date), prices.adjustedCloses[i]]);
}

describePriceSource("Yahoo", async () => {
  yahoo.respond("TSLA", chart({ bars: BARS }));
  yahoo.respondToSearch(quotes(quote("TSLL", { longname: "Daily TSLA Bull" }), quote("TSLA"), quote("TSLA.MX")));
  const names = { partOfName: "sla in", beginning: "ts" };
  return { source: createSource(), symbol: "TSLA", spellings: ["tsla", "Tsla"], unknown: "NOSUCH", ...names };
});

describe("Yahoo's answer becomes an instrument", () => {
  test("with its name, currency and exchange, and adjusted closes instead of closes", async () => {
    const bars = [
      { date: "2020-08-28", adjustedClose: 121.65, close: 124.81 },
      { date: "2020-08-31", adjustedClose: 125.83, close: 129.04 },
    ];
    yahoo.respond("AAPL", chart({ bars, name: "Apple Inc." }));
    const { prices, ...about } = await createSource().fetch("AAPL");
    expect(about).toEqual({ symbol: "AAPL", name: "Apple Inc.", currency: "USD", exchange: "NasdaqGS" });
    expect([...prices.adjustedCloses]).toEqual([121.65, 125.83]);
  });

  test("with its short name where Yahoo has no long one, and null for what it does not say", async () => {
    yahoo.respond(
      "BARE",
      altered({ bars: BARS }, ({ meta }) => delete meta?.longName),
    );
    expect(await createSource().fetch("BARE")).toMatchObject({ name: "BARE" });
    yahoo.respond(
      "BARE",
      altered({ bars: BARS }, ({ meta }) => {
        for (const field of ["longName", "shortName", "fullExchangeName"]) delete meta?.[field];
      }),
    );
    expect(await createSource().fetch("BARE")).toMatchObject({ name: null, exchange: "NMS" });
  });

  // A session of Tokyo, Sydney or Jakarta opens on the day before in UTC; clocks in New York, Sydney and London
  // change within these dates.
  test.each(Object.entries(EXCHANGES))("with the trading dates of its exchange: %s", async (_name, exchange) => {
    const around = ["2024-03-08", "2024-03-11", "2024-03-29", "2024-04-01", "2024-04-05", "2024-04-08"];
    const dates = [...around, "2024-10-04", "2024-10-07", "2024-10-25", "2024-10-28", "2024-11-01", "2024-11-04"];
    const bars = dates.map((date, i) => ({ date, adjustedClose: i + 1 }));
    const now = Date.parse("2024-11-20T00:00:00Z");
    expect(await barsOf({ bars, exchange }, now)).toEqual(dates.map((date, i) => [date, i + 1]));
  });

  test("without the rows that Yahoo left null, in whole or in part", async () => {
    const bars = [
      { date: "2024-01-02", adjustedClose: 1 },
      { date: "2024-01-03", adjustedClose: null },
      { date: "2024-01-04", adjustedClose: null, close: 4 },
      { date: "2024-01-05", adjustedClose: 5, close: null },
    ];
    expect(await barsOf({ bars })).toEqual([
      ["2024-01-02", 1],
      ["2024-01-05", 5],
    ]);
  });

  test("with prices of zero and below: crude oil of April 2020", async () => {
    const bars = [
      { date: "2020-04-17", adjustedClose: 18.27 },
      { date: "2020-04-20", adjustedClose: -37.63 },
      { date: "2020-04-21", adjustedClose: 0 },
    ];
    expect((await barsOf({ bars })).map(([, price]) => price)).toEqual([18.27, -37.63, 0]);
  });

  test("with the later of two rows of a date, and no empty one in its place", async () => {
    const bars = [
      { date: "2024-01-02", adjustedClose: 1 },
      { date: "2024-01-03", adjustedClose: 2 },
      { date: "2024-01-03", adjustedClose: 3, at: "16:00:01" },
      { date: "2024-01-03", adjustedClose: null, at: "16:00:02" },
    ];
    expect(await barsOf({ bars })).toEqual([
      ["2024-01-02", 1],
      ["2024-01-03", 3],
    ]);
  });
});

describe("Yahoo is asked", () => {
  afterEach(() => vi.restoreAllMocks());

  test("once a fetch, for the daily chart and for nothing else, and nothing is printed", async () => {
    const methods = ["log", "info", "warn", "error", "debug", "dir"] as const;
    const printed = [
      ...methods.map((method) => vi.spyOn(console, method)),
      vi.spyOn(process.stdout, "write"),
      vi.spyOn(process.stderr, "write"),
    ];
    yahoo.respond("ONCE", chart({ bars: BARS }));
    const before = yahoo.requests.length;
    const source = createSource();
    await source.fetch("ONCE");
    await failureOf(source.fetch("NOSUCH"));
    const asked = yahoo.requests.slice(before);
    expect(asked.map(({ symbol }) => symbol)).toEqual(["ONCE", "NOSUCH"]);
    for (const { path } of asked) {
      expect(path).toMatch(/^\/v8\/finance\/chart\//);
      expect(new URL(path, yahoo.url).searchParams.get("interval")).toBe("1d");
    }
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });

  test("for everything since before the first exchange, without `from`", async () => {
    yahoo.respond("OLD", chart({ bars: [{ date: "1927-12-30", adjustedClose: 17.66 }, ...BARS] }));
    const { prices } = await createSource().fetch("OLD");
    expect(formatDate(prices.dates[0])).toBe("1927-12-30");
  });

  test.each(Object.entries(EXCHANGES))("for exactly the bars from a date on: %s", async (_name, exchange) => {
    yahoo.respond("PART", chart({ bars: BARS, exchange }));
    const { prices } = await createSource().fetch("PART", { from: parseDate(BARS[20].date) });
    expect(Array.from(prices.dates, formatDate)).toEqual(BARS.slice(20).map(({ date }) => date));
    // The rest of the history stays where it is.
    expect(yahoo.requests.at(-1)?.period1).toBeGreaterThan(Date.parse(BARS[15].date) / 1000);
  });

  test("and may have nothing new: an empty part is not an unknown symbol", async () => {
    yahoo.respond("QUIET", chart({ bars: BARS }));
    const { prices } = await createSource().fetch("QUIET", { from: parseDate("2024-05-01") });
    expect(prices.dates).toHaveLength(0);
  });

  test("but a symbol without a single bar is unknown", async () => {
    yahoo.respond("EMPTY", chart({ bars: [] }));
    expect(await failureOf(createSource().fetch("EMPTY"))).toMatchObject({ code: "UNKNOWN_SYMBOL" });
  });

  test.each([
    ["^gspc", "^GSPC"],
    ["brk-b", "BRK-B"],
    ["m&m.ns", "M&M.NS"],
    ["7203.t", "7203.T"],
    ["eurusd=x", "EURUSD=X"],
    ["CL=F", "CL=F"],
  ])("for %s as %s", async (spelling, symbol) => {
    const source = createSource();
    expect(source.canonical(spelling)).toBe(symbol);
    yahoo.respond(symbol, chart({ bars: BARS }));
    expect((await source.fetch(symbol)).symbol).toBe(symbol);
    expect(yahoo.requests.at(-1)).toMatchObject({ symbol });
  });

  test.each([
    "../../etc",
    "AAPL/../X",
    "AAPL?x=1",
    "AAPL#",
    "AAPL%2F",
    "BRK B",
    " AAPL",
    "TSLA\n",
    "ÄPPEL",
    "\u017Fpy",
    "ibm\u0131",
    "str\u00DF",
    ".AAPL",
    "",
    "A".repeat(31),
    "A".repeat(1000),
  ])("for nothing that is not a symbol: %j", async (text) => {
    const source = createSource();
    const before = yahoo.requests.length;
    const error = await failureOf(Promise.resolve().then(() => source.fetch(source.canonical(text))));
    expect(error).toMatchObject({ code: "UNKNOWN_SYMBOL", isOutage: false });
    expect(error.message.length).toBeLessThan(200);
    expect(yahoo.requests).toHaveLength(before);
  });

  test("at a base URL with a path and a slash at its end", async () => {
    yahoo.respond("BASE", chart({ bars: BARS }));
    const source = createYahooSource({ baseUrl: `${yahoo.url}/`, timeoutMs: 30_000, concurrency: 1, now: () => AFTER });
    expect((await source.fetch("BASE")).prices.dates).toHaveLength(BARS.length);
    expect(yahoo.requests.at(-1)?.path).toMatch(/^\/v8\/finance\/chart\/BASE\?/);
  });

  test("as the default source, over the network", () => {
    expect(createSource()).toMatchObject({ name: "YAHOO", prefix: null, remote: true });
  });
});

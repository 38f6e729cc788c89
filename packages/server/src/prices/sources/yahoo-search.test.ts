import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  held,
  quote,
  quotes,
  searchResult,
  startYahooStandIn,
  type YahooStandIn,
} from "../../../testing/yahoo-stand-in.ts";
import type { PriceSource } from "../price-source.ts";
import { createYahooSource } from "./yahoo.ts";

const MINUTE = 60_000;

let yahoo: YahooStandIn;
let now: number;
let source: PriceSource;

beforeEach(async () => {
  yahoo = await startYahooStandIn();
  now = Date.parse("2024-06-01T00:00:00Z");
  source = createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency: 4, now: () => now });
});

afterEach(() => yahoo.close());

async function found(text: string, limit = 10): Promise<string[]> {
  return (await source.search(text, { limit })).map(({ symbol }) => symbol);
}

const asked = () => yahoo.requests.map(({ search }) => search);

describe("Yahoo's search", () => {
  afterEach(() => vi.restoreAllMocks());

  test("gives the quotes of an answer, without its news, and prints nothing", async () => {
    const methods = ["log", "info", "warn", "error", "debug", "dir"] as const;
    const printed = [
      ...methods.map((method) => vi.spyOn(console, method)),
      vi.spyOn(process.stdout, "write"),
      vi.spyOn(process.stderr, "write"),
    ];
    const fund = quote("SPY", { quoteType: "ETF", longname: "SPDR S&P 500", exchDisp: "NYSEArca" });
    yahoo.respondToSearch(quotes(quote("SPYG"), quote("^SPX", { quoteType: "INDEX", longname: "spy" }), fund));
    const matches = await source.search("spy", { limit: 10 });
    yahoo.respondToSearch(searchResult({ quotes: [null, 5, "SPY", [], true, {}], news: [5] }));
    expect(await found("spy etf")).toEqual([]);
    for (const write of printed) expect(write).not.toHaveBeenCalled();
    expect(matches.map(({ symbol, kind }) => [symbol, kind])).toEqual([
      ["SPY", "ETF"],
      ["SPYG", "EQUITY"],
      ["^SPX", "INDEX"],
    ]);
    expect(matches[0]).toMatchObject({ name: "SPDR S&P 500", exchange: "NYSEArca", firstDate: null, lastDate: null });
  });

  test("asks once, for quotes alone", async () => {
    await found("tesla");
    expect(yahoo.requests).toHaveLength(1);
    const { pathname, searchParams } = new URL(yahoo.requests[0].path, yahoo.url);
    expect(pathname).toBe("/v1/finance/search");
    expect(Object.fromEntries(searchParams)).toMatchObject({ q: "tesla", quotesCount: "50", newsCount: "0" });
  });

  test("takes what is well formed of an answer of which the client knows no form", async () => {
    const broken = [null, 5, quote("BAD SYMBOL"), quote("X", { score: "high", typeDisp: "Bond", index: 7 })];
    yahoo.respondToSearch(searchResult({ quotes: [...broken, quote("Y")], news: "none", count: null }));
    expect(await found("x")).toEqual(["X", "Y"]);
  });

  test("takes fifty quotes of an answer, however many it has: the client needs its time for each", async () => {
    yahoo.respondToSearch(searchResult({ quotes: [...Array(50).fill({}), quote("LATE")] }));
    expect(await found("late")).toEqual([]);
  });

  test.each(["S&P 500 ?#/%+", "münchener", "😀", "../../etc/passwd", "'; DROP TABLE prices;--"])(
    "sends a text as it is, and to its own path: %s",
    async (text) => {
      expect(await found(text)).toEqual([]);
      expect(asked()).toEqual([text]);
    },
  );

  test("of an empty text asks nobody", async () => {
    expect(await found("")).toEqual([]);
    expect(yahoo.requests).toHaveLength(0);
  });
});

describe("a recent search", () => {
  beforeEach(() => yahoo.respondToSearch(quotes(quote("TSLL"), quote("TSLA"), quote("TSLA.MX"))));

  test("is not asked for again for five minutes, in any case, for any limit", async () => {
    expect(await found("tsl", 1)).toEqual(["TSLL"]);
    now += 5 * MINUTE - 1;
    expect(await found("TSL", 50)).toEqual(["TSLL", "TSLA", "TSLA.MX"]);
    expect(await found("Tsl", 2)).toEqual(["TSLL", "TSLA"]);
    expect(asked()).toEqual(["tsl"]);
    now += 1;
    await found("tsl");
    expect(asked()).toEqual(["tsl", "tsl"]);
  });

  test("that found nothing is not asked for again either", async () => {
    await found("nothing  such");
    await found("nothing such");
    expect(asked()).toEqual(["nothing  such"]);
  });

  test("of a time that has yet to come, by a clock that was wrong, is asked for again", async () => {
    now += 365 * 24 * 60 * MINUTE;
    await found("tsl");
    now -= 365 * 24 * 60 * MINUTE;
    await found("tsl");
    expect(asked()).toEqual(["tsl", "tsl"]);
  });

  test("is one of a bounded number: the first of four hundred is asked for again", async () => {
    for (let i = 0; i < 400; i += 50) await Promise.all(Array.from({ length: 50 }, (_, j) => found(`t${i + j}`)));
    await found("t399");
    expect(yahoo.requests).toHaveLength(400);
    await found("t0");
    expect(yahoo.requests).toHaveLength(401);
  });
});

describe("searches for the same at the same time", () => {
  test("share one request", async () => {
    const answer = held(quotes(quote("TSLA")));
    yahoo.respondToSearch(answer.answer);
    const both = [found("tsla"), found("TSLA"), found("tsla", 1)];
    await yahoo.until(({ open }) => open === 1);
    answer.release();
    expect(await Promise.all(both)).toEqual([["TSLA"], ["TSLA"], ["TSLA"]]);
    expect(yahoo.requests).toHaveLength(1);
  });

  test("go on when one who asked leaves, and end when all have left", async () => {
    const answer = held(quotes(quote("TSLA")));
    yahoo.respondToSearch(answer.answer);
    const controllers = [new AbortController(), new AbortController()];
    const searches = controllers.map(({ signal }) => source.search("tsla", { limit: 5, signal }));
    for (const search of searches) search.catch(() => {});
    const patient = found("tsla");
    await yahoo.until(({ open }) => open === 1);
    for (const controller of controllers) controller.abort(new Error("typed on"));
    for (const search of searches) await expect(search).rejects.toThrow("typed on");
    answer.release();
    expect(await patient).toEqual(["TSLA"]);
    expect(yahoo).toMatchObject({ abandoned: 0 });
  });
});

describe("who types on", () => {
  test("takes the request along, and is not told of an outage", async () => {
    yahoo.respondToSearch(held(quotes()).answer);
    const controller = new AbortController();
    const reason = new Error("typed on");
    const search = source.search("tsl", { limit: 5, signal: controller.signal });
    search.catch(() => {});
    await yahoo.until(({ open }) => open === 1);
    controller.abort(reason);
    await expect(search).rejects.toBe(reason);
    await yahoo.until(({ abandoned }) => abandoned === 1);
    // That nobody waited for the answer says nothing of Yahoo.
    yahoo.respondToSearch(quotes(quote("TSLA")));
    expect(await found("tsla")).toEqual(["TSLA"]);
  });

  test("before anything was sent sends nothing", async () => {
    const signal = AbortSignal.abort();
    await expect(source.search("tsl", { limit: 5, signal })).rejects.toBe(signal.reason);
    expect(yahoo.requests).toHaveLength(0);
  });
});

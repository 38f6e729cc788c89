import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  altered,
  body,
  type ChartResult,
  chart,
  failure,
  flooding,
  hanging,
  noDataInRange,
  noSuchSymbol,
  redirect,
  reset,
  stalling,
  startYahooStandIn,
  truncated,
  unavailable,
  weekdayBars,
  type YahooAnswer,
  type YahooStandIn,
} from "../../../testing/yahoo-stand-in.ts";
import { failureOf } from "./price-source.contract.ts";
import { createYahooSource, type YahooOptions } from "./yahoo.ts";

let yahoo: YahooStandIn;
let now: number;

beforeAll(async () => {
  yahoo = await startYahooStandIn();
});

beforeEach(() => {
  now = Date.parse("2024-06-01T00:00:00Z");
});

afterAll(() => yahoo.close());

const LISTING = { bars: weekdayBars("2024-01-02", 5) };

function createSource(options: Partial<YahooOptions> = {}) {
  return createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency: 4, now: () => now, ...options });
}

describe("what Yahoo cannot answer is a typed error", () => {
  const alter = (change: (result: ChartResult) => void) => altered(LISTING, change);
  const used = /^Yahoo's answer for TSLA cannot be used: /;
  const read = /^Yahoo's answer for TSLA cannot be read$/;

  test.each<[string, YahooAnswer, string, RegExp]>([
    ["404", noSuchSymbol(), "UNKNOWN_SYMBOL", /no daily prices for TSLA/],
    ["400 without prices in the range", noDataInRange(), "UNKNOWN_SYMBOL", /no daily prices for TSLA/],
    ["400 for another reason", failure(400, "Bad Request", "Invalid input"), "SOURCE_UNAVAILABLE", /answered 400/],
    ["401", failure(401, "Unauthorized", "Invalid Crumb"), "SOURCE_UNAVAILABLE", /answered 401/],
    ["500", failure(500, "Internal Server Error", "oops"), "SOURCE_UNAVAILABLE", /answered 500/],
    ["a redirect", redirect("/v8/finance/chart/SPY"), "SOURCE_UNAVAILABLE", /answered 302/],
    [
      "another symbol",
      alter(({ meta }) => Object.assign(meta ?? {}, { symbol: "TSLL" })),
      "SOURCE_UNAVAILABLE",
      /cannot be used: it is of TSLL$/,
    ],
    [
      "bars of another length",
      alter(({ meta }) => Object.assign(meta ?? {}, { dataGranularity: "1mo" })),
      "SOURCE_UNAVAILABLE",
      /cannot be used: its bars must be of 1d, got 1mo$/,
    ],
    ["503 in HTML", unavailable(), "SOURCE_UNAVAILABLE", /answered 503/],
    ["JSON that ends in the middle", truncated(LISTING), "SOURCE_UNAVAILABLE", read],
    ["HTML", body("<html>consent, please</html>", "text/html"), "SOURCE_UNAVAILABLE", read],
    ["nothing at all", body(""), "SOURCE_UNAVAILABLE", read],
    ["JSON null", body("null"), "SOURCE_UNAVAILABLE", read],
    ["other JSON", body('{"quoteResponse":{"result":[],"error":null}}'), "SOURCE_UNAVAILABLE", read],
    ["no result", body('{"chart":{"result":[],"error":null}}'), "SOURCE_UNAVAILABLE", read],
    ["a broken connection", reset(), "SOURCE_UNAVAILABLE", /cannot be reached for TSLA/],
    ["no meta", alter((result) => delete result.meta), "SOURCE_UNAVAILABLE", read],
    ["no adjusted closes", alter(({ indicators }) => delete indicators.adjclose), "SOURCE_UNAVAILABLE", used],
    [
      "an empty column of adjusted closes",
      alter(({ indicators }) => delete indicators.adjclose?.[0].adjclose),
      "SOURCE_UNAVAILABLE",
      used,
    ],
    [
      "fewer adjusted closes than timestamps",
      alter(({ indicators }) => indicators.adjclose?.[0].adjclose?.pop()),
      "SOURCE_UNAVAILABLE",
      /5 timestamps and 4 adjusted closes/,
    ],
    ["fewer timestamps than adjusted closes", alter(({ timestamp }) => timestamp?.pop()), "SOURCE_UNAVAILABLE", used],
    [
      "a time zone that nobody knows",
      alter(({ meta }) => Object.assign(meta ?? {}, { exchangeTimezoneName: "Mars/Olympus" })),
      "SOURCE_UNAVAILABLE",
      used,
    ],
    ["a timestamp outside of time", alter(({ timestamp }) => timestamp?.fill(9e15, 0, 1)), "SOURCE_UNAVAILABLE", used],
    [
      "text for a price",
      alter(({ indicators }) => Object.assign(indicators.adjclose?.[0].adjclose ?? [], { 0: "n/a" })),
      "SOURCE_UNAVAILABLE",
      read,
    ],
    ["a price too large for a number", hugePrice(), "SOURCE_UNAVAILABLE", used],
  ])("%s", async (_name, answer, code, message) => {
    const printed = vi.spyOn(console, "error");
    yahoo.respond("TSLA", answer);
    const error = await failureOf(createSource().fetch("TSLA"));
    expect(error.message).toMatch(message);
    expect(error).toMatchObject({ code, isOutage: code !== "UNKNOWN_SYMBOL", details: { symbol: "TSLA" } });
    expect(error.message.length).toBeLessThan(200);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test("a server that is not there", async () => {
    const gone = await startYahooStandIn();
    await gone.close();
    const error = await failureOf(createSource({ baseUrl: gone.url }).fetch("TSLA"));
    expect(error).toMatchObject({
      code: "SOURCE_UNAVAILABLE",
      message: "Yahoo cannot be reached for TSLA (ECONNREFUSED)",
    });
  });

  test.each([
    ["no answer", hanging()],
    ["half an answer", stalling()],
  ])("%s within the time", async (_name, answer) => {
    yahoo.respond("TSLA", answer);
    const error = await failureOf(createSource({ timeoutMs: 40 }).fetch("TSLA"));
    expect(error).toMatchObject({ code: "SOURCE_UNAVAILABLE", message: "Yahoo did not answer within 40 ms for TSLA" });
    await yahoo.until(({ open }) => open === 0);
  });

  test("a redirect, which is not followed", async () => {
    yahoo.respond("TSLA", redirect(`${yahoo.url}/v8/finance/chart/SPY`));
    yahoo.respond("SPY", chart(LISTING));
    const before = yahoo.requests.length;
    expect(await failureOf(createSource().fetch("TSLA"))).toMatchObject({ details: { status: 302 } });
    expect(yahoo.requests.slice(before).map(({ symbol }) => symbol)).toEqual(["TSLA"]);
  });

  test.each([200, 503])("a body without an end (status %d), whose connection is dropped", async (status) => {
    yahoo.respond("TSLA", flooding(status));
    const abandoned = yahoo.abandoned;
    const error = await failureOf(createSource({ maxBodyBytes: 1_000_000 }).fetch("TSLA"));
    const messages = ["Yahoo's answer for TSLA has more than 1000000 bytes", "Yahoo answered 503 for TSLA"];
    expect(error).toMatchObject({ code: "SOURCE_UNAVAILABLE", message: messages[status === 200 ? 0 : 1] });
    await yahoo.until((standIn) => standIn.abandoned === abandoned + 1);
  });

  test("but not a symbol that Yahoo spells in other letters", async () => {
    yahoo.respond(
      "TSLA",
      altered(LISTING, ({ meta }) => Object.assign(meta ?? {}, { symbol: "tsla" })),
    );
    expect(await createSource().fetch("TSLA")).toMatchObject({ symbol: "TSLA" });
  });

  test("and the next answer is right again", async () => {
    const source = createSource();
    for (const answer of [unavailable(), reset(), truncated(LISTING)]) {
      yahoo.respond("TSLA", answer);
      await failureOf(source.fetch("TSLA"));
    }
    yahoo.respond("TSLA", chart(LISTING));
    expect((await source.fetch("TSLA")).prices.dates).toHaveLength(5);
  });

  function hugePrice(): YahooAnswer {
    const json = (value: unknown) => JSON.stringify(value);
    const marker = 123_456.789;
    return (request, response) => {
      const respond = altered(LISTING, ({ indicators }) => indicators.adjclose?.[0].adjclose?.fill(marker, 0, 1));
      const end = response.end.bind(response);
      // JSON can write numbers that a double cannot hold; JSON.stringify cannot.
      response.end = ((text: string) => end(text.replace(json(marker), "1e999"))) as typeof response.end;
      return respond(request, response);
    };
  }
});

describe("a caller that leaves", () => {
  test("is not told of an outage, and takes its request along", async () => {
    const controller = new AbortController();
    const reason = new Error("the client has gone");
    yahoo.respond("TSLA", hanging());
    const abandoned = yahoo.abandoned;
    const fetching = createSource().fetch("TSLA", { signal: controller.signal });
    fetching.catch(() => {});
    await yahoo.until(({ open }) => open === 1);
    controller.abort(reason);
    await expect(fetching).rejects.toBe(reason);
    await yahoo.until((standIn) => standIn.abandoned === abandoned + 1);
  });

  test("before it asked sends no request", async () => {
    yahoo.respond("TSLA", chart(LISTING));
    const before = yahoo.requests.length;
    const signal = AbortSignal.abort();
    await expect(createSource().fetch("TSLA", { signal })).rejects.toBe(signal.reason);
    expect(yahoo.requests).toHaveLength(before);
  });
});

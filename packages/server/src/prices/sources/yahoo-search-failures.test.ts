import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  body,
  chart,
  failure,
  flooding,
  hanging,
  noSuchSymbol,
  quote,
  quotes,
  rateLimited,
  redirect,
  reset,
  stalling,
  startYahooStandIn,
  unavailable,
  weekdayBars,
  type YahooAnswer,
  type YahooStandIn,
} from "../../../testing/yahoo-stand-in.ts";
import { failureOf } from "./price-source.contract.ts";
import { createYahooSource, type YahooOptions } from "./yahoo.ts";
import { createYahooSearch } from "./yahoo-search.ts";

let yahoo: YahooStandIn;
let now: number;

beforeEach(async () => {
  yahoo = await startYahooStandIn();
  now = Date.parse("2024-06-01T00:00:00Z");
});

afterEach(() => yahoo.close());

function createSource(options: Partial<YahooOptions> = {}) {
  return createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency: 4, now: () => now, ...options });
}

const LIMIT = { limit: 10 };
const found = quotes(quote("TSLA"));

describe("what Yahoo cannot answer is a typed error, and the next search is right again", () => {
  const read = /^Yahoo's answer for a search cannot be read$/;

  test.each<[string, YahooAnswer, RegExp]>([
    ["400", failure(400, "Bad Request", "Missing required query parameter=q"), /answered 400 for a search$/],
    ["401", failure(401, "Unauthorized", "Invalid Crumb"), /answered 401/],
    ["404, as of a proxy for charts alone", noSuchSymbol(), /answered 404/],
    ["500", failure(500, "Internal Server Error", "oops"), /answered 500/],
    ["503 in HTML", unavailable(), /answered 503/],
    [
      "an error in an answer of status 200",
      body('{"finance":{"result":null,"error":{"code":"Bad","description":"x"}}}'),
      read,
    ],
    ["HTML", body("<html>consent, please</html>", "text/html"), read],
    ["nothing at all", body(""), read],
    ["JSON null", body("null"), read],
    ["a list", body("[]"), read],
    ["other JSON", body('{"quoteResponse":{"result":[],"error":null}}'), read],
    ["JSON that ends in the middle", body('{"quotes":[{"symbol":"TS'), read],
    ["quotes that are no list", body('{"quotes":{"symbol":"TSLA"},"news":[]}'), read],
  ])("%s", async (_name, answer, message) => {
    const printed = vi.spyOn(console, "error");
    yahoo.respondToSearch(answer);
    const source = createSource();
    const error = await failureOf(source.search("tsla", LIMIT));
    expect(error).toMatchObject({ code: "SOURCE_UNAVAILABLE", isOutage: true, details: { source: "YAHOO" } });
    expect(error.message).toMatch(message);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
    yahoo.respondToSearch(found);
    expect(await source.search("tsla", LIMIT)).toHaveLength(1);
  });

  test("a redirect, which is not followed", async () => {
    yahoo.respondToSearch(redirect(`${yahoo.url}/v1/elsewhere`));
    const error = await failureOf(createSource().search("tsla", LIMIT));
    expect(error.message).toBe("Yahoo answered 302 for a search");
    expect(yahoo.requests).toHaveLength(1);
  });

  test("a body without an end, whose connection is dropped", async () => {
    yahoo.respondToSearch(flooding());
    const error = await failureOf(createSource().search("tsla", LIMIT));
    expect(error.message).toBe("Yahoo's answer for a search has more than 1000000 bytes");
    await yahoo.until(({ abandoned }) => abandoned === 1);
  });
});

describe("a limit of Yahoo's is on our address", () => {
  test("so after a search that was refused no chart is asked for", async () => {
    yahoo.respondToSearch(rateLimited(120));
    yahoo.respond("TSLA", chart({ bars: weekdayBars("2024-01-02", 5) }));
    const source = createSource();
    const error = await failureOf(source.search("tsla", LIMIT));
    expect(error).toMatchObject({ code: "RATE_LIMITED", asked: true, details: { retryAfterSeconds: 120 } });
    expect(error.message).toBe("Yahoo limits our requests: search again in 120 s");
    expect(await failureOf(source.fetch("TSLA"))).toMatchObject({ code: "RATE_LIMITED" });
    expect(yahoo.requests).toHaveLength(1);
    now += 120_000;
    expect(await source.fetch("TSLA")).toMatchObject({ symbol: "TSLA" });
  });

  test("so after a chart that was refused no search is sent, and recent ones still answer", async () => {
    yahoo.respond("TSLA", rateLimited(60));
    yahoo.respondToSearch(found);
    const source = createSource();
    await source.search("tsla", LIMIT);
    await failureOf(source.fetch("TSLA"));
    const blocked = await failureOf(source.search("tsl", LIMIT));
    expect(blocked).toMatchObject({ code: "RATE_LIMITED", asked: false, details: { retryAfterSeconds: 60 } });
    expect(await source.search("TSLA", LIMIT)).toHaveLength(1);
    expect(yahoo.requests).toHaveLength(2);
  });
});

describe("when nobody answers", () => {
  test.each<[string, YahooAnswer, RegExp, number]>([
    ["no answer in time", hanging(), /^Yahoo did not answer within 60 ms for a search$/, 60],
    ["half an answer in time", stalling(), /^Yahoo did not answer within 60 ms for a search$/, 60],
    ["a broken connection", reset(), /^Yahoo cannot be reached for a search \(ECONNRESET\)$/, 30_000],
  ])("%s: the keystrokes of the next ten seconds do not wait for it", async (_name, answer, message, timeoutMs) => {
    const source = createSource({ timeoutMs });
    yahoo.respondToSearch(answer);
    const error = await failureOf(source.search("t", LIMIT));
    expect(error).toMatchObject({ code: "SOURCE_UNAVAILABLE", asked: true });
    expect(error.message).toMatch(message);
    await yahoo.until(({ open }) => open === 0);
    const before = yahoo.requests.length;

    yahoo.respondToSearch(found);
    now += 9_999;
    const next = await failureOf(source.search("ts", LIMIT));
    expect(next).toMatchObject({ code: "SOURCE_UNAVAILABLE", message: error.message, asked: false });
    expect(yahoo.requests).toHaveLength(before);
  });

  test("after ten seconds it is tried again, and when it answers all is as before", async () => {
    const source = createSource();
    yahoo.respondToSearch(reset());
    await failureOf(source.search("t", LIMIT));
    yahoo.respondToSearch(found);
    now += 10_000;
    for (const text of ["ts", "tsl"]) expect(await source.search(text, LIMIT)).toHaveLength(1);
  });

  test("a server that is not there is named so, and charts are asked for all the same", async () => {
    const gone = await startYahooStandIn();
    await gone.close();
    const source = createSource({ baseUrl: gone.url });
    const message = "Yahoo cannot be reached for a search (ECONNREFUSED)";
    expect(await failureOf(source.search("t", LIMIT))).toMatchObject({ message, asked: true });
    expect(await failureOf(source.search("ts", LIMIT))).toMatchObject({ message, asked: false });
    expect(await failureOf(source.fetch("TSLA"))).toMatchObject({ asked: true });
  });

  test("searches that were kept still answer", async () => {
    const source = createSource();
    yahoo.respondToSearch(found);
    await source.search("tsla", LIMIT);
    yahoo.respondToSearch(reset());
    await failureOf(source.search("x", LIMIT));
    expect(await source.search("tsla", LIMIT)).toHaveLength(1);
  });

  test("who waits in the queue behind charts waits no longer", async () => {
    const client = { chart: () => Promise.reject(), search: () => new Promise<never>(() => {}) };
    const search = createYahooSearch({ client, timeoutMs: 20, maxBodyBytes: 1, now: () => now });
    expect(await failureOf(search("tsla", LIMIT))).toMatchObject({
      message: "Yahoo did not answer within 20 ms for a search",
    });
  });

  test.each([
    [30_000, 3_000],
    [500, 500],
  ])("of %d ms for Yahoo, a search has %d", async (timeoutMs, expected) => {
    const timeout = vi.spyOn(AbortSignal, "timeout");
    yahoo.respondToSearch(found);
    await createSource({ timeoutMs }).search("tsla", LIMIT);
    expect(new Set(timeout.mock.calls.flat())).toEqual(new Set([expected]));
    timeout.mockRestore();
  });
});

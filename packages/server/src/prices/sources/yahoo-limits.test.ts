import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  chart,
  held,
  rateLimited,
  startYahooStandIn,
  weekdayBars,
  type YahooStandIn,
} from "../../../testing/yahoo-stand-in.ts";
import { failureOf } from "./price-source.contract.ts";
import { createYahooSource } from "./yahoo.ts";

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

function createSource() {
  return createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency: 4, now: () => now });
}

describe("after a 429 nothing is sent", () => {
  const minute = 60;

  test.each([
    ["the seconds that Yahoo named", () => rateLimited(120), 120],
    ["until the date that Yahoo named", () => rateLimited(new Date(now + 90_000)), 90],
    ["a minute when Yahoo named nothing", () => rateLimited(), minute],
    ["a minute when what Yahoo named cannot be read", () => rateLimited("soon"), minute],
    ["a second when Yahoo named 0", () => rateLimited(0), 1],
    ["an hour when Yahoo named a year", () => rateLimited(31_536_000), 3600],
    ["a second when the date has passed", () => rateLimited(new Date(now - 90_000)), 1],
  ])("for %s", async (_name, answer, seconds) => {
    const source = createSource();
    yahoo.respond("TSLA", answer());
    yahoo.respond("SPY", chart(LISTING));
    const start = now;
    const before = yahoo.requests.length;
    const error = await failureOf(source.fetch("TSLA"));
    expect(error).toMatchObject({ code: "RATE_LIMITED", isOutage: true, details: { retryAfterSeconds: seconds } });
    expect(error.message).toContain(`${seconds} s`);

    // The limit is on our address, so it holds for every symbol.
    now = start + seconds * 1000 - 1;
    const blocked = await failureOf(source.fetch("SPY"));
    expect(blocked).toMatchObject({ code: "RATE_LIMITED", details: { symbol: "SPY", retryAfterSeconds: 1 } });
    expect(yahoo.requests).toHaveLength(before + 1);

    now = start + seconds * 1000;
    expect((await source.fetch("SPY")).symbol).toBe("SPY");
    expect(yahoo.requests).toHaveLength(before + 2);
  });

  test("not even what waited for its turn when the 429 came", async () => {
    const source = createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency: 1, now: () => now });
    const limit = held(rateLimited(30));
    yahoo.respond("TSLA", limit.answer);
    yahoo.respond("SPY", chart(LISTING));
    const before = yahoo.requests.length;
    const failures = [failureOf(source.fetch("TSLA")), failureOf(source.fetch("SPY"))];
    await yahoo.until(({ open }) => open === 1);
    limit.release();
    for (const error of await Promise.all(failures)) expect(error).toMatchObject({ code: "RATE_LIMITED" });
    expect(yahoo.requests).toHaveLength(before + 1);
  });

  test("and a shorter limit that comes later does not lift a longer one", async () => {
    const source = createSource();
    const [long, short] = [held(rateLimited(300)), held(rateLimited(5))];
    yahoo.respond("LONG", long.answer);
    yahoo.respond("SHORT", short.answer);
    const failures = [failureOf(source.fetch("LONG")), failureOf(source.fetch("SHORT"))];
    await yahoo.until(({ open }) => open === 2);
    long.release();
    await failures[0];
    short.release();
    await failures[1];
    now += 6_000;
    expect(await failureOf(source.fetch("SPY"))).toMatchObject({ details: { retryAfterSeconds: 294 } });
  });
});

import { formatDate } from "@hedgeql/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  chart,
  EXCHANGES,
  type Listing,
  startYahooStandIn,
  type YahooStandIn,
} from "../../../testing/yahoo-stand-in.ts";
import { createYahooSource } from "./yahoo.ts";

let yahoo: YahooStandIn;

beforeAll(async () => {
  yahoo = await startYahooStandIn();
});

afterAll(() => yahoo.close());

async function barsOf(listing: Listing, now: number): Promise<[string, number][]> {
  yahoo.respond("LISTED", chart(listing));
  const source = createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency: 4, now: () => now });
  const { prices } = await source.fetch("LISTED");
  return Array.from(prices.dates, (date, i) => [formatDate(date), prices.adjustedCloses[i]]);
}

describe("the session that has not settled is left out", () => {
  const bars = [
    { date: "2024-01-02", adjustedClose: 1 },
    { date: "2024-01-03", adjustedClose: 2 },
    { date: "2024-01-03", adjustedClose: 3, at: "11:00" },
  ];
  const settled = ["2024-01-02", "2024-01-03"];

  test.each([
    ["while it runs", "2024-01-03T16:00:00Z", ["2024-01-02"]],
    ["at the bell (16:00 in New York)", "2024-01-03T21:00:00Z", ["2024-01-02"]],
    ["a moment before it settles", "2024-01-03T21:29:59.999Z", ["2024-01-02"]],
    ["and kept from the moment when it has", "2024-01-03T21:30:00Z", settled],
    ["and kept on the next day", "2024-01-04T10:00:00Z", settled],
  ])("%s", async (_name, now, dates) => {
    expect((await barsOf({ bars }, Date.parse(now))).map(([date]) => date)).toEqual(dates);
  });

  test("in Tokyo too, where it opens on the day before in UTC", async () => {
    const tokyo = { bars: bars.slice(0, 2), exchange: EXCHANGES.tokyo };
    expect((await barsOf(tokyo, Date.parse("2024-01-03T03:00:00Z"))).map(([date]) => date)).toEqual(["2024-01-02"]);
    expect((await barsOf(tokyo, Date.parse("2024-01-03T07:00:00Z"))).map(([date]) => date)).toEqual(settled);
  });

  test("while the last session before it is kept", async () => {
    const listing = { bars: bars.slice(0, 2), session: "2024-01-04" };
    expect((await barsOf(listing, Date.parse("2024-01-04T12:00:00Z"))).map(([date]) => date)).toEqual(settled);
  });

  test("and so is what is dated later, by a slip or before Yahoo has begun to speak of a new session", async () => {
    const slip = { bars: [...bars, { date: "2096-01-03", adjustedClose: 4 }], session: "2024-01-03" };
    const now = Date.parse("2024-01-05T00:00:00Z");
    expect((await barsOf(slip, now)).map(([date]) => date)).toEqual(settled);
    const today = { bars: [...bars, { date: "2024-01-04", adjustedClose: 4 }], session: "2024-01-03" };
    expect((await barsOf(today, Date.parse("2024-01-04T14:31:00Z"))).map(([date]) => date)).toEqual(settled);
  });

  test("for bitcoin, whose day ends at midnight UTC", async () => {
    const crypto = { bars: bars.slice(0, 2), exchange: EXCHANGES.crypto };
    expect((await barsOf(crypto, Date.parse("2024-01-03T23:59:30Z"))).map(([date]) => date)).toEqual(["2024-01-02"]);
    const nextDay = { ...crypto, session: "2024-01-04" };
    expect((await barsOf(nextDay, Date.parse("2024-01-04T00:00:01Z"))).map(([date]) => date)).toEqual(settled);
  });
});

import { formatDate } from "@hedgeql/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startYahooHistories, type YahooHistories } from "../../testing/yahoo-histories.ts";
import {
  chart,
  hanging,
  held,
  rateLimited,
  reset,
  restated,
  stalling,
  truncated,
  unavailable,
  weekdayBars,
} from "../../testing/yahoo-stand-in.ts";
import { createPriceHistories } from "./price-history.ts";
import type { PriceSource } from "./price-source.ts";
import type { PriceStore } from "./price-store.ts";
import { failureOf } from "./sources/price-source.contract.ts";
import { createYahooSource } from "./sources/yahoo.ts";

const HOUR = 3_600_000;
const BARS = weekdayBars("2024-01-02", 60);
const STORED = { bars: BARS.slice(0, 40) };

const OUTAGES = [
  ["503", unavailable(), /answered 503/, 30],
  ["a broken connection", reset(), /cannot be reached/, 30],
  ["half the JSON", truncated(STORED), /cannot be read/, 30],
  ["429 with a time", rateLimited(120), /again in 120 s/, 120],
  ["429 without one", rateLimited(), /again in 60 s/, 60],
] as const;

describe("while the source is out, a stored history", () => {
  let rig: YahooHistories;
  let retrievedAt: number;

  beforeEach(async () => {
    rig = await startYahooHistories({ freshForMs: HOUR });
    rig.yahoo.respond("TSLA", chart(STORED));
    ({ retrievedAt } = (await rig.histories.load("TSLA")) as { retrievedAt: number });
    rig.clock.now += HOUR;
  });
  afterEach(() => rig.stop());

  test.each(OUTAGES)(
    "serves and says why it is old; nothing is sent in the pause, and one request after it: %s",
    async (_name, answer, reason, pauseSeconds) => {
      const start = rig.clock.now;
      rig.yahoo.respond("TSLA", answer);
      const stale = await rig.histories.load("TSLA");
      expect(stale.stale).toMatch(reason);
      expect(stale.retrievedAt).toBe(retrievedAt);
      expect(Array.from(stale.prices.dates, formatDate)).toEqual(STORED.bars.map(({ date }) => date));
      expect(rig.yahoo.requests).toHaveLength(2);

      rig.yahoo.respond("TSLA", chart({ bars: BARS }));
      rig.clock.now = start + pauseSeconds * 1000 - 1;
      expect(await rig.histories.load("TSLA")).toEqual(stale);
      expect(rig.yahoo.requests).toHaveLength(2);

      rig.clock.now = start + pauseSeconds * 1000;
      const fresh = await rig.histories.load("TSLA");
      expect(fresh).toMatchObject({ stale: null, retrievedAt: rig.clock.now });
      expect(fresh.prices.dates).toHaveLength(60);
      expect(rig.yahoo.requests).toHaveLength(3);
    },
  );

  test("serves on when the outage goes on, with a new pause each time", async () => {
    rig.yahoo.respond("TSLA", unavailable());
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect((await rig.histories.load("TSLA")).stale).toMatch(/503/);
      expect((await rig.histories.load("TSLA")).stale).toMatch(/503/);
      expect(rig.yahoo.requests).toHaveLength(1 + attempt);
      rig.clock.now += 30_000;
    }
  });

  test("is not made stale by the outage of another symbol", async () => {
    rig.yahoo.respond("SPY", chart(STORED));
    await rig.histories.load("SPY");
    rig.clock.now += HOUR;
    rig.yahoo.respond("TSLA", unavailable());
    expect((await rig.histories.load("TSLA")).stale).toMatch(/503/);
    expect((await rig.histories.load("SPY")).stale).toBeNull();
  });

  test("is in the pause of every symbol when Yahoo limits us", async () => {
    rig.yahoo.respond("SPY", chart(STORED));
    await rig.histories.load("SPY");
    rig.clock.now += HOUR;
    rig.yahoo.respond("TSLA", rateLimited(120));
    await rig.histories.load("TSLA");
    const sent = rig.yahoo.requests.length;
    rig.clock.now += 20_000;
    expect((await rig.histories.load("SPY")).stale).toMatch(/ask for SPY again in 100 s/);
    expect(rig.yahoo.requests).toHaveLength(sent);
    rig.clock.now += 100_000;
    expect((await rig.histories.load("SPY")).stale).toBeNull();
  });
});

describe("a source that does not answer in time", () => {
  let rig: YahooHistories;
  beforeEach(async () => {
    rig = await startYahooHistories({ freshForMs: HOUR });
  });
  afterEach(() => rig.stop());

  test.each([
    ["no answer", hanging()],
    ["half an answer", stalling()],
  ])("leaves the stored history to serve: %s", async (_name, answer) => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    const { retrievedAt } = await rig.histories.load("TSLA");
    rig.clock.now += HOUR;
    rig.yahoo.respond("TSLA", answer);
    const now = () => rig.clock.now;
    const impatient = createPriceHistories({
      sources: [createYahooSource({ baseUrl: rig.yahoo.url, timeoutMs: 40, concurrency: 1, now })],
      store: rig.store,
      freshForMs: HOUR,
      concurrency: 1,
      now,
    });
    const stale = "Yahoo did not answer within 40 ms for TSLA";
    expect(await impatient.load("TSLA")).toMatchObject({ retrievedAt, stale });
  });
});

describe("without a stored history", () => {
  let rig: YahooHistories;
  beforeEach(async () => {
    rig = await startYahooHistories({ freshForMs: HOUR });
  });
  afterEach(() => rig.stop());

  test.each(OUTAGES)("an outage is a typed error: %s", async (_name, answer, reason) => {
    rig.yahoo.respond("TSLA", answer);
    const error = await failureOf(rig.histories.load("TSLA"));
    expect(error.message).toMatch(reason);
    expect(error).toMatchObject({ isOutage: true, details: { symbol: "TSLA" } });
    expect(await rig.store.load("YAHOO", "TSLA")).toBeUndefined();
  });

  test("an unknown symbol is one, and nothing is stored", async () => {
    expect(await failureOf(rig.histories.load("NOSUCH"))).toMatchObject({ code: "UNKNOWN_SYMBOL" });
    expect(await rig.store.load("YAHOO", "NOSUCH")).toBeUndefined();
  });

  test("the next request after an error succeeds", async () => {
    rig.yahoo.respond("TSLA", unavailable());
    await failureOf(rig.histories.load("TSLA"));
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    expect(await rig.histories.load("TSLA")).toMatchObject({ stale: null });
  });
});

describe("a store that fails", () => {
  const failure = new Error("the disk is full");
  let rig: YahooHistories;
  beforeEach(async () => {
    rig = await startYahooHistories({ freshForMs: HOUR });
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
  });
  afterEach(() => rig.stop());

  const source = (): PriceSource =>
    createYahooSource({ baseUrl: rig.yahoo.url, timeoutMs: 30_000, concurrency: 4, now: () => rig.clock.now });

  test("to save still answers, tells, and asks again the next time", async () => {
    const told: unknown[] = [];
    const store: PriceStore = { ...rig.store, save: () => Promise.reject(failure) };
    const histories = createPriceHistories({
      sources: [source()],
      store,
      freshForMs: HOUR,
      concurrency: 4,
      now: () => rig.clock.now,
      onStoreFailure: (error, symbol) => told.push(error, symbol),
    });
    expect(await histories.load("TSLA")).toMatchObject({ id: "TSLA", stale: null });
    expect(told).toEqual([failure, "TSLA"]);
    await histories.load("TSLA");
    expect(rig.yahoo.requests).toHaveLength(2);
  });

  test("to save needs nobody to tell", async () => {
    const store: PriceStore = { ...rig.store, save: () => Promise.reject(failure) };
    const histories = createPriceHistories({ sources: [source()], store, freshForMs: HOUR, concurrency: 4 });
    expect((await histories.load("TSLA")).prices.dates).toHaveLength(60);
  });

  test("to load costs a request, answers all the same, and is told", async () => {
    const told: unknown[] = [];
    const store: PriceStore = { ...rig.store, load: () => Promise.reject(failure) };
    const histories = createPriceHistories({
      sources: [source()],
      store,
      freshForMs: HOUR,
      concurrency: 4,
      onStoreFailure: (error, symbol) => told.push(error, symbol),
    });
    expect((await histories.load("TSLA")).prices.dates).toHaveLength(60);
    expect(told).toEqual([failure, "TSLA"]);
  });

  test("to save a restated series does not mix it with the old one later", async () => {
    await rig.histories.load("TSLA");
    rig.clock.now += HOUR;
    const after = restated(BARS, BARS[59].date, 0.5);
    const gate = held(chart({ bars: after }));
    rig.yahoo.respond("TSLA", gate.answer);
    gate.release();
    const failing = createPriceHistories({
      sources: [source()],
      store: { ...rig.store, save: () => Promise.reject(failure) },
      freshForMs: HOUR,
      concurrency: 4,
      now: () => rig.clock.now,
    });
    const closes = after.map(({ adjustedClose }) => adjustedClose);
    expect([...(await failing.load("TSLA")).prices.adjustedCloses]).toEqual(closes);
    expect([...(await rig.histories.load("TSLA")).prices.adjustedCloses]).toEqual(closes);
  });
});

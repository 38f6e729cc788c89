import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startYahooHistories, type YahooHistories } from "../../testing/yahoo-histories.ts";
import {
  chart,
  hanging,
  held,
  noSuchSymbol,
  rateLimited,
  reset,
  unavailable,
  weekdayBars,
} from "../../testing/yahoo-stand-in.ts";
import { PriceError } from "./price-error.ts";
import { createPriceHistories } from "./price-history.ts";
import { failureOf } from "./sources/price-source.contract.ts";
import { createYahooSource } from "./sources/yahoo.ts";

const HOUR = 3_600_000;
const BARS = weekdayBars("2024-01-02", 20);

let rig: YahooHistories;

beforeEach(async () => {
  rig = await startYahooHistories({ freshForMs: HOUR });
});

afterEach(() => rig.stop());

/** Stores a history, and lets it grow old. */
async function storeOld(symbol: string): Promise<void> {
  rig.yahoo.respond(symbol, chart({ bars: BARS }));
  await rig.histories.load(symbol);
  rig.clock.now += HOUR;
}

describe("a failure of the source is told", () => {
  test("once, for all who asked together, with its cause", async () => {
    const outage = held(reset());
    rig.yahoo.respond("TSLA", outage.answer);
    const loads = [failureOf(rig.histories.load("TSLA")), failureOf(rig.histories.load("tsla"))];
    await rig.yahoo.until(({ open }) => open === 1);
    loads.push(failureOf(rig.histories.load("TSLA")));
    outage.release();
    const [error] = await Promise.all(loads);
    expect(rig.failures).toEqual([{ of: "source", error, symbol: "TSLA" }]);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("though a stored history serves, and not again in the pause", async () => {
    await storeOld("TSLA");
    rig.yahoo.respond("TSLA", unavailable());
    for (let load = 0; load < 3; load++) expect((await rig.histories.load("TSLA")).stale).toMatch(/503/);
    expect(rig.failures).toMatchObject([{ of: "source", error: { details: { status: 503 } }, symbol: "TSLA" }]);
    rig.clock.now += 30_000;
    await rig.histories.load("TSLA");
    expect(rig.failures).toHaveLength(2);
  });

  test("when Yahoo limits us, and not for what is then not sent", async () => {
    await storeOld("SPY");
    rig.yahoo.respond("TSLA", rateLimited(120));
    expect(await failureOf(rig.histories.load("TSLA"))).toMatchObject({ code: "RATE_LIMITED" });
    expect(await failureOf(rig.histories.load("TSLA"))).toMatchObject({ code: "RATE_LIMITED" });
    expect((await rig.histories.load("SPY")).stale).toMatch(/limits our requests/);
    expect(rig.failures).toMatchObject([{ of: "source", error: { code: "RATE_LIMITED" }, symbol: "TSLA" }]);
  });

  test("when Yahoo no longer has what is stored, while a symbol that nobody has is an answer", async () => {
    await storeOld("TSLA");
    rig.yahoo.respond("TSLA", noSuchSymbol());
    await rig.histories.load("TSLA");
    await failureOf(rig.histories.load("NOSUCH"));
    expect(rig.failures).toMatchObject([{ of: "source", error: { code: "UNKNOWN_SYMBOL" }, symbol: "TSLA" }]);
  });

  test("when it is none that a source should have, too", async () => {
    const bug = new TypeError("undefined is not a function");
    const told: unknown[] = [];
    const histories = createPriceHistories({
      sources: [{ ...createYahooSource({ baseUrl: rig.yahoo.url, timeoutMs: 1, concurrency: 1 }), fetch: broken }],
      store: rig.store,
      freshForMs: HOUR,
      concurrency: 1,
      onSourceFailure: (error, symbol) => told.push(error, symbol),
    });
    function broken() {
      return Promise.reject(bug);
    }
    await expect(histories.load("TSLA")).rejects.toBe(bug);
    expect(told).toEqual([bug, "TSLA"]);
  });
});

describe("nothing is told as a failure", () => {
  test("while answers are right", async () => {
    await storeOld("TSLA");
    await rig.histories.load("TSLA");
    expect(rig.failures).toEqual([]);
  });

  test("when all who wait leave", async () => {
    await storeOld("TSLA");
    rig.yahoo.respond("TSLA", hanging());
    const controllers = [new AbortController(), new AbortController()];
    const left = Promise.allSettled(controllers.map(({ signal }) => rig.histories.load("TSLA", signal)));
    await rig.yahoo.until(({ open }) => open === 1);
    for (const controller of controllers) controller.abort();
    await left;
    await rig.yahoo.until(({ abandoned }) => abandoned === 1);
    await new Promise(setImmediate);
    expect(rig.failures).toEqual([]);
  });

  test("when all who wait leave and the source takes that for an outage, and no pause follows", async () => {
    await storeOld("TSLA");
    const told: unknown[] = [];
    const asked: AbortSignal[] = [];
    const brokenOff = Promise.withResolvers<never>();
    const yahoo = createYahooSource({
      baseUrl: rig.yahoo.url,
      timeoutMs: 30_000,
      concurrency: 1,
      now: () => rig.clock.now,
    });
    const histories = createPriceHistories({
      sources: [
        {
          ...yahoo,
          fetch(symbol, options) {
            if (asked.length > 0) return yahoo.fetch(symbol, options);
            asked.push(options?.signal as AbortSignal);
            return brokenOff.promise;
          },
        },
      ],
      store: rig.store,
      freshForMs: HOUR,
      concurrency: 1,
      now: () => rig.clock.now,
      onSourceFailure: (error) => told.push(error),
    });
    const controller = new AbortController();
    const left = histories.load("TSLA", controller.signal);
    await vi.waitFor(() => expect(asked).toHaveLength(1), 15_000);
    controller.abort();
    await expect(left).rejects.toBe(controller.signal.reason);
    brokenOff.reject(new PriceError("SOURCE_UNAVAILABLE", "Yahoo answered 503 for TSLA"));
    await new Promise(setImmediate);
    expect(told).toEqual([]);
    expect(await histories.load("TSLA")).toMatchObject({ stale: null, retrievedAt: rig.clock.now });
  });

  test("when all have left before the store fails", async () => {
    const loading = Promise.withResolvers<undefined>();
    const told: unknown[] = [];
    const histories = createPriceHistories({
      sources: [createYahooSource({ baseUrl: rig.yahoo.url, timeoutMs: 30_000, concurrency: 1 })],
      store: { ...rig.store, load: () => loading.promise },
      freshForMs: HOUR,
      concurrency: 1,
      onStoreFailure: (error) => told.push(error),
      onSourceFailure: (error) => told.push(error),
    });
    const controller = new AbortController();
    const left = histories.load("TSLA", controller.signal);
    controller.abort();
    await expect(left).rejects.toBe(controller.signal.reason);
    loading.reject(new Error("the store is closed"));
    await new Promise(setImmediate);
    expect(told).toEqual([]);
    expect(rig.yahoo.requests).toHaveLength(0);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startYahooHistories, type YahooHistories } from "../../testing/yahoo-histories.ts";
import { chart, type HeldAnswer, hanging, held, unavailable, weekdayBars } from "../../testing/yahoo-stand-in.ts";
import { failureOf } from "./sources/price-source.contract.ts";

const HOUR = 3_600_000;
const LIMIT = 3;
const BARS = weekdayBars("2024-01-02", 20);

let rig: YahooHistories;
let gate: HeldAnswer;

beforeEach(async () => {
  rig = await startYahooHistories({ freshForMs: HOUR, concurrency: LIMIT });
  gate = held(chart({ bars: BARS }));
  rig.yahoo.respond("TSLA", gate.answer);
});

afterEach(() => rig.stop());

const requestArrived = () => rig.yahoo.until(({ open }) => open > 0);

describe("those who ask for one symbol at the same time", () => {
  test("share one request, however they spell it", async () => {
    const loads = ["TSLA", "tsla", " Tsla "].map((symbol) => rig.histories.load(symbol));
    await requestArrived();
    loads.push(rig.histories.load("tSLA"));
    gate.release();
    const [first, ...others] = await Promise.all(loads);
    for (const other of others) expect(other).toEqual(first);
    expect(rig.yahoo.requests).toHaveLength(1);
  });

  test("share one failure, and the next one asks again", async () => {
    const outage = held(unavailable());
    rig.yahoo.respond("TSLA", outage.answer);
    const failures = [failureOf(rig.histories.load("TSLA")), failureOf(rig.histories.load("TSLA"))];
    await requestArrived();
    outage.release();
    for (const error of await Promise.all(failures)) expect(error).toMatchObject({ code: "SOURCE_UNAVAILABLE" });
    expect(rig.yahoo.requests).toHaveLength(1);
    await failureOf(rig.histories.load("TSLA"));
    expect(rig.yahoo.requests).toHaveLength(2);
  });

  test("still get their answer when one of them leaves", async () => {
    const controller = new AbortController();
    const leaving = rig.histories.load("TSLA", controller.signal);
    const staying = rig.histories.load("TSLA", new AbortController().signal);
    await requestArrived();
    controller.abort();
    await expect(leaving).rejects.toBe(controller.signal.reason);
    expect(rig.yahoo.abandoned).toBe(0);
    gate.release();
    expect((await staying).prices.dates).toHaveLength(20);
    expect(rig.yahoo.requests).toHaveLength(1);
    expect(await rig.store.load("YAHOO", "TSLA")).toBeDefined();
  });

  test("take the request along when all of them leave, and the next one is served", async () => {
    const controllers = [new AbortController(), new AbortController()];
    const loads = controllers.map(({ signal }) => rig.histories.load("TSLA", signal));
    const left = Promise.allSettled(loads);
    await requestArrived();
    for (const controller of controllers) controller.abort();
    const reasons = controllers.map(({ signal }) => ({ status: "rejected", reason: signal.reason }));
    expect(await left).toEqual(reasons);
    await rig.yahoo.until(({ abandoned }) => abandoned === 1);
    expect(await rig.store.load("YAHOO", "TSLA")).toBeUndefined();

    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    expect((await rig.histories.load("TSLA")).stale).toBeNull();
  });

  test("are not taken for an outage when they leave: no pause follows", async () => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    await rig.histories.load("TSLA");
    rig.clock.now += HOUR;
    rig.yahoo.respond("TSLA", hanging());
    const controller = new AbortController();
    const leaving = rig.histories.load("TSLA", controller.signal);
    leaving.catch(() => {});
    await requestArrived();
    controller.abort();
    await expect(leaving).rejects.toBe(controller.signal.reason);
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    expect(await rig.histories.load("TSLA")).toMatchObject({ stale: null, retrievedAt: rig.clock.now });
  });

  test("ask nothing when they had left before", async () => {
    const signal = AbortSignal.abort();
    await expect(rig.histories.load("TSLA", signal)).rejects.toBe(signal.reason);
    expect(rig.yahoo.requests).toHaveLength(0);
  });
});

describe("those who ask for many symbols at the same time", () => {
  const symbols = Array.from({ length: 12 }, (_, i) => `S${i}`);

  test("are served side by side, and never by more requests at once than the limit", async () => {
    const gates = new Map(symbols.map((symbol) => [symbol, held(chart({ bars: BARS }))]));
    for (const [symbol, { answer }] of gates) rig.yahoo.respond(symbol, answer);
    const loads = Promise.all(symbols.map((symbol) => rig.histories.load(symbol)));
    for (let answered = 0; answered < symbols.length; answered++) {
      const atOnce = Math.min(LIMIT, symbols.length - answered);
      await rig.yahoo.until(({ requests, open }) => requests.length === answered + atOnce && open === atOnce);
      gates.get(rig.yahoo.requests[answered].symbol)?.release();
    }
    expect((await loads).map(({ id }) => id)).toEqual(symbols);
    expect(rig.yahoo.peak).toBe(LIMIT);
    expect(rig.yahoo.requests).toHaveLength(symbols.length);
  });

  test("get the others' answers when one symbol is bad", async () => {
    for (const symbol of symbols) rig.yahoo.respond(symbol, chart({ bars: BARS }));
    const loads = await Promise.allSettled([...symbols, "NOSUCH"].map((symbol) => rig.histories.load(symbol)));
    expect(loads.map(({ status }) => status)).toEqual([...symbols.map(() => "fulfilled"), "rejected"]);
  });

  test("and leave send nothing for what was still waiting its turn", async () => {
    const controller = new AbortController();
    for (const symbol of symbols) rig.yahoo.respond(symbol, hanging());
    const loads = symbols.map((symbol) => rig.histories.load(symbol, controller.signal));
    const left = Promise.allSettled(loads);
    await rig.yahoo.until(({ open }) => open === LIMIT);
    controller.abort();
    await left;
    await rig.yahoo.until(({ open }) => open === 0);
    rig.yahoo.respond("LAST", chart({ bars: BARS }));
    await rig.histories.load("LAST");
    expect(rig.yahoo.requests).toHaveLength(LIMIT + 1);
  });
});

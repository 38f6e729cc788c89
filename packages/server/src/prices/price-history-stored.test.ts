import { priceSeries } from "@hedgeql/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startYahooHistories, type YahooHistories } from "../../testing/yahoo-histories.ts";
import { chart, noSuchSymbol, rateLimited, unavailable, weekdayBars } from "../../testing/yahoo-stand-in.ts";
import type { StoredInstrument } from "./price-store.ts";
import { failureOf } from "./sources/price-source.contract.ts";

const HOUR = 3_600_000;
const BARS = weekdayBars("2024-01-02", 60);
const STORED = { bars: BARS.slice(0, 40) };

describe("a stored history", () => {
  let rig: YahooHistories;
  let stored: StoredInstrument;
  beforeEach(async () => {
    rig = await startYahooHistories({ freshForMs: HOUR });
    rig.yahoo.respond("TSLA", chart(STORED));
    await rig.histories.load("TSLA");
    stored = (await rig.store.load("YAHOO", "TSLA")) as StoredInstrument;
  });
  afterEach(() => rig.stop());

  test("that a wrong clock stamped with a time to come is fetched whole again", async () => {
    const ahead = rig.clock.now + 10 * 24 * HOUR;
    await rig.store.save({ ...stored, retrievedAt: ahead, wholeAt: ahead });
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    const history = await rig.histories.load("TSLA");
    expect(history).toMatchObject({ stale: null, retrievedAt: rig.clock.now });
    expect(history.prices.dates).toHaveLength(60);
    expect(rig.yahoo.requests.at(-1)?.period1).toBeLessThan(0);
    const { now } = rig.clock;
    expect(await rig.store.load("YAHOO", "TSLA")).toMatchObject({ retrievedAt: now, wholeAt: now });
  });

  test("that a clock a little ahead has stamped is fresh: asking again would not be stored", async () => {
    rig.clock.now -= HOUR / 2;
    for (let i = 0; i < 5; i++) {
      rig.clock.now += 60_000;
      expect((await rig.histories.load("TSLA")).stale).toBeNull();
    }
    expect(rig.yahoo.requests).toHaveLength(1);
  });

  test("is not kept from its source by a pause that a wrong clock set", async () => {
    rig.clock.now += 24 * HOUR;
    rig.yahoo.respond("TSLA", rateLimited(3600));
    expect((await rig.histories.load("TSLA")).stale).toContain("3600");
    rig.clock.now -= 22 * HOUR;
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    expect(await rig.histories.load("TSLA")).toMatchObject({ stale: null, retrievedAt: rig.clock.now });
  });

  test("gives way to a shorter one that is still all there is after a month, and asks seldom until then", async () => {
    rig.yahoo.respond("TSLA", chart({ bars: weekdayBars("2024-03-01", 15, 9) }));
    const refused = rig.clock.now + HOUR;
    rig.clock.now = refused;
    expect((await rig.histories.load("TSLA")).stale).toContain("has 15 prices where 40 are stored");
    const asked = rig.yahoo.requests.length;
    rig.clock.now = refused + 5 * HOUR;
    await rig.histories.load("TSLA");
    expect(rig.yahoo.requests).toHaveLength(asked);
    rig.clock.now = refused + 30 * 24 * HOUR;
    expect(await rig.histories.load("TSLA")).toMatchObject({ stale: null });
    expect((await rig.store.load("YAHOO", "TSLA"))?.prices.dates).toHaveLength(15);
  });

  test("without a bar counts as none", async () => {
    const empty = priceSeries(new Int32Array(0), new Float64Array(0));
    await rig.store.save({ ...stored, prices: empty, retrievedAt: stored.retrievedAt + 1 });
    rig.clock.now += 1;
    expect((await rig.histories.load("TSLA")).prices.dates).toHaveLength(40);
    await rig.store.save({ ...stored, prices: empty, retrievedAt: rig.clock.now });
    rig.yahoo.respond("TSLA", unavailable());
    expect(await failureOf(rig.histories.load("TSLA"))).toMatchObject({ code: "SOURCE_UNAVAILABLE" });
  });

  test.each([
    ["no longer has", noSuchSymbol()],
    ["has no prices of any more", chart({ bars: [] })],
  ])("of a symbol that Yahoo %s serves: it is still true", async (_name, answer) => {
    rig.clock.now += HOUR;
    rig.yahoo.respond("TSLA", answer);
    const history = await rig.histories.load("TSLA");
    expect(history.stale).toBe("Yahoo has no daily prices for TSLA");
    expect(history.prices).toEqual(stored.prices);
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    rig.clock.now += 30_000;
    expect(await rig.histories.load("TSLA")).toMatchObject({ stale: null, retrievedAt: rig.clock.now });
  });

  test("is not replaced by fewer than half its bars, and says why", async () => {
    rig.clock.now += HOUR;
    rig.yahoo.respond("TSLA", chart({ bars: BARS.slice(41) }));
    const history = await rig.histories.load("TSLA");
    expect(history.stale).toBe("Yahoo's answer for TSLA has 19 prices where 40 are stored");
    expect(history.prices).toEqual(stored.prices);
    expect(await rig.store.load("YAHOO", "TSLA")).toEqual(stored);
  });
});

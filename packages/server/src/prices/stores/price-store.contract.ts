import { priceSeries } from "@hedgeql/core";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { generation } from "../../../testing/price-generation.ts";
import { startStoreProcess } from "../../../testing/store-process.ts";
import type { PriceStore, StoredInstrument } from "../price-store.ts";

export interface StoreUnderTest {
  open(location: string): Promise<PriceStore>;
  /** A place for a store that does not exist yet: a file or a URL. */
  newLocation(): Promise<string>;
  tearDown(): Promise<void>;
}

const TSLA: StoredInstrument = {
  source: "YAHOO",
  symbol: "TSLA",
  name: "Tesla, Inc.",
  currency: "USD",
  exchange: "NasdaqGS",
  retrievedAt: 1_732_270_000_123,
  wholeAt: 1_732_000_000_456,
  prices: priceSeries(Int32Array.of(19_724, 19_725, 19_726), Float64Array.of(248.42, 238.45, 237.93)),
};

function withPrices(dates: ArrayLike<number>, closes: ArrayLike<number>): StoredInstrument {
  return { ...TSLA, prices: priceSeries(Int32Array.from(dates), Float64Array.from(closes)) };
}

const bitsOf = ({ prices }: StoredInstrument) => ({
  dates: Buffer.from(prices.dates.slice().buffer).toString("hex"),
  closes: Buffer.from(prices.adjustedCloses.slice().buffer).toString("hex"),
});

/** What every price store must do; each store's own tests call this. */
export function describePriceStore(name: string, setup: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of price stores`, { timeout: 60_000 }, () => {
    let subject: StoreUnderTest;
    let location: string;
    let store: PriceStore;

    beforeAll(async () => {
      subject = await setup();
    }, 60_000);
    beforeEach(async () => {
      location = await subject.newLocation();
      store = await subject.open(location);
    });
    afterEach(() => store.close());
    afterAll(() => subject.tearDown(), 60_000);

    async function loaded(symbol = "TSLA"): Promise<StoredInstrument> {
      const found = await store.load("YAHOO", symbol);
      if (found === undefined) throw new Error(`${symbol} is not stored`);
      return found;
    }

    test("knows nothing at first", async () => {
      expect(await store.load("YAHOO", "TSLA")).toBeUndefined();
    });

    test("gives back all that was saved", async () => {
      await store.save(TSLA);
      expect(await loaded()).toEqual(TSLA);
    });

    test("gives back what is not known as null", async () => {
      const bare = { ...TSLA, name: null, currency: null, exchange: null };
      await store.save(bare);
      expect(await loaded()).toEqual(bare);
    });

    test("gives back an empty series", async () => {
      await store.save(withPrices([], []));
      expect((await loaded()).prices).toEqual(priceSeries(new Int32Array(0), new Float64Array(0)));
    });

    test("gives back every price to the last bit: negative, both zeros, the smallest, the largest", async () => {
      const { MIN_VALUE, MAX_VALUE, MAX_SAFE_INTEGER } = Number;
      const odd = [-37.63, -0, 0, MIN_VALUE, -MIN_VALUE, 2.2250738585072014e-308 / 3, MAX_VALUE, -MAX_VALUE];
      const closes = [...odd, MAX_SAFE_INTEGER, 0.1, 1 / 3, 100.01000213623047];
      const dates = closes.map((_close, i) => i);
      dates[0] = -719_162; // 0001-01-01
      dates[dates.length - 1] = 2_932_896; // 9999-12-31
      const saved = withPrices(dates, closes);
      await store.save(saved);
      expect(bitsOf(await loaded())).toEqual(bitsOf(saved));
    });

    test("gives back any series to the last bit", async () => {
      const bar = fc.tuple(
        fc.integer({ min: -719_162, max: 2_932_896 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      );
      const bars = fc.uniqueArray(bar, { selector: ([date]) => date, maxLength: 300 });
      let retrievedAt = TSLA.retrievedAt;
      await fc.assert(
        fc.asyncProperty(bars, async (rows) => {
          rows.sort(([a], [b]) => a - b);
          const columns = withPrices(
            rows.map(([date]) => date),
            rows.map(([, close]) => close),
          );
          const saved = { ...columns, retrievedAt: retrievedAt++ };
          await store.save(saved);
          expect(bitsOf(await loaded())).toEqual(bitsOf(saved));
        }),
        { numRuns: 50 },
      );
    });

    test("gives back a thousand years of daily prices", async () => {
      const closes = Float64Array.from({ length: 252_000 }, (_, i) => Math.sin(i) * 1e6);
      const saved = withPrices(
        Array.from(closes, (_, i) => i),
        closes,
      );
      await store.save(saved);
      expect(bitsOf(await loaded())).toEqual(bitsOf(saved));
    });

    test("saves what a series shows, when it is a part of a longer one", async () => {
      const dates = Int32Array.of(1, 2, 3, 4, 5);
      const closes = Float64Array.of(10, 20, 30, 40, 50);
      await store.save({ ...TSLA, prices: priceSeries(dates.subarray(1, 4), closes.subarray(1, 4)) });
      const { prices } = await loaded();
      expect([...prices.dates]).toEqual([2, 3, 4]);
      expect([...prices.adjustedCloses]).toEqual([20, 30, 40]);
    });

    test("gives columns of their own, which nobody else changes", async () => {
      await store.save(TSLA);
      const first = await loaded();
      first.prices.adjustedCloses.fill(0);
      first.prices.dates.fill(0);
      expect(await loaded()).toEqual(TSLA);
    });

    test("replaces a series whole, by a shorter one too", async () => {
      await store.save(TSLA);
      const newer = {
        ...withPrices([19_727], [240.45]),
        name: "Tesla",
        currency: null,
        exchange: "NMS",
        retrievedAt: TSLA.retrievedAt + 1,
      };
      await store.save(newer);
      expect(await loaded()).toEqual(newer);
    });

    test("never replaces a newer answer by an older one", async () => {
      await store.save(TSLA);
      await store.save({ ...withPrices([1], [1]), retrievedAt: TSLA.retrievedAt - 1 });
      expect(await loaded()).toEqual(TSLA);
    });

    test.each([
      ["an hour ahead, which clocks may differ by, stays", 3_600_000, TSLA.prices],
      ["further ahead is of a wrong clock, and is replaced", 3_600_001, withPrices([1], [1]).prices],
    ])("an answer that is stamped %s", async (_name, ahead, prices) => {
      await store.save(TSLA);
      await store.save({ ...withPrices([1], [1]), retrievedAt: TSLA.retrievedAt - ahead });
      expect((await loaded()).prices).toEqual(prices);
    });

    test("replaces an answer of the same moment", async () => {
      await store.save(TSLA);
      await store.save(withPrices([1], [1]));
      expect([...(await loaded()).prices.dates]).toEqual([1]);
    });

    test("ends with the newest of many answers that come at once, in any order", async () => {
      const numbers = [3, 9, 1, 7, 5, 8, 2, 6, 4, 0];
      await Promise.all(numbers.map((number) => store.save(generation(number))));
      expect(await loaded("GENERATION")).toEqual(generation(9));
    });

    test("keeps one symbol of two sources apart", async () => {
      const sample: StoredInstrument = { ...withPrices([1], [1]), source: "SAMPLE", retrievedAt: 1 };
      await store.save(TSLA);
      await store.save(sample);
      expect(await store.load("YAHOO", "TSLA")).toEqual(TSLA);
      expect(await store.load("SAMPLE", "TSLA")).toEqual(sample);
      expect(await store.load("CSV", "TSLA")).toBeUndefined();
    });

    test("takes any text as a symbol like any other", async () => {
      await store.save(TSLA);
      const hostile = ["O'Reilly", `"quoted"`, "a;drop table price_series;--", "\\", "%", "_", " TSLA "];
      const saved = [...hostile, "^GSPC", "Ørsted 株式 🚀"].map((symbol) => ({
        ...TSLA,
        symbol,
        name: `${symbol} Inc.`,
      }));
      for (const instrument of saved) await store.save(instrument);
      for (const instrument of [TSLA, ...saved]) expect(await loaded(instrument.symbol)).toEqual(instrument);
    });

    test("tells upper case from lower case", async () => {
      await store.save(TSLA);
      expect(await store.load("YAHOO", "tsla")).toBeUndefined();
    });

    test("still has everything when it is opened again", async () => {
      await store.save(TSLA);
      await store.close();
      store = await subject.open(location);
      expect(await loaded()).toEqual(TSLA);
    });

    test("shows one server what another has saved", async () => {
      const other = await subject.open(location);
      try {
        await other.save(TSLA);
        expect(await loaded()).toEqual(TSLA);
        const newer = { ...withPrices([1, 2], [3, 4]), retrievedAt: TSLA.retrievedAt + 1 };
        await store.save(newer);
        expect(await other.load("YAHOO", "TSLA")).toEqual(newer);
      } finally {
        await other.close();
      }
    });

    test("answers a ping while it is open, and not after", async () => {
      await store.ping();
      await store.close();
      await expect(store.ping()).rejects.toThrow();
      store = await subject.open(location);
    });

    test("may be opened for the first time by several servers at once", async () => {
      for (let round = 0; round < 2; round++) {
        const fresh = await subject.newLocation();
        const symbols = ["A", "B", "C", "D"];
        const servers = await Promise.all(symbols.map((symbol) => startStoreProcess(fresh, "open", symbol)));
        for (const server of servers) server.go();
        for (const server of servers) expect(await server.ended, server.complaints()).toBe(0);
        const shared = await subject.open(fresh);
        for (const symbol of symbols) expect(await shared.load("YAHOO", symbol)).toMatchObject({ symbol });
        await shared.close();
      }
    });
  });
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPriceHistories, type PriceHistories } from "../src/prices/price-history.ts";
import type { PriceSource } from "../src/prices/price-source.ts";
import type { PriceStore } from "../src/prices/price-store.ts";
import { createYahooSource } from "../src/prices/sources/yahoo.ts";
import { openSqliteStore } from "../src/prices/stores/sqlite.ts";
import { startYahooStandIn, type YahooStandIn } from "./yahoo-stand-in.ts";

/** Price histories as the server has them, with the real client and a real store, on a stand-in for Yahoo. */
export interface YahooHistories {
  readonly yahoo: YahooStandIn;
  readonly store: PriceStore;
  readonly histories: PriceHistories;
  /** What was told of failures so far, oldest first: the store's and the source's. */
  readonly failures: readonly { of: "store" | "source"; error: unknown; symbol: string }[];
  /** What the histories take for the time; a test moves it. */
  readonly clock: { now: number };
  stop(): Promise<void>;
}

export interface YahooHistoriesOptions {
  readonly freshForMs: number;
  readonly concurrency?: number;
  readonly otherSources?: readonly PriceSource[];
}

/** Starts price histories with an empty store of their own. */
export async function startYahooHistories(options: YahooHistoriesOptions): Promise<YahooHistories> {
  const { freshForMs, concurrency = 4, otherSources = [] } = options;
  const folder = await mkdtemp(join(tmpdir(), "hedgeql-histories-"));
  const yahoo = await startYahooStandIn();
  const store = await openSqliteStore(join(folder, "prices.sqlite"));
  const clock = { now: Date.parse("2024-06-01T00:00:00Z") };
  const now = () => clock.now;
  const failures: YahooHistories["failures"][number][] = [];
  const source = createYahooSource({ baseUrl: yahoo.url, timeoutMs: 30_000, concurrency, now });
  const histories = createPriceHistories({
    sources: [source, ...otherSources],
    store,
    freshForMs,
    concurrency,
    now,
    onStoreFailure: (error, symbol) => failures.push({ of: "store", error, symbol }),
    onSourceFailure: (error, symbol) => failures.push({ of: "source", error, symbol }),
  });
  return {
    yahoo,
    store,
    histories,
    failures,
    clock,
    async stop() {
      await yahoo.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

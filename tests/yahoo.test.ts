import {
  chart,
  EXCHANGES,
  hanging,
  held,
  noSuchSymbol,
  rateLimited,
  restated,
  startYahooStandIn,
  truncated,
  unavailable,
  weekdayBars,
  type YahooStandIn,
} from "@hedgeql/server/testing/yahoo-stand-in";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, type RunningServer, startServer } from "./running-server.ts";

/** A whole year of sessions, long closed. */
const STOCK = weekdayBars("2024-01-01", 260, 1);
const INDEX = weekdayBars("2024-01-01", 260, 2);

const HEDGE = `{
  hedgedPortfolio(portfolio: { symbol: "tsla" }, benchmarks: ["SPY"]) {
    regression { beta observations }
    verification { beta }
    unhedged { values }
    provenance {
      assets { symbol source currency retrievedAt stale }
      warnings { code message }
    }
  }
}`;

let yahoo: YahooStandIn;
let server: RunningServer;

beforeEach(async () => {
  yahoo = await startYahooStandIn();
  yahoo.respond("TSLA", chart({ bars: STOCK }));
  yahoo.respond("SPY", chart({ bars: INDEX }));
  // Nothing is fresh: every query asks Yahoo, as it would after an hour.
  server = await startServer({
    env: { YAHOO_BASE_URL: yahoo.url, YAHOO_TIMEOUT_MS: "500", PRICES_FRESH_SECONDS: "0" },
  });
});
afterEach(async () => {
  await server.close();
  await yahoo.close();
});

const returnsOf = (bars: readonly { adjustedClose: number | null }[]) =>
  bars.slice(1).map(({ adjustedClose }, i) => Number(adjustedClose) / Number(bars[i].adjustedClose) - 1);

test("a hedge on Yahoo's prices: one call a symbol, however it is spelled, and the right numbers", async () => {
  const { data, errors } = await ask(server.url, HEDGE);
  expect(errors).toEqual([]);
  expect(data.hedgedPortfolio.regression.observations).toBe(259);
  const values = data.hedgedPortfolio.unhedged.values as unknown as number[];
  returnsOf(STOCK).forEach((expected, i) => {
    expect(values[i]).toBeCloseTo(expected, 12);
  });
  expect(data.hedgedPortfolio.provenance.assets).toMatchObject([
    { symbol: "TSLA", source: "YAHOO", currency: "USD", stale: null },
    { symbol: "SPY", source: "YAHOO" },
  ]);
  expect(yahoo.requests.map(({ symbol }) => symbol).sort()).toEqual(["SPY", "TSLA"]);
});

test("fields of one request, and requests at the same time, share one call", async () => {
  const release = held(chart({ bars: STOCK }));
  yahoo.respond("TSLA", release.answer);
  const query = '{ a: asset(symbol: "TSLA") { name } b: assets(symbols: ["tsla", "TSLA"]) { name } }';
  const both = [ask(server.url, query), ask(server.url, query)];
  await yahoo.until(({ open }) => open === 1);
  release.release();
  for (const { errors } of await Promise.all(both)) expect(errors).toEqual([]);
  expect(yahoo.requests).toHaveLength(1);
});

test("two root fields of the same hedge share its loads", async () => {
  const args = '(portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"])';
  const { errors } = await ask(server.url, `{ regression${args} { beta } hedgedPortfolio${args} { effectiveness } }`);
  expect(errors).toEqual([]);
  expect(yahoo.requests).toHaveLength(2);
});

test("while a series is fresh nothing is asked of Yahoo, after a restart neither", async () => {
  const env = { YAHOO_BASE_URL: yahoo.url, PRICES_FRESH_SECONDS: "3600" };
  const first = await startServer({ env });
  await ask(first.url, HEDGE);
  await ask(first.url, HEDGE);
  await first.end("SIGKILL");
  const second = await startServer({ env, dataDir: first.dataDir });
  const { data } = await ask(second.url, HEDGE);
  expect(data.hedgedPortfolio.regression.observations).toBe(259);
  expect(yahoo.requests).toHaveLength(2);
  await second.close();
});

test("an Asian exchange is joined on its own dates", async () => {
  yahoo.respond("7203.T", chart({ bars: STOCK, exchange: EXCHANGES.tokyo }));
  const query = '{ asset(symbol: "7203.T") { exchange currency prices { dates adjustedCloses } } }';
  const { data } = await ask(server.url, query);
  expect(data.asset).toMatchObject({ exchange: "Tokyo", currency: "JPY" });
  expect(data.asset.prices.dates).toEqual(STOCK.map(({ date }) => date));
  const mixed =
    '{ regression(portfolio: { symbol: "7203.T" }, benchmarks: ["TSLA"]) { beta provenance { warnings { code } } } }';
  const answer = await ask(server.url, mixed);
  expect(answer.data.regression).toEqual({
    // The same prices on the same dates: were the dates a day off, beta would be anything but 1.
    beta: expect.closeTo(1, 12),
    provenance: { warnings: [{ code: "CURRENCIES_DIFFER" }] },
  });
});

test("null rows are dropped and the session that is open is left out", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const holes = STOCK.map((bar, i) => (i % 50 === 7 ? { ...bar, adjustedClose: null } : bar));
  const live = [...holes, { date: today, adjustedClose: 1e6 }];
  yahoo.respond("TSLA", chart({ bars: live, exchange: EXCHANGES.crypto, session: today }));
  const { data } = await ask(server.url, '{ asset(symbol: "TSLA") { prices { dates adjustedCloses } } }');
  const kept = holes.filter(({ adjustedClose }) => adjustedClose !== null);
  expect(data.asset.prices).toEqual({
    dates: kept.map(({ date }) => date),
    adjustedCloses: kept.map(({ adjustedClose }) => adjustedClose),
  });
});

describe("failures without anything stored", () => {
  test.each([
    ["404", noSuchSymbol(), { code: "UNKNOWN_SYMBOL", symbol: "TSLA" }],
    ["429 with retry-after", rateLimited(17), { code: "RATE_LIMITED", retryAfterSeconds: 17, symbol: "TSLA" }],
    ["503", unavailable(), { code: "SOURCE_UNAVAILABLE", symbol: "TSLA", status: 503 }],
    ["a timeout", hanging(), { code: "SOURCE_UNAVAILABLE", symbol: "TSLA" }],
    ["truncated JSON", truncated({ bars: STOCK }), { code: "SOURCE_UNAVAILABLE", symbol: "TSLA" }],
  ])("%s: a typed error, and the neighbour answers", async (_, answer, extensions) => {
    yahoo.respond("TSLA", answer);
    const { data, errors } = await ask(server.url, '{ assets(symbols: ["SPY", "TSLA"]) { symbol } }');
    // After a 429 nothing more is sent, so there the neighbour may share the fate.
    if (extensions.code !== "RATE_LIMITED") expect(data.assets).toEqual([{ symbol: "SPY" }, null]);
    expect(errors.at(-1)).toMatchObject({ path: ["assets", 1], extensions });
    expect(server.output()).not.toContain("unexpected error");
  });
});

describe("with a history stored", () => {
  test.each([
    ["503", unavailable()],
    ["a timeout", hanging()],
    ["429", rateLimited(30)],
    ["truncated JSON", truncated({ bars: STOCK })],
  ])("%s: the stored one serves, and the answer says since when and why", async (_, failure) => {
    const before = await ask(server.url, HEDGE);
    yahoo.respond("TSLA", failure);
    const { data, errors } = await ask(server.url, HEDGE);
    expect(errors).toEqual([]);
    expect(data.hedgedPortfolio.regression).toEqual(before.data.hedgedPortfolio.regression);
    const [stock] = data.hedgedPortfolio.provenance.assets as unknown as { retrievedAt: string; stale: string }[];
    expect(stock.retrievedAt).toBe(before.data.hedgedPortfolio.provenance.assets[0 as never].retrievedAt);
    expect(stock.stale).toContain("Yahoo");
    expect(data.hedgedPortfolio.provenance.warnings).toContainEqual({
      code: "STALE_PRICES",
      message: expect.stringContaining(stock.retrievedAt),
    });
  });

  test("a split and a dividend between two fetches: the whole history is fetched again, never mixed", async () => {
    await ask(server.url, HEDGE);
    const later = weekdayBars("2024-01-01", 270, 1);
    const dividend = restated(later, later[262].date, 0.99);
    const split = restated(dividend, later[265].date, 0.25);
    yahoo.respond("TSLA", chart({ bars: split }));
    yahoo.respond("SPY", chart({ bars: weekdayBars("2024-01-01", 270, 2) }));
    const { data } = await ask(server.url, HEDGE);
    expect(data.hedgedPortfolio.regression.observations).toBe(269);
    const values = data.hedgedPortfolio.unhedged.values as unknown as number[];
    returnsOf(split).forEach((expected, i) => {
      expect(values[i]).toBeCloseTo(expected, 12);
    });
    // First fetch, overlap, and the whole again for the restated one; the other only grew.
    expect(yahoo.requests.filter(({ symbol }) => symbol === "TSLA")).toHaveLength(3);
    expect(yahoo.requests.filter(({ symbol }) => symbol === "SPY")).toHaveLength(2);
  });
});

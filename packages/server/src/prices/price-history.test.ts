import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatDate } from "@hedgeql/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startYahooHistories, type YahooHistories } from "../../testing/yahoo-histories.ts";
import { type Bar, chart, restated, unavailable, weekdayBars } from "../../testing/yahoo-stand-in.ts";
import { createPriceHistories, type PriceHistory } from "./price-history.ts";
import { createCsvSource } from "./sources/csv.ts";
import { failureOf } from "./sources/price-source.contract.ts";
import { createSampleSource } from "./sources/sample.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BARS = weekdayBars("2024-01-02", 60);

let rig: YahooHistories;

beforeEach(async () => {
  rig = await startYahooHistories({ freshForMs: HOUR });
});

afterEach(() => rig.stop());

const rowsOf = ({ prices }: Pick<PriceHistory, "prices">) =>
  Array.from(prices.dates, (date, i) => [formatDate(date), prices.adjustedCloses[i]]);
const rowsIn = (bars: readonly Bar[]) => bars.map(({ date, adjustedClose }) => [date, adjustedClose]);
/** The first dates that were asked for since a request, with the day before that Asia needs taken off. */
const askedFrom = (request: number) =>
  rig.yahoo.requests
    .slice(request)
    .map(({ period1 }) => (period1 < 0 ? "the beginning" : formatDate(period1 / 86_400 + 1)));

/** The history is what the source has, and so is the store. */
async function expectWhole(symbol: string, bars: readonly Bar[]): Promise<void> {
  const history = await rig.histories.load(symbol);
  expect(rowsOf(history)).toEqual(rowsIn(bars));
  expect(history).toMatchObject({ stale: null, retrievedAt: rig.clock.now });
  const stored = await rig.store.load("YAHOO", symbol);
  expect(stored).toMatchObject({ retrievedAt: rig.clock.now });
  expect(stored?.prices).toEqual(history.prices);
}

describe("a history", () => {
  test("comes from its source, is stored, and asks nothing while it is fresh", async () => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS, name: "Tesla, Inc." }));
    const start = rig.clock.now;
    const first = await rig.histories.load("TSLA");
    expect(first).toMatchObject({ id: "TSLA", symbol: "TSLA", source: "YAHOO", name: "Tesla, Inc.", currency: "USD" });
    expect(first).toMatchObject({ exchange: "NasdaqGS", stale: null, retrievedAt: start });
    expect(rowsOf(first)).toEqual(rowsIn(BARS));

    rig.yahoo.respond("TSLA", unavailable());
    rig.clock.now = start + HOUR - 1;
    expect(await rig.histories.load("TSLA")).toEqual(first);
    expect(askedFrom(0)).toEqual(["the beginning"]);
  });

  test("is asked for again from the moment when it is no longer fresh", async () => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    await rig.histories.load("TSLA");
    rig.clock.now += HOUR;
    await expectWhole("TSLA", BARS);
    expect(rig.yahoo.requests).toHaveLength(2);
  });

  test("is fetched whole again after a week, in case a late dividend restated what lies before the overlap", async () => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    await rig.histories.load("TSLA");
    const late = restated(BARS, BARS[20].date, 0.98);
    rig.yahoo.respond("TSLA", chart({ bars: late }));
    rig.clock.now += 6 * DAY;
    await rig.histories.load("TSLA");
    rig.clock.now += DAY;
    await expectWhole("TSLA", late);
    expect(askedFrom(0)).toEqual(["the beginning", BARS[50].date, "the beginning"]);
  });

  test("outlives the server: what one has stored serves the next", async () => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS }));
    const first = await rig.histories.load("TSLA");
    const { store, clock } = rig;
    const next = createPriceHistories({
      sources: [{ ...createSampleSource(), name: "YAHOO", prefix: null, remote: true }],
      store,
      freshForMs: HOUR,
      concurrency: 1,
      now: () => clock.now,
    });
    expect(await next.load("TSLA")).toEqual(first);
  });
});

describe("a refresh", () => {
  beforeEach(async () => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS.slice(0, 40) }));
    await rig.histories.load("TSLA");
    rig.clock.now += DAY;
  });

  test("asks for the last ten stored bars again, and appends what is new", async () => {
    rig.yahoo.respond("TSLA", chart({ bars: BARS, name: "Tesla (renamed)" }));
    await expectWhole("TSLA", BARS);
    expect(askedFrom(1)).toEqual([BARS[30].date]);
    expect(await rig.store.load("YAHOO", "TSLA")).toMatchObject({ name: "Tesla (renamed)" });
  });

  test("may find nothing new", async () => {
    await expectWhole("TSLA", BARS.slice(0, 40));
    expect(askedFrom(1)).toEqual([BARS[30].date]);
  });

  test.each([
    ["a split of 4 to 1", restated(BARS, BARS[41].date, 1 / 4)],
    ["a dividend of a thousandth", restated(BARS, BARS[41].date, 0.999)],
    ["a dividend entered late", restated(BARS, BARS[35].date, 0.99)],
    ["a corrected bar", BARS.map((bar, i) => (i === 33 ? { ...bar, adjustedClose: 1 } : bar))],
    ["a bar that Yahoo took back", BARS.filter((_bar, i) => i !== 33)],
    ["a last bar that Yahoo took back", BARS.filter((_bar, i) => i !== 39)],
    ["a bar that Yahoo added later", insertedSaturday(BARS)],
    ["a bar that moved to another date, with its price", movedToSaturday(BARS)],
    ["a history that got shorter", BARS.slice(0, 35)],
    ["a history that begins later", BARS.slice(35)],
    ["a history of half the length", BARS.slice(40)],
  ])("that meets %s replaces the whole series", async (_name, bars) => {
    rig.yahoo.respond("TSLA", chart({ bars }));
    await expectWhole("TSLA", bars);
    expect(askedFrom(1)).toEqual([BARS[30].date, "the beginning"]);
  });

  test("of fewer than ten bars asks for all of them", async () => {
    rig.yahoo.respond("IPO", chart({ bars: BARS.slice(0, 3) }));
    await rig.histories.load("IPO");
    rig.clock.now += DAY;
    rig.yahoo.respond("IPO", chart({ bars: BARS }));
    const before = rig.yahoo.requests.length;
    await expectWhole("IPO", BARS);
    expect(askedFrom(before)).toEqual([BARS[0].date]);
  });

  test("that fails between its two requests leaves the stored series as it was", async () => {
    const good = chart({ bars: restated(BARS, BARS[41].date, 1 / 4) });
    rig.yahoo.respond("TSLA", (request, response) => (request.period1 < 0 ? unavailable() : good)(request, response));
    const history = await rig.histories.load("TSLA");
    expect(rowsOf(history)).toEqual(rowsIn(BARS.slice(0, 40)));
    expect(history.stale).toMatch(/503/);
    expect(rowsOf((await rig.store.load("YAHOO", "TSLA")) ?? history)).toEqual(rowsIn(BARS.slice(0, 40)));
  });
});

describe("a symbol", () => {
  let folder: string;
  let histories: ReturnType<typeof createPriceHistories>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "hedgeql-symbols-"));
    await writeFile(join(folder, "myfund.csv"), "date,adjustedClose\n2024-01-02,100\n");
    await rig.stop();
    rig = await startYahooHistories({
      freshForMs: HOUR,
      otherSources: [createSampleSource(), createCsvSource(folder)],
    });
    histories = rig.histories;
    rig.yahoo.respond("AAPL", chart({ bars: BARS }));
  });

  afterEach(() => rm(folder, { recursive: true }));

  test.each([
    ["tsla", "TSLA"],
    [" TSLA ", "TSLA"],
    ["sample:aapl", "sample:AAPL"],
    ["Sample: ^gspc".replace(" ", ""), "sample:^GSPC"],
    ["CSV:myfund", "csv:myfund"],
    ["csv:MyFund", "csv:MyFund"],
  ])("%j is %j", (text, id) => {
    expect(histories.identify(text)).toBe(id);
    expect(histories.identify(id)).toBe(id);
  });

  test("picks its source by its prefix, and nothing stands in for anything else", async () => {
    const [yahoo, sample, csv] = await Promise.all(
      ["AAPL", "sample:AAPL", "csv:myfund"].map((symbol) => histories.load(symbol)),
    );
    expect(yahoo).toMatchObject({ id: "AAPL", symbol: "AAPL", source: "YAHOO", retrievedAt: rig.clock.now });
    expect(sample).toMatchObject({ id: "sample:AAPL", symbol: "AAPL", source: "SAMPLE", retrievedAt: null });
    expect(csv).toMatchObject({ id: "csv:myfund", symbol: "myfund", source: "CSV", retrievedAt: null, stale: null });
    expect([yahoo, sample, csv].map(({ prices }) => prices.dates.length)).toEqual([60, 1260, 1]);
    // Files are not stored: they do not age.
    expect(await rig.store.load("SAMPLE", "AAPL")).toBeUndefined();
    expect(await failureOf(histories.load("sample:TSLA"))).toMatchObject({ code: "UNKNOWN_SYMBOL" });
    expect(rig.yahoo.requests).toHaveLength(1);
  });

  test.each([
    ["", "BAD_INPUT", /must not be empty/],
    ["  ", "BAD_INPUT", /must not be empty/],
    ["sample:", "BAD_INPUT", /must not be empty/],
    ["csv: ", "BAD_INPUT", /must not be empty/],
    [
      "bloomberg:TSLA",
      "UNKNOWN_SYMBOL",
      /no price source is called bloomberg; prefixes are sample:, csv:, and Yahoo's symbols have none$/,
    ],
    [":TSLA", "UNKNOWN_SYMBOL", /prefixes are sample:, csv:/],
    [`${"x".repeat(5000)}:TSLA`, "UNKNOWN_SYMBOL", /^.{0,200}$/],
    ["csv:../../etc/passwd", "UNKNOWN_SYMBOL", /without folders/],
    ["A".repeat(1000), "UNKNOWN_SYMBOL", /^.{0,200}$/],
  ])("%j is refused and nobody is asked", async (text, code, message) => {
    for (const refused of [Promise.resolve().then(() => histories.identify(text)), histories.load(text)]) {
      const error = await failureOf(refused);
      expect(error).toMatchObject({ code, isOutage: false });
      expect(error.message).toMatch(message);
      expect(JSON.stringify(error.details).length).toBeLessThan(200);
    }
    expect(rig.yahoo.requests).toHaveLength(0);
  });
});

function insertedSaturday(bars: readonly Bar[]): Bar[] {
  const friday = lastFriday(bars.slice(0, 38));
  return [
    ...bars.slice(0, friday + 1),
    { ...saturdayAfter(bars[friday]), adjustedClose: 1 },
    ...bars.slice(friday + 1),
  ];
}

function movedToSaturday(bars: readonly Bar[]): Bar[] {
  const friday = lastFriday(bars.slice(0, 38));
  return bars.map((bar, i) => (i === friday ? saturdayAfter(bar) : bar));
}

function lastFriday(bars: readonly Bar[]): number {
  return bars.findLastIndex(({ date }) => new Date(date).getUTCDay() === 5);
}

function saturdayAfter(bar: Bar): Bar {
  return { ...bar, date: new Date(Date.parse(bar.date) + DAY).toISOString().slice(0, 10) };
}

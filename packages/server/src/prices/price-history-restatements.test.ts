import { formatDate } from "@hedgeql/core";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startYahooHistories, type YahooHistories } from "../../testing/yahoo-histories.ts";
import { type Bar, chart, pricePath, restated, unavailable, weekdays } from "../../testing/yahoo-stand-in.ts";

// What happens at Yahoo between two refreshes. Dividends and splits scale everything before their date; corrections,
// gaps and late rows are among the last bars, which a refresh asks for again.
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("days" as const), count: fc.integer({ min: 0, max: 25 }) }) },
  fc.record({
    kind: fc.constant("restatement" as const),
    barsAgo: fc.integer({ min: 0, max: 8 }),
    factor: fc.constantFrom(1 / 4, 1 / 2, 2, 0.9, 0.99, 0.999999),
  }),
  fc.record({ kind: fc.constant("correction" as const), barsAgo: fc.integer({ min: 0, max: 8 }) }),
  fc.record({ kind: fc.constant("gap" as const), barsAgo: fc.integer({ min: 0, max: 8 }) }),
  fc.record({ kind: fc.constant("null row" as const), barsAgo: fc.integer({ min: 0, max: 8 }) }),
  fc.record({ kind: fc.constant("outage" as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const DATES = weekdays("2023-01-02", 400);
const PRICES = pricePath(400, 7);

/** The bars that Yahoo has after a change; `days` is how many dates have passed in all. */
function changed(bars: readonly Bar[], step: Change, days: number): Bar[] {
  const at = "barsAgo" in step ? bars.length - 1 - step.barsAgo : 0;
  switch (step.kind) {
    case "days":
      return [
        ...bars,
        ...DATES.slice(days, days + step.count).map((date, i) => ({ date, adjustedClose: PRICES[days + i] })),
      ];
    case "restatement":
      // An ex-date of today or some days ago; the bars before it change.
      return at <= 0 ? [...bars] : restated(bars, bars[at].date, step.factor);
    case "correction":
      return bars.map((bar, i) => (i === at ? { ...bar, adjustedClose: (bar.adjustedClose ?? 50) + 0.01 } : bar));
    case "gap":
      return bars.length < 12 ? [...bars] : bars.filter((_bar, i) => i !== at);
    case "null row":
      return bars.length < 12 ? [...bars] : bars.map((bar, i) => (i === at ? { ...bar, adjustedClose: null } : bar));
    case "outage":
      return [...bars];
  }
}

const rowsIn = (bars: readonly Bar[]) =>
  bars.filter((bar) => bar.adjustedClose !== null).map(({ date, adjustedClose }) => [date, adjustedClose]);

let rig: YahooHistories;

beforeAll(async () => {
  rig = await startYahooHistories({ freshForMs: 3_600_000 });
});

afterAll(() => rig.stop());

test("after any changes at Yahoo, a refreshed series is the one that Yahoo has now, never a mixture", async () => {
  let runs = 0;
  const scenario = fc.record({
    first: fc.integer({ min: 1, max: 40 }),
    // Several changes between two refreshes, several refreshes.
    refreshes: fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ first, refreshes }) => {
      const symbol = `RUN${runs++}`;
      let days = first;
      let bars = changed([], { kind: "days", count: first }, 0);
      let known = rowsIn(bars);
      const load = async () => {
        rig.clock.now += 86_400_000;
        const history = await rig.histories.load(symbol);
        const stored = await rig.store.load("YAHOO", symbol);
        expect(stored?.prices).toEqual(history.prices);
        const rows = Array.from(history.prices.dates, (date, i) => [
          formatDate(date),
          history.prices.adjustedCloses[i],
        ]);
        return { rows, stale: history.stale };
      };
      rig.yahoo.respond(symbol, chart({ bars }));
      expect(await load()).toEqual({ rows: known, stale: null });
      for (const steps of refreshes) {
        for (const step of steps) {
          bars = changed(bars, step, days);
          if (step.kind === "days") days += step.count;
        }
        if (steps.some(({ kind }) => kind === "outage")) {
          rig.yahoo.respond(symbol, unavailable());
          expect(await load()).toEqual({ rows: known, stale: `Yahoo answered 503 for ${symbol}` });
        }
        rig.yahoo.respond(symbol, chart({ bars }));
        known = rowsIn(bars);
        expect(await load()).toEqual({ rows: known, stale: null });
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

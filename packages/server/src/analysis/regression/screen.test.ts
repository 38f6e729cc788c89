import { AnalysisError, DomainError, parseDate, priceSeries, regress } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import type { PriceHistory } from "../../prices/price-history.ts";
import { type ScreenLoads, type ScreenRequest, screen } from "./screen.ts";

const START = parseDate("2024-01-01");

/** Prices that jump about, on every day but those left out. */
function history(id: string, seed: number, { without = [], days = 60 }: { without?: number[]; days?: number } = {}) {
  const offsets = Array.from({ length: days }, (_, i) => i).filter((i) => !without.includes(i));
  const prices = offsets.map((i) => 50 + 10 * Math.sin((i + 1) * (i + 3) * seed));
  const series = priceSeries(
    Int32Array.from(offsets, (i) => START + i),
    Float64Array.from(prices),
  );
  const about = { name: id, currency: null, exchange: null, source: "CSV", retrievedAt: null, stale: null } as const;
  return { id, symbol: id, prices: series, ...about } satisfies PriceHistory;
}

const MARKET = history("M", 1);

function loads(known: readonly PriceHistory[], more: Partial<ScreenLoads> = {}): ScreenLoads {
  const load = async (symbol: string) => {
    const found = known.find(({ id }) => id === symbol.toUpperCase());
    if (found === undefined) throw new AnalysisError("BAD_INPUT", `there is no ${symbol}`);
    return found;
  };
  return { benchmark: load, symbol: load, signal: undefined, ...more };
}

const request = (symbols: readonly string[], more: Partial<ScreenRequest> = {}): ScreenRequest => ({
  symbols,
  benchmarks: ["M"],
  period: {},
  interval: "DAY",
  returnKind: "SIMPLE",
  riskFree: { kind: "none" },
  ...more,
});

const returnsOf = ({ prices }: PriceHistory, without: readonly number[] = []) => {
  const closes = prices.adjustedCloses.filter((_, i) => !without.includes(prices.dates[i] - START));
  return closes.subarray(1).map((close, i) => close / closes[i] - 1);
};

test("rows stand in the order asked, whichever history comes first, and carry the source's spelling", async () => {
  const known = Array.from({ length: 40 }, (_, i) => history(`S${i}`, i + 2));
  const { symbol: load, ...rest } = loads([MARKET, ...known]);
  const symbol = async (asked: string) => {
    // The later asked, the sooner there.
    for (let turns = 40 - Number(asked.slice(1)); turns > 0; turns--) await undefined;
    return load(asked);
  };
  const rows = await screen(
    { ...rest, symbol },
    request(
      known.map(({ id }) => id.toLowerCase()),
      {},
    ),
  );
  expect(rows.map((row) => row.symbol)).toEqual(known.map(({ id }) => id));
  rows.forEach(({ result, error }, i) => {
    const alone = regress(returnsOf(known[i]), [returnsOf(MARKET)]);
    expect(error).toBeNull();
    expect(result?.alpha).toBeCloseTo(alone.coefficients[0].estimate, 12);
    expect(result?.betas[0]).toBeCloseTo(alone.coefficients[1].estimate, 12);
    expect(result?.standardErrors[0]).toBeCloseTo(alone.coefficients[1].standardError, 12);
    expect(result?.rSquared).toBeCloseTo(alone.rSquared as number, 12);
  });
});

test("what was prepared for some dates does not serve for others", async () => {
  const [full, holes] = [history("FULL", 5), history("HOLES", 6, { without: [10, 30, 31] })];
  // As many dates as HOLES has, and not the same ones.
  const others = history("OTHERS", 7, { without: [11, 30, 31] });
  const symbols = ["FULL", "HOLES", "OTHERS", "HOLES", "FULL"];
  const rows = await screen(loads([MARKET, full, holes, others]), request(symbols));
  expect(rows.map(({ result }) => result?.observations)).toEqual([59, 56, 56, 56, 59]);
  expect(rows.map(({ result }) => result?.datesDropped)).toEqual([0, 3, 3, 3, 0]);
  const beta = (y: PriceHistory, without: number[]) =>
    regress(returnsOf(y), [returnsOf(MARKET, without)]).coefficients[1].estimate;
  const expected = [beta(full, []), beta(holes, [10, 30, 31]), beta(others, [11, 30, 31])];
  [...expected, expected[1], expected[0]].forEach((value, i) => {
    expect(rows[i].result?.betas[0]).toBeCloseTo(value, 12);
  });
});

test("a rate is taken off both sides of every row", async () => {
  const [a, bills] = [history("A", 3), history("BILLS", 4)];
  const riskFree = { kind: "symbol", symbol: "BILLS" } as const;
  const [{ result }] = await screen(loads([MARKET, a, bills]), request(["A"], { riskFree }));
  const rates = returnsOf(bills);
  const less = (values: Float64Array) => values.map((value, t) => value - rates[t]);
  const alone = regress(less(returnsOf(a)), [less(returnsOf(MARKET))]);
  expect(result?.betas[0]).toBeCloseTo(alone.coefficients[1].estimate, 12);
  expect(result?.alpha).toBeCloseTo(alone.coefficients[0].estimate, 12);
});

describe("failures", () => {
  const known = [MARKET, history("A", 3), history("FEW", 4, { days: 3 })];

  test("of a symbol stay in its row", async () => {
    const [a, nobody, few, again] = await screen(loads(known), request(["A", "nobody", "few", "A"]));
    expect(nobody).toMatchObject({ symbol: "nobody", result: null, error: { code: "BAD_INPUT" } });
    // It was found, so it is named as its source does.
    expect(few).toMatchObject({ symbol: "FEW", result: null, error: { code: "INSUFFICIENT_DATA" } });
    expect(again).toEqual(a);
    expect(a.error).toBeNull();
  });

  test("of a benchmark or a rate are of the whole, before any symbol is loaded", async () => {
    const symbol = () => Promise.reject(new Error("no symbol is to be loaded"));
    const asked = loads(known, { symbol });
    await expect(screen(asked, request(["A"], { benchmarks: ["X"] }))).rejects.toMatchObject({
      message: "there is no X",
    });
    const riskFree = { kind: "symbol", symbol: "Y" } as const;
    await expect(screen(asked, request(["A"], { riskFree }))).rejects.toMatchObject({ message: "there is no Y" });
    await expect(screen(asked, request(["A"], { benchmarks: ["M", "m"] }))).rejects.toMatchObject({
      code: "SINGULAR_BENCHMARKS",
      details: { terms: ["M"] },
    });
  });

  test("that nobody foresaw are of the whole: a defect must not pass for a symbol's fault", async () => {
    const symbol = () => Promise.reject(new TypeError("a defect"));
    await expect(screen(loads(known, { symbol }), request(["A"]))).rejects.toThrow(TypeError);
  });
});

test("few symbols are loaded side by side, and none once the caller has left", async () => {
  const leaving = new AbortController();
  let [open, most, started] = [0, 0, 0];
  const symbol = async () => {
    started++;
    most = Math.max(most, ++open);
    await undefined;
    if (started >= 50) leaving.abort();
    open--;
    return history("A", 3);
  };
  const symbols = new Array(1000).fill("A");
  const asked = loads([MARKET], { symbol, signal: leaving.signal });
  await expect(screen(asked, request(symbols))).rejects.toMatchObject({ name: "AbortError" });
  expect(most).toBe(16);
  expect(started).toBeLessThan(100);
});

test("a source that fails again and again is not waited for to the end, and another source is", async () => {
  const { symbol: known, ...rest } = loads([MARKET, history("CSV:A", 3)]);
  let asked = 0;
  const symbol = async (name: string) => {
    if (name.startsWith("csv:")) return known(name);
    asked++;
    throw new DomainError("SOURCE_UNAVAILABLE", `no answer for ${name}`);
  };
  const symbols = [...Array.from({ length: 100 }, (_, i) => `S${i}`), "csv:A"];
  const rows = await screen({ symbol, ...rest }, request(symbols));
  expect(asked).toBeLessThan(30);
  expect(rows.map(({ error }) => error?.code ?? null)).toEqual([...new Array(100).fill("SOURCE_UNAVAILABLE"), null]);
  expect(rows[99].error?.message).toMatch(/^S99 was not asked for: its source failed \d+ times in a row$/);
});

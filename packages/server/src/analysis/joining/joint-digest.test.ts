import { parseDate, priceSeries, returnSeries } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import type { PriceHistory } from "../../prices/price-history.ts";
import { type AnalysisRequest, loadJointReturns } from "./joint-returns.ts";
import { windowOf } from "./window.ts";

const FIRST = parseDate("2024-01-01");
const LENGTH = 40;

interface Listing {
  readonly seed: number;
  readonly length?: number;
  readonly without?: readonly number[];
  readonly price?: (price: number, t: number) => number;
  readonly about?: Partial<PriceHistory>;
}

/** Prices that look like chance, on one day after the other. */
function history(id: string, { seed, length = LENGTH, without = [], price = (p) => p, about }: Listing): PriceHistory {
  const days = Array.from({ length }, (_, t) => t).filter((t) => !without.includes(t));
  const values = days.map((t) => price(100 + 20 * Math.sin((t + 1) * (t + 3) * seed), t));
  const prices = priceSeries(
    Int32Array.from(days, (t) => FIRST + t),
    Float64Array.from(values),
  );
  const known = { name: id, currency: "USD", exchange: null, source: "CSV", retrievedAt: null, stale: null } as const;
  return { id, symbol: id, prices, ...known, ...about };
}

const own = (values: readonly number[], from = 1) =>
  returnSeries(
    Int32Array.from(values, (_, t) => FIRST + from + t),
    Float64Array.from(values),
  );
const small = (seed: number) => Array.from({ length: LENGTH - 1 }, (_, t) => 0.01 * Math.sin((t + 1) * (t + 3) * seed));

const REQUEST: AnalysisRequest = {
  portfolio: { kind: "symbol", symbols: ["A"] },
  benchmarks: ["B"],
  period: {},
  interval: "DAY",
  returnKind: "SIMPLE",
  riskFree: { kind: "none" },
};
const MARKET = { A: { seed: 1 }, B: { seed: 2 }, C: { seed: 3 } };

async function joint(more: Partial<AnalysisRequest> = {}, listings: Readonly<Record<string, Listing>> = {}) {
  const known: Readonly<Record<string, Listing>> = { ...MARKET, ...listings };
  // As the real one does: upper case is the spelling of the source.
  const load = async (symbol: string) => history(symbol.toUpperCase(), known[symbol.toUpperCase()]);
  return loadJointReturns(load, { ...REQUEST, ...more });
}
const digestOf = async (...args: Parameters<typeof joint>) => (await joint(...args)).digest();

describe("the same question on the same data has the same digest", () => {
  test.each<[string, Partial<AnalysisRequest>]>([
    ["asked again", {}],
    ["with symbols in another spelling", { portfolio: { kind: "symbol", symbols: ["a"] }, benchmarks: ["b"] }],
    ["with a period without bounds", { period: { start: undefined, end: undefined } }],
  ])("%s", async (_, request) => {
    expect(await digestOf(request)).toBe(await digestOf());
  });

  test("whatever comes after the period, or before it", async () => {
    const period = { start: FIRST + 5, end: FIRST + 30 };
    const now = await digestOf({ period });
    const later = {
      A: { seed: 1, length: 50 },
      B: { seed: 2, length: 55, price: (p: number, t: number) => p + (t < 5 ? 1 : 0) },
    };
    expect(await digestOf({ period }, later)).toBe(now);
  });

  test("of own returns, read again", async () => {
    const ask = () => digestOf({ portfolio: { kind: "returns", symbols: [], returns: own(small(5)) } });
    expect(await ask()).toBe(await ask());
  });
});

test("every other question has another digest", async () => {
  const weights = (one: number, other: number) =>
    ({ kind: "weights", symbols: ["A", "C"], weights: [one, other] }) as const;
  const shares = (one: number, other: number) =>
    ({ kind: "shares", symbols: ["A", "C"], shares: [one, other] }) as const;
  const returns = (values: readonly number[], from?: number) =>
    ({ kind: "returns", symbols: [], returns: own(values, from) }) as const;
  const questions: Partial<AnalysisRequest>[] = [
    {},
    { portfolio: { kind: "symbol", symbols: ["C"] } },
    { portfolio: { kind: "weights", symbols: ["A"], weights: [1] } },
    { portfolio: { kind: "shares", symbols: ["A"], shares: [1] } },
    // The same returns, of other orders in shares.
    { portfolio: { kind: "shares", symbols: ["A"], shares: [2] } },
    { portfolio: weights(0.5, 0.5) },
    { portfolio: weights(0.6, 0.4) },
    { portfolio: shares(1, 1) },
    { portfolio: shares(1, 2) },
    { portfolio: returns(small(5)) },
    { portfolio: returns(small(6)) },
    { portfolio: returns(small(5).slice(1), 2) },
    { benchmarks: ["C"] },
    { benchmarks: ["B", "C"] },
    { benchmarks: ["C", "B"] },
    { hedgeWith: ["B"] },
    { hedgeWith: ["C"] },
    { hedgeWith: ["B", "C"] },
    { period: { start: FIRST } },
    { period: { start: FIRST + 1 } },
    { period: { end: FIRST + 30 } },
    { interval: "WEEK" },
    { returnKind: "LOG" },
    { riskFree: { kind: "rate", annualRate: 0 } },
    { riskFree: { kind: "rate", annualRate: 0.03 } },
    { riskFree: { kind: "symbol", symbol: "C" } },
    { riskFree: { kind: "returns", returns: own(small(7)) } },
    { riskFree: { kind: "returns", returns: own(small(8)) } },
  ];
  const digests = await Promise.all(questions.map((question) => digestOf(question)));
  expect(new Set(digests).size).toBe(questions.length);
});

test("other data have another digest, though the returns be the same", async () => {
  const listings: Readonly<Record<string, Listing>>[] = [
    {},
    { A: { seed: 1, price: (price, t) => (t === 20 ? price * (1 + 2 ** -50) : price) } },
    { B: { seed: 2, price: (price, t) => (t === 0 ? price + 1 : price) } },
    // A later split of 2 to 1 restates all prices, and no return.
    { A: { seed: 1, price: (price) => price / 2 } },
    { A: { seed: 1, length: LENGTH + 1 }, B: { seed: 2, length: LENGTH + 1 } },
    { A: { seed: 1, without: [7] } },
    { B: { seed: 2, without: [7] } },
    { A: { seed: 1, without: [7] }, B: { seed: 2, without: [7] } },
    { B: { seed: 2, about: { currency: "EUR" } } },
    { B: { seed: 2, about: { stale: "the source failed", retrievedAt: 0 } } },
    { B: { seed: 2, about: { stale: "the source failed", retrievedAt: 60_000 } } },
  ];
  const digests = await Promise.all(listings.map((listing) => digestOf({}, listing)));
  expect(new Set(digests).size).toBe(listings.length);
});

test("a date after the period counts where it shows that the period's last week is over", async () => {
  const ask = (length: number, without: readonly number[]) =>
    digestOf(
      { period: { end: parseDate("2024-01-25") }, interval: "WEEK" },
      { A: { seed: 1, length, without }, B: { seed: 2, length, without } },
    );
  // Thursday is the last date known; then Friday is, of the same week; then Monday, and there was no Friday.
  const [thursday, friday, monday] = await Promise.all([ask(25, []), ask(26, []), ask(29, [25, 26, 27])]);
  expect(friday).toBe(thursday);
  expect(monday).not.toBe(thursday);
});

describe("a window's digest", () => {
  test("is of its whole and of its bounds", async () => {
    const [whole, other] = await Promise.all([joint(), joint({ returnKind: "LOG" })]);
    const windows = [windowOf(whole, 0, 20), windowOf(whole, 1, 20), windowOf(whole, 0, 21), windowOf(other, 0, 20)];
    expect(new Set([whole, ...windows].map((one) => one.digest())).size).toBe(5);
    expect(windowOf(await joint(), 0, 20).digest()).toBe(windows[0].digest());
  });

  test("costs nothing until it is asked for", async () => {
    let asked = 0;
    const whole = { ...(await joint()), digest: () => `${++asked}` };
    windowOf(windowOf(whole, 0, 20), 1, 5);
    expect(asked).toBe(0);
  });
});

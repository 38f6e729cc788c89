import { beforeAll, describe, expect, test } from "vitest";
import { PriceError } from "../price-error.ts";
import type { Instrument, PriceSource } from "../price-source.ts";

/** A source with what the contract needs to know of its content. */
export interface SourceUnderTest {
  readonly source: PriceSource;
  /** A symbol that the source has, with at least three bars, in its canonical spelling. */
  readonly symbol: string;
  /** Other spellings of that symbol. */
  readonly spellings: readonly string[];
  /** A well-formed symbol that the source does not have. */
  readonly unknown: string;
  /** A part of the symbol's name that is not at its beginning. */
  readonly partOfName: string;
  /** A text that the symbol has, but others come before it unless it is typed in full. */
  readonly beginning: string;
}

/** What every price source must do; each source's own tests call this. */
export function describePriceSource(name: string, setup: () => Promise<SourceUnderTest>): void {
  describe(`${name} keeps the contract of price sources`, () => {
    let subject: SourceUnderTest;
    let source: PriceSource;
    let whole: Instrument;

    beforeAll(async () => {
      subject = await setup();
      source = subject.source;
      whole = await source.fetch(subject.symbol);
    });

    test("gives a series of ascending, unique trading dates", () => {
      const { dates } = whole.prices;
      expect(dates).toBeInstanceOf(Int32Array);
      expect(dates.length).toBeGreaterThanOrEqual(3);
      for (let i = 1; i < dates.length; i++) expect(dates[i]).toBeGreaterThan(dates[i - 1]);
    });

    test("gives one finite adjusted close a date", () => {
      const { dates, adjustedCloses } = whole.prices;
      expect(adjustedCloses).toBeInstanceOf(Float64Array);
      expect(adjustedCloses).toHaveLength(dates.length);
      expect(adjustedCloses.every(Number.isFinite)).toBe(true);
    });

    test("says which instrument it is, without the prefix", () => {
      expect(whole.symbol).toBe(subject.symbol);
      for (const text of [whole.name, whole.currency, whole.exchange]) expect(text).not.toBe("");
    });

    test("gives the same answer twice", async () => {
      expect(await source.fetch(subject.symbol)).toEqual(whole);
    });

    test("gives the same answer to two who ask at once", async () => {
      const answers = await Promise.all([source.fetch(subject.symbol), source.fetch(subject.symbol)]);
      expect(answers).toEqual([whole, whole]);
    });

    test("has one spelling of a symbol, which is its own spelling", () => {
      for (const spelling of [subject.symbol, ...subject.spellings]) {
        expect(source.canonical(spelling)).toBe(subject.symbol);
        expect(source.canonical(source.canonical(spelling))).toBe(subject.symbol);
      }
    });

    test("gives the bars from a date on when asked, and never another price for a date", async () => {
      const from = whole.prices.dates[whole.prices.dates.length - 2];
      const part = await source.fetch(subject.symbol, { from });
      const start = whole.prices.dates.indexOf(part.prices.dates[0]);
      expect(part.prices.dates[0]).toBeLessThanOrEqual(from);
      expect(part.prices.dates).toEqual(whole.prices.dates.slice(start));
      expect(part.prices.adjustedCloses).toEqual(whole.prices.adjustedCloses.slice(start));
    });

    test("refuses a symbol that it does not have, by a typed error which names it", async () => {
      const error = await failureOf(source.fetch(source.canonical(subject.unknown)));
      expect(error).toBeInstanceOf(PriceError);
      expect(error).toMatchObject({ code: "UNKNOWN_SYMBOL", isOutage: false });
      expect(error.message).toContain(subject.unknown);
      expect(String(error.details.symbol)).toContain(subject.unknown);
    });

    test("is still right after a failure", async () => {
      await failureOf(source.fetch(source.canonical(subject.unknown)));
      expect(await source.fetch(subject.symbol)).toEqual(whole);
    });

    const found = async (text: string, limit = 50) => {
      return (await source.search(text, { limit })).map(({ symbol }) => symbol);
    };
    const inAnyCase = (text: string) => [text, text.toLowerCase(), text.toUpperCase()];

    test("finds a symbol by how it begins, in any case", async () => {
      for (const text of inAnyCase(subject.beginning)) expect(await found(text)).toContain(subject.symbol);
    });

    test("finds a symbol by a part of its name, in any case", async () => {
      for (const text of inAnyCase(subject.partOfName)) expect(await found(text)).toContain(subject.symbol);
    });

    test("puts the symbol that is typed in full first, however many others have it in them", async () => {
      for (const text of [subject.symbol, ...subject.spellings]) {
        const symbols = await found(text);
        expect(symbols.length).toBeGreaterThan(1);
        expect(symbols[0]).toBe(subject.symbol);
      }
    });

    test("finds nothing, which is no error, where it has nothing", async () => {
      for (const text of [subject.unknown, "../../etc", "%", "😀", ".*"]) expect(await found(text)).toEqual([]);
    });

    test("finds as many as are wanted and no more, each once, and the same again", async () => {
      const all = await found(subject.beginning);
      expect(all.length).toBeGreaterThan(1);
      expect(new Set(all).size).toBe(all.length);
      for (const limit of [1, all.length - 1, all.length, 50]) {
        expect(await found(subject.beginning, limit)).toEqual(all.slice(0, limit));
      }
    });

    test("says of a match what it says of the instrument, in its own spelling", async () => {
      const matches = await source.search(subject.symbol, { limit: 50 });
      for (const { symbol, name, exchange } of matches) {
        expect(source.canonical(symbol)).toBe(symbol);
        for (const text of [name, exchange]) expect(text).not.toBe("");
      }
      expect(matches[0].name).toBe(whole.name);
    });

    test("lists of an empty text what it has for nothing, and each of it can be fetched", async () => {
      const matches = await source.search("", { limit: 50 });
      expect(matches.length > 0).toBe(!source.remote);
      for (const { symbol, firstDate, lastDate } of matches) {
        const { dates } = (await source.fetch(symbol)).prices;
        if (firstDate !== null) expect(firstDate).toBe(dates[0]);
        if (lastDate !== null) expect(lastDate).toBe(dates[dates.length - 1]);
      }
    });

    test("has a name, and a prefix that a symbol can carry", () => {
      expect(source.name).toMatch(/^[A-Z]+$/);
      if (source.prefix !== null) expect(source.prefix).toMatch(/^[a-z]+$/);
    });
  });
}

/** The `PriceError` that a promise rejects with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<PriceError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof PriceError) return error;
  throw error;
}

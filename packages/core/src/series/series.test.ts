import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clip, indexAfter, indexFrom, priceSeries, returnSeries } from "./series.ts";
import { parseDate } from "./trading-date.ts";

const day = parseDate("2020-01-02");
const dates = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 40 })
  .map((days) => Int32Array.from(days).sort());
const series = dates.map((days) =>
  priceSeries(
    days,
    Float64Array.from(days, (value) => value + 0.5),
  ),
);

describe("priceSeries and returnSeries", () => {
  test("take prices of any sign: crude oil closed at -37.63 on 2020-04-20", () => {
    expect(priceSeries(Int32Array.of(day), Float64Array.of(-37.63)).adjustedCloses[0]).toBe(-37.63);
  });

  test("name a repeated date and an unsorted one", () => {
    const values = Float64Array.of(1, 2);
    expect(() => priceSeries(Int32Array.of(day, day), values)).toThrow(
      "the dates of a series must be strictly ascending, 2020-01-02 is repeated",
    );
    expect(() => returnSeries(Int32Array.of(day, day - 1), values)).toThrow(
      "the dates of a series must be strictly ascending, 2020-01-01 is unsorted: it follows 2020-01-02",
    );
  });

  test("name the date and the value that is not finite", () => {
    expect(() => priceSeries(Int32Array.of(day), Float64Array.of(Number.NaN))).toThrow(
      "a price must be a finite number, got NaN on 2020-01-02",
    );
    expect(() => returnSeries(Int32Array.of(day), Float64Array.of(Infinity))).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", details: { date: "2020-01-02", value: "Infinity" } }),
    );
  });

  test("need one value a date", () => {
    expect(() => returnSeries(Int32Array.of(day), new Float64Array(2))).toThrow(
      "a series must have one return a date, got 1 dates and 2 returns",
    );
  });
});

describe("clip", () => {
  test("keeps exactly what is inside, both ends included", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -5, max: 305 }), fc.nat({ max: 100 }), (whole, start, length) => {
        const end = start + length;
        const inside = clip(whole, { start, end });
        expect(inside.dates).toEqual(whole.dates.filter((value) => value >= start && value <= end));
        expect(inside.adjustedCloses).toEqual(Float64Array.from(inside.dates, (value) => value + 0.5));
      }),
    );
  });

  test("is idempotent, and clipping twice is clipping to the overlap", () => {
    fc.assert(
      fc.property(series, fc.nat({ max: 150 }), fc.nat({ max: 150 }), (whole, start, back) => {
        const end = 300 - back;
        const both = clip(whole, { start, end });
        expect(clip(both, { start, end })).toEqual(both);
        expect(clip(clip(whole, { start }), { end })).toEqual(both);
        expect(clip(whole, {})).toEqual(whole);
      }),
    );
  });

  test("refuses a period that starts after its end, and takes one of a single day", () => {
    const one = priceSeries(Int32Array.of(day), Float64Array.of(1));
    expect(() => clip(one, { start: day, end: parseDate("2019-01-01") })).toThrow(
      "a period's start must not be after its end, got 2020-01-02 and 2019-01-01",
    );
    expect(clip(one, { start: day, end: day })).toEqual(one);
  });
});

test("the binary searches agree with a scan", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -2, max: 302 }), (days, sought) => {
      expect(indexFrom(days, sought)).toBe(days.filter((value) => value < sought).length);
      expect(indexAfter(days, sought)).toBe(days.filter((value) => value <= sought).length);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseDateFor, indexFromReturns, sharesValue, weightedReturns } from "./portfolio.ts";
import { returnsOf } from "./returns.ts";
import { priceSeries, returnSeries } from "./series.ts";

const badInput = expect.objectContaining({ code: "BAD_INPUT" });
const a = Float64Array.of(0.01, -0.02, 0.03);
const b = Float64Array.of(0.05, 0.04, -0.01);

function sessions(...days: number[]) {
  return priceSeries(
    Int32Array.from(days),
    Float64Array.from(days, () => 1),
  );
}

function own(days: readonly number[], values: readonly number[] = days.map(() => 0.01)) {
  return returnSeries(Int32Array.from(days), Float64Array.from(values));
}

describe("weightedReturns and sharesValue", () => {
  test("add up what is held", () => {
    const total = weightedReturns([a, b], [0.6, 0.4], "SIMPLE");
    a.forEach((value, i) => {
      expect(total[i]).toBeCloseTo(0.6 * value + 0.4 * b[i], 16);
    });
    expect([...sharesValue([Float64Array.of(10, 11), Float64Array.of(5, 4)], [2, -1])]).toEqual([15, 18]);
  });

  test("a single holding with weight 1 is the holding, and its log return is log1p of it", () => {
    expect(weightedReturns([a], [1], "SIMPLE")).toEqual(a);
    expect(weightedReturns([a], [1], "LOG")).toEqual(a.map(Math.log1p));
  });

  test("refuse what cannot be added up", () => {
    expect(() => weightedReturns([a], [0.5, 0.5], "SIMPLE")).toThrow(badInput);
    expect(() => weightedReturns([], [], "SIMPLE")).toThrow(badInput);
    expect(() => weightedReturns([a, b.subarray(1)], [0.5, 0.5], "SIMPLE")).toThrow(badInput);
    expect(() => sharesValue([a], [Number.NaN])).toThrow(badInput);
  });

  test("refuse a log return of a ruin, which as a simple one is only a loss", () => {
    const crash = Float64Array.of(0.1, -0.5);
    expect(weightedReturns([crash], [2], "SIMPLE")[1]).toBe(-1);
    expect(() => weightedReturns([crash], [2], "LOG")).toThrow(
      "a log return needs a portfolio return above -1, got -1 in period 1",
    );
  });
});

describe("indexFromReturns", () => {
  const values = fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

  test("with a base date, its returns are the returns it was made of", () => {
    fc.assert(
      fc.property(values, (returns) => {
        const series = own(
          returns.map((_, i) => 10 + i),
          returns,
        );
        const index = indexFromReturns(series, 7);
        expect([index.dates[0], index.adjustedCloses[0]]).toEqual([7, 1]);
        const back = returnsOf(index, "SIMPLE");
        expect(back.dates).toEqual(series.dates);
        back.values.forEach((value, i) => {
          expect(value).toBeCloseTo(returns[i], 14);
        });
      }),
    );
  });

  test("without one, the first return has no start: the index begins on its date", () => {
    const index = indexFromReturns(own([10, 11, 12], [0.9, 0.1, -0.2]), undefined);
    expect([...index.dates]).toEqual([10, 11, 12]);
    expect([...index.adjustedCloses]).toEqual([1, 1.1, 1.1 * 0.8]);
  });

  test("takes a total loss at the end only, and nothing below it", () => {
    expect(indexFromReturns(own([10, 11], [0.1, -1]), 9).adjustedCloses[2]).toBe(0);
    expect(() => indexFromReturns(own([10, 11], [-1, 0.1]), 9)).toThrow("a return of -1 must be the last one");
    expect(() => indexFromReturns(own([10, 11], [0.1, -1.01]), 9)).toThrow("a simple return must not be below -1");
  });

  test("refuses a base date that is not before the first return", () => {
    expect(() => indexFromReturns(own([10, 11]), 10)).toThrow(
      "a base date must be before the first return, got 1970-01-11 and 1970-01-11",
    );
  });
});

describe("baseDateFor", () => {
  test("is the latest earlier date that all benchmarks have", () => {
    expect(baseDateFor(own([10, 11, 12]), [sessions(6, 7, 9, 10, 11, 12), sessions(6, 7, 10, 11, 12)])).toBe(7);
  });

  test("is undefined when the benchmarks begin too late, or without returns", () => {
    expect(baseDateFor(own([10, 11]), [sessions(10, 11)])).toBeUndefined();
    expect(baseDateFor(own([10, 11]), [sessions(8, 10, 11), sessions(9, 10, 11)])).toBeUndefined();
    expect(baseDateFor(own([]), [sessions(8, 10)])).toBeUndefined();
  });

  test("is undefined for monthly returns on daily sessions, whose first return covers a month", () => {
    const daily = sessions(...Array.from({ length: 200 }, (_, i) => i));
    expect(baseDateFor(own([60, 90, 120]), [daily])).toBeUndefined();
    expect(baseDateFor(own([60, 61, 62]), [daily])).toBe(59);
  });

  test("puts up with a missing session here and there, and with weekends", () => {
    const daily = sessions(1, 2, 3, 4, 5, 8, 9, 10, 11, 12);
    expect(baseDateFor(own([3, 4, 8, 9, 10, 12]), [daily])).toBe(2);
  });
});

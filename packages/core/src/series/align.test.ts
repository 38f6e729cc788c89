import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnalysisError } from "../errors.ts";
import { alignPrices, nextKnownDate } from "./align.ts";
import { type PriceSeries, priceSeries } from "./series.ts";
import { parseDate } from "./trading-date.ts";

/** A series whose price tells its owner and its date. */
function owned(days: readonly number[], owner: number): PriceSeries {
  const dates = Int32Array.from(days).sort();
  return priceSeries(
    dates,
    Float64Array.from(dates, (day) => owner * 1000 + day),
  );
}

const days = fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 20 });
const several = fc
  .array(days, { minLength: 1, maxLength: 4 })
  .map((lists) => lists.map((list, owner) => owned(list, owner)));

function alignedOrNull(series: readonly PriceSeries[]) {
  try {
    return alignPrices(series);
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "NO_OVERLAP") return null;
    throw error;
  }
}

describe("alignPrices", () => {
  test("keeps the intersection, each price with its owner and date, and counts what it dropped", () => {
    fc.assert(
      fc.property(several, (series) => {
        const sets = series.map(({ dates }) => new Set(dates));
        const start = Math.max(...series.map(({ dates }) => dates[0]));
        const end = Math.min(...series.map(({ dates }) => dates.at(-1)!));
        const all = [...new Set(series.flatMap(({ dates }) => [...dates]))].sort((a, b) => a - b);
        const common = all.filter((day) => sets.every((set) => set.has(day)));
        const aligned = alignedOrNull(series);
        expect(aligned === null).toBe(common.length === 0);
        if (aligned === null) return;
        expect([...aligned.dates]).toEqual(common);
        aligned.columns.forEach((column, owner) => {
          expect([...column]).toEqual(common.map((day) => owner * 1000 + day));
        });
        const inside = all.filter((day) => day >= start && day <= end);
        expect(aligned.dropped).toBe(inside.length - common.length);
      }),
      { numRuns: 500 },
    );
  });

  test("does not depend on the order of its arguments, but for the order of the columns", () => {
    fc.assert(
      fc.property(several, (series) => {
        const forward = alignedOrNull(series);
        const backward = alignedOrNull(series.toReversed());
        expect(backward && { ...backward, columns: backward.columns.toReversed() }).toEqual(forward);
      }),
    );
  });

  test("counts only dates inside the span that all cover", () => {
    const { dates, dropped } = alignPrices([owned([1, 2, 3, 5, 9], 0), owned([3, 4, 5], 1)]);
    expect([...dates]).toEqual([3, 5]);
    expect(dropped).toBe(1);
  });

  test("shares views, and drops nothing, where the dates are the same", () => {
    const one = owned([1, 2, 3], 0);
    expect(alignPrices([one, owned([2, 3, 4], 1)]).columns[0].buffer).toBe(one.adjustedCloses.buffer);
  });

  test.each([
    ["spans apart", [1, 2], [3, 4]],
    ["spans crossed without a common date", [1, 3, 5], [2, 4, 6]],
  ])("%s: NO_OVERLAP, with the spans", (_, first, second) => {
    const base = parseDate("2020-01-01") - 1;
    const dated = [first, second].map((list, owner) =>
      owned(
        list.map((day) => base + day),
        owner,
      ),
    );
    const spans = [first, second].map((list, i) => ({
      label: `series ${i + 1}`,
      first: `2020-01-0${list[0]}`,
      last: `2020-01-0${list.at(-1)}`,
    }));
    expect(() => alignPrices(dated)).toThrow(
      expect.objectContaining({ code: "NO_OVERLAP", details: { series: spans } }),
    );
  });

  test("says which series is empty, and refuses none at all", () => {
    expect(() => alignPrices([owned([1], 0), owned([], 1)], ["AAPL", "SPY"])).toThrow(
      "a series to align must have at least 1 price, SPY has 0",
    );
    expect(() => alignPrices([])).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

describe("nextKnownDate", () => {
  const one = owned([1, 2, 5, 7], 0);
  const other = owned([1, 3, 4, 7], 1);

  test("is the next date that all have, or else the next that any has", () => {
    const [first] = one.dates;
    expect(nextKnownDate([one, other], first)).toBe(one.dates[3]);
    expect(nextKnownDate([one, owned([1, 3, 4], 1)], first)).toBe(one.dates[1]);
    expect(nextKnownDate([one, other], one.dates[3])).toBeUndefined();
  });
});

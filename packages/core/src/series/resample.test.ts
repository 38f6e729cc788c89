import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignPrices } from "./align.ts";
import { type Interval, resample } from "./resample.ts";
import { priceSeries } from "./series.ts";
import { formatDate, formatDates, parseDate } from "./trading-date.ts";

function alignedOn(days: readonly number[]) {
  const dates = Int32Array.from(days).sort();
  return alignPrices([priceSeries(dates, Float64Array.from(dates))]);
}

function rowsOf(days: readonly string[], interval: Interval, next?: string) {
  const { dates, incomplete } = resample(
    alignedOn(days.map(parseDate)),
    interval,
    next === undefined ? undefined : parseDate(next),
  );
  return { dates: formatDates(dates), incomplete };
}

const aligned = fc
  .uniqueArray(fc.integer({ min: 18_000, max: 18_400 }), { minLength: 1, maxLength: 120 })
  .map(alignedOn);

describe("resample", () => {
  test("weeks end on Sunday, and a week without a Friday ends on its last session", () => {
    // 2020-04-10 was Good Friday; 2020-04-12 a Sunday, on which some exchanges trade.
    expect(rowsOf(["2020-04-08", "2020-04-09", "2020-04-13", "2020-04-17"], "WEEK")).toEqual({
      dates: ["2020-04-09", "2020-04-17"],
      incomplete: 0,
    });
    expect(rowsOf(["2020-04-09", "2020-04-12", "2020-04-13"], "WEEK")).toEqual({
      dates: ["2020-04-12"],
      incomplete: 1,
    });
  });

  test("a week or month is over when a later date is known in another, whatever day it ended on", () => {
    // Good Friday 2018 was 30 March.
    const march = ["2018-02-28", "2018-03-28", "2018-03-29"];
    expect(rowsOf(march, "MONTH")).toEqual({ dates: ["2018-02-28"], incomplete: 1 });
    expect(rowsOf(march, "MONTH", "2018-04-02")).toEqual({ dates: ["2018-02-28", "2018-03-29"], incomplete: 0 });
    expect(rowsOf(march, "WEEK", "2018-04-02").dates).toEqual(["2018-02-28", "2018-03-29"]);
  });

  test("a week or month is not over when a later date is known in it", () => {
    expect(rowsOf(["2018-02-28", "2018-03-30"], "MONTH", "2018-03-31")).toEqual({
      dates: ["2018-02-28"],
      incomplete: 1,
    });
  });

  test("where there is trade at weekends, a week ends on Sunday and a month on its last day", () => {
    const days = ["2024-06-29", "2024-06-30", "2024-07-06", "2024-07-07", "2024-07-12"];
    expect(rowsOf(days, "WEEK")).toEqual({ dates: ["2024-06-30", "2024-07-07"], incomplete: 1 });
    expect(rowsOf([...days, "2024-07-14"], "WEEK").dates.at(-1)).toBe("2024-07-14");
    expect(rowsOf(["2024-06-28", "2024-06-29"], "MONTH").dates).toEqual([]);
  });

  test("one special Saturday does not make a market of seven days", () => {
    const days = ["2016-09-19", "2016-09-20", "2016-09-21", "2016-09-22", "2016-09-23", "2016-09-24"];
    const more = ["2016-09-26", "2016-09-27", "2016-09-28", "2016-09-29", "2016-09-30"];
    expect(rowsOf([...days, ...more], "WEEK").dates).toEqual(["2016-09-24", "2016-09-30"]);
  });

  test("a week is complete with its Friday, not with its Thursday", () => {
    expect(rowsOf(["2020-04-17", "2020-04-23"], "WEEK")).toEqual({ dates: ["2020-04-17"], incomplete: 1 });
    expect(rowsOf(["2020-04-17", "2020-04-24"], "WEEK").dates).toEqual(["2020-04-17", "2020-04-24"]);
  });

  test("weeks run across the end of a year", () => {
    expect(rowsOf(["2019-12-30", "2020-01-03"], "WEEK")).toEqual({ dates: ["2020-01-03"], incomplete: 0 });
  });

  test("a month is complete with its last weekday, not with its last day", () => {
    // 2020-05-31 was a Sunday, 2020-05-29 the Friday before.
    expect(rowsOf(["2020-04-30", "2020-05-29"], "MONTH")).toEqual({
      dates: ["2020-04-30", "2020-05-29"],
      incomplete: 0,
    });
    expect(rowsOf(["2020-04-30", "2020-05-28"], "MONTH")).toEqual({ dates: ["2020-04-30"], incomplete: 1 });
    expect(rowsOf(["2020-02-28"], "MONTH").incomplete).toBe(0);
  });

  test("days before 1970 have the right weekday", () => {
    expect(rowsOf(["1969-12-26", "1969-12-31"], "WEEK")).toEqual({ dates: ["1969-12-26"], incomplete: 1 });
  });

  test("DAY changes nothing", () => {
    fc.assert(
      fc.property(aligned, (prices) => {
        expect(resample(prices, "DAY")).toEqual({ ...prices, incomplete: 0 });
      }),
    );
  });

  test("keeps one row a period, its last; prices stay with their dates; only the last may be missing", () => {
    fc.assert(
      fc.property(aligned, fc.constantFrom("WEEK" as const, "MONTH" as const), (prices, interval) => {
        const { dates, columns, incomplete } = resample(prices, interval);
        const key = (day: number) => (interval === "MONTH" ? formatDate(day).slice(0, 7) : Math.floor((day + 3) / 7));
        const ends = [...new Map([...prices.dates].map((day) => [key(day), day])).values()];
        expect([...dates]).toEqual(ends.slice(0, ends.length - incomplete));
        expect([...columns[0]]).toEqual([...dates]);
      }),
    );
  });

  test("is idempotent", () => {
    fc.assert(
      fc.property(aligned, fc.constantFrom("WEEK" as const, "MONTH" as const), (prices, interval) => {
        const once = resample(prices, interval);
        // The rows that end a period go on to end it; only the last may be short of its last weekday by a holiday.
        const twice = resample(once, interval);
        expect([...twice.dates]).toEqual([...once.dates].slice(0, once.dates.length - twice.incomplete));
      }),
    );
  });
});

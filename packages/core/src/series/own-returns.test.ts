import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOwnReturns, ownDates, ownReturnsBetween } from "./own-returns.ts";
import { priceSeries, returnSeries } from "./series.ts";
import { formatDates, parseDate } from "./trading-date.ts";

const badInput = expect.objectContaining({ code: "BAD_INPUT" });

/** A benchmark that has prices on these dates. */
function sessions(...dates: string[]) {
  const days = Int32Array.from(dates, parseDate);
  return priceSeries(
    days,
    Float64Array.from(days, () => 1),
  );
}

function own(dates: readonly string[], values: readonly number[] = dates.map(() => 0.01)) {
  return returnSeries(Int32Array.from(dates, parseDate), Float64Array.from(values));
}

/** Monday to Friday, 2024-01-01 to 2024-01-12. */
const WEEKDAYS = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12].map((day) => `2024-01-${String(day).padStart(2, "0")}`);
const base = (dates: string[], ...benchmarks: string[][]) => {
  const dated = dateOwnReturns(
    own(dates),
    benchmarks.map((list) => sessions(...list)),
  );
  return dated.base === undefined ? undefined : formatDates(Int32Array.of(dated.base))[0];
};

describe("the base of the first return", () => {
  test("is the benchmarks' session before it, over a weekend too", () => {
    expect(base(["2024-01-03", "2024-01-04"], WEEKDAYS)).toBe("2024-01-02");
    expect(base(["2024-01-08"], WEEKDAYS, WEEKDAYS)).toBe("2024-01-05");
  });

  test("is not known when the benchmarks begin too late, or have different sessions before it", () => {
    expect(base(["2024-01-01", "2024-01-02"], WEEKDAYS)).toBeUndefined();
    const withoutFriday = WEEKDAYS.filter((day) => day !== "2024-01-05");
    expect(base(["2024-01-08", "2024-01-09"], WEEKDAYS, withoutFriday)).toBeUndefined();
  });

  test("is not known for monthly returns on daily sessions, whose first covers a month", () => {
    const days = Array.from({ length: 80 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10));
    expect(base(["2024-01-31", "2024-02-29"], days)).toBeUndefined();
  });

  test("is not known for daily returns on a benchmark that is sparser, or that paused for long", () => {
    expect(
      base(["2024-01-03", "2024-01-04", "2024-01-05"], ["2023-11-30", "2023-12-29", "2024-01-31"]),
    ).toBeUndefined();
    expect(base(["2024-01-08", "2024-01-09"], ["2022-07-01", ...WEEKDAYS.slice(5)])).toBeUndefined();
  });

  test("is the month before for monthly returns on a monthly benchmark", () => {
    const months = ["2023-11-30", "2023-12-29", "2024-01-31", "2024-02-29"];
    expect(base(months.slice(1), months)).toBe("2023-11-30");
  });
});

describe("a return dated on a weekend", () => {
  const dated = (dates: string[], ...benchmarks: string[][]) => {
    const { returns, moved } = dateOwnReturns(
      own(dates),
      benchmarks.map((list) => sessions(...list)),
    );
    return { dates: formatDates(returns.dates), moved };
  };

  /** Month ends, of which 2024-06-30 is a Sunday, and the sessions around them. */
  const months = ["2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31"];
  const sessionsAround = ["2024-04-30", "2024-05-31", "2024-06-27", "2024-06-28", "2024-07-01", "2024-07-31"];

  test("stands on the last session before it, over a holiday too, if it is of a week or more", () => {
    expect(dated(months, sessionsAround)).toEqual({
      dates: ["2024-04-30", "2024-05-31", "2024-06-28", "2024-07-31"],
      moved: 1,
    });
    // Good Friday 2018 was 30 March.
    expect(dated(["2018-02-28", "2018-03-31"], ["2018-02-28", "2018-03-29", "2018-04-02"]).dates).toEqual([
      "2018-02-28",
      "2018-03-29",
    ]);
  });

  test("stays where a benchmark traded since that session: its return of that day belongs to it", () => {
    const holiday = sessionsAround.filter((day) => day !== "2024-06-28");
    expect(dated(months, sessionsAround, holiday)).toEqual({ dates: months, moved: 0 });
    expect(dated(months, holiday, holiday).dates).toContain("2024-06-27");
  });

  test("stays in daily returns, of which it is one day's", () => {
    const daily = ["2024-01-06", "2024-01-07", "2024-01-08", "2024-01-09"];
    expect(dated(daily, WEEKDAYS)).toEqual({ dates: daily, moved: 0 });
    expect(dated(["2024-01-06"], WEEKDAYS).moved).toBe(0);
  });

  test("stays where the portfolio has a return on that session, or the benchmark trades at weekends", () => {
    const both = ["2024-05-17", "2024-05-24", "2024-06-28", "2024-06-29"];
    expect(dated(both, [...sessionsAround, ...both.slice(0, 2)].sort()).moved).toBe(0);
    expect(dated(months, [...sessionsAround.slice(0, 4), "2024-06-30", "2024-07-31"]).moved).toBe(0);
  });

  test("is never moved far, and other dates never at all", () => {
    expect(dated(["2024-01-14", "2024-01-21"], WEEKDAYS).dates).toEqual(["2024-01-12", "2024-01-21"]);
    const withoutWednesday = WEEKDAYS.filter((day) => day !== "2024-01-10");
    expect(dated(["2024-01-03", "2024-01-10"], withoutWednesday).moved).toBe(0);
  });
});

describe("returns between dates", () => {
  const between = (values: number[], kept: string[], kind: "SIMPLE" | "LOG" = "SIMPLE") =>
    Array.from(
      ownReturnsBetween(own(WEEKDAYS.slice(1, 1 + values.length), values), Int32Array.from(kept, parseDate), kind),
    );

  test("one alone is passed on to the last digit, however small or large", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.999, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (values) => {
          expect(between(values, WEEKDAYS.slice(0, values.length + 1))).toEqual(values.map((value) => value + 0));
        },
      ),
    );
  });

  test("several are compounded, and tiny ones keep their digits", () => {
    expect(between([0.1, 0.2, -0.5], ["2024-01-01", "2024-01-03", "2024-01-04"])).toEqual([
      0.1 + 0.2 + 0.1 * 0.2,
      -0.5,
    ]);
    expect(between([1e-17, 2e-17], ["2024-01-01", "2024-01-03"])[0]).toBeCloseTo(3e-17, 30);
  });

  test("as log returns, ln(1 + r)", () => {
    expect(between([0.1, 0.2], ["2024-01-01", "2024-01-03"], "LOG")[0]).toBeCloseTo(Math.log(1.32), 15);
    // Compounded first, five such crashes would have lost seven digits.
    const crashes = between([-0.99, -0.99, -0.99, -0.99, -0.99], ["2024-01-01", "2024-01-08"], "LOG");
    expect(crashes[0]).toBeCloseTo(5 * Math.log(0.01), 12);
  });

  test("a total loss may end a simple series, and has no log return; nothing may be below it", () => {
    expect(between([0.1, -1], WEEKDAYS.slice(0, 3))).toEqual([0.1, -1]);
    expect(() => between([0.1, -1], WEEKDAYS.slice(0, 3), "LOG")).toThrow(badInput);
    const benchmark = [sessions(...WEEKDAYS)];
    expect(() => dateOwnReturns(own(WEEKDAYS.slice(0, 2), [-1, 0.1]), benchmark)).toThrow("must be the last one");
    expect(() => dateOwnReturns(own(WEEKDAYS.slice(0, 2), [0.1, -1.5]), benchmark)).toThrow("must not be below -1");
  });
});

test("the dates of own returns begin with their base, where it is known", () => {
  const benchmark = [sessions(...WEEKDAYS)];
  const list = (dates: string[]) => formatDates(ownDates(dateOwnReturns(own(dates), benchmark)).dates);
  expect(list(["2024-01-03", "2024-01-04"])).toEqual(["2024-01-02", "2024-01-03", "2024-01-04"]);
  expect(list(["2024-01-01", "2024-01-02"])).toEqual(["2024-01-01", "2024-01-02"]);
});

test("own returns may be as many as there are", () => {
  const days = Int32Array.from({ length: 300_000 }, (_, i) => i - 150_000);
  const benchmark = priceSeries(days, new Float64Array(days.length).fill(1));
  const returns = returnSeries(days.subarray(1), new Float64Array(days.length - 1));
  expect(ownDates(dateOwnReturns(returns, [benchmark])).dates).toEqual(days);
});

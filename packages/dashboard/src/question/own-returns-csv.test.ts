import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAXIMUM_CHARACTERS, MAXIMUM_ROWS, readOwnReturns } from "./own-returns-csv.ts";

const reasonsOf = (text: string) => readOwnReturns(text).badRows.map(({ row, reason }) => `${row} ${reason}`);

describe("what is read", () => {
  test.each([
    ["commas", "2018-01-02,0.01\n2018-01-03,-0.02"],
    ["semicolons", "2018-01-02;0.01\n2018-01-03;-0.02"],
    ["tabs", "2018-01-02\t0.01\n2018-01-03\t-0.02"],
    ["commas before decimals", "2018-01-02;0,01\n2018-01-03;-0,02"],
    ["a heading", "date,return\n2018-01-02,0.01\n2018-01-03,-0.02"],
    ["a heading with a digit in the value's name", "Date,Fund return 1d\n2018-01-02,0.01\n2018-01-03,-0.02"],
    ["percent signs", "2018-01-02,1%\n2018-01-03,-2 %"],
    [
      "a byte order mark, quotes, blank lines and Windows line ends",
      '\uFEFF"2018-01-02","0.01"\r\n\r\n2018-01-03,-2e-2\r\n',
    ],
    ["a typographic minus", "2018-01-02,0.01\n2018-01-03,−0.02"],
    ["rows out of order", "2018-01-03,-0.02\n2018-01-02,0.01"],
  ])("%s", (_, text) => {
    expect(readOwnReturns(text)).toMatchObject({
      dates: ["2018-01-02", "2018-01-03"],
      values: [0.01, -0.02],
      badRows: [],
      fault: undefined,
    });
  });

  test("it says what it did: heading, percent, order", () => {
    expect(readOwnReturns("day,r\n2018-01-03,1%\n2018-01-02,2%")).toMatchObject({
      heading: "day,r",
      percent: true,
      sorted: true,
    });
    expect(readOwnReturns("2018-01-02,0.01")).toMatchObject({ heading: undefined, percent: false, sorted: false });
  });

  test("no text is nothing, and no fault", () => {
    expect(readOwnReturns(" \n ")).toMatchObject({ dates: [], badRows: [], fault: undefined });
  });

  test("any dated numbers come back as they are", () => {
    const day = fc.integer({ min: 0, max: 30_000 });
    const value = fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(day, value), { selector: ([key]) => key, minLength: 1 }), (rows) => {
        const ordered = rows.toSorted(([a], [b]) => a - b);
        const write = ([day, value]: [number, number]) =>
          `${new Date(day * 86_400_000).toISOString().slice(0, 10)},${value}`;
        const read = readOwnReturns(rows.map(write).join("\n"));
        expect(read.badRows).toEqual([]);
        expect(read.values).toEqual(ordered.map(([, value]) => value));
      }),
    );
  });
});

describe("what is refused, by row and reason", () => {
  test.each([
    ["31/12/2018,0.1", "day/month or month/day"],
    ["01.02.2018,0.1", "day/month or month/day"],
    ["2018-02-30,0.1", "2018-02-30 is not in the calendar"],
    ["20180102,0.1", "is no date as YYYY-MM-DD"],
    ["2018-01-02T16:00,0.1", "has a time of day"],
    ["2018-01-02,NaN", "has no value: NaN is not a number"],
    ["2018-01-02,", "has no value"],
    ["2018-01-02", "has one column"],
    ["2018-01-02,0.1,0.2", "has 3 columns"],
    ["2018-01-02;1,005", "a comma could divide thousands or decimals"],
    ["2018-01-02,101.25", "101.25 would be a return of 10125 %"],
    ["2018-01-02;-3,4", "-3,4 would be a return of -340 %"],
    ["2018-01-02,(0.5)", "(0.5) is not a number"],
    ["2018-01-02,1e999", "1e999 is too large"],
    [",0.1", "has no date"],
    ["NaT,NaN", "NaT is no date"],
  ])("%s", (text, reason) => {
    expect(reasonsOf(text)).toEqual([expect.stringContaining(reason)]);
  });

  test("rows are counted as an editor counts them, with heading and blank lines", () => {
    expect(reasonsOf("date,value\n\n2018-01-02,0.1\nyesterday,0.1")).toEqual([expect.stringMatching(/^4 yesterday/)]);
  });

  test("a date twice: the second row, which names the first", () => {
    expect(reasonsOf("2018-01-02,0.1\n2018-01-02,0.1")).toEqual(["2 repeats the date of row 1"]);
  });

  test("percent signs on some rows only: the rows that differ", () => {
    expect(reasonsOf("2018-01-02,1%\n2018-01-03,2%\n2018-01-04,0.5")).toEqual([
      "3 has no percent sign, where most rows have one",
    ]);
  });

  test("too many rows, and too long a text, as a whole", () => {
    expect(readOwnReturns("2018-01-02,0.1\n".repeat(MAXIMUM_ROWS + 1)).fault).toContain("30001 rows");
    expect(readOwnReturns(" ".repeat(MAXIMUM_CHARACTERS + 1)).fault).toContain("characters");
  });

  test("no text makes it fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { dates, values, badRows } = readOwnReturns(text);
        expect(dates.length).toBe(values.length);
        for (const { row, reason } of badRows) expect(row > 0 && reason !== "").toBe(true);
      }),
    );
  });
});

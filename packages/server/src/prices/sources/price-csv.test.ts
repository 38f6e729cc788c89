import { formatDate } from "@hedgeql/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PriceCsvError, parsePriceCsv } from "./price-csv.ts";

function rowsOf(text: string): [string, number][] {
  const { dates, adjustedCloses } = parsePriceCsv(text);
  return Array.from(dates, (date, i) => [formatDate(date), adjustedCloses[i]]);
}

function failureOf(text: string): PriceCsvError {
  try {
    parsePriceCsv(text);
  } catch (error) {
    if (error instanceof PriceCsvError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

const ROWS: [string, number][] = [
  ["2024-01-02", 100],
  ["2024-01-03", 101.5],
  ["2024-01-04", -37.63],
];

describe("parsePriceCsv reads", () => {
  test.each([
    ["a plain file", "date,adjustedClose\n2024-01-02,100\n2024-01-03,101.5\n2024-01-04,-37.63\n"],
    ["no line break at the end", "date,adjustedClose\n2024-01-02,100\n2024-01-03,101.5\n2024-01-04,-37.63"],
    ["Windows line breaks", "date,adjustedClose\r\n2024-01-02,100\r\n2024-01-03,101.5\r\n2024-01-04,-37.63\r\n"],
    ["a byte order mark", "\uFEFFdate,adjustedClose\n2024-01-02,100\n2024-01-03,101.5\n2024-01-04,-37.63\n"],
    [
      "a byte order mark before a quote",
      '\uFEFF"date",adjclose\n2024-01-02,100\n2024-01-03,101.5\n2024-01-04,-37.63\n',
    ],
    ["quoted fields", '"date","adjustedClose"\n"2024-01-02","100"\n"2024-01-03","101.5"\n"2024-01-04","-37.63"\n'],
    ["newest first", "date,adjustedClose\n2024-01-04,-37.63\n2024-01-03,101.5\n2024-01-02,100\n"],
    ["blanks around fields", "date , adjustedClose\n 2024-01-02 , 100\n2024-01-03,\t101.5\n2024-01-04,-37.63 \n"],
    ["empty lines", "\ndate,adjustedClose\n\n2024-01-02,100\n2024-01-03,101.5\n\n2024-01-04,-37.63\n\n\n"],
    ["other columns", "Open,Date,Close,Adj Close\n1,2024-01-02,2,100\n1,2024-01-03,2,101.5\n1,2024-01-04,2,-37.63\n"],
  ])("%s", (_name, text) => {
    expect(rowsOf(text)).toEqual(ROWS);
  });

  test.each(["adjustedClose", "Adj Close", "adj_close", "ADJUSTED CLOSE", "adjusted_close", "AdjClose"])(
    "the price from a column %j",
    (header) => {
      expect(rowsOf(`Date,${header}\n2024-01-02,100\n`)).toEqual([["2024-01-02", 100]]);
    },
  );

  test("numbers in scientific notation", () => {
    expect(rowsOf("date,adjustedClose\n2024-01-02,1.5e-3\n")).toEqual([["2024-01-02", 0.0015]]);
  });

  test("every price to its last bit, in either order of dates", () => {
    const price = fc.double({ noNaN: true, noDefaultInfinity: true });
    const series = fc
      .uniqueArray(fc.integer({ min: -20_000, max: 30_000 }), { minLength: 1, maxLength: 30 })
      .chain((days) =>
        fc.record({
          days: fc.constant(days.sort((a, b) => a - b)),
          prices: fc.array(price, { minLength: days.length, maxLength: days.length }),
          newestFirst: fc.boolean(),
        }),
      );
    fc.assert(
      fc.property(series, ({ days, prices, newestFirst }) => {
        // String() writes -0 as 0, so the sign is written here.
        const lines = days.map((day, i) => `${formatDate(day)},${Object.is(prices[i], -0) ? "-0" : prices[i]}`);
        const text = ["date,adjustedClose", ...(newestFirst ? lines.reverse() : lines)].join("\n");
        const { dates, adjustedCloses } = parsePriceCsv(text);
        expect([...dates]).toEqual(days);
        expect([...adjustedCloses]).toEqual(prices);
      }),
    );
  });
});

describe("parsePriceCsv refuses", () => {
  const header = "date,adjustedClose\n";

  test.each([
    ["a day that the calendar does not have", "2024-01-02,1\n2023-02-29,1\n", 3, /2023-02-29/],
    ["another way to write a date", "2024-01-02,1\n03/01/2024,1\n", 3, /YYYY-MM-DD, got 03\/01\/2024/],
    ["an empty date", "2024-01-02,1\n,1\n", 3, /YYYY-MM-DD/],
    ["a word for a number", "2024-01-02,1\n2024-01-03,n/a\n", 3, /a price must be a number, got n\/a/],
    ["an empty price", "2024-01-02,1\n2024-01-03,\n", 3, /a price must be a number, got an empty field$/],
    ["a blank price", "2024-01-02,1\n2024-01-03,  \n", 3, /a price must be a number, got an empty field$/],
    ["a price that is not finite", "2024-01-02,1\n2024-01-03,Infinity\n", 3, /a price must be a number, got Infinity/],
    ["a number too large to keep", "2024-01-02,1\n2024-01-03,1e999\n", 3, /a price must be a number, got 1e999/],
    ["NaN", "2024-01-02,1\n2024-01-03,NaN\n", 3, /a price must be a number, got NaN/],
    ["thousands separators", '2024-01-02,1\n2024-01-03,"1,234.5"\n', 3, /a price must be a number, got 1,234.5/],
    ["a hexadecimal number", "2024-01-02,1\n2024-01-03,0x10\n", 3, /a price must be a number, got 0x10/],
    ["a currency sign", "2024-01-02,1\n2024-01-03,$5\n", 3, /a price must be a number, got \$5/],
    ["a repeated date", "2024-01-02,1\n2024-01-03,1\n2024-01-03,1\n", 4, /each date must stand once, got 2024-01-03/],
    [
      "a repeated first date",
      "2024-01-02,1\n2024-01-02,1\n2024-01-03,1\n",
      3,
      /each date must stand once, got 2024-01-02/,
    ],
    ["unsorted dates", "2024-01-02,1\n2024-01-05,1\n2024-01-03,1\n", 4, /dates must be in order, got 2024-01-03/],
    ["a row with a field missing", "2024-01-02,1\n2024-01-03\n", 3, /record length/i],
    ["a row with a field too many", "2024-01-02,1\n2024-01-03,1,1\n", 3, /record length/i],
    ["a quote that is never closed", '2024-01-02,1\n"2024-01-03,1\n', 3, /quote/i],
  ])("%s", (_name, body, line, message) => {
    const error = failureOf(header + body);
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(`line ${line}: `)).toBe(true);
    expect(error.line).toBe(line);
  });

  test.each([
    ["an empty file", "", /^line 1: the file is empty$/],
    ["only blank lines", "\n \n\n", /^line 1: the file is empty$/],
    ["a header without rows", "date,adjustedClose\n", /^line 1: the file has a header and no rows$/],
    ["no column of dates", "day,adjustedClose\n2024-01-02,1\n", /a column date, got day, adjustedClose$/],
    ["no column of prices", "date,volume\n2024-01-02,1\n", /got date, volume$/],
    [
      "a plain close, which lacks dividends and splits",
      "Date,Close\n2024-01-02,1\n",
      /^line 1: the header must have a column adjustedClose \(adjusted for dividends and splits\), got Date, Close$/,
    ],
    ["a price, which may lack them", "date,price\n2024-01-02,1\n", /a column adjustedClose .*, got date, price$/],
    ["a NAV, which may lack dividends", "date,nav\n2024-01-02,1\n", /a column adjustedClose .*, got date, nav$/],
    [
      "two columns of adjusted closes",
      "date,Adj Close,adjusted_close\n2024-01-02,1,2\n",
      /one column of adjusted closes, got date, Adj Close, adjusted_close$/,
    ],
    ["a file without a header", "2024-01-02,1\n", /the header must have a column date, got 2024-01-02, 1$/],
    [
      "semicolons",
      "date;adjustedClose\n2024-01-02;1\n",
      /^line 1: columns must be separated by commas, got date;adjustedClose$/,
    ],
    ["HTML", "<!doctype html>\n<p>Sign in</p>\n", /the header must have a column date/],
    ["a file that is one long line", `date,${"x".repeat(5000)}\n`, /^.{1,300}$/],
  ])("%s", (_name, text, message) => {
    const error = failureOf(text);
    expect(error.message).toMatch(message);
    expect(error.line).toBe(1);
  });

  test("counts lines also in a file of Windows line breaks, with empty lines and the newest row first", () => {
    expect(failureOf("date,adjustedClose\r\n2024-01-05,1\r\n\r\n2024-01-04,x\r\n2024-01-03,1\r\n").line).toBe(4);
  });

  test("names the line, not the order, when the newest row comes first", () => {
    const error = failureOf("date,adjustedClose\n2024-01-05,1\n2024-01-04,1\n2024-01-04,1\n");
    expect(error.message).toContain("each date must stand once, got 2024-01-04");
    expect([3, 4]).toContain(error.line);
  });
});

import { describe, expect, test } from "vitest";
import { civilFromDay, dayFromCivil, daysInMonth, formatDate, formatDates, parseDate } from "./trading-date.ts";

const DAY_MS = 86_400_000;
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

describe("formatDate and parseDate", () => {
  test("agree with Date on every day of the years 1800 to 2200, and undo each other", () => {
    for (let day = -62_091; day < 84_006; day++) {
      const text = formatDate(day);
      expect(text === new Date(day * DAY_MS).toISOString().slice(0, 10), text).toBe(true);
      expect(parseDate(text) === day, text).toBe(true);
    }
  });

  test("agree with Date every 97 days from year 1 to 9999, and on both ends", () => {
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 97) {
      expect(formatDate(day) === new Date(day * DAY_MS).toISOString().slice(0, 10), String(day)).toBe(true);
      expect(parseDate(formatDate(day)) === day, String(day)).toBe(true);
    }
    expect([formatDate(FIRST_DAY), formatDate(LAST_DAY)]).toEqual(["0001-01-01", "9999-12-31"]);
  });

  test("formats a column", () => {
    expect(formatDates(Int32Array.of(0, 11_016))).toEqual(["1970-01-01", "2000-02-29"]);
  });

  test.each([
    "2020-02-30",
    "2019-02-29",
    "1900-02-29",
    "2020-13-01",
    "2020-00-10",
    "2020-01-00",
    "2020-04-31",
    "0000-01-01",
    "2020-1-01",
    "20200101",
    "2020-01-01T00:00",
    " 2020-01-01",
    "2020-01-01\n",
    "+020-01-01",
    "",
  ])("refuses %j", (text) => {
    expect(() => parseDate(text)).toThrow(expect.objectContaining({ code: "BAD_INPUT", details: { date: text } }));
  });

  test.each([FIRST_DAY - 1, LAST_DAY + 1, 0.5, Number.NaN])("refuses the day number %d", (day) => {
    expect(() => formatDate(day)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

test("civil dates and day numbers undo each other over four centuries", () => {
  for (let day = 0; day < 146_097; day += 13) {
    const { year, month, dayOfMonth } = civilFromDay(day);
    expect(dayFromCivil(year, month, dayOfMonth) === day).toBe(true);
  }
});

test("months have their lengths, leap years included", () => {
  expect(Array.from({ length: 12 }, (_, i) => daysInMonth(2023, i + 1))).toEqual([
    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
  ]);
  expect([2024, 2000, 1900].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28]);
});

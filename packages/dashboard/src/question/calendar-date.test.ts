import fc from "fast-check";
import { expect, test } from "vitest";
import { isCalendarDate } from "./calendar-date.ts";

test("every day of Date is one, and what Date would move is none", () => {
  const part = (digits: number) =>
    fc.integer({ min: 0, max: 10 ** digits - 1 }).map((number) => String(number).padStart(digits, "0"));
  const day = fc.oneof(part(2), fc.constantFrom("28", "29", "30", "31"));
  const month = fc.oneof(part(2), fc.constantFrom("02", "04", "12"));
  fc.assert(
    fc.property(part(4), month, day, (...parts) => {
      const text = parts.join("-");
      const date = new Date(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      expect(isCalendarDate(text)).toBe(exists);
    }),
  );
});

test.each(["", "2018-1-1", "2018-01-01T00:00", "20180101", "2018-01-0x", "2019-02-29", "1900-02-29"])(
  "%s is none",
  (text) => {
    expect(isCalendarDate(text)).toBe(false);
  },
);

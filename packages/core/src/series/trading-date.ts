import { AnalysisError } from "../errors.ts";

// A trading date is a whole number: days since 1970-01-01, at the exchange. Days compare, subtract and pack into an
// Int32Array; they have no time zone to get wrong.

const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, "0"));

/** A day of the proleptic Gregorian calendar. `month` and `dayOfMonth` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/**
 * Reads `YYYY-MM-DD` as days since 1970-01-01.
 *
 * Strict: exactly four, two and two digits, a date that the calendar has, years 0001 to 9999.
 *
 * @throws AnalysisError `BAD_INPUT` for anything else (`Date.parse` would take "2020-02-30" for 1 March).
 */
export function parseDate(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw notADate(text);
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const dayOfMonth = Number(text.slice(8, 10));
  if (year < 1 || month < 1 || month > 12) throw notADate(text);
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) throw notADate(text);
  return dayFromCivil(year, month, dayOfMonth);
}

/**
 * Writes a day number as `YYYY-MM-DD`. The inverse of {@link parseDate}.
 *
 * @throws AnalysisError `BAD_INPUT` when the day is not a whole number between 0001-01-01 and 9999-12-31.
 */
export function formatDate(day: number): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const century = TWO_DIGITS[Math.floor(year / 100)];
  return `${century}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}`;
}

/** Writes each day number as `YYYY-MM-DD`; see {@link formatDate}. */
export function formatDates(days: Int32Array): string[] {
  const texts = new Array<string>(days.length);
  for (let i = 0; i < days.length; i++) texts[i] = formatDate(days[i]);
  return texts;
}

/**
 * The calendar date of a day number.
 *
 * Source: `civil_from_days` in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): the year is taken to
 * begin on 1 March, so that the leap day is its last and month lengths follow a straight line.
 *
 * @throws AnalysisError `BAD_INPUT` when the day is not a whole number between 0001-01-01 and 9999-12-31.
 */
export function civilFromDay(day: number): CivilDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a day number must be a whole number from ${FIRST_DAY} (0001-01-01) to ${LAST_DAY} (9999-12-31), got ${day}`,
      { day },
    );
  }
  const shifted = day + 719_468; // days since 0000-03-01
  const era = Math.floor(shifted / 146_097); // an era is 400 years
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** The day number of a calendar date that is known to exist (year from 1, month and day of month from 1). */
export function dayFromCivil(year: number, month: number, dayOfMonth: number): number {
  const past = year - 1;
  const daysBeforeYear = 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return FIRST_DAY + daysBeforeYear + DAYS_BEFORE_MONTH[month - 1] + leapDay + dayOfMonth - 1;
}

/** The number of days in a month of the Gregorian calendar (month from 1). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeap(year)) return 29;
  return DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function notADate(text: string): AnalysisError {
  return new AnalysisError("BAD_INPUT", `a date must be a calendar date written YYYY-MM-DD, got ${text}`, {
    date: text,
  });
}

/** The day of the week: Monday is 0. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function isWeekend(day: number): boolean {
  return weekday(day) > 4;
}

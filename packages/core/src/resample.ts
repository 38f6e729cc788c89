import type { AlignedPrices } from "./align.ts";
import { civilFromDay, dayFromCivil, daysInMonth } from "./trading-date.ts";

/** The length of a period: a trading day, an ISO week (Monday to Sunday) or a calendar month. */
export type Interval = "DAY" | "WEEK" | "MONTH";

/** Periods a year by interval: the convention behind every annual figure. */
export const PERIODS_PER_YEAR: Readonly<Record<Interval, number>> = Object.freeze({ DAY: 252, WEEK: 52, MONTH: 12 });

/** `incomplete`: how many running periods were left out at the end, 0 or 1. */
export interface ResampledPrices extends AlignedPrices {
  readonly incomplete: number;
}

/**
 * Keeps the row that ends each week or month: its last date that all series have.
 *
 * A running week or month is not a return, so the last period is left out unless its last weekday (Monday to Friday)
 * has been reached. Core knows no exchange holidays: a last week that a holiday ends on Thursday is left out too, until
 * the next session shows that it is over. `DAY` keeps every row. `dropped` is passed on unchanged.
 */
export function resample(aligned: AlignedPrices, interval: Interval): ResampledPrices {
  if (interval === "DAY") return { ...aligned, incomplete: 0 };
  const lastWeekday = interval === "WEEK" ? fridayOfWeek : lastWeekdayOfMonth;
  const { dates } = aligned;
  const rows: number[] = [];
  let incomplete = 0;
  for (let row = 0; row < dates.length; row++) {
    const closes = lastWeekday(dates[row]);
    const isLastRow = row === dates.length - 1;
    if (isLastRow && dates[row] < closes) incomplete = 1;
    else if (isLastRow || lastWeekday(dates[row + 1]) !== closes) rows.push(row);
  }
  return {
    kind: "aligned-prices",
    dates: Int32Array.from(rows, (row) => dates[row]),
    columns: aligned.columns.map((column) => Float64Array.from(rows, (row) => column[row])),
    dropped: aligned.dropped,
    incomplete,
  };
}

/** Monday is 0. 1970-01-01 was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function fridayOfWeek(day: number): number {
  return day - weekday(day) + 4;
}

function lastWeekdayOfMonth(day: number): number {
  const { year, month } = civilFromDay(day);
  const last = dayFromCivil(year, month, daysInMonth(year, month));
  return last - Math.max(0, weekday(last) - 4);
}

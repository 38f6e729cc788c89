import type { AlignedPrices } from "./align.ts";
import { civilFromDay, dayFromCivil, daysInMonth, isWeekend, weekday } from "./trading-date.ts";

/** The length of a period: a trading day, an ISO week (Monday to Sunday) or a calendar month. */
export type Interval = "DAY" | "WEEK" | "MONTH";

/** Periods a year by interval: the convention behind every annual figure. */
export const PERIODS_PER_YEAR: Readonly<Record<Interval, number>> = Object.freeze({ DAY: 252, WEEK: 52, MONTH: 12 });

/** Markets of seven days have 2/7 of their dates on weekends, those from Sunday to Thursday 1/5; others a special one. */
const WEEKEND_SHARE = 0.1;

/** `incomplete`: how many running periods were left out at the end, 0 or 1. */
export interface ResampledPrices extends AlignedPrices {
  readonly incomplete: number;
}

/**
 * Keeps the row that ends each week or month: its last date that all series have. `DAY` keeps every row.
 *
 * A running week or month is not a return, so the last period is left out unless it is known to be over: `next`, the
 * next date after these prices that is known, is in another period; or, where none is known, its last weekday has been
 * reached (Friday, or the last of the month), or its last day where the series trade at weekends as a rule.
 * Core knows no exchange holidays: a last week that a holiday ends on Thursday is left out until a later date shows
 * that it is over. `dropped` is passed on unchanged.
 */
export function resample(aligned: AlignedPrices, interval: Interval, next?: number): ResampledPrices {
  if (interval === "DAY") return { ...aligned, incomplete: 0 };
  const lastDay = interval === "WEEK" ? sundayOfWeek : lastDayOfMonth;
  const { dates } = aligned;
  const rows: number[] = [];
  const weekends = dates.reduce((count, date) => count + (isWeekend(date) ? 1 : 0), 0) > WEEKEND_SHARE * dates.length;
  for (let row = 0; row < dates.length; row++) {
    const following = row + 1 < dates.length ? dates[row + 1] : next;
    const closes = lastDay(dates[row]);
    const over =
      following === undefined ? dates[row] >= (weekends ? closes : lastWeekday(closes)) : lastDay(following) !== closes;
    if (over) rows.push(row);
  }
  return {
    kind: "aligned-prices",
    dates: Int32Array.from(rows, (row) => dates[row]),
    columns: aligned.columns.map((column) => Float64Array.from(rows, (row) => column[row])),
    dropped: aligned.dropped,
    incomplete: rows.at(-1) === dates.length - 1 ? 0 : 1,
  };
}

function sundayOfWeek(day: number): number {
  return day - weekday(day) + 6;
}

function lastDayOfMonth(day: number): number {
  const { year, month } = civilFromDay(day);
  return dayFromCivil(year, month, daysInMonth(year, month));
}

/** The day itself, or the Friday before it. */
function lastWeekday(day: number): number {
  return day - Math.max(0, weekday(day) - 4);
}

import { AnalysisError } from "../errors.ts";
import { medianGap, medianOfPairs } from "./date-gaps.ts";
import type { ReturnKind } from "./returns.ts";
import { indexAfter, indexFrom, type PriceSeries, priceSeries, type ReturnSeries, returnSeries } from "./series.ts";
import { formatDate, isWeekend } from "./trading-date.ts";

/** A portfolio's own returns, made ready to be joined with the prices of its benchmarks. */
export interface DatedOwnReturns {
  readonly returns: ReturnSeries;
  /** From where the first return runs; `undefined` where that is not known, and the first return has no counterpart. */
  readonly base: number | undefined;
  /** How many returns were dated on a weekend and now stand on the last session before it. */
  readonly moved: number;
}

/** Between neighbouring sessions there are no more days than this: a weekend and a holiday. Longer are weeks and months. */
const LONGEST_PAUSE = 4;

/** Months have 28 to 31 days, and weeks lose some to holidays: a period may be this much longer than the usual one. */
const PERIOD_LEEWAY = 1.5;

/**
 * Puts a portfolio's own SIMPLE returns on its benchmarks' sessions, as far as that changes no return.
 *
 * - A weekly or longer return dated on a weekend, as at a calendar month's end, moves to the benchmarks' last session
 *   before it, if that is the same for all: none of them traded in between. Other dates without a session stay, and the
 *   join compounds their return into the next.
 * - The first return runs from the benchmarks' previous session, if the returns run from session to session: one that
 *   covers a month must not be paired with one day of the benchmark.
 *
 * @throws AnalysisError `BAD_INPUT` for a return below −1, or of −1 before the end: nothing is left to earn on.
 */
export function dateOwnReturns(own: ReturnSeries, benchmarks: readonly PriceSeries[]): DatedOwnReturns {
  refuseRuin(own);
  const dates = own.dates.slice();
  const usualGap = medianGap(own.dates);
  let moved = 0;
  for (let i = 0; i < dates.length; i++) {
    const session = isWeekend(dates[i]) && usualGap > LONGEST_PAUSE ? sessionBefore(dates[i], benchmarks) : undefined;
    if (session === undefined || benchmarks.some((one) => has(one, dates[i]))) continue;
    if (dates[i] - session > LONGEST_PAUSE || (i > 0 && session <= dates[i - 1])) continue;
    dates[i] = session;
    moved++;
  }
  return { returns: returnSeries(dates, own.values), base: baseOf(dates, benchmarks), moved };
}

/** The dates between which own returns run, as a series that can be joined; its prices mean nothing. */
export function ownDates({ returns, base }: DatedOwnReturns): PriceSeries {
  const first = base === undefined ? 0 : 1;
  const dates = new Int32Array(first + returns.dates.length);
  if (base !== undefined) dates[0] = base;
  dates.set(returns.dates, first);
  return priceSeries(dates, new Float64Array(dates.length).fill(1));
}

/**
 * Own returns from each date to the next: those that fall in between are compounded, and one alone is passed on as it
 * is, to the last digit.
 *
 * @param dates ascending, each one of `ownDates`
 * @param label whose returns they are, for messages
 * @throws AnalysisError `INSUFFICIENT_DATA` below 2 dates; `BAD_INPUT` for a log return of −1.
 */
export function ownReturnsBetween(
  own: ReturnSeries,
  dates: Int32Array,
  kind: ReturnKind,
  label = "the portfolio",
): Float64Array {
  if (dates.length < 2) {
    throw new AnalysisError("INSUFFICIENT_DATA", `returns need at least 2 dates, ${label} has ${dates.length}`, {
      observations: dates.length,
      needed: 2,
    });
  }
  const between = new Float64Array(dates.length - 1);
  for (let i = 1; i < dates.length; i++) {
    let total = 0;
    const past = indexAfter(own.dates, dates[i]);
    for (let j = indexAfter(own.dates, dates[i - 1]); j < past; j++) {
      const value = own.values[j];
      if (kind === "LOG" && value <= -1) throw ruined(value, own.dates[j], label);
      // Simple: (1 + total)(1 + value) − 1, written so that small returns keep their digits.
      total += kind === "LOG" ? Math.log1p(value) : value + total * value;
    }
    between[i - 1] = total;
  }
  return between;
}

/** The session before the first return, where that return is known to run from it. */
function baseOf(dates: Int32Array, benchmarks: readonly PriceSeries[]): number | undefined {
  if (dates.length === 0 || benchmarks.length === 0) return undefined;
  const base = sessionBefore(dates[0], benchmarks);
  if (base === undefined) return undefined;
  const sessions = benchmarks[0].dates;
  const usualGap = medianGap(dates);
  if (dates[0] - base > Math.max(LONGEST_PAUSE, PERIOD_LEEWAY * usualGap)) return undefined;
  const between = medianOfPairs(dates, (from, to) => Math.max(0, indexFrom(sessions, to) - indexAfter(sessions, from)));
  return between > 0 ? undefined : base;
}

/** The last session before a day, where it is the same for all benchmarks. */
function sessionBefore(day: number, benchmarks: readonly PriceSeries[]): number | undefined {
  const [first, ...others] = benchmarks.map(({ dates }) => dates[indexFrom(dates, day) - 1]);
  return others.every((other) => other === first) ? first : undefined;
}

function has({ dates }: PriceSeries, day: number): boolean {
  return dates[indexFrom(dates, day)] === day;
}

function refuseRuin({ dates, values }: ReturnSeries): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] > -1) continue;
    if (values[i] === -1 && i === values.length - 1) continue;
    const date = formatDate(dates[i]);
    const rule = values[i] === -1 ? "a return of -1 must be the last one" : "a simple return must not be below -1";
    throw new AnalysisError("BAD_INPUT", `${rule}, got ${values[i]} on ${date}`, { date, value: values[i] });
  }
}

function ruined(value: number, day: number, label: string): AnalysisError {
  const date = formatDate(day);
  return new AnalysisError("BAD_INPUT", `a log return needs a return above -1, ${label} has ${value} on ${date}`, {
    date,
    value,
  });
}

import type { DatedOwnReturns, Period } from "@hedgeql/core";

/** What became of a portfolio's own returns. */
export interface OwnReturnsUse {
  readonly given: number;
  /** Dated on a weekend, and counted on the session before it. */
  readonly moved: number;
  /** On a date without prices of every benchmark: compounded into the next. */
  readonly merged: number;
  /** Before or after the prices of the benchmarks, or the first, where it is not known from where it runs. */
  readonly leftOut: number;
}

/** @param joined the dates, inside the period, on which all series have a price */
export function ownReturnsUse(
  { returns, base, moved }: DatedOwnReturns,
  joined: Int32Array,
  { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY }: Period,
): OwnReturnsUse {
  const sessions = new Set(joined);
  const [first, last] = [joined[0], joined[joined.length - 1]];
  const asked = returns.dates.filter((date) => date >= start && date <= end);
  const firstHasNoStart = base === undefined && returns.dates[0] === first;
  return {
    given: returns.dates.length,
    moved,
    merged: asked.filter((date) => date > first && date <= last && !sessions.has(date)).length,
    leftOut: asked.filter((date) => date < first || date > last).length + (firstHasNoStart ? 1 : 0),
  };
}

import type { DatedOwnReturns, Period } from "@hedgeql/core";

/** What became of a portfolio's own returns. */
export interface OwnReturnsUse {
  readonly given: number;
  /** Dated on a weekend, and counted on the session before it. */
  readonly moved: number;
  /** On a date without prices of every benchmark: compounded into the next, or lost after the last. */
  readonly merged: number;
  /** The first one, when it is not known from where it runs. */
  readonly firstLeftOut: boolean;
}

/** @param joined the dates, inside the period, on which all series have a price */
export function ownReturnsUse(
  { returns, base, moved }: DatedOwnReturns,
  joined: Int32Array,
  { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY }: Period,
): OwnReturnsUse {
  const sessions = new Set(joined);
  const inPeriod = returns.dates.filter((date) => date > joined[0] && date <= end);
  return {
    given: returns.dates.length,
    moved,
    merged: inPeriod.filter((date) => !sessions.has(date)).length,
    firstLeftOut: base === undefined && returns.dates[0] >= start,
  };
}

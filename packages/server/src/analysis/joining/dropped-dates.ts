import { AnalysisError, clip, type Period } from "@hedgeql/core";
import { LIMITS, refuseMoreThan } from "../limits.ts";
import type { Input } from "./join-prices.ts";

/** What was joined: the series, the period that they were clipped to, and the dates that all of them have in it. */
export interface Joined {
  readonly inputs: readonly Input[];
  /** How many of them, the first ones, are of the portfolio. */
  readonly held: number;
  readonly period: Period;
  readonly dates: Int32Array;
}

/** A date, inside the span that all series cover, on which some have a price and others do not. */
export interface DroppedDate {
  readonly date: number;
  readonly missing: readonly string[];
}

interface Span {
  readonly label: string;
  readonly dates: Int32Array;
}

/** The first so many of the dates that were left out of a join, each with the series that have no price on it. */
export function firstDropped(joined: Joined, most: number): DroppedDate[] {
  if (most < 0) throw new AnalysisError("BAD_INPUT", `first must be at least 0, got ${most}`, { first: most });
  refuseMoreThan(LIMITS.droppedDates, most, "dropped dates");
  const columns = clippedSpans(joined).map(({ label, dates }) => ({ label, has: new Set(dates) }));
  return droppedDates(joined)
    .slice(0, most)
    .map((date) => ({ date, missing: columns.filter(({ has }) => !has.has(date)).map(({ label }) => label) }));
}

/** The dates, inside the span that all series cover, that not all of them have; ascending. */
export function droppedDates(joined: Joined): number[] {
  const spans = clippedSpans(joined);
  const { first, last } = shared(spans);
  const kept = new Set(joined.dates);
  const all = new Set(spans.flatMap(({ dates }) => [...dates.filter((date) => date >= first && date <= last)]));
  return [...all].filter((date) => !kept.has(date)).sort((a, b) => a - b);
}

/** Which series begin last and which end first, where not all do: they bound what the others could have given. */
export function spanLimits(joined: Joined): { readonly start: string[]; readonly end: string[] } {
  const spans = clippedSpans(joined);
  const { first, last } = shared(spans);
  const named = (some: Span[]) => (some.length === spans.length ? [] : some.map(({ label }) => label));
  return {
    start: named(spans.filter(({ dates }) => dates[0] === first)),
    end: named(spans.filter(({ dates }) => dates[dates.length - 1] === last)),
  };
}

/** Each series once: one that is both held and sold is one. */
function clippedSpans({ inputs, period }: Joined): Span[] {
  const once = [...new Map(inputs.map((input) => [input.label, input])).values()];
  return once.map(({ label, prices }) => ({ label, dates: clip(prices, period).dates }));
}

/** The first and the last date that all of them cover. */
function shared(spans: readonly Span[]) {
  return {
    first: Math.max(...spans.map(({ dates }) => dates[0])),
    last: Math.min(...spans.map(({ dates }) => dates[dates.length - 1])),
  };
}

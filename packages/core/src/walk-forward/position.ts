import type { RebalanceOutcome, RebalanceTarget } from "./walk.ts";

/**
 * The ratios at the end of period t of a position that is left alone: the notional grows with the instrument, the
 * portfolio that it is measured by with its own return. Both are total returns: a dividend of the portfolio is
 * reinvested in it, and one of an instrument is owed on what is short.
 */
export function drifted(
  ratios: readonly number[],
  instruments: readonly Float64Array[],
  portfolio: Float64Array,
  t: number,
): number[] {
  return ratios.map((ratio, i) => ratio * ((1 + instruments[i][t]) / (1 + portfolio[t])));
}

/** Σ|after − before|, in multiples of the portfolio's value. */
export function notionalTraded(before: readonly number[], after: readonly number[]): number {
  return before.reduce((sum, ratio, i) => sum + Math.abs(after[i] - ratio), 0);
}

/** Whether what is held is moved to the target: always without a trigger, else where some ratio is further off than it. */
export function outcomeOf(
  { ratios }: RebalanceTarget,
  held: readonly number[],
  driftTrigger: number | null | undefined,
): RebalanceOutcome {
  if (ratios === null) return "NO_ESTIMATE";
  if (driftTrigger === null || driftTrigger === undefined) return "TRADED";
  const furthest = ratios.reduce((most, ratio, i) => Math.max(most, Math.abs(held[i] - ratio)), 0);
  return furthest > driftTrigger ? "TRADED" : "WITHIN_TRIGGER";
}

import { AnalysisError } from "../errors.ts";
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

/**
 * The same over all periods of simple total returns: ratio · Π(1 + instrument)/(1 + portfolio). By sums of logarithms, so
 * that neither product leaves the range of doubles on the way.
 *
 * @throws AnalysisError `BAD_INPUT` where the portfolio loses everything: of nothing no ratio is left.
 */
export function driftedOver(
  ratios: readonly number[],
  instruments: readonly Float64Array[],
  portfolio: Float64Array,
): number[] {
  const own = logGrowth(portfolio);
  if (own === Number.NEGATIVE_INFINITY) {
    throw new AnalysisError("BAD_INPUT", "the portfolio lost everything: there is nothing left to hedge");
  }
  return ratios.map((ratio, i) => ratio * Math.exp(logGrowth(instruments[i]) - own));
}

function logGrowth(returns: Float64Array): number {
  let sum = 0;
  for (const value of returns) sum += Math.log1p(value);
  return sum;
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

import type { ReturnKind } from "../series/returns.ts";
import { belowPeak } from "./drawdown-path.ts";
import { type Measure, Undefined } from "./undefined-measure.ts";

/** A fall of wealth from a peak. Indices count returns: `t` stands for the moment after return t. */
export interface Drawdown {
  /** The share of the peak that was lost, in (0, 1]: 0.25 is 25 % below the peak. */
  readonly depth: number;
  /** Where wealth last stood at the peak before it fell; −1: the start, before the first return. */
  readonly peak: number;
  /** Where it was furthest below the peak, for the first time. */
  readonly trough: number;
  /** Where it was first back at the peak, or above; null: not yet. */
  readonly recovery: number | null;
}

/**
 * The deepest fall from a peak of the wealth that the returns make of 1, the start counting as a peak; the first of
 * equals. Of returns without `ruin`. Not defined where wealth never falls below an earlier peak.
 *
 * What rounding hides counts as none (see {@link belowPeak}). `rounding`: how far each return may be off.
 *
 * Source: M. Magdon-Ismail, A. Atiya, "Maximum Drawdown" (Risk 17, 2004).
 */
export function maximumDrawdown(returns: Float64Array, kind: ReturnKind, rounding: number): Measure<Drawdown> {
  const { logs, slacks } = belowPeak(returns, kind, rounding);
  let peak = -1;
  let deepest = 0;
  let found = { peak: -1, trough: -1, recovery: null as number | null };
  for (let t = 0; t < logs.length; t++) {
    if (logs[t] === 0) {
      if (found.peak === peak) found.recovery = t;
      peak = t;
    } else if (logs[t] < deepest - slacks[t]) {
      deepest = logs[t];
      found = { peak, trough: t, recovery: null };
    }
  }
  if (deepest === 0) return new Undefined("wealth never fell below an earlier peak");
  return { depth: -Math.expm1(deepest), ...found };
}

import { sumError } from "../arithmetic/exact-arithmetic.ts";
import type { ReturnKind } from "../series/returns.ts";
import { logGrowth } from "./growth.ts";
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

/** What a return of two prices and its logarithm can be off by, as a share of the return: two units in the last place. */
const QUOTIENT_ROUNDING = 2 ** -51;

/**
 * The deepest fall from a peak of the wealth that the returns make of 1, the start counting as a peak; the first of
 * equals. Of returns without `ruin`. Not defined where wealth never falls below an earlier peak.
 *
 * What rounding hides counts as none: prices that are back where they were give returns that compound to 1 but for the
 * last digits, and that is a recovery. `rounding`: how far each return may be off.
 *
 * One pass over the logarithm of wealth below its last peak, in twice the working precision: it begins at 0 with every
 * peak, so shallow falls keep their digits however much wealth has grown.
 *
 * Source: M. Magdon-Ismail, A. Atiya, "Maximum Drawdown" (Risk 17, 2004).
 */
export function maximumDrawdown(returns: Float64Array, kind: ReturnKind, rounding: number): Measure<Drawdown> {
  let peak = -1;
  let below = 0;
  let rest = 0;
  let slack = 0; // how far `below` may be off
  let deepest = 0;
  let found = { peak: -1, trough: -1, recovery: null as number | null };
  for (let t = 0; t < returns.length; t++) {
    const step = logGrowth(returns[t], kind);
    if (step === -Infinity) {
      deepest = step;
      found = { peak, trough: t, recovery: null };
      break;
    }
    rest += sumError(below, step);
    below += step;
    slack += stepRounding(returns[t], kind, rounding);
    const depth = below + rest;
    if (depth >= -slack) {
      if (found.peak === peak) found.recovery = t;
      peak = t;
      below = 0;
      rest = 0;
      slack = 0;
    } else if (depth < deepest - slack) {
      deepest = depth;
      found = { peak, trough: t, recovery: null };
    }
  }
  if (deepest === 0) return new Undefined("wealth never fell below an earlier peak");
  return { depth: -Math.expm1(deepest), ...found };
}

/** How much more the logarithm of growth would be, were the return higher by its rounding. */
function stepRounding(value: number, kind: ReturnKind, rounding: number): number {
  const noise = Math.max(rounding, QUOTIENT_ROUNDING * Math.abs(value));
  return kind === "LOG" ? noise : Math.log1p(noise / (1 + value));
}

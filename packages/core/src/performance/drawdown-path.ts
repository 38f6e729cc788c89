import { sumError } from "../arithmetic/exact-arithmetic.ts";
import type { ReturnKind } from "../series/returns.ts";
import { logGrowth, ruin } from "./growth.ts";
import { checkFinite } from "./growth-path.ts";
import type { Measure } from "./undefined-measure.ts";

/**
 * How far wealth is below its highest so far, after each period, the start counting too: wealth over that peak, less 1.
 * Decimals, one a return, from −1 to 0; 0 at a peak. At the trough of `maximumDrawdown` it is less its depth, and
 * nowhere lower but for rounding. `rounding`: how far each return may be off; falls that it hides count as none.
 *
 * Not defined where more than everything was lost, or where anything follows the loss of everything: the reason names
 * the observation.
 *
 * @throws AnalysisError `BAD_INPUT` when a return is not finite (`details.observation`).
 */
export function drawdownPath(returns: Float64Array, kind: ReturnKind, rounding = 0): Measure<Float64Array> {
  checkFinite(returns);
  return ruin(returns, kind) ?? belowPeak(returns, kind, rounding).logs.map((value) => Math.expm1(value));
}

/** After each return. */
export interface BelowPeak {
  /** The logarithm of wealth over its last peak: 0 at a peak, else below; −Infinity where everything was lost. */
  readonly logs: Float64Array;
  /** How far each may be off, from what the returns may be. */
  readonly slacks: Float64Array;
}

/** What a return of two prices and its logarithm can be off by, as a share of the return: two units in the last place. */
const QUOTIENT_ROUNDING = 2 ** -51;

/**
 * How far wealth is below its last peak, the start being one. Of returns without `ruin`.
 *
 * What rounding hides counts as none: prices that are back where they were give returns that compound to 1 but for the
 * last digits, and that is a peak. The logarithm begins at 0 with every peak and is summed in twice the working
 * precision, so shallow falls keep their digits however much wealth has grown.
 */
export function belowPeak(returns: Float64Array, kind: ReturnKind, rounding: number): BelowPeak {
  const logs = new Float64Array(returns.length);
  const slacks = new Float64Array(returns.length);
  let below = 0;
  let rest = 0;
  let slack = 0;
  for (let t = 0; t < returns.length; t++) {
    const step = logGrowth(returns[t], kind);
    if (step === -Infinity) {
      logs[t] = step; // the last return: anything after it is ruin
      break;
    }
    rest += sumError(below, step);
    below += step;
    slack += stepRounding(returns[t], kind, rounding);
    if (below + rest >= -slack) {
      below = 0;
      rest = 0;
      slack = 0;
      continue;
    }
    logs[t] = below + rest;
    slacks[t] = slack;
  }
  return { logs, slacks };
}

/** How much more the logarithm of growth would be, were the return higher by its rounding. */
function stepRounding(value: number, kind: ReturnKind, rounding: number): number {
  const noise = Math.max(rounding, QUOTIENT_ROUNDING * Math.abs(value));
  return kind === "LOG" ? noise : Math.log1p(noise / (1 + value));
}

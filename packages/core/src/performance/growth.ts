import type { ReturnKind } from "../series/returns.ts";
import { compensatedSum } from "./compensated-sum.ts";
import { type Measure, Undefined } from "./undefined-measure.ts";

/**
 * Why the wealth that such returns make of 1 is not defined; null where it is. A simple return of exactly −1 takes all,
 * and nothing can follow it; one below −1, as a hedged book can have, leaves debt, and debt does not compound.
 */
export function ruin(returns: Float64Array, kind: ReturnKind): Undefined | null {
  if (kind === "LOG") return null;
  const index = returns.findIndex((value) => value <= -1);
  if (index < 0) return null;
  if (returns[index] < -1) {
    return new Undefined(`more than everything was lost: the return is ${returns[index]} at observation ${index}`);
  }
  if (index === returns.length - 1) return null;
  return new Undefined(`everything was lost before observation ${index + 1}, and nothing compounds after that`);
}

/** What a return adds to the logarithm of wealth. */
export function logGrowth(value: number, kind: ReturnKind): number {
  return kind === "LOG" ? value : Math.log1p(value);
}

/**
 * What wealth of 1 gains over all periods: Π(1 + r) − 1, with log returns exp(Σr) − 1. A decimal; −1 where everything
 * was lost. Of returns without {@link ruin}. Infinite where the growth leaves the range of doubles.
 *
 * By logarithms, summed in twice the working precision: a product would round once a period.
 */
export function cumulativeReturn(returns: Float64Array, kind: ReturnKind): Measure {
  if (kind === "SIMPLE" && returns[returns.length - 1] === -1) return -1;
  return Math.expm1(compensatedSum(returns.map((value) => logGrowth(value, kind))));
}

import { sumError } from "../arithmetic/exact-arithmetic.ts";
import { AnalysisError } from "../errors.ts";
import type { ReturnKind } from "../series/returns.ts";
import { logGrowth, ruin } from "./growth.ts";
import { type Measure, Undefined } from "./undefined-measure.ts";

/**
 * What wealth of 1 has gained after each period: Π(1 + r) − 1 of the returns so far, with log returns exp(Σr) − 1.
 * Decimals, one a return; the last is `cumulativeReturn`, to the last bit, and each is that of the returns up to it. A
 * last return that takes all leaves −1.
 *
 * Not defined where more than everything was lost, where anything follows the loss of everything, or where the growth
 * leaves the range of doubles: the reason names the observation.
 *
 * By logarithms, summed in twice the working precision.
 *
 * @throws AnalysisError `BAD_INPUT` when a return is not finite (`details.observation`).
 */
export function growthPath(returns: Float64Array, kind: ReturnKind): Measure<Float64Array> {
  checkFinite(returns);
  const end = ruin(returns, kind);
  if (end !== null) return end;
  const path = new Float64Array(returns.length);
  let sum = 0;
  let rest = 0;
  for (let t = 0; t < returns.length; t++) {
    const step = logGrowth(returns[t], kind);
    if (step === -Infinity) {
      path[t] = -1; // the last return: anything after it is ruin
      break;
    }
    rest += sumError(sum, step);
    sum += step;
    path[t] = Math.expm1(sum + rest);
    if (path[t] === Infinity) return new Undefined(`growth leaves the range of doubles at observation ${t}`);
  }
  return path;
}

/** Refuses returns of which there is no wealth to follow. */
export function checkFinite(returns: Float64Array): void {
  const observation = returns.findIndex((value) => !Number.isFinite(value));
  if (observation < 0) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `returns must be finite numbers, got ${returns[observation]} at observation ${observation}`,
    { observation, value: String(returns[observation]) },
  );
}

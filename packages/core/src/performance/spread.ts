import { largestSize, type ValueRange, valueRange } from "../arithmetic/value-range.ts";
import { variance } from "../arithmetic/variance.ts";
import { type Measure, Undefined } from "./undefined-measure.ts";

/** Returns, or what they are above those of something else, and how far each value may be off by rounding. */
export interface NoisyReturns {
  readonly values: Float64Array;
  readonly range: ValueRange;
  readonly noise: number;
}

/** Of each double: half a unit in its last place. */
const HALF_UNIT = 2 ** -53;

/** Returns as they came. `rounding`: how far each may be off from how it came about. */
export function noisyReturns(values: Float64Array, rounding: number): NoisyReturns {
  const range = valueRange(values);
  return { values, range, noise: Math.max(rounding, HALF_UNIT * largestSize(range)) };
}

/**
 * Returns less those of something else, period by period: over a risk-free rate or over a benchmark. Both may be off,
 * and what they have in common cancels but its rounding does not, so the noise is that of both.
 */
export function returnsOver(other: NoisyReturns, returns: NoisyReturns): NoisyReturns {
  const values = returns.values.map((value, t) => value - other.values[t]);
  return { values, range: valueRange(values), noise: returns.noise + other.noise };
}

/** Whether the values differ by more than their noise: by more than twice what two of them can be apart by it. */
function varies({ range, noise }: NoisyReturns): boolean {
  return range.high - range.low > 4 * noise;
}

/** The sample standard deviation, with n − 1: a decimal a period, exactly 0 where only noise varies. */
export function standardDeviation(returns: NoisyReturns): Measure {
  const { length } = returns.values;
  if (length < 2) return new Undefined(`a standard deviation needs at least 2 observations, got ${length}`);
  return varies(returns) ? Math.sqrt(variance(returns.values)) : 0;
}

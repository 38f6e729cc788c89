import { AnalysisError } from "../errors.ts";
import { countSlopes, type OrderedPoints, type SlopeCounts, slopeOf, slopesBetween } from "./height-order.ts";

/** Slopes beyond this are taken for out of range: their products with values of up to 1e100 must stay doubles. */
const STEEPEST = 1e150;

const SAMPLES = 20_000;

/** So many samples inside a bracket are better guides than interpolation. */
const ENOUGH = 8;

/** An interval that the sought slope is in: `upToLow` slopes are not above `low`, `belowHigh` are below `high`. */
interface Bracket {
  readonly low: number;
  readonly upToLow: number;
  readonly high: number;
  readonly belowHigh: number;
}

interface Count extends SlopeCounts {
  readonly probe: number;
}

/** The number of pairs of different x. */
export function countPairs({ x }: OrderedPoints): number {
  let pairs = 0;
  let twins = 0;
  for (let t = 1; t < x.length; t++) {
    twins = x[t] === x[t - 1] ? twins + 1 : 0;
    pairs += t - twins;
  }
  return pairs;
}

/** All slopes between pairs of different x, ascending: n(n − 1)/2 of them, so for short series. */
export function allSlopes(points: OrderedPoints): Float64Array {
  const { x } = points;
  const slopes: number[] = [];
  for (let j = 1; j < x.length; j++) {
    for (let i = 0; i < j && x[i] < x[j]; i++) slopes.push(slopeOf(points, i, j));
  }
  return Float64Array.from(slopes).sort();
}

/**
 * Makes a function that finds the slope of a rank (0: the smallest) among those of all pairs of different x, without
 * having them all: O(n log n) time a step, in some ten steps, and O(n) memory.
 *
 * Each step counts the slopes below a probe and keeps the side that holds the rank, until 2n slopes are left, which are
 * computed. A sample of the slopes, always the same, suggests the probes. Slopes are compared as exactly as doubles of
 * twice the precision allow, so ranks differ from those of slopes that were rounded first by no more than their
 * rounding.
 *
 * @throws AnalysisError `BAD_INPUT` (the function) when the slope is beyond 1e150 in size.
 */
export function slopeSelector(points: OrderedPoints): (rank: number) => number {
  const sample = sampledSlopes(points);
  const few = Math.max(1024, 2 * points.x.length);
  const whole: Bracket = {
    low: -STEEPEST,
    upToLow: countSlopes(points, -STEEPEST).notAbove,
    high: STEEPEST,
    belowHigh: countSlopes(points, STEEPEST).below,
  };
  const known: Count[] = []; // ranks that are asked for are often neighbours
  return (rank) => {
    if (rank < whole.upToLow || rank >= whole.belowHigh) throw outOfRange();
    let bracket = whole;
    for (let step = 0; ; step++) {
      let count = known[step];
      if (count === undefined) {
        const { low, upToLow, high, belowHigh } = bracket;
        if (belowHigh - upToLow <= few) return slopesBetween(points, low, high, belowHigh - upToLow)[rank - upToLow];
        const probe = nextProbe(bracket, rank, few, sample, step);
        if (!(probe > low && probe < high)) return high; // no double is between the two
        count = { probe, ...countSlopes(points, probe) };
        known.push(count);
      }
      const { probe, below, notAbove } = count;
      if (below <= rank && rank < notAbove) return probe;
      if (below > rank && probe < bracket.high) bracket = { ...bracket, high: probe, belowHigh: below };
      if (notAbove <= rank && probe > bracket.low) bracket = { ...bracket, low: probe, upToLow: notAbove };
    }
  };
}

function outOfRange(): AnalysisError {
  return new AnalysisError("BAD_INPUT", `a slope between pairs must be within ${STEEPEST} in size: rescale the series`);
}

/**
 * A value inside the bracket that leaves few slopes on one side of the rank: just beside it on the left, then on the
 * right. Where the slopes are, the sample says as long as it has some inside; then interpolation does. Every third step
 * halves the doubles instead, so that there is an end to it however the slopes lie.
 */
function nextProbe(bracket: Bracket, rank: number, few: number, sample: Float64Array, step: number): number {
  const { low, upToLow, high, belowHigh } = bracket;
  const middle = doubleOfOrdinal((ordinalOf(low) + ordinalOf(high)) >> 1n);
  const share = (rank + 0.5 - upToLow) / (belowHigh - upToLow);
  const side = step % 2 === 0 ? 1 : -1;
  const first = countUpTo(sample, low, true);
  const size = countUpTo(sample, high, false) - first;
  if (size >= ENOUGH) {
    const place = Math.round(share * size + side * (1 + Math.sqrt(share * (1 - share) * size)));
    return sample[first + Math.max(0, Math.min(size - 1, place))];
  }
  if (step % 3 === 2) return middle;
  const probe = low + (high - low) * (share + (side * few) / (3 * (belowHigh - upToLow)));
  return probe > low && probe < high ? probe : middle;
}

/** Slopes of pairs from all over the points, ascending. The pairs are those of a linear congruential generator. */
function sampledSlopes(points: OrderedPoints): Float64Array {
  const n = points.x.length;
  let state = 1;
  const index = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes, 3rd edition, section 7.1
    return Math.floor((state / 2 ** 32) * n);
  };
  const slopes: number[] = [];
  for (let draw = Math.min(SAMPLES, 4 * n); draw > 0; draw--) {
    const slope = slopeOf(points, index(), index());
    if (Math.abs(slope) < STEEPEST) slopes.push(slope); // not of equal x, and not out of range
  }
  return Float64Array.from(slopes).sort();
}

/** The number of sorted values that are below, or not above, a value. */
function countUpTo(sorted: Float64Array, value: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value || (inclusive && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const DOUBLE = new Float64Array(1);
const BITS = new BigInt64Array(DOUBLE.buffer);
const SIGN = 1n << 63n;

/** The place of a double among all doubles, counted from 0. */
function ordinalOf(value: number): bigint {
  DOUBLE[0] = value;
  return BITS[0] < 0n ? -(BITS[0] + SIGN) : BITS[0];
}

function doubleOfOrdinal(ordinal: bigint): number {
  BITS[0] = ordinal < 0n ? -ordinal : ordinal;
  return ordinal < 0n ? -DOUBLE[0] : DOUBLE[0];
}

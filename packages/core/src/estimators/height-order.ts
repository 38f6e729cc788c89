import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";

// The line between two points is flatter than t exactly when, measured as heights y − t·x, the point with the smaller x
// is the higher one. So counting the slopes below t is counting the inversions of the heights, by merge sort, and the
// slopes between two values belong to the pairs whose order by height differs: R. Cole, J. Salowe, W. Steiger,
// E. Szemerédi, "An Optimal-Time Algorithm for Slope Selection" (SIAM Journal on Computing 18, 1989).

/** Points ascending in x, those of equal x ascending in y. */
export interface OrderedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** How many slopes between pairs of points of different x are below some value, and how many are not above it. */
export interface SlopeCounts {
  readonly below: number;
  readonly notAbove: number;
}

/** y − t·x as the unevaluated sum of two doubles each: high enough a precision to order neighbours rightly. */
interface Heights {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/** Sees the inversions of a sort: all of `order` from `from` up to `to` were ahead of `passed`, and are higher. */
type InversionVisitor = (order: Int32Array, from: number, to: number, passed: number) => void;

export function orderPoints(x: Float64Array, y: Float64Array): OrderedPoints {
  const order = Int32Array.from(x, (_, t) => t).sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  return { x: Float64Array.from(order, (t) => x[t]), y: Float64Array.from(order, (t) => y[t]) };
}

/** Counts in O(n log n). `slope` times each x must be below 1e300 in size. */
export function countSlopes(points: OrderedPoints, slope: number): SlopeCounts {
  const heights = heightsAt(points, slope);
  const order = Int32Array.from(points.x, (_, t) => t);
  const below = sortByHeight(order, heights);
  return { below, notAbove: below + pairsOfEqualHeight(order, heights, points.x) };
}

/** The slopes between `low` and `high`, both exclusive, ascending; `count` of them there must be. */
export function slopesBetween(points: OrderedPoints, low: number, high: number, count: number): Float64Array {
  const n = points.x.length;
  // Points that `low` puts level start as those of larger x first: as their order is just above it.
  const order = Int32Array.from(points.x, (_, t) => n - 1 - t);
  sortByHeight(order, heightsAt(points, low));
  const slopes = new Float64Array(count);
  let found = 0;
  sortByHeight(order, heightsAt(points, high), (ahead, from, to, passed) => {
    for (let i = from; i < to; i++) slopes[found++] = slopeOf(points, ahead[i], passed);
  });
  return slopes.sort();
}

/** Of the line between two points. */
export function slopeOf({ x, y }: OrderedPoints, i: number, j: number): number {
  return (y[j] - y[i]) / (x[j] - x[i]) + 0; // + 0: no negative zero
}

function heightsAt({ x, y }: OrderedPoints, slope: number): Heights {
  const n = x.length;
  const high = new Float64Array(n);
  const low = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    const product = slope * x[t];
    const difference = y[t] - product;
    const rest = sumError(y[t], -product) - productError(slope, x[t]);
    high[t] = difference + rest;
    low[t] = difference - high[t] + rest;
  }
  return { high, low };
}

/**
 * Merge sort of indices by height, stable; returns the number of inversions, of pairs that were the wrong way round.
 */
function sortByHeight(order: Int32Array, { high, low }: Heights, visit?: InversionVisitor): number {
  const n = order.length;
  let from: Int32Array = order;
  let to: Int32Array = new Int32Array(n);
  let inversions = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(middle + width, n);
      let left = start;
      let right = middle;
      for (let k = start; k < end; k++) {
        const takeRight =
          left === middle ||
          (right < end &&
            (high[from[right]] < high[from[left]] ||
              (high[from[right]] === high[from[left]] && low[from[right]] < low[from[left]])));
        if (!takeRight) {
          to[k] = from[left++];
          continue;
        }
        inversions += middle - left;
        if (visit !== undefined && left < middle) visit(from, left, middle, from[right]);
        to[k] = from[right++];
      }
    }
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from);
  return inversions;
}

/** Pairs of points of different x and equal height, given the order by height, in which equals ascend in x. */
function pairsOfEqualHeight(order: Int32Array, { high, low }: Heights, x: Float64Array): number {
  let pairs = 0;
  let level = 0; // points of this height so far
  let twins = 0; // of them, those of this x
  for (let k = 1; k < order.length; k++) {
    const [before, here] = [order[k - 1], order[k]];
    const sameHeight = high[before] === high[here] && low[before] === low[here];
    level = sameHeight ? level + 1 : 0;
    twins = sameHeight && x[before] === x[here] ? twins + 1 : 0;
    pairs += level - twins;
  }
  return pairs;
}

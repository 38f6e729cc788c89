/** A function of several variables, smooth, that writes its derivatives to `gradient`; may be infinite. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Where a search ended. */
export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  /** How steep the function is there, as {@link steepness} measures it. */
  readonly steepness: number;
}

const MOST_STEPS = 100;
const MOST_TRIALS = 40;
/** Wolfe's conditions: the least share of the predicted decrease, and the largest share of the slope that may remain. */
const SUFFICIENT_DECREASE = 1e-4;
const REMAINING_SLOPE = 0.9;
/** A first step without any knowledge of the curvature. */
const FIRST_STEP = 0.5;

/**
 * A local minimum from `start`, by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, with a line search
 * by bisection for Wolfe's weak conditions. Variables should be of the order of 1. A variable whose derivative is
 * exactly 0 at the start and along the way stays where it is.
 *
 * Ends when the steepness is at most `tolerance`, or when rounding lets no step decrease the function any more.
 *
 * Source: J. Nocedal, S. Wright, "Numerical Optimization", 2nd edition, section 6.1; A. Lewis, M. Overton, "Nonsmooth
 * Optimization via Quasi-Newton Methods" (Mathematical Programming 141, 2013), algorithm 2.6.
 */
export function minimize(objective: Objective, start: Float64Array, tolerance: number): Minimum {
  const count = start.length;
  const gradient = new Float64Array(count);
  let here: Minimum = at(start, objective(start, gradient), gradient);
  let inverse: Float64Array | undefined; // of the matrix of second derivatives, as the steps so far show it
  for (let step = 0; step < MOST_STEPS && here.steepness > tolerance; step++) {
    const direction = inverse ? descent(inverse, here.gradient) : firstDescent(here.gradient);
    const next = searchLine(objective, here, direction);
    if (next === undefined) {
      if (inverse === undefined) break;
      inverse = undefined; // once more, straight down
      continue;
    }
    inverse = withCurvature(inverse, here, next);
    here = next;
  }
  return here;
}

/** The largest derivative, by the variable itself or by its relative change, whichever is larger. */
export function steepness(point: Float64Array, gradient: Float64Array): number {
  return gradient.reduce((most, slope, j) => Math.max(most, Math.abs(slope) * Math.max(1, Math.abs(point[j]))), 0);
}

function at(point: Float64Array, value: number, gradient: Float64Array): Minimum {
  return { point, value, gradient, steepness: steepness(point, gradient) };
}

function firstDescent(gradient: Float64Array): Float64Array {
  const length = Math.hypot(...gradient);
  return gradient.map((slope) => (-FIRST_STEP / length) * slope);
}

function descent(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const count = gradient.length;
  return gradient.map((_, i) => -dot(inverse.subarray(i * count, (i + 1) * count), gradient));
}

function searchLine(objective: Objective, from: Minimum, direction: Float64Array): Minimum | undefined {
  const slope = dot(from.gradient, direction);
  if (!(slope < 0)) return undefined;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let length = 1;
  let best: Minimum | undefined;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const gradient = new Float64Array(direction.length);
    const point = from.point.map((value, j) => value + length * direction[j]);
    const value = objective(point, gradient);
    if (!(value <= from.value + SUFFICIENT_DECREASE * length * slope)) {
      high = length;
    } else {
      best = at(point, value, gradient);
      if (dot(gradient, direction) >= REMAINING_SLOPE * slope) return best;
      low = length;
    }
    length = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return best;
}

/** Adds what a step shows of the curvature. */
function withCurvature(inverse: Float64Array | undefined, from: Minimum, to: Minimum): Float64Array | undefined {
  const count = from.point.length;
  const step = to.point.map((value, j) => value - from.point[j]);
  const change = to.gradient.map((slope, j) => slope - from.gradient[j]);
  const curvature = dot(step, change);
  if (!(curvature > 0)) return inverse;
  const known = inverse ?? identity(count, curvature / dot(change, change));
  const turned = step.map((_, i) => dot(known.subarray(i * count, (i + 1) * count), change));
  const factor = (1 + dot(change, turned) / curvature) / curvature;
  return known.map((value, index) => {
    const i = Math.floor(index / count);
    const j = index % count;
    return value + factor * step[i] * step[j] - (turned[i] * step[j] + step[i] * turned[j]) / curvature;
  });
}

function identity(count: number, value: number): Float64Array {
  return Float64Array.from({ length: count * count }, (_, index) => (index % (count + 1) === 0 ? value : 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

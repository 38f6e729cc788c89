import { AnalysisError } from "../errors.ts";
import { type BoundedLikelihood, bounded, SearchTooLong } from "./bounded-search.ts";
import { type RatioLikelihood, ratioLikelihood } from "./likelihood.ts";
import { minimize } from "./minimize.ts";
import { type KalmanNoiseEstimate, unscaledNoise } from "./noise.ts";
import { type KalmanOptions, type StateSpace, stateSpace } from "./state-space.ts";

/** Ratios of noises of states to the observation noise, in scaled units, that searches start from. */
const LEVELS = [0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2];
/** Where the climbs over these levels begin: with nothing moving, and with everything moving much. */
const FIRST_LEVELS = [0, 8];
/** A log-likelihood that is lower by more than this on the grid is not above it nearby. */
const RIVAL_MARGIN = 2;
const LARGEST_RATIO = 1e12;
/** The steepness that a search aims at; with rounding in its way it counts as converged at a little more. */
const TOLERANCE = 1e-7;
const ACCEPTED_STEEPNESS = 1e-5;
/** A log-likelihood that is lower by no more than this is as good. */
const NEGLIGIBLE = 1e-8;

/** A local maximum of the likelihood. */
interface Peak {
  readonly ratios: Float64Array;
  readonly logLikelihood: number;
  readonly steepness: number;
}

/**
 * The noise of a regression whose alpha and betas move as random walks, by maximum likelihood: exact diffuse, so of the
 * responses after those that determine the start (a restricted likelihood: the observation noise of coefficients that
 * do not move is SSR/(n − k), k counting alpha). A coefficient that does not move has a noise of exactly 0.
 *
 * The observation noise is concentrated out; the ratios of the others to it are searched by a quasi-Newton method with
 * exact derivatives, from the best points of a coarse grid. Deterministic. The observation noise is above 0 unless the
 * fit is exact: where nothing but the states moves, it becomes very small beside them. `converged` is false where the
 * likelihood rises all the way there: then it has no bound, as when a coefficient fits several periods exactly; and where
 * the search was broken off, after some seconds, on long series with many regressors.
 *
 * The estimate uses the whole sample. A backtest estimates on the past alone.
 *
 * @throws AnalysisError as {@link kalmanFilter}; `INSUFFICIENT_DATA` also when n is not above the number of starts and
 * noises, 2k + 1 (`details`: `observations`, `needed`).
 */
export function estimateKalmanNoise(
  response: Float64Array,
  regressors: readonly Float64Array[],
  options: KalmanOptions = {},
): KalmanNoiseEstimate {
  const space = stateSpace(response, regressors, options);
  checkObservations(space);
  if (space.exact) {
    return {
      noise: { observation: 0, alpha: 0, betas: regressors.map(() => 0) },
      logLikelihood: null,
      converged: true,
    };
  }
  const likelihood = ratioLikelihood(space);
  const highest = highestPeak(bounded(likelihood, space), space.states);
  const { observation, logLikelihood } = likelihood.evaluate(highest.ratios);
  return {
    noise: unscaledNoise({ observation, ratios: highest.ratios }, space),
    logLikelihood,
    converged: highest.steepness <= ACCEPTED_STEEPNESS,
  };
}

/** The highest of the peaks that the best starting points lead to; the best point so far when that takes too long. */
function highestPeak(likelihood: BoundedLikelihood, states: number): Pick<Peak, "ratios" | "steepness"> {
  try {
    const peaks = startingPoints(likelihood, states).map((ratios) => climb(likelihood, ratios));
    return peaks.reduce((best, peak) => (peak.logLikelihood > best.logLikelihood + NEGLIGIBLE ? peak : best));
  } catch (error) {
    if (!(error instanceof SearchTooLong)) throw error;
    return { ratios: likelihood.best(), steepness: Infinity };
  }
}

function checkObservations({ periods, states }: StateSpace): void {
  const needed = 2 * states + 2;
  if (periods >= needed) return;
  const noun = states === 2 ? "regressor" : "regressors";
  throw new AnalysisError(
    "INSUFFICIENT_DATA",
    `noise of a regression on ${states - 1} ${noun} needs at least ${needed} observations, got ${periods}`,
    { observations: periods, needed },
  );
}

/** The log-likelihood at a point of the grid: an index into {@link LEVELS} a ratio. */
type GridLikelihood = (levels: readonly number[]) => number;

/**
 * The grid points at which no single ratio has a better level, as climbs from a few points find them, and their rivals:
 * the likelihood may well have a second peak, which the grid touches at its foot.
 */
function startingPoints(likelihood: RatioLikelihood, states: number): Float64Array[] {
  const known = new Map<string, number>();
  const valueAt: GridLikelihood = (levels) => {
    const key = levels.join();
    const value = known.get(key) ?? likelihood.evaluate(ratiosOf(levels)).logLikelihood;
    known.set(key, value);
    return value;
  };
  const ends = FIRST_LEVELS.map((first) => climbGrid(new Array<number>(states).fill(first), valueAt));
  const points = [...ends, ...ends.flatMap((end) => rivals(end, valueAt))];
  return Array.from(new Map(points.map((point) => [point.join(), point])).values(), ratiosOf);
}

function ratiosOf(levels: readonly number[]): Float64Array {
  return Float64Array.from(levels, (level) => LEVELS[level]);
}

/** Each step takes the best of all levels of a ratio: the likelihood may well fall before it rises. */
function climbGrid(start: readonly number[], valueAt: GridLikelihood): readonly number[] {
  let here = start;
  let unchanged = 0;
  for (let j = 0; unchanged < start.length; j = (j + 1) % start.length) {
    const best = lineThrough(here, j).reduce((most, next) => (valueAt(next) > valueAt(most) ? next : most), here);
    unchanged = best === here ? unchanged + 1 : 0;
    here = best;
  }
  return here;
}

/** Other peaks on the lines through a grid point that are nearly as high. */
function rivals(end: readonly number[], valueAt: GridLikelihood): (readonly number[])[] {
  const floor = valueAt(end) - RIVAL_MARGIN;
  return end.flatMap((own, j) => {
    const line = lineThrough(end, j);
    const values = line.map(valueAt);
    const isPeak = (value: number, level: number) =>
      value >= floor && !(values[level - 1] > value) && !(values[level + 1] > value);
    return line.filter((_, level) => level !== own && isPeak(values[level], level));
  });
}

function lineThrough(point: readonly number[], j: number): (readonly number[])[] {
  return LEVELS.map((_, level) => point.with(j, level));
}

/**
 * Climbs to a maximum. A search neither arrives at a ratio of 0 exactly nor leaves it, so ratios that are as well 0 are
 * set to it, and those at 0 with a likelihood that rises are freed, once each.
 */
function climb(likelihood: RatioLikelihood, start: Float64Array): Peak {
  const freed = new Set<number>();
  let peak = search(likelihood, start);
  for (;;) {
    const settled = withZeros(likelihood, peak);
    if (settled !== peak) {
      peak = search(likelihood, settled.ratios);
      continue;
    }
    const rising = risingAtZero(likelihood, peak.ratios).find((j) => !freed.has(j));
    if (rising === undefined) return peak;
    freed.add(rising);
    const other = withZeros(likelihood, search(likelihood, peak.ratios.with(rising, LEVELS[1])));
    if (other.logLikelihood > peak.logLikelihood) peak = search(likelihood, other.ratios);
  }
}

/**
 * Searches from `start` over v, with ratio = sinh² v in units of where it starts: near 0 a square, so that 0 is an
 * ordinary point, at which the likelihood is even in v; far from it the logarithm, in which large ratios differ.
 */
function search(likelihood: RatioLikelihood, start: Float64Array): Peak {
  const units = start.map((ratio) => (ratio > 0 ? ratio : 1));
  const score = new Float64Array(start.length);
  const ratiosAt = (point: Float64Array) => point.map((value, j) => Math.sinh(value) ** 2 * units[j]);
  const minimum = minimize(
    (point, gradient) => {
      const ratios = ratiosAt(point);
      if (!ratios.every((ratio) => ratio <= LARGEST_RATIO)) return Number.POSITIVE_INFINITY;
      const { logLikelihood } = likelihood.evaluateWithScore(ratios, score);
      for (let j = 0; j < point.length; j++) gradient[j] = -Math.sinh(2 * point[j]) * units[j] * score[j];
      return -logLikelihood;
    },
    start.map((ratio) => (ratio > 0 ? Math.asinh(1) : 0)),
    TOLERANCE,
  );
  return { ratios: ratiosAt(minimum.point), logLikelihood: -minimum.value, steepness: minimum.steepness };
}

/** The peak with each ratio set to 0 that is as well there; the same object when there is none. */
function withZeros(likelihood: RatioLikelihood, peak: Peak): Peak {
  let result = peak;
  for (let j = 0; j < peak.ratios.length; j++) {
    if (result.ratios[j] === 0) continue;
    const ratios = result.ratios.with(j, 0);
    const { logLikelihood } = likelihood.evaluate(ratios);
    if (logLikelihood >= peak.logLikelihood - NEGLIGIBLE) result = { ...result, ratios, logLikelihood };
  }
  return result;
}

function risingAtZero(likelihood: RatioLikelihood, ratios: Float64Array): number[] {
  const score = new Float64Array(ratios.length);
  likelihood.evaluateWithScore(ratios, score);
  return Array.from(ratios.keys()).filter((j) => ratios[j] === 0 && score[j] > 0);
}

import { AnalysisError } from "../errors.ts";
import { type BetaTails, incompleteBeta, logBeta } from "./incomplete-beta.ts";

/**
 * P(|T| ≥ |t|) for Student's t with `df` degrees of freedom (any positive number): I_x(df/2, ½), x = df/(df + t²)
 * (Abramowitz and Stegun 26.7.1). About 1e−13 relative, in the far tails too.
 *
 * @throws AnalysisError `BAD_INPUT` when t is NaN or df is not a positive finite number.
 */
export function studentTTwoSidedP(t: number, df: number): number {
  checkDegreesOfFreedom(df);
  if (Number.isNaN(t)) throw new AnalysisError("BAD_INPUT", "a t statistic must be a number, got NaN");
  if (t === 0) return 1;
  return Math.abs(t) === Infinity ? 0 : twoSided(Math.abs(t), df).lower;
}

/**
 * The t below which Student's distribution with `df` degrees of freedom has probability `p`: the inverse of its
 * distribution function.
 *
 * Newton's method on the logarithm of the two-sided tail as a function of ln t: decreasing and concave, so that every
 * start leads to the root, and nearly straight in the far tails.
 *
 * @throws AnalysisError `BAD_INPUT` when p is not between 0 and 1 (exclusive), df is not a positive finite number, or the
 * quantile is beyond the range of doubles.
 */
export function studentTQuantile(p: number, df: number): number {
  checkDegreesOfFreedom(df);
  if (!(p > 0 && p < 1)) {
    throw new AnalysisError("BAD_INPUT", `a quantile needs a probability between 0 and 1, got ${p}`, { p: String(p) });
  }
  if (p === 0.5) return 0;
  const outside = 2 * Math.min(p, 1 - p);
  const t = solveTwoSided(outside, df);
  return p < 0.5 ? -t : t;
}

/** The positive t with P(|T| ≥ t) = outside. */
function solveTwoSided(outside: number, df: number): number {
  // Near the middle the tail is close to 1 and says little about t: the probability inside does.
  const byTail = outside <= 0.5;
  const target = Math.log(byTail ? outside : 1 - outside);
  const logScale = Math.LN2 - 0.5 * Math.log(df) - logBeta(0.5 * df, 0.5);
  let t = startingQuantile(outside, df);
  for (let step = 0; step < 100; step++) {
    const tails = twoSided(t, df);
    const probability = byTail ? tails.lower : tails.upper;
    // The density times t, by logarithms: far out either alone leaves the range of doubles.
    const density = Math.exp(logScale + Math.log(t) - 0.5 * (df + 1) * logOnePlusSquare(t / Math.sqrt(df)));
    const slope = (byTail ? -density : density) / probability;
    const move = (Math.log(probability) - target) / slope;
    // A step so far out that the tail underflows has no slope: come back half the way.
    const next = Number.isFinite(move) ? t * Math.exp(-Math.max(-20, Math.min(20, move))) : Math.sqrt(t);
    const settled = Math.abs(next - t) <= 4e-16 * t || Math.abs(move) < 1e-9;
    t = next;
    if (settled) return t;
  }
  throw new AnalysisError("BAD_INPUT", `the t with ${outside} outside is beyond the range of doubles for df ${df}`, {
    degreesOfFreedom: df,
  });
}

/** A normal quantile (Abramowitz and Stegun 26.2.23), bent by the first Cornish-Fisher terms (26.7.5). */
function startingQuantile(outside: number, df: number): number {
  const w = Math.sqrt(-2 * Math.log(outside / 2));
  const numerator = 2.515517 + w * (0.802853 + w * 0.010328);
  const z = Math.max(1e-3, w - numerator / (1 + w * (1.432788 + w * (0.189269 + w * 0.001308))));
  const z3 = z * z * z;
  return z + (z3 + z) / (4 * df) + (5 * z3 * z * z + 16 * z3 + 3 * z) / (96 * df * df);
}

function twoSided(t: number, df: number): BetaTails {
  const ratio = t / Math.sqrt(df);
  const square = ratio * ratio;
  const a = 0.5 * df;
  const x = 1 / (1 + square);
  const y = square === Infinity ? 1 : square * x;
  const logX = -logOnePlusSquare(ratio);
  const logY = square < 1 ? 2 * Math.log(ratio) + logX : -Math.log1p(1 / square);
  return incompleteBeta({ a, b: 0.5, x, y, logX, logY, lambda: a * y - 0.5 * x });
}

/** ln(1 + r²), also where r² would overflow. */
function logOnePlusSquare(r: number): number {
  return r > 1e8 ? 2 * Math.log(r) : Math.log1p(r * r);
}

function checkDegreesOfFreedom(df: number): void {
  if (df > 0 && df < Infinity) return;
  throw new AnalysisError("BAD_INPUT", `degrees of freedom must be a positive finite number, got ${df}`, {
    degreesOfFreedom: String(df),
  });
}

import { productError } from "../arithmetic/exact-arithmetic.ts";
import { AnalysisError } from "../errors.ts";
import { incompleteGamma } from "./incomplete-gamma.ts";

/**
 * P(|Z| ≥ |z|) for a standard normal Z: erfc(|z|/√2) = Q(½, z²/2) (Abramowitz and Stegun 6.5.17). About 1e−14 relative,
 * in the far tails too.
 *
 * @throws AnalysisError `BAD_INPUT` when z is NaN.
 */
export function normalTwoSidedP(z: number): number {
  if (Number.isNaN(z)) throw new AnalysisError("BAD_INPUT", "a z statistic must be a number, got NaN");
  const half = 0.5 * z * z;
  if (half === 0) return 1;
  // Beyond |z| = 39 the tail is below the smallest double.
  if (half > 760) return 0;
  // The rounding of z² is a change of the exponent, and so of the result, far out. Near 0 it is nothing.
  const rest = half > 1 ? 0.5 * productError(z, z) : 0;
  return incompleteGamma(0.5, half).upper * Math.exp(-rest);
}

/**
 * The z below which the standard normal distribution has probability `p`: the inverse of its distribution function.
 * About 1e−15 relative, for every double p.
 *
 * Rational approximations: M. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution" (Applied
 * Statistics 37, 1988), PPND16.
 *
 * @throws AnalysisError `BAD_INPUT` when p is not between 0 and 1 (exclusive).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) {
    throw new AnalysisError("BAD_INPUT", `a quantile needs a probability between 0 and 1, got ${p}`, { p: String(p) });
  }
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(MIDDLE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const size = r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(TAIL, r - 5);
  return q < 0 ? -size : size;
}

/** The coefficients of a ratio of two polynomials, from the highest power down. */
interface Ratio {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

function ratio({ numerator, denominator }: Ratio, x: number): number {
  return polynomial(numerator, x) / polynomial(denominator, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** For |p − ½| ≤ 0.425. */
const MIDDLE: Ratio = {
  numerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  denominator: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};

/** For √(−ln p) up to 5: p from 1.4e−11. */
const SHOULDER: Ratio = {
  numerator: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

/** Beyond. */
const TAIL: Ratio = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
};

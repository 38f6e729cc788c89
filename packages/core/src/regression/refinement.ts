import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import type { Design } from "./design-matrix.ts";
import { applyQ, applyTransposedQ, type HouseholderQr, solveR, solveTransposedR } from "./householder.ts";

/** A solution of a least-squares problem: each coefficient is `coefficients[j] + rests[j]`, the second far smaller. */
export interface Solution {
  readonly coefficients: Float64Array;
  readonly rests: Float64Array;
}

/** The same with its residuals. */
export interface Refinable extends Solution {
  readonly residuals: Float64Array;
}

const MAX_STEPS = 10;

/** A step this small, relative to the coefficients, is below their rounding: the next would change nothing. */
const SETTLED = 1e-18;

/**
 * Iterative refinement of coefficients and residuals together: the augmented system r + Xb = y, Xᵀr = 0 is evaluated
 * in twice the working precision and its defect solved with the QR that is already there. It converges as long as the
 * condition number is below about 1e15, whatever the size of the residuals.
 *
 * Source: Å. Björck, "Iterative Refinement of Linear Least Squares Solutions I" (BIT 7, 1967).
 */
export function refine(
  qr: HouseholderQr,
  design: Design,
  y: Float64Array,
  centre: number,
  start: Refinable,
): Refinable {
  let current = start;
  let previousMove = Infinity;
  for (let step = 0; step < MAX_STEPS; step++) {
    const defect = responseDefect(design, y, centre, current);
    const gradient = orthogonalityDefect(design, current.residuals);
    applyTransposedQ(qr, defect);
    const along = solveTransposedR(qr, gradient);
    const change = solveR(
      qr,
      along.map((value, j) => defect[j] - value),
    );
    defect.set(along);
    applyQ(qr, defect);
    const move = largestRelative(change, current.coefficients);
    // No longer shrinking: rounding is all that is left, or the problem is beyond refinement.
    if (!(move < previousMove / 2)) break;
    previousMove = move;
    current = moved(current, change, defect);
    if (move < SETTLED) break;
  }
  return current;
}

function moved({ coefficients, rests, residuals }: Refinable, change: Float64Array, towards: Float64Array): Refinable {
  const next = coefficients.map((value, j) => value + (rests[j] + change[j]));
  return {
    coefficients: next,
    rests: next.map((value, j) => coefficients[j] - value + (rests[j] + change[j])),
    residuals: residuals.map((value, i) => value + towards[i]),
  };
}

/** y − r − Xb, each rounded once at the end. */
function responseDefect(design: Design, y: Float64Array, centre: number, at: Refinable): Float64Array {
  const { intercept, regressors, centres } = design;
  const { coefficients, rests, residuals } = at;
  const offset = intercept ? coefficients[0] : 0;
  const slopes = intercept ? coefficients.subarray(1) : coefficients;
  const slopeRests = intercept ? rests.subarray(1) : rests;
  const defect = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) {
    let high = y[i] - centre;
    let rest = sumError(y[i], -centre) - (intercept ? rests[0] : 0);
    rest += sumError(high, -residuals[i]);
    high -= residuals[i];
    rest += sumError(high, -offset);
    high -= offset;
    for (let j = 0; j < regressors.length; j++) {
      const deviation = regressors[j][i] - centres[j];
      const product = -slopes[j] * deviation;
      rest += sumError(high, product) + productError(-slopes[j], deviation);
      rest -= slopes[j] * sumError(regressors[j][i], -centres[j]) + slopeRests[j] * deviation;
      high += product;
    }
    defect[i] = high + rest;
  }
  return defect;
}

/** −Xᵀr, each rounded once at the end. */
function orthogonalityDefect({ intercept, regressors, centres }: Design, residuals: Float64Array): Float64Array {
  const products = regressors.map((regressor, j) => -centredDot(regressor, centres[j], residuals));
  return Float64Array.from(intercept ? [-compensatedSum(residuals), ...products] : products);
}

function centredDot(regressor: Float64Array, centre: number, residuals: Float64Array): number {
  let high = 0;
  let rest = 0;
  for (let i = 0; i < regressor.length; i++) {
    const deviation = regressor[i] - centre;
    const product = deviation * residuals[i];
    rest += sumError(high, product) + productError(deviation, residuals[i]);
    rest += sumError(regressor[i], -centre) * residuals[i];
    high += product;
  }
  return high + rest;
}

function compensatedSum(values: Float64Array): number {
  let high = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    rest += sumError(high, values[i]);
    high += values[i];
  }
  return high + rest;
}

function largestRelative(change: Float64Array, coefficients: Float64Array): number {
  let largest = 0;
  for (let j = 0; j < change.length; j++) {
    const size = Math.abs(coefficients[j]);
    if (size > 0) largest = Math.max(largest, Math.abs(change[j]) / size);
  }
  return largest;
}

import { largestSize, type ValueRange } from "../arithmetic/value-range.ts";
import { AnalysisError } from "../errors.ts";
import type { Design } from "./design-matrix.ts";
import { type HouseholderQr, solveR } from "./householder.ts";

/**
 * A regressor counts as a combination of earlier ones when what they leave of it is below this share of it. Rounding
 * leaves about 1e−15; the polynomial of degree 10 of NIST's Filip set, which has an answer, leaves 6e−8.
 */
export const COLLINEARITY_TOLERANCE = 1e-11;

/** What counts as nothing. */
export interface Tolerances {
  /** The share of a regressor that earlier ones must leave of it. */
  readonly collinearity: number;
  /** How far each value of the regressors may be off, absolutely. */
  readonly rounding: number;
}

/** A combination that was itself rounded to doubles differs by this share of its values, before they are centred. */
const ROUNDING_TOLERANCE = 2 ** -50;

/** Refuses a regressor that has no beta: constant next to an intercept, or all zero without one. */
export function refuseConstant(range: ValueRange, term: string, intercept: boolean, rounding: number): void {
  const size = largestSize(range);
  // A range of a few units in the last place is the rounding of a constant, not a movement.
  if (intercept && range.high - range.low <= Math.max(2 ** -51 * size, 4 * rounding)) {
    throw constant(term);
  }
  if (!intercept && size <= rounding) throw singular(`the returns of ${term} are all 0, so it has no beta`, [term]);
}

/** Refuses a regressor that the earlier ones combine to, by the diagonal of R against the regressor's own size. */
export function refuseCollinear(
  qr: HouseholderQr,
  design: Design,
  terms: readonly string[],
  { collinearity, rounding }: Tolerances,
): void {
  const first = design.intercept ? 1 : 0;
  for (let j = first; j < qr.count; j++) {
    const column = qr.columns[j];
    const left = Math.abs(qr.diagonal[j]);
    const size = Math.hypot(left, sizeOf(column.subarray(first, j)));
    const ownRounding = ROUNDING_TOLERANCE * sizeOf(design.regressors[j - first]);
    const floor = Math.max(collinearity * size, ownRounding, rounding * Math.sqrt(qr.rows));
    if (left > floor) continue;
    const parts = earlierParts(qr, j, first, size).map((index) => terms[index]);
    const term = terms[j - first];
    if (parts.length === 0) throw constant(term);
    throw singular(`the returns of ${term} are a combination of those of ${parts.join(", ")}, so it has no beta`, [
      ...parts,
      term,
    ]);
  }
}

/** How much of its least independent regressor the others leave, from 0 (none) to 1 (all): small is ill-conditioned. */
export function leastIndependence(qr: HouseholderQr, intercept: boolean): number {
  const first = intercept ? 1 : 0;
  let least = 1;
  for (let j = first; j < qr.count; j++) {
    const left = Math.abs(qr.diagonal[j]);
    least = Math.min(least, left / Math.hypot(left, sizeOf(qr.columns[j].subarray(first, j))));
  }
  return least;
}

/** The regressors whose share in the combination that makes up regressor `j` is more than rounding. */
function earlierParts(qr: HouseholderQr, j: number, first: number, size: number): number[] {
  const weights = solveR(qr, qr.columns[j], j);
  const parts: number[] = [];
  for (let i = first; i < j; i++) {
    const own = Math.hypot(qr.diagonal[i], sizeOf(qr.columns[i].subarray(first, i)));
    if (Math.abs(weights[i]) * own > 1e-6 * size) parts.push(i - first);
  }
  return parts;
}

function sizeOf(values: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += values[i] * values[i];
  return Math.sqrt(squares);
}

function constant(term: string): AnalysisError {
  return singular(`the returns of ${term} do not vary, so it has no beta`, [term]);
}

function singular(message: string, terms: readonly string[]): AnalysisError {
  return new AnalysisError("SINGULAR_BENCHMARKS", message, { terms });
}

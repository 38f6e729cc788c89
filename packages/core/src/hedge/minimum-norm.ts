import { singularValues } from "../arithmetic/singular-values.ts";
import { AnalysisError } from "../errors.ts";
import { applyQ, factorize, solveTransposedR } from "../regression/householder.ts";

/** Solves least-squares problems of one matrix, of whatever rank. */
export interface MinimumNormSolver {
  /** How many of the columns are independent. */
  readonly rank: number;
  /** The columns that are all 0. */
  readonly zeroColumns: readonly number[];
  /** The columns that are combinations of each other: those whose coefficients are not determined. */
  readonly dependentColumns: readonly number[];
  /** The coefficients whose combination of the columns is nearest to `right`; of several such, the smallest. */
  solve(right: Float64Array): Float64Array;
}

/** Singular values below this share of the largest count as 0: R's own tolerance for regressors. */
export const RANK_TOLERANCE = 1e-7;

/** Rounding alone leaves shares of about 1e-15 and, of many columns, some more. */
const SMALLEST_TOLERANCE = 1e-12;

/** A column of which the kept vectors leave this share of its square (an entry of 1e−5) is not determined. */
const UNDETERMINED_SHARE = 1e-10;

/**
 * Least squares of smallest norm, by the singular value decomposition of a small matrix of at least one column.
 *
 * Two questions, two scales. How many columns are independent does not depend on their units: it is the number of
 * singular values, of the columns scaled to length 1, that are at least `tolerance` times the largest. The norm that is
 * to be smallest is that of the coefficients themselves. With singular values s, left vectors u and right ones v that
 * are kept, D the lengths of the columns, a solution b has vᵀDb = uᵀright/s; the smallest is Q·R⁻ᵀ(uᵀright/s) where
 * QR = D·v. For a matrix whose rank is plain it is the pseudoinverse's.
 *
 * Source: G. Golub, C. Van Loan, "Matrix Computations", 4th edition, sections 5.5 and 5.6.
 *
 * @throws AnalysisError `BAD_INPUT` when the tolerance is not from 1e-12 to below 1.
 */
export function minimumNormSolver(columns: readonly Float64Array[], tolerance = RANK_TOLERANCE): MinimumNormSolver {
  checkTolerance(tolerance);
  const lengths = columns.map((column) => Math.hypot(...column));
  const indices = columns.map((_, j) => j);
  const used = indices.filter((j) => lengths[j] > 0);
  const zeroColumns = indices.filter((j) => lengths[j] === 0);
  if (used.length === 0) {
    return { rank: 0, zeroColumns, dependentColumns: [], solve: () => new Float64Array(columns.length) };
  }
  const { values, left, right } = singularValues(used.map((j) => columns[j].map((value) => value / lengths[j])));
  const rank = values.filter((value) => value >= tolerance * values[0]).length;
  const kept = right.slice(0, rank);
  const scales = Float64Array.from(used, (j) => lengths[j]);
  // Independent columns have one solution: no norm is to be chosen, and each keeps its own scale.
  const spread = rank === used.length ? spreadAlong(kept, scales) : smallestSpread(kept, scales);
  return {
    rank,
    zeroColumns,
    dependentColumns: used.filter((_, i) => 1 - sumOfSquares(kept, i) > UNDETERMINED_SHARE),
    solve(target) {
      const parts = Float64Array.from(kept, (_, i) => dot(left[i], target) / values[i]);
      const solution = new Float64Array(columns.length);
      spread(parts).forEach((value, i) => {
        solution[used[i]] = value;
      });
      return solution;
    },
  };
}

type Spread = (parts: Float64Array) => Float64Array;

/** The b of Db = Σ partᵢ · vᵢ. */
function spreadAlong(vectors: readonly Float64Array[], scales: Float64Array): Spread {
  return (parts) => scales.map((scale, j) => parts.reduce((sum, part, i) => sum + part * vectors[i][j], 0) / scale);
}

/** The smallest b of vᵢᵀDb = partᵢ. */
function smallestSpread(vectors: readonly Float64Array[], scales: Float64Array): Spread {
  const largest = Math.max(...scales);
  const scaled = vectors.flatMap((vector) => [...vector.map((value, j) => (value * scales[j]) / largest)]);
  const qr = factorize(Float64Array.from(scaled), scales.length, vectors.length);
  return (parts) => {
    const solution = new Float64Array(scales.length);
    solution.set(solveTransposedR(qr, parts));
    applyQ(qr, solution);
    return solution.map((value) => value / largest);
  };
}

function checkTolerance(tolerance: number): void {
  if (tolerance >= SMALLEST_TOLERANCE && tolerance < 1) return;
  throw new AnalysisError("BAD_INPUT", `a tolerance must be from ${SMALLEST_TOLERANCE} to below 1, got ${tolerance}`, {
    tolerance: String(tolerance),
  });
}

/** Of the entries at one place of some vectors. */
function sumOfSquares(vectors: readonly Float64Array[], at: number): number {
  return vectors.reduce((sum, vector) => sum + vector[at] * vector[at], 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

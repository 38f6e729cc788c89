import { centredTriangle } from "./centred-triangle.ts";

/**
 * The condition number of the benchmarks, centred and scaled to unit length: the ratio of their largest to their
 * smallest singular value. 1 for one benchmark and for uncorrelated ones; above about 30 the betas are hard to tell apart
 * (D. Belsley, E. Kuh, R. Welsch, "Regression Diagnostics", 1980, chapter 3, who do not centre: here a mean that is far
 * from 0 is no fault of the benchmarks).
 *
 * @throws AnalysisError as {@link centredTriangle}.
 */
export function conditionNumber(benchmarks: readonly Float64Array[], terms?: readonly string[]): number {
  const values = singularValues(centredTriangle(benchmarks, terms));
  return Math.max(...values) / Math.min(...values);
}

const MAX_SWEEPS = 30;

/**
 * The singular values of a small square matrix, by columns: they are rotated in pairs until all are orthogonal, and
 * their lengths are then the singular values, the smallest too with its digits.
 *
 * Source: one-sided Jacobi (M. Hestenes 1958), as in G. Golub, C. Van Loan, "Matrix Computations", 4th edition, 8.6.3.
 */
function singularValues(matrix: readonly Float64Array[]): number[] {
  const columns = matrix.map((column) => column.slice());
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotated = false;
    for (let j = 1; j < columns.length; j++) {
      for (let i = 0; i < j; i++) rotated = orthogonalize(columns[i], columns[j]) || rotated;
    }
    if (!rotated) break;
  }
  return columns.map((column) => Math.hypot(...column));
}

/** Rotates two columns so that they become orthogonal; false when they are. */
function orthogonalize(a: Float64Array, b: Float64Array): boolean {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.abs(ab) <= 1e-16 * Math.sqrt(aa * bb)) return false;
  const zeta = (bb - aa) / (2 * ab);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = cosine * tangent;
  for (let i = 0; i < a.length; i++) {
    const [before, other] = [a[i], b[i]];
    a[i] = cosine * before - sine * other;
    b[i] = sine * before + cosine * other;
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

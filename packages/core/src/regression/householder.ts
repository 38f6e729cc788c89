/**
 * The QR factorisation of a tall matrix by Householder reflections, column-major.
 *
 * Column j of `reflectors` holds R above its diagonal and the j-th reflector from the diagonal down; `diagonal` is
 * the diagonal of R; `scales[j]` is 2/‖v‖² of reflector j (0: no reflection).
 *
 * Source: G. Golub, C. Van Loan, "Matrix Computations", 4th edition, section 5.2.
 */
export interface HouseholderQr {
  readonly rows: number;
  readonly count: number;
  readonly reflectors: Float64Array;
  readonly diagonal: Float64Array;
  readonly scales: Float64Array;
}

/** Factorises `matrix` (column-major, `count` columns of `rows` values, rows ≥ count) in place. */
export function factorize(matrix: Float64Array, rows: number, count: number): HouseholderQr {
  const diagonal = new Float64Array(count);
  const scales = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const column = matrix.subarray(j * rows, (j + 1) * rows);
    const norm = Math.sqrt(dotFrom(column, column, j));
    diagonal[j] = column[j] > 0 ? -norm : norm;
    if (norm === 0) continue;
    // The sign is chosen so that this does not cancel.
    column[j] -= diagonal[j];
    scales[j] = -1 / (diagonal[j] * column[j]);
    for (let later = j + 1; later < count; later++) {
      reflect(column, scales[j], matrix.subarray(later * rows, (later + 1) * rows), j);
    }
  }
  return { rows, count, reflectors: matrix, diagonal, scales };
}

/** Replaces `vector` (of `rows` values) by Qᵀ·vector. */
export function applyTransposedQ(qr: HouseholderQr, vector: Float64Array): void {
  for (let j = 0; j < qr.count; j++) reflect(reflector(qr, j), qr.scales[j], vector, j);
}

/** Replaces `vector` (of `rows` values) by Q·vector. */
export function applyQ(qr: HouseholderQr, vector: Float64Array): void {
  for (let j = qr.count - 1; j >= 0; j--) reflect(reflector(qr, j), qr.scales[j], vector, j);
}

/** Solves R·z = the first `count` values of `right`, for a regular R. */
export function solveR(qr: HouseholderQr, right: Float64Array, count = qr.count): Float64Array {
  const solution = right.slice(0, count);
  for (let j = count - 1; j >= 0; j--) {
    solution[j] /= qr.diagonal[j];
    const column = reflector(qr, j);
    for (let i = 0; i < j; i++) solution[i] -= column[i] * solution[j];
  }
  return solution;
}

/** Solves Rᵀ·z = `right` (of `count` values), for a regular R. */
export function solveTransposedR(qr: HouseholderQr, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (let j = 0; j < qr.count; j++) {
    const column = reflector(qr, j);
    for (let i = 0; i < j; i++) solution[j] -= column[i] * solution[i];
    solution[j] /= qr.diagonal[j];
  }
  return solution;
}

/** Column j of R above its diagonal, and reflector j from the diagonal down. */
export function reflector({ reflectors, rows }: HouseholderQr, j: number): Float64Array {
  return reflectors.subarray(j * rows, (j + 1) * rows);
}

function reflect(v: Float64Array, scale: number, vector: Float64Array, from: number): void {
  const factor = dotFrom(v, vector, from) * scale;
  const n = vector.length;
  for (let i = from; i < n; i++) vector[i] -= factor * v[i];
}

/** The product of two columns from a row on, in four sums that the processor adds side by side. */
function dotFrom(a: Float64Array, b: Float64Array, from: number): number {
  const n = a.length;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = from;
  for (; i + 3 < n; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < n; i++) s0 += a[i] * b[i];
  return s0 + s1 + (s2 + s3);
}

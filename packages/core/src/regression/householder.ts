/**
 * The QR factorisation of a tall matrix by Householder reflections, column-major.
 *
 * `columns[j]` holds R above its diagonal and the j-th reflector from the diagonal down; `diagonal` is
 * the diagonal of R; `scales[j]` is 2/‖v‖² of reflector j (0: no reflection).
 *
 * Source: G. Golub, C. Van Loan, "Matrix Computations", 4th edition, section 5.2.
 */
export interface HouseholderQr {
  readonly rows: number;
  readonly count: number;
  readonly columns: readonly Float64Array[];
  readonly diagonal: Float64Array;
  readonly scales: Float64Array;
}

/** Factorises `matrix` (column-major, `count` columns of `rows` values, rows ≥ count) in place. */
export function factorize(matrix: Float64Array, rows: number, count: number): HouseholderQr {
  const diagonal = new Float64Array(count);
  const scales = new Float64Array(count);
  const columns = Array.from({ length: count }, (_, j) => matrix.subarray(j * rows, (j + 1) * rows));
  for (let j = 0; j < count; j++) {
    const column = columns[j];
    const norm = Math.sqrt(dotFrom(column, column, j));
    diagonal[j] = column[j] > 0 ? -norm : norm;
    if (norm === 0) continue;
    // The sign is chosen so that this does not cancel.
    column[j] -= diagonal[j];
    scales[j] = -1 / (diagonal[j] * column[j]);
    let later = j + 1;
    for (; later + 1 < count; later += 2) reflectTwo(column, scales[j], columns[later], columns[later + 1], j);
    if (later < count) reflect(column, scales[j], columns[later], j);
  }
  return { rows, count, columns, diagonal, scales };
}

/** Replaces `vector` (of `rows` values) by Qᵀ·vector. */
export function applyTransposedQ({ count, columns, scales }: HouseholderQr, vector: Float64Array): void {
  for (let j = 0; j < count; j++) reflect(columns[j], scales[j], vector, j);
}

/** Replaces `vector` (of `rows` values) by Q·vector. */
export function applyQ({ count, columns, scales }: HouseholderQr, vector: Float64Array): void {
  for (let j = count - 1; j >= 0; j--) reflect(columns[j], scales[j], vector, j);
}

/** Solves R·z = the first `count` values of `right`, for a regular R. */
export function solveR(qr: HouseholderQr, right: Float64Array, count = qr.count): Float64Array {
  const solution = right.slice(0, count);
  for (let j = count - 1; j >= 0; j--) {
    solution[j] /= qr.diagonal[j];
    const column = qr.columns[j];
    for (let i = 0; i < j; i++) solution[i] -= column[i] * solution[j];
  }
  return solution;
}

/** Solves Rᵀ·z = `right` (of `count` values), for a regular R. */
export function solveTransposedR(qr: HouseholderQr, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (let j = 0; j < qr.count; j++) {
    const column = qr.columns[j];
    for (let i = 0; i < j; i++) solution[j] -= column[i] * solution[i];
    solution[j] /= qr.diagonal[j];
  }
  return solution;
}

function reflect(v: Float64Array, scale: number, vector: Float64Array, from: number): void {
  const factor = dotFrom(v, vector, from) * scale;
  const n = vector.length;
  for (let i = from; i < n; i++) vector[i] -= factor * v[i];
}

/** {@link reflect} of two vectors at once: the reflector is read once for both. */
function reflectTwo(v: Float64Array, scale: number, a: Float64Array, b: Float64Array, from: number): void {
  const n = v.length;
  let a0 = 0;
  let a1 = 0;
  let b0 = 0;
  let b1 = 0;
  let i = from;
  for (; i + 1 < n; i += 2) {
    a0 += v[i] * a[i];
    a1 += v[i + 1] * a[i + 1];
    b0 += v[i] * b[i];
    b1 += v[i + 1] * b[i + 1];
  }
  if (i < n) {
    a0 += v[i] * a[i];
    b0 += v[i] * b[i];
  }
  const aFactor = (a0 + a1) * scale;
  const bFactor = (b0 + b1) * scale;
  for (let k = from; k < n; k++) {
    a[k] -= aFactor * v[k];
    b[k] -= bFactor * v[k];
  }
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

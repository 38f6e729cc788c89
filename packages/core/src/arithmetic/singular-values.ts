/**
 * A small matrix taken apart: column j of it is Σ valuesᵢ · rightᵢ[j] · leftᵢ. As many values as the shorter side is
 * long, the largest first. The vectors are of length 1 and orthogonal to each other, but for those of a value that is 0
 * or rounding: they may be anything.
 */
export interface SingularValues {
  readonly values: readonly number[];
  /** One a value, as long as a column. */
  readonly left: readonly Float64Array[];
  /** One a value, with an entry a column. */
  readonly right: readonly Float64Array[];
}

const MAX_SWEEPS = 40;

/**
 * The singular value decomposition of a small matrix of at least one column, by columns of one length. Its entries must
 * be of moderate size, so that their squares are in the range of doubles.
 *
 * One-sided Jacobi: pairs of columns are rotated until all are orthogonal; their lengths are then the singular values.
 * Where columns differ in size alone, the small values keep as many digits as the large ones.
 *
 * Sources: M. Hestenes, "Inversion of Matrices by Biorthogonalization" (J. SIAM 6, 1958); J. Demmel, K. Veselić,
 * "Jacobi's Method is More Accurate than QR" (SIAM J. Matrix Anal. Appl. 13, 1992).
 */
export function singularValues(columns: readonly Float64Array[]): SingularValues {
  // More columns than rows cannot all be orthogonal without being 0: then the rows are rotated.
  if (columns.length > columns[0].length) {
    const { values, left, right } = singularValues(transposed(columns));
    return { values, left: right, right: left };
  }
  const turned = columns.map((column) => column.slice());
  const rotations = columns.map((_, j) => unitVector(columns.length, j));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    if (!rotateAllPairs(turned, rotations)) break;
  }
  const lengths = turned.map((column) => Math.hypot(...column));
  const order = lengths.map((_, j) => j).sort((i, j) => lengths[j] - lengths[i]);
  return {
    values: order.map((j) => lengths[j]),
    left: order.map((j) => turned[j].map((value) => (lengths[j] === 0 ? 0 : value / lengths[j]))),
    right: order.map((j) => rotations[j]),
  };
}

/** Makes each pair of columns orthogonal in its turn; false when all are already. */
function rotateAllPairs(columns: readonly Float64Array[], rotations: readonly Float64Array[]): boolean {
  let rotated = false;
  for (let j = 1; j < columns.length; j++) {
    for (let i = 0; i < j; i++) {
      const [a, b] = [columns[i], columns[j]];
      const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
      // What the rounding of the product itself may be.
      if (Math.abs(ab) <= a.length * 2 ** -53 * Math.sqrt(aa * bb)) continue;
      const zeta = (bb - aa) / (2 * ab);
      const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      rotate(a, b, tangent);
      rotate(rotations[i], rotations[j], tangent);
      rotated = true;
    }
  }
  return rotated;
}

function rotate(a: Float64Array, b: Float64Array, tangent: number): void {
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = cosine * tangent;
  for (let i = 0; i < a.length; i++) {
    const [before, other] = [a[i], b[i]];
    a[i] = cosine * before - sine * other;
    b[i] = sine * before + cosine * other;
  }
}

function transposed(columns: readonly Float64Array[]): Float64Array[] {
  return Array.from(columns[0], (_, i) => Float64Array.from(columns, (column) => column[i]));
}

function unitVector(length: number, at: number): Float64Array {
  const vector = new Float64Array(length);
  vector[at] = 1;
  return vector;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

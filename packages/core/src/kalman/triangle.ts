/**
 * The least-squares problem R·δ = right, grown by a row at a time: R is upper triangular (row-major, `count` columns),
 * and RᵀR the sum of the squares of all rows so far.
 */
export interface Triangle {
  readonly count: number;
  readonly root: Float64Array;
  readonly right: Float64Array;
}

/** The problem without any row. */
export function emptyTriangle(count: number): Triangle {
  return { count, root: new Float64Array(count * count), right: new Float64Array(count) };
}

/**
 * Adds the equation row·δ = value by Givens rotations. `row` is used up.
 *
 * Source: G. Golub, C. Van Loan, "Matrix Computations", 4th edition, section 6.5.
 */
export function rotateIn({ count, root, right }: Triangle, row: Float64Array, value: number): void {
  let rest = value;
  for (let j = 0; j < count; j++) {
    if (row[j] === 0) continue;
    const diagonal = j * count + j;
    const length = Math.hypot(root[diagonal], row[j]);
    const cosine = root[diagonal] / length;
    const sine = row[j] / length;
    root[diagonal] = length;
    for (let i = j + 1; i < count; i++) {
      const above = root[j * count + i];
      root[j * count + i] = cosine * above + sine * row[i];
      row[i] = cosine * row[i] - sine * above;
    }
    const above = right[j];
    right[j] = cosine * above + sine * rest;
    rest = cosine * rest - sine * above;
  }
}

/** The δ that solves R·δ = right, for a regular R. */
export function solveTriangle({ count, root, right }: Triangle, solution: Float64Array): void {
  for (let j = count - 1; j >= 0; j--) {
    let rest = right[j];
    for (let i = j + 1; i < count; i++) rest -= root[j * count + i] * solution[i];
    solution[j] = rest / root[j * count + j];
  }
}

/** ‖R⁻ᵀ·row‖²: the variance of row·δ when every equation has variance 1. `row` is used up. */
export function varianceOf({ count, root }: Triangle, row: Float64Array): number {
  let squares = 0;
  for (let j = 0; j < count; j++) {
    const part = row[j] / root[j * count + j];
    squares += part * part;
    for (let i = j + 1; i < count; i++) row[i] -= part * root[j * count + i];
  }
  return squares;
}

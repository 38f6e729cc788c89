import { mean } from "../arithmetic/mean.ts";
import { UNCHECKED } from "./column-check.ts";

/**
 * The left side of a regression: the regressors, less a centre each when there is an intercept.
 *
 * The centres are doubles near the means. They need not be the means exactly: the intercept's column of ones takes up
 * the difference.
 */
export interface Design {
  readonly intercept: boolean;
  readonly regressors: readonly Float64Array[];
  /** The centre of each regressor; 0 without an intercept. */
  readonly centres: Float64Array;
  readonly rows: number;
  /** The number of coefficients. */
  readonly count: number;
}

/** Columns must be equally long and not empty. */
export function design(regressors: readonly Float64Array[], intercept: boolean): Design {
  const centres = Float64Array.from(regressors, (column) => (intercept ? mean(column) : 0));
  const count = regressors.length + (intercept ? 1 : 0);
  return { intercept, regressors, centres, rows: regressors[0].length, count };
}

/** The matrix of the design, column-major: ones first when there is an intercept, then the centred regressors. */
export function columnMajor({ intercept, regressors, centres, rows, count }: Design, check = UNCHECKED): Float64Array {
  const matrix = new Float64Array(rows * count);
  const offset = intercept ? rows : 0;
  if (intercept) matrix.fill(1, 0, rows);
  regressors.forEach((regressor, j) => {
    const squares = centreInto(matrix.subarray(offset + j * rows, offset + (j + 1) * rows), regressor, centres[j]);
    check.regressor(j, { mean: centres[j], squares });
  });
  return matrix;
}

/** Writes the values less the centre; returns the sum of their squares. */
export function centreInto(column: Float64Array, values: Float64Array, centre: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i] - centre;
    column[i] = deviation;
    squares += deviation * deviation;
  }
  return squares;
}

import { largestSize, valueRange } from "../arithmetic/value-range.ts";
import { columnMajor, design } from "../regression/design-matrix.ts";
import { applyTransposedQ, factorize } from "../regression/householder.ts";

/**
 * The triangle R of the QR factorisation of some series less their means: RᵀR is n − 1 times their sample covariance,
 * so that ‖R·b‖² is n − 1 times the variance of the returns Σ bᵢ · seriesᵢ. It may be singular.
 */
export interface CentredFactor {
  /** One a series, of so many values. All 0 for a series that does not vary. */
  readonly columns: readonly Float64Array[];
  /** What of a response of n values, about its mean or nearly, R is to explain: R·b is to be near it. */
  rotate(response: Float64Array): Float64Array;
}

/**
 * The factor of series of n values each, of which there are fewer than n. `rounding` is how far each value may be off:
 * a series that moves by no more does not vary, by the rule of `regress`.
 */
export function centredFactor(series: readonly Float64Array[], rounding: number): CentredFactor {
  const plan = design(series, true);
  const matrix = columnMajor(plan);
  series.forEach((values, j) => {
    if (isConstant(values, rounding)) matrix.fill(0, (j + 1) * plan.rows, (j + 2) * plan.rows);
  });
  const qr = factorize(matrix, plan.rows, plan.count);
  // The column of ones has taken up what the centres leave of the means: its row of R is not part of the triangle.
  const columns = series.map((_, j) => {
    const column = new Float64Array(series.length);
    column.set(qr.columns[j + 1].subarray(1, j + 1));
    column[j] = qr.diagonal[j + 1];
    return column;
  });
  const rotate = (response: Float64Array) => {
    const rotated = response.slice();
    applyTransposedQ(qr, rotated);
    return rotated.slice(1, plan.count);
  };
  return { columns, rotate };
}

/** Whether a series moves by no more than the rounding of its values, or by what `rounding` makes of them. */
function isConstant(values: Float64Array, rounding: number): boolean {
  const range = valueRange(values);
  return range.high - range.low <= Math.max(2 ** -51 * largestSize(range), 4 * rounding);
}

import { AnalysisError } from "../errors.ts";
import { COLLINEARITY_TOLERANCE, refuseCollinear, refuseConstant } from "../regression/collinearity.ts";
import { checkedRange } from "../regression/column-check.ts";
import { columnMajor, design } from "../regression/design-matrix.ts";
import { factorize } from "../regression/householder.ts";

/**
 * What the benchmarks have to do with each other, whatever their means and volatilities: the triangle R of the QR
 * factorisation of the benchmarks, centred and scaled to unit length. One column a benchmark, of length 1 each and 0
 * below its diagonal; RᵀR is their correlation matrix.
 *
 * @throws AnalysisError
 * - `BAD_INPUT`: no benchmark, unequal lengths, or a value that regress would refuse;
 * - `INSUFFICIENT_DATA`: no more observations than benchmarks;
 * - `SINGULAR_BENCHMARKS`: a benchmark that does not vary or that earlier ones combine to (`details`: `terms`).
 */
export function centredTriangle(
  benchmarks: readonly Float64Array[],
  terms: readonly string[] = benchmarks.map((_, j) => `x${j + 1}`),
): readonly Float64Array[] {
  checkShape(benchmarks);
  benchmarks.forEach((values, j) => {
    refuseConstant(checkedRange(values, terms[j]), terms[j], true, 0);
  });
  const plan = design(benchmarks, true);
  const qr = factorize(columnMajor(plan), plan.rows, plan.count);
  refuseCollinear(qr, plan, terms, { collinearity: COLLINEARITY_TOLERANCE, rounding: 0 });
  // The column of ones has taken up what the centres leave of the means: its row of R is not part of the triangle.
  return benchmarks.map((_, j) => {
    const column = new Float64Array(benchmarks.length);
    column.set(qr.columns[j + 1].subarray(1, j + 1));
    column[j] = qr.diagonal[j + 1];
    const length = Math.hypot(...column);
    return column.map((value) => value / length);
  });
}

function checkShape(benchmarks: readonly Float64Array[]): void {
  if (benchmarks.length === 0) throw new AnalysisError("BAD_INPUT", "a diagnostic needs at least 1 benchmark, got 0");
  const lengths = benchmarks.map(({ length }) => length);
  const observations = lengths[0];
  if (lengths.some((length) => length !== observations)) {
    throw new AnalysisError("BAD_INPUT", `benchmarks must be of one length, got ${lengths.join(", ")}`, { lengths });
  }
  const needed = benchmarks.length + 1;
  if (observations >= needed) return;
  throw new AnalysisError(
    "INSUFFICIENT_DATA",
    `${benchmarks.length} benchmarks need at least ${needed} observations to be told apart, got ${observations}`,
    { observations, needed },
  );
}

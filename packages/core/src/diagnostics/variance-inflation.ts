import { centredTriangle } from "./centred-triangle.ts";

/**
 * The variance inflation factor of each benchmark: 1/(1 − R²) of a regression of it on a constant and the others, by
 * which their correlation multiplies the variance of its beta. 1 for one benchmark and for uncorrelated ones; above 10 it
 * is customarily called high.
 *
 * With R the triangle of the centred benchmarks of unit length it is the diagonal of (RᵀR)⁻¹, so near-twins do not lose
 * the digits that 1 − R² would.
 *
 * Source: D. Marquardt, "Generalized Inverses, Ridge Regression, Biased Linear Estimation, and Nonlinear Estimation"
 * (Technometrics 12, 1970).
 *
 * @throws AnalysisError as {@link centredTriangle}.
 */
export function varianceInflation(benchmarks: readonly Float64Array[], terms?: readonly string[]): Float64Array {
  const triangle = centredTriangle(benchmarks, terms);
  return Float64Array.from(triangle, (_, j) => {
    const row = inverseRow(triangle, j);
    return row.reduce((sum, value) => sum + value * value, 0);
  });
}

/** The z of Rᵀz = the j-th unit vector: row j of R⁻¹. */
function inverseRow(triangle: readonly Float64Array[], j: number): Float64Array {
  const z = new Float64Array(triangle.length);
  for (let i = j; i < triangle.length; i++) {
    let rest = i === j ? 1 : 0;
    for (let m = j; m < i; m++) rest -= triangle[i][m] * z[m];
    z[i] = rest / triangle[i][i];
  }
  return z;
}

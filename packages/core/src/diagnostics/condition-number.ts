import { singularValues } from "../arithmetic/singular-values.ts";
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
  const { values } = singularValues(centredTriangle(benchmarks, terms));
  return values[0] / values[values.length - 1];
}

import { variance } from "../arithmetic/variance.ts";
import { AnalysisError } from "../errors.ts";

/**
 * The returns of a portfolio that is short `betas[i]` of benchmark i per unit of itself:
 * portfolio − Σ betaᵢ · benchmarkᵢ, period by period. All are decimals a period over the same periods.
 *
 * @throws AnalysisError `BAD_INPUT` when lengths differ or a beta is not finite.
 */
export function hedgedReturns(
  portfolio: Float64Array,
  benchmarks: readonly Float64Array[],
  betas: readonly number[],
): Float64Array {
  if (benchmarks.length !== betas.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a hedge needs one beta a benchmark, got ${betas.length} betas and ${benchmarks.length} benchmarks`,
      { betas: betas.length, benchmarks: benchmarks.length },
    );
  }
  const hedged = new Float64Array(portfolio.length);
  benchmarks.forEach((benchmark, i) => {
    shortBenchmark(hedged, i === 0 ? portfolio : hedged, benchmark, betas[i]);
  });
  return benchmarks.length === 0 ? portfolio.slice() : hedged;
}

/**
 * Hedge effectiveness: 1 − var(hedged)/var(unhedged), the share of variance that the hedge removed. 1 is a perfect
 * hedge, negative a harmful one. `null` when the unhedged returns do not vary: there was nothing to remove.
 *
 * In the sample in which the betas were fitted it equals R² by algebra, and so says nothing about the next period.
 *
 * Source: L. Ederington, "The Hedging Performance of the New Futures Markets" (Journal of Finance 34, 1979).
 *
 * @throws AnalysisError as {@link variance}.
 */
export function effectiveness(unhedged: Float64Array, hedged: Float64Array): number | null {
  const before = variance(unhedged);
  const after = variance(hedged);
  return before === 0 ? null : 1 - after / before;
}

/** hedged = held − beta · benchmark. */
function shortBenchmark(hedged: Float64Array, held: Float64Array, benchmark: Float64Array, beta: number): void {
  if (benchmark.length !== hedged.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a hedge needs series of one length, got ${hedged.length} portfolio and ${benchmark.length} benchmark returns`,
      { portfolio: hedged.length, benchmark: benchmark.length },
    );
  }
  if (!Number.isFinite(beta)) throw new AnalysisError("BAD_INPUT", `a beta must be a finite number, got ${beta}`);
  const n = hedged.length;
  for (let t = 0; t < n; t++) hedged[t] = held[t] - beta * benchmark[t];
}

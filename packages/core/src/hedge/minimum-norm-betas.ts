import { mean } from "../arithmetic/mean.ts";
import { AnalysisError } from "../errors.ts";
import { checkShape, type RegressionOptions, regress } from "../regression/regression.ts";
import { centredFactor } from "./centred-factor.ts";
import { minimumNormSolver } from "./minimum-norm.ts";
import { checkReturns } from "./returns-check.ts";

/** Betas of benchmarks that may repeat each other. */
export interface MinimumNormBetas {
  /** A decimal a period. */
  readonly alpha: number;
  /** One a benchmark; 0 for one that does not vary. */
  readonly betas: readonly number[];
  /** How many of the benchmarks are independent. */
  readonly rank: number;
}

export interface MinimumNormOptions extends Pick<RegressionOptions, "terms" | "rounding"> {
  /**
   * Benchmarks repeat each other where a singular value, of the centred returns scaled to length 1, is below this share
   * of the largest. From 1e-12 to below 1; default 1e-7.
   */
  readonly tolerance?: number;
}

/**
 * The betas of ordinary least squares with an intercept and, where the benchmarks leave a choice, those of smallest
 * Euclidean norm: two sources of one index share its beta evenly, and one that does not vary has none. What the
 * benchmarks say together, and so alpha and the hedged returns, is the same for every choice.
 *
 * For independent benchmarks it is `regress`, to the last digit. Else the truncated singular value decomposition of the
 * triangle of the centred benchmarks, see {@link minimumNormSolver}. The norm is that of the betas, so a benchmark in
 * per cent counts for less than the same in decimals.
 *
 * Source: G. Golub, C. Van Loan, "Matrix Computations", 4th edition, section 5.5.
 *
 * @throws AnalysisError
 * - `BAD_INPUT`: what `regress` refuses, or a tolerance that is not from 1e-12 to below 1; where one observation is not
 *   finite, `details.observation` is its index;
 * - `INSUFFICIENT_DATA`: fewer than k + 2 observations of k benchmarks, as `regress`.
 */
export function minimumNormBetas(
  portfolio: Float64Array,
  benchmarks: readonly Float64Array[],
  options: MinimumNormOptions = {},
): MinimumNormBetas {
  const terms = options.terms ?? benchmarks.map((_, j) => `x${j + 1}`);
  checkShape(portfolio, benchmarks, terms);
  checkObservations(portfolio.length, benchmarks.length);
  checkReturns(portfolio, "the portfolio");
  benchmarks.forEach((values, j) => {
    checkReturns(values, terms[j]);
  });
  const factor = centredFactor(benchmarks, options.rounding?.regressors ?? 0);
  const solver = minimumNormSolver(factor.columns, options.tolerance);
  if (solver.rank === benchmarks.length) return independentBetas(portfolio, benchmarks, options);
  const centre = mean(portfolio);
  const betas = Array.from(solver.solve(factor.rotate(portfolio.map((value) => value - centre))), (beta) => beta + 0);
  const alpha = betas.reduce((rest, beta, j) => rest - beta * mean(benchmarks[j]), centre);
  if (![alpha, ...betas].every(Number.isFinite)) throw outOfRange();
  return { alpha, betas, rank: solver.rank };
}

function independentBetas(
  portfolio: Float64Array,
  benchmarks: readonly Float64Array[],
  options: MinimumNormOptions,
): MinimumNormBetas {
  const [alpha, ...betas] = regress(portfolio, benchmarks, options).coefficients;
  return { alpha: alpha.estimate, betas: betas.map(({ estimate }) => estimate), rank: benchmarks.length };
}

function checkObservations(observations: number, benchmarks: number): void {
  const needed = benchmarks + 2;
  if (observations >= needed) return;
  throw new AnalysisError(
    "INSUFFICIENT_DATA",
    `betas of ${benchmarks} benchmarks need at least ${needed} observations, got ${observations}`,
    { observations, needed },
  );
}

function outOfRange(): AnalysisError {
  return new AnalysisError("BAD_INPUT", "betas must stay in the range of doubles, these returns lead out of it");
}

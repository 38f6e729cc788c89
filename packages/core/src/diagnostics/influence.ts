import { AnalysisError } from "../errors.ts";
import { type Deletion, deletion } from "../regression/deletion.ts";
import type { Regression } from "../regression/fitted-regression.ts";
import { checkCoefficient } from "./coefficient-index.ts";

/** What leaving one observation out does. What is not defined is null, and `reason` says why. */
export interface InfluentialObservation {
  readonly index: number;
  /** The coefficient with all observations less the one without this (DFBETA). */
  readonly change: number | null;
  /** How much the observation pulls its own fitted value, from 0 to 1. */
  readonly leverage: number;
  /** The residual over its standard error, with the variance of the residuals estimated without the observation. */
  readonly studentizedResidual: number | null;
  /** How far the observation moves all fitted values: e²h/(k·s²(1 − h)²). */
  readonly cooksDistance: number | null;
  readonly reason?: string;
}

/**
 * The `count` observations that move coefficient `j` (0 is alpha where there is one) most when each is left out, the
 * largest |change| first; in front of them those that alone determine a coefficient (leverage 1), without which the
 * benchmarks are singular. Empty when the fit is exact: nothing moves it.
 *
 * Source: D. Belsley, E. Kuh, R. Welsch, "Regression Diagnostics" (1980), chapter 2; R. Cook, "Detection of Influential
 * Observation in Linear Regression" (Technometrics 19, 1977).
 *
 * @throws AnalysisError `BAD_INPUT` when `j` is not the index of a coefficient, or count not a whole
 * number from 0 on.
 */
export function influence(regression: Regression, j: number, count: number): readonly InfluentialObservation[] {
  checkCoefficient(regression, j);
  if (!Number.isInteger(count) || count < 0) {
    throw new AnalysisError("BAD_INPUT", `a count must be a whole number from 0 on, got ${count}`, {
      count: String(count),
    });
  }
  if (regression.residualStandardError === 0) return [];
  const deleted = deletion(regression.fit);
  const weights = regression.fit.weights()[j];
  const sizes = weights.map((weight, t) =>
    deleted.complements[t] === 0 ? Infinity : Math.abs(weight * deleted.residuals[t]),
  );
  const order = Array.from(sizes.keys()).sort((a, b) => (sizes[a] === sizes[b] ? a - b : sizes[b] - sizes[a]));
  return order.slice(0, count).map((t) => effectOf(regression, deleted, weights[t], t));
}

function effectOf(regression: Regression, deleted: Deletion, weight: number, t: number): InfluentialObservation {
  const complement = deleted.complements[t];
  const residual = deleted.residuals[t];
  if (complement === 0) {
    const reason = "the observation alone determines a coefficient: without it the benchmarks are singular";
    return { index: t, change: null, leverage: 1, studentizedResidual: null, cooksDistance: null, reason };
  }
  const { residualStandardError, coefficients } = regression;
  const leverage = 1 - complement;
  const ratio = residual / residualStandardError;
  const effect = {
    index: t,
    change: weight * residual,
    leverage,
    cooksDistance: (ratio * ratio * leverage) / coefficients.length,
  };
  const error = errorWithout(regression, deleted, t);
  if (typeof error === "string") return { ...effect, studentizedResidual: null, reason: error };
  return { ...effect, studentizedResidual: (residual / error) * Math.sqrt(complement) };
}

/** Below this share of the squares of all residuals, those without an observation have lost digits as a difference. */
const CANCELLED = 1e-3;

/** The residual standard error of a fit without observation t, or why there is none. */
function errorWithout(regression: Regression, { complements, residuals }: Deletion, t: number): number | string {
  const { fit, degreesOfFreedom } = regression;
  if (degreesOfFreedom < 2) return "without the observation there are no degrees of freedom";
  const own = complements[t] * residuals[t];
  let squares = fit.residualSquares - own * residuals[t];
  if (squares < CANCELLED * fit.residualSquares) {
    const without = squaresWithout(regression, own, t);
    if (without === null) return "without the observation the fit is exact";
    squares = without;
  }
  return Math.sqrt(squares / (degreesOfFreedom - 1));
}

/** The squares of the others' residuals in a fit without observation t; null when they are rounding. */
function squaresWithout({ fit, residuals }: Regression, own: number, t: number): number | null {
  const predictor = fit.predictorOf(t)!;
  let squares = 0;
  let largest = Math.abs(fit.response[t]);
  for (let s = 0; s < predictor.length; s++) {
    const other = s < t ? s : s + 1;
    // Observation t pulls the fit at each other by as much of its residual as that other has weight in predicting it.
    const residual = residuals[other] + predictor[s] * own;
    squares += residual * residual;
    largest = Math.max(largest, Math.abs(fit.response[other]));
  }
  return Math.sqrt(squares / predictor.length) <= 2 ** -48 * largest ? null : squares;
}

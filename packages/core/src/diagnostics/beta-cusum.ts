import type { Regression } from "../regression/fitted-regression.ts";
import { checkCoefficient } from "./coefficient-index.ts";
import { undefinedTest, untestable } from "./diagnostic-test.ts";
import { bridgeTest, type FluctuationTest } from "./fluctuation-test.ts";
import { unitScaled } from "./unit-scale.ts";

/**
 * A test that coefficient `j` (0 is alpha where there is one) did not move: with its scores, which are its weights
 * times the residuals and sum to 0, the largest |running sum| over √Σ score², against the supremum of a Brownian bridge.
 * Scores are how each observation pulls the estimate; before a move they pull it one way, after it the other.
 *
 * The sum of squares, as White's covariance has it, allows residuals of any variance. Scores of one coefficient alone:
 * the test has its power against a move of that one, and a move of another may show in it where benchmarks are
 * correlated.
 *
 * Null with a reason when the fit is exact, or there are too few observations.
 *
 * Sources: N. Hjort, A. Koning, "Tests for Constancy of Model Parameters over Time" (Journal of Nonparametric Statistics
 * 14, 2002); A. Zeileis, K. Hornik, "Generalized M-Fluctuation Tests for Parameter Instability" (Statistica Neerlandica
 * 61, 2007).
 *
 * @throws AnalysisError `BAD_INPUT` when `j` is not the index of a coefficient.
 */
export function betaCusum(regression: Regression, j: number): FluctuationTest {
  checkCoefficient(regression, j);
  const refusal = untestable(regression);
  if (refusal !== undefined) return { ...undefinedTest(refusal), index: null };
  // The unit of either factor does not matter, and their product could leave the range of doubles.
  const weights = unitScaled(regression.fit.weights()[j]);
  const residuals = unitScaled(regression.residuals);
  const scores = weights?.map((weight, t) => weight * residuals![t]);
  const squares = scores?.reduce((sum, score) => sum + score * score, 0) ?? 0;
  if (scores === undefined || squares === 0) {
    return { ...undefinedTest("no residual pulls this coefficient"), index: null };
  }
  return bridgeTest(scores, Math.sqrt(squares));
}

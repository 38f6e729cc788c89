import { deletion } from "../regression/deletion.ts";
import type { Regression } from "../regression/fitted-regression.ts";
import { checkCoefficient } from "./coefficient-index.ts";

/**
 * What leaving each single observation out does to coefficient `j` (0 is alpha where there is one), in the order of the
 * observations: the coefficient with all of them less the one without it (DFBETA), in the unit of the coefficient. These
 * are the changes that `influence` ranks. NaN where the observation alone determines a coefficient, so that the others
 * have no answer; 0 throughout when the fit is exact.
 *
 * Source: D. Belsley, E. Kuh, R. Welsch, "Regression Diagnostics" (1980), chapter 2.
 *
 * @throws AnalysisError `BAD_INPUT` when `j` is not the index of a coefficient.
 */
export function deletionPath(regression: Regression, j: number): Float64Array {
  checkCoefficient(regression, j);
  if (regression.residualStandardError === 0) return new Float64Array(regression.observations);
  const { residuals } = deletion(regression.fit);
  return regression.fit.weights()[j].map((weight, t) => weight * residuals[t]);
}

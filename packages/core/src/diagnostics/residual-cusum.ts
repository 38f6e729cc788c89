import type { Regression } from "../regression/fitted-regression.ts";
import { undefinedTest, untestable } from "./diagnostic-test.ts";
import { bridgeTest, type FluctuationTest } from "./fluctuation-test.ts";
import { unitScaled } from "./unit-scale.ts";

/** Residuals of a regression with an alpha sum to 0 but for this share, at most, of their sizes. */
const ROUNDING_SHARE = 1e-6;

/**
 * The CUSUM test of least-squares residuals, that alpha did not move: the largest |Σe₁…eₜ| over √n·s, s² with n − k,
 * against the supremum of a Brownian bridge.
 *
 * It reacts to a moved alpha. A moved beta of a benchmark with a mean near 0 leaves the residuals' mean alone, so this
 * does not see it: {@link betaCusum} does.
 *
 * Null with a reason when the fit is exact, when there are too few observations, and when the residuals do not sum to 0,
 * as those of a regression without alpha.
 *
 * Source: W. Ploberger, W. Krämer, "The CUSUM Test with OLS Residuals" (Econometrica 60, 1992).
 */
export function residualCusum(regression: Regression): FluctuationTest {
  const refusal = untestable(regression);
  if (refusal !== undefined) return { ...undefinedTest(refusal), index: null };
  const { observations, degreesOfFreedom } = regression;
  const residuals = unitScaled(regression.residuals)!;
  let sum = 0;
  let sizes = 0;
  let squares = 0;
  for (const residual of residuals) {
    sum += residual;
    sizes += Math.abs(residual);
    squares += residual * residual;
  }
  if (Math.abs(sum) > ROUNDING_SHARE * sizes) {
    return { ...undefinedTest("the residuals of a regression without alpha do not sum to 0"), index: null };
  }
  return bridgeTest(residuals, Math.sqrt((observations * squares) / degreesOfFreedom));
}

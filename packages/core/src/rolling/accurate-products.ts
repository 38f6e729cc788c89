import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { mean } from "../arithmetic/mean.ts";

/**
 * Σ(x − x̄)(y − ȳ), correct to a double even where all but the last digits of the terms cancel.
 *
 * Deviations and products with their rounding errors, summed in twice the working precision: T. Ogita, S. Rump,
 * S. Oishi, "Accurate Sum and Dot Product" (SIAM J. Sci. Comput. 26, 2005), algorithm 5.3. At least one value, and as
 * many of each.
 */
export function accurateProducts(y: Float64Array, x: Float64Array): number {
  const n = y.length;
  const centreX = mean(x);
  const centreY = mean(y);
  let high = 0;
  let rest = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i] - centreX;
    const dy = y[i] - centreY;
    const restX = sumError(x[i], -centreX);
    const restY = sumError(y[i], -centreY);
    const product = dx * dy;
    rest += sumError(high, product) + (productError(dx, dy) + (dx * restY + dy * restX));
    high += product;
    sumX += dx + restX;
    sumY += dy + restY;
  }
  // The centres are doubles near the means; these sums, next to nothing, are what they miss them by.
  return high + (rest - (sumX * sumY) / n);
}

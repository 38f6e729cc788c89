import { productError } from "../arithmetic/exact-arithmetic.ts";
import { AnalysisError } from "../errors.ts";

/** Where both forms need few terms. */
const CROSSOVER = 1.18;

/**
 * P(sup|B| ≥ x) for a Brownian bridge B on [0, 1]: 2Σ(−1)ᵏ⁻¹e^(−2k²x²), Kolmogorov's limiting distribution. About
 * 1e−14 relative, in the far tail too; 1 where x is not positive.
 *
 * For small x the alternating sum cancels; there it is taken as 1 − (√(2π)/x)Σe^(−(2k−1)²π²/(8x²)), to which Jacobi's
 * transformation of theta functions turns it.
 *
 * Source: W. Feller, "On the Kolmogorov-Smirnov Limit Theorems for Empirical Distributions" (Annals of Mathematical
 * Statistics 19, 1948), equations 1.3 and 1.4.
 *
 * @throws AnalysisError `BAD_INPUT` when x is NaN.
 */
export function kolmogorovUpperTail(x: number): number {
  if (Number.isNaN(x)) throw new AnalysisError("BAD_INPUT", "a Kolmogorov statistic must be a number, got NaN");
  if (x <= 0) return 1;
  return x < CROSSOVER ? 1 - thetaSum(x) : alternatingSum(x);
}

/** (√(2π)/x)Σe^(−(2k−1)²π²/(8x²)); 0 where its first term leaves the range of doubles. */
function thetaSum(x: number): number {
  const q = Math.exp(-(Math.PI * Math.PI) / (8 * x * x));
  // The exponents are 1, 9 and 25 times the first: the next term is below 1e−18 of it.
  return (Math.sqrt(2 * Math.PI) / x) * q * (1 + q ** 8 + q ** 24);
}

function alternatingSum(x: number): number {
  const square = x * x;
  // The rounding of x² is a change of the exponent, and so of the result: far out it is worth keeping.
  const first = Math.exp(-2 * square) * (square < 1e6 ? Math.exp(-2 * productError(x, x)) : 1);
  return 2 * first * (1 - first ** 3 + first ** 8 - first ** 15);
}

// Sources: W. Press et al., "Numerical Recipes", 3rd edition, section 6.2, for the series and the continued fraction by
// the modified Lentz method; N. Temme, "A Set of Algorithms for the Incomplete Gamma Functions" (Probability in the
// Engineering and Informational Sciences 8, 1994), for the prefactor without cancellation.

import { stirlingCorrection } from "./stirling.ts";

const TINY = 1e-300;
const MAX_TERMS = 1_000_000;

/** Both tails of the gamma distribution at a point: `lower` = P(a, x), `upper` = Q(a, x) = 1 − P(a, x). */
export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma function of a ≥ ½ and 0 < x < ∞, both tails. The upper one is computed to about
 * 1e−13 relative, down to the smallest doubles; the lower one likewise where x < a + 1, else it is its complement.
 */
export function incompleteGamma(a: number, x: number): GammaTails {
  const density = powerOverGamma(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, density * lowerSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * upperFraction(a, x));
  return { lower: 1 - upper, upper };
}

/** xᵃ e⁻ˣ / Γ(a). */
function powerOverGamma(a: number, x: number): number {
  if (a < 10) {
    // e⁻ˣ in two halves: far out it alone would leave the range of doubles before the product does.
    const half = Math.exp(-0.5 * x);
    return half * (x ** a / gamma(a)) * half;
  }
  // The peak of the density is taken out: what is left, of size a·u²/2 and more, has no cancellation.
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-a * offLog((x - a) / a) - stirlingCorrection(a));
}

/** Γ(a) for 0 < a < 10, lifted by its recurrence to where Stirling's series is exact to a double. */
function gamma(a: number): number {
  let lift = 1;
  let z = a;
  for (; z < 10; z++) lift *= z;
  return (Math.sqrt((2 * Math.PI) / z) * (z / Math.E) ** z * Math.exp(stirlingCorrection(z))) / lift;
}

/** u − ln(1 + u) for u > −1: by series where the difference would cancel. */
function offLog(u: number): number {
  if (Math.abs(u) > 0.4) return u - Math.log1p(u);
  const r = u / (2 + u);
  const square = r * r;
  let series = 0;
  for (let odd = 35; odd >= 3; odd -= 2) series = series * square + 1 / odd;
  return 2 * square * (1 / (1 - r) - r * series);
}

/** P(a, x) after its prefactor: Σ xⁱ / (a(a + 1)…(a + i)), every term positive. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let i = 1; i < MAX_TERMS; i++) {
    term *= x / (a + i);
    sum += term;
    if (term <= 1e-17 * sum) break;
  }
  return sum;
}

/** Q(a, x) after its prefactor: 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < MAX_TERMS; i++) {
    const numerator = i * (a - i);
    b += 2;
    d = numerator * d + b;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2e-16) break;
  }
  return fraction;
}

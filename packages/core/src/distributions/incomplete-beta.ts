// Sources: A. DiDonato, A. Morris, "Algorithm 708: Significant Digit Computation of the Incomplete Beta Function
// Ratios" (ACM TOMS 18, 1992), for the cancellation-free log-beta and prefactor; W. Press et al., "Numerical Recipes",
// 3rd edition, section 6.4, for the continued fraction by the modified Lentz method.

import { stirlingCorrection } from "./stirling.ts";

const HALF_LOG_TWO_PI = 0.9189385332046727;
const TINY = 1e-300;
const MAX_TERMS = 100_000;

/**
 * Where an incomplete beta is asked for: `x` and `y` = 1 − x are both given, since either may be too close to 1 for
 * its complement to be recovered; so are their logarithms. `lambda` = a − (a + b)x, the distance from the mean.
 */
export interface BetaPoint {
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly y: number;
  readonly logX: number;
  readonly logY: number;
  readonly lambda: number;
}

/** Both tails of the beta distribution at a point: `lower` = I_x(a, b), `upper` = 1 − I_x(a, b). */
export interface BetaTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete beta function, both tails. The smaller one is computed to about 1e−13 relative, down to
 * the smallest doubles; the other is its complement.
 */
export function incompleteBeta(point: BetaPoint): BetaTails {
  const { a, b, x, y, lambda } = point;
  const density = powersOverBeta(point);
  // The fraction converges fast on its own side of the mean.
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, density * betaFraction(a, b, x, y, lambda));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * betaFraction(b, a, y, x, -lambda));
  return { lower: 1 - upper, upper };
}

/** ln B(a, b) for a, b > 0, without the cancellation of ln Γ(a) + ln Γ(b) − ln Γ(a + b) for large arguments. */
export function logBeta(a: number, b: number): number {
  let p = Math.min(a, b);
  let q = Math.max(a, b);
  // B(p, q) = B(p + 1, q)(p + q)/p: lift both arguments to where Stirling's correction is exact to a double.
  let lift = 1;
  for (; p < 10; p++) lift *= (p + q) / p;
  for (; q < 10; q++) lift *= (p + q) / q;
  const sum = p + q;
  const corrections = stirlingCorrection(p) + stirlingCorrection(q) - stirlingCorrection(sum);
  const powers = (p - 0.5) * Math.log(p / sum) - q * Math.log1p(p / q) - 0.5 * Math.log(q);
  return Math.log(lift) + (HALF_LOG_TWO_PI + powers + corrections);
}

/** xᵃ yᵇ / B(a, b). */
function powersOverBeta({ a, b, logX, logY, lambda }: BetaPoint): number {
  if (Math.min(a, b) < 10) return Math.exp(a * logX + b * logY - logBeta(a, b));
  // Large arguments: the peak of the density is taken out, what is left has no cancellation (TOMS 708, BRCOMP).
  const corrections = stirlingCorrection(a) + stirlingCorrection(b) - stirlingCorrection(a + b);
  const exponent = a * offLog(-lambda / a, logX, a, b) + b * offLog(lambda / b, logY, b, a) + corrections;
  return Math.sqrt((a * b) / (2 * Math.PI * (a + b))) * Math.exp(-exponent);
}

/** u − ln(1 + u), where 1 + u = x(a + b)/a and `logX` is ln x: by series where the difference would cancel. */
function offLog(u: number, logX: number, a: number, b: number): number {
  if (Math.abs(u) > 0.4) return u - (logX + Math.log1p(b / a));
  const r = u / (2 + u);
  const square = r * r;
  let series = 0;
  for (let odd = 35; odd >= 3; odd -= 2) series = series * square + 1 / odd;
  return 2 * square * (1 / (1 - r) - r * series);
}

/**
 * The continued fraction of I_x(a, b) after its prefactor xᵃ yᵇ / B(a, b), by its even part in the form of TOMS 708
 * (BFRAC): every term is positive, so that nothing cancels, and about √(a + b) of them are enough at worst.
 */
function betaFraction(a: number, b: number, x: number, y: number, lambda: number): number {
  const c = 1 + lambda;
  const c0 = b / a;
  const c1 = 1 + 1 / a;
  const yPlus1 = y + 1;
  let n = 0;
  let p = 1;
  let s = a + 1;
  let an = 0;
  let bn = 1;
  let anPlus1 = 1;
  let bnPlus1 = c / c1;
  let r = c1 / c;
  for (let term = 0; term < MAX_TERMS; term++) {
    n += 1;
    const t = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    const eNext = (1 + t) / (c1 + t + t);
    const beta = n + w / s + eNext * (c + n * yPlus1);
    p = 1 + t;
    s += 2;
    const nextA = alpha * an + beta * anPlus1;
    const nextB = alpha * bn + beta * bnPlus1;
    const before = r;
    r = nextA / nextB;
    if (Math.abs(r - before) <= 1e-16 * r || Math.abs(nextB) < TINY) break;
    an = anPlus1 / nextB;
    bn = bnPlus1 / nextB;
    anPlus1 = r;
    bnPlus1 = 1;
  }
  return r;
}

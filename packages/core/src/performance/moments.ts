import { mean } from "../arithmetic/mean.ts";
import { largestSize, valueRange } from "../arithmetic/value-range.ts";
import { type NoisyReturns, standardDeviation } from "./spread.ts";
import { type Measure, Undefined } from "./undefined-measure.ts";

/** The third and the fourth moment of returns, as samples estimate them: plain numbers. */
export interface HigherMoments {
  /** 0 when symmetric, negative when the large returns are losses. */
  readonly skew: Measure;
  /** In excess of the normal distribution's 3: 0 when normal, positive with fat tails. */
  readonly kurtosis: Measure;
}

/**
 * The adjusted Fisher–Pearson skewness G₁ = √(n(n − 1))/(n − 2) · m₃/m₂^1.5 and the excess kurtosis
 * G₂ = (n − 1)/((n − 2)(n − 3)) · ((n + 1)(m₄/m₂² − 3) + 6), of central moments with n in the denominator. The ones of
 * pandas (`skew`, `kurt`) and of Excel (`SKEW`, `KURT`); the unadjusted ones, of Jarque and Bera's test, are smaller.
 *
 * Not defined for returns that do not vary, and below 3 and 4 observations.
 *
 * Source: D. Joanes, C. Gill, "Comparing Measures of Sample Skewness and Kurtosis" (The Statistician 47, 1998).
 */
export function higherMoments(returns: NoisyReturns): HigherMoments {
  const n = returns.values.length;
  if (n >= 3 && standardDeviation(returns) === 0) {
    const still = new Undefined("the returns do not vary");
    return { skew: still, kurtosis: n < 4 ? tooFew("a kurtosis", 4, n) : still };
  }
  const { second, third, fourth } = centralMoments(returns.values);
  const skew = (Math.sqrt(n * (n - 1)) / (n - 2)) * (third / (second * Math.sqrt(second)));
  const excess = fourth / (second * second) - 3;
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * excess + 6);
  return {
    skew: n < 3 ? tooFew("a skewness", 3, n) : skew,
    kurtosis: n < 4 ? tooFew("a kurtosis", 4, n) : kurtosis,
  };
}

function tooFew(quantity: string, needed: number, observations: number): Undefined {
  return new Undefined(`${quantity} needs at least ${needed} observations, got ${observations}`);
}

/** In units of the largest deviation, so that no power leaves the range of doubles. */
function centralMoments(values: Float64Array) {
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  const correction = mean(deviations);
  const unit = largestSize(valueRange(deviations));
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let t = 0; t < deviations.length; t++) {
    const deviation = (deviations[t] - correction) / unit;
    const square = deviation * deviation;
    second += square;
    third += square * deviation;
    fourth += square * square;
  }
  const n = values.length;
  return { second: second / n, third: third / n, fourth: fourth / n };
}

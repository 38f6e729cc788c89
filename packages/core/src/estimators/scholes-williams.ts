import { mean } from "../arithmetic/mean.ts";
import { AnalysisError } from "../errors.ts";
import { regress } from "../regression/regression.ts";
import { type BetaEstimate, type EstimatorOptions, studentEstimate } from "./beta-estimate.ts";

/** Below this, 1 + 2ρ₁ multiplies the error of the sum of slopes tenfold and more. */
const LEAST_PERSISTENCE = 0.1;

const NEEDED = 5;

/**
 * The beta of Scholes and Williams, (β₋₁ + β₀ + β₊₁)/(1 + 2ρ₁): the slopes on the benchmark of the period before, of
 * the same and of the next one, each alone, and the first autocorrelation of the benchmark. For portfolios that trade
 * at other times than the benchmark, as `dimson`, and right also where the benchmark's own returns follow each other.
 *
 * Each slope and ρ₁ (Pearson's correlation of neighbours) is taken over all pairs that the series have: n pairs for β₀,
 * n − 1 for the others.
 *
 * The standard error is that of the estimator's other form, the instrumental variable z = x₋₁ + x₀ + x₊₁, over the n −
 * 2 periods that have both neighbours: σ·√Σ(z − z̄)²/|Σ(z − z̄)(x − x̄)|, with σ² the squares of the residuals around
 * this beta over n − 4; it takes the residuals to be independent. Bounds are Student's t with n − 4 degrees of freedom.
 * All three are null when the instrument has no covariance with the benchmark there.
 *
 * Source: M. Scholes, J. Williams, "Estimating Betas from Nonsynchronous Data" (Journal of Financial Economics 5,
 * 1977).
 *
 * @throws AnalysisError as `regress`; `INSUFFICIENT_DATA` below 5 observations; `SINGULAR_BENCHMARKS` when 1 + 2ρ₁ is
 * below 0.1: a benchmark that takes back tomorrow what it does today (ρ₁ near −½) leaves nothing to divide by.
 */
export function scholesWilliams(
  response: Float64Array,
  regressor: Float64Array,
  options: EstimatorOptions = {},
): BetaEstimate {
  const slope = (y: Float64Array, x: Float64Array) => regress(y, [x], options).coefficients[1].estimate;
  const same = slope(response, regressor);
  const n = response.length;
  if (n < NEEDED) throw tooFew(n);
  const lagged = slope(response.subarray(1), regressor.subarray(0, -1));
  const leading = slope(response.subarray(0, -1), regressor.subarray(1));
  const persistence = 1 + 2 * correlation(regressor.subarray(1), regressor.subarray(0, -1));
  if (!(persistence >= LEAST_PERSISTENCE)) throw takenBack(persistence, options.terms?.[0] ?? "x1");
  const value = (lagged + same + leading) / persistence;
  return studentEstimate(value, instrumentalError(response, regressor, value), n - 4, options.confidence);
}

function instrumentalError(response: Float64Array, regressor: Float64Array, beta: number): number | null {
  const x = deviations(regressor.subarray(1, -1));
  const y = deviations(response.subarray(1, -1));
  const z = deviations(x.map((_, t) => regressor[t] + regressor[t + 1] + regressor[t + 2]));
  const residuals = y.map((value, t) => value - beta * x[t]);
  const covariance = Math.abs(dot(z, x));
  if (covariance <= 2 ** -50 * Math.sqrt(dot(z, z) * dot(x, x))) return null;
  return (Math.sqrt(dot(residuals, residuals) / (x.length - 2)) * Math.sqrt(dot(z, z))) / covariance;
}

/** Pearson's. */
function correlation(a: Float64Array, b: Float64Array): number {
  const fromA = deviations(a);
  const fromB = deviations(b);
  return dot(fromA, fromB) / (Math.sqrt(dot(fromA, fromA)) * Math.sqrt(dot(fromB, fromB)));
}

function deviations(values: Float64Array): Float64Array {
  const centre = mean(values);
  return values.map((value) => value - centre);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t] * b[t];
  return sum;
}

function tooFew(observations: number): AnalysisError {
  return new AnalysisError(
    "INSUFFICIENT_DATA",
    `the beta of Scholes and Williams needs at least ${NEEDED} observations, got ${observations}`,
    { observations, needed: NEEDED },
  );
}

function takenBack(persistence: number, term: string): AnalysisError {
  return new AnalysisError(
    "SINGULAR_BENCHMARKS",
    `1 + 2ρ₁ of the returns of ${term} must be at least ${LEAST_PERSISTENCE}, got ${persistence}`,
    { terms: [term], persistence },
  );
}

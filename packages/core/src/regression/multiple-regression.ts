import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { mean } from "../arithmetic/mean.ts";
import { leastIndependence, refuseCollinear, type Tolerances } from "./collinearity.ts";
import { columnMajor, type Design, design } from "./design-matrix.ts";
import { applyQ, applyTransposedQ, factorize, type HouseholderQr, solveR, solveTransposedR } from "./householder.ts";
import { CLOSE_FIT_SHARE, type LeastSquaresFit } from "./least-squares-fit.ts";
import { type Refinable, refine } from "./refinement.ts";

/** Below this independence of the regressors the estimates would have lost more than two digits. */
const ILL_CONDITIONED = 1e-2;

/**
 * Ordinary least squares of y on any number of regressors, with or without an intercept.
 *
 * Householder QR of the centred columns; refined in twice the working precision where regressors are close to each
 * other or the fit is close (Björck, see `refinement.ts`).
 *
 * @throws AnalysisError `SINGULAR_BENCHMARKS` when a regressor is a combination of earlier ones.
 */
export function fitPlane(
  y: Float64Array,
  regressors: readonly Float64Array[],
  intercept: boolean,
  terms: readonly string[],
  tolerances: Tolerances,
): LeastSquaresFit {
  const plan = design(regressors, intercept);
  const qr = factorize(columnMajor(plan), plan.rows, plan.count);
  refuseCollinear(qr, plan, terms, tolerances);
  const centre = intercept ? mean(y) : 0;
  const rotated = y.map((value) => value - centre);
  applyTransposedQ(qr, rotated);
  let explainedSquares = sumOfSquares(rotated.subarray(intercept ? 1 : 0, plan.count));
  let residualSquares = sumOfSquares(rotated.subarray(plan.count));
  const totalSquares = explainedSquares + residualSquares;
  let solution = solved(qr, rotated);
  const close = residualSquares < CLOSE_FIT_SHARE * totalSquares;
  if (explainedSquares > 0 && (close || leastIndependence(qr, intercept) < ILL_CONDITIONED)) {
    solution = refine(qr, plan, y, centre, solution);
    residualSquares = sumOfSquares(solution.residuals);
    explainedSquares = Math.max(0, totalSquares - residualSquares);
  }
  return {
    estimates: original(solution, plan, centre),
    unitErrors: unitErrors(qr, plan),
    residuals: solution.residuals,
    residualSquares,
    totalSquares,
    explainedSquares,
  };
}

/** Coefficients and residuals from Qᵀy, which is used up. */
function solved(qr: HouseholderQr, rotated: Float64Array): Refinable {
  const coefficients = solveR(qr, rotated);
  rotated.fill(0, 0, qr.count);
  applyQ(qr, rotated);
  return { coefficients, rests: new Float64Array(qr.count), residuals: rotated };
}

/** From the coefficients of the centred problem to those of the one that was asked. */
function original({ coefficients, rests }: Refinable, { intercept, centres }: Design, centre: number): Float64Array {
  const estimates = coefficients.map((value, j) => value + rests[j] + 0); // + 0: no negative zero
  if (!intercept) return estimates;
  // centre + offset − Σ slope · centre of its regressor, in twice the working precision.
  let high = centre;
  let rest = coefficients[0] + rests[0];
  for (let j = 0; j < centres.length; j++) {
    const slope = coefficients[j + 1];
    const product = -slope * centres[j];
    rest += sumError(high, product) + productError(-slope, centres[j]) - rests[j + 1] * centres[j];
    high += product;
  }
  estimates[0] = high + rest;
  return estimates;
}

/** √ of the diagonal of (XᵀX)⁻¹ = R⁻¹R⁻ᵀ; for the intercept of the quadratic form of (1, −centres). */
function unitErrors(qr: HouseholderQr, { intercept, centres }: Design): Float64Array {
  const errors = new Float64Array(qr.count);
  for (let j = 0; j < qr.count; j++) {
    const direction = new Float64Array(qr.count);
    direction[j] = 1;
    if (intercept && j === 0) for (let i = 0; i < centres.length; i++) direction[i + 1] = -centres[i];
    errors[j] = Math.hypot(...solveTransposedR(qr, direction));
  }
  return errors;
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}

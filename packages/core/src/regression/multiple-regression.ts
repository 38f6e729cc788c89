import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { mean } from "../arithmetic/mean.ts";
import { COLLINEARITY_TOLERANCE, leastIndependence, refuseCollinear, type Tolerances } from "./collinearity.ts";
import { type ColumnCheck, UNCHECKED } from "./column-check.ts";
import { centreInto, columnMajor, type Design, design } from "./design-matrix.ts";
import { applyQ, applyTransposedQ, factorize, type HouseholderQr, solveR, solveTransposedR } from "./householder.ts";
import { CLOSE_FIT_SHARE, type LeastSquaresFit, sumOfSquares } from "./least-squares-fit.ts";
import { refine, type Solution } from "./refinement.ts";

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
  check: ColumnCheck = UNCHECKED,
): LeastSquaresFit {
  const plan = design(regressors, intercept);
  const { count } = plan;
  const centre = intercept ? mean(y) : 0;
  const rotated = new Float64Array(y.length);
  check.response({ mean: centre, squares: centreInto(rotated, y, centre) });
  const qr = factorize(columnMajor(plan, check), plan.rows, count);
  refuseCollinear(qr, plan, terms, tolerances);
  applyTransposedQ(qr, rotated);
  let explainedSquares = sumOfSquares(rotated.subarray(intercept ? 1 : 0, count));
  let residualSquares = sumOfSquares(rotated.subarray(count));
  const totalSquares = explainedSquares + residualSquares;
  let solution: Solution = { coefficients: solveR(qr, rotated), rests: new Float64Array(count) };
  let residuals = () => residualsOf(plan, y, centre, solution.coefficients);
  const close = residualSquares < CLOSE_FIT_SHARE * totalSquares;
  if (explainedSquares > 0 && (close || leastIndependence(qr, intercept) < ILL_CONDITIONED)) {
    const refined = refine(qr, plan, y, centre, { ...solution, residuals: residuals() });
    solution = refined;
    residuals = () => refined.residuals;
    residualSquares = sumOfSquares(refined.residuals);
    explainedSquares = Math.max(0, totalSquares - residualSquares);
  }
  return {
    response: y,
    responseCentre: centre,
    estimates: original(solution, plan, centre),
    unitErrors: unitErrors(qr, plan),
    residualSquares,
    totalSquares,
    explainedSquares,
    residuals,
    weights: () => Array.from({ length: count }, (_, j) => spread(qr, solveTransposedR(qr, direction(plan, j)))),
    leverages: () => leverages(qr),
    predictorOf: (t) => predictor(plan, t),
  };
}

/** What the coefficients of the centred problem leave. */
function residualsOf(plan: Design, y: Float64Array, centre: number, coefficients: Float64Array): Float64Array {
  const { intercept, regressors, centres } = plan;
  const offset = centre + (intercept ? coefficients[0] : 0);
  const slopes = intercept ? coefficients.subarray(1) : coefficients;
  const residuals = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) residuals[i] = y[i] - offset;
  for (let j = 0; j < regressors.length; j++) {
    const column = regressors[j];
    const slope = slopes[j];
    const middle = centres[j];
    for (let i = 0; i < y.length; i++) residuals[i] -= slope * (column[i] - middle);
  }
  return residuals;
}

/** From the coefficients of the centred problem to those of the one that was asked. */
function original({ coefficients, rests }: Solution, { intercept, centres }: Design, centre: number): Float64Array {
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

/** √ of the diagonal of (XᵀX)⁻¹ = R⁻¹R⁻ᵀ, each the length of R⁻ᵀ times the coefficient's direction. */
function unitErrors(qr: HouseholderQr, plan: Design): Float64Array {
  return Float64Array.from({ length: qr.count }, (_, j) => Math.hypot(...solveTransposedR(qr, direction(plan, j))));
}

/** Which combination of the centred problem's coefficients is coefficient j: itself; for the intercept (1, −centres). */
function direction({ intercept, centres, count }: Design, j: number): Float64Array {
  const combination = new Float64Array(count);
  combination[j] = 1;
  if (intercept && j === 0) for (let i = 0; i < centres.length; i++) combination[i + 1] = -centres[i];
  return combination;
}

/** Q·(top, 0, …, 0): what a coefficient, or a fitted value, takes of each observation. */
function spread(qr: HouseholderQr, top: Float64Array): Float64Array {
  const column = new Float64Array(qr.rows);
  column.set(top);
  applyQ(qr, column);
  return column;
}

/** The squared length of each row of the thin Q. */
function leverages(qr: HouseholderQr): Float64Array {
  const total = new Float64Array(qr.rows);
  for (let j = 0; j < qr.count; j++) {
    const unit = new Float64Array(qr.count);
    unit[j] = 1;
    const column = spread(qr, unit);
    for (let t = 0; t < qr.rows; t++) total[t] += column[t] * column[t];
  }
  return total;
}

/** Q·R⁻ᵀ·(row t), of the design of the other rows. */
function predictor({ regressors, intercept }: Design, t: number): Float64Array | null {
  const others = design(
    regressors.map((column) => column.filter((_, s) => s !== t)),
    intercept,
  );
  if (others.rows < others.count) return null;
  const qr = factorize(columnMajor(others), others.rows, others.count);
  if (leastIndependence(qr, intercept) < COLLINEARITY_TOLERANCE) return null;
  const row = regressors.map((column, j) => column[t] - others.centres[j]);
  return spread(qr, solveTransposedR(qr, Float64Array.from(intercept ? [1, ...row] : row)));
}

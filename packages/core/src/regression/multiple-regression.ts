import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { mean } from "../arithmetic/mean.ts";
import { COLLINEARITY_TOLERANCE, leastIndependence, refuseCollinear, type Tolerances } from "./collinearity.ts";
import { columnMajor, type Design, design } from "./design-matrix.ts";
import { applyQ, applyTransposedQ, factorize, type HouseholderQr, solveR, solveTransposedR } from "./householder.ts";
import { CLOSE_FIT_SHARE, type LeastSquaresFit, residualSums } from "./least-squares-fit.ts";
import { type Refinable, refine } from "./refinement.ts";

/** The means of the columns, where they are known already. */
export interface Means {
  readonly response: number;
  readonly regressors: readonly number[];
}

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
  means: Means = { response: mean(y), regressors: regressors.map(mean) },
): LeastSquaresFit {
  const plan = design(regressors, intercept, means.regressors);
  const qr = factorize(columnMajor(plan), plan.rows, plan.count);
  refuseCollinear(qr, plan, terms, tolerances);
  return fitWith(qr, plan, y, intercept ? means.response : 0);
}

/** The same for a design that is factorised already: one factorisation serves many responses. */
export function fitWith(qr: HouseholderQr, plan: Design, y: Float64Array, centre: number): LeastSquaresFit {
  const { intercept, count } = plan;
  const rotated = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) rotated[i] = y[i] - centre;
  applyTransposedQ(qr, rotated);
  let explainedSquares = sumOfSquares(rotated.subarray(intercept ? 1 : 0, count));
  const totalSquares = explainedSquares + sumOfSquares(rotated.subarray(count));
  let solution = solved(qr, plan, y, centre, rotated);
  let sums = residualSums(solution.residuals);
  const close = sums.residualSquares < CLOSE_FIT_SHARE * totalSquares;
  if (explainedSquares > 0 && (close || leastIndependence(qr, intercept) < ILL_CONDITIONED)) {
    solution = refine(qr, plan, y, centre, solution);
    sums = residualSums(solution.residuals);
    explainedSquares = Math.max(0, totalSquares - sums.residualSquares);
  }
  const { residuals } = solution;
  return {
    response: y,
    estimates: original(solution, plan, centre),
    unitErrors: unitErrors(qr, plan),
    ...sums,
    totalSquares,
    explainedSquares,
    residuals: () => residuals,
    weights: () => Array.from({ length: count }, (_, j) => spread(qr, solveTransposedR(qr, direction(plan, j)))),
    leverages: () => leverages(qr),
    predictorOf: (t) => predictor(plan, t),
  };
}

/** Coefficients from Qᵀy, and the residuals that they leave. */
function solved(qr: HouseholderQr, plan: Design, y: Float64Array, centre: number, rotated: Float64Array): Refinable {
  const coefficients = solveR(qr, rotated);
  const { intercept, regressors, centres } = plan;
  const offset = centre + (intercept ? coefficients[0] : 0);
  const slopes = intercept ? coefficients.subarray(1) : coefficients;
  // The space of Qᵀy serves again.
  for (let i = 0; i < y.length; i++) rotated[i] = y[i] - offset;
  for (let j = 0; j < regressors.length; j++) {
    const column = regressors[j];
    const slope = slopes[j];
    const middle = centres[j];
    for (let i = 0; i < y.length; i++) rotated[i] -= slope * (column[i] - middle);
  }
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

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}

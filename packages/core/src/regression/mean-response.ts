import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { AnalysisError } from "../errors.ts";
import { coefficientCovariance } from "./covariance.ts";
import { Regression } from "./fitted-regression.ts";
import { applyQ, factorize, type HouseholderQr } from "./householder.ts";
import { criticalT } from "./inference.ts";

/** The fitted mean at some points, and how sure it is: one entry a point, in the unit of the response. */
export interface MeanResponse {
  /** alpha + Σ betaⱼ · xⱼ; without an intercept alpha is 0. */
  readonly estimates: Float64Array;
  /** The bounds of the mean's confidence interval at each point alone; they do not hold for all points at once. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The fitted mean of the response where the regressors take the values x of each point, and its confidence bounds: the
 * mean ± t · √(aᵀVa), a = (1, x), V the covariance of the coefficients under the regression's own estimator, t Student's
 * with n − k degrees of freedom at the regression's confidence. At x = 0 that is alpha with its bounds. The bounds are
 * those of the line, not of a new observation, whose residual varies beside them.
 *
 * `points` has one column a regressor, in their order, all of one length.
 *
 * aᵀVa is not taken from V, where benchmarks far from 0 would leave it no digit (V has the error of the line at 0), but
 * from the weights that the observations have in the mean at x, in an orthonormal basis: the width of the bounds loses
 * as many digits as the mean of a benchmark has over its deviation, and no variance can come out negative. Where the fit
 * is exact the bounds are the mean.
 *
 * Source: N. Draper, H. Smith, "Applied Regression Analysis" (3rd ed. 1998), section 3.1.
 *
 * @throws AnalysisError `BAD_INPUT`: not one column a regressor, columns of different lengths, a value that is not
 * finite or beyond 1e100 in size, or a result that leaves the range of doubles.
 */
export function meanResponse(regression: Regression, points: readonly Float64Array[]): MeanResponse {
  checkPoints(regression, points);
  const count = points[0].length;
  const error = errorOf(regression);
  const critical = criticalT(regression.confidence, regression.degreesOfFreedom);
  const estimates = new Float64Array(count);
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = points.map((column) => column[i]);
    const estimate = heightAt(regression, x);
    const reach = critical * error(x);
    estimates[i] = estimate;
    lower[i] = estimate - reach;
    upper[i] = estimate + reach;
    if (Number.isFinite(lower[i]) && Number.isFinite(upper[i])) continue;
    throw new AnalysisError(
      "BAD_INPUT",
      `the mean at ${x.join(", ")} leaves the range of doubles: rescale the series`,
      {
        point: i,
      },
    );
  }
  return { estimates, lower, upper };
}

/** A regression names its intercept so. */
const hasAlpha = ({ coefficients }: Regression) => coefficients[0].term === "alpha";

/** alpha + Σ beta · x in twice the working precision: far from 0 alpha and the rest nearly cancel. */
function heightAt(regression: Regression, x: readonly number[]): number {
  const estimates = regression.coefficients.map(({ estimate }) => estimate);
  const [alpha, betas] = hasAlpha(regression) ? [estimates[0], estimates.slice(1)] : [0, estimates];
  let high = alpha;
  let rest = 0;
  betas.forEach((beta, j) => {
    const part = beta * x[j];
    rest += sumError(high, part) + productError(beta, x[j]);
    high += part;
  });
  return high + rest + 0; // + 0: no negative zero
}

/**
 * The standard error of the mean at a point. With W the weights of the coefficients, one column each, the mean weighs
 * the observations by W·a. W = Q·R, so its variance is that of Q's columns, each taken for a coefficient, along R·a.
 */
function errorOf(regression: Regression): (x: readonly number[]) => number {
  const { fit } = regression;
  if (regression.residualStandardError === 0) return () => 0;
  // The intercept's weights go last: what the slopes leave of them, 1/n each, is then all of its own direction.
  const [first, ...others] = fit.weights();
  const weights = hasAlpha(regression) ? [...others, first] : [first, ...others];
  const qr = factorize(columnMajor(weights), fit.response.length, weights.length);
  const basis = { ...fit, weights: () => weights.map((_, j) => unitColumn(qr, j)) };
  const covariance = coefficientCovariance(new Regression(regression, basis, false, regression));
  return (x) => {
    const along = timesR(qr, hasAlpha(regression) ? [...x, 1] : x);
    // By the size of the largest, so that no square leaves the range of doubles.
    const size = Math.max(...along.map(Math.abs));
    if (size === 0) return 0;
    const shares = along.map((value) => value / size);
    return size * Math.sqrt(Math.max(0, quadratic(covariance, shares)));
  };
}

function columnMajor(columns: readonly Float64Array[]): Float64Array {
  const matrix = new Float64Array(columns.length * columns[0].length);
  columns.forEach((column, j) => {
    matrix.set(column, j * column.length);
  });
  return matrix;
}

function unitColumn(qr: HouseholderQr, j: number): Float64Array {
  const column = new Float64Array(qr.rows);
  column[j] = 1;
  applyQ(qr, column);
  return column;
}

function timesR({ columns, diagonal }: HouseholderQr, vector: readonly number[]): number[] {
  return vector.map((value, i) => {
    let sum = diagonal[i] * value;
    for (let j = i + 1; j < vector.length; j++) sum += columns[j][i] * vector[j];
    return sum;
  });
}

function quadratic(matrix: Float64Array, vector: readonly number[]): number {
  const k = vector.length;
  return vector.reduce(
    (sum, value, i) => sum + value * vector.reduce((row, other, j) => row + matrix[i * k + j] * other, 0),
    0,
  );
}

const LARGEST = 1e100;

function checkPoints(regression: Regression, points: readonly Float64Array[]): void {
  const regressors = regression.coefficients.length - (hasAlpha(regression) ? 1 : 0);
  if (points.length !== regressors) {
    throw new AnalysisError(
      "BAD_INPUT",
      `points need one column a regressor, got ${points.length} columns for ${regressors} regressors`,
      { columns: points.length, regressors },
    );
  }
  points.forEach((column, j) => {
    if (column.length !== points[0].length) {
      throw new AnalysisError(
        "BAD_INPUT",
        `points need columns of one length, got ${points[0].length} values in column 0 and ${column.length} in column ${j}`,
        { column: j, lengths: points.map(({ length }) => length) },
      );
    }
    const point = column.findIndex((value) => !(Math.abs(value) <= LARGEST));
    if (point < 0) return;
    throw new AnalysisError(
      "BAD_INPUT",
      `points must be finite numbers of at most ${LARGEST} in size, got ${column[point]} at point ${point} of column ${j}`,
      { column: j, point, value: String(column[point]) },
    );
  });
}

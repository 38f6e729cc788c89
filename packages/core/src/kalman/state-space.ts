import { AnalysisError } from "../errors.ts";
import { COLLINEARITY_TOLERANCE } from "../regression/collinearity.ts";
import { type RegressionOptions, regress } from "../regression/regression.ts";
import { emptyTriangle, rotateIn } from "./triangle.ts";

/** What the Kalman functions take over from {@link regress}: names for messages, and what counts as nothing. */
export type KalmanOptions = Pick<RegressionOptions, "terms" | "rounding" | "collinearityTolerance">;

/**
 * A checked regression with moving coefficients, in units in which responses and regressors are about 1.
 *
 * Every scale is a power of two, so that scaling rounds nothing, and a scale that was found with the whole sample
 * carries nothing of it into the past.
 */
export interface StateSpace {
  /** n. */
  readonly periods: number;
  /** The number of coefficients k, alpha first. */
  readonly states: number;
  /** What each coefficient is multiplied by, a column each: ones, then the regressors over their scales. */
  readonly design: readonly Float64Array[];
  /** The responses over `responseScale`. */
  readonly response: Float64Array;
  /** What ordinary least squares leaves of `response`, accurate even where it leaves little. */
  readonly residuals: Float64Array;
  /** The coefficients of ordinary least squares, scaled. */
  readonly constants: Float64Array;
  readonly responseScale: number;
  /** 1 for alpha, then the scale of each regressor: coefficient = scaled coefficient · responseScale / scale. */
  readonly scales: Float64Array;
  /** Constant coefficients fit the response exactly. */
  readonly exact: boolean;
  /** The first period at the end of which the responses so far determine every coefficient. */
  readonly resolved: number;
}

/**
 * Checks and scales.
 *
 * @throws AnalysisError as {@link regress}.
 */
export function stateSpace(
  response: Float64Array,
  regressors: readonly Float64Array[],
  options: KalmanOptions,
): StateSpace {
  const fit = regress(response, regressors, ownOptions(options));
  const exact = fit.residualStandardError === 0;
  const responseScale = powerOfTwoNear(exact ? medianSize(response) : fit.residualStandardError);
  const scales = Float64Array.of(1, ...regressors.map((column) => powerOfTwoNear(medianSize(column))));
  const scaled = (values: Float64Array, scale: number) => values.map((value) => value / scale);
  return {
    periods: response.length,
    states: scales.length,
    design: [new Float64Array(response.length).fill(1), ...regressors.map((x, j) => scaled(x, scales[j + 1]))],
    response: scaled(response, responseScale),
    residuals: scaled(fit.residuals, responseScale),
    constants: Float64Array.from(fit.coefficients, ({ estimate }, j) => (estimate / responseScale) * scales[j]),
    responseScale,
    scales,
    exact,
    resolved: resolvedPeriod(regressors, options.terms),
  };
}

/** The options without others that a caller's object may hold: a regression without an alpha is not this one. */
function ownOptions({ terms, rounding, collinearityTolerance }: KalmanOptions): KalmanOptions {
  return {
    ...(terms && { terms }),
    ...(rounding && { rounding }),
    ...(collinearityTolerance !== undefined && { collinearityTolerance }),
  };
}

/** The median size of the values that are not 0, so that one outlier does not set the scale; 1 when all are 0. */
function medianSize(values: Float64Array): number {
  const sizes = values.map(Math.abs).sort();
  const first = sizes.findIndex((size) => size > 0);
  return first < 0 ? 1 : sizes[(first + sizes.length) >> 1];
}

function powerOfTwoNear(size: number): number {
  return 2 ** Math.round(Math.log2(size));
}

/** The first period by which the regressors' differences from their first values have full rank. */
function resolvedPeriod(regressors: readonly Float64Array[], terms: readonly string[] | undefined): number {
  const count = regressors.length;
  const triangle = emptyTriangle(count);
  const moved = new Float64Array(count); // sums of squares, as are the sizes
  const sizes = Float64Array.from(regressors, ([first]) => first * first);
  const row = new Float64Array(count);
  for (let t = 1; t < regressors[0].length; t++) {
    regressors.forEach((column, j) => {
      row[j] = column[t] - column[0];
      moved[j] += row[j] * row[j];
      sizes[j] += column[t] * column[t];
    });
    rotateIn(triangle, row, 0);
    const full = moved.every((squares, j) => {
      const floor = Math.max(COLLINEARITY_TOLERANCE * Math.sqrt(squares), 2 ** -50 * Math.sqrt(sizes[j]));
      return Math.abs(triangle.root[j * count + j]) > floor;
    });
    if (full) return t;
  }
  throw new AnalysisError("SINGULAR_BENCHMARKS", "the regressors differ from a combination by rounding alone", {
    terms: terms ?? regressors.map((_, j) => `x${j + 1}`),
  });
}

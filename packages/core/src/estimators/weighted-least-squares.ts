import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { COLLINEARITY_TOLERANCE, refuseCollinear } from "../regression/collinearity.ts";
import {
  applyQ,
  applyTransposedQ,
  factorize,
  type HouseholderQr,
  solveR,
  solveTransposedR,
} from "../regression/householder.ts";
import type { EstimatorOptions } from "./beta-estimate.ts";

/** A line or plane that was fitted by weighted least squares, with an intercept. */
export interface WeightedFit {
  /** One a regressor. */
  readonly slopes: Float64Array;
  /** response − intercept − Σ slope · regressor, not weighted. */
  readonly residuals: Float64Array;
  /** Of the centred columns times the roots of the weights; the intercept's comes first. */
  readonly qr: HouseholderQr;
  readonly rootWeights: Float64Array;
}

/**
 * Minimises Σ weight · residual². Weights are not negative and about 1 in size; more than k of them are positive.
 *
 * Householder QR of the columns less their weighted means times √weight, and one solve more on the residuals, which are
 * taken in twice the working precision, so that the standard errors of close fits keep their digits.
 *
 * @throws AnalysisError `SINGULAR_BENCHMARKS` when a regressor does not vary, or repeats others, where there is weight.
 */
export function fitWeighted(
  response: Float64Array,
  regressors: readonly Float64Array[],
  weights: Float64Array,
  options: EstimatorOptions = {},
): WeightedFit {
  const rootWeights = weights.map(Math.sqrt);
  const centres = Float64Array.from(regressors, (column) => weightedMean(column, weights));
  const qr = factorized(regressors, centres, rootWeights, options);
  const centre = weightedMean(response, weights);
  const first = solved(
    qr,
    response.map((value) => value - centre),
    rootWeights,
  );
  const residuals = compensatedResiduals(response, regressors, centre, centres, first);
  const rest = solved(qr, residuals, rootWeights);
  for (let t = 0; t < residuals.length; t++) {
    residuals[t] -= rest[0];
    for (let j = 0; j < regressors.length; j++) residuals[t] -= rest[j + 1] * (regressors[j][t] - centres[j]);
  }
  // + 0: no negative zero
  return { slopes: first.map((value, j) => value + rest[j] + 0).subarray(1), residuals, qr, rootWeights };
}

/** How each slope is made up: slopeⱼ = Σ column[t] · response[t], the rows of (XᵀWX)⁻¹XᵀW that belong to regressors. */
export function slopeWeights({ qr, rootWeights }: WeightedFit): Float64Array[] {
  return Array.from({ length: qr.count - 1 }, (_, j) => {
    const direction = new Float64Array(qr.count);
    direction[j + 1] = 1;
    const column = new Float64Array(qr.rows);
    column.set(solveTransposedR(qr, direction));
    applyQ(qr, column);
    return column.map((value, t) => value * rootWeights[t]);
  });
}

/** The diagonal of √W X(XᵀWX)⁻¹Xᵀ√W: the leverage of each weighted observation, k in sum. */
export function weightedLeverages({ qr }: WeightedFit): Float64Array {
  const leverages = new Float64Array(qr.rows);
  for (let j = 0; j < qr.count; j++) {
    const column = new Float64Array(qr.rows);
    column[j] = 1;
    applyQ(qr, column);
    for (let t = 0; t < qr.rows; t++) leverages[t] += column[t] * column[t];
  }
  return leverages;
}

/** How large residuals can be that are nothing but rounding, by the rule of `regress`, of responses of a size. */
export function residualRounding(
  size: number,
  slopes: Float64Array,
  rounding: EstimatorOptions["rounding"] = { response: 0, regressors: 0 },
): number {
  const gross = slopes.reduce((sum, slope) => sum + Math.abs(slope), 0);
  return Math.max(2 ** -53 * size, rounding.response + gross * rounding.regressors);
}

/** Around the first value with weight, so that equal values have exactly themselves as their mean. */
function weightedMean(values: Float64Array, weights: Float64Array): number {
  const shift =
    values[
      Math.max(
        0,
        weights.findIndex((weight) => weight > 0),
      )
    ];
  let sum = 0;
  let total = 0;
  for (let t = 0; t < values.length; t++) {
    sum += weights[t] * (values[t] - shift);
    total += weights[t];
  }
  return shift + sum / total;
}

function factorized(
  regressors: readonly Float64Array[],
  centres: Float64Array,
  rootWeights: Float64Array,
  options: EstimatorOptions,
): HouseholderQr {
  const rows = rootWeights.length;
  const count = regressors.length + 1;
  const matrix = new Float64Array(rows * count);
  matrix.set(rootWeights);
  regressors.forEach((column, j) => {
    for (let t = 0; t < rows; t++) matrix[(j + 1) * rows + t] = rootWeights[t] * (column[t] - centres[j]);
  });
  const qr = factorize(matrix, rows, count);
  const scaled = regressors.map((column) => column.map((value, t) => value * rootWeights[t]));
  refuseCollinear(
    qr,
    { intercept: true, regressors: scaled, centres, rows, count },
    options.terms ?? regressors.map((_, j) => `x${j + 1}`),
    {
      collinearity: options.collinearityTolerance ?? COLLINEARITY_TOLERANCE,
      rounding: options.rounding?.regressors ?? 0,
    },
  );
  return qr;
}

function solved(qr: HouseholderQr, response: Float64Array, rootWeights: Float64Array): Float64Array {
  const rotated = response.map((value, t) => value * rootWeights[t]);
  applyTransposedQ(qr, rotated);
  return solveR(qr, rotated);
}

/** (y − centre) − offset − Σ slope · (x − its centre), from exact differences and products, rounded once. */
function compensatedResiduals(
  response: Float64Array,
  regressors: readonly Float64Array[],
  centre: number,
  centres: Float64Array,
  [offset, ...slopes]: Float64Array,
): Float64Array {
  return response.map((value, t) => {
    let high = value - centre;
    let rest = sumError(value, -centre) + sumError(high, -offset);
    high -= offset;
    for (let j = 0; j < slopes.length; j++) {
      const x = regressors[j][t];
      const deviation = x - centres[j];
      const product = -slopes[j] * deviation;
      rest += sumError(high, product) + productError(-slopes[j], deviation) - slopes[j] * sumError(x, -centres[j]);
      high += product;
    }
    return high + rest;
  });
}

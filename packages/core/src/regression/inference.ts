import { largestSize, valueRange } from "../arithmetic/value-range.ts";
import { fUpperTail } from "../distributions/f-distribution.ts";
import { studentTQuantile, studentTTwoSidedP } from "../distributions/student-t.ts";
import { AnalysisError } from "../errors.ts";
import { sizeBound } from "./column-check.ts";
import { sandwich } from "./covariance.ts";
import type { CovarianceChoice } from "./covariance-choice.ts";
import { type Coefficient, Regression, type Statistics, type UndefinedQuantity } from "./fitted-regression.ts";
import type { LeastSquaresFit } from "./least-squares-fit.ts";
import { waldStatistic } from "./wald.ts";

/** What inference needs to know beside the fit. */
export interface InferenceContext {
  readonly terms: readonly string[];
  readonly intercept: boolean;
  readonly confidence: number;
  readonly covariance: CovarianceChoice;
  /** How far the values may be off. */
  readonly rounding: { readonly response: number; readonly regressors: number };
}

const NO_VARIATION = "the returns do not vary, so there is nothing to explain";
const NO_ERROR = "its standard error is 0 under this covariance estimator";
const SINGULAR_COVARIANCE = "the estimated covariance of the betas is singular: too few observations for it";
const EXACT_FIT = "the fit is exact: its residuals are no larger than the rounding of the returns";

/**
 * Inference on a least-squares fit: the table of coefficients and the statistics of the whole.
 *
 * A fit counts as exact when its residuals are, root mean square, within half a unit in the last place of the largest
 * response, or within the rounding that the caller names: nothing can be learned from them. They are then reported as
 * 0, and what divides by them as undefined.
 *
 * @throws AnalysisError `BAD_INPUT` when a result would leave the range of doubles, or the covariance is not defined.
 */
export function withInference(fit: LeastSquaresFit, context: InferenceContext): Regression {
  const { terms, confidence, covariance } = context;
  const n = fit.response.length;
  const degreesOfFreedom = n - fit.estimates.length;
  const exact = isExact(fit, context);
  const residualStandardError = exact ? 0 : Math.sqrt(fit.residualSquares / degreesOfFreedom);
  const matrix = exact || covariance.estimator === "CLASSICAL" ? undefined : sandwich(fit, covariance);
  const critical = criticalT(confidence, degreesOfFreedom);
  const coefficients = terms.map((term, j) => {
    const standardError =
      matrix === undefined ? fit.unitErrors[j] * residualStandardError : Math.sqrt(matrix[j * (terms.length + 1)]);
    return coefficient(term, fit.estimates[j], standardError, critical, degreesOfFreedom);
  });
  refuseOutOfRange(coefficients);
  const table = { coefficients, observations: n, degreesOfFreedom, confidence, covariance, residualStandardError };
  return new Regression(table, fit, exact, statistics(fit, context, exact, coefficients, matrix));
}

let lastCritical = { confidence: Number.NaN, degreesOfFreedom: 0, t: 0 };

/** The t that a confidence interval reaches to. The last one is kept: a hedge and its verification share it. */
export function criticalT(confidence: number, degreesOfFreedom: number): number {
  if (lastCritical.confidence !== confidence || lastCritical.degreesOfFreedom !== degreesOfFreedom) {
    // From the lower tail: for a confidence near 1 the upper probability would round to 1.
    const t = -studentTQuantile((1 - confidence) / 2, degreesOfFreedom);
    lastCritical = { confidence, degreesOfFreedom, t };
  }
  return lastCritical.t;
}

function isExact(fit: LeastSquaresFit, context: InferenceContext): boolean {
  const size = Math.sqrt(fit.residualSquares / fit.response.length);
  const bound = sizeBound({ mean: fit.responseCentre, squares: fit.totalSquares });
  // The bound spares most fits the search for the largest response.
  return (
    size <= residualRounding(fit, context, bound) &&
    size <= residualRounding(fit, context, largestSize(valueRange(fit.response)))
  );
}

/** How large residuals can be that are nothing but rounding: of the response, and of each regressor times its slope. */
function residualRounding(
  { estimates }: LeastSquaresFit,
  { intercept, rounding }: InferenceContext,
  largestResponse: number,
): number {
  let gross = 0;
  for (let j = intercept ? 1 : 0; j < estimates.length; j++) gross += Math.abs(estimates[j]);
  return Math.max(2 ** -53 * largestResponse, rounding.response + gross * rounding.regressors);
}

/** Whether the response differs from its mean by no more than its rounding. */
function isConstant({ response, responseCentre, totalSquares }: LeastSquaresFit, rounding: number): boolean {
  const largest = sizeBound({ mean: responseCentre, squares: totalSquares });
  if (2 * Math.sqrt(totalSquares / response.length) > Math.max(8 * rounding, 2 ** -50 * largest)) return false;
  const range = valueRange(response);
  // The rule on constant regressors: a few units in the last place are the rounding of a constant.
  return range.high - range.low <= Math.max(4 * rounding, 2 ** -51 * largestSize(range));
}

function coefficient(term: string, estimate: number, standardError: number, critical: number, df: number): Coefficient {
  const tStatistic = standardError > 0 ? estimate / standardError : null;
  return {
    term,
    estimate,
    standardError,
    tStatistic,
    pValue: tStatistic === null ? null : studentTTwoSidedP(tStatistic, df),
    lower: estimate - critical * standardError,
    upper: estimate + critical * standardError,
  };
}

function statistics(
  fit: LeastSquaresFit,
  { intercept, rounding }: InferenceContext,
  exact: boolean,
  coefficients: readonly Coefficient[],
  matrix: Float64Array | undefined,
): Statistics {
  const noVariation = fit.totalSquares === 0 || (intercept && isConstant(fit, rounding.response));
  const n = fit.response.length;
  const k = fit.estimates.length;
  const share = exact ? 0 : fit.residualSquares / fit.totalSquares;
  const explained = noVariation ? null : Math.max(0, share < 0.5 ? 1 - share : fit.explainedSquares / fit.totalSquares);
  const slopes = intercept ? k - 1 : k;
  const fStatistic = explained === null || exact ? null : fOf(explained / share, fit.estimates, slopes, n - k, matrix);
  const logLikelihood = exact ? null : logLikelihoodOf(fit.residualSquares, n);
  return {
    rSquared: explained,
    // 1 − (1 − R²)(n − 1)/(n − k), or n/(n − k) without an intercept, written so that nothing cancels near 0.
    adjustedRSquared: explained === null ? null : explained - (share * slopes) / (n - k),
    fStatistic,
    fPValue: fStatistic === null ? null : fUpperTail(fStatistic, slopes, n - k),
    logLikelihood,
    aic: logLikelihood === null ? null : 2 * k - 2 * logLikelihood,
    bic: logLikelihood === null ? null : k * Math.log(n) - 2 * logLikelihood,
    undefinedQuantities: undefinedQuantities(noVariation, exact, coefficients, fStatistic),
  };
}

/** By the explained over the unexplained share; with a robust covariance Wald's statistic over the number of betas. */
function fOf(
  odds: number,
  estimates: Float64Array,
  slopes: number,
  degreesOfFreedom: number,
  matrix: Float64Array | undefined,
): number | null {
  if (matrix === undefined) return (odds / slopes) * degreesOfFreedom;
  const wald = waldStatistic(estimates, matrix, estimates.length - slopes);
  return wald === null ? null : wald / slopes;
}

function undefinedQuantities(
  noVariation: boolean,
  exact: boolean,
  coefficients: readonly Coefficient[],
  fStatistic: number | null,
): UndefinedQuantity[] {
  const found = (reason: string, ...quantities: string[]) => quantities.map((quantity) => ({ quantity, reason }));
  const f = ["fStatistic", "fPValue"];
  return [
    ...(noVariation ? found(NO_VARIATION, "rSquared", "adjustedRSquared") : []),
    ...(exact ? found(EXACT_FIT, "tStatistic", "pValue", ...f, "logLikelihood", "aic", "bic", "durbinWatson") : []),
    ...(!exact && noVariation ? found(NO_VARIATION, ...f) : []),
    ...(!exact && coefficients.some(({ tStatistic }) => tStatistic === null)
      ? found(NO_ERROR, "tStatistic", "pValue")
      : []),
    ...(!exact && !noVariation && fStatistic === null ? found(SINGULAR_COVARIANCE, ...f) : []),
  ];
}

function logLikelihoodOf(residualSquares: number, n: number): number {
  return (-n / 2) * (Math.log(2 * Math.PI) + Math.log(residualSquares / n) + 1);
}

function refuseOutOfRange(coefficients: readonly Coefficient[]): void {
  for (const { term, estimate, lower, upper } of coefficients) {
    if (Number.isFinite(lower) && Number.isFinite(upper) && Number.isFinite(estimate)) continue;
    throw new AnalysisError("BAD_INPUT", `the coefficient of ${term} leaves the range of doubles: rescale the series`, {
      term,
    });
  }
}

import { largestSize, valueRange } from "../arithmetic/value-range.ts";
import { fUpperTail } from "../distributions/f-distribution.ts";
import { studentTQuantile, studentTTwoSidedP } from "../distributions/student-t.ts";
import { AnalysisError } from "../errors.ts";
import { sizeBound } from "./column-check.ts";
import { type CovarianceChoice, sandwich } from "./covariance.ts";
import type { LeastSquaresFit } from "./least-squares-fit.ts";
import { waldStatistic } from "./wald.ts";

/** One line of a regression's table. `tStatistic` and `pValue` (two-sided, of the estimate being 0) may be undefined. */
export interface Coefficient {
  /** `alpha` for the intercept, otherwise the regressor's name. */
  readonly term: string;
  /** Alpha: a decimal a period. A beta: a plain number. */
  readonly estimate: number;
  readonly standardError: number;
  readonly tStatistic: number | null;
  readonly pValue: number | null;
  /** The bounds of the confidence interval. */
  readonly lower: number;
  readonly upper: number;
}

/** A quantity that is `null` in a result, and why it is not defined there. */
export interface UndefinedQuantity {
  readonly quantity: string;
  readonly reason: string;
}

/**
 * A regression and its inference. n observations, k coefficients counting the intercept, SSR the sum of squared
 * residuals, SST that of the response about its mean (about 0 without an intercept).
 */
export interface Regression {
  /** Alpha first when there is an intercept, then one a regressor. */
  readonly coefficients: readonly Coefficient[];
  readonly observations: number;
  /** n − k. */
  readonly degreesOfFreedom: number;
  readonly confidence: number;
  /** What standard errors, t, p, bounds and F rest on. The other statistics do not depend on it. */
  readonly covariance: CovarianceChoice;
  /** 1 − SSR/SST; null when the response does not vary. */
  readonly rSquared: number | null;
  /** 1 − (1 − R²)(n − 1)/(n − k); without an intercept (n − 0)/(n − k). */
  readonly adjustedRSquared: number | null;
  /** √(SSR/(n − k)), a decimal a period. */
  readonly residualStandardError: number;
  /** Of all betas being 0; with a robust covariance Wald's, over the number of betas. */
  readonly fStatistic: number | null;
  readonly fPValue: number | null;
  /** Of normal residuals: −n/2 · (ln 2π + ln(SSR/n) + 1). */
  readonly logLikelihood: number | null;
  /** 2k − 2 logLikelihood (Akaike). */
  readonly aic: number | null;
  /** k ln n − 2 logLikelihood (Schwarz). */
  readonly bic: number | null;
  /**
   * Σ(eₜ − eₜ₋₁)²/SSR: near 2 without first-order autocorrelation (Durbin and Watson, Biometrika 37, 1950). Computed
   * when read.
   */
  readonly durbinWatson: number | null;
  /** Computed when first read. */
  readonly residuals: Float64Array;
  /** What was solved. Where the residuals are only rounding it still has them, and `residuals` is 0. */
  readonly fit: LeastSquaresFit;
  /** Each quantity that is null above, and why. */
  readonly undefinedQuantities: readonly UndefinedQuantity[];
}

/** What inference needs to know beside the fit. */
export interface InferenceContext {
  readonly terms: readonly string[];
  readonly intercept: boolean;
  readonly confidence: number;
  readonly covariance: CovarianceChoice;
  /** How far the values may be off. */
  readonly rounding: { readonly response: number; readonly regressors: number };
}

type Statistics = Pick<
  Regression,
  "rSquared" | "adjustedRSquared" | "fStatistic" | "fPValue" | "logLikelihood" | "aic" | "bic" | "undefinedQuantities"
>;

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
  let residuals: Float64Array | undefined;
  const residualsOnce = () => {
    residuals ??= exact ? new Float64Array(n) : fit.residuals();
    return residuals;
  };
  return {
    coefficients,
    observations: n,
    degreesOfFreedom,
    confidence,
    covariance,
    residualStandardError,
    get residuals() {
      return residualsOnce();
    },
    get durbinWatson() {
      return exact ? null : durbinWatson(residualsOnce(), fit.residualSquares);
    },
    fit,
    ...statistics(fit, context, exact, coefficients, matrix),
  };
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
  const slopes = intercept ? estimates.subarray(1) : estimates;
  const gross = slopes.reduce((sum, slope) => sum + Math.abs(slope), 0);
  return Math.max(2 ** -53 * largestResponse, rounding.response + gross * rounding.regressors);
}

/** Whether the response differs from its mean by no more than its rounding. */
function isConstant({ response, totalSquares }: LeastSquaresFit, rounding: number): boolean {
  if (2 * Math.sqrt(totalSquares / response.length) > 8 * rounding) return false;
  const { low, high } = valueRange(response);
  return high - low <= 4 * rounding;
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

function durbinWatson(residuals: Float64Array, residualSquares: number): number {
  let sum = 0;
  for (let t = 1; t < residuals.length; t++) {
    const step = residuals[t] - residuals[t - 1];
    sum += step * step;
  }
  return sum / residualSquares;
}

function refuseOutOfRange(coefficients: readonly Coefficient[]): void {
  for (const { term, estimate, lower, upper } of coefficients) {
    if (Number.isFinite(lower) && Number.isFinite(upper) && Number.isFinite(estimate)) continue;
    throw new AnalysisError("BAD_INPUT", `the coefficient of ${term} leaves the range of doubles: rescale the series`, {
      term,
    });
  }
}

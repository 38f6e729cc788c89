import { AnalysisError } from "../errors.ts";
import { COLLINEARITY_TOLERANCE, refuseConstant } from "./collinearity.ts";
import { type ColumnCheck, checkedRange, isRegular } from "./column-check.ts";
import { type CovarianceOptions, readCovariance } from "./covariance-choice.ts";
import type { Regression } from "./fitted-regression.ts";
import { withInference } from "./inference.ts";
import { fitPlane } from "./multiple-regression.ts";
import { fitLine } from "./simple-regression.ts";

/** How to regress. */
export interface RegressionOptions extends CovarianceOptions {
  /** Whether to fit an alpha. Without it R² is uncentred. Default true. */
  readonly intercept?: boolean;
  /** The confidence of the coefficients' bounds, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** The regressors' names, for coefficients and messages. Default `x1`, `x2`, ... */
  readonly terms?: readonly string[];
  /**
   * How far each value may be off, absolutely, from how it came about: `RETURN_ROUNDING` for returns taken of prices.
   * Movements below it count as none, so a regressor that only rounds is constant, and a fit that leaves no more is
   * exact. Default 0: the values are what they are.
   */
  readonly rounding?: { readonly response: number; readonly regressors: number };
  /**
   * The share of a regressor that earlier ones must leave of it. The default, 1e-11, answers wherever there is an answer;
   * 1e-7, R's own, refuses benchmarks that are one another but for their last digits.
   */
  readonly collinearityTolerance?: number;
}

const NO_ROUNDING = { response: 0, regressors: 0 };

/**
 * Ordinary least squares with inference: response = alpha + Σ betaⱼ · regressorⱼ + residual.
 *
 * One regressor with an intercept is solved by corrected two-pass moments, everything else by Householder QR of
 * centred columns. Variances use n − k, k counting the intercept; p-values and bounds are Student's t with n − k
 * degrees of freedom. Each statistic is defined at {@link Regression}; conventions are those of statsmodels' OLS.
 *
 * @throws AnalysisError
 * - `BAD_INPUT`: no regressor, unequal lengths, a value that is not finite, a series whose largest value is beyond
 *   1e100 or below 1e-100 (not 0) in size, a confidence outside (0, 1), options that {@link readCovariance} refuses, a
 *   covariance that is not defined, or a result that leaves the range of doubles;
 * - `INSUFFICIENT_DATA`: n ≤ k (`details`: `observations`, `needed`);
 * - `SINGULAR_BENCHMARKS`: a regressor that does not vary or that earlier ones combine to (`details`: `terms`).
 */
export function regress(
  response: Float64Array,
  regressors: readonly Float64Array[],
  options: RegressionOptions = {},
): Regression {
  const { intercept = true, confidence = 0.95, rounding = NO_ROUNDING } = options;
  const terms = options.terms ?? regressors.map((_, j) => `x${j + 1}`);
  checkShape(response, regressors, terms);
  checkConfidence(confidence);
  checkObservations(response.length, regressors.length, intercept);
  const covariance = readCovariance(options, response.length);
  const n = response.length;
  // The fits pass over every value anyway; only a column that is not plainly regular is looked at more closely.
  const check: ColumnCheck = {
    response(spread) {
      if (!isRegular(spread, n, 0)) checkedRange(response, "the response");
    },
    regressor(j, spread) {
      if (isRegular(spread, n, rounding.regressors)) return;
      refuseConstant(checkedRange(regressors[j], terms[j]), terms[j], intercept, rounding.regressors);
    },
  };
  const tolerances = {
    collinearity: options.collinearityTolerance ?? COLLINEARITY_TOLERANCE,
    rounding: rounding.regressors,
  };
  const fit =
    intercept && regressors.length === 1
      ? fitLine(response, regressors[0], check)
      : fitPlane(response, regressors, intercept, terms, tolerances, check);
  return withInference(fit, {
    terms: intercept ? ["alpha", ...terms] : terms,
    intercept,
    confidence,
    covariance,
    rounding,
  });
}

/** Refuses what has not one term and one length for every series. */
export function checkShape(
  response: Float64Array,
  regressors: readonly Float64Array[],
  terms: readonly string[],
): void {
  if (regressors.length === 0) throw new AnalysisError("BAD_INPUT", "a regression needs at least 1 regressor, got 0");
  if (terms.length !== regressors.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a regression needs one term a regressor, got ${terms.length} terms and ${regressors.length} regressors`,
      { terms: terms.length, regressors: regressors.length },
    );
  }
  regressors.forEach(({ length }, j) => {
    if (length === response.length) return;
    throw new AnalysisError(
      "BAD_INPUT",
      `a regression needs series of one length, got ${response.length} of the response and ${length} of ${terms[j]}`,
      { response: response.length, term: terms[j], length },
    );
  });
}

function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new AnalysisError("BAD_INPUT", `a confidence must be between 0 and 1, got ${confidence}`, {
      confidence: String(confidence),
    });
  }
}

function checkObservations(observations: number, benchmarks: number, intercept: boolean): void {
  const needed = benchmarks + (intercept ? 2 : 1);
  if (observations >= needed) return;
  const noun = benchmarks === 1 ? "benchmark" : "benchmarks";
  throw new AnalysisError(
    "INSUFFICIENT_DATA",
    `a regression on ${benchmarks} ${noun} needs at least ${needed} observations, got ${observations}`,
    { observations, needed },
  );
}

import type { CovarianceChoice } from "./covariance-choice.ts";
import type { LeastSquaresFit } from "./least-squares-fit.ts";

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

/** The statistics of the whole. */
export type Statistics = Pick<
  Regression,
  "rSquared" | "adjustedRSquared" | "fStatistic" | "fPValue" | "logLikelihood" | "aic" | "bic" | "undefinedQuantities"
>;

/** The coefficients and what they rest on. */
type Table = Pick<
  Regression,
  "coefficients" | "observations" | "degreesOfFreedom" | "confidence" | "covariance" | "residualStandardError"
>;

/**
 * A regression and its inference. n observations, k coefficients counting the intercept, SSR the sum of squared
 * residuals, SST that of the response about its mean (about 0 without an intercept).
 */
export class Regression {
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
  /** What was solved. Where the residuals are only rounding it still has them, and `residuals` is 0. */
  readonly fit: LeastSquaresFit;
  /** Each quantity that is null above, and why. */
  readonly undefinedQuantities: readonly UndefinedQuantity[];
  readonly #exact: boolean;
  #residuals: Float64Array | undefined;

  constructor(table: Table, fit: LeastSquaresFit, exact: boolean, statistics: Statistics) {
    this.coefficients = table.coefficients;
    this.observations = table.observations;
    this.degreesOfFreedom = table.degreesOfFreedom;
    this.confidence = table.confidence;
    this.covariance = table.covariance;
    this.rSquared = statistics.rSquared;
    this.adjustedRSquared = statistics.adjustedRSquared;
    this.residualStandardError = table.residualStandardError;
    this.fStatistic = statistics.fStatistic;
    this.fPValue = statistics.fPValue;
    this.logLikelihood = statistics.logLikelihood;
    this.aic = statistics.aic;
    this.bic = statistics.bic;
    this.fit = fit;
    this.undefinedQuantities = statistics.undefinedQuantities;
    this.#exact = exact;
  }

  /** Computed when first read. */
  get residuals(): Float64Array {
    this.#residuals ??= this.#exact ? new Float64Array(this.observations) : this.fit.residuals();
    return this.#residuals;
  }

  /**
   * Σ(eₜ − eₜ₋₁)²/SSR: near 2 without first-order autocorrelation (Durbin and Watson, Biometrika 37, 1950). Computed
   * when read.
   */
  get durbinWatson(): number | null {
    return this.#exact ? null : durbinWatson(this.residuals, this.fit.residualSquares);
  }
}

function durbinWatson(residuals: Float64Array, residualSquares: number): number {
  let sum = 0;
  for (let t = 1; t < residuals.length; t++) {
    const step = residuals[t] - residuals[t - 1];
    sum += step * step;
  }
  return sum / residualSquares;
}

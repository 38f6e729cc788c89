import { AnalysisError } from "../errors.ts";
import type { CovarianceOptions } from "../regression/covariance-choice.ts";
import type { UndefinedQuantity } from "../regression/fitted-regression.ts";
import { type RegressionOptions, regress } from "../regression/regression.ts";
import type { BetaEstimate, EstimatorOptions } from "./beta-estimate.ts";

/** How to measure the uncertainty: any covariance estimator of `regress`. */
export interface UpDownOptions extends EstimatorOptions, CovarianceOptions {}

/** A beta for each direction of the benchmark; each that is null has its reason. */
export interface UpDownBeta {
  readonly up: BetaEstimate | null;
  readonly down: BetaEstimate | null;
  readonly undefinedQuantities: readonly UndefinedQuantity[];
}

/**
 * The beta in rising and the beta in falling markets: least squares with an intercept over the periods in which the
 * benchmark's return is above 0, and over those in which it is below. For portfolios that answer differently to both,
 * such as those with options in them. Periods of exactly 0 belong to neither. Excess returns give the split at the
 * risk-free rate.
 *
 * Null, with the reason, where a direction has fewer than 3 periods or the benchmark does not vary in it. Bounds are
 * Student's t with n − 2 degrees of freedom, n the periods of the direction.
 *
 * HAC has no meaning here, since periods that are neighbours in a direction are not in time: HC1 takes its place.
 *
 * Source: V. Bawa, E. Lindenberg, "Capital Market Equilibrium in a Mean-Lower Partial Moment Framework" (Journal of
 * Financial Economics 5, 1977); as a regression: A. Ang, J. Chen, Y. Xing, "Downside Risk" (Review of Financial Studies
 * 19, 2006).
 *
 * @throws AnalysisError as `regress` of all periods.
 */
export function upDownBeta(response: Float64Array, regressor: Float64Array, options: UpDownOptions = {}): UpDownBeta {
  const settings = withoutTime(options);
  regress(response, [regressor], options); // for its checks
  const undefinedQuantities: UndefinedQuantity[] = [];
  const direction = (quantity: string, belongs: (value: number) => boolean) => {
    const chosen = regressor.filter(belongs);
    try {
      return betaOf(
        response.filter((_, t) => belongs(regressor[t])),
        chosen,
        settings,
      );
    } catch (error) {
      if (!isUndefined(error)) throw error;
      undefinedQuantities.push({ quantity, reason: error.message });
      return null;
    }
  };
  const up = direction("up", (value) => value > 0);
  const down = direction("down", (value) => value < 0);
  return { up, down, undefinedQuantities };
}

function betaOf(response: Float64Array, regressor: Float64Array, settings: RegressionOptions): BetaEstimate {
  const { estimate, standardError, lower, upper } = regress(response, [regressor], settings).coefficients[1];
  return { value: estimate, standardError, lower, upper };
}

function withoutTime({ covariance, lags, smallSample, ...rest }: UpDownOptions): RegressionOptions {
  if (covariance === "HAC") return { ...rest, covariance: "HC1" };
  return covariance === undefined ? rest : { ...rest, covariance };
}

/** Whether the direction, rather than the caller's input, is what has no beta. */
function isUndefined(error: unknown): error is AnalysisError {
  if (!(error instanceof AnalysisError)) return false;
  return error.code === "INSUFFICIENT_DATA" || error.code === "SINGULAR_BENCHMARKS";
}

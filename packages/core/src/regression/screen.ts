import { mean } from "../arithmetic/mean.ts";
import type { Regression } from "./fitted-regression.ts";
import { type RegressionOptions, regress } from "./regression.ts";

/** What a screen says of one response. One entry a regressor in `betas` and `standardErrors`, which are classical. */
export interface ScreenedRegression {
  readonly alpha: number;
  readonly alphaStandardError: number;
  readonly betas: readonly number[];
  readonly standardErrors: readonly number[];
  /** Null where the response does not vary. */
  readonly rSquared: number | null;
}

export type ScreenOptions = Pick<RegressionOptions, "terms" | "rounding" | "collinearityTolerance">;

/** What a regular response leaves unexplained, and how far it varies beside its mean and its rounding. */
const REGULAR = { unexplained: 0.05, beside: 1e-6 } as const;

/** Beyond these, squares near the ends of the range of doubles may have lost digits. */
const SMALLEST_SQUARES = 1e-190;

/**
 * Regresses many responses on the same regressors, with an intercept: what depends on the regressors alone is done once.
 * A response costs one pass on one regressor.
 *
 * Each answer is that of `regress`. Where a response is not regular (it hardly varies, the fit is close, a value is not
 * finite) it is made by `regress` itself, so that its care and its errors hold here too.
 *
 * @throws AnalysisError as `regress`: of the regressors at once, of a response by the function that is returned.
 */
export function screener(
  regressors: readonly Float64Array[],
  options: ScreenOptions = {},
): (response: Float64Array) => ScreenedRegression {
  const withCare = (response: Float64Array) => summaryOf(regress(response, regressors, options));
  if (regressors.length !== 1) return withCare;
  const line = lineScreener(regressors[0], options);
  return (response) => line(response) ?? withCare(response);
}

/** The fast way for one regressor; undefined for a response that needs care. */
function lineScreener(x: Float64Array, options: ScreenOptions): (y: Float64Array) => ScreenedRegression | undefined {
  // Refuses a regressor that has no beta.
  const { unitErrors } = regress(x, [x], options).fit;
  const n = x.length;
  const meanX = mean(x);
  const deviations = x.map((value) => value - meanX);
  const squaresX = unitErrors[1] ** -2;
  const roundingSquares = (options.rounding?.response ?? 0) ** 2;
  return (y) => {
    if (y.length !== n) return undefined;
    let moments = momentsAbout(y[0], y, deviations);
    // The first value is far from the mean: the squares about it would cancel.
    if (moments.sum * moments.sum > 0.9 * n * moments.squares) moments = momentsAbout(mean(y), y, deviations);
    const { shift, sum, squares, products } = moments;
    const meanY = shift + sum / n;
    const totalSquares = squares - (sum * sum) / n;
    const beta = products / squaresX;
    const explained = (beta / totalSquares) * products;
    const floor = REGULAR.beside ** 2 * (meanY * meanY) + roundingSquares / REGULAR.beside ** 2;
    const regular =
      totalSquares > n * floor &&
      totalSquares > SMALLEST_SQUARES &&
      totalSquares < 1 / SMALLEST_SQUARES &&
      1 - explained > REGULAR.unexplained;
    if (!regular) return undefined;
    const residualStandardError = Math.sqrt(((1 - explained) * totalSquares) / (n - 2));
    return {
      alpha: meanY - beta * meanX,
      alphaStandardError: unitErrors[0] * residualStandardError,
      betas: [beta],
      standardErrors: [unitErrors[1] * residualStandardError],
      rSquared: explained,
    };
  };
}

/** Sums of y less a shift: of it, of its squares, of its products with deviations that sum to 0. */
function momentsAbout(shift: number, y: Float64Array, deviations: Float64Array) {
  const n = y.length;
  let sum = 0;
  let squares = 0;
  let products = 0;
  for (let t = 0; t < n; t++) {
    const deviation = y[t] - shift;
    sum += deviation;
    squares += deviation * deviation;
    products += deviation * deviations[t];
  }
  return { shift, sum, squares, products };
}

function summaryOf({ coefficients: [alpha, ...betas], rSquared }: Regression): ScreenedRegression {
  return {
    alpha: alpha.estimate,
    alphaStandardError: alpha.standardError,
    betas: betas.map(({ estimate }) => estimate),
    standardErrors: betas.map(({ standardError }) => standardError),
    rSquared,
  };
}

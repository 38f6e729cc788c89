import { normalQuantile } from "../distributions/normal.ts";
import { AnalysisError } from "../errors.ts";
import { regress } from "../regression/regression.ts";
import type { BetaEstimate, EstimatorOptions } from "./beta-estimate.ts";
import { type OrderedPoints, orderPoints } from "./height-order.ts";
import { allSlopes, countPairs, slopeSelector } from "./slope-selection.ts";

/** Up to so many observations all slopes are computed and sorted. */
const SHORT = 150;

/**
 * The beta of Theil and Sen: the median of the slopes between all pairs of periods in which the benchmark's return
 * differs (of an even number, the mean of the two in the middle). It takes wild days of the portfolio and of the
 * benchmark alike: up to 29 % of the periods may have any values without carrying it away.
 *
 * No standard error (null): the bounds are two of the slopes, as distant in rank from the median as Kendall's tau of 0
 * would lead to by chance in the normal approximation, variance (n(n − 1)(2n + 5) − Σ r(r − 1)(2r + 5))/18 with r the
 * sizes of the groups of equal returns of either series. Null where ties leave no variance. Conventions are those of
 * scipy's `theilslopes`.
 *
 * Source: H. Theil, "A Rank-Invariant Method of Linear and Polynomial Regression Analysis" (Indagationes Mathematicae
 * 12, 1950); P. Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau" (JASA 63, 1968), equation 2.6.
 *
 * @throws AnalysisError as `regress`; `BAD_INPUT` also when a slope that is sought is beyond 1e150 in size.
 */
export function theilSen(
  response: Float64Array,
  regressor: Float64Array,
  options: EstimatorOptions = {},
): BetaEstimate {
  regress(response, [regressor], options); // for its checks
  const points = orderPoints(regressor, response);
  const pairs = countPairs(points);
  const slopeAt = response.length <= SHORT ? sortedSlopes(points) : slopeSelector(points);
  const middle = pairs >>> 1;
  const value = pairs % 2 === 1 ? slopeAt(middle) : (slopeAt(middle - 1) + slopeAt(middle)) / 2;
  const deviation = Math.sqrt((tiePairs(response.length) - tiesOf(regressor) - tiesOf(response)) / 18);
  if (!(deviation > 0)) return { value, standardError: null, lower: null, upper: null };
  const reach = -normalQuantile((1 - (options.confidence ?? 0.95)) / 2) * deviation;
  return {
    value,
    standardError: null,
    lower: slopeAt(Math.max(Math.round((pairs - reach) / 2) - 1, 0)),
    upper: slopeAt(Math.min(Math.round((pairs + reach) / 2), pairs - 1)),
  };
}

function sortedSlopes(points: OrderedPoints): (rank: number) => number {
  const slopes = allSlopes(points);
  return (rank) => {
    if (Number.isFinite(slopes[rank])) return slopes[rank];
    throw new AnalysisError("BAD_INPUT", "a slope between pairs leaves the range of doubles: rescale the series");
  };
}

/** Σ r(r − 1)(2r + 5) over the groups of r equal values. */
function tiesOf(values: Float64Array): number {
  const sorted = values.toSorted();
  let sum = 0;
  let size = 1;
  for (let t = 1; t <= sorted.length; t++) {
    if (t < sorted.length && sorted[t] === sorted[t - 1]) {
      size++;
      continue;
    }
    sum += tiePairs(size);
    size = 1;
  }
  return sum;
}

function tiePairs(size: number): number {
  return size * (size - 1) * (2 * size + 5);
}

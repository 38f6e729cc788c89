import { AnalysisError } from "../errors.ts";
import type { ReturnKind } from "./returns.ts";

/**
 * The returns of holdings that are rebalanced to `weights` every period: Σ weightᵢ · returnᵢ.
 *
 * `columns` are the holdings' SIMPLE returns over the same periods, as decimals (log returns do not add up across
 * assets). `kind` is what comes out: `LOG` is log1p of the total. Weights need not sum to 1.
 *
 * @throws AnalysisError `BAD_INPUT` when counts or lengths differ, a weight is not finite, or a log return is asked of
 * a total of −1 or less.
 */
export function weightedReturns(
  columns: readonly Float64Array[],
  weights: readonly number[],
  kind: ReturnKind,
): Float64Array {
  const totals = combination(columns, weights, "weight");
  if (kind === "SIMPLE") return totals;
  const ruined = totals.findIndex((total) => total <= -1);
  if (ruined >= 0) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a log return needs a portfolio return above -1, got ${totals[ruined]} in period ${ruined}`,
      { period: ruined, total: totals[ruined] },
    );
  }
  return totals.map(Math.log1p);
}

/**
 * The value of holdings that are bought and held: Σ sharesᵢ · priceᵢ on each date.
 *
 * @throws AnalysisError `BAD_INPUT` when counts or lengths differ or a number of shares is not finite.
 */
export function sharesValue(columns: readonly Float64Array[], shares: readonly number[]): Float64Array {
  return combination(columns, shares, "number of shares");
}

/** How many times its value a portfolio holds by weight, long and short alike: Σ|weightᵢ|. */
export function grossWeight(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
}

/**
 * The same for holdings by shares, in each period between two dates: the larger Σ|sharesᵢ · priceᵢ| over the portfolio's
 * value of the two; 1 without short positions. The value must be positive on every date.
 *
 * @throws AnalysisError as {@link sharesValue}.
 */
export function leverage(columns: readonly Float64Array[], shares: readonly number[]): Float64Array {
  const value = sharesValue(columns, shares);
  const gross = sharesValue(columns, shares.map(Math.abs));
  const onDates = gross.map((worth, t) => Math.max(1, worth / value[t]));
  return onDates.subarray(1).map((later, t) => Math.max(onDates[t], later));
}

function combination(columns: readonly Float64Array[], factors: readonly number[], noun: string): Float64Array {
  if (columns.length === 0 || columns.length !== factors.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a portfolio needs one ${noun} a holding, got ${factors.length} for ${columns.length} holdings`,
      { holdings: columns.length, factors: factors.length },
    );
  }
  const total = new Float64Array(columns[0].length);
  columns.forEach((column, i) => {
    if (!Number.isFinite(factors[i])) {
      throw new AnalysisError("BAD_INPUT", `a ${noun} must be a finite number, got ${factors[i]}`, { holding: i });
    }
    if (column.length !== total.length) {
      throw new AnalysisError(
        "BAD_INPUT",
        `the holdings must have columns of one length, got ${total.length} and ${column.length}`,
        { holding: i },
      );
    }
    for (let t = 0; t < total.length; t++) total[t] += factors[i] * column[t];
  });
  return total;
}

import { AnalysisError } from "./errors.ts";
import type { ReturnKind } from "./returns.ts";
import { indexAfter, indexFrom, type PriceSeries, priceSeries, type ReturnSeries } from "./series.ts";
import { formatDate } from "./trading-date.ts";

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

/**
 * A price index made of a portfolio's own SIMPLE returns: 1 on `baseDate`, compounded from there.
 *
 * It lets a portfolio without prices go through the same alignment as everything else, so that a benchmark's return
 * for a date runs from the portfolio's previous date to that date. Without a base date the first return has no start:
 * it is left out, and the index is 1 on `own.dates[0]`.
 *
 * @throws AnalysisError `BAD_INPUT` when the base date is not before the first return, or when a return is below −1,
 * or −1 before the end: nothing is left to earn on afterwards.
 */
export function indexFromReturns(own: ReturnSeries, baseDate: number | undefined): PriceSeries {
  const { dates, values } = own;
  refuseRuin(own);
  if (baseDate === undefined) return priceSeries(dates, compounded(values.subarray(1)).subarray(0, dates.length));
  if (baseDate >= dates[0]) {
    const [base, first] = [formatDate(baseDate), formatDate(dates[0])];
    throw new AnalysisError("BAD_INPUT", `a base date must be before the first return, got ${base} and ${first}`, {
      baseDate: base,
      firstReturn: first,
    });
  }
  const indexDates = new Int32Array(dates.length + 1);
  indexDates[0] = baseDate;
  indexDates.set(dates, 1);
  return priceSeries(indexDates, compounded(values));
}

/**
 * The date from which the first of a portfolio's own returns runs: the latest date before it that all benchmarks have.
 *
 * `undefined` when there is none, and also when the returns do not run from session to session: when, between most
 * consecutive own dates, the first benchmark has further sessions. The first of a list of monthly returns covers a
 * month; pairing it with the benchmark's return since the day before would be silently wrong.
 */
export function baseDateFor(own: ReturnSeries, benchmarks: readonly PriceSeries[]): number | undefined {
  if (own.dates.length === 0 || benchmarks.length === 0) return undefined;
  if (medianSessionsBetween(own.dates, benchmarks[0].dates) > 0) return undefined;
  const [first, ...others] = benchmarks;
  for (let i = indexFrom(first.dates, own.dates[0]) - 1; i >= 0; i--) {
    const day = first.dates[i];
    if (others.every(({ dates }) => dates[indexFrom(dates, day)] === day)) return day;
  }
  return undefined;
}

function medianSessionsBetween(ownDates: Int32Array, sessions: Int32Array): number {
  if (ownDates.length < 2) return 0;
  const counts = new Int32Array(ownDates.length - 1);
  for (let i = 1; i < ownDates.length; i++) {
    counts[i - 1] = Math.max(0, indexFrom(sessions, ownDates[i]) - indexAfter(sessions, ownDates[i - 1]));
  }
  counts.sort();
  const middle = counts.length >>> 1;
  return counts.length % 2 === 1 ? counts[middle] : (counts[middle - 1] + counts[middle]) / 2;
}

function compounded(returns: Float64Array): Float64Array {
  const levels = new Float64Array(returns.length + 1);
  levels[0] = 1;
  for (let i = 0; i < returns.length; i++) levels[i + 1] = levels[i] * (1 + returns[i]);
  return levels;
}

function refuseRuin({ dates, values }: ReturnSeries): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] > -1) continue;
    if (values[i] === -1 && i === values.length - 1) continue;
    const date = formatDate(dates[i]);
    const rule = values[i] === -1 ? "a return of -1 must be the last one" : "a simple return must not be below -1";
    throw new AnalysisError("BAD_INPUT", `${rule}, got ${values[i]} on ${date}`, { date, value: values[i] });
  }
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

import { AnalysisError } from "../errors.ts";
import { formatDate } from "./trading-date.ts";

/**
 * Adjusted closes of one asset, one a trading date.
 *
 * `dates` are days since 1970-01-01, strictly ascending. Prices are finite, in the asset's currency, and may be zero
 * or negative (crude oil, April 2020): it is returns that refuse those.
 */
export interface PriceSeries {
  readonly kind: "prices";
  readonly dates: Int32Array;
  readonly adjustedCloses: Float64Array;
}

/** Returns a period as decimals (0.01 is 1 %), each dated by the end of its period; dates strictly ascending. */
export interface ReturnSeries {
  readonly kind: "returns";
  readonly dates: Int32Array;
  readonly values: Float64Array;
}

/** From `start` to `end`, both inclusive, as day numbers; a side that is left out is open. */
export interface Period {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/**
 * Makes a price series over the given columns (not copied).
 *
 * @throws AnalysisError `BAD_INPUT` when lengths differ, dates are not strictly ascending or a price is not finite.
 */
export function priceSeries(dates: Int32Array, adjustedCloses: Float64Array): PriceSeries {
  checkColumns(dates, adjustedCloses, "price");
  return { kind: "prices", dates, adjustedCloses };
}

/**
 * Makes a return series over the given columns (not copied).
 *
 * @throws AnalysisError `BAD_INPUT` when lengths differ, dates are not strictly ascending or a return is not finite.
 */
export function returnSeries(dates: Int32Array, values: Float64Array): ReturnSeries {
  checkColumns(dates, values, "return");
  return { kind: "returns", dates, values };
}

/**
 * The part of a series inside a period, as views on the same columns. It may be empty.
 *
 * @throws AnalysisError `BAD_INPUT` when the period starts after its end.
 */
export function clip(series: PriceSeries, period: Period): PriceSeries {
  const { start = -Infinity, end = Infinity } = period;
  if (start > end) {
    const [from, to] = [formatDate(start), formatDate(end)];
    throw new AnalysisError("BAD_INPUT", `a period's start must not be after its end, got ${from} and ${to}`, {
      start: from,
      end: to,
    });
  }
  const first = indexFrom(series.dates, start);
  const past = indexAfter(series.dates, end);
  return {
    kind: "prices",
    dates: series.dates.subarray(first, past),
    adjustedCloses: series.adjustedCloses.subarray(first, past),
  };
}

/** The index of the first date that is not before `day` (the length when all are), by binary search. */
export function indexFrom(dates: Int32Array, day: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dates[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first date that is after `day` (the length when none is), by binary search. */
export function indexAfter(dates: Int32Array, day: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dates[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkColumns(dates: Int32Array, values: Float64Array, noun: "price" | "return"): void {
  if (dates.length !== values.length) {
    throw new AnalysisError(
      "BAD_INPUT",
      `a series must have one ${noun} a date, got ${dates.length} dates and ${values.length} ${noun}s`,
      { dates: dates.length, values: values.length },
    );
  }
  for (let i = 1; i < dates.length; i++) {
    if (dates[i] <= dates[i - 1]) throw notAscending(dates[i], dates[i - 1]);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      const date = formatDate(dates[i]);
      throw new AnalysisError("BAD_INPUT", `a ${noun} must be a finite number, got ${values[i]} on ${date}`, {
        date,
        value: String(values[i]), // JSON has no NaN and no Infinity
      });
    }
  }
}

function notAscending(day: number, previous: number): AnalysisError {
  const date = formatDate(day);
  const fault = day === previous ? `${date} is repeated` : `${date} is unsorted: it follows ${formatDate(previous)}`;
  return new AnalysisError("BAD_INPUT", `the dates of a series must be strictly ascending, ${fault}`, { date });
}

import { badInput } from "./error.ts";
import { ColumnSeries, column, Dates } from "./series.ts";

/**
 * The part of a series from one ISO date to another, both included, whether they are trading dates or not. Its columns
 * are views of the same memory: nothing is copied.
 *
 * @throws HedgeQLError `BAD_INPUT` where a date is none.
 *
 * @example
 * ```ts
 * const { asset } = await hedgeql.prices({ symbol: "sample:^GSPC" });
 * const march = between(asset.prices, "2020-03-01", "2020-03-31");
 * console.log(march.length, march.dates.at(0), Math.min(...march.adjustedCloses)); // 22 2020-03-02 2237.399902
 * ```
 */
export function between<Of extends { readonly dates: Dates }>(series: Of, start: string, end: string): Of {
  const [first, last] = [start, end].map(dayOf);
  const { days } = series.dates;
  const from = days.findIndex((day) => day >= first);
  const to = days.findLastIndex((day) => day <= last) + 1;
  return part(series, days.length, from < 0 ? days.length : from, to) as Of;
}

function dayOf(date: string): number {
  const day = Date.parse(date) / 86_400_000;
  // February 31 is read as March 3.
  if (new Dates(Int32Array.of(day)).at(0) !== date) throw badInput(`a date must be like 2018-05-11, got "${date}"`);
  return day;
}

/** Whatever has an entry a date is cut, plain lists too, which an operation of one's own may have beside the dates. */
function part(value: unknown, length: number, from: number, to: number): unknown {
  if (value instanceof Float64Array) return column(value.subarray(from, to));
  if (value instanceof Dates) return new Dates(value.days.subarray(from, to));
  if (Array.isArray(value))
    return value.length === length && typeof value[0] !== "object"
      ? value.slice(from, Math.max(from, to))
      : value.map((item) => part(item, length, from, to));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([key, item]) => [
    key,
    key === "length" ? Math.max(0, to - from) : part(item, length, from, to),
  ]);
  return value instanceof ColumnSeries ? new ColumnSeries(Object.fromEntries(fields)) : Object.fromEntries(fields);
}

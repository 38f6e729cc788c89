import { formatDates } from "@hedgeql/core";
import type { Row } from "./chart.ts";

/**
 * Columns as rows, each number with seven digits: thousands of times finer than a picture can show, and half the bytes
 * of all of its digits. The series of the API have them all.
 */
export function rowsOf(columns: Readonly<Record<string, Float64Array>>, dates?: Int32Array): Row[] {
  const entries = Object.entries(columns);
  const texts = dates && formatDates(dates);
  const length = texts?.length ?? entries[0][1].length;
  return Array.from({ length }, (_, t) => {
    const row: Record<string, string | number | null> = texts === undefined ? {} : { date: texts[t] };
    for (const [field, values] of entries) row[field] = rounded(values[t]);
    return row;
  });
}

/** With seven digits; null for what is not defined. */
export function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(7)) : null;
}

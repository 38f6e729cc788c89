/** Dated returns from a CSV. */

/** `decimal`: 0.0125 is 1.25 %. `percent`: 1.25 is. */
export type ReturnUnit = "decimal" | "percent";

export interface ReadReturns {
  /** As the API takes them: dates in order, returns as decimals. */
  readonly returns: { readonly dates: string[]; readonly values: number[] };
  /** Of each row that breaks a rule: its line, the rule, its value. */
  readonly faults: readonly string[];
}

/** A point, and nothing between thousands: what `1,25` or `1.234,5` was meant to be would be a guess. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a line `date,return` and the rows under it, and skips none. */
export function readReturns(text: string, unit: ReturnUnit): ReadReturns {
  const dates: string[] = [];
  const values: number[] = [];
  const faults: string[] = [];
  // Spreadsheets begin a file with a byte order mark, and end lines as Windows does.
  const [header, ...rows] = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
  if (header !== "date,return") faults.push(`line 1: must be date,return, got "${header.slice(0, 60)}"`);
  rows.forEach((row, i) => {
    const cells = row.split(",").map((cell) => cell.trim());
    const rule = brokenRule(cells, unit, dates.at(-1));
    if (rule !== undefined) faults.push(`line ${i + 2}: ${rule}, got "${row.slice(0, 60)}"`);
    const [date, value = ""] = cells;
    dates.push(date);
    values.push(decimalOf(value, unit));
  });
  return { returns: { dates, values }, faults };
}

function brokenRule(cells: readonly string[], unit: ReturnUnit, before: string | undefined): string | undefined {
  if (cells.length !== 2) return "must be a date and a return with one comma between them";
  const [date, value] = cells;
  if (!isDate(date)) return "the date must be one of the calendar, written YYYY-MM-DD";
  if (before !== undefined && isDate(before) && date <= before) return `the date must be after ${before}`;
  if (unit === "decimal" && value.endsWith("%")) return "with decimals as the unit no return may have a %-sign";
  const returned = decimalOf(value, unit);
  if (Number.isNaN(returned)) return "the return must be a number with a point, such as -0.0125";
  if (returned < -1) return "the return must not be below -100 %, which is all that there was";
  return undefined;
}

/** NaN where it is no number. */
function decimalOf(value: string, unit: ReturnUnit): number {
  const number = unit === "percent" ? value.replace(/\s*%$/, "") : value;
  return NUMBER.test(number) ? Number(number) / (unit === "percent" ? 100 : 1) : Number.NaN;
}

/** `Date.parse` takes the 30th of February for the 1st or 2nd of March. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

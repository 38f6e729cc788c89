import type { Row } from "@hedgeql/sdk";

/** A column of a table for a file. */
export interface NamedSeries {
  readonly name: string;
  readonly series: Iterable<Row<"values">>;
}

/** Columns side by side, joined on their dates; empty where a column has none. Numbers keep all their digits. */
export function writeSeriesCsv(columns: readonly NamedSeries[]): string {
  const rows = new Map<string, string[]>();
  for (const [at, { series }] of columns.entries())
    for (const { date, value } of series) {
      const row = rows.get(date) ?? new Array<string>(columns.length).fill("");
      row[at] = String(value);
      rows.set(date, row);
    }
  const lines = [...rows.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([date, row]) => [date, ...row]);
  return [["date", ...columns.map(({ name }) => name)], ...lines]
    .map((cells) => `${cells.map(quote).join(",")}\n`)
    .join("");
}

/** Quoted where the format needs it; a text that a spreadsheet would run as a formula is made plain text. */
function quote(cell: string): string {
  const harmless = /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && Number.isNaN(Number(cell))) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

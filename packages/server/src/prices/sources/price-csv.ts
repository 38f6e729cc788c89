import { DomainError, formatDate, parseDate } from "@hedgeql/core";
import { parse } from "csv-parse/sync";

/** Header names under which the adjusted close may stand, in lower case, without spaces and underscores. */
const PRICE_HEADERS = ["adjustedclose", "adjclose"];

/** How much of a header a message quotes: a file that is no CSV at all may be one line. */
const MAX_QUOTED = 200;

/** `Number()` alone takes an empty field for 0 and `0x10` for 16. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export interface PriceColumns {
  readonly dates: Int32Array;
  readonly adjustedCloses: Float64Array;
}

/** What is wrong with a file of prices, and on which line. */
export class PriceCsvError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(`line ${line}: ${message}`);
    this.name = "PriceCsvError";
    this.line = line;
  }
}

/**
 * Reads dates and adjusted closes from CSV with a header line: a column `date` (YYYY-MM-DD) and one `adjustedClose`
 * (or `adjusted close`, `adj close`, `adjclose`). Oldest first or newest first.
 *
 * A plain `close`, `price` or `nav` is refused: it may lack dividends and splits, and then gives wrong returns,
 * silently.
 */
export function parsePriceCsv(text: string): PriceColumns {
  const rows = readRows(text);
  if (rows.length === 0) throw new PriceCsvError("the file is empty", 1);
  const { dateColumn, priceColumn } = readHeader(rows[0]);
  const body = rows.slice(1);
  if (body.length === 0) throw new PriceCsvError("the file has a header and no rows", rows[0].line);
  const ascending = body.length < 2 || body[0].record[dateColumn] <= body[1].record[dateColumn];
  const ordered = ascending ? body : body.reverse();
  const dates = Int32Array.from(ordered, ({ record, line }) => readDate(record[dateColumn], line));
  const adjustedCloses = Float64Array.from(ordered, ({ record, line }) => readPrice(record[priceColumn], line));
  for (let i = 1; i < dates.length; i++) {
    if (dates[i] > dates[i - 1]) continue;
    const rule = dates[i] === dates[i - 1] ? "each date must stand once" : "dates must be in order";
    throw new PriceCsvError(`${rule}, got ${formatDate(dates[i])}`, ordered[i].line);
  }
  return { dates, adjustedCloses };
}

interface Row {
  readonly record: string[];
  readonly line: number;
}

function readHeader({ record, line }: Row): { dateColumn: number; priceColumn: number } {
  const names = record.map((name) => name.toLowerCase().replaceAll(/[\s_]/g, ""));
  const dateColumn = names.indexOf("date");
  const priceColumns = names.flatMap((name, i) => (PRICE_HEADERS.includes(name) ? [i] : []));
  const got = `got ${record.join(", ").slice(0, MAX_QUOTED)}`;
  if (dateColumn === -1 || priceColumns.length === 0) {
    if (got.includes(";")) throw new PriceCsvError(`columns must be separated by commas, ${got}`, line);
    const column = dateColumn === -1 ? "date" : "adjustedClose (adjusted for dividends and splits)";
    throw new PriceCsvError(`the header must have a column ${column}, ${got}`, line);
  }
  if (priceColumns.length > 1) {
    throw new PriceCsvError(`the header must have one column of adjusted closes, ${got}`, line);
  }
  return { dateColumn, priceColumn: priceColumns[0] };
}

function readRows(text: string): Row[] {
  try {
    const rows = parse(text, { bom: true, trim: true, skip_empty_lines: true, info: true });
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }));
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    throw new PriceCsvError(error instanceof Error ? error.message : String(error), line);
  }
}

function readDate(text: string, line: number): number {
  try {
    return parseDate(text);
  } catch (error) {
    if (error instanceof DomainError) throw new PriceCsvError(error.message, line);
    throw error;
  }
}

function readPrice(text: string, line: number): number {
  const price = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(price)) {
    throw new PriceCsvError(`a price must be a number, got ${text === "" ? "an empty field" : text}`, line);
  }
  return price;
}

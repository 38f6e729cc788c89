import { isCalendarDate } from "./calendar-date.ts";

/** As the API's `ReturnsInput` has it. */
export const MAXIMUM_ROWS = 30_000;
/** Far more than so many rows need; a larger file is something else. */
export const MAXIMUM_CHARACTERS = 4_000_000;

/** A row that cannot be read: never left out unless the user says so. */
export interface BadRow {
  /** From 1, as an editor counts. */
  readonly row: number;
  readonly text: string;
  /** Which rule it breaks. */
  readonly reason: string;
}

export interface OwnReturns {
  readonly dates: readonly string[];
  /** Decimals: 0.01 is 1 %. */
  readonly values: readonly number[];
  readonly badRows: readonly BadRow[];
  /** The first line, if it was taken to be a heading. */
  readonly heading: string | undefined;
  /** Whether the rows carried percent signs, and were divided by 100. */
  readonly percent: boolean;
  /** Whether the rows were put in order of date, which the API wants. */
  readonly sorted: boolean;
  /** What is wrong with the text as a whole. */
  readonly fault: string | undefined;
}

interface Line {
  readonly row: number;
  readonly text: string;
  readonly cells: readonly string[];
}

interface Entry extends Line {
  readonly date: string;
  readonly value: number;
  readonly percent: boolean;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** A comma that can only stand before decimals: after nothing or 0, or with more or fewer than three digits behind it. */
const DECIMAL_COMMA = /^[+-]?(0*,\d+|\d+,(\d{1,2}|\d{4,}))$/;
const MISSING = /^(nan|n\/?a|null|none|-+|#n\/a|inf|[+-]inf|[+-]?infinity|\.)?$/i;

/**
 * Reads lines of `date,value`: separated by a comma, a semicolon or a tab, with or without a heading, values as decimals
 * or all with percent signs. What could mean two things, such as 03/04/2018, is refused and not guessed.
 */
export function readOwnReturns(text: string): OwnReturns {
  const nothing = { dates: [], values: [], badRows: [], heading: undefined, percent: false, sorted: false };
  if (text.length > MAXIMUM_CHARACTERS)
    return { ...nothing, fault: `The text has ${text.length} characters; at most ${MAXIMUM_CHARACTERS} are read.` };
  const lines = linesOf(text.replace(/^\uFEFF/, ""));
  const heading = lines.length > 0 && isHeading(lines[0]) ? lines[0].text : undefined;
  const body = heading === undefined ? lines : lines.slice(1);
  if (body.length === 0)
    return {
      ...nothing,
      heading,
      fault: heading === undefined ? undefined : "There is a heading, and no row under it.",
    };
  if (body.length > MAXIMUM_ROWS)
    return { ...nothing, heading, fault: `There are ${body.length} rows; at most ${MAXIMUM_ROWS} can be analysed.` };

  const badRows: BadRow[] = [];
  const refuse = ({ row, text }: Line, reason: string) => badRows.push({ row, text, reason });
  const entries: Entry[] = [];
  for (const line of body) {
    const read = readLine(line);
    if (typeof read === "string") refuse(line, read);
    else entries.push(read);
  }
  const percent = entries.filter((entry) => entry.percent).length * 2 > entries.length;
  const first = new Map<string, number>();
  const good = entries.filter((entry) => {
    const before = first.get(entry.date);
    if (entry.percent !== percent)
      refuse(
        entry,
        percent ? "has no percent sign, where most rows have one" : "has a percent sign, where most rows have none",
      );
    else if (before !== undefined) refuse(entry, `repeats the date of row ${before}`);
    else {
      first.set(entry.date, entry.row);
      return true;
    }
    return false;
  });
  const ordered = good.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return {
    dates: ordered.map(({ date }) => date),
    values: ordered.map(({ value }) => value),
    badRows: badRows.sort((a, b) => a.row - b.row),
    heading,
    percent: percent && good.length > 0,
    sorted: ordered.some((entry, index) => entry !== good[index]),
    fault: undefined,
  };
}

/** `readOwnReturns` that remembers the last text: the form and the question read the same one, a moment apart. */
export function createReader(): (text: string) => OwnReturns {
  let last: { readonly text: string; readonly returns: OwnReturns } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, returns: readOwnReturns(text) };
    return last.returns;
  };
}

function linesOf(text: string): Line[] {
  const rows = text.split(/\r\n|\r|\n/);
  const sample = rows.find((row) => row.trim() !== "") ?? "";
  const separator = sample.includes("\t") ? "\t" : sample.includes(";") ? ";" : ",";
  return rows.flatMap((text, index) => {
    if (text.trim() === "") return [];
    const cells = text.split(separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim(),
    );
    return [{ row: index + 1, text: text.trim().slice(0, 80), cells }];
  });
}

/** Words without a digit in both cells; `n/a` or `NaN` for a value is a row, and not a heading. */
function isHeading({ cells: [date = "", value = ""] }: Line): boolean {
  return /\p{L}/u.test(date) && !/\d/.test(date) && !MISSING.test(value) && !/^[^\p{L}]*\d/u.test(value);
}

function readLine(line: Line): Entry | string {
  const [date, value] = line.cells;
  if (line.cells.length === 1) return "has one column; a date and a value are needed";
  if (line.cells.length > 2) return `has ${line.cells.length} columns; a date and a value are needed`;
  const dateFault = faultOfDate(date);
  if (dateFault !== undefined) return dateFault;
  const percent = value.endsWith("%");
  const written = value.replace(/%$/, "").trim().replace("−", "-");
  const plain = DECIMAL_COMMA.test(written) ? written.replace(",", ".") : written;
  if (MISSING.test(plain)) return plain === "" ? "has no value" : `has no value: ${value} is not a number`;
  if (/^[+-]?\d*,\d+$/.test(plain))
    return `writes ${value}: a comma could divide thousands or decimals; write a point before decimals`;
  if (!NUMBER.test(plain)) return `${value.slice(0, 30)} is not a number`;
  const number = Number(plain) / (percent ? 100 : 1);
  if (!Number.isFinite(number)) return `${value} is too large for a number`;
  if (!percent && Math.abs(number) > 1)
    return `${value} would be a return of ${Number((number * 100).toPrecision(6))} %: a price, or per cent without the sign? Write decimals (0.01 is 1 %), or the sign`;
  return { ...line, date, value: number, percent };
}

function faultOfDate(text: string): string | undefined {
  if (text === "") return "has no date";
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text))
    return `${text} could be day/month or month/day; write YYYY-MM-DD, such as 2018-12-31`;
  if (/^\d{4}-\d{2}-\d{2}[T ]\d/.test(text)) return `${text.slice(0, 30)} has a time of day; write YYYY-MM-DD alone`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text.slice(0, 30)} is no date as YYYY-MM-DD, such as 2018-12-31`;
  return isCalendarDate(text) ? undefined : `${text} is not in the calendar`;
}

import { badInput } from "../error.ts";
import { Dates } from "../series.ts";
import type { Selection } from "./selection.ts";

const DAY_MS = 86_400_000;

type Fields = Readonly<Record<string, unknown>>;

/** Whether a part gives a series by its columns, which the operation asks for packed. */
export function isSeriesPart({ packed }: Selection, part: Fields): boolean {
  const { selection = {} } = packed ?? {};
  return Object.keys(part).some((name) => name !== "packed" && name !== "__typename" && name in selection);
}

/**
 * Columns as they are on the wire. Where the part has dates of its own, a column that it leaves out has no values there:
 * the recorded one is of other dates.
 */
export function packedOf(selection: Selection, recorded: unknown, part: Fields, path: string): object {
  const had = Object(recorded) as Fields;
  const dates = part.dates === undefined ? undefined : daysOf(part.dates, `${path}.dates`);
  const length = dates?.length ?? had.length;
  if (typeof length !== "number") throw badInput(`the answer lacks ${path}.dates, which the operation asks for`);
  return columnsOf(selection, had, part, path, { dates, length });
}

interface Frame {
  readonly dates: Int32Array | undefined;
  readonly length: number;
}

function columnsOf(selection: Selection, had: Fields, part: Fields, path: string, frame: Frame): object {
  const columns: Record<string, unknown> = {};
  for (const [name, { selection: inner }] of Object.entries(selection)) {
    const given = part[name];
    if (name === "length") columns.length = frame.length;
    else if (name === "dates") columns.dates = frame.dates === undefined ? had.dates : base64(frame.dates);
    else if (/^(__typename|benchmark)$/.test(name)) columns[name] = given ?? had[name];
    else if (inner !== undefined) columns[name] = listsOf(inner, had[name], given, `${path}.${name}`, frame);
    else if (given !== undefined) columns[name] = base64(columnOf(given, `${path}.${name}`, frame.length));
    else if (frame.dates !== undefined) columns[name] = base64(new Float64Array(frame.length).fill(Number.NaN));
    else columns[name] = had[name];
    if (columns[name] === undefined) throw badInput(`the answer lacks ${path}.${name}, which the operation asks for`);
  }
  return columns;
}

/** The columns of each benchmark. */
function listsOf(selection: Selection, recorded: unknown, part: unknown, path: string, frame: Frame): object[] {
  const had = Array.isArray(recorded) ? recorded : [];
  const given = Array.isArray(part) ? part : had.map(() => ({}));
  return given.map((item, i) => columnsOf(selection, had[i] ?? had.at(-1) ?? {}, item, `${path}[${i}]`, frame));
}

function daysOf(dates: unknown, path: string): Int32Array {
  if (dates instanceof Dates) return dates.days;
  if (dates instanceof Int32Array) return dates;
  return Int32Array.from(dates as readonly string[], (date) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
    if (Number.isNaN(time)) throw badInput(`${path} must hold dates like 2018-05-11, got ${date}`);
    return time / DAY_MS;
  });
}

function columnOf(values: unknown, path: string, length: number): Float64Array {
  const column = Float64Array.from(values as ArrayLike<number>);
  if (column.length === length) return column;
  throw badInput(`${path} has ${column.length} entries, and there are ${length} dates: give both`);
}

/** In the order of bytes of the machine, in which the client reads it. */
function base64({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): string {
  let binary = "";
  for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const DAY_MS = 86_400_000;

/**
 * Trading dates in four bytes each. Iterating gives ISO dates, and so do `JSON.stringify` and `toArray`.
 *
 * @example
 * ```ts
 * const { asset } = await hedgeql.prices({ symbol: "sample:AAPL" });
 * const { dates, adjustedCloses } = asset.prices;
 * console.log(dates.at(0), dates.at(-1)); // 2013-05-13 2018-05-11
 * console.log(adjustedCloses[dates.indexOf("2018-05-11")]); // 188.589996
 * ```
 */
export class Dates implements Iterable<string> {
  /** Days since 1970-01-01, oldest first. */
  readonly days: Int32Array;

  constructor(days: Int32Array) {
    this.days = days;
  }

  get length(): number {
    return this.days.length;
  }

  /** The date at an index, as `2018-05-11`; negative indices count from the end. */
  at(index: number): string | undefined {
    const day = this.days.at(index);
    return day === undefined ? day : new Date(day * DAY_MS).toISOString().slice(0, 10);
  }

  /** Where an ISO date stands, or −1. */
  indexOf(date: string): number {
    const index = this.days.indexOf(Date.parse(date) / DAY_MS);
    // February 31 is read as March 3.
    return this.at(index) === date ? index : -1;
  }

  toArray(): string[] {
    return [...this];
  }

  toJSON(): string[] {
    return this.toArray();
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!;
  }
}

/** The name of a column's entry in a row: `value` for `values`, and `beta` for `beta`. */
export type EntryName<Column extends string> = Column extends `${infer Name}s` ? Name : Column;

/** One date of a series and what its columns hold there. */
export type Row<Column extends string> = { readonly date: string } & { readonly [C in Column as EntryName<C>]: number };

/** A series without its columns: its dates, and its rows. Methods are lost where a series is spread or cloned. */
export class ColumnSeries<Column extends string> implements Iterable<Row<Column>> {
  /** How many entries each column has. */
  declare readonly length: number;
  /** The date of each entry. */
  declare readonly dates: Dates;

  constructor(fields: object) {
    Object.assign(this, fields);
  }

  *[Symbol.iterator](): Iterator<Row<Column>> {
    const columns = Object.entries(this).filter(([, values]) => values instanceof Float64Array);
    for (let i = 0; i < this.length; i++) {
      const row: Fields = { date: this.dates.at(i) };
      for (const [name, values] of columns) row[name.replace(/s$/, "")] = values[i];
      yield row as Row<Column>;
    }
  }

  /** The rows as objects: convenient, and some thirty times the memory of the columns. */
  toArray(): Row<Column>[] {
    return [...this];
  }
}

/**
 * Columns of equal length, oldest first. `NaN` stands where a column has no value, such as the beta of a window in which
 * the benchmark does not vary. The columns are the answer's own memory: copy one before you change it.
 *
 * @example
 * ```ts
 * const { asset } = await hedgeql.returns({ symbol: "sample:AAPL" });
 * const { dates, values } = asset.returns;
 * console.log(values.length, dates.at(-1), values.at(-1)); // 1259 2018-05-11 -0.0038032962210479437
 * for (const { date, value } of asset.returns) if (value < -0.07) console.log(date); // 2014-01-28
 * ```
 */
export type Series<Column extends string = "values"> = ColumnSeries<Column> & {
  readonly [C in Column]: Float64Array;
};

/** A column is what packed data hold as text, but for the dates, and for the names of benchmarks beside them. */
type ColumnName<Packed> = {
  [Key in keyof Packed]: Packed[Key] extends string
    ? Key extends "dates" | "benchmark" | "__typename"
      ? never
      : Key
    : never;
}[keyof Packed] &
  string;

/** What a list beside the columns holds: the columns of each benchmark. */
type Columns<Packed> = {
  readonly [Key in keyof Packed as Exclude<Key, "__typename">]: Key extends "benchmark" ? Packed[Key] : Float64Array;
};

/** The columns by the names that they have in packed data, mapped so that what is said of them there is said here too. */
type NamedColumns<Packed> = {
  readonly [Key in keyof Packed as Exclude<
    Key,
    "__typename" | "dates" | "length"
  >]: Packed[Key] extends readonly (infer Item)[]
    ? readonly Columns<Item>[]
    : Packed[Key] extends string
      ? Float64Array
      : Packed[Key];
};

/** Without its dates a series is none: there is nothing to hold its columns to. */
type SeriesOf<Packed> = Packed extends { dates: string }
  ? ColumnSeries<ColumnName<Packed>> & NamedColumns<Packed>
  : never;

/**
 * A result with its packed series as columns: what stands in `packed` on the wire stands beside it here, and in the place
 * of the readable form of the same name.
 */
export type Unpacked<Result> = Result extends readonly (infer Item)[]
  ? readonly Unpacked<Item>[]
  : Result extends { packed: infer Packed }
    ? {
        [Key in keyof Result as Exclude<Key, "packed" | Exclude<keyof Packed, "__typename">>]: Unpacked<Result[Key]>;
      } & SeriesOf<Packed>
    : string extends keyof Result
      ? Result
      : Result extends object
        ? { [Key in keyof Result]: Unpacked<Result[Key]> }
        : Result;

type Fields = Record<string, unknown>;

/** A column that JSON has as a list: of itself it would have an object with a key for each index. */
export function column(values: Float64Array): Float64Array {
  return Object.defineProperty(values, "toJSON", { value: () => [...values] });
}

/**
 * The data of an answer with its packed series as columns. Throws where a column is not what it says, and where a series
 * was asked for without its dates. Methods of a client do this by themselves: it is for data that came another way, from
 * `createRequest`, urql or Apollo, which it leaves as they are.
 *
 * A column is known by its name: `dates` and `benchmark` must keep theirs, others may have an alias.
 *
 * @example
 * ```ts
 * const request = createRequest({ url: "http://localhost:4000/graphql" });
 * const { asset } = unpack(await request(Returns, { symbol: "sample:AAPL" }));
 * console.log(asset.returns.values.length); // 1259
 * ```
 */
export function unpack<Result>(data: Result): Unpacked<Result> {
  return read(data) as Unpacked<Result>;
}

function read(value: unknown): unknown {
  // What is unpacked already stays as it is.
  if (typeof value !== "object" || value === null || value instanceof ColumnSeries) return value;
  if (Array.isArray(value)) return value.map(read);
  const { packed, ...fields } = value as Fields;
  // A specification of a picture is somebody else's JSON.
  for (const key in fields) if (key !== "vegaLite") fields[key] = read(fields[key]);
  return packed ? new ColumnSeries({ ...fields, ...readSeries(packed as Packed) }) : fields;
}

interface Packed {
  readonly dates: string;
  readonly length?: number;
}

function readSeries(packed: Packed): Fields {
  const days = new Int32Array(readBase64(packed.dates));
  return { ...readColumns(packed, packed.length ?? days.length), length: days.length, dates: new Dates(days) };
}

function readColumns(packed: object, length: number): Fields {
  const columns: Fields = {};
  for (const [name, value] of Object.entries(packed)) {
    if (name === "__typename") continue;
    const isColumn = typeof value === "string" && name !== "benchmark";
    columns[name] = Array.isArray(value) ? value.map((item) => readColumns(item, length)) : value;
    if (!isColumn) continue;
    const bytes = readBase64(value);
    const entries = name === "dates" ? new Int32Array(bytes) : column(new Float64Array(bytes));
    if (entries.length !== length) throw new Error(`${name} has ${entries.length} entries, not ${length}`);
    columns[name] = entries;
  }
  return columns;
}

function readBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

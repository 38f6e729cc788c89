import { AnalysisError } from "../errors.ts";
import { indexAfter, indexFrom, type PriceSeries } from "./series.ts";
import { formatDate } from "./trading-date.ts";

/**
 * Prices of several assets on the dates that all of them have: `columns[i][t]` is asset i on `dates[t]`.
 * `dropped` counts the distinct dates, inside the span that all series cover, that not all of them have.
 */
export interface AlignedPrices {
  readonly kind: "aligned-prices";
  readonly dates: Int32Array;
  readonly columns: readonly Float64Array[];
  readonly dropped: number;
}

interface Column {
  readonly dates: Int32Array;
  readonly prices: Float64Array;
}

/**
 * Joins price series on their dates: keeps the dates that all have, in the order of the arguments. Never fills a gap.
 *
 * Prices are joined before returns are taken: joining ready-made returns would pair one asset's two-day return with
 * another's one-day return. One merge pass over all series; series with the same dates share views and copy nothing.
 *
 * @param labels what each series is of, for messages
 * @throws AnalysisError `BAD_INPUT` without any series, `INSUFFICIENT_DATA` when a series is empty, `NO_OVERLAP` when
 * no date is common (`details.series`: the first and last date of each).
 */
export function alignPrices(series: readonly PriceSeries[], labels = series.map(labelOf)): AlignedPrices {
  if (series.length === 0) throw new AnalysisError("BAD_INPUT", "alignment needs at least 1 series, got 0");
  series.forEach((one, i) => {
    refuseEmpty(one, labels[i]);
  });
  const start = Math.max(...series.map(({ dates }) => dates[0]));
  const end = Math.min(...series.map(({ dates }) => dates[dates.length - 1]));
  if (start > end) throw noOverlap(series, labels);
  const columns = series.map((one) => within(one, start, end));
  if (columns.every(({ dates }, i) => i === 0 || sameDates(dates, columns[0].dates))) {
    return aligned(
      columns[0].dates,
      columns.map(({ prices }) => prices),
      0,
    );
  }
  const joined = join(columns);
  if (joined.dates.length === 0) throw noOverlap(series, labels);
  return joined;
}

/**
 * What is known of the time after `day`: the first later date that all series have, or else the first that any has;
 * `undefined` when none has.
 */
export function nextKnownDate(series: readonly PriceSeries[], day: number): number | undefined {
  const [first, ...others] = series;
  for (let i = indexAfter(first.dates, day); i < first.dates.length; i++) {
    const date = first.dates[i];
    if (others.every(({ dates }) => dates[indexFrom(dates, date)] === date)) return date;
  }
  const later = series.flatMap(({ dates }) => dates[indexAfter(dates, day)] ?? []);
  return later.length === 0 ? undefined : Math.min(...later);
}

function aligned(dates: Int32Array, columns: readonly Float64Array[], dropped: number): AlignedPrices {
  return { kind: "aligned-prices", dates, columns, dropped };
}

function within({ dates, adjustedCloses }: PriceSeries, start: number, end: number): Column {
  const first = indexFrom(dates, start);
  const past = indexAfter(dates, end);
  return { dates: dates.subarray(first, past), prices: adjustedCloses.subarray(first, past) };
}

function sameDates(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  const n = a.length;
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** One pass: runs of dates that all have are copied whole; between runs each distinct date counts as dropped. */
function join(columns: readonly Column[]): AlignedPrices {
  const shortest = Math.min(...columns.map(({ dates }) => dates.length));
  // One allocation for all: for a few thousand dates each costs as much as a pass over them.
  const width = shortest * Float64Array.BYTES_PER_ELEMENT;
  const buffer = new ArrayBuffer(columns.length * width + shortest * Int32Array.BYTES_PER_ELEMENT);
  const joined = columns.map((_, s) => new Float64Array(buffer, s * width, shortest));
  const dates = new Int32Array(buffer, columns.length * width, shortest);
  const at = new Int32Array(columns.length);
  let kept = 0;
  let dropped = 0;
  for (;;) {
    const run = sharedRun(columns, at);
    if (run > 0) {
      dates.set(columns[0].dates.subarray(at[0], at[0] + run), kept);
      for (let s = 0; s < columns.length; s++) {
        joined[s].set(columns[s].prices.subarray(at[s], at[s] + run), kept);
        at[s] += run;
      }
      kept += run;
    }
    if (!passEarliest(columns, at)) break;
    dropped++;
  }
  return aligned(
    dates.subarray(0, kept),
    joined.map((column) => column.subarray(0, kept)),
    dropped,
  );
}

/** How many of the next dates are the same in all columns. */
function sharedRun(columns: readonly Column[], at: Int32Array): number {
  const first = columns[0].dates;
  const firstAt = at[0];
  let run = first.length - firstAt;
  for (let s = 1; s < columns.length; s++) {
    const other = columns[s].dates;
    const shift = at[s] - firstAt;
    const end = firstAt + Math.min(run, other.length - at[s]);
    let i = firstAt;
    while (i < end && first[i] === other[i + shift]) i++;
    run = i - firstAt;
  }
  return run;
}

/** Moves every column that has the earliest of the next dates past it; false when no date is left. */
function passEarliest(columns: readonly Column[], at: Int32Array): boolean {
  let earliest = Infinity;
  for (let s = 0; s < columns.length; s++) {
    if (at[s] < columns[s].dates.length) earliest = Math.min(earliest, columns[s].dates[at[s]]);
  }
  if (earliest === Infinity) return false;
  for (let s = 0; s < columns.length; s++) {
    if (at[s] < columns[s].dates.length && columns[s].dates[at[s]] === earliest) at[s]++;
  }
  return true;
}

function labelOf(_: PriceSeries, index: number): string {
  return `series ${index + 1}`;
}

function refuseEmpty({ dates }: PriceSeries, label: string): void {
  if (dates.length > 0) return;
  throw new AnalysisError("INSUFFICIENT_DATA", `a series to align must have at least 1 price, ${label} has 0`, {
    label,
    observations: 0,
    needed: 1,
  });
}

function noOverlap(series: readonly PriceSeries[], labels: readonly string[]): AnalysisError {
  const spans = series.map(({ dates }, i) => ({
    label: labels[i],
    first: formatDate(dates[0]),
    last: formatDate(dates[dates.length - 1]),
  }));
  const listed = spans.map(({ label, first, last }) => `${label} has ${first} to ${last}`).join(", ");
  return new AnalysisError("NO_OVERLAP", `series must share at least 1 date: ${listed}`, { series: spans });
}

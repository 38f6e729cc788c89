import { badInput } from "../error.ts";

const DAY_MS = 86_400_000;

/** Columns and their dates. Made by `series`. */
export type SeriesPart<Columns> = { readonly dates: readonly string[] } & Columns;

/**
 * A series for an answer, of dates and values, or of dates and several columns by name. One date stands for itself and
 * the weekdays that follow.
 *
 * @example
 * ```ts
 * import { createTestClient, series } from "@hedgeql/sdk/testing";
 *
 * const adjustedCloses = [185.64, 184.25, 181.91];
 * const hedgeql = createTestClient({
 *   answers: {
 *     returns: { asset: { returns: series("2024-01-05", [0.01, -0.02, 0.005]) } },
 *     prices: { asset: { prices: series(["2024-01-02", "2024-01-03", "2024-01-04"], { adjustedCloses }) } },
 *   },
 * });
 * const { asset } = await hedgeql.returns({ symbol: "TSLA" });
 * console.log(asset.returns.dates.at(-1), asset.returns.values.at(-1)); // 2024-01-09 0.005
 * ```
 */
export function series(dates: string | readonly string[], values: readonly number[]): SeriesPart<{ values: number[] }>;
export function series<Columns extends Readonly<Record<string, readonly number[]>>>(
  dates: string | readonly string[],
  columns: Columns,
): SeriesPart<Columns>;
export function series(dates: string | readonly string[], given: object): object {
  const columns: object = Array.isArray(given) ? { values: given } : given;
  const { length } = Object.values(columns)[0] as readonly number[];
  return { dates: typeof dates === "string" ? weekdays(dates, length) : dates, ...columns };
}

function weekdays(first: string, count: number): string[] {
  const start = Date.parse(first);
  if (Number.isNaN(start)) throw badInput(`a date must be like 2018-05-11, got ${first}`);
  const dates: string[] = [];
  for (let time = start; dates.length < count; time += DAY_MS) {
    const day = new Date(time);
    const isWeekday = day.getUTCDay() % 6 !== 0;
    if (isWeekday || time === start) dates.push(day.toISOString().slice(0, 10));
  }
  return dates;
}

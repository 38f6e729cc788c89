import { builder } from "./builder.ts";
import { dateColumn } from "./date.ts";

/** A column of numbers by date, and the symbol that it is of. */
export interface Column {
  readonly symbol: string | null;
  readonly dates: Int32Array;
  readonly values: Float64Array;
}

/** A column with NaN for what is not defined, as a list with nulls. */
export function withNulls(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

export const PackedSeries = builder.objectRef<Column>("PackedSeries").implement({
  description:
    "A series as two binary columns in base64, for programs: about a third of the bytes of the readable columns, and of the server's time. In JavaScript: `bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))`, then `new Float64Array(bytes.buffer)` for values and `new Int32Array(bytes.buffer)` for dates.",
  fields: (t) => ({
    length: t.int({ description: "How many entries each column has.", resolve: ({ dates }) => dates.length }),
    dates: t.string({
      description: "Base64 of little-endian 32-bit integers: days since 1970-01-01.",
      resolve: ({ dates }) => base64(dates),
    }),
    values: t.string({
      description: "Base64 of little-endian 64-bit floats.",
      resolve: ({ values }) => base64(values),
    }),
  }),
});

export const PriceSeries = builder.objectRef<Column>("PriceSeries").implement({
  description: "Prices as columns of equal length, oldest first.",
  fields: (t) => ({
    dates: t.field({
      type: ["Date"],
      description: "Trading dates at the exchange.",
      resolve: ({ dates }) => dateColumn(dates),
    }),
    adjustedCloses: t.floatList({
      description: "Closing prices adjusted for splits and dividends, in the asset's currency.",
      resolve: ({ values }) => Array.from(values),
    }),
    packed: t.field({ type: PackedSeries, description: "The same, for programs.", resolve: (series) => series }),
  }),
});

export const ReturnSeries = builder.objectRef<Column>("ReturnSeries").implement({
  description: "Returns as columns of equal length, oldest first. A return stands on the date on which it ends.",
  fields: (t) => ({
    symbol: t.string({
      nullable: true,
      description: "What the returns are of; null for a portfolio that is no single symbol.",
      resolve: ({ symbol }) => symbol,
    }),
    dates: t.field({
      type: ["Date"],
      description: "The date on which each return ends.",
      resolve: ({ dates }) => dateColumn(dates),
    }),
    values: t.floatList({
      description: "Returns as decimals a period: 0.01 is 1 %.",
      resolve: ({ values }) => Array.from(values),
    }),
    packed: t.field({ type: PackedSeries, description: "The same, for programs.", resolve: (series) => series }),
  }),
});

/** A typed column as text, little-endian. */
export function base64(column: Int32Array | Float64Array): string {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString("base64");
}

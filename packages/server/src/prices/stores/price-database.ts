import { priceSeries } from "@hedgeql/core";
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { SourceName } from "../price-source.ts";
import { type PriceStore, type StoredInstrument, WRONG_CLOCK_MS } from "../price-store.ts";

/** The tables. One row is one series, and a blob is one column of it: read and replaced whole, never torn. */
export interface PriceDatabase {
  price_series: {
    source: string;
    symbol: string;
    name: string | null;
    currency: string | null;
    exchange: string | null;
    /** Milliseconds since 1970-01-01 UTC. PostgreSQL gives a `bigint` as text. */
    retrieved_at: number | string;
    whole_at: number | string;
    /** Int32, little-endian: days since 1970-01-01. */
    dates: Uint8Array;
    /** Float64, little-endian. */
    adjusted_closes: Uint8Array;
  };
}

type BlobType = "blob" | "bytea";

/** The schema's history, oldest first. Entries are never edited: a change is a new entry. */
const migrations = (blob: BlobType): Record<string, Migration> => ({
  "2026-11-22 price series": {
    async up(db) {
      await db.schema
        .createTable("price_series")
        .addColumn("source", "text", (column) => column.notNull())
        .addColumn("symbol", "text", (column) => column.notNull())
        .addColumn("name", "text")
        .addColumn("currency", "text")
        .addColumn("exchange", "text")
        .addColumn("retrieved_at", "bigint", (column) => column.notNull())
        .addColumn("whole_at", "bigint", (column) => column.notNull())
        .addColumn("dates", sql.raw(blob), (column) => column.notNull())
        .addColumn("adjusted_closes", sql.raw(blob), (column) => column.notNull())
        .addPrimaryKeyConstraint("price_series_key", ["source", "symbol"])
        .execute();
    },
  },
});

/** Brings the database to the newest schema. Several servers may do so at once: the dialect's lock lets one through. */
export async function migrate(db: Kysely<PriceDatabase>, blob: BlobType): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(blob) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** The price store on any database that Kysely speaks to. */
export function createPriceStore(db: Kysely<PriceDatabase>): PriceStore {
  return {
    async load(source, symbol) {
      const row = await db
        .selectFrom("price_series")
        .selectAll()
        .where("source", "=", source)
        .where("symbol", "=", symbol)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        source: row.source as SourceName,
        symbol: row.symbol,
        name: row.name,
        currency: row.currency,
        exchange: row.exchange,
        retrievedAt: Number(row.retrieved_at),
        wholeAt: Number(row.whole_at),
        prices: priceSeries(new Int32Array(copy(row.dates)), new Float64Array(copy(row.adjusted_closes))),
      };
    },

    async save(instrument) {
      const row = toRow(instrument);
      await db
        .insertInto("price_series")
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(["source", "symbol"])
            .doUpdateSet(row)
            .where((is) =>
              is.or([
                is("price_series.retrieved_at", "<=", instrument.retrievedAt),
                is("price_series.retrieved_at", ">", instrument.retrievedAt + WRONG_CLOCK_MS),
              ]),
            ),
        )
        .execute();
    },

    async ping() {
      // Of the table, so that one which is missing or corrupt shows; a column that no index could answer for.
      await db.selectFrom("price_series").select("retrieved_at").limit(1).execute();
    },

    async close() {
      await db.destroy();
    },
  };
}

function toRow({ prices, retrievedAt, wholeAt, ...about }: StoredInstrument): PriceDatabase["price_series"] {
  const { source, symbol, name, currency, exchange } = about;
  return {
    source,
    symbol,
    name,
    currency,
    exchange,
    retrieved_at: retrievedAt,
    whole_at: wholeAt,
    dates: bytes(prices.dates),
    adjusted_closes: bytes(prices.adjustedCloses),
  };
}

function bytes(column: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** A buffer of its own: what a driver hands out may stand anywhere in a larger one, where Float64 cannot be read. */
function copy(blob: Uint8Array): ArrayBuffer {
  return Uint8Array.from(blob).buffer;
}

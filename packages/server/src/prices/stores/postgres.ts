import { Kysely, PostgresDialect } from "kysely";
import type { PriceStore } from "../price-store.ts";
import { createPriceStore, migrate, type PriceDatabase } from "./price-database.ts";

const CONNECT_TIMEOUT_MS = 5_000;

/** Opens the PostgreSQL database that several servers share. */
export async function openPostgresStore(url: string): Promise<PriceStore> {
  // Loaded here, because a server on SQLite never needs it.
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // A connection that breaks must not end the process, whether it is idle or in the middle of a query: that query fails,
  // and the pool replaces the connection.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<PriceDatabase>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, "bytea");
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createPriceStore(db);
}

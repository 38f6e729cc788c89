import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import type { DatabaseError, Pool } from "pg";
import type { PriceStore } from "../price-store.ts";
import { createPriceStore, migrate, type PriceDatabase } from "./price-database.ts";

const CONNECT_TIMEOUT_MS = 5_000;
/** A query here reads or writes one row: after this long nobody is there to answer. */
const QUERY_TIMEOUT_MS = 5_000;

export interface PostgresOptions {
  /** How long a query may take; 5 s when left out. */
  readonly queryTimeoutMs?: number;
}

/** Opens the PostgreSQL database that several servers share. */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<PriceStore> {
  // Loaded here, because a server on SQLite never needs it.
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: options.queryTimeoutMs ?? QUERY_TIMEOUT_MS,
  });
  // A connection that breaks must not end the process, whether it is idle or in the middle of a query: that query fails,
  // and the pool replaces the connection.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<PriceDatabase>({
    dialect: new PostgresDialect({ pool: withoutBrokenConnections(pool, pg.DatabaseError) }),
  });
  try {
    await migrate(db, "bytea");
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createPriceStore(db);
}

/**
 * The pool, but a connection on which a query failed by anything but the server's own answer is not used again: after
 * a timeout, what is sent on it waits behind the query that was given up.
 */
function withoutBrokenConnections(pool: Pool, ServerAnswer: typeof DatabaseError): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      let broken = false;
      const query = async (sql: string, parameters: readonly unknown[]) => {
        try {
          return await client.query(sql, [...parameters]);
        } catch (error) {
          broken ||= !(error instanceof ServerAnswer);
          throw error;
        }
      };
      const release = (discard?: boolean) => client.release(discard || broken);
      // Kysely also has cursors on its clients; nothing here reads by one.
      return { query, release } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}

import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteStatement, sql } from "kysely";
import type { PriceStore } from "../price-store.ts";
import { createPriceStore, migrate, type PriceDatabase } from "./price-database.ts";

/** Another process may hold the write lock for one short transaction; this is far longer. */
const BUSY_TIMEOUT_MS = 10_000;

/** Opens (or makes) the SQLite file that keeps prices on one machine; several processes may share it. */
export async function openSqliteStore(path: string): Promise<PriceStore> {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  // With FULL a commit is on the disk before it is answered: nothing that was saved is lost on a crash.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  const db = new Kysely<PriceDatabase>({ dialect: new NodeSqliteDialect(database) });
  try {
    await migrate(db, "blob");
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createPriceStore(db);
}

/** Kysely's SQLite dialect on Node's own SQLite. */
class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync) {
    super({
      database: {
        close: () => database.close(),
        prepare(query): SqliteStatement {
          const statement = database.prepare(query);
          const values = (parameters: readonly unknown[]) =>
            parameters as (null | number | bigint | string | Uint8Array)[];
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...values(parameters)),
            run: (parameters) => statement.run(...values(parameters)),
            iterate: (parameters) => statement.iterate(...values(parameters)),
          };
        },
      },
    });
  }

  override createAdapter(): SqliteAdapter {
    return new LockingAdapter();
  }
}

/** Kysely takes no lock on SQLite, since it thinks of one process; two servers that start at once need one. */
class LockingAdapter extends SqliteAdapter {
  override async acquireMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`begin immediate`.execute(db);
  }

  override async releaseMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`commit`.execute(db);
  }
}

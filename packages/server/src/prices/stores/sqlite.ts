import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteStatement, sql } from "kysely";
import type { PriceStore } from "../price-store.ts";
import { createPriceStore, migrate, type PriceDatabase } from "./price-database.ts";

/** Another process may hold the write lock for one short transaction; this is far longer. */
const BUSY_TIMEOUT_MS = 10_000;
const BUSY_RETRY_MS = 10;

/** The primary result code; the bits above it say more. */
const SQLITE_BUSY = 5;

/** Opens (or makes) the SQLite file that keeps prices on one machine; several processes may share it. */
export async function openSqliteStore(path: string): Promise<PriceStore> {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  const db = new Kysely<PriceDatabase>({ dialect: new NodeSqliteDialect(database) });
  try {
    await keepWriteAheadLog(database);
    // With FULL a commit is on the disk before it is answered: nothing that was saved is lost on a crash.
    database.exec("PRAGMA synchronous = FULL;");
    await migrate(db, "blob");
  } catch (error) {
    await db.destroy();
    // Kysely closes only what it has used.
    if (database.isOpen) database.close();
    throw error;
  }
  return createPriceStore(db);
}

/** Where two servers make a new database together, SQLite refuses one of them the log without waiting for its timeout. */
async function keepWriteAheadLog(database: DatabaseSync): Promise<void> {
  for (const deadline = Date.now() + BUSY_TIMEOUT_MS; ; await setTimeout(BUSY_RETRY_MS)) {
    try {
      database.exec("PRAGMA journal_mode = WAL;");
      return;
    } catch (error) {
      const { errcode = 0 } = error as { errcode?: number };
      if ((errcode & 0xff) !== SQLITE_BUSY || Date.now() > deadline) throw error;
    }
  }
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

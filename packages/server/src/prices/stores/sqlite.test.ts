import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generation } from "../../../testing/price-generation.ts";
import { startStoreProcess } from "../../../testing/store-process.ts";
import { describePriceStore } from "./price-store.contract.ts";
import { openSqliteStore } from "./sqlite.ts";

describePriceStore("The SQLite store", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hedgeql-sqlite-"));
  let files = 0;
  return {
    open: openSqliteStore,
    newLocation: async () => join(folder, `${files++}.sqlite`),
    tearDown: () => rm(folder, { recursive: true }),
  };
});

describe("the SQLite store", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hedgeql-sqlite-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("makes the folder that it is to lie in", async () => {
    const store = await openSqliteStore(join(folder, "new", "folder", "prices.sqlite"));
    await store.ping();
    await store.close();
  });

  test("says so when the file is not a database", async () => {
    const path = join(folder, "text.sqlite");
    await writeFile(path, "this is not a database, and longer than the header of one would be".repeat(20));
    await expect(openSqliteStore(path)).rejects.toThrow(/not a database/);
  });

  test("does not answer a ping without its table", async () => {
    const path = join(folder, "dropped.sqlite");
    const store = await openSqliteStore(path);
    const database = new DatabaseSync(path);
    database.exec("drop table price_series");
    database.close();
    await expect(store.ping()).rejects.toThrow(/price_series/);
    await store.close();
  });

  test("does not answer a ping when its table is corrupt", async () => {
    const path = join(folder, "corrupt.sqlite");
    const before = await openSqliteStore(path);
    await before.save(generation(1));
    await before.close();
    const database = new DatabaseSync(path);
    const { rootpage } = database.prepare("select rootpage from sqlite_schema where name = 'price_series'").get() as {
      rootpage: number;
    };
    const { page_size: size } = database.prepare("pragma page_size").get() as { page_size: number };
    database.close();
    const file = await open(path, "r+");
    await file.write(Buffer.alloc(size, 0xff), 0, size, (rootpage - 1) * size);
    await file.close();
    const store = await openSqliteStore(path);
    await expect(store.ping()).rejects.toThrow(/malformed/);
    await store.close();
  });

  test("keeps a write-ahead log, so that a writer and readers do not wait for each other", async () => {
    const path = join(folder, "log.sqlite");
    const store = await openSqliteStore(path);
    const database = new DatabaseSync(path);
    expect(database.prepare("pragma journal_mode").get()).toEqual({ journal_mode: "wal" });
    database.close();
    await store.close();
  });

  test("waits its turn when another server is just making the database", async () => {
    const path = join(folder, "contended.sqlite");
    const other = new DatabaseSync(path);
    // A new database does not have its write-ahead log yet, and SQLite refuses to add it while anybody writes.
    other.exec("create table made_by_other (x); begin immediate;");
    const opening = openSqliteStore(path);
    const first = await Promise.race([opening.then(() => "opened", String), setTimeout(30, "waits")]);
    expect(first).toBe("waits");
    other.exec("commit");
    other.close();
    const store = await opening;
    await store.save(generation(1));
    await store.close();
  });

  test("loses nothing that it acknowledged, and tears nothing, when its process is killed", {
    timeout: 60_000,
  }, async () => {
    const path = join(folder, "killed.sqlite");
    let acknowledged = 0;
    for (let kill = 0; kill < 10; kill++) {
      const server = await startStoreProcess(path, "save-forever", String(acknowledged + 1));
      server.go();
      const saves = 1 + Math.floor(Math.random() * 20);
      for (let i = 0; i < saves; i++) acknowledged = Number((await server.lines.next()).value);
      // At any point of the save that is under way now, which takes about a millisecond.
      const moment = performance.now() + Math.random() * 2;
      while (performance.now() < moment);
      server.process.kill("SIGKILL");
      for (let line = await server.lines.next(); !line.done; line = await server.lines.next()) {
        acknowledged = Number(line.value);
      }
      await server.ended;
      expect(server.process.signalCode, server.complaints()).toBe("SIGKILL");

      const database = new DatabaseSync(path);
      expect(database.prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
      database.close();
      const store = await openSqliteStore(path);
      const stored = await store.load("YAHOO", "GENERATION");
      await store.close();
      // The last save may have reached the disk before its process could say so.
      const number = stored?.retrievedAt ?? 0;
      expect([acknowledged, acknowledged + 1]).toContain(number);
      expect(stored).toEqual(generation(number));
      acknowledged = number;
    }
    expect(acknowledged).toBeGreaterThanOrEqual(10);
  });
});

import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BreakableProxy, startBreakableProxy } from "../../../testing/breakable-proxy.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../../../testing/postgres-server.ts";
import { generation } from "../../../testing/price-generation.ts";
import type { PriceStore } from "../price-store.ts";
import { openPostgresStore } from "./postgres.ts";
import { describePriceStore } from "./price-store.contract.ts";

const available = hasPostgres();

/** Far longer than anything waited for takes, on a busy machine too. */
const POLL = { timeout: 30_000 };

describe.runIf(available)("With PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop(), 60_000);

  describePriceStore("The PostgreSQL store", async () => ({
    open: openPostgresStore,
    newLocation: () => server.createDatabase(),
    tearDown: async () => {},
  }));

  describe("the PostgreSQL store", { timeout: 60_000 }, () => {
    let url: string;
    let store: PriceStore;
    let administrator: pg.Client;

    beforeEach(async () => {
      url = await server.createDatabase();
      store = await openPostgresStore(url);
      administrator = new pg.Client({ connectionString: url });
      await administrator.connect();
    });
    afterEach(async () => {
      await administrator.end();
      await store.close();
    });

    /** Queries of others on this database, by a condition on `pg_stat_activity`. */
    const others = (condition: string) =>
      `from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database() and ${condition}`;

    function urlThrough({ port }: BreakableProxy): string {
      const { username, password, pathname } = new URL(url);
      return `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`;
    }

    test("outlives the end of a connection that is idle", async () => {
      await administrator.query(`select pg_terminate_backend(pid) ${others("true")}`);
      // A query may still meet the dead connection, and fail; the process goes on, and so does the store.
      await expect.poll(() => store.ping().then(() => "alive", String), POLL).toBe("alive");
    });

    test("outlives the break of a connection in the middle of a query", async () => {
      const proxy = await startBreakableProxy(server.address);
      const distant = await openPostgresStore(urlThrough(proxy));
      await distant.save(generation(1));
      await administrator.query("begin; lock table price_series in access exclusive mode");
      const loading = distant.load("YAHOO", "GENERATION").catch((error: unknown) => error);
      const waiting = `select 1 ${others("wait_event_type = 'Lock'")}`;
      await expect.poll(async () => (await administrator.query(waiting)).rowCount, POLL).toBe(1);
      proxy.breakConnections();
      expect(await loading).toBeInstanceOf(Error);
      await administrator.query("commit");
      expect(await distant.load("YAHOO", "GENERATION")).toEqual(generation(1));
      await distant.close();
      await proxy.close();
    });

    test("gives up a query that a frozen server leaves without an answer, and its connection too", async () => {
      const proxy = await startBreakableProxy(server.address);
      const distant = await openPostgresStore(urlThrough(proxy), { queryTimeoutMs: 500 });
      await distant.save(generation(1));
      proxy.freezeConnections();
      await expect(distant.load("YAHOO", "GENERATION")).rejects.toThrow(/timeout/);
      // The frozen connection would not answer this either.
      expect(await distant.load("YAHOO", "GENERATION")).toEqual(generation(1));
      await distant.close();
      await proxy.close();
    });

    test("keeps a connection on which the server refused a query", async () => {
      const backends = `select pid ${others("true")}`;
      await store.ping();
      const before = await administrator.query(backends);
      await administrator.query("alter table price_series rename to elsewhere");
      await expect(store.ping()).rejects.toThrow(/price_series/);
      await administrator.query("alter table elsewhere rename to price_series");
      await store.ping();
      expect((await administrator.query(backends)).rows).toEqual(before.rows);
    });

    test("does not answer a ping without its table", async () => {
      await administrator.query("drop table price_series");
      await expect(store.ping()).rejects.toThrow(/price_series/);
    });

    test("says so when the database does not exist", async () => {
      const missing = new URL(url);
      missing.pathname = "/hedgeql_missing";
      await expect(openPostgresStore(missing.href)).rejects.toThrow(/hedgeql_missing/);
    });
  });
});

if (!available) {
  describe("PostgreSQL's store is not tested: none is installed and TEST_POSTGRES_URL is not set", () => {
    test.skipIf(process.env.REQUIRE_ALL !== "1")("it needs a PostgreSQL server", () => {
      expect.unreachable("REQUIRE_ALL=1 asks for every test, and this one needs PostgreSQL");
    });
  });
}

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { NetConnectOpts } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Where it listens, for `node:net`. */
  readonly address: NetConnectOpts;
  /** Makes an empty database and gives its URL. */
  createDatabase(): Promise<string>;
  /** Stops the server if it was started here, and leaves no database behind. */
  stop(): Promise<void>;
}

/** The folder of PostgreSQL's server programs, or `undefined` where none is installed. */
export function findPostgres(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter).filter(Boolean),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** Whether tests that need PostgreSQL can run: a server is named by `TEST_POSTGRES_URL`, or one is installed. */
export function hasPostgres(): boolean {
  return Boolean(process.env.TEST_POSTGRES_URL) || findPostgres() !== undefined;
}

/** The server that `TEST_POSTGRES_URL` names, or one of our own in a temporary folder, reached by a Unix socket. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) return databasesOn(given);
  const bin = findPostgres();
  if (bin === undefined) throw new Error("no PostgreSQL server is installed, and TEST_POSTGRES_URL is not set");

  const folder = mkdtempSync(join(tmpdir(), "hedgeql-postgres-"));
  const owner = unprivilegedOwner();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const options = { cwd: folder, ...owner };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  // No TCP port: nothing to be taken by somebody else.
  const args = ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=on"];
  const server = spawn(join(bin, "postgres"), args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  await ready(server);
  return {
    ...databasesOn(`postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`),
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      // "Immediate shutdown": what it holds is thrown away with its folder.
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root; Debian makes a user for it. */
function unprivilegedOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (log.includes("database system is ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}

function databasesOn(url: string): PostgresServer {
  const names: string[] = [];

  async function administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  const { hostname, port, searchParams } = new URL(url);
  const folder = searchParams.get("host");
  return {
    address: folder === null ? { host: hostname, port: Number(port || 5432) } : { path: `${folder}/.s.PGSQL.5432` },
    async createDatabase() {
      const name = `hedgeql_test_${process.pid}_${names.length}`;
      await administer(`create database ${name}`);
      names.push(name);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
    async stop() {
      for (const name of names) await administer(`drop database ${name} with (force)`);
    },
  };
}

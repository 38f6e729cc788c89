import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chart, held, startYahooStandIn, weekdayBars } from "@hedgeql/server/testing/yahoo-stand-in";
import { describe, expect, test } from "vitest";
import { ask, startServer } from "./running-server.ts";

const MAIN = fileURLToPath(new URL("../packages/server/src/main.ts", import.meta.url));

const asset = '{ asset(symbol: "SLOW") { prices { dates } } }';

describe("SIGTERM", () => {
  test("lets a running request finish, takes no new one, and ends with 0", async () => {
    const yahoo = await startYahooStandIn();
    const slow = held(chart({ bars: weekdayBars("2024-01-01", 100) }));
    yahoo.respond("SLOW", slow.answer);
    const server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
    const answer = ask(server.url, asset, undefined, { connection: "close" });
    await yahoo.until(({ open }) => open === 1);
    const ended = server.end("SIGTERM");
    await expect.poll(() => server.output()).toContain("stopping");
    await expect(ask(server.url, asset)).rejects.toThrow();
    slow.release();
    expect((await answer).data.asset.prices.dates).toHaveLength(100);
    expect(await ended).toBe(0);
    expect(server.output()).toContain('"stopped"');
    await server.close();
    await yahoo.close();
  });

  test("ends a server that has drawn pictures, idle or at one", async () => {
    const picture = `{ hedgedPortfolio(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]) { charts { regression { svg } } } }`;
    const idle = await startServer();
    expect((await ask(idle.url, picture)).errors).toEqual([]);
    expect(await idle.end("SIGTERM")).toBe(0);
    const busy = await startServer();
    const drawn = ask(busy.url, picture, undefined, { connection: "close" });
    await ask(busy.url, "{ __typename }", undefined, { connection: "close" });
    const ended = busy.end("SIGTERM");
    expect((await drawn).errors).toEqual([]);
    expect(await ended).toBe(0);
    await Promise.all([idle.close(), busy.close()]);
  });

  test("does not wait for ever: after SHUTDOWN_SECONDS it ends all the same", async () => {
    const yahoo = await startYahooStandIn();
    yahoo.respond("SLOW", held(chart({ bars: [] })).answer);
    const server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url, SHUTDOWN_SECONDS: "0" } });
    const answer = ask(server.url, asset).catch(() => "cut off");
    await yahoo.until(({ open }) => open === 1);
    expect(await server.end("SIGTERM")).toBe(0);
    expect(await answer).toBe("cut off");
    await server.close();
    await yahoo.close();
  });
});

test("a client that leaves ends the work that was done for it alone", async () => {
  const yahoo = await startYahooStandIn();
  yahoo.respond("SLOW", held(chart({ bars: [] })).answer);
  const server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
  const leaving = new AbortController();
  const call = fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: asset }),
    signal: leaving.signal,
  }).catch(() => "left");
  await yahoo.until(({ open }) => open === 1);
  leaving.abort();
  expect(await call).toBe("left");
  await yahoo.until(({ abandoned }) => abandoned === 1);
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
  await yahoo.close();
});

describe("a setting that breaks its rule stops the start with a sentence", () => {
  test.each([
    ["PORT", "http", "PORT must be a whole number from 0 to 65535"],
    ["PORT", "70000", "PORT must be a whole number from 0 to 65535"],
    ["YAHOO_BASE_URL", "ftp://user:secret@x", "YAHOO_BASE_URL must be an http:// or https:// URL"],
    ["YAHOO_BASE_URL", "https://user:secret@x/", "YAHOO_BASE_URL must be an http:// or https:// URL"],
    ["YAHOO_BASE_URL", "https://x/?key=secret", "YAHOO_BASE_URL must be an http:// or https:// URL"],
    ["DATABASE_URL", "postgres://user:secret@127.0.0.1:9/db", "prices cannot be kept in the database of DATABASE_URL"],
    ["DATA_DIR", "/dev/null/x", "prices cannot be kept in /dev/null/x/hedgeql.sqlite (DATA_DIR)"],
    ["DATABASE_URL", "mysql://user:secret@host/db", "DATABASE_URL must be a postgres:// URL"],
    ["CORS_ORIGINS", "*", "CORS_ORIGINS must be origins such as"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of"],
    ["PRICES_FRESH_SECONDS", "-1", "PRICES_FRESH_SECONDS must be a whole number"],
  ])("%s=%s", (variable, value, message) => {
    const env = { PATH: process.env.PATH, [variable]: value };
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], { env, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stdout + stderr).not.toMatch(/secret|at .*\.ts:/);
  });
});

test("a port that is taken is said so", async () => {
  const server = await startServer();
  const { port } = new URL(server.url);
  const { status, stderr } = spawnSync(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: port, DATA_DIR: server.dataDir },
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toContain(`cannot listen at 127.0.0.1:${port} (EADDRINUSE): stop what listens there, or set PORT`);
  expect(stderr).not.toMatch(/\n +at /);
  await server.close();
});

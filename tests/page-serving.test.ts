import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "./running-server.ts";

const START = fileURLToPath(new URL("../scripts/start.ts", import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const get = (path: string, encoding = "br") =>
  fetch(new URL(path, server.url), { headers: { accept: "text/html", "accept-encoding": encoding } });

/** The page and every file that it names. */
async function page(): Promise<{ html: string; files: string[] }> {
  const html = await (await get("/")).text();
  return { html, files: [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path) };
}

test("the bare address is the page, under a policy that lets it ask nobody but the server", async () => {
  const response = await get("/");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
  expect(await response.text()).toMatch(/<title>[^<]*HedgeQL/);
});

test("every file that the page names is the server's own, there, compressed, and kept by browsers", async () => {
  const { html, files } = await page();
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style| style="| on\w+="/);
  expect(files.some((path) => path.endsWith(".js"))).toBe(true);
  for (const path of files) {
    expect(path).toMatch(/^\/[^/]/);
    const response = await get(path);
    expect(response.status).toBe(200);
    if (!path.startsWith("/assets/")) continue;
    expect(response.headers.get("cache-control")).toContain("immutable");
    if (/\.(js|css)$/.test(path)) expect(response.headers.get("content-encoding")).toBe("br");
  }
});

test("pnpm start is the server: it listens, logs as the server does, and ends with 0 when it is told to", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hedgeql-start-"));
  const child = spawn(process.execPath, [START], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: dataDir },
  });
  let output = "";
  const ended = once(child, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const address = /"url":"([^"]+)"/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    ended.then(([code]) => reject(new Error(`it ended with ${code}:\n${output}`)));
  });
  expect((await fetch(new URL("/health", url))).status).toBe(200);
  expect((await fetch(new URL("/", url))).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  for (const line of output.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
  rmSync(dataDir, { recursive: true, force: true });
});

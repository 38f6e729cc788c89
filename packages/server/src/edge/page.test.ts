import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { createSchema, createYoga } from "graphql-yoga";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { useCompression } from "./compression.ts";
import { withHostGuard } from "./host-guard.ts";
import { usePage } from "./page.ts";

const SCRIPT = "console.log('a page');\n".repeat(200);

const FILES: Readonly<Record<string, string>> = {
  "index.html": "<!doctype html><title>The page</title>",
  "favicon.svg": "<svg/>",
  "robots.txt": "User-agent: *",
  "site.webmanifest": "{}",
  "data.json": JSON.stringify(new Array(3_000).fill("a long answer")),
  "assets/x-abc123.js": SCRIPT,
  "assets/x-abc123.css": "body{}",
  "assets/font-abc123.woff2": "font",
  "assets/notes.exe": "not for the web",
  ".built-from": "secret",
  "assets/.hidden.js": "secret",
};

const folder = mkdtempSync(join(tmpdir(), "hedgeql-page-"));

async function writePage(to: string, files: Readonly<Record<string, string>> = FILES): Promise<void> {
  await mkdir(join(to, "assets"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(to, name), text);
}

/** Serves what is in the folder by the whole of HTTP, and nothing but the page. */
async function serve(pageFolder: string): Promise<{ server: Server; origin: string }> {
  const yoga = createYoga({
    schema: createSchema({ typeDefs: "type Query { one: Int }" }),
    landingPage: false,
    logging: false,
    plugins: [usePage(pathToFileURL(`${pageFolder}/`), "/graphql"), useCompression()],
  });
  const server = createServer(withHostGuard(yoga));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let server: Server;
let origin: string;
beforeAll(async () => {
  await writePage(join(folder, "dist"));
  await writeFile(join(folder, "package.json"), "secret");
  await writeFile(join(folder, "dist/assets/x-abc123.js.br"), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, "dist/assets/x-abc123.js.gz"), gzipSync(SCRIPT));
  ({ server, origin } = await serve(join(folder, "dist")));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(origin + path, { method, headers: { "accept-encoding": "identity", ...headers } });

describe("the files of the page", () => {
  test.each([
    ["/", "text/html; charset=utf-8"],
    ["/index.html", "text/html; charset=utf-8"],
    ["/?symbol=sample:AAPL", "text/html; charset=utf-8"],
    ["/favicon.svg", "image/svg+xml; charset=utf-8"],
    ["/robots.txt", "text/plain; charset=utf-8"],
    ["/site.webmanifest", "application/manifest+json; charset=utf-8"],
    ["/data.json", "application/json; charset=utf-8"],
    ["/assets/x-abc123.js", "text/javascript; charset=utf-8"],
    ["/assets/x-abc123.css", "text/css; charset=utf-8"],
    ["/assets/font-abc123.woff2", "font/woff2"],
  ])("%s is %s, whole, and nothing that a browser may guess about", async (path, type) => {
    const response = await get(path);
    const { pathname } = new URL(path, origin);
    const text = FILES[pathname === "/" ? "index.html" : pathname.slice(1)];
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-length")).toBe(String(text.length));
    expect(await response.text()).toBe(text);
  });

  test("what has its hash in its name is kept for ever, and the rest is asked for again", async () => {
    const kept = (await get("/assets/x-abc123.js")).headers.get("cache-control");
    expect(kept).toBe("public, max-age=31536000, immutable");
    for (const path of ["/", "/favicon.svg"]) expect((await get(path)).headers.get("cache-control")).toBe("no-cache");
  });

  test("a browser that has a file is told so", async () => {
    for (const path of ["/", "/assets/x-abc123.js"]) {
      const tag = (await get(path)).headers.get("etag") ?? "";
      for (const known of [tag, `"other", ${tag}`, "*"]) {
        const again = await get(path, { "if-none-match": known });
        expect(again.status).toBe(304);
        expect(again.headers.get("etag")).toBe(tag);
        expect(await again.text()).toBe("");
      }
      expect((await get(path, { "if-none-match": '"other"' })).status).toBe(200);
    }
  });

  test("HEAD has the headers of GET, and no body", async () => {
    for (const path of ["/", "/assets/x-abc123.js", "/data.json"]) {
      const [asked, head] = [await get(path), await get(path, {}, "HEAD")];
      expect(head.status).toBe(200);
      expect(await head.text()).toBe("");
      for (const name of ["content-length", "content-type", "etag", "cache-control"]) {
        expect(head.headers.get(name)).toBe(asked.headers.get(name));
      }
    }
  });
});

describe("compression", () => {
  test.each([
    ["br, gzip", "br"],
    ["gzip, br;q=0.1", "gzip"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0", null],
    ["zstd", null],
  ])("asked for with %s, a file that the build compressed comes as %s", async (accepted, encoding) => {
    const response = await get("/assets/x-abc123.js", { "accept-encoding": accepted });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("vary")).toBe("accept-encoding");
    const length = Number(response.headers.get("content-length"));
    expect(length < SCRIPT.length).toBe(encoding !== null);
    expect(await response.text()).toBe(SCRIPT);
  });

  test("what the build did not compress comes as it is, even where the API's answers would be compressed", async () => {
    const response = await get("/data.json", { "accept-encoding": "gzip" });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("vary")).toBe("accept-encoding");
    expect(await response.text()).toBe(FILES["data.json"]);
  });
});

test("the page may run its own scripts only, ask this server only, and be in nobody's frame", async () => {
  const { headers } = await get("/");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
});

/** A path that no client of good manners would send as it is. */
function status(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(new URL(origin).port), "127.0.0.1", () =>
      socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

test.each([
  "/nothing",
  "/assets",
  "/assets/",
  "/assets/nothing.js",
  "/assets/x-abc123.js/",
  "/assets/x-abc123.js.br",
  "/assets/x-abc123.js.gz",
  "/assets/notes.exe",
  "/assets/.hidden.js",
  "/.built-from",
  "/../package.json",
  "/assets/../../package.json",
  "/assets/..%2f..%2fpackage.json",
  "/%2e%2e/package.json",
  "/assets/%2e%2e/%2e%2e/package.json",
  "/..\\package.json",
  "/assets/x-abc123.js%00",
  "//etc/passwd",
  "/constructor",
  "/__proto__",
])("%s is no file of the page", async (path) => {
  const answer = await status(path);
  expect(answer).toMatch(/^HTTP\/1\.1 404/);
  expect(answer).not.toContain("secret");
});

test("a path that leads back into the page is its file", async () => {
  expect(await status("/assets/../index.html")).toMatch(/^HTTP\/1\.1 200/);
});

test("other methods are not the page's", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) expect((await get("/", {}, method)).status).not.toBe(200);
});

describe("a page that is not built", () => {
  test("says so, with the command that builds it and the way to GraphiQL, and is there as soon as it is built", async () => {
    const later = await serve(join(folder, "later"));
    try {
      const missing = await fetch(`${later.origin}/`);
      expect(missing.status).toBe(503);
      expect(missing.headers.get("cache-control")).toBe("no-store");
      const html = await missing.text();
      expect(html).toContain("npx -y pnpm@12 build:page");
      expect(html).toContain('href="/graphql"');
      expect((await fetch(`${later.origin}/`, { method: "HEAD" })).status).toBe(503);
      expect((await fetch(`${later.origin}/favicon.svg`)).status).toBe(404);

      await mkdir(join(folder, "later"));
      expect((await fetch(`${later.origin}/`)).status).toBe(503);
      await writePage(join(folder, "built"));
      rmSync(join(folder, "later"), { recursive: true });
      await rename(join(folder, "built"), join(folder, "later"));
      expect(await (await fetch(`${later.origin}/`)).text()).toContain("The page");
      expect((await fetch(`${later.origin}/assets/x-abc123.js`)).status).toBe(200);
    } finally {
      later.server.closeAllConnections();
      later.server.close();
    }
  });
});

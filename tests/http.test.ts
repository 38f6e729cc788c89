import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, skipBrowser } from "./browser.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const at = (path: string) => new URL(path, server.url);
const SMALL = JSON.stringify({ query: "{ __typename }" });

describe("GraphQL over HTTP", () => {
  const audits = serverAudits({ url: () => server.url });

  test("the audit suite is the whole one", () => {
    expect(audits.length).toBeGreaterThanOrEqual(61);
  });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))("%s %s", async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result.status, "reason" in result ? result.reason : "").toBe("ok");
  });
});

describe("a page of another site", () => {
  test.each(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", undefined])(
    "cannot post as %s",
    async (type) => {
      const response = await fetch(server.url, {
        method: "POST",
        headers: type === undefined ? {} : { "content-type": type },
        // A body of bytes gets no content type of its own.
        body: new TextEncoder().encode(SMALL),
      });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    },
  );
});

describe("a page of a site that is listed", () => {
  let listing: RunningServer;
  beforeAll(async () => {
    listing = await startServer({ env: { CORS_ORIGINS: "https://app.example.com,https://other.example.com" } });
  });
  afterAll(() => listing.close());

  const asked = (origin: string) => [
    fetch(listing.url, { method: "POST", headers: { origin, "content-type": "application/json" }, body: SMALL }),
    fetch(`${listing.url}?query={__typename}`, { headers: { origin } }),
    fetch(listing.url, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } }),
    fetch(new URL("/health", listing.url), { headers: { origin } }),
  ];

  test.each([
    ["https://app.example.com", "https://app.example.com"],
    ["https://other.example.com", "https://other.example.com"],
    ["https://evil.example.com", null],
    ["null", null],
  ])("is let in, and nobody else: %s", async (origin, allowed) => {
    for (const { headers } of await Promise.all(asked(origin))) {
      expect(headers.get("access-control-allow-origin")).toBe(allowed);
      expect(headers.get("vary")).toMatch(/^origin\b/);
    }
  });

  test.skipIf(skipBrowser)("a browser lets it read the answer, and no sandboxed frame in it", async () => {
    const site = createServer((_, response) =>
      response.end('<iframe sandbox="allow-scripts" srcdoc="framed"></iframe>'),
    );
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const listing = await startServer({ env: { CORS_ORIGINS: `https://app.example.com,${origin}` } });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(origin);
      const read = async ([url, body]: readonly string[]) => {
        const json = { method: "POST", headers: { "content-type": "application/json" }, body };
        const settled = await Promise.allSettled([fetch(`${url}?query={__typename}`), fetch(url, json)]);
        return [globalThis.origin, ...settled.map(({ status }) => status)];
      };
      const [top, framed] = await Promise.all(page.frames().map((frame) => frame.evaluate(read, [listing.url, SMALL])));
      expect(top).toEqual([origin, "fulfilled", "fulfilled"]);
      expect(framed).toEqual(["null", "rejected", "rejected"]);
    } finally {
      await Promise.all([browser.close(), listing.close()]);
      site.close();
    }
  });
});

describe("health", () => {
  test.each(["/health", "/health/ready"])("%s: ready, with the store's state", async (path) => {
    const response = await fetch(at(path));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ready", checks: { store: "ok" } });
  });

  test("/health/live: alive", async () => {
    expect((await fetch(at("/health/live"))).status).toBe(200);
  });
});

describe("answers", () => {
  const LARGE = JSON.stringify({ query: '{ asset(symbol: "sample:^GSPC") { prices { dates adjustedCloses } } }' });
  const post = (body: string, encoding: string) =>
    fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-encoding": encoding },
      body,
    });

  test("large ones are compressed for those who accept it, and say the same", async () => {
    const plain = await post(LARGE, "identity");
    const compressed = await post(LARGE, "gzip");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(compressed.headers.get("content-encoding")).toBe("gzip");
    expect(compressed.headers.get("vary")).toContain("accept-encoding");
    expect(Number(compressed.headers.get("content-length"))).toBeLessThan(
      Number(plain.headers.get("content-length")) / 2,
    );
    expect(await compressed.text()).toBe(await plain.text());
  });

  test("small ones are not, nor any for those who refuse it", async () => {
    expect((await post(SMALL, "gzip")).headers.get("content-encoding")).toBeNull();
    expect((await post(LARGE, "gzip;q=0")).headers.get("content-encoding")).toBeNull();
  });

  test("carry the request's id, the caller's own where it gave one", async () => {
    const headers = { "content-type": "application/json" };
    const own = await fetch(server.url, {
      method: "POST",
      headers: { ...headers, "x-request-id": "mine" },
      body: SMALL,
    });
    const made = await fetch(server.url, { method: "POST", headers, body: SMALL });
    expect(own.headers.get("x-request-id")).toBe("mine");
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const empty = await fetch(server.url, { method: "POST", headers: { ...headers, "x-request-id": "" }, body: SMALL });
    expect(empty.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const long = await fetch(server.url, {
      method: "POST",
      headers: { ...headers, "x-request-id": "x".repeat(5_000) },
      body: SMALL,
    });
    expect(long.headers.get("x-request-id")).toBe("x".repeat(100));
  });

  test("errors stand in the order of the answer, whichever failed first", async () => {
    // A name that is none fails before a file that is missing, and both before a source that cannot be reached.
    const { errors } = await ask(
      server.url,
      '{ z: asset(symbol: "AWAY") { id } all: assets(symbols: ["csv:missing", "sample:AAPL", "csv:../x"]) { id } a: asset(symbol: "csv:../y") { id } }',
    );
    expect(errors.map(({ path }) => path)).toEqual([["z"], ["all", 0], ["all", 2], ["a"]]);
  });

  test("the log tells of requests, and keeps variables and headers to itself", async () => {
    await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer secret-token" },
      body: JSON.stringify({
        query: "query Q($s: String!) { asset(symbol: $s) { id } }",
        operationName: "Q",
        variables: { s: "sample:SECRET" },
      }),
    });
    await expect.poll(() => server.output()).toContain('"operation":"Q","codes":["UNKNOWN_SYMBOL"]');
    await ask(server.url, "query OnlyInTheText { __typename }");
    await expect.poll(() => server.output()).toContain('"operation":"OnlyInTheText"');
    expect(server.output()).not.toMatch(/secret-token|SECRET/);
  });
});

describe("a request that is none", () => {
  const raw = (lines: string[]) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      let answer = "";
      const socket = connect(Number(port), hostname, () => socket.end(`${lines.join("\r\n")}\r\n\r\n`));
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.on("close", () => resolve(answer));
      socket.on("error", reject);
    });

  test.each(["[", "%", "a b", "x/y?z"])("the host %s: 400, and nothing of our insides", async (host) => {
    const answer = await raw(["GET /health/live HTTP/1.1", `Host: ${host}`, "Connection: close"]);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer).not.toMatch(/node_modules|\.ts:|\n +at /);
  });

  test("a target in absolute form is its path, and one that is no path is refused", async () => {
    const { origin, host } = new URL(server.url);
    expect(await raw([`GET ${origin}/health HTTP/1.1`, `Host: ${host}`, "Connection: close"])).toMatch(
      /^HTTP\/1\.1 200/,
    );
    const asterisk = await raw(["OPTIONS * HTTP/1.1", `Host: ${host}`, "Connection: close"]);
    expect(asterisk).toMatch(/^HTTP\/1\.1 400/);
    expect(asterisk).not.toMatch(/node_modules|\n +at /);
  });

  test.each([
    ["query A { __typename } query B { __typename }", undefined],
    ["query A { __typename } query B { __typename }", "C"],
  ])("%s, asked for as %s: BAD_REQUEST", async (query, operationName) => {
    const response = await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, operationName }),
    });
    const message = expect.stringContaining("operationName must name one");
    expect(await response.json()).toMatchObject({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
  });

  test("a variable that is not used is the query's fault, and not a value's", async () => {
    const { errors } = await ask(server.url, "query ($x: Int) { __typename }");
    expect(errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
  });
});

describe("GraphiQL's page", () => {
  test("GraphiQL asks nobody else for anything, and a browser that has it is told so", async () => {
    const response = await fetch(server.url, { headers: { accept: "text/html" } });
    const html = await response.text();
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="(https?:)?\/\//);
    expect(html).toContain("sample:AAPL");
    const again = await fetch(server.url, {
      headers: { accept: "text/html", "if-none-match": response.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
    const weakened = `"other", W/${response.headers.get("etag")}`;
    const behindProxy = await fetch(server.url, { headers: { accept: "text/html", "if-none-match": weakened } });
    expect(behindProxy.status).toBe(304);
  });

  test("a reload with a query in the address is GraphiQL again", async () => {
    const response = await fetch(`${server.url}?query=%7B__typename%7D`, { headers: { accept: "text/html" } });
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  test("an unknown path is 404", async () => {
    expect((await fetch(at("/nothing"))).status).toBe(404);
  });
});

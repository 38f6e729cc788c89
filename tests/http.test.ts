import { connect } from "node:net";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { CORS_ORIGINS: "https://app.example.com" } });
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

  const preflight = (origin: string) =>
    fetch(server.url, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
    });

  test("is let in when it is listed", async () => {
    const response = await preflight("https://app.example.com");
    expect(response.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(response.headers.get("access-control-allow-credentials")).not.toBe("true");
    const headers = { origin: "https://app.example.com", "content-type": "application/json" };
    const posted = await fetch(server.url, { method: "POST", headers, body: SMALL });
    expect(posted.headers.get("access-control-expose-headers")).toContain("x-request-id");
  });

  test("is kept out when it is not", async () => {
    const response = await preflight("https://evil.example.com");
    expect(response.headers.get("access-control-allow-origin")).not.toBe("https://evil.example.com");
    expect(response.headers.get("access-control-allow-origin")).not.toBe("*");
  });

  test("is kept out by a server that lists nobody", async () => {
    const closed = await startServer();
    try {
      const headers = { "content-type": "application/json", origin: "https://app.example.com" };
      for (const method of ["OPTIONS", "POST"]) {
        const response = await fetch(closed.url, { method, headers, ...(method === "POST" && { body: SMALL }) });
        expect(response.headers.get("access-control-allow-origin")).toBeNull();
      }
    } finally {
      await closed.close();
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
    const long = await fetch(server.url, {
      method: "POST",
      headers: { ...headers, "x-request-id": "x".repeat(5_000) },
      body: SMALL,
    });
    expect(long.headers.get("x-request-id")).toBe("x".repeat(100));
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

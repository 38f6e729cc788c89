import { createSchema, createYoga } from "graphql-yoga";
import { describe, expect, test } from "vitest";
import { useCompression } from "./compression.ts";
import { useCors } from "./cors.ts";

const APP = "https://app.example.com";
const OTHER = "https://other.example.com";
const EVIL = "https://evil.example.com";

const METHODS = ["GET", "POST", "OPTIONS"] as const;
type Method = (typeof METHODS)[number];

async function ask(origins: readonly string[], method: Method, origin: string | null) {
  const schema = createSchema({ typeDefs: "type Query { one: Int }" });
  const app = createYoga({ schema, cors: false, logging: false, plugins: [useCors(origins), useCompression()] });
  const headers = {
    ...(origin !== null && { origin }),
    ...(method === "POST" && { "content-type": "application/json" }),
    ...(method === "OPTIONS" && {
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,x-request-id",
    }),
  };
  const body = method === "POST" ? JSON.stringify({ query: "{ one }" }) : null;
  return app.fetch(`http://localhost/graphql${method === "GET" ? "?query={one}" : ""}`, { method, headers, body });
}

const allowances = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));
const varies = ({ headers }: Response) => (headers.get("vary") ?? "").split(", ");

describe.each(METHODS)("%s", (method) => {
  describe.each([[[APP]], [[APP, OTHER]]])("where %j are listed", (origins) => {
    test.each(origins)("%s is let in by its name, without credentials", async (origin) => {
      const response = await ask(origins, method, origin);
      expect(allowances(response)).toEqual({
        "access-control-allow-origin": origin,
        "access-control-expose-headers": "x-request-id, retry-after",
        ...(method === "OPTIONS" && {
          "access-control-allow-methods": "GET, POST",
          "access-control-allow-headers": "content-type,x-request-id",
        }),
      });
      expect(varies(response)).toContain("origin");
    });

    test.each([EVIL, "null", "*", "", `${APP}.evil.example.com`, `${APP}:8443`, "http://app.example.com", null])(
      "%s gets no allowance, and no cache hands that answer to another origin",
      async (origin) => {
        const response = await ask(origins, method, origin);
        expect(response.status).toBe(method === "OPTIONS" ? 204 : 200);
        expect(allowances(response)).toEqual({});
        expect(varies(response)).toContain("origin");
      },
    );
  });

  test.each([APP, "null", null])("where nobody is listed, %s gets no allowance", async (origin) => {
    const response = await ask([], method, origin);
    expect(response.status).toBe(method === "OPTIONS" ? 405 : 200);
    expect(allowances(response)).toEqual({});
    expect(varies(response)).not.toContain("origin");
  });
});

test("an answer varies by its encoding too", async () => {
  expect(varies(await ask([APP], "POST", APP))).toEqual(["origin", "accept-encoding"]);
});

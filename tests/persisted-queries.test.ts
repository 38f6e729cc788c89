import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hashed = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });
const named = (text: string, more: object = {}) => ({ extensions: hashed(sha256(text)), ...more });

interface Answer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function read(response: Response): Promise<Answer> {
  return { status: response.status, ...((await response.json()) as object) };
}

async function post(body: object, accept = "application/json"): Promise<Answer> {
  const headers = { "content-type": "application/json", accept };
  return read(await fetch(server.url, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function get(parameters: Readonly<Record<string, string>>): Promise<Answer> {
  return read(await fetch(`${server.url}?${new URLSearchParams(parameters)}`));
}

const refusal = (code: string, message: unknown = expect.any(String)) => ({
  errors: [{ message, extensions: { code } }],
});
const NOT_FOUND = refusal("PERSISTED_QUERY_NOT_FOUND");

/** A query of its own for a test, that no other has sent. */
let count = 0;
const fresh = (query = "{ __typename }") => `${query} # ${++count}`;

describe("a query by its hash", () => {
  test("is not known before its text was sent once, and then answers as the text does", async () => {
    const text = fresh("query ($s: String!) { asset(symbol: $s) { symbol currency } }");
    const variables = { s: "sample:AAPL" };
    expect(await post(named(text, { variables }))).toMatchObject(NOT_FOUND);
    const first = await post({ query: text, variables, ...named(text) });
    expect(first).toEqual({ status: 200, data: { asset: { symbol: "sample:AAPL", currency: "USD" } } });
    expect(await post(named(text, { variables }))).toEqual(first);
    expect(await post(named(text, { variables: { s: "sample:MSFT-MONTHLY" } }))).toMatchObject({
      data: { asset: { symbol: "sample:MSFT-MONTHLY" } },
    });
  });

  test("is known by GET and by POST, whichever brought it", async () => {
    const [one, other] = [fresh(), fresh()];
    const extensions = (text: string) => JSON.stringify(hashed(sha256(text)));
    expect(await get({ extensions: extensions(one) })).toMatchObject(NOT_FOUND);
    expect(await get({ query: one, extensions: extensions(one) })).toMatchObject({ data: { __typename: "Query" } });
    expect(await post(named(one))).toMatchObject({ data: { __typename: "Query" } });
    await post({ query: other, ...named(other) });
    expect(await get({ extensions: extensions(other) })).toMatchObject({ data: { __typename: "Query" } });
  });

  test("that is not known has the message and, for those who ask for it, the status that clients of the protocol know", async () => {
    const absent = named(fresh());
    const message = "PersistedQueryNotFound";
    expect(await post(absent)).toMatchObject({ status: 200, errors: [{ message }] });
    expect(await post(absent, "application/graphql-response+json")).toMatchObject({
      status: 404,
      errors: [{ message }],
    });
  });

  test("runs the operation that operationName names", async () => {
    const text = fresh("query A { a: __typename } query B { b: __typename }");
    await post({ query: text, operationName: "A", ...named(text) });
    expect(await post(named(text, { operationName: "B" }))).toMatchObject({ data: { b: "Query" } });
    expect(await post(named(text, { operationName: "C" }))).toMatchObject(refusal("BAD_REQUEST"));
    expect(await post(named(text))).toMatchObject(refusal("BAD_REQUEST"));
  });

  test("is held to its cost, which depends on the variables, each time", async () => {
    const text = fresh('query ($s: [String!]!) { screen(symbols: $s, benchmarks: ["sample:^GSPC"]) { beta } }');
    const list = (length: number) => ({ variables: { s: new Array<string>(length).fill("sample:NOBODY") } });
    expect(await post({ query: text, ...named(text), ...list(1) })).toMatchObject({
      status: 200,
      data: { screen: [{}] },
    });
    const refused = await post(named(text, list(5_001)));
    expect(refused).toMatchObject(refusal("LIMIT_EXCEEDED"));
  });

  test("that costs too much is not remembered", async () => {
    const asked = 'portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]';
    const aliases = Array.from({ length: 90 }, (_, i) => `a${i}: hedgedPortfolio(${asked}) { effectiveness }`);
    const text = fresh(`{ ${aliases.join(" ")} }`);
    expect(await post({ query: text, ...named(text) })).toMatchObject(
      refusal("LIMIT_EXCEEDED", expect.stringContaining("points of query cost")),
    );
    expect(await post(named(text))).toMatchObject(NOT_FOUND);
  });

  test.each([
    ["is no GraphQL", "{ __typename", "GRAPHQL_PARSE_FAILED"],
    ["does not fit the schema", "{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["is too deep", `${"{ a ".repeat(21)}${"}".repeat(21)}`, "LIMIT_EXCEEDED"],
  ])("that %s is not remembered", async (_, query, code) => {
    const text = fresh(query);
    expect(await post({ query: text, ...named(text) })).toMatchObject(refusal(code));
    expect(await post(named(text))).toMatchObject(NOT_FOUND);
  });
});

describe("BAD_REQUEST, with the rule in the message", () => {
  const good = sha256("{ __typename }");

  test.each<[string, unknown, RegExp]>([
    ["a hash of another text", hashed(sha256("{ other }")), /must be the SHA-256 of the query's text/],
    ["upper case", hashed(good.toUpperCase()), /64 hexadecimal digits in lower case/],
    ["63 digits", hashed(good.slice(1)), /64 hexadecimal digits/],
    ["65 digits", hashed(`${good}0`), /64 hexadecimal digits/],
    ["a line behind it", hashed(`${good}\n`), /64 hexadecimal digits/],
    ["no digits", hashed("g".repeat(64)), /64 hexadecimal digits/],
    ["no hash", hashed(undefined), /64 hexadecimal digits in lower case, got none/],
    ["a list", hashed([good]), /64 hexadecimal digits/],
    ["a hash of a megabyte", hashed("a".repeat(1_000_000)), /^.{1,300}$/],
    ["version 2", hashed(good, 2), /version 1/],
    ["a version that is text", hashed(good, "1"), /version 1/],
    ["no version", { persistedQuery: { sha256Hash: good } }, /version 1/],
    ["a number", { persistedQuery: 1 }, /an object of version 1, got 1/],
    ["a text", { persistedQuery: good }, /an object of version 1/],
    ["a list of one", { persistedQuery: [hashed(good).persistedQuery] }, /an object of version 1/],
    ["extensions that are a list", [hashed(good)], /extensions|query/],
    ["extensions that are a text", "persistedQuery", /extensions|query/],
    ["extensions that are a number", 1, /extensions|query/],
  ])("%s, beside the text and, where that is not the fault, alone", async (fault, extensions, message) => {
    const requests = [{ query: "{ __typename }", extensions }, ...(fault.includes("another") ? [] : [{ extensions }])];
    for (const request of requests) {
      const { status, errors } = await post(request);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_REQUEST" } }]);
      expect(errors?.[0].message).toMatch(message);
      expect(status).toBe(400);
    }
  });

  test("a query that is no text, beside a hash", async () => {
    expect(await post({ query: 5, extensions: hashed(good) })).toMatchObject({
      status: 400,
      ...refusal("BAD_REQUEST"),
    });
  });

  test("neither text nor hash", async () => {
    for (const extensions of [undefined, null, {}, { persistedQuery: null }, { other: 1 }]) {
      expect(await post({ extensions })).toMatchObject({ status: 400, ...refusal("BAD_REQUEST") });
    }
  });

  test.each(["variables", "extensions"])("%s of an address that are no JSON", async (name) => {
    const answer = await get({ query: "{ __typename }", [name]: "{" });
    expect(answer).toMatchObject({ status: 400, ...refusal("BAD_REQUEST", expect.stringContaining("JSON")) });
  });
});

test("other extensions are left alone", async () => {
  expect(await post({ query: "{ __typename }", extensions: { other: { version: 2 }, persistedQuery: null } })).toEqual({
    status: 200,
    data: { __typename: "Query" },
  });
});

test("a thousand texts that are the same query leave a server that answers", async () => {
  const texts = Array.from({ length: 1_000 }, () => fresh(`{ __typename } #${"x".repeat(4_000)}`));
  for (const text of texts) await post({ query: text, ...named(text) });
  expect(await post(named(texts[999]))).toMatchObject({ data: { __typename: "Query" } });
  expect(await post(named(texts[0]))).toMatchObject(NOT_FOUND);
});

import { describe, expect, test, vi } from "vitest";
import { failureOf } from "../failure.fixture.ts";
import { Asset, createClient, createRequest, HedgedPortfolio, persisted, retries, unpack } from "../index.ts";
import { fail } from "./fail.ts";
import { sequence } from "./sequence.ts";
import { series } from "./series.ts";
import { createTestFetch } from "./test-fetch.ts";

const url = "https://api.invalid/graphql";
const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };
const query = "query Asset($symbol: String!) { asset(symbol: $symbol) { __typename symbol currency } }";
const answered = { data: { asset: { __typename: "Asset", symbol: "TSLA", currency: "USD" } } };

const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

describe("an operation reaches it", () => {
  test("by POST, as an address and options or as a request", async () => {
    const fetch = createTestFetch();
    const init = post({ query, variables: { symbol: "TSLA" } });
    for (const response of [
      await fetch(url, init),
      await fetch(new URL(url), init),
      await fetch(new Request(url, init)),
    ]) {
      expect([response.status, response.headers.get("content-type")]).toEqual([
        200,
        "application/graphql-response+json; charset=utf-8",
      ]);
      expect(await response.json()).toEqual(answered);
    }
    expect(fetch.calls.map(({ operation }) => operation)).toEqual(["Asset", "Asset", "Asset"]);
  });

  test("by GET, with everything in the address", async () => {
    const address = new URL(url);
    address.search = `${new URLSearchParams({ query, variables: '{"symbol":"TSLA"}' })}`;
    expect(JSON.parse(await (await createTestFetch()(address)).text())).toEqual(answered);
    expect(await (await createTestFetch()(`/graphql${address.search}`)).json()).toEqual(answered);
  });

  test("of several in one text the one that is named", async () => {
    const fetch = createTestFetch();
    const body = { query: `${query} query Other { symbols }`, operationName: "Asset", variables: { symbol: "TSLA" } };
    expect(await (await fetch(url, post(body))).json()).toEqual(answered);
  });

  test("by its hash, once its text has come with it", async () => {
    const fetch = createTestFetch();
    const request = createRequest({ url, fetch }, persisted());
    for (let time = 0; time < 2; time++) expect((await request(Asset, { symbol: "TSLA" })).asset.symbol).toBe("TSLA");
    expect(fetch.calls).toHaveLength(2);
    const unknown = post({ extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } });
    const response = await fetch(url, unknown);
    expect([response.status, await response.json()]).toEqual([
      404,
      { errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }] },
    ]);
  });

  test.each([
    ["an empty body", post({})],
    ["a body that is no JSON", { method: "POST", body: "{" }],
    ["nothing", {}],
  ])("%s does not", async (_, init) => {
    await expect(createTestFetch()(url, init)).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  test("a call whose signal was aborted does not", async () => {
    const fetch = createTestFetch();
    const init = { ...post({ query, variables: { symbol: "TSLA" } }), signal: AbortSignal.abort("gone") };
    await expect(fetch(url, init)).rejects.toBe("gone");
    expect(fetch.calls).toHaveLength(0);
  });
});

test("a client of the caller's own has its layers on it, and series stay packed", async () => {
  const fetch = createTestFetch({
    answers: {
      hedgedPortfolio: sequence(fail("SOURCE_UNAVAILABLE", { symbol: "TSLA" }), {
        hedgedPortfolio: { returns: series("2024-01-02", [0.01]) },
      }),
    },
  });
  const request = createRequest({ url, fetch }, retries(1));
  const { hedgedPortfolio } = await request(HedgedPortfolio, variables);
  expect(hedgedPortfolio.returns.packed).toMatchObject({ length: 1, dates: expect.any(String) });
  expect(unpack(hedgedPortfolio).returns.toArray()).toEqual([{ date: "2024-01-02", value: 0.01 }]);
  expect(fetch.calls).toHaveLength(2);
});

test("every object has a typename where the operation asks for one", async () => {
  const text = HedgedPortfolio.replaceAll("{", "{__typename ").replace("query", "query").replace("__typename ", "");
  const response = await createTestFetch()(url, post({ query: text, variables }));
  const { data } = (await response.json()) as { data: object };
  const objects = objectsIn(data);
  expect(objects.length).toBeGreaterThan(20);
  expect(objects.filter((object) => !("__typename" in object))).toEqual([]);
});

test("an answer of another operation under a recorded name lacks what was not recorded", async () => {
  const text = 'query Asset { asset(symbol: "TSLA") { firstDate } }';
  const hedgeql = createClient({ url, fetch: createTestFetch() });
  const error = await failureOf(hedgeql.request<unknown, object>(text as never, {}));
  expect(error).toMatchObject({
    code: "BAD_INPUT",
    message: expect.stringContaining("Asset: the answer lacks asset.firstDate"),
  });
});

test("where the platform has no Response, as in jsdom, a client gets its answers and its errors all the same", async () => {
  vi.stubGlobal("Response", undefined);
  try {
    const fetch = createTestFetch({ answers: { prices: fail("HTTP_ERROR", {}, { status: 503 }) } });
    const hedgeql = createClient({ url, fetch, retries: 0 });
    expect((await hedgeql.asset({ symbol: "TSLA" })).asset.symbol).toBe("TSLA");
    expect(await failureOf(hedgeql.prices({ symbol: "TSLA" }))).toMatchObject({ code: "HTTP_ERROR", status: 503 });
  } finally {
    vi.unstubAllGlobals();
  }
});

function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) || "hedgedPortfolio" in value ? inside : [value, ...inside];
}

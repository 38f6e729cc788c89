import { describe, expect, test, vi } from "vitest";
import { createClient, HedgeQLError } from "./index.ts";

const url = "http://hedgeql.invalid/graphql";
const variables = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };
const answered = () => Promise.resolve(new Response('{"data":{"regression":{"beta":1}}}'));

async function failure(call: Promise<unknown>): Promise<HedgeQLError> {
  const error: unknown = await call.then(
    (value) => expect.fail(`gave ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HedgeQLError);
  return error as HedgeQLError;
}

describe("a fetch that ignores its signal", () => {
  const deaf = () => new Promise<Response>(() => {});
  const deafBody = () => Promise.resolve(new Response(new ReadableStream()));

  test.each([
    ["before an answer", deaf],
    ["in the middle of it", deafBody],
  ])("%s: the timeout and the caller's signal end the call", async (_, fetch) => {
    const hedgeql = createClient({ url, fetch });
    expect(await failure(hedgeql.regression(variables, { timeout: 10 }))).toMatchObject({ code: "TIMEOUT" });
    const controller = new AbortController();
    setTimeout(() => controller.abort("no longer needed"), 10);
    const error = await failure(hedgeql.regression(variables, { signal: controller.signal }));
    expect(error).toMatchObject({ code: "ABORTED", cause: "no longer needed" });
  });

  test("a signal that is already aborted: nothing is sent", async () => {
    const fetch = vi.fn(answered);
    for (const [own, call] of [
      [{ signal: AbortSignal.abort() }, {}],
      [{}, { signal: AbortSignal.abort() }],
    ])
      expect((await failure(createClient({ url, fetch, ...own }).regression(variables, call))).code).toBe("ABORTED");
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a signal that is aborted while the call is sent: the answer does not count", async () => {
    const controller = new AbortController();
    const fetch = () => {
      controller.abort();
      return answered();
    };
    const call = createClient({ url, fetch }).regression(variables, { signal: controller.signal });
    expect((await failure(call)).code).toBe("ABORTED");
  });
});

describe("what the caller got wrong is BAD_INPUT, and nothing is sent", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.portfolio = { holdings: [cyclic] };
  const holdings = [{ symbol: "A", weight: Number.NaN }];

  test.each<[string, unknown, string]>([
    ["NaN", { weight: Number.NaN }, "variables must hold finite numbers, got NaN for weight"],
    ["NaN, deep inside", { portfolio: { holdings } }, "got NaN for portfolio.holdings[0].weight"],
    ["an infinite number", { values: [1, -Infinity] }, "got -Infinity for values[1]"],
    ["a BigInt", { shares: 5n }, "variables must hold what JSON can, got a BigInt (5) for shares"],
    ["a cycle", cyclic, "variables must not hold themselves, got a cycle for portfolio.holdings[0]"],
  ])("variables with %s", async (_, given, message) => {
    const fetch = vi.fn(answered);
    const error = await failure(createClient({ url, fetch }).regression(given as typeof variables));
    expect(error).toMatchObject({ code: "BAD_INPUT", status: undefined });
    expect(error.message).toContain(message);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("the same value twice is no cycle", async () => {
    const fetch = vi.fn(answered);
    const holding = { symbol: "A", weight: 0.5 };
    await createClient({ url, fetch }).regression({ ...variables, portfolio: { holdings: [holding, holding] } });
    expect(fetch).toHaveBeenCalledOnce();
  });

  test.each(["/graphql", "", "localhost:4000/graphql", "http://", "ftp://host/graphql"])("the url %o", async (bad) => {
    const error = await failure(createClient({ url: bad }).regression(variables));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.message).toContain(`"${bad}"`);
  });

  test("a url with a password, which the message keeps to itself", async () => {
    const error = await failure(createClient({ url: "http://user:hunter2@host/graphql" }).regression(variables));
    expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining("url") });
    expect(error.message).not.toContain("hunter2");
  });

  test("a relative url is for the platform, or the caller's own fetch, to resolve", async () => {
    const fetch = vi.fn(answered);
    await createClient({ url: "/graphql", fetch }).regression(variables);
    expect(fetch).toHaveBeenCalledWith("/graphql", expect.anything());
    const InPage = class extends Request {
      constructor(input: string) {
        super(new URL(input, "https://page.invalid/"));
      }
    };
    vi.stubGlobal("Request", InPage);
    vi.stubGlobal("fetch", fetch);
    try {
      await createClient({ url: "graphql" }).regression(variables);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(fetch).toHaveBeenLastCalledWith("graphql", expect.anything());
  });

  test.each([{ "not a name": "x" }, { authorization: "secret\nx" }])("the headers %o", async (headers) => {
    const fetch = vi.fn(answered);
    const error = await failure(createClient({ url, fetch, headers }).regression(variables));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.message).toContain(Object.keys(headers)[0]);
    expect(error.message).not.toContain("secret");
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([Number.NaN, -1, Number.NEGATIVE_INFINITY])("timeout: %d", async (timeout) => {
    const error = await failure(createClient({ url, fetch: answered }).regression(variables, { timeout }));
    expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringMatching(`timeout.*got ${timeout}`) });
  });
});

test("an undefined header is left out", async () => {
  const fetch = vi.fn((_: unknown, _init?: RequestInit) => answered());
  const platform = createClient({ url, fetch, headers: new Headers({ authorization: "Bearer x" }) });
  await platform.regression(variables);
  const sentByPlatform = fetch.mock.calls[0][1]?.headers as Headers;
  expect(sentByPlatform.get("authorization")).toBe("Bearer x");
  fetch.mockClear();
  const hedgeql = createClient({ url, fetch, headers: { authorization: undefined, "x-team": "desk" } });
  await hedgeql.regression(variables, { headers: { "x-team": undefined } });
  const sent = fetch.mock.calls[0][1]?.headers as Headers;
  expect([sent.has("authorization"), sent.get("x-team")]).toEqual([false, "desk"]);
});

describe("answers that are no results", () => {
  test.each<[string, number, string]>([
    ["no data and no error", 200, '{"data":null,"errors":[]}'],
    ["data that is a list", 200, '{"data":[1]}'],
    ["data that is a text", 200, '{"data":"yes"}'],
    ["a status of failure without errors", 503, '{"data":{"regression":{"beta":1}}}'],
    ["a field that is null without an error", 200, '{"data":{"regression":null}}'],
    ["an error that is null", 200, '{"data":null,"errors":[null]}'],
    ["errors that are none of GraphQL's", 200, '{"data":{"regression":{"beta":1}},"errors":["no",{"code":1}]}'],
    ["errors that are no list", 200, '{"data":{"regression":{"beta":1}},"errors":"no"}'],
  ])("%s: HTTP_ERROR", async (_, status, text) => {
    const fetch = () => Promise.resolve(new Response(text, { status }));
    const error = await failure(createClient({ url, fetch }).regression(variables));
    expect(error).toMatchObject({ code: "HTTP_ERROR", status });
    expect(error.message).not.toContain("undefined");
  });

  test("errors that are none of GraphQL's do not hide one that is", async () => {
    const text = '{"errors":[null,{"message":"busy","extensions":{"code":"RATE_LIMITED","retryAfterSeconds":3}}]}';
    const fetch = () => Promise.resolve(new Response(text, { status: 429, headers: { "retry-after": "3" } }));
    const error = await failure(createClient({ url, fetch }).regression(variables));
    expect(error).toMatchObject({ code: "RATE_LIMITED", message: "busy", details: { retryAfterSeconds: 3 } });
    expect(error.errors).toHaveLength(1);
    expect(error.headers?.get("retry-after")).toBe("3");
  });

  test("the headers of a proxy's refusal are there; of no answer there are none", async () => {
    const refuse = () => Promise.resolve(new Response("<html>", { status: 429, headers: { "retry-after": "7" } }));
    const refused = await failure(createClient({ url, fetch: refuse }).regression(variables));
    expect([refused.code, refused.headers?.get("retry-after")]).toEqual(["HTTP_ERROR", "7"]);
    const unreachable = await failure(createClient({ url, fetch: () => Promise.reject("no") }).regression(variables));
    expect(unreachable).toMatchObject({ code: "NETWORK_ERROR", message: `${url} cannot be reached` });
    expect(unreachable.headers).toBeUndefined();
  });
});

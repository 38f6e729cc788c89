import { afterEach, describe, expect, test, vi } from "vitest";
import { createClient } from "./client.ts";
import { answered, failureOf, recordingFetch, url, variables } from "./failure.fixture.ts";
import { Regression } from "./generated/operations.ts";
import { createRequest } from "./request.ts";
import { Dates } from "./series.ts";

describe("variables that JSON would send as something else are BAD_INPUT, and nothing is sent", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.portfolio = { holdings: [cyclic] };
  const holdings = [{ symbol: "A", weight: Number.NaN }];

  test.each<[string, unknown, string]>([
    ["NaN", { portfolio: { weight: Number.NaN } }, 'variables must hold finite numbers, got NaN at "weight"'],
    ["NaN, deep inside", { portfolio: { holdings } }, 'got NaN at "weight"'],
    ["an infinite number", { benchmarks: [1, -Infinity] }, 'got -Infinity at "1"'],
    ["NaN in a typed array", { benchmarks: Float64Array.of(1, Number.NaN) }, 'got NaN at "1"'],
    ["a BigInt", { portfolio: { shares: 5n } }, "variables"],
    ["a cycle", cyclic, "variables"],
  ])("%s", async (_, given, message) => {
    const fetch = vi.fn(answered);
    const error = await failureOf(createClient({ url, fetch }).regression(given as typeof variables));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.status).toBeUndefined();
    expect(error.message).toContain(message);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a typed array is sent as a list, whoever made it", async () => {
    const { fetch, bodies } = recordingFetch(answered);
    const returns = { dates: new Dates(Int32Array.of(0)), values: Float64Array.of(0.5) };
    await createClient({ url, fetch }).regression({ portfolio: { returns } as never, benchmarks: ["B"] });
    expect(bodies[0]).toMatchObject({
      variables: { portfolio: { returns: { dates: ["1970-01-01"], values: [0.5] } } },
    });
  });

  test("the same value twice is no cycle", async () => {
    const fetch = vi.fn(answered);
    const holding = { symbol: "A", weight: 0.5 };
    await createClient({ url, fetch }).regression({ ...variables, portfolio: { holdings: [holding, holding] } });
    expect(fetch).toHaveBeenCalledOnce();
  });
});

describe("the address", () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each(["/graphql", "", "localhost:4000/graphql", "http://", "ftp://host/graphql"])(
    "%o is BAD_INPUT",
    async (bad) => {
      const error = await failureOf(createClient({ url: bad }).regression(variables));
      expect(error.code).toBe("BAD_INPUT");
      expect(error.message).toContain(`"${bad}"`);
    },
  );

  test("with a password is BAD_INPUT, and the message keeps it to itself", async () => {
    const error = await failureOf(createClient({ url: "http://user:hunter2@host/graphql" }).regression(variables));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.message).toContain("http://host/graphql");
    expect(error.message).not.toContain("hunter2");
  });

  test("is told without what may be a secret", async () => {
    for (const secret of ["http://user:hunter2@host:9/graphql", "http://host:9/graphql?token=hunter2&mail=a@hunter2"]) {
      const fetch = () => Promise.reject(new TypeError("no route"));
      const error = await failureOf(createRequest({ url: secret, fetch })(Regression, variables));
      expect(error.message).toBe("http://host:9/graphql cannot be reached");
    }
  });

  test("may be relative in a page, and with a fetch of one's own", async () => {
    const fetch = vi.fn(answered);
    await createClient({ url: "/graphql", fetch }).regression(variables);
    expect(fetch).toHaveBeenCalledWith("/graphql", expect.anything());
    vi.stubGlobal("location", new URL("https://page.invalid/"));
    vi.stubGlobal("fetch", fetch);
    await createClient({ url: "graphql" }).regression(variables);
    expect(fetch).toHaveBeenLastCalledWith("graphql", expect.anything());
  });
});

describe("headers", () => {
  const sentBy = async (options: object, call: object = {}) => {
    const fetch = vi.fn((_: unknown, _init?: RequestInit) => answered());
    await createClient({ url, fetch, ...options }).regression(variables, call);
    return fetch.mock.calls[0][1]?.headers as Headers;
  };

  test.each([{ "not a name": "x" }, { authorization: "secret\nx" }])("%o is BAD_INPUT", async (headers) => {
    const fetch = vi.fn(answered);
    const error = await failureOf(createClient({ url, fetch, headers }).regression(variables));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.message).toContain(Object.keys(headers)[0]);
    expect(`${error.message} ${error.cause}`).not.toContain("secret");
    expect(fetch).not.toHaveBeenCalled();
  });

  test("as an object, as the platform's, and as a function that may take its time", async () => {
    const authorization = "Bearer x";
    for (const headers of [
      { authorization },
      new Headers({ authorization }),
      () => ({ authorization }),
      async () => new Headers({ authorization }),
    ])
      expect((await sentBy({ headers })).get("authorization")).toBe(authorization);
  });

  test("the call's own win, however a name is spelled; an undefined one is left out", async () => {
    const headers = { Authorization: "Bearer x", "x-team": "desk" };
    const sent = await sentBy({ headers }, { headers: { authorization: "Bearer y", "x-team": undefined } });
    expect([sent.get("authorization"), sent.get("x-team")]).toEqual(["Bearer y", "desk"]);
    expect((await sentBy({ headers: { authorization: undefined } })).has("authorization")).toBe(false);
    expect((await sentBy({ headers: { "x-empty": "" } })).get("x-empty")).toBe("");
  });

  test("a function that fails is BAD_INPUT with its cause, and nothing is sent", async () => {
    const fetch = vi.fn(answered);
    const cause = new Error("the token has expired");
    const error = await failureOf(
      createClient({ url, fetch, headers: () => Promise.reject(cause) }).regression(variables),
    );
    expect(error).toMatchObject({
      code: "BAD_INPUT",
      cause,
      message: expect.stringContaining("headers"),
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a function whose words may be a secret is told by `cause` alone", async () => {
    const headers = () => new Headers({ authorization: "Bearer hunter2\nx" });
    const error = await failureOf(createClient({ url, fetch: answered, headers }).regression(variables));
    expect(error).toMatchObject({ code: "BAD_INPUT", cause: expect.any(TypeError) });
    expect(error.message).not.toContain("hunter2");
  });

  test("of any kind that can be iterated are sent", async () => {
    const headers = new Map([["authorization", "Bearer x"]]) as unknown as Headers;
    expect((await sentBy({ headers })).get("authorization")).toBe("Bearer x");
  });

  test("a function is asked anew for each attempt", async () => {
    let asked = 0;
    const fetch = vi
      .fn((_: unknown, _init?: RequestInit) => answered())
      .mockImplementationOnce(() => Promise.resolve(new Response("busy", { status: 503 })));
    vi.spyOn(Math, "random").mockReturnValue(0);
    await createClient({ url, fetch, headers: () => ({ authorization: `${++asked}` }) }).regression(variables);
    expect(fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get("authorization"))).toEqual(["1", "2"]);
    vi.restoreAllMocks();
  });
});

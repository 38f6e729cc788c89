/** Every failure that a caller of the SDK can meet, provoked against real servers. */
import type { RequestListener } from "node:http";
import {
  Assets,
  type Client,
  createClient,
  graphql,
  HedgeQLError,
  type HedgeQLErrorCode,
  partialData,
  persisted,
} from "@hedgeql/sdk";
import { type AppDependencies, createApp } from "@hedgeql/server/app";
import { rateLimited, startYahooStandIn, unavailable, type YahooStandIn } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { withServer } from "./other-server.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let yahoo: YahooStandIn;
let server: RunningServer;
let hedgeql: Client;
beforeAll(async () => {
  yahoo = await startYahooStandIn();
  yahoo.respond("BUSY", rateLimited(2));
  yahoo.respond("DOWN", unavailable());
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url, YAHOO_TIMEOUT_MS: "500" } });
  hedgeql = createClient({ url: server.url, retries: 0 });
});
afterAll(async () => {
  await server.close();
  await yahoo.close();
});

const portfolio = { symbol: "sample:AAPL" };
const benchmarks = ["sample:^GSPC"];
const variables = { portfolio, benchmarks };

async function failureOf(call: Promise<unknown>): Promise<HedgeQLError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HedgeQLError);
  return error as HedgeQLError;
}

describe("what the server refuses has its code and its details", () => {
  const returns = { dates: ["2018-05-10", "2018-05-11"], values: [0.01, 0.02] };
  const twice = { symbol: "sample:MSFT-MONTHLY" };
  const PROVOKED: Partial<Record<HedgeQLErrorCode, [call: () => Promise<unknown>, details: object]>> = {
    BAD_INPUT: [() => hedgeql.regression({ ...variables, period: { start: "yesterday" } }), {}],
    UNKNOWN_SYMBOL: [() => hedgeql.asset({ symbol: "sample:NOBODY" }), { symbol: "sample:NOBODY", source: "SAMPLE" }],
    INSUFFICIENT_DATA: [
      () => hedgeql.regression({ portfolio: { returns }, benchmarks }),
      { observations: 2, needed: expect.any(Number) },
    ],
    NO_OVERLAP: [
      () => hedgeql.regression({ portfolio, benchmarks: ["sample:GOOG-MONTHLY"] }),
      { series: expect.arrayContaining([expect.objectContaining({ first: "2013-05-13", last: "2018-05-11" })]) },
    ],
    SINGULAR_BENCHMARKS: [
      () => hedgeql.regression({ portfolio, benchmarks: ["sample:^GSPC", "sample:^GSPC"] }),
      { terms: ["sample:^GSPC"] },
    ],
    UNDEFINED_ESTIMATE: [
      () =>
        hedgeql.hedge({
          portfolio: twice,
          benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"],
          period: { interval: "MONTH" },
          estimator: "THEIL_SEN",
          value: 1,
        }),
      { estimator: "THEIL_SEN", reason: "defined for one benchmark only, and there are 2" },
    ],
    NOTHING_TO_DRAW: [
      () => hedgeql.charts({ portfolio: { symbol: "sample:^GSPC" }, benchmarks }),
      { reason: expect.any(String) },
    ],
    SOURCE_UNAVAILABLE: [() => hedgeql.asset({ symbol: "DOWN" }), { symbol: "DOWN", status: 503 }],
    RATE_LIMITED: [() => hedgeql.asset({ symbol: "BUSY" }), { symbol: "BUSY", retryAfterSeconds: expect.any(Number) }],
    LIMIT_EXCEEDED: [
      () => hedgeql.regression({ portfolio, benchmarks: Array.from({ length: 21 }, (_, i) => `B${i}`) }),
      { limit: 20, actual: 21, what: "benchmarks" },
    ],
    GRAPHQL_PARSE_FAILED: [() => hedgeql.request(graphql("query {"), {}), {}],
    GRAPHQL_VALIDATION_FAILED: [() => hedgeql.request(graphql("query { nothing }"), {}), {}],
    BAD_REQUEST: [() => hedgeql.request(graphql("query A { __typename } query B { __typename }"), {}), {}],
    PERSISTED_QUERY_NOT_FOUND: [
      () => {
        const forgetful = persisted();
        const fetchHash: typeof fetch = (url, init) => {
          const { query: _, ...body } = JSON.parse(String(init?.body));
          return fetch(url, { ...init, body: JSON.stringify(body) });
        };
        return createClient({ url: server.url, fetch: fetchHash, layers: [forgetful] }).request(
          graphql("query NobodySentThis { __typename }"),
          {},
        );
      },
      {},
    ],
  };

  test.each(Object.entries(PROVOKED))("%s", async (code, [call, details]) => {
    const error = await failureOf(call());
    expect(error).toMatchObject({ code, details });
    expect(error.status).toBeGreaterThanOrEqual(200);
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(error.headers?.get("x-request-id")).toBe(error.requestId);
    expect(error.errors[0]).toMatchObject({ code, message: error.message });
  });

  test("a defect of the server is INTERNAL_ERROR, with the id that it is logged under", async () => {
    const logged: unknown[] = [];
    const silent = () => {};
    const logger = { info: silent, warn: silent, debug: silent, error: (entry: unknown) => void logged.push(entry) };
    const health = { stopping: () => false, pingStore: () => Promise.resolve() };
    const prices = {
      identify: (symbol: string) => symbol,
      load: () => {
        throw new TypeError("a defect");
      },
    };
    const dependencies = { prices, health, logger, corsOrigins: [] } as unknown as AppDependencies;
    await withServer(createApp(dependencies), async (url) => {
      const error = await failureOf(createClient({ url }).regression(variables));
      if (error.code !== "INTERNAL_ERROR") expect.fail(`${error.code}: ${error.message}`);
      expectTypeOf(error.details.id).toEqualTypeOf<string>();
      expect(logged).toContainEqual(expect.objectContaining({ id: error.details.id }));
      expect(error.message).not.toContain("defect");
    });
  });
});

test("what did answer beside a failure is there, with its path and its type", async () => {
  const error = await failureOf(hedgeql.assets({ symbols: ["sample:AAPL", "sample:NOBODY"] }));
  expect(error).toMatchObject({ code: "UNKNOWN_SYMBOL", path: ["assets", 1], status: 200 });
  const data = partialData(Assets, error);
  expectTypeOf(data?.assets[0]?.currency).toEqualTypeOf<string | null | undefined>();
  expect(data?.assets.map((asset) => asset?.symbol)).toEqual(["sample:AAPL", undefined]);
  if (error.code === "UNKNOWN_SYMBOL") expect(error.details.symbols).toContain("sample:AAPL");
});

test("what a series of a failed answer holds is read, too", async () => {
  const Both = graphql<{ good: { returns: { packed: { dates: string; values: string } } } | null; bad: object | null }>(
    'query Both { good: asset(symbol: "sample:AAPL") { returns { packed { length dates values } } } bad: asset(symbol: "sample:NOBODY") { id } }',
  );
  const data = partialData(Both, await failureOf(hedgeql.request(Both, {})));
  expect(data?.good?.returns.values).toHaveLength(1259);
  expect(data?.good?.returns.dates.at(-1)).toBe("2018-05-11");
  expect(data?.bad).toBeNull();
});

describe("what stands between is told apart from the server", () => {
  test.each<[string, RequestListener, HedgeQLErrorCode, number]>([
    ["a proxy's error page", (_, response) => response.writeHead(502).end("<html>Bad gateway"), "HTTP_ERROR", 502],
    ["an empty answer", (_, response) => response.writeHead(200).end(), "HTTP_ERROR", 200],
    ["JSON that is no GraphQL", (_, response) => response.writeHead(200).end("[1]"), "HTTP_ERROR", 200],
    ["JSON that is null", (_, response) => response.writeHead(200).end("null"), "HTTP_ERROR", 200],
  ])("%s", async (_name, listener, code, status) => {
    await withServer(listener, async (url) => {
      const error = await failureOf(createClient({ url, retries: 0 }).regression(variables));
      expect(error).toMatchObject({ code, status });
    });
  });

  test("nobody listens: NETWORK_ERROR, with the address", async () => {
    const url = "http://127.0.0.1:9/graphql";
    const error = await failureOf(createClient({ url, retries: 0 }).regression(variables));
    expect(error).toMatchObject({ code: "NETWORK_ERROR", message: `${url} cannot be reached` });
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("the answer breaks off: NETWORK_ERROR, with the status", async () => {
    const breakOff: RequestListener = (_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"data":');
      setImmediate(() => response.destroy());
    };
    await withServer(breakOff, async (url) => {
      const error = await failureOf(createClient({ url, retries: 0 }).regression(variables));
      expect(error).toMatchObject({ code: "NETWORK_ERROR", status: 200, message: `${url} broke off its answer` });
    });
  });

  test("no answer in time, or not to its end: TIMEOUT", async () => {
    await withServer(
      () => {},
      async (url) => {
        expect((await failureOf(createClient({ url, timeout: 30 }).regression(variables))).code).toBe("TIMEOUT");
        const patient = createClient({ url, timeout: Number.POSITIVE_INFINITY });
        expect((await failureOf(patient.regression(variables, { timeout: 30 }))).code).toBe("TIMEOUT");
      },
    );
    await withServer(
      (_, response) => void response.writeHead(200).write("{"),
      async (url) => {
        expect((await failureOf(createClient({ url, timeout: 50 }).regression(variables))).code).toBe("TIMEOUT");
      },
    );
  });

  test("the caller ends it, by the client's signal or the call's, before or during the call: ABORTED", async () => {
    await withServer(
      () => {},
      async (url) => {
        const during = new AbortController();
        setTimeout(() => during.abort(), 20);
        const calls = [
          createClient({ url, signal: AbortSignal.abort() }).regression(variables),
          createClient({ url }).regression(variables, { signal: AbortSignal.abort() }),
          createClient({ url, signal: during.signal }).regression(variables),
          createClient({ url }).regression(variables, { signal: during.signal }),
        ];
        for (const call of calls) expect((await failureOf(call)).code).toBe("ABORTED");
      },
    );
  });
});

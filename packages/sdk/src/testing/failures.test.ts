import { describe, expect, test, vi } from "vitest";
import { failureOf } from "../failure.fixture.ts";
import { Assets, type HedgeQLErrorCode, partialData } from "../index.ts";
import type { MethodAnswer } from "./answer.ts";
import { fail } from "./fail.ts";
import { partly } from "./partly.ts";
import { createTestClient } from "./test-client.ts";

const variables = { portfolio: { symbol: "TSLA" }, benchmarks: ["SPY"] };

const FAILURES = {
  BAD_INPUT: fail("BAD_INPUT", { symbol: "TSLA" }),
  UNKNOWN_SYMBOL: fail("UNKNOWN_SYMBOL", { symbol: "TSLA" }),
  INSUFFICIENT_DATA: fail("INSUFFICIENT_DATA", { observations: 2, needed: 3 }),
  NO_OVERLAP: fail("NO_OVERLAP", { series: [{ label: "TSLA", first: null, last: null }] }),
  SINGULAR_BENCHMARKS: fail("SINGULAR_BENCHMARKS", { terms: ["SPY"] }),
  UNDEFINED_ESTIMATE: fail("UNDEFINED_ESTIMATE", { estimator: "UP", of: "TSLA", reason: "the benchmark never rose" }),
  NOTHING_TO_DRAW: fail("NOTHING_TO_DRAW", { reason: "the fit is exact" }),
  SOURCE_UNAVAILABLE: fail("SOURCE_UNAVAILABLE", { symbol: "TSLA", status: 500 }),
  RATE_LIMITED: fail("RATE_LIMITED", { symbol: "TSLA", retryAfterSeconds: 3 }),
  LIMIT_EXCEEDED: fail("LIMIT_EXCEEDED", { limit: 20, what: "benchmarks" }),
  GRAPHQL_PARSE_FAILED: fail("GRAPHQL_PARSE_FAILED"),
  GRAPHQL_VALIDATION_FAILED: fail("GRAPHQL_VALIDATION_FAILED"),
  BAD_REQUEST: fail("BAD_REQUEST"),
  PERSISTED_QUERY_NOT_FOUND: fail("PERSISTED_QUERY_NOT_FOUND"),
  CANCELLED: fail("CANCELLED"),
  INTERNAL_ERROR: fail("INTERNAL_ERROR", { id: "7" }),
  NETWORK_ERROR: fail("NETWORK_ERROR"),
  TIMEOUT: fail("TIMEOUT"),
  ABORTED: fail("ABORTED"),
  HTTP_ERROR: fail("HTTP_ERROR"),
} satisfies Record<HedgeQLErrorCode, unknown>;

const NO_ANSWER = ["NETWORK_ERROR", "TIMEOUT", "ABORTED"];
const REFUSED = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_REQUEST", "PERSISTED_QUERY_NOT_FOUND"];

test.each(Object.entries(FAILURES))("%s is the error that the client throws in service", async (code, failure) => {
  const onResponse = vi.fn();
  const hedgeql = createTestClient({ answers: { regression: failure }, onResponse });
  const error = await failureOf(hedgeql.regression(variables));
  expect(error.code).toBe(code);
  expect(error.message).not.toMatch(/undefined|[{}]/);
  expect(onResponse).toHaveBeenCalledWith(expect.objectContaining({ error }));
  if (NO_ANSWER.includes(code)) {
    expect([error.status, error.errors]).toEqual([undefined, []]);
  } else if (code === "HTTP_ERROR") {
    expect(error).toMatchObject({ status: 502, errors: [] });
  } else {
    expect(error.errors).toHaveLength(1);
    expect(error.requestId).toBe("00000000-0000-4000-8000-000000000001");
    const isRefused = REFUSED.includes(code);
    expect(error).toMatchObject({
      path: isRefused ? undefined : ["regression"],
      data: isRefused ? undefined : { regression: null },
      status: code === "PERSISTED_QUERY_NOT_FOUND" ? 404 : isRefused ? 400 : 200,
    });
  }
});

test("details, message, status and headers are those given", async () => {
  const failure = fail(
    "RATE_LIMITED",
    { symbol: "TSLA", retryAfterSeconds: 3 },
    { message: "{symbol} is busy", status: 429, headers: { "Retry-After": "3" } },
  );
  const error = await failureOf(createTestClient({ answers: { regression: failure } }).regression(variables));
  expect(error).toMatchObject({
    details: { symbol: "TSLA", retryAfterSeconds: 3 },
    message: "{symbol} is busy",
    status: 429,
  });
  expect(error.headers?.get("retry-after")).toBe("3");
  const told = await failureOf(
    createTestClient({ answers: { regression: FAILURES.RATE_LIMITED } }).regression(variables),
  );
  expect(told.message).toBe("the source of TSLA limits requests: try again in 3 s");
});

describe("a failure at a path", () => {
  const unknown = fail("UNKNOWN_SYMBOL", { symbol: "NOBODY" }, { path: ["assets", 1] });
  const symbols = ["TSLA", "NOBODY", "SPY"];

  test("leaves the rest of the recorded answer", async () => {
    const error = await failureOf(createTestClient({ answers: { assets: unknown } }).assets({ symbols }));
    expect(error).toMatchObject({ code: "UNKNOWN_SYMBOL", path: ["assets", 1], status: 200 });
    expect(partialData(Assets, error)?.assets.map((asset) => asset?.symbol)).toEqual(["TSLA", undefined, "SPY"]);
  });

  test("stands beside data of the test's own", async () => {
    const limited = fail("RATE_LIMITED", { symbol: "SPY", retryAfterSeconds: 3 }, { path: ["assets", 2] });
    const answer: MethodAnswer<"assets"> = partly({ assets: [{ name: "Tesla" }, {}, {}] }, unknown, limited);
    const error = await failureOf(createTestClient({ answers: { assets: answer } }).assets({ symbols }));
    expect(error.errors.map(({ code }) => code)).toEqual(["UNKNOWN_SYMBOL", "RATE_LIMITED"]);
    expect(partialData(Assets, error)?.assets).toEqual([expect.objectContaining({ name: "Tesla" }), null, null]);
  });

  test("in a picture leaves the other pictures", async () => {
    const path = ["hedgedPortfolio", "charts", "residuals"];
    const answer = fail("NOTHING_TO_DRAW", { reason: "the fit is exact" }, { path });
    const error = await failureOf(createTestClient({ answers: { charts: answer } }).charts(variables));
    expect(error.data).toMatchObject({
      hedgedPortfolio: { charts: { residuals: null, regression: { title: "TSLA on SPY" } } },
    });
  });

  test("that the answer does not have is a mistake of the test", async () => {
    const answer = fail("UNKNOWN_SYMBOL", { symbol: "NOBODY" }, { path: ["assets", 7] });
    const error = await failureOf(createTestClient({ answers: { assets: answer } }).assets({ symbols }));
    expect(error).toMatchObject({ code: "BAD_INPUT", message: expect.stringContaining('["assets",7]') });
  });
});

test("where a field is never null, all data are", async () => {
  const hedgeql = createTestClient({ answers: { symbols: FAILURES.LIMIT_EXCEEDED, assets: FAILURES.LIMIT_EXCEEDED } });
  expect((await failureOf(hedgeql.symbols({ search: "t" }))).data).toBeNull();
  expect((await failureOf(hedgeql.assets({ symbols: [] }))).data).toBeNull();
});

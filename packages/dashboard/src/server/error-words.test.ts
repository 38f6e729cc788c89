import type { ErrorDetails, HedgeQLErrorCode, ServerError } from "@hedgeql/sdk";
import { describe, expect, test } from "vitest";
import { explainError, secondsToWait } from "./error-words.ts";

const error = (code: string, details: object = {}) => ({ code, message: "", details }) as ServerError;

type Retry = "reconnect" | "wait" | "button" | "no";

/** The compiler asks for every code of the SDK, and for what each brings along. */
const EVERY: { readonly [Code in HedgeQLErrorCode]: readonly [Retry, ErrorDetails[Code]] } = {
  ABORTED: ["button", {}],
  BAD_INPUT: ["no", {}],
  BAD_REQUEST: ["button", {}],
  CANCELLED: ["button", {}],
  GRAPHQL_PARSE_FAILED: ["button", {}],
  GRAPHQL_VALIDATION_FAILED: ["button", {}],
  HTTP_ERROR: ["reconnect", {}],
  INSUFFICIENT_DATA: ["no", { observations: 12, needed: 253 }],
  INTERNAL_ERROR: ["button", { id: "abc" }],
  LIMIT_EXCEEDED: ["no", { what: "dates", limit: 30_000 }],
  NETWORK_ERROR: ["reconnect", {}],
  NO_OVERLAP: ["no", { series: [] }],
  NOTHING_TO_DRAW: ["no", { reason: "the fit is exact" }],
  PERSISTED_QUERY_NOT_FOUND: ["button", {}],
  RATE_LIMITED: ["wait", { symbol: "TSLA", retryAfterSeconds: 12 }],
  SINGULAR_BENCHMARKS: ["no", { terms: ["A", "B"] }],
  SOURCE_UNAVAILABLE: ["wait", { symbol: "TSLA" }],
  TIMEOUT: ["button", {}],
  UNDEFINED_ESTIMATE: ["no", { estimator: "DOWN", of: "AAPL", reason: "no returns below 0" }],
  UNKNOWN_SYMBOL: ["no", { symbol: "NOPE" }],
};

test.each(Object.entries(EVERY))("%s says what happened and what to do", (code, [retry, details]) => {
  const words = explainError(error(code, details));
  expect(words.title).toMatch(/^[A-Z].*\.$/);
  expect(words.next).toMatch(/^[A-Z].*\.$/);
  expect(words.retry).toBe(retry);
  expect(`${words.title} ${words.next}`).not.toMatch(/undefined|null|\[object/);
});

describe("the data to act on are in the words", () => {
  test("which symbol", () => {
    expect(explainError(error("UNKNOWN_SYMBOL", { symbol: "NOPE" })).title).toContain("NOPE");
  });
  test("how many returns, and how many were needed", () => {
    expect(explainError(error("INSUFFICIENT_DATA", { observations: 12, needed: 253 })).title).toBe(
      "There are 12 returns, and 253 are needed.",
    );
  });
  test("which benchmarks are alike", () => {
    expect(explainError(error("SINGULAR_BENCHMARKS", { terms: ["A", "B"] })).next).toContain("A, B");
  });
  test("under which id a defect was logged", () => {
    expect(explainError(error("INTERNAL_ERROR", { id: "abc" })).next).toContain("abc");
  });
  test("a defect without an id has none in its words", () => {
    expect(explainError(error("INTERNAL_ERROR")).next).toBe("Try again; report it if it stays.");
  });
});

test("a code of a later server is a defect, not a crash", () => {
  expect(explainError(error("constructor")).retry).toBe("button");
});

test("the wait is the server's, or half a minute", () => {
  expect(secondsToWait(error("RATE_LIMITED", { retryAfterSeconds: 12.2 }))).toBe(13);
  expect(secondsToWait(error("RATE_LIMITED", { retryAfterSeconds: 0 }))).toBe(1);
  expect(secondsToWait(error("SOURCE_UNAVAILABLE"))).toBe(30);
});

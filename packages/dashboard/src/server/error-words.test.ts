import type { HedgeQLErrorCode } from "@hedgeql/sdk";
import { describe, expect, test } from "vitest";
import { explainError, secondsToWait } from "./error-words.ts";

const facts = (code: HedgeQLErrorCode, details = {}) => ({ code, message: "", details });

/** A record, so that the compiler asks for every code of the SDK. */
const EVERY: Record<HedgeQLErrorCode, "reconnect" | "wait" | "button" | "no"> = {
  ABORTED: "button",
  BAD_INPUT: "no",
  BAD_REQUEST: "button",
  CANCELLED: "button",
  GRAPHQL_PARSE_FAILED: "button",
  GRAPHQL_VALIDATION_FAILED: "button",
  HTTP_ERROR: "reconnect",
  INSUFFICIENT_DATA: "no",
  INTERNAL_ERROR: "button",
  LIMIT_EXCEEDED: "no",
  NETWORK_ERROR: "reconnect",
  NO_OVERLAP: "no",
  NOTHING_TO_DRAW: "no",
  RATE_LIMITED: "wait",
  SINGULAR_BENCHMARKS: "no",
  SOURCE_UNAVAILABLE: "wait",
  TIMEOUT: "button",
  UNDEFINED_ESTIMATE: "no",
  UNKNOWN_SYMBOL: "no",
};

test.each(Object.entries(EVERY) as [HedgeQLErrorCode, string][])(
  "%s says what happened and what to do",
  (code, retry) => {
    const words = explainError(facts(code));
    expect(words.title).toMatch(/^[A-Z].*\.$/);
    expect(words.next).toMatch(/^[A-Z].*\.$/);
    expect(words.retry).toBe(retry);
    expect(`${words.title} ${words.next}`).not.toMatch(/undefined|null|\[object/);
  },
);

describe("the data to act on are in the words", () => {
  test("which symbol", () => {
    expect(explainError(facts("UNKNOWN_SYMBOL", { symbol: "NOPE" })).title).toContain("NOPE");
  });
  test("how many returns, and how many were needed", () => {
    expect(explainError(facts("INSUFFICIENT_DATA", { observations: 12, needed: 253 })).title).toBe(
      "There are 12 returns, and 253 are needed.",
    );
  });
  test("which benchmarks are alike", () => {
    expect(explainError(facts("SINGULAR_BENCHMARKS", { terms: ["A", "B"] })).next).toContain("A, B");
  });
  test("under which id a defect was logged", () => {
    expect(explainError(facts("INTERNAL_ERROR", { id: "abc" })).next).toContain("abc");
  });
});

test("a code of a later server is a defect, not a crash", () => {
  expect(explainError(facts("constructor" as HedgeQLErrorCode)).retry).toBe("button");
});

test("the wait is the server's, or half a minute", () => {
  expect(secondsToWait(facts("RATE_LIMITED", { retryAfterSeconds: 12.2 }))).toBe(13);
  expect(secondsToWait(facts("RATE_LIMITED", { retryAfterSeconds: "soon" }))).toBe(30);
  expect(secondsToWait(facts("SOURCE_UNAVAILABLE"))).toBe(30);
});

import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLEnumType } from "graphql";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type ErrorDetails, HedgeQLError, type HedgeQLErrorCode, type ServerError } from "./error.ts";
import type { ErrorCode } from "./generated/operations.ts";

type Presence<Details> = {
  readonly [Name in keyof Details]-?: Record<never, never> extends Pick<Details, Name> ? "if known" : "always";
};

/** The names of the types, for the run: the compiler holds them to `ErrorDetails`, the test to the schema. */
const DETAILS: { readonly [Code in HedgeQLErrorCode]: Presence<ErrorDetails[Code]> } = {
  BAD_INPUT: { symbol: "if known", date: "if known", line: "if known", currency: "if known" },
  UNKNOWN_SYMBOL: { symbol: "always", source: "if known", symbols: "if known", prefixes: "if known" },
  INSUFFICIENT_DATA: { observations: "always", needed: "always" },
  NO_OVERLAP: { series: "always" },
  SINGULAR_BENCHMARKS: { terms: "always" },
  UNDEFINED_ESTIMATE: { estimator: "always", of: "always", reason: "always" },
  NOTHING_TO_DRAW: { reason: "always" },
  SOURCE_UNAVAILABLE: { symbol: "always", status: "if known" },
  RATE_LIMITED: { symbol: "always", retryAfterSeconds: "always" },
  LIMIT_EXCEEDED: { limit: "always", what: "always", actual: "if known" },
  GRAPHQL_PARSE_FAILED: {},
  GRAPHQL_VALIDATION_FAILED: {},
  BAD_REQUEST: {},
  PERSISTED_QUERY_NOT_FOUND: {},
  CANCELLED: {},
  INTERNAL_ERROR: { id: "always" },
  NETWORK_ERROR: {},
  TIMEOUT: {},
  ABORTED: {},
  HTTP_ERROR: {},
};

describe("the details of each code are those that the schema documents", () => {
  const schema = buildSchema(readFileSync(new URL("../../server/schema.graphql", import.meta.url), "utf8"));
  const values = (schema.getType("ErrorCode") as GraphQLEnumType).getValues();

  test.each(values.map(({ name, description }) => [name as ErrorCode, description ?? ""] as const))(
    "%s",
    (code, text) => {
      const words = Array.from(text.matchAll(/`(\w+)`( if known)?/g), ([, name, maybe]) => [
        name,
        maybe ? "if known" : "always",
      ]);
      expect(DETAILS[code]).toEqual(Object.fromEntries(words));
    },
  );

  test("and there is no code besides, but for the client's own four", () => {
    const own = ["NETWORK_ERROR", "TIMEOUT", "ABORTED", "HTTP_ERROR"];
    expect(Object.keys(DETAILS).toSorted()).toEqual([...values.map(({ name }) => name), ...own].toSorted());
    expectTypeOf<ErrorCode>().toExtend<HedgeQLErrorCode>();
  });
});

test("where a code is compared, the details are of that code, in an error and in each error of an answer", () => {
  const error: unknown = new HedgeQLError("none", { code: "UNKNOWN_SYMBOL", details: { symbol: "X" } });
  if (!(error instanceof HedgeQLError)) expect.fail("it is one");
  expectTypeOf(error).toEqualTypeOf<HedgeQLError>();
  // @ts-expect-error: of all codes only some have a symbol.
  expect(error.details.symbol).toBe("X");
  if (error.code === "UNKNOWN_SYMBOL") {
    expectTypeOf(error.details).toEqualTypeOf<ErrorDetails["UNKNOWN_SYMBOL"]>();
    expectTypeOf(error.details.symbol).toEqualTypeOf<string>();
    expect(error.details.symbol).toBe("X");
  } else if (error.code === "RATE_LIMITED") {
    expectTypeOf(error.details.retryAfterSeconds).toEqualTypeOf<number>();
  } else if (error.code === "TIMEOUT") {
    // @ts-expect-error: a timeout has no symbol.
    expect(error.details.symbol).toBeUndefined();
  }
  // @ts-expect-error: no such code.
  expect(error.code === "UNKNOWN_SYMBOLS").toBe(false);
  const told = { code: "INSUFFICIENT_DATA", message: "few", details: { observations: 1, needed: 3 } } as ServerError;
  if (told.code === "INSUFFICIENT_DATA") expectTypeOf(told.details.needed).toEqualTypeOf<number>();
  expect(told.path).toBeUndefined();
});

test("a HedgeQLError is an Error with a name, a stack, and no cause where there is none", () => {
  const error = new HedgeQLError("no", { code: "TIMEOUT" });
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe("HedgeQLError: no");
  expect(error.stack).toContain("HedgeQLError: no");
  expect("cause" in error).toBe(false);
  expect([error.details, error.errors]).toEqual([{}, []]);
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: "HedgeQLError", message: "no", code: "TIMEOUT" });
  expect(new HedgeQLError("no", { code: "NETWORK_ERROR", cause: "why" }).cause).toBe("why");
});

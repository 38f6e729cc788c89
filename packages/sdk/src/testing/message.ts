import type { HedgeQLErrorCode } from "../error.ts";
import type { FailureScript } from "./fail.ts";

const MESSAGES: Readonly<Record<HedgeQLErrorCode, string>> = {
  BAD_INPUT: "a value breaks a rule",
  UNKNOWN_SYMBOL: "no source has {symbol}",
  INSUFFICIENT_DATA: "{observations} observations are too few: {needed} are needed",
  NO_OVERLAP: "the series share no dates in this period",
  SINGULAR_BENCHMARKS: "{terms}: does not vary, or repeats others",
  UNDEFINED_ESTIMATE: "{estimator} has no beta of {of}: {reason}",
  NOTHING_TO_DRAW: "there is nothing to draw: {reason}",
  SOURCE_UNAVAILABLE: "the source of {symbol} cannot be reached",
  RATE_LIMITED: "the source of {symbol} limits requests: try again in {retryAfterSeconds} s",
  LIMIT_EXCEEDED: "the request has more than {limit} {what}",
  GRAPHQL_PARSE_FAILED: "Syntax Error: Unexpected <EOF>.",
  GRAPHQL_VALIDATION_FAILED: "the query does not fit the schema",
  BAD_REQUEST: "the request is not one of GraphQL over HTTP",
  PERSISTED_QUERY_NOT_FOUND: "PersistedQueryNotFound",
  CANCELLED: "the request was cancelled",
  INTERNAL_ERROR: "an unexpected error; it is logged under this id",
  NETWORK_ERROR: "fetch failed",
  TIMEOUT: "no answer in time",
  ABORTED: "the call was aborted",
  HTTP_ERROR: "<html><body>Bad gateway</body></html>",
};

/** What a failure says where the test does not: a sentence like the server's. */
export function messageOf({ code, details, message }: Pick<FailureScript, "code" | "details" | "message">): string {
  return message ?? MESSAGES[code].replace(/\{(\w+)\}/g, (_, name: string) => `${Object(details)[name]}`);
}

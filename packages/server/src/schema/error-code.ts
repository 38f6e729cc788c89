import { builder } from "./builder.ts";

/** Every `extensions.code` that the API answers with, and what a caller can do about it. */
export const ERROR_CODES = {
  BAD_INPUT: "A value breaks a rule: the message names the rule and the value.",
  UNKNOWN_SYMBOL: "No source has this symbol (`symbol`).",
  INSUFFICIENT_DATA: "Too few observations (`observations`, `needed`): choose a longer period or a shorter interval.",
  NO_OVERLAP: "The series share no dates in this period.",
  SINGULAR_BENCHMARKS: "A benchmark does not vary, or repeats others (`terms`): leave it out.",
  UNDEFINED_ESTIMATE:
    "The estimator has no beta for these data (`estimator`, `reason`): choose another, or other data.",
  NOTHING_TO_DRAW: "A picture of what these data do not have, such as the residuals of an exact fit (`reason`).",
  SOURCE_UNAVAILABLE: "The price source failed and nothing is stored: try again later.",
  RATE_LIMITED: "The price source limits our requests: try again in `retryAfterSeconds`.",
  LIMIT_EXCEEDED: "The request asks for too much (`limit`, `actual`, `what`): split it.",
  GRAPHQL_PARSE_FAILED: "The query is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The query does not fit the schema.",
  BAD_REQUEST: "The HTTP request is not one of GraphQL over HTTP, or could come from another site.",
  CANCELLED: "The client left before the answer.",
  INTERNAL_ERROR: "A defect of ours, logged under `id`: report it with that.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export const ErrorCodeEnum = builder.enumType("ErrorCode", {
  description:
    "The values of `extensions.code` in the errors of an answer. The words in backquotes are further extensions: the data to act on. A failing field is null, and its neighbours answer.",
  values: Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, description]) => [code, { description }]),
  ) as Record<ErrorCode, { description: string }>,
});

import { builder } from "./builder.ts";

/**
 * Every `extensions.code` that the API answers with, and what a caller can do about it. The words in backquotes are the
 * further extensions, and no error has others: always there, but for those that are said to be there `if known`.
 */
export const ERROR_CODES = {
  BAD_INPUT:
    "A value breaks a rule: the message names the rule and the value. `symbol` if known: of which; `date` if known: at which, as it was given; `line` if known: on which line of a file of prices; `currency` if known: of which an exchange rate is missing.",
  UNKNOWN_SYMBOL:
    "No source has this symbol (`symbol`). `source` if known: which one was asked; `symbols` if known: all that it has; `prefixes` if known: those of the sources, where the symbol's is none of them.",
  INSUFFICIENT_DATA:
    "Too few observations (`observations`, where `needed` are the least): choose a longer period or a shorter interval.",
  NO_OVERLAP:
    "The series share no dates in this period (`series`: those at fault, each an object with its label, and its first and last date, or null where it has none).",
  SINGULAR_BENCHMARKS:
    "A benchmark or hedge instrument does not vary, or repeats others (`terms`: a list of them): leave one out.",
  UNDEFINED_ESTIMATE:
    "The estimator has no beta for these data (`estimator`, `of` which symbols, and the `reason`): choose another, or other data.",
  NOTHING_TO_DRAW: "A picture of what these data do not have, such as the residuals of an exact fit (`reason`).",
  SOURCE_UNAVAILABLE:
    "The price source failed, and nothing is stored of this symbol (`symbol`): try again later. `status` if known: the HTTP status that the source answered.",
  RATE_LIMITED:
    "The price source limits our requests, and nothing is stored of this symbol (`symbol`): try again in `retryAfterSeconds`.",
  LIMIT_EXCEEDED:
    "The request asks for too much: more than the `limit` of `what`; `actual` if known: how much it asks for. Split it.",
  GRAPHQL_PARSE_FAILED: "The query is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The query does not fit the schema.",
  BAD_REQUEST:
    "The HTTP request is not one of GraphQL over HTTP, the hash that it names its query by is malformed or of another text, or it could come from another site.",
  PERSISTED_QUERY_NOT_FOUND:
    "This server has no query with this hash, or no longer: send it once more with its text, and it is remembered.",
  CANCELLED: "The client left before the answer.",
  INTERNAL_ERROR: "A defect of ours, logged under `id`: report it with that.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

const DETAIL_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ERROR_CODES).map(([code, description]) => [
    code,
    Array.from(description.matchAll(/`(\w+)`/g), ([, name]) => name),
  ]),
);

/** What of an error's details is for callers: those that its code is documented with. Undefined values count as absent. */
export function documentedDetails(
  code: ErrorCode,
  details: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = DETAIL_NAMES.get(code) ?? [];
  return Object.fromEntries(names.flatMap((name) => (details[name] == null ? [] : [[name, details[name]]])));
}

export const ErrorCodeEnum = builder.enumType("ErrorCode", {
  description:
    "The values of `extensions.code` in the errors of an answer. The words in backquotes are the further extensions, the data to act on, and there are no others: each is always there, but for those that are said to be there if known. A failing field is null, and its neighbours answer.",
  values: Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, description]) => [code, { description }]),
  ) as Record<ErrorCode, { description: string }>,
});

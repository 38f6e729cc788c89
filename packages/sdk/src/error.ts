import type { PriceSource, ErrorCode as ServerErrorCode } from "./generated/operations.ts";

/** Nothing further to act on. */
type None = Readonly<Record<never, never>>;

/** What each code brings along to act on. What may be missing is known in some cases only. */
export interface ErrorDetails extends Record<ServerErrorCode, object> {
  /**
   * A value breaks a rule; of a value in a series, where; of an exchange rate that is missing, of which currency. Without
   * a `status` the client refused it, and sent nothing.
   */
  BAD_INPUT: { readonly symbol?: string; readonly date?: string; readonly line?: number; readonly currency?: string };
  /** No source has this symbol: which one was asked, and what it has; or the prefixes of the sources. */
  UNKNOWN_SYMBOL: {
    readonly symbol: string;
    readonly source?: PriceSource;
    readonly symbols?: readonly string[];
    readonly prefixes?: readonly string[];
  };
  /** Too few observations: choose a longer period or a shorter interval. */
  INSUFFICIENT_DATA: { readonly observations: number; readonly needed: number };
  /** The series share no dates in this period: from when to when they have prices. */
  NO_OVERLAP: {
    readonly series: readonly {
      readonly label: string;
      readonly first: string | null;
      readonly last: string | null;
    }[];
  };
  /** These benchmarks or hedge instruments do not vary, or repeat others. */
  SINGULAR_BENCHMARKS: { readonly terms: readonly string[] };
  /** The estimator has no beta of these symbols. */
  UNDEFINED_ESTIMATE: { readonly estimator: string; readonly of: string; readonly reason: string };
  /** The picture is of what these data do not have. */
  NOTHING_TO_DRAW: { readonly reason: string };
  /** The price source failed, and nothing is stored; the HTTP status that it answered. */
  SOURCE_UNAVAILABLE: { readonly symbol: string; readonly status?: number };
  /** The price source limits requests: try again in so many seconds. */
  RATE_LIMITED: { readonly symbol: string; readonly retryAfterSeconds: number };
  /** The request asks for more of something than the limit. */
  LIMIT_EXCEEDED: { readonly limit: number; readonly what: string; readonly actual?: number };
  /** The operation is not GraphQL. */
  GRAPHQL_PARSE_FAILED: None;
  /** The operation does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED: None;
  /** The server refused the HTTP request. */
  BAD_REQUEST: None;
  /** The server does not know the operation by this hash: the layer `persisted` sends the text then. */
  PERSISTED_QUERY_NOT_FOUND: None;
  /** The server saw the client leave. */
  CANCELLED: None;
  /** A defect of the server, which logged it under this id. */
  INTERNAL_ERROR: { readonly id: string };
  /** No answer came, or it broke off: `cause` says why. */
  NETWORK_ERROR: None;
  /** No answer within `timeout`. */
  TIMEOUT: None;
  /** The caller's signal ended the call: `cause` is its reason. */
  ABORTED: None;
  /** The answer is no result, and gives no error with a code, such as a proxy's page: see `status` and `headers`. */
  HTTP_ERROR: None;
}

/** What went wrong, for programs: the server's codes, and those of the way to it. A newer server may send others. */
export type HedgeQLErrorCode = keyof ErrorDetails;

/** One error of an answer. Where `code` is compared, `details` is of that code. */
export type ServerError = {
  [Code in HedgeQLErrorCode]: {
    readonly message: string;
    readonly code: Code;
    readonly details: ErrorDetails[Code];
    /** Where in the answer it stands, such as `["assets", 1]`. */
    readonly path?: readonly (string | number)[] | undefined;
  };
}[HedgeQLErrorCode];

/** What an error is made of. */
export interface HedgeQLErrorOptions<Code extends HedgeQLErrorCode = HedgeQLErrorCode> {
  readonly code: Code;
  readonly details?: ErrorDetails[Code];
  readonly path?: readonly (string | number)[] | undefined;
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly requestId?: string | undefined;
  readonly errors?: readonly ServerError[];
  readonly data?: unknown;
  readonly cause?: unknown;
}

interface Failure<Code extends HedgeQLErrorCode> extends Error {
  /** Stable, for programs. */
  readonly code: Code;
  /** What the code brings along: for `UNKNOWN_SYMBOL` the `symbol`, for `INSUFFICIENT_DATA` `observations`. */
  readonly details: ErrorDetails[Code];
  /** Where in the answer the first error stands, such as `["assets", 1]`. */
  readonly path: readonly (string | number)[] | undefined;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The answer's headers, where there was one: the `Retry-After` of a proxy that answers 429, for example. */
  readonly headers: Headers | undefined;
  /** Under which the server logged the request. */
  readonly requestId: string | undefined;
  /** Every error of the answer; the first is the one that this error is of. */
  readonly errors: readonly ServerError[];
  /** What did answer: where one of several fields failed, the others. `partialData` gives it its type. */
  readonly data: unknown;
}

/** The one error that a client throws. Where `code` is compared, `details` is of that code. */
export type HedgeQLError = { [Code in HedgeQLErrorCode]: Failure<Code> }[HedgeQLErrorCode];

/**
 * The one error that a client throws.
 *
 * @example
 * ```ts
 * try {
 *   await hedgeql.hedgedPortfolio({ portfolio: { symbol: "sample:NOBODY" }, benchmarks: ["sample:^GSPC"] });
 * } catch (error) {
 *   if (!(error instanceof HedgeQLError)) throw error;
 *   if (error.code === "UNKNOWN_SYMBOL") console.log(error.details.symbol); // sample:NOBODY
 * }
 * ```
 */
export const HedgeQLError: new <Code extends HedgeQLErrorCode>(
  message: string,
  options: HedgeQLErrorOptions<Code>,
) => HedgeQLError = class extends Error {
  constructor(message: string, options: HedgeQLErrorOptions) {
    super(message, options);
    Object.assign(this, { name: "HedgeQLError", details: {}, errors: [] }, options);
  }

  /** An error's message is not enumerable: without this a log in JSON would not have it. */
  toJSON() {
    return { ...this, message: this.message };
  }
} as never;

/** The caller's own mistake: nothing was sent. */
export function badInput(message: string, from?: { readonly cause: unknown }): HedgeQLError {
  return new HedgeQLError(message, { code: "BAD_INPUT", ...from });
}

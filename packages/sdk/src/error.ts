import type { ErrorCode as ServerErrorCode } from "./generated/operations.ts";

/**
 * What went wrong, for programs. Besides the server's codes, of which the client itself gives `BAD_INPUT`, with no
 * `status`, for a url, a header, a timeout or variables that it cannot send:
 * - `NETWORK_ERROR`: no answer came, or it broke off;
 * - `TIMEOUT`: none came within `timeout`;
 * - `ABORTED`: the caller's signal ended the call;
 * - `HTTP_ERROR`: an answer came that is no result and gives no error, such as a proxy's error page (`status` says
 *   which).
 */
export type HedgeQLErrorCode = ServerErrorCode | "NETWORK_ERROR" | "TIMEOUT" | "ABORTED" | "HTTP_ERROR";

/** One error as the server reports it. */
export interface ServerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface HedgeQLErrorOptions {
  readonly code: HedgeQLErrorCode;
  readonly status?: number | undefined;
  readonly headers?: Headers | undefined;
  readonly requestId?: string | undefined;
  readonly errors?: readonly ServerError[];
  readonly data?: unknown;
  readonly cause?: unknown;
}

/**
 * The one error that a client throws.
 *
 * @example
 * ```ts
 * try {
 *   await hedgeql.hedgedPortfolio({ portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:NOBODY"] });
 * } catch (error) {
 *   if (error instanceof HedgeQLError && error.code === "UNKNOWN_SYMBOL") console.log(error.details.symbol);
 * }
 * ```
 */
export class HedgeQLError extends Error {
  /** Stable, for programs. */
  readonly code: HedgeQLErrorCode;
  /** Where in the answer the first error stands, such as `["assets", 1]`. */
  readonly path: readonly (string | number)[] | undefined;
  /** The first error's data to act on, such as `symbol`, `observations` and `needed`, `retryAfterSeconds`. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The answer's headers, where there was one: the `Retry-After` of a proxy that answers 429, for example. */
  readonly headers: Headers | undefined;
  /** Under which the server logged the request. */
  readonly requestId: string | undefined;
  /** Every error of the answer. */
  readonly errors: readonly ServerError[];
  /** What did answer: where one of several fields failed, the others. */
  readonly data: unknown;

  constructor(message: string, options: HedgeQLErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "HedgeQLError";
    const { code: _, ...details } = options.errors?.[0]?.extensions ?? {};
    this.code = options.code;
    this.path = options.errors?.[0]?.path;
    this.details = details;
    this.status = options.status;
    this.headers = options.headers;
    this.requestId = options.requestId;
    this.errors = options.errors ?? [];
    this.data = options.data;
  }
}

import type { ErrorDetails, HedgeQLErrorCode } from "../index.ts";
import { scripted } from "./scripted.ts";

/** What a failure may have besides the details of its code. */
export interface FailureOptions {
  /** For people. Default: a sentence of the code's. */
  readonly message?: string | undefined;
  /** Which field fails, such as `["assets", 1]`: it is null, and the others answer. Default: the whole answer. */
  readonly path?: readonly (string | number)[] | undefined;
  /** The HTTP status. Default: what a server answers. */
  readonly status?: number | undefined;
  /** Headers of the answer, such as `{ "retry-after": "3" }`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A failure in place of an answer. Made by `fail`. */
export interface Failure {
  readonly [scripted]: FailureScript;
}

export interface FailureScript extends FailureOptions {
  readonly kind: "failure";
  readonly code: HedgeQLErrorCode;
  readonly details: object;
}

/** A code with details that are always there takes them, and one that has none takes none. */
type Arguments<Code extends HedgeQLErrorCode> = keyof ErrorDetails[Code] extends never
  ? [details?: Readonly<Record<string, never>>, options?: FailureOptions]
  : Record<never, never> extends ErrorDetails[Code]
    ? [details?: ErrorDetails[Code], options?: FailureOptions]
    : [details: ErrorDetails[Code], options?: FailureOptions];

/**
 * A failure by its code, with the details that the code has: those of the server, and those of the way to it. The client
 * throws the error that it would throw in service.
 *
 * @example
 * ```ts
 * import { createTestClient, fail } from "@hedgeql/sdk/testing";
 *
 * const hedgeql = createTestClient({ answers: { asset: fail("UNKNOWN_SYMBOL", { symbol: "NOBODY" }) } });
 * const error = await hedgeql.asset({ symbol: "NOBODY" }).catch((reason) => reason);
 * console.log(error.code, error.details.symbol, error.path); // UNKNOWN_SYMBOL NOBODY [ 'asset' ]
 * ```
 */
export function fail<Code extends HedgeQLErrorCode>(code: Code, ...[details, options]: Arguments<Code>): Failure {
  return { [scripted]: { kind: "failure", code, details: { ...details }, ...options } };
}

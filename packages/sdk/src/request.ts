import type { Answered } from "./answered.ts";
import { withDeadline } from "./deadline.ts";
import { badInput, HedgeQLError } from "./error.ts";
import { type Connection, exchange, type HeaderValues, type Send } from "./exchange.ts";
import type { Typed } from "./operation.ts";

/** Long enough for a first load of many symbols from Yahoo. */
const DEFAULT_TIMEOUT_MS = 60_000;

/** What one call may have of its own. */
export interface CallOptions {
  /** Sent besides the client's own, and in their place where they have the same name. An undefined one is left out. */
  readonly headers?: HeaderValues | undefined;
  /** Milliseconds, 0 or more, for all attempts together, until the call fails with `TIMEOUT`. Default: 60,000. */
  readonly timeout?: number | undefined;
  /** Ends the call with `ABORTED`. */
  readonly signal?: AbortSignal | undefined;
}

/** What `createRequest` takes. */
export interface RequestOptions extends Connection, Omit<CallOptions, "headers"> {}

/** Something between a call and the exchange with the server, such as further attempts. */
export type Layer = (next: Send) => Send;

/** Sends an operation. Its series are as on the wire: see `unpack`. */
export type RequestFunction = <Result, Variables>(
  operation: Typed<Result, Variables>,
  variables: Variables,
  options?: CallOptions,
) => Promise<Answered<Result>>;

/**
 * The function that sends operations, without a method for each: for a page that must be small, since a bundler then
 * keeps only the operations that it names. What it leaves out can be added, the first layer outermost; series are read
 * by `unpack`.
 *
 * @example
 * ```ts
 * import { createRequest, Regression, retries } from "@hedgeql/sdk";
 *
 * const request = createRequest({ url: "http://localhost:4000/graphql" }, retries(2));
 * const { regression } = await request(Regression, {
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * console.log(regression.beta); // 0.9933917187878432
 * ```
 */
export function createRequest(options: RequestOptions, ...layers: readonly Layer[]): RequestFunction {
  return requestBy(options, layers, (data) => data);
}

/** The same, with what is to be done to the data of an answer. */
export function requestBy(
  options: RequestOptions,
  layers: readonly Layer[],
  read: (data: unknown) => unknown,
): RequestFunction {
  const send = layers.reduceRight((next, layer) => layer(next), exchange(options, read));
  return (operation, variables, { headers, timeout = options.timeout ?? DEFAULT_TIMEOUT_MS, signal: own } = {}) =>
    withDeadline(timeout, [options.signal, own], (signal) =>
      send({ query: `${operation}`, variables, headers: [headers], signal, endsAt: Date.now() + timeout, attempt: 1 }),
    ).catch((cause) => {
      // What failed may have a secret in its words, such as a header's value.
      throw cause instanceof HedgeQLError
        ? cause
        : badInput("variables, headers, hooks or layers failed: see `cause`", { cause });
    }) as never;
}

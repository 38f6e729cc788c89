import type { HedgeQLError } from "./error.ts";
import { nameOf } from "./operation.ts";
import type { Layer } from "./request.ts";

/** One attempt, before it is sent. */
export interface RequestEvent {
  /** The operation's name, such as `HedgedPortfolio`; undefined where it has none. */
  readonly operation: string | undefined;
  /** 1, and one more for each retry. */
  readonly attempt: number;
  /** Empty: what is set here is sent besides the other headers, and in their place. */
  readonly headers: Headers;
}

/** One attempt, after it. */
export interface ResponseEvent extends RequestEvent {
  /** From sending to having read the answer. */
  readonly milliseconds: number;
  /** What came in place of data; undefined where there are data. */
  readonly error: HedgeQLError | undefined;
}

/** Called around each attempt: for logs, measurements, traces. */
export interface Hooks {
  /** Called before each attempt. What it throws ends the call, with `BAD_INPUT`. */
  readonly onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  /** Called after each attempt. What it throws is ignored: an answer is not lost for a log. */
  readonly onResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined;
}

/**
 * Tells what is sent and what came of it: a layer for `createRequest`. `createClient` takes the hooks as options.
 *
 * @example
 * ```ts
 * const hedgeql = createClient({
 *   url: "http://localhost:4000/graphql",
 *   onResponse: ({ operation, attempt, error }) => console.log(operation, attempt, error?.code ?? "answered"),
 *   // Asset 1 answered
 * });
 * await hedgeql.asset({ symbol: "sample:AAPL" });
 * ```
 */
export function hooks({ onRequest, onResponse }: Hooks): Layer {
  return (next) => async (call) => {
    const event = {
      operation: nameOf(call.query!),
      attempt: call.attempt,
      headers: new Headers(),
    };
    await onRequest?.(event);
    const start = performance.now();
    let error: HedgeQLError | undefined;
    try {
      return await next({ ...call, headers: [...call.headers, event.headers] });
    } catch (thrown) {
      error = thrown as HedgeQLError;
      throw error;
    } finally {
      try {
        await onResponse?.({ ...event, milliseconds: performance.now() - start, error });
      } catch {}
    }
  };
}

import { readAnswer } from "./answer.ts";
import { startDeadline } from "./deadline.ts";
import { HedgeQLError } from "./error.ts";
import { operations } from "./generated/operations.ts";
import { checkTimeout, checkUrl, joinHeaders, writeBody } from "./input.ts";
import type { Operation, OperationText, ResultOf, VariablesOf } from "./operation.ts";

/** Long enough for a first load of many symbols from Yahoo. */
const DEFAULT_TIMEOUT_MS = 60_000;

export interface CallOptions {
  /** Sent besides the client's own, and in their place where they have the same name. An undefined one is left out. */
  readonly headers?: Headers | Readonly<Record<string, string | undefined>>;
  /** Milliseconds, 0 or more, until the call fails with `TIMEOUT`. Default: the client's, or 60,000. */
  readonly timeout?: number;
  /** Ends the call with `ABORTED`. */
  readonly signal?: AbortSignal;
}

export interface ClientOptions extends CallOptions {
  /** The server's address, such as `http://localhost:4000/graphql`; in a browser also relative to the page. */
  readonly url: string | URL;
  /** In place of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** A result without the nulls that only an error can cause: where there is an error, the call throws. */
export type Answered<Result> = {
  [Field in keyof Result]: Result[Field] extends readonly (infer Item)[]
    ? NonNullable<Item>[]
    : NonNullable<Result[Field]>;
};

type Methods = {
  [Name in keyof typeof operations]: (
    variables: VariablesOf<(typeof operations)[Name]>,
    options?: CallOptions,
  ) => Promise<Answered<ResultOf<(typeof operations)[Name]>>>;
};

/** One method an operation, and `request` for any other. Every method throws a `HedgeQLError` and nothing else. */
export interface Client extends Methods {
  /** Sends an operation of your own: its name, its text, and the types that you give it. */
  request<Result, Variables>(
    operation: OperationText<Result, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Answered<Result>>;
}

/**
 * A client for one server. It holds no state: make one, and use it everywhere.
 *
 * @example
 * ```ts
 * const hedgeql = createClient({ url: "http://localhost:4000/graphql" });
 * const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * console.log(hedgedPortfolio.regression.beta); // 0.9933917187878432
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const request: Client["request"] = (operation, variables, call = {}) => send(options, operation, variables, call);
  const methods = Object.entries(operations).map(([name, operation]) => [
    name,
    (variables: never, call?: CallOptions) => request(operation as Operation<unknown, never>, variables, call),
  ]);
  return { ...Object.fromEntries(methods), request };
}

async function send<Result, Variables>(
  client: ClientOptions,
  operation: OperationText<Result, Variables>,
  variables: Variables,
  call: CallOptions,
): Promise<Answered<Result>> {
  const url = checkUrl(client.url, client.fetch !== undefined);
  const timeout = checkTimeout(call.timeout ?? client.timeout ?? DEFAULT_TIMEOUT_MS);
  const headers = joinHeaders(client.headers, call.headers);
  const body = writeBody(operation.text, operation.name, variables);
  const deadline = startDeadline(timeout, [client.signal, call.signal]);
  let response: Response | undefined;
  try {
    deadline.throwIfEnded();
    const { signal } = deadline;
    response = await deadline.race((client.fetch ?? fetch)(client.url, { method: "POST", headers, body, signal }));
    return readAnswer(response, await deadline.race(response.text())) as Answered<Result>;
  } catch (error) {
    if (error instanceof HedgeQLError) throw error;
    const message = response === undefined ? `${url} cannot be reached` : `${url} broke off its answer`;
    const { status, headers: answered } = response ?? {};
    throw new HedgeQLError(message, { code: "NETWORK_ERROR", status, headers: answered, cause: error });
  } finally {
    deadline.clear();
  }
}

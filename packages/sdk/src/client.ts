import { HedgeQLError, type HedgeQLErrorCode, type ServerError } from "./error.ts";
import { operations } from "./generated/operations.ts";
import type { Operation, ResultOf, VariablesOf } from "./operation.ts";

/** Long enough for a first load of many symbols from Yahoo. */
const DEFAULT_TIMEOUT_MS = 60_000;

export interface CallOptions {
  /** Sent besides the client's own, and in their place where they have the same name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the call fails with `TIMEOUT`. Default: the client's, or 60,000. */
  readonly timeout?: number;
  /** Ends the call with `ABORTED`. */
  readonly signal?: AbortSignal;
}

export interface ClientOptions extends CallOptions {
  /** The server's address, such as `http://localhost:4000/graphql`. */
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
  /** Sends an operation of your own, made by `pnpm codegen` or by hand. */
  request<Result, Variables>(
    operation: Operation<Result, Variables>,
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
 * console.log(hedgedPortfolio.regression.beta); // 0.9933917187878417
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
  operation: Operation<Result, Variables>,
  variables: Variables,
  call: CallOptions,
): Promise<Answered<Result>> {
  const deadline = startDeadline(call.timeout ?? client.timeout ?? DEFAULT_TIMEOUT_MS, [client.signal, call.signal]);
  try {
    const response = await (client.fetch ?? fetch)(client.url, {
      method: "POST",
      headers: joinHeaders(client.headers, call.headers),
      body: JSON.stringify({ query: operation.text, operationName: operation.name, variables }),
      signal: deadline.signal,
    });
    return readAnswer<Result>(response, await response.text());
  } catch (error) {
    throw deadline.explain(error);
  } finally {
    deadline.clear();
  }
}

/** The later wins, however a name is spelled. */
function joinHeaders(...all: readonly (CallOptions["headers"] | undefined)[]): Headers {
  const headers = new Headers({
    accept: "application/graphql-response+json, application/json;q=0.9",
    "content-type": "application/json",
  });
  for (const some of all) {
    for (const [name, value] of Object.entries(some ?? {})) headers.set(name, value);
  }
  return headers;
}

function readAnswer<Result>(response: Response, text: string): Answered<Result> {
  const { status } = response;
  const requestId = response.headers.get("x-request-id") ?? undefined;
  const answer = parseAnswer(text);
  if (answer === undefined) {
    const message = `the server answered ${status} without a GraphQL result`;
    throw new HedgeQLError(message, { code: "HTTP_ERROR", status, requestId });
  }
  const { data, errors } = answer;
  if (errors !== undefined && errors.length > 0) {
    const code = (errors[0].extensions?.code ?? "INTERNAL_ERROR") as HedgeQLErrorCode;
    throw new HedgeQLError(errors[0].message, { code, status, requestId, errors, data });
  }
  return data as Answered<Result>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly ServerError[];
}

function parseAnswer(text: string): Answer | undefined {
  try {
    const answer = JSON.parse(text) as Answer | null;
    const isAnswer =
      typeof answer === "object" && answer !== null && (answer.data != null || Array.isArray(answer.errors));
    return isAnswer ? answer : undefined;
  } catch {
    return undefined;
  }
}

interface Deadline {
  readonly signal: AbortSignal;
  /** What a failure means: ours, the caller's, or the network's. */
  explain(error: unknown): HedgeQLError;
  clear(): void;
}

function startDeadline(timeout: number, signals: readonly (AbortSignal | undefined)[]): Deadline {
  const controller = new AbortController();
  let ended: { code: HedgeQLErrorCode; message: string } | undefined;
  const end = (code: HedgeQLErrorCode, message: string) => {
    ended ??= { code, message };
    controller.abort();
  };
  const onAbort = () => end("ABORTED", "the call was aborted");
  // A timer cannot run longer than 2³¹ − 1 ms: beyond that it would fire at once, so there it means never.
  const expire = () => end("TIMEOUT", `no answer within ${timeout} ms`);
  const timer = timeout < 2 ** 31 ? setTimeout(expire, timeout) : undefined;
  for (const signal of signals) {
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort);
  }
  return {
    signal: controller.signal,
    explain(error) {
      if (error instanceof HedgeQLError) return error;
      if (ended !== undefined) return new HedgeQLError(ended.message, { code: ended.code, cause: error });
      return new HedgeQLError("the server cannot be reached", { code: "NETWORK_ERROR", cause: error });
    },
    clear() {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", onAbort);
    },
  };
}

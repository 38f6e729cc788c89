import type { Answered } from "./answered.ts";
import { badInput } from "./error.ts";
import { type Connection, withoutSecrets } from "./exchange.ts";
import { type Methods, operations } from "./generated/operations.ts";
import { type Hooks, hooks } from "./hooks.ts";
import { nameOf, type Operation, type Typed } from "./operation.ts";
import { type CallOptions, type Layer, type RequestOptions, requestBy } from "./request.ts";
import { retries } from "./retry.ts";
import { type Unpacked, unpack } from "./series.ts";

/** What a client takes. */
export interface ClientOptions extends RequestOptions, Hooks {
  /** How many further attempts a query may have when it failed for a while; default 2. See the layer `retries`. */
  readonly retries?: number | undefined;
  /** What else stands between a call and each attempt, such as `persisted()`. */
  readonly layers?: readonly Layer[] | undefined;
  /** graphql's function of this name, for operations that are `DocumentNode`s without their source. */
  readonly print?: ((document: never) => string) | undefined;
}

/** One method an operation, and `request` for any other. Every method throws a `HedgeQLError` and nothing else. */
export interface Client extends Methods<CallOptions> {
  /** Sends an operation of your own: text by `graphql`, or a document of a code generator. */
  request<Result, Variables>(
    operation: Typed<Result, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Answered<Unpacked<Result>>>;
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
  const layers = [retries(options.retries), hooks(options), ...(options.layers ?? [])];
  const send = requestBy(options, layers, unpack);
  const request = async (operation: unknown, variables?: object, call?: CallOptions) => {
    checkUrl(options);
    const text = textOf(operation, options.print);
    // The server would ignore it, and answer another question.
    for (const [name, value] of Object.entries(variables ?? {}))
      if (value !== undefined && !text.match(/\$\w+/g)?.includes(`$${name}`))
        throw badInput(`${nameOf(text)} has no variable "${name}"`);
    return send(text as Operation<unknown, unknown>, variables, call);
  };
  const client: Record<string, unknown> = { request };
  for (const operation of operations) {
    const method = nameOf(operation)!.replace(/^./, (letter) => letter.toLowerCase());
    client[method] = (variables?: object, call?: CallOptions) => request(operation, variables, call);
  }
  return client as never;
}

/** By the rules of the platform: a browser takes an address relative to its page, and so may a `fetch` of one's own. */
function checkUrl({ url, fetch }: Connection): void {
  try {
    const { protocol, username, password } = new URL(url, fetch ? "http://-" : globalThis.location?.href);
    if (/^https?:$/.test(protocol) && !username && !password) return;
  } catch {}
  throw badInput(`url must be like http://localhost:4000/graphql, without a password, got "${withoutSecrets(url)}"`);
}

/** The text of a document of any kind: a string, a `TypedDocumentString`, or a `DocumentNode` that kept its source. */
function textOf(document: unknown, print: ClientOptions["print"]): string {
  if (typeof document === "string" || document instanceof String) return `${document}`;
  const text = (document as DocumentNode | null)?.loc?.source?.body ?? print?.(document as never);
  if (text) return text;
  throw badInput("a document without its source needs the option `print`");
}

interface DocumentNode {
  readonly loc?: { readonly source?: { readonly body?: string } };
}

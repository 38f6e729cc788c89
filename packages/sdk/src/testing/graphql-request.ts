import { badInput } from "../error.ts";
import { nameOf } from "../operation.ts";

/** What a client sends, however it sends it. */
export interface GraphQLRequest {
  /** The operation's text; undefined where its hash stands for it. */
  readonly query: string | undefined;
  readonly hash: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/** Reads what a `fetch` is called with: a POST with JSON, or a GET with everything in the address. */
export async function readGraphQLRequest(
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<GraphQLRequest> {
  const request = typeof input === "object" && "url" in input ? input : undefined;
  const body = init.body ?? (request?.body ? await request.text() : undefined);
  const parameters =
    body === undefined || body === null ? readAddress(request?.url ?? `${input}`) : readJson(`${body}`);
  const { query, variables, extensions, operationName } = parameters;
  const hash = (Object(extensions).persistedQuery as { readonly sha256Hash?: string } | undefined)?.sha256Hash;
  const text = typeof query === "string" ? query : undefined;
  if (text === undefined && hash === undefined) throw badInput("the request has neither an operation nor its hash");
  return {
    query: text,
    hash,
    operationName: typeof operationName === "string" ? operationName : undefined,
    variables: Object(variables),
    headers: Object.fromEntries(new Headers(init.headers ?? request?.headers)),
    signal: init.signal ?? request?.signal,
  };
}

/** An operation's name, as the request says it or its text. */
export function operationNameOf({ operationName, query = "" }: GraphQLRequest): string | undefined {
  return operationName ?? nameOf(query);
}

type Parameters = Readonly<Record<string, unknown>>;

function readJson(text: string): Parameters {
  try {
    return Object(JSON.parse(text));
  } catch (cause) {
    throw badInput(`the request must be JSON, got ${text.slice(0, 80)}`, { cause });
  }
}

function readAddress(url: string): Parameters {
  const { searchParams } = new URL(url, "http://hedgeql.test");
  const entries = [...searchParams].map(([name, text]) => [
    name,
    name === "variables" || name === "extensions" ? readJson(text) : text,
  ]);
  return Object.fromEntries(entries);
}

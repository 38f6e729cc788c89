import { readAnswer } from "./answer.ts";
import { badInput, HedgeQLError } from "./error.ts";

/** Headers as an object or as the platform's. One that is undefined is left out. */
export type HeaderValues = Readonly<Record<string, string | undefined>> | Headers;

/** Where requests go, and by what. */
export interface Connection {
  /** The server's address, such as `http://localhost:4000/graphql`; in a browser also relative to the page. */
  readonly url: string | URL;
  /** In place of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Sent with every call. A function is asked anew for each attempt, for tokens that expire. */
  readonly headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>) | undefined;
}

/** One exchange with the server, as it passes through the layers. */
export interface Call {
  /** The operation's text; undefined where its hash stands for it. */
  readonly query: string | undefined;
  readonly variables: unknown;
  readonly extensions?: object;
  /** The call's own headers; the later win. */
  readonly headers: readonly (HeaderValues | undefined)[];
  readonly signal: AbortSignal;
  /** When the call ends with `TIMEOUT`: milliseconds since 1970-01-01. */
  readonly endsAt: number;
  readonly attempt: number;
}

/** Gives an answer's data, or throws a `HedgeQLError`. */
export type Send = (call: Call) => Promise<object>;

/** Sends one request, and reads its answer. */
export function exchange({ url, fetch: own, headers }: Connection, read: (data: unknown) => unknown): Send {
  return async (call) => {
    let init: RequestInit | undefined;
    let response: Response | undefined;
    try {
      const { query, variables, extensions, signal } = call;
      init = {
        method: "POST",
        headers: joinHeaders([typeof headers === "function" ? await headers() : headers, ...call.headers]),
        body: JSON.stringify({ query, variables, extensions }, writeValue),
        signal,
      };
      response = await (own ?? fetch)(url, init);
      return readAnswer(response, await response.text(), read);
    } catch (cause) {
      if (cause instanceof HedgeQLError || !init) throw cause;
      call.signal.throwIfAborted();
      const message = withoutSecrets(url) + (response ? " broke off its answer" : " cannot be reached");
      throw new HedgeQLError(message, {
        code: "NETWORK_ERROR",
        status: response?.status,
        headers: response?.headers,
        cause,
      });
    }
  };
}

/** The later wins, however a name is spelled. */
function joinHeaders(all: readonly (HeaderValues | undefined)[]): Headers {
  const joined = new Headers({
    accept: "application/graphql-response+json, application/json",
    "content-type": "application/json",
  });
  for (const [name, value] of all.flatMap((values) => [
    ...(values && Symbol.iterator in values ? (values as Headers) : Object.entries(values ?? {})),
  ])) {
    try {
      if (value != null) joined.set(name, value);
    } catch {
      // Without the value, which may be a secret.
      throw badInput(`header "${name}" is not what HTTP allows`);
    }
  }
  return joined;
}

/** JSON would send NaN as null, which is as good as not given, and a typed array as an object. */
function writeValue(key: string, value: unknown): unknown {
  // A column of an answer may be given back.
  if (value instanceof Float64Array) return [...value];
  if (typeof value === "number" && !Number.isFinite(value))
    throw badInput(`variables must hold finite numbers, got ${value} at "${key}"`);
  return value;
}

/** For messages: an address without its password, and without what stands behind its path, which may be a token. */
export function withoutSecrets(url: string | URL): string {
  return `${url}`.replace(/[?#].*/s, "").replace(/\/\/.*@/, "//");
}

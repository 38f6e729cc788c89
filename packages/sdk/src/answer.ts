import { HedgeQLError, type ServerError } from "./error.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * The `data` of an answer, read by a function; throws what the answer says went wrong, or that it is no answer to a query.
 */
export function readAnswer({ status, headers, ok }: Response, text: string, read: (data: unknown) => unknown): object {
  let answer: Json = {};
  let data: unknown;
  let fault: { readonly cause: unknown } | undefined;
  try {
    answer = Object(JSON.parse(text));
    data = read(answer.data);
  } catch (cause) {
    fault = { cause };
  }
  // Null, and an empty list, say that there are no errors, though GraphQL would leave them out.
  const errors = [answer.errors ?? []].flat().map(readError);
  // A field that is null without an error is no result: a caller that went on with it would fail far from the cause.
  if (ok && !errors.length && isRecord(data) && !Object.values(data).includes(null)) return data;
  const known = errors.filter((error) => error !== undefined);
  const first = known.at(0);
  throw new HedgeQLError(first?.message ?? `the server answered ${status} without a result or an error`, {
    code: "HTTP_ERROR",
    ...fault,
    ...first,
    errors: known,
    data,
    status,
    headers,
    requestId: headers.get("x-request-id") ?? undefined,
  });
}

/**
 * An error of GraphQL with its code and details, where `code` is compared typed by it: for errors that came another way,
 * such as urql's or Apollo's. Undefined where it is none. A client reads its errors by itself.
 *
 * @example
 * ```ts
 * const received = { message: "none", path: ["asset"], extensions: { code: "UNKNOWN_SYMBOL", symbol: "X" } };
 * const error = readError(received);
 * if (error?.code === "UNKNOWN_SYMBOL") console.log(error.details.symbol); // X
 * ```
 */
export function readError(error: unknown): ServerError | undefined {
  const { message, path, extensions } = Object(error);
  const { code, ...details } = Object(extensions);
  if (typeof message !== "string") return undefined;
  return { message, code: typeof code === "string" ? code : "HTTP_ERROR", details, path } as ServerError;
}

function isRecord(value: unknown): value is object {
  return Object(value) === value && !Array.isArray(value);
}

import { badInput, HedgeQLError } from "../error.ts";
import type { FailureScript } from "./fail.ts";
import { messageOf } from "./message.ts";
import type { Selection } from "./selection.ts";

/** The fields of the schema's root that are never null: where one fails, all data are. */
export const NEVER_NULL = ["assets", "screen", "symbols"];

/** Codes of a request that is refused as a whole, and the status that goes with them. */
const REFUSED: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
};

/** An answer as a server sends it. Throws what a `fetch` would throw where no answer comes. */
export function httpAnswer(
  selection: Selection,
  data: object | undefined,
  failures: readonly FailureScript[],
  id: string,
): Response {
  const [first] = failures;
  if (first?.code === "NETWORK_ERROR") throw new TypeError(messageOf(first));
  if (first?.code === "TIMEOUT" || first?.code === "ABORTED") {
    throw new HedgeQLError(messageOf(first), { code: first.code });
  }
  const headers = { "x-request-id": id, ...first?.headers };
  if (first?.code === "HTTP_ERROR") return responseOf(messageOf(first), first.status ?? 502, "text/html", headers);
  const whole = failures.find((failure) => failure.path === undefined || isRefused(failure));
  const answer = {
    data: whole === undefined ? withNulls(data ?? {}, failures) : noneOf(selection, whole),
    errors: failures.length > 0 ? failures.map((failure) => errorOf(failure, selection)) : undefined,
  };
  const status = first?.status ?? REFUSED[`${first?.code}`] ?? 200;
  return responseOf(JSON.stringify(answer), status, "application/graphql-response+json; charset=utf-8", headers);
}

/** With texts that are there at once: those of the platform come by timers that a test may have stopped. */
function responseOf(text: string, status: number, type: string, added: Readonly<Record<string, string>>): Response {
  const init = { status, headers: new Headers({ "content-type": type, ...added }) };
  // Where tests run in jsdom there may be none, and a client reads no more of one than this.
  const response = typeof Response === "undefined" ? { ...init, ok: status < 300 } : new Response(text, init);
  return Object.assign(response as Response, { text: () => Promise.resolve(text) });
}

function errorOf(failure: FailureScript, selection: Selection): object {
  const { code, details, path } = failure;
  const [root] = Object.keys(selection);
  return {
    message: messageOf(failure),
    path: isRefused(failure) ? undefined : (path ?? [root]),
    extensions: { ...details, code },
  };
}

/** Before any field was asked: by its code, or as what its variables are by its status. */
function isRefused({ code, status }: FailureScript): boolean {
  return code in REFUSED || status === 400;
}

/** Of a request that is refused there are no data, and of one whose field fails it is null. */
function noneOf(selection: Selection, failure: FailureScript): object | null | undefined {
  if (isRefused(failure)) return undefined;
  const roots = Object.entries(selection);
  if (roots.some(([, { field }]) => NEVER_NULL.includes(field))) return null;
  return Object.fromEntries(roots.map(([name]) => [name, null]));
}

function withNulls(data: object, failures: readonly FailureScript[]): object {
  for (const { path = [] } of failures) {
    const last = path[path.length - 1];
    const parent = path.slice(0, -1).reduce<unknown>((value, key) => Object(value)[key], data);
    if (last === undefined || !Object.hasOwn(Object(parent), last)) {
      throw badInput(`a failure is at ${JSON.stringify(path)}, and the answer has no such place`);
    }
    (parent as Record<string, unknown>)[last] = null;
  }
  return data;
}

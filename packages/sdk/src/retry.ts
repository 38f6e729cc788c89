import type { HedgeQLError } from "./error.ts";
import type { Layer } from "./request.ts";

/** The first wait is at most so long where the server asks for none, and each further one twice the one before. */
const FIRST_WAIT_MS = 600;

/**
 * Up to so many further attempts for a query that failed for a while: the server could not be reached or broke off, a
 * proxy was busy, a price source failed or limits requests. Never for a mutation, and never beyond the timeout.
 *
 * @param most - How many; `createClient` takes the same as its option `retries`.
 *
 * @example
 * ```ts
 * const hedgeql = createClient({ url: "http://127.0.0.1:9/graphql", retries: 1 });
 * const error = await hedgeql.asset({ symbol: "sample:AAPL" }).catch((reason) => reason);
 * console.log(error.code); // NETWORK_ERROR
 * ```
 */
export function retries(most = 2): Layer {
  return (next) => async (call) => {
    for (let { attempt } = call; ; attempt++) {
      try {
        return await next({ ...call, attempt });
      } catch (error) {
        const wait = waitBeforeRetry(error as HedgeQLError, attempt);
        if (!(attempt <= most) || !isQuery(call.query) || !(Date.now() + wait < call.endsAt)) throw error;
        await new Promise((resolve) => {
          const timer = setTimeout(resolve, wait);
          call.signal.addEventListener("abort", () => clearTimeout(timer));
        });
      }
    }
  };
}

/**
 * How long to wait before the next attempt, in milliseconds: as long as the server asks, in seconds or by a date, and a
 * random time more, so that many clients do not come back at once. NaN where a further attempt would fail as this one
 * did. For those who try again themselves, such as TanStack Query.
 *
 * @param attempt - Which one failed: 1 for the first.
 *
 * @example
 * ```ts
 * console.log(waitBeforeRetry(new HedgeQLError("no such symbol", { code: "UNKNOWN_SYMBOL" }), 1)); // NaN
 * console.log(waitBeforeRetry(new HedgeQLError("no answer", { code: "NETWORK_ERROR" }), 1) < 600); // true
 * ```
 */
export function waitBeforeRetry({ code, status, headers, errors }: HedgeQLError, attempt: number): number {
  const isTransient =
    code === "NETWORK_ERROR" ||
    (code === "HTTP_ERROR" && /408|429|50[234]/.test(`${status}`)) ||
    (errors?.[0] && errors.every((error) => /^(RATE_LIMITED|SOURCE_UNAVAILABLE)$/.test(error.code)));
  if (!isTransient) return Number.NaN;
  const after = headers?.get("retry-after") ?? "";
  const asked = [
    Number(after) * 1000 || Date.parse(after) - Date.now(),
    ...errors.map(({ details }) => (details as { retryAfterSeconds?: number }).retryAfterSeconds! * 1000),
  ];
  return Math.max(0, ...asked.map((wait) => wait || 0)) + Math.random() * FIRST_WAIT_MS * 2 ** (attempt - 1);
}

/** Surely one: a text that says `mutation` anywhere is taken for one, and what is not known too. */
function isQuery(text: string | undefined): boolean {
  return text !== undefined && !/\bmutation\b/.test(text);
}

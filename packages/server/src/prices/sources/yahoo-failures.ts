import { PriceError } from "../price-error.ts";

/** What is asked of Yahoo, as failures name it. */
export interface YahooSubject {
  /** In a sentence: `TSLA`, `a search`. */
  readonly title: string;
  /** What to do again when the limit is over: `ask for TSLA`, `search`. */
  readonly again: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export function rateLimited({ again, details }: YahooSubject, retryAfterSeconds: number, asked: boolean): PriceError {
  const message = `Yahoo limits our requests: ${again} again in ${retryAfterSeconds} s`;
  return new PriceError("RATE_LIMITED", message, { ...details, retryAfterSeconds }, { asked });
}

/** An HTTP status that is no answer. */
export function badStatus({ title, details }: YahooSubject, status: number): PriceError {
  return new PriceError("SOURCE_UNAVAILABLE", `Yahoo answered ${status} for ${title}`, { ...details, status });
}

export function tooLarge({ title, details }: YahooSubject, maxBytes: number): PriceError {
  return new PriceError("SOURCE_UNAVAILABLE", `Yahoo's answer for ${title} has more than ${maxBytes} bytes`, details);
}

/** What the client threw, as a typed error. Its own messages are not passed on: one quotes the whole answer. */
export function sourceFailure({ title, details }: YahooSubject, error: unknown, timeoutMs: number): PriceError {
  if (error instanceof PriceError) return error;
  const cause = { cause: error };
  if (isTimeout(error)) {
    const message = `Yahoo did not answer within ${timeoutMs} ms for ${title}`;
    return new PriceError("SOURCE_UNAVAILABLE", message, details, cause);
  }
  if (isUnreachable(error)) {
    const message = `Yahoo cannot be reached for ${title}${reasonOf(error.cause)}`;
    return new PriceError("SOURCE_UNAVAILABLE", message, details, cause);
  }
  return new PriceError("SOURCE_UNAVAILABLE", `Yahoo's answer for ${title} cannot be read`, details, cause);
}

/** True of a failure that says nothing of what was asked: nobody answered. */
export function isSilence({ cause }: PriceError): boolean {
  return isTimeout(cause) || isUnreachable(cause);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError";
}

function isUnreachable(error: unknown): error is TypeError {
  return error instanceof TypeError && error.message === "fetch failed";
}

/** The code that the network gave, such as ECONNREFUSED: whoever runs the server can act on it. */
function reasonOf(cause: unknown): string {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === "string" ? ` (${code})` : "";
}

import type { PriceError } from "../price-error.ts";
import { boundedBody } from "./bounded-body.ts";
import { badStatus, rateLimited, sourceFailure, tooLarge, type YahooSubject } from "./yahoo-failures.ts";

const DEFAULT_RETRY_AFTER_SECONDS = 60;
/** Whatever Yahoo says, we look again after an hour. */
const MAX_RETRY_AFTER_SECONDS = 3600;

export interface YahooClientOptions {
  /** Where Yahoo's API is: the real one, a proxy, or a stand-in. */
  readonly baseUrl: string;
  readonly concurrency: number;
  readonly now: () => number;
}

/** What a request is about, and what it may cost. */
export interface YahooTerms {
  readonly subject: YahooSubject;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  readonly signal: AbortSignal | undefined;
  /** What a status and Yahoo's own words mean here, where they are an answer and no failure of Yahoo's. */
  readonly meaning?: (status: number, description: string) => PriceError | undefined;
}

/**
 * yahoo-finance2 on our terms. Both calls reject with a `PriceError`, or with what they were aborted with; they share
 * the queue, and after a 429 of one the other waits too: the limit is on our address.
 */
export interface YahooClient {
  /** The daily chart since a moment, checked by yahoo-finance2. */
  chart(symbol: string, period1: Date, terms: YahooTerms): Promise<unknown>;
  /** The first quotes that Yahoo has for a text, at most `count`: `{ quotes: [...] }`, each as Yahoo sent it. */
  search(text: string, count: number, terms: YahooTerms): Promise<unknown>;
}

type ModuleOptions = { fetch: typeof fetch; validateResult?: false };

interface Finance {
  chart(
    symbol: string,
    query: { period1: Date; interval: "1d"; return: "object"; includePrePost: boolean },
    module: ModuleOptions,
  ): Promise<unknown>;
  search(
    text: string,
    query: { quotesCount: number; newsCount: number; enableCb: boolean; enableNavLinks: boolean },
    module: ModuleOptions,
  ): Promise<unknown>;
}

export function createYahooClient({ baseUrl, concurrency, now }: YahooClientOptions): YahooClient {
  let finance: Promise<Finance> | undefined;
  /** After a 429 nothing is sent until the moment that Yahoo named. */
  let blockedUntil = 0;

  /** Loaded at the first use: a server that only serves files starts sooner without it. */
  async function loadFinance(): Promise<Finance> {
    const [{ default: createYahooFinance }, { default: chart }, { default: search }] = await Promise.all([
      import("yahoo-finance2/createYahooFinance"),
      import("yahoo-finance2/modules/chart"),
      import("yahoo-finance2/modules/search"),
    ]);
    const YahooFinance = createYahooFinance({ modules: { chart, search } });
    const silent = () => {};
    return new YahooFinance({
      versionCheck: false,
      queue: { concurrency },
      validation: { logErrors: false, logOptionsErrors: false },
      logger: { info: silent, warn: silent, error: silent, debug: silent, dir: silent },
    }) as unknown as Finance;
  }

  /** The client's `fetch`: to our base URL, within our time, and with an HTTP failure as a typed error. */
  function fetchFor({ subject, timeoutMs, maxBodyBytes, signal, meaning }: YahooTerms): typeof fetch {
    return async (input, init) => {
      // Here, where the client's queue has let us through: a 429 may have come while we waited there.
      const blockedFor = Math.ceil((blockedUntil - now()) / 1000);
      // A block that is further ahead than any can be was set by a clock that was wrong.
      if (blockedFor > 0 && blockedFor <= MAX_RETRY_AFTER_SECONDS) throw rateLimited(subject, blockedFor, false);
      const asked = new URL(String(input));
      const base = baseUrl.replace(/\/$/, "");
      const timeout = AbortSignal.timeout(timeoutMs);
      const answer = await fetch(`${base}${asked.pathname}${asked.search}`, {
        headers: init?.headers ?? {},
        // Whoever redirects us decides what we take for Yahoo's prices: a 3xx is a failure like any other.
        redirect: "manual",
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      });
      const response = boundedBody(answer, maxBodyBytes, () => tooLarge(subject, maxBodyBytes));
      if (response.ok) return response;
      const description = await yahooDescription(response);
      if (response.status === 429) throw block(subject, response.headers.get("retry-after"));
      throw meaning?.(response.status, description) ?? badStatus(subject, response.status);
    };
  }

  function block(subject: YahooSubject, retryAfter: string | null): PriceError {
    const retryAfterSeconds = secondsUntil(retryAfter, now());
    const until = now() + retryAfterSeconds * 1000;
    const isPossible = blockedUntil <= now() + MAX_RETRY_AFTER_SECONDS * 1000;
    blockedUntil = isPossible ? Math.max(blockedUntil, until) : until;
    return rateLimited(subject, retryAfterSeconds, true);
  }

  async function ask(
    terms: YahooTerms,
    call: (client: Finance, fetch: ModuleOptions["fetch"]) => Promise<unknown>,
  ): Promise<unknown> {
    finance ??= loadFinance();
    try {
      return await call(await finance, fetchFor(terms));
    } catch (error) {
      if (terms.signal?.aborted) throw error;
      throw sourceFailure(terms.subject, error, terms.timeoutMs);
    }
  }

  return {
    chart(symbol, period1, terms) {
      const query = { period1, interval: "1d", return: "object", includePrePost: false } as const;
      return ask(terms, (client, fetch) => client.chart(encodeURIComponent(symbol), query, { fetch }));
    },
    search(text, count, terms) {
      // Quotes alone, without news, companies that nobody can price, and links.
      const query = { quotesCount: count, newsCount: 0, enableCb: false, enableNavLinks: false };
      return ask(terms, (client, fetch) => {
        // Unchecked: one quote of a form that the client does not know would cost all others.
        return client.search(text, query, { fetch: firstQuotes(fetch, count), validateResult: false });
      });
    },
  };
}

/**
 * A `fetch` that lets through some quotes of a search and nothing else. The client holds each against ten forms, even
 * where its verdict is not asked for: thousands of them would hold up everybody, at 70 µs each, and what is no object
 * it prints.
 */
function firstQuotes(get: typeof fetch, count: number): typeof fetch {
  return async (input, init) => {
    const response = await get(input, init);
    const { quotes } = (await response.json()) as { quotes?: unknown };
    if (!Array.isArray(quotes)) throw new Error("an answer to a search must have a list of quotes");
    const first = quotes.slice(0, count).filter((quote) => typeof quote === "object" && quote !== null);
    return new Response(JSON.stringify({ quotes: first }), { headers: response.headers });
  };
}

async function yahooDescription(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { chart?: { error?: { description?: unknown } } };
    return String(body.chart?.error?.description ?? "");
  } catch {
    // Not JSON, as from a proxy on the way: the status says enough.
    return "";
  }
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3). */
function secondsUntil(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return DEFAULT_RETRY_AFTER_SECONDS;
  const seconds = /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) : (Date.parse(retryAfter) - now) / 1000;
  if (!Number.isFinite(seconds)) return DEFAULT_RETRY_AFTER_SECONDS;
  return Math.min(MAX_RETRY_AFTER_SECONDS, Math.max(1, Math.ceil(seconds)));
}

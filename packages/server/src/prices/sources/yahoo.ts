import type { PriceSeries } from "@hedgeql/core";
import { PriceError } from "../price-error.ts";
import type { FetchOptions, Instrument, PriceSource } from "../price-source.ts";
import { boundedBody } from "./bounded-body.ts";
import { type Chart, tradingBars } from "./yahoo-bars.ts";

/** Yahoo's own characters: letters, digits, `^GSPC`, `BRK-B`, `7203.T`, `EURUSD=X`, `M&M.NS`. */
const SYMBOL = /^[A-Za-z0-9^][A-Za-z0-9.^=\-&_]{0,29}$/;

/** Before the first exchange that Yahoo covers: asking from here gives the whole history. */
const BEGINNING = new Date("1900-01-01T00:00:00Z");

const DAY_MS = 86_400_000;
const DEFAULT_RETRY_AFTER_SECONDS = 60;
/** Whatever Yahoo says, we look again after an hour. */
const MAX_RETRY_AFTER_SECONDS = 3600;
/** A hundred years of daily bars are 3 MB: more than this is not a chart, and must not fill the memory. */
const MAX_BODY_BYTES = 64_000_000;

export interface YahooOptions {
  /** Where Yahoo's chart API is: the real one, a proxy, or a stand-in. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly now?: () => number;
  /** How large an answer may be; 64 MB when left out. */
  readonly maxBodyBytes?: number;
}

type ChartClient = {
  chart(
    symbol: string,
    query: { period1: Date; interval: "1d"; return: "object"; includePrePost: boolean },
    module: { fetch: typeof fetch },
  ): Promise<unknown>;
};

/**
 * Yahoo Finance, through yahoo-finance2: one `chart()` call gives a symbol's prices, name, currency, exchange and
 * time zone, and nothing else is asked of Yahoo.
 */
export function createYahooSource(options: YahooOptions): PriceSource {
  const { now = Date.now, maxBodyBytes = MAX_BODY_BYTES } = options;
  let client: Promise<ChartClient> | undefined;
  /** After a 429 nothing is sent until the moment that Yahoo named. */
  let blockedUntil = 0;

  /** Loaded at the first use: a server that only serves files starts sooner without it. */
  async function loadClient(): Promise<ChartClient> {
    const [{ default: createYahooFinance }, { default: chart }] = await Promise.all([
      import("yahoo-finance2/createYahooFinance"),
      import("yahoo-finance2/modules/chart"),
    ]);
    const YahooFinance = createYahooFinance({ modules: { chart } });
    const silent = () => {};
    return new YahooFinance({
      versionCheck: false,
      queue: { concurrency: options.concurrency },
      validation: { logErrors: false, logOptionsErrors: false },
      logger: { info: silent, warn: silent, error: silent, debug: silent, dir: silent },
    }) as unknown as ChartClient;
  }

  /** The client's `fetch`: to our base URL, within our time, and with an HTTP failure as a typed error. */
  function fetchFor(symbol: string, signal: AbortSignal | undefined): typeof fetch {
    return async (input, init) => {
      // Here, where the client's queue has let us through: a 429 may have come while we waited there.
      const blockedFor = Math.ceil((blockedUntil - now()) / 1000);
      // A block that is further ahead than any can be was set by a clock that was wrong.
      if (blockedFor > 0 && blockedFor <= MAX_RETRY_AFTER_SECONDS) throw rateLimited(symbol, blockedFor, false);
      const asked = new URL(String(input));
      const base = options.baseUrl.replace(/\/$/, "");
      const timeout = AbortSignal.timeout(options.timeoutMs);
      const answer = await fetch(`${base}${asked.pathname}${asked.search}`, {
        headers: init?.headers ?? {},
        // Whoever redirects us decides what we take for Yahoo's prices: a 3xx is a failure like any other.
        redirect: "manual",
        signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      });
      const response = boundedBody(answer, maxBodyBytes, () => {
        const message = `Yahoo's answer for ${symbol} has more than ${maxBodyBytes} bytes`;
        return new PriceError("SOURCE_UNAVAILABLE", message, { symbol });
      });
      if (!response.ok) throw await httpFailure(symbol, response);
      return response;
    };
  }

  async function httpFailure(symbol: string, response: Response): Promise<PriceError> {
    const { status } = response;
    const description = await yahooDescription(response);
    if (status === 429) {
      const retryAfterSeconds = secondsUntil(response.headers.get("retry-after"), now());
      const until = now() + retryAfterSeconds * 1000;
      const isPossible = blockedUntil <= now() + MAX_RETRY_AFTER_SECONDS * 1000;
      blockedUntil = isPossible ? Math.max(blockedUntil, until) : until;
      return rateLimited(symbol, retryAfterSeconds, true);
    }
    if (status === 404 || (status === 400 && /data doesn't exist|no data found/i.test(description))) {
      return unknownSymbol(symbol);
    }
    return new PriceError("SOURCE_UNAVAILABLE", `Yahoo answered ${status} for ${symbol}`, { symbol, status });
  }

  function pricesOf(symbol: string, chart: Chart, from: number | undefined): PriceSeries {
    try {
      return tradingBars(chart, symbol, now(), from);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `Yahoo's answer for ${symbol} cannot be used: ${reason}`;
      throw new PriceError("SOURCE_UNAVAILABLE", message, { symbol }, { cause: error });
    }
  }

  async function fetchInstrument(symbol: string, { from, signal }: FetchOptions = {}): Promise<Instrument> {
    client ??= loadClient();
    // A day early, because a session in Asia opens on the day before in UTC.
    const period1 = from === undefined ? BEGINNING : new Date((from - 1) * DAY_MS);
    let chart: Chart;
    try {
      chart = (await (
        await client
      ).chart(
        encodeURIComponent(symbol),
        { period1, interval: "1d", return: "object", includePrePost: false },
        { fetch: fetchFor(symbol, signal) },
      )) as Chart;
    } catch (error) {
      throw sourceFailure(symbol, error, signal, options.timeoutMs);
    }
    const prices = pricesOf(symbol, chart, from);
    if (prices.dates.length === 0 && from === undefined) throw unknownSymbol(symbol);
    const { meta } = chart;
    return {
      symbol,
      name: meta.longName ?? meta.shortName ?? null,
      currency: meta.currency ?? null,
      exchange: meta.fullExchangeName ?? meta.exchangeName ?? null,
      prices,
    };
  }

  return {
    name: "YAHOO",
    prefix: null,
    remote: true,
    canonical(symbol) {
      // Tested as it was written: upper case makes letters of this alphabet from others, an S from a long ſ.
      if (!SYMBOL.test(symbol)) {
        throw new PriceError(
          "UNKNOWN_SYMBOL",
          `a Yahoo symbol has up to 30 letters, digits and . ^ = - & _, got ${symbol.slice(0, 40)}`,
          { symbol: symbol.slice(0, 40) },
        );
      }
      return symbol.toUpperCase();
    },
    fetch: fetchInstrument,
  };
}

function unknownSymbol(symbol: string): PriceError {
  return new PriceError("UNKNOWN_SYMBOL", `Yahoo has no daily prices for ${symbol}`, { symbol, source: "YAHOO" });
}

function rateLimited(symbol: string, retryAfterSeconds: number, asked: boolean): PriceError {
  const message = `Yahoo limits our requests: ask for ${symbol} again in ${retryAfterSeconds} s`;
  return new PriceError("RATE_LIMITED", message, { symbol, retryAfterSeconds }, { asked });
}

/** What the client threw, as a typed error. Its own messages are not passed on: one quotes the whole answer. */
function sourceFailure(symbol: string, error: unknown, signal: AbortSignal | undefined, timeoutMs: number): unknown {
  if (error instanceof PriceError || signal?.aborted) return error;
  const details = { symbol };
  const cause = { cause: error };
  if (error instanceof Error && error.name === "TimeoutError") {
    const message = `Yahoo did not answer within ${timeoutMs} ms for ${symbol}`;
    return new PriceError("SOURCE_UNAVAILABLE", message, details, cause);
  }
  if (error instanceof TypeError && error.message === "fetch failed") {
    const message = `Yahoo cannot be reached for ${symbol}${reasonOf(error.cause)}`;
    return new PriceError("SOURCE_UNAVAILABLE", message, details, cause);
  }
  return new PriceError("SOURCE_UNAVAILABLE", `Yahoo's answer for ${symbol} cannot be read`, details, cause);
}

/** The code that the network gave, such as ECONNREFUSED: whoever runs the server can act on it. */
function reasonOf(cause: unknown): string {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === "string" ? ` (${code})` : "";
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

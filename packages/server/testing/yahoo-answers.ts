import type { ServerResponse } from "node:http";
import { type ChartResult, chartResult, type Listing } from "./yahoo-chart.ts";

/** A request as Yahoo got it. */
export interface YahooRequest {
  /** With its query, percent-encoded as it came. */
  readonly path: string;
  /** Of a chart; empty for anything else. */
  readonly symbol: string;
  /** The text that is searched for; `null` for anything but a search. */
  readonly search: string | null;
  /** Seconds since 1970-01-01 UTC. */
  readonly period1: number;
  readonly period2: number;
}

/** How the stand-in answers a request. */
export type YahooAnswer = (request: YahooRequest, response: ServerResponse) => void | Promise<void>;

/** The chart of a listing: what Yahoo answers on a good day. */
export function chart(listing: Listing): YahooAnswer {
  return altered(listing, () => {});
}

/** A chart that `alter` changed before it was sent: a missing field, columns that do not match. */
export function altered(listing: Listing, alter: (result: ChartResult) => void): YahooAnswer {
  return ({ symbol, period1, period2 }, response) => {
    const result = chartResult(symbol, listing, period1, period2);
    alter(result);
    send(response, 200, { chart: { result: [result], error: null } });
  };
}

/** 404: Yahoo does not know the symbol. */
export function noSuchSymbol(): YahooAnswer {
  return failure(404, "Not Found", "No data found, symbol may be delisted");
}

/** 400: Yahoo knows the symbol and has no prices for it in the time asked. */
export function noDataInRange(): YahooAnswer {
  return ({ period1, period2 }, response) => {
    const description = `Data doesn't exist for startDate = ${period1}, endDate = ${period2}`;
    send(response, 400, { chart: { result: null, error: { code: "Bad Request", description } } });
  };
}

/**
 * 429: too many requests.
 *
 * @param retryAfter the `Retry-After` header: seconds, a date, or any text; none when left out
 */
export function rateLimited(retryAfter?: number | Date | string): YahooAnswer {
  const value = retryAfter instanceof Date ? retryAfter.toUTCString() : retryAfter?.toString();
  return (_request, response) => {
    if (value !== undefined) response.setHeader("retry-after", value);
    response.writeHead(429, { "content-type": "text/plain" }).end("Too Many Requests\r\n");
  };
}

/** 503, or another status, from something on the way that does not speak JSON. */
export function unavailable(status = 503): YahooAnswer {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "text/html" }).end("<h1>Will be right back</h1>");
  };
}

/** 302: the answer is said to be elsewhere. */
export function redirect(location: string): YahooAnswer {
  return (_request, response) => {
    response.writeHead(302, { location }).end();
  };
}

/** A body that goes on for as long as somebody reads it. */
export function flooding(status = 200): YahooAnswer {
  const chunk = Buffer.alloc(65_536, "x");
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", pour);
    pour();
  };
}

/** Any status with Yahoo's JSON error. */
export function failure(status: number, code: string, description: string): YahooAnswer {
  return (_request, response) => send(response, status, { chart: { result: null, error: { code, description } } });
}

/** Status 200 with a text as it is: HTML, an empty body, JSON of another shape. */
export function body(text: string, contentType = "application/json"): YahooAnswer {
  return (_request, response) => {
    response.writeHead(200, { "content-type": contentType }).end(text);
  };
}

/** A chart that ends in the middle of its JSON. */
export function truncated(listing: Listing): YahooAnswer {
  return ({ symbol, period1, period2 }, response) => {
    const text = JSON.stringify({ chart: { result: [chartResult(symbol, listing, period1, period2)], error: null } });
    response.writeHead(200, { "content-type": "application/json" }).end(text.slice(0, text.length / 2));
  };
}

/** No answer, ever. */
export function hanging(): YahooAnswer {
  return () => {};
}

/** The headers and half a body, and then nothing more. */
export function stalling(): YahooAnswer {
  return (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write('{"chart":');
  };
}

/** The connection breaks (TCP reset) instead of an answer. */
export function reset(): YahooAnswer {
  return (_request, response) => {
    response.socket?.resetAndDestroy();
  };
}

/** An answer that waits until it is released. */
export interface HeldAnswer {
  readonly answer: YahooAnswer;
  release(): void;
}

/** Holds an answer back until the test releases it: no sleeping in tests of what happens meanwhile. */
export function held(answer: YahooAnswer): HeldAnswer {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  return {
    async answer(request, response) {
      await released;
      await answer(request, response);
    },
    release,
  };
}

function send(response: ServerResponse, status: number, json: object): void {
  response.writeHead(status, { "content-type": "application/json;charset=utf-8" }).end(JSON.stringify(json));
}

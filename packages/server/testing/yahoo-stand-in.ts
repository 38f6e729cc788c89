import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { noSuchSymbol, type YahooAnswer, type YahooRequest } from "./yahoo-answers.ts";
import { quotes } from "./yahoo-quotes.ts";

export * from "./trading-days.ts";
export * from "./yahoo-answers.ts";
export { type Bar, type ChartResult, EXCHANGES, type Exchange, type Listing } from "./yahoo-chart.ts";
export * from "./yahoo-quotes.ts";

/** A local server that speaks Yahoo's chart and search API and answers as a test says. */
export interface YahooStandIn {
  /** For `YAHOO_BASE_URL` or the Yahoo source's `baseUrl`. */
  readonly url: string;
  /** Every request so far, oldest first, those to other paths than the two too. */
  readonly requests: readonly YahooRequest[];
  /** How many requests wait for their answer now. */
  readonly open: number;
  /** The most requests that ever waited at once. */
  readonly peak: number;
  /** How many requests the client gave up before they were answered. */
  readonly abandoned: number;
  /** Sets how requests for a symbol are answered from now on; symbols never set are unknown to Yahoo. */
  respond(symbol: string, answer: YahooAnswer): void;
  /** Sets how every search is answered from now on; without it Yahoo finds nothing. */
  respondToSearch(answer: YahooAnswer): void;
  /** Resolves when the condition holds; it is looked at whenever a request comes or ends. */
  until(condition: (standIn: YahooStandIn) => boolean): Promise<void>;
  /** Stops at once, with whatever is under way. */
  close(): Promise<void>;
}

/** Starts a stand-in for Yahoo on a free port of this machine. */
export async function startYahooStandIn(): Promise<YahooStandIn> {
  const answers = new Map<string, YahooAnswer>();
  let searchAnswer = quotes();
  const requests: YahooRequest[] = [];
  const waiting = new Set<() => void>();
  const counts = { open: 0, peak: 0, abandoned: 0 };

  function changed(): void {
    for (const look of [...waiting]) look();
  }

  const server = createServer((message: IncomingMessage, response: ServerResponse) => {
    const request = read(message);
    requests.push(request);
    counts.open++;
    counts.peak = Math.max(counts.peak, counts.open);
    let answered = false;
    response.once("finish", () => {
      answered = true;
    });
    response.once("close", () => {
      counts.open--;
      if (!answered) counts.abandoned++;
      changed();
    });
    const answer = request.search === null ? (answers.get(request.symbol) ?? noSuchSymbol()) : searchAnswer;
    changed();
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const standIn: YahooStandIn = {
    url: `http://127.0.0.1:${port}`,
    requests,
    get open() {
      return counts.open;
    },
    get peak() {
      return counts.peak;
    },
    get abandoned() {
      return counts.abandoned;
    },
    respond(symbol, answer) {
      answers.set(symbol, answer);
    },
    respondToSearch(answer) {
      searchAnswer = answer;
    },
    until(condition) {
      return new Promise((resolve) => {
        const look = () => {
          if (!condition(standIn)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
  return standIn;
}

function read(message: IncomingMessage): YahooRequest {
  const path = message.url ?? "";
  const { pathname, searchParams } = new URL(path, "http://stand-in");
  const [, symbol = ""] = /^\/v8\/finance\/chart\/([^/]+)$/.exec(pathname) ?? [];
  const seconds = (name: string) => Number(searchParams.get(name) ?? Number.NaN);
  const search = pathname === "/v1/finance/search" ? (searchParams.get("q") ?? "") : null;
  return { path, symbol: decodeURIComponent(symbol), search, period1: seconds("period1"), period2: seconds("period2") };
}

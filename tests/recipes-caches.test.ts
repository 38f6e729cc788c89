import { isDeepStrictEqual } from "node:util";
import { type Client, createClient, unpack } from "@hedgeql/sdk";
import * as documents from "@hedgeql/sdk/documents";
import { weekdays } from "@hedgeql/server/testing/yahoo-stand-in";
import { parse } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createApolloClient } from "../examples/recipes/apollo.tsx";
import { createUrqlClient } from "../examples/recipes/urql.tsx";
import { compounded, randomReturns, writePrices } from "./price-files.ts";
import { type RunningServer, startServer } from "./running-server.ts";

type Document = documents.TypedDocumentNode<unknown, object>;

/** What both clients can do: ask, of the cache first or of the server anyway. */
interface CachingClient {
  ask(document: Document, variables: object, options?: { readonly fresh?: boolean }): Promise<unknown>;
}

const clients: Readonly<Record<string, (url: string) => CachingClient>> = {
  urql(url) {
    const client = createUrqlClient(url);
    return {
      async ask(document, variables, { fresh = false } = {}) {
        const requestPolicy = fresh ? "network-only" : "cache-first";
        const { data, error } = await client.query(document, variables, { requestPolicy });
        if (error) throw error;
        return data;
      },
    };
  },
  apollo(url) {
    const client = createApolloClient(url);
    return {
      async ask(query, variables, { fresh = false } = {}) {
        const { data } = await client.query({ query, variables, fetchPolicy: fresh ? "network-only" : "cache-first" });
        return data;
      },
    };
  },
};

let server: RunningServer;
let hedgeql: Client;
const requests = vi.spyOn(globalThis, "fetch");
const warnings = vi.spyOn(console, "warn");
const errors = vi.spyOn(console, "error");

beforeAll(async () => {
  server = await startServer();
  hedgeql = createClient({ url: server.url });
});
beforeEach(() => {
  vi.clearAllMocks();
});
afterAll(() => server.close());

const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** What operations ask besides the question, where it is not enough or not what they ask. */
const VARIABLES: Readonly<Record<string, object>> = {
  Asset: { symbol: "sample:AAPL" },
  Assets: { symbols: ["sample:AAPL", "sample:^GSPC"] },
  Prices: { symbol: "sample:AAPL" },
  Returns: { symbol: "sample:AAPL" },
  RollingRegression: { ...question, window: 60 },
  ExpandingRegression: { ...question, minimum: 60 },
  Hedge: { ...question, value: 1_000_000 },
  RebalanceAdvice: { ...question, value: 1_000_000, ratios: [1], since: "2018-01-02" },
  CompareEstimators: { ...question, estimators: ["OLS"] },
  Screen: { symbols: ["sample:AAPL"], benchmarks: ["sample:^GSPC"] },
  Symbols: { search: "app" },
};

/** Name, document and variables of every operation. */
const operations = Object.entries(documents).flatMap(([key, document]) => {
  const name = key.replace(/Document$/, "");
  return "definitions" in document ? [[name, document as Document, VARIABLES[name] ?? question] as const] : [];
});

/** Caches ask for `__typename` everywhere; a client of the SDK does not. */
function withoutTypenames(value: unknown): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(withoutTypenames);
  const fields = Object.entries(value).filter(([key]) => key !== "__typename");
  const plain = Object.fromEntries(fields.map(([key, field]) => [key, withoutTypenames(field)]));
  return Object.assign(Object.create(Object.getPrototypeOf(value)), plain);
}

const Figures = parse(`
  query Figures($portfolio: PortfolioInput!, $benchmarks: [String!]!, $returnKind: ReturnKind) {
    hedgedPortfolio(portfolio: $portfolio, benchmarks: $benchmarks, returnKind: $returnKind) {
      id
      effectiveness
      regression { id beta }
    }
  }
`) as Document;

interface Answer {
  readonly hedgedPortfolio: { readonly id: string };
}

const idOf = (data: unknown) => (data as Answer).hedgedPortfolio.id;

describe.each(Object.entries(clients))("%s", (name, create) => {
  test("every operation is answered as the SDK's own client answers it, and unpack leaves the cache's objects alone", async () => {
    const client = create(server.url);
    for (const [operation, document, variables] of operations) {
      const data = await client.ask(document, variables);
      const before = structuredClone(data);
      const unpacked = withoutTypenames(unpack(data));
      expect(data).toEqual(before);
      const method = operation[0].toLowerCase() + operation.slice(1);
      const own = await (hedgeql as unknown as Record<string, (given: object) => Promise<unknown>>)[method](variables);
      // Series with all their values, and their classes: `toEqual` would print megabytes.
      expect(isDeepStrictEqual(unpacked, own), operation).toBe(true);
    }
  });

  test("all operations live in one cache: asked again, none is sent, and nothing was said", async () => {
    const client = create(server.url);
    for (const [, document, variables] of operations) await client.ask(document, variables);
    requests.mockClear();
    for (const [, document, variables] of operations) await client.ask(document, structuredClone(variables));
    expect(requests).not.toHaveBeenCalled();
    expect(warnings).not.toHaveBeenCalled();
    expect(errors).not.toHaveBeenCalled();
  });

  test("another operation of the same question takes its fields from the answer that is there", async () => {
    const client = create(server.url);
    const whole = await client.ask(documents.HedgedPortfolioDocument as Document, question);
    const figures = await client.ask(Figures, { benchmarks: ["sample:^GSPC"], portfolio: { symbol: "sample:AAPL" } });
    expect(requests).toHaveBeenCalledOnce();
    expect(whole).toMatchObject(figures as object);
  });

  test("the same question in other words is the same entry", async () => {
    const client = create(server.url);
    const inWords = { ...question, returnKind: "SIMPLE" };
    await client.ask(documents.HedgedPortfolioDocument as Document, question);
    await client.ask(Figures, inWords);
    expect(requests).toHaveBeenCalledTimes(2);
    // It asked for three figures in these words; the rest is there by the id that both answers have.
    const whole = await client.ask(documents.HedgedPortfolioDocument as Document, inWords);
    expect(requests).toHaveBeenCalledTimes(2);
    expect(whole).toMatchObject({ hedgedPortfolio: { returns: { packed: { length: 1259 } } } });
  });

  test("another benchmark is another entry, and the first one stays", async () => {
    const client = create(server.url);
    const document = documents.HedgedPortfolioDocument as Document;
    const first = await client.ask(document, question);
    const second = await client.ask(document, { ...question, benchmarks: ["sample:AAPL"] });
    expect(idOf(second)).not.toBe(idOf(first));
    expect(await client.ask(document, question)).toEqual(first);
    expect(requests).toHaveBeenCalledTimes(2);
  });

  test("prices that changed on the server make a new entry; those that did not, the same", async () => {
    const dates = weekdays("2022-01-03", 61);
    const write = (count: number) => {
      for (const [file, seed] of [
        ["asset", 1],
        ["index", 7919],
      ] as const) {
        writePrices(server.dataDir, `${name}-${file}`, dates.slice(0, count), compounded(randomReturns(60, seed)));
      }
    };
    const variables = { portfolio: { symbol: `csv:${name}-asset` }, benchmarks: [`csv:${name}-index`] };
    const client = create(server.url);
    const document = documents.HedgedPortfolioDocument as Document;
    write(60);
    const before = await client.ask(document, variables);
    const same = await client.ask(document, variables, { fresh: true });
    write(61);
    const after = await client.ask(document, variables, { fresh: true });
    expect(requests).toHaveBeenCalledTimes(3);
    expect(idOf(same)).toBe(idOf(before));
    expect(idOf(after)).not.toBe(idOf(before));
    expect(after).toMatchObject({ hedgedPortfolio: { returns: { packed: { length: 60 } } } });
    expect(await client.ask(document, variables)).toEqual(after);
  });
});

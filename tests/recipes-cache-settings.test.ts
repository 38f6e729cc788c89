import { createRequire } from "node:module";
import * as documents from "@hedgeql/sdk/documents";
import { type DocumentNode, parse } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createApolloClient } from "../examples/recipes/apollo.tsx";
import { createUrqlClient } from "../examples/recipes/urql.tsx";
import { type RunningServer, startServer } from "./running-server.ts";

// Why the recipes set their caches up as they do: what happens without it.

/** The clients' own parts, to set them up otherwise. */
const fromRecipes = createRequire(new URL("../examples/recipes/package.json", import.meta.url));

let server: RunningServer;
const requests = vi.spyOn(globalThis, "fetch");
const warnings = vi.spyOn(console, "warn").mockImplementation(() => {});

beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  vi.clearAllMocks();
});
afterAll(() => server.close());

const question = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** Of each picture one asks for the specification, the other for the SVG: of the same objects, without an id. */
const charts = [documents.ChartsDocument, documents.ChartImagesDocument];

const regression = (fields: string) =>
  parse(`
  query Regression($portfolio: PortfolioInput!, $benchmarks: [String!]!) {
    regression(portfolio: $portfolio, benchmarks: $benchmarks) { id ${fields} }
  }
`);

/** Of the items of the same list, without an id, other fields each. */
const lists = [regression("coefficients { term }"), regression("coefficients { estimate }")];

/** Asks two operations, and the first one again: how many requests it took. */
async function requestsFor(
  client: { query(document: DocumentNode): PromiseLike<unknown> },
  [one, other]: readonly DocumentNode[],
): Promise<number> {
  for (const document of [one, other, one]) await client.query(document);
  return requests.mock.calls.length;
}

describe("Apollo", () => {
  const asking = (client: ReturnType<typeof createApolloClient>) => ({
    query: (query: DocumentNode) => client.query({ query, variables: question }),
  });

  test("has one entry for what has an id, whichever operations asked for it, and none for what has no id", async () => {
    const client = createApolloClient(server.url);
    for (const document of [documents.HedgedPortfolioDocument, documents.RegressionDocument, ...charts]) {
      await asking(client).query(document);
    }
    const types = Object.keys(client.cache.extract() as object).map((key) => key.split(":")[0]);
    // The regression of the query is that of the hedge; its verification is another one.
    const expected = ["Asset", "Asset", "HedgedPortfolio", "ROOT_QUERY", "Regression", "Regression"];
    expect(types.toSorted()).toEqual(expected);
  });

  test("without merge an operation takes the fields of another one out of the cache", async () => {
    const { ApolloClient, HttpLink, InMemoryCache } = fromRecipes("@apollo/client");
    const bare = new ApolloClient({ link: new HttpLink({ uri: server.url }), cache: new InMemoryCache() });
    expect(await requestsFor(asking(bare), charts)).toBe(3);
    vi.clearAllMocks();
    expect(await requestsFor(asking(createApolloClient(server.url)), charts)).toBe(2);
  });

  test("replaces lists of what has no id whole", async () => {
    expect(await requestsFor(asking(createApolloClient(server.url)), lists)).toBe(3);
  });
});

describe("urql", () => {
  const asking = (client: ReturnType<typeof createUrqlClient>) => ({
    query: (document: DocumentNode) => client.query(document, question),
  });

  test("without keys graphcache warns of every type without an id", async () => {
    const { Client, fetchExchange } = fromRecipes("@urql/core");
    const { cacheExchange } = fromRecipes("@urql/exchange-graphcache");
    const bare = new Client({
      url: server.url,
      preferGetMethod: false,
      exchanges: [cacheExchange({}), fetchExchange],
    });
    expect(await requestsFor(asking(bare), charts)).toBe(2);
    expect(warnings).toHaveBeenCalledWith(expect.stringContaining("no key could be generated"));
    vi.clearAllMocks();
    expect(await requestsFor(asking(createUrqlClient(server.url)), charts)).toBe(2);
    expect(warnings).not.toHaveBeenCalled();
  });

  test("merges lists of what has no id, item by item", async () => {
    expect(await requestsFor(asking(createUrqlClient(server.url)), lists)).toBe(2);
  });
});

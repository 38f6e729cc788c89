import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Assets, createClient, HedgeQLError, partialData } from "@hedgeql/sdk";
import { AssetsDocument, embeddedTypes } from "@hedgeql/sdk/documents";
import { buildSchema, introspectionFromSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApolloClient } from "../examples/recipes/apollo.tsx";
import { createUrqlClient } from "../examples/recipes/urql.tsx";
import { withServer } from "./other-server.ts";
import { type RunningServer, startServer } from "./running-server.ts";

const SCHEMA = buildSchema(readFileSync(new URL("../packages/server/schema.graphql", import.meta.url), "utf8"));

/** The clients' own parts, to set them up otherwise than the recipes do. */
const fromRecipes = createRequire(new URL("../examples/recipes/package.json", import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const variables = { symbols: ["sample:AAPL", "sample:NOBODY"] };
const told = { path: ["assets", 1], extensions: { code: "UNKNOWN_SYMBOL", symbol: "sample:NOBODY" } };
const answered = { assets: [{ symbol: "sample:AAPL" }, null] };

const badGateway = (run: (url: string) => Promise<void>) =>
  withServer((_, response) => response.writeHead(502).end("<html>Bad gateway"), run);

const NOWHERE = "http://127.0.0.1:9/graphql";

describe("urql", () => {
  const ask = (url: string) => createUrqlClient(url).query(AssetsDocument, variables);

  test("has the server's errors in graphQLErrors, and no data", async () => {
    const { data, error } = await ask(server.url);
    expect(error).toMatchObject({ graphQLErrors: [told], networkError: undefined });
    expect(data).toBeNull();
  });

  test("has what did answer beside them where graphcache knows from the schema which fields may be null", async () => {
    const { Client, fetchExchange } = fromRecipes("@urql/core");
    const { cacheExchange } = fromRecipes("@urql/exchange-graphcache");
    const keys = Object.fromEntries(embeddedTypes.map((type) => [type, () => null]));
    const cache = cacheExchange({ keys, schema: introspectionFromSchema(SCHEMA) });
    const client = new Client({ url: server.url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
    const { data, error } = await client.query(AssetsDocument, variables);
    expect(error).toMatchObject({ graphQLErrors: [told] });
    expect(data).toMatchObject(answered);
  });

  test("has what failed on the way in networkError", async () => {
    const unreached = { graphQLErrors: [], networkError: expect.any(TypeError), response: undefined };
    expect((await ask(NOWHERE)).error).toMatchObject(unreached);
    await badGateway(async (url) => {
      const { error } = await ask(url);
      expect(error).toMatchObject({ graphQLErrors: [], networkError: expect.any(Error), response: { status: 502 } });
    });
  });
});

describe("Apollo", () => {
  const ask = (url: string, errorPolicy: "none" | "all" = "none") =>
    createApolloClient(url).query({ query: AssetsDocument, variables, errorPolicy });

  test("throws the server's errors as CombinedGraphQLErrors, or gives them beside what did answer", async () => {
    const thrown = { name: "CombinedGraphQLErrors", errors: [told] };
    await expect(ask(server.url)).rejects.toMatchObject(thrown);
    const { data, error } = await ask(server.url, "all");
    expect(error).toMatchObject(thrown);
    expect(data).toMatchObject(answered);
  });

  test("throws what failed on the way as another error", async () => {
    await expect(ask(NOWHERE)).rejects.toMatchObject({ name: "TypeError" });
    await badGateway((url) => expect(ask(url)).rejects.toMatchObject({ name: "ServerError", statusCode: 502 }));
    await withServer(
      (_, response) => response.writeHead(200).end("<html>Sign in"),
      (url) => expect(ask(url)).rejects.toMatchObject({ name: "ServerParseError", statusCode: 200 }),
    );
  });
});

describe("the SDK's client", () => {
  const failureOf = (url: string): Promise<unknown> =>
    createClient({ url, retries: 0 })
      .assets(variables)
      .then(
        () => expect.unreachable("a symbol that no source has"),
        (reason: unknown) => reason,
      );

  test("throws one error with the code of the first, and keeps what did answer", async () => {
    const error = await failureOf(server.url);
    expect(error).toBeInstanceOf(HedgeQLError);
    expect(error).toMatchObject({ code: "UNKNOWN_SYMBOL", path: told.path, details: { symbol: "sample:NOBODY" } });
    expect(partialData(Assets, error)).toMatchObject(answered);
  });

  test("has codes of its own for what failed on the way", async () => {
    expect(await failureOf(NOWHERE)).toMatchObject({ code: "NETWORK_ERROR" });
    await badGateway(async (url) => {
      expect(await failureOf(url)).toMatchObject({ code: "HTTP_ERROR", status: 502 });
    });
  });
});

import { readdirSync, readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { type Client, createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { withServer } from "./other-server.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const variables = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

test("a method an operation, typed from end to end", async () => {
  const hedgeql = createClient({ url: new URL(server.url) });
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(variables);
  expectTypeOf(hedgedPortfolio.regression.beta).toEqualTypeOf<number>();
  expectTypeOf(hedgedPortfolio.regression.rSquared).toEqualTypeOf<number | null>();
  expectTypeOf(hedgedPortfolio.provenance.interval).toEqualTypeOf<"DAY" | "WEEK" | "MONTH">();
  expectTypeOf<Client["hedgedPortfolio"]>().parameter(0).toHaveProperty("benchmarks");
  // @ts-expect-error: a portfolio is one of three things.
  hedgeql.regression({ portfolio: { symbol: "X", holdings: [] }, benchmarks: [] }).catch(() => {});
  // @ts-expect-error: no benchmarks.
  hedgeql.regression({ portfolio: { symbol: "X" } }).catch(() => {});
  expect((await hedgeql.asset({ symbol: "sample:^GSPC" })).asset).toMatchObject({ source: "SAMPLE", currency: "USD" });
  expect((await hedgeql.prices({ symbol: "sample:AAPL" })).asset.prices.adjustedCloses).toHaveLength(1260);
  expect((await hedgeql.returns({ symbol: "sample:AAPL" })).asset.returns.values).toHaveLength(1259);
});

test("what is asked of a hedge: the order, the walk, the estimators, the advice, performance", async () => {
  const hedgeql = createClient({ url: server.url });
  const { hedge } = (await hedgeql.hedge({ ...variables, value: 1_000_000, wholeShares: true })).hedgedPortfolio;
  expectTypeOf(hedge.legs[0].side).toEqualTypeOf<"SELL" | "BUY" | "NONE">();
  expect(hedge.legs).toMatchObject([{ symbol: "sample:^GSPC", side: "SELL", shares: 346 }]);

  const { walkForward } = (await hedgeql.walkForward({ ...variables, costs: { tradingBps: 2 } })).hedgedPortfolio;
  expectTypeOf(walkForward.realized.lower).toEqualTypeOf<number | null>();
  expectTypeOf(walkForward.rebalances.outcomes[0]).toEqualTypeOf<"TRADED" | "WITHIN_TRIGGER" | "NO_ESTIMATE">();
  expect(walkForward.netReturns.values).toHaveLength(1007);
  expect(walkForward.ratios.values).toHaveLength(1007);

  const few = { ...variables, estimators: ["OLS" as const, "HUBER" as const], lookbacks: [126, 252] };
  const { compareEstimators } = (await hedgeql.compareEstimators(few)).hedgedPortfolio;
  expectTypeOf(compareEstimators[0].realizedBeta).toEqualTypeOf<number | null>();
  expect(compareEstimators.map(({ ranks }) => ranks?.hedgedVariance)).toEqual([1, 2, 3, 4]);

  const held = { ...variables, value: 1_000_000, ratios: [1], since: "2017-05-11", lookback: 252 };
  const { rebalanceAdvice } = (await hedgeql.rebalanceAdvice(held)).hedgedPortfolio;
  expectTypeOf(rebalanceAdvice.beyondNoise).toEqualTypeOf<boolean | null>();
  expect(rebalanceAdvice).toMatchObject({ since: "2017-05-11", asOf: "2018-05-11", act: true });

  const { performance } = (await hedgeql.performance(variables)).hedgedPortfolio;
  expectTypeOf(performance.hedged.treynor).toEqualTypeOf<number | null>();
  expect(performance.hedged.undefinedQuantities).toContainEqual(expect.objectContaining({ quantity: "treynor" }));
  // @ts-expect-error: an order needs a value.
  hedgeql.hedge(variables).catch(() => {});
});

test("headers of the client and of the call are sent, the call's in place of the client's", async () => {
  const seen: unknown[] = [];
  const listener: RequestListener = (request, response) => {
    seen.push(request.headers.authorization, request.headers["x-team"], request.headers["content-type"]);
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":{"regression":{}}}');
  };
  await withServer(listener, async (url) => {
    const hedgeql = createClient({ url, headers: { authorization: "Bearer a", "x-team": "desk" } });
    await hedgeql.regression(variables, { headers: { Authorization: "Bearer b" } });
    expect(seen).toEqual(["Bearer b", "desk", "application/json"]);
  });
});

test("a fetch of the caller's own is used", async () => {
  const urls: unknown[] = [];
  const hedgeql = createClient({
    url: "http://nowhere.invalid/graphql",
    fetch: (url, init) => {
      urls.push(url);
      return fetch(server.url, init);
    },
  });
  expect((await hedgeql.regression(variables)).regression.observations).toBe(1259);
  expect(urls).toEqual(["http://nowhere.invalid/graphql"]);
});

/** An operation's name begins with a capital, its method's does not. */
const methodOf = (operation: string) => operation[0].toLowerCase() + operation.slice(1);

describe("the README", () => {
  const readme = readFileSync(new URL("../packages/sdk/README.md", import.meta.url), "utf8");

  test("its table of methods has every operation, and the client a method for each", () => {
    const folder = new URL("../packages/sdk/operations/", import.meta.url);
    const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
    const operations = texts.flatMap((text) => /^query (\w+)/m.exec(text)?.slice(1) ?? []);
    const section = readme.slice(readme.indexOf("## Methods"), readme.indexOf("## Series"));
    const told = [...section.matchAll(/^\| (`.+?`) +\|/gm)].flatMap(([, cell]) => cell.match(/\w+/g) ?? []);
    expect(told.toSorted()).toEqual([...operations.map(methodOf), "request"].toSorted());
    const client = createClient({ url: server.url });
    for (const name of told) expect(client).toHaveProperty(name, expect.any(Function));
  });

  test("its table of errors has every code", () => {
    const schema = readFileSync(new URL("../packages/server/schema.graphql", import.meta.url), "utf8");
    const codes = /^enum ErrorCode {\n(.*?)^}/ms.exec(schema)?.[1].match(/^ {2}[A-Z_]+$/gm) ?? [];
    const own = ["NETWORK_ERROR", "TIMEOUT", "ABORTED", "HTTP_ERROR"];
    const told = [...readme.matchAll(/^\| (`[A-Z_`, ]+`) +\|/gm)].flatMap(([, cell]) => cell.match(/[A-Z_]+/g) ?? []);
    expect(told.toSorted()).toEqual([...codes.map((code) => code.trim()), ...own].toSorted());
  });
});

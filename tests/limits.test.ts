import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ask, type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(async () => {
  const { data } = await ask(server.url, '{ asset(symbol: "sample:AAPL") { symbol } }');
  expect(data.asset.symbol).toBe("sample:AAPL");
});
afterAll(() => server.close());

const hedge = '(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"])';

/** The one error that a refused request answers with. */
async function refusal(query: string, variables?: unknown) {
  const { errors } = await ask(server.url, query, variables);
  expect(errors).toHaveLength(1);
  expect(errors[0].extensions.code).toBe("LIMIT_EXCEEDED");
  return errors[0];
}

test("500 aliased hedges are refused by their cost, before any is computed", async () => {
  const aliases = Array.from({ length: 500 }, (_, i) => `a${i}: hedgedPortfolio${hedge} { effectiveness }`);
  const short = "query ($p: PortfolioInput!, $b: [String!]!) {";
  const withVariables = aliases.map((alias) => alias.replace(hedge, "(portfolio: $p, benchmarks: $b)"));
  const variables = { p: { symbol: "sample:AAPL" }, b: ["sample:^GSPC"] };
  expect((await refusal(`${short} ${withVariables.join(" ")} }`, variables)).message).toMatch(/at most \d[\d,]* .*got/);
  // A hundred of them fit the tokens: it is the cost that refuses them.
  const hundred = await refusal(`{ ${aliases.slice(0, 100).join(" ")} }`);
  expect(hundred.message).toBe("at most 2000 points of query cost are allowed, got 2600");
});

test("the cost counts of the operation that runs, not of the first one", async () => {
  const aliases = Array.from({ length: 100 }, (_, i) => `a${i}: hedgedPortfolio${hedge} { effectiveness }`);
  const query = `query Cheap { __typename } query Dear { ${aliases.join(" ")} }`;
  const response = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, operationName: "Dear" }),
  });
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "LIMIT_EXCEEDED", limit: 2000 } }] });
});

test("a field that is left out counts, and hides no other", async () => {
  const aliases = Array.from({ length: 100 }, (_, i) => `a${i}: hedgedPortfolio${hedge} { effectiveness }`);
  const query = `query ($s: [String!] = [], $f: Boolean!) {
    x: assets(symbols: $s) @include(if: $f) { id }
    ${aliases.join(" ")}
  }`;
  expect((await refusal(query, { s: null, f: false })).message).toContain("points of query cost");
});

test("a query of comments and blanks, which are no tokens", async () => {
  expect((await refusal(`{ __typename } # ${"z".repeat(200_000)}`)).message).toContain("at most 100000 characters");
});

test("30,001 returns of a portfolio's own", async () => {
  const day = (i: number) => new Date(Date.UTC(1900, 0, 1 + i)).toISOString().slice(0, 10);
  const returns = { dates: Array.from({ length: 30_001 }, (_, i) => day(i)), values: new Array(30_001).fill(0.01) };
  const query =
    'query ($r: ReturnsInput!) { regression(portfolio: { returns: $r }, benchmarks: ["sample:^GSPC"]) { beta } }';
  expect((await refusal(query, { r: returns })).message).toBe("at most 30000 returns are allowed, got 30001");
});

test("20,000 aliases", async () => {
  const aliases = Array.from({ length: 20_000 }, (_, i) => `a${i}: __typename`);
  expect((await refusal(`{ ${aliases.join(" ")} }`)).message).toContain("at most 100000 characters");
  expect((await refusal(`{ ${aliases.slice(0, 4_000).join(" ")} }`)).message).toContain("at most 5000 tokens");
});

test("the same field 1,600 times, which validation would compare pair by pair", async () => {
  expect((await refusal(`{ ${"__typename ".repeat(1_600)} }`)).message).toContain("at most 500 fields");
});

test("depth 2,000, and the least that is too deep", async () => {
  const nested = (depth: number) => `${"{ a ".repeat(depth)}${"}".repeat(depth)}`;
  await refusal(nested(2_000));
  expect((await refusal(nested(21))).message).toBe("at most 20 levels of depth in a query are allowed, got 21");
});

test("depth beyond what a parser's stack holds", async () => {
  expect((await refusal("{a".repeat(40_000))).message).toContain("at most 5000 tokens");
  expect((await refusal(`{a(b:${"[".repeat(90_000)}`)).message).toContain("at most");
});

test("fragments that spread each other many times over", async () => {
  const fragments = Array.from(
    { length: 30 },
    (_, i) => `fragment F${i} on Query { a${i}: __typename ...F${i + 1} ...F${i + 1} }`,
  );
  await refusal(`{ ...F0 } ${fragments.join(" ")} fragment F30 on Query { z: __typename }`);
});

test("10,000 symbols", async () => {
  const symbols = Array.from({ length: 10_000 }, (_, i) => `S${i}`);
  const error = await refusal("query ($symbols: [String!]!) { assets(symbols: $symbols) { id } }", { symbols });
  expect(error.message).toMatch(/at most .* got/);
  const holdings = symbols.map((symbol) => ({ symbol, weight: 0.0001 }));
  const query = 'query ($h: [HoldingInput!]) { regression(portfolio: { holdings: $h }, benchmarks: ["SPY"]) { beta } }';
  expect((await refusal(query, { h: holdings })).message).toBe("at most 200 holdings are allowed, got 10000");
  const many = 'query ($b: [String!]!) { regression(portfolio: { symbol: "X" }, benchmarks: $b) { beta } }';
  expect((await refusal(many, { b: symbols })).message).toBe("at most 20 benchmarks are allowed, got 10000");
});

test("symbols are counted over the whole request", async () => {
  const part = (from: number) => JSON.stringify(Array.from({ length: 150 }, (_, i) => `sample:S${from + i}`));
  const { errors } = await ask(
    server.url,
    `{ a: assets(symbols: ${part(0)}) { id } b: assets(symbols: ${part(150)}) { id } }`,
  );
  expect(errors.filter(({ extensions }) => extensions.code === "LIMIT_EXCEEDED")).toHaveLength(100);
  expect(errors.find(({ extensions }) => extensions.code === "LIMIT_EXCEEDED")?.message).toContain("at most 200");
});

test("a 20 MB body, told beforehand and sent in pieces", async () => {
  const body = JSON.stringify({ query: "{ __typename }", variables: { filler: "x".repeat(20_000_000) } });
  const pieces = new ReadableStream({
    start(controller) {
      const bytes = new TextEncoder().encode(body);
      for (let i = 0; i < bytes.length; i += 65_536) controller.enqueue(bytes.subarray(i, i + 65_536));
      controller.close();
    },
  });
  for (const init of [{ body }, { body: pieces, duplex: "half" as const }]) {
    // The server may close the connection while we still send: that, too, is a refusal.
    const response = await fetch(server.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      ...init,
    }).catch(() => undefined);
    if (response === undefined) continue;
    expect(response.status).toBe(413);
    const message = "at most 2000000 bytes of request body are allowed, got more";
    expect(await response.json()).toMatchObject({ errors: [{ message, extensions: { code: "LIMIT_EXCEEDED" } }] });
  }
});

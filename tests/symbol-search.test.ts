import { mkdirSync, writeFileSync } from "node:fs";
import { type Client, createClient } from "@hedgeql/sdk";
import { hanging, quote, quotes, startYahooStandIn, type YahooStandIn } from "@hedgeql/server/testing/yahoo-stand-in";
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from "vitest";
import { ask, type RunningServer, startServer } from "./running-server.ts";

const SEARCH = `query ($search: String!, $sources: [PriceSource!], $limit: Int) {
  symbols(search: $search, sources: $sources, limit: $limit) { matches { symbol } failures { source code message } }
}`;

let yahoo: YahooStandIn;
let server: RunningServer;
let hedgeql: Client;

beforeAll(async () => {
  yahoo = await startYahooStandIn();
  server = await startServer({ env: { YAHOO_BASE_URL: yahoo.url } });
  hedgeql = createClient({ url: server.url });
  mkdirSync(`${server.dataDir}/csv`);
  for (const name of ["apple-fund", "bonds"]) writeFileSync(`${server.dataDir}/csv/${name}.csv`, "");
});
beforeEach(() => {
  yahoo.respondToSearch(quotes(quote("APLE", { longname: "Apple Hospitality" }), quote("AAPL", { longname: "Apple" })));
});
afterAll(async () => {
  // Whatever was typed, it lives, and found nothing unexpected.
  expect(await symbols("sample:aapl")).toEqual(["sample:AAPL", "sample:AAPL-MONTHLY"]);
  expect(server.output()).not.toContain("unexpected error");
  await server.close();
  await yahoo.close();
});

async function symbols(search: string, limit?: number): Promise<string[]> {
  const { matches, failures } = (await hedgeql.symbols({ search, limit })).symbols;
  expect(failures).toEqual([]);
  return matches.map(({ symbol }) => symbol);
}

test("a part of a name finds the sample's, the files' and Yahoo's symbols, which the API then takes", async () => {
  const found = await symbols("Apple");
  expect(found).toEqual(["sample:AAPL", "sample:AAPL-MONTHLY", "csv:apple-fund", "APLE", "AAPL"]);
  const { asset } = await hedgeql.asset({ symbol: found[0] });
  expect(asset).toMatchObject({ symbol: "sample:AAPL", name: "Apple Inc." });
});

test("the SDK's matches are typed, and have dates where they are known", async () => {
  const { matches } = (await hedgeql.symbols({ search: "aapl", limit: 3 })).symbols;
  expectTypeOf(matches[0].kind).toEqualTypeOf<
    "EQUITY" | "ETF" | "INDEX" | "FUND" | "CURRENCY" | "CRYPTO" | "FUTURE" | null
  >();
  expect(matches).toMatchObject([
    { symbol: "sample:AAPL", source: "SAMPLE", kind: "EQUITY", firstDate: "2013-05-13", lastDate: "2018-05-11" },
    { symbol: "sample:AAPL-MONTHLY", source: "SAMPLE", firstDate: "2000-01-31", lastDate: "2010-03-09" },
    { symbol: "AAPL", source: "YAHOO", name: "Apple", exchange: "NASDAQ", firstDate: null, lastDate: null },
  ]);
});

test("an empty search lists what there is without asking Yahoo; a prefix lists its source", async () => {
  const before = yahoo.requests.length;
  expect(await symbols("", 50)).toHaveLength(9);
  expect(await symbols("sample:")).toHaveLength(7);
  expect(await symbols("csv:")).toEqual(["csv:apple-fund", "csv:bonds"]);
  expect(yahoo.requests).toHaveLength(before);
});

test("by plain HTTP, with the default limit of ten", async () => {
  yahoo.respondToSearch(quotes(...Array.from({ length: 30 }, (_, i) => quote(`ZZ${i}`))));
  const { data, errors } = await ask(server.url, '{ symbols(search: "zz") { matches { symbol source } } }');
  expect(errors).toEqual([]);
  expect(data.symbols.matches).toHaveLength(10);
  expect(data.symbols.matches[0 as never]).toEqual({ symbol: "ZZ0", source: "YAHOO" });
});

test("keystrokes that repeat cost Yahoo nothing", async () => {
  const before = yahoo.requests.length;
  for (const search of ["apl", "aple", "apl", "APL", "aple"]) await symbols(search);
  expect(yahoo.requests.slice(before).map(({ search }) => search)).toEqual(["apl", "aple"]);
});

test("who types on takes the request to Yahoo along", async () => {
  yahoo.respondToSearch(hanging());
  const { abandoned } = yahoo;
  const controller = new AbortController();
  const searching = hedgeql.symbols({ search: "typing" }, { signal: controller.signal });
  searching.catch(() => {});
  await yahoo.until(({ open }) => open === 1);
  controller.abort();
  await expect(searching).rejects.toMatchObject({ code: "ABORTED" });
  await yahoo.until((standIn) => standIn.abandoned === abandoned + 1);
});

describe("without Yahoo the others answer, and the answer says so", () => {
  test("when it cannot be reached", async () => {
    const offline = await startServer();
    const { matches, failures } = (await createClient({ url: offline.url }).symbols({ search: "aapl" })).symbols;
    expect(matches.map(({ symbol }) => symbol)).toEqual(["sample:AAPL", "sample:AAPL-MONTHLY"]);
    const message = expect.stringContaining("Yahoo cannot be reached");
    expect(failures).toEqual([{ source: "YAHOO", code: "SOURCE_UNAVAILABLE", message }]);
    await offline.close();
  });

  test("when it does not answer, and the next keystroke does not wait for it", async () => {
    const silent = await startYahooStandIn();
    silent.respondToSearch(hanging());
    const impatient = await startServer({ env: { YAHOO_BASE_URL: silent.url, YAHOO_TIMEOUT_MS: "700" } });
    for (const search of ["aap", "aapl"]) {
      const { data } = await ask(impatient.url, SEARCH, { search });
      expect(data.symbols.matches).toEqual([{ symbol: "sample:AAPL" }, { symbol: "sample:AAPL-MONTHLY" }]);
      expect(data.symbols.failures).toMatchObject([
        { source: "YAHOO", code: "SOURCE_UNAVAILABLE", message: "Yahoo did not answer within 700 ms for a search" },
      ]);
    }
    expect(silent.requests.map(({ search }) => search)).not.toContain("aapl");
    const local = await ask(impatient.url, SEARCH, { search: "aapl", sources: ["SAMPLE", "CSV"] });
    expect(local.data.symbols.failures).toEqual([]);
    await impatient.close();
    await silent.close();
  });
});

describe("whatever is typed", () => {
  test.each(["../../etc/passwd", "csv:../../etc", "😀", "'; DROP TABLE prices;--", "<script>", "%00", "\\", '"'])(
    "%j finds nothing, and is no error",
    async (search) => {
      expect(await symbols(search)).toEqual([]);
    },
  );

  test.each([
    ["10,000 characters", { search: "x".repeat(10_000) }, "at most 100 characters, got 10000"],
    ["a null byte", { search: "aa\0pl" }, "without control characters"],
    ["a limit of 0", { search: "a", limit: 0 }, "limit must be a whole number from 1 to 50, got 0"],
    ["a limit of 51", { search: "a", limit: 51 }, "got 51"],
    ["no sources", { search: "a", sources: [] }, "sources must not be empty"],
    ["a source that there is not", { search: "a", sources: ["BLOOMBERG"] }, "BLOOMBERG"],
    ["nothing to search for", {}, "search"],
  ])("%s is BAD_INPUT, and nobody is asked", async (_name, variables, message) => {
    const before = yahoo.requests.length;
    const { errors } = await ask(server.url, SEARCH, variables);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
    expect(errors[0].message).toContain(message);
    expect(yahoo.requests).toHaveLength(before);
  });

  test("a hundred searches in one request are refused by their cost, before Yahoo is asked", async () => {
    const before = yahoo.requests.length;
    const fields = Array.from({ length: 100 }, (_, i) => `s${i}: symbols(search: "s${i}") { matches { symbol } }`);
    const { errors } = await ask(server.url, `{ ${fields.join(" ")} }`);
    expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED", limit: 2000 } }]);
    expect(yahoo.requests).toHaveLength(before);
  });
});

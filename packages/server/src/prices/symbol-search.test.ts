import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDate } from "@hedgeql/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startYahooHistories, type YahooHistories } from "../../testing/yahoo-histories.ts";
import { hanging, quote, quotes, rateLimited, unavailable } from "../../testing/yahoo-stand-in.ts";
import type { PriceSource } from "./price-source.ts";
import { createCsvSource } from "./sources/csv.ts";
import { failureOf } from "./sources/price-source.contract.ts";
import { createSampleSource } from "./sources/sample.ts";
import { type SymbolQuery, searchSymbols } from "./symbol-search.ts";

let folder: string;
let rig: YahooHistories;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hedgeql-search-"));
  for (const name of ["apple-fund", "bonds"]) await writeFile(join(folder, `${name}.csv`), "");
  rig = await startYahooHistories({ freshForMs: 0, otherSources: [createSampleSource(), createCsvSource(folder)] });
  rig.yahoo.respondToSearch(quotes(quote("APLE"), quote("AAPL", { longname: "Apple Inc." }), quote("BND")));
});

afterEach(async () => {
  await rig.stop();
  await rm(folder, { recursive: true });
});

const search = (text: string, query: Partial<SymbolQuery> = {}) => rig.histories.search(text, { limit: 10, ...query });
const ids = async (text: string, query?: Partial<SymbolQuery>) => {
  const { matches, failures } = await search(text, query);
  expect(failures).toEqual([]);
  return matches.map(({ id }) => id);
};

describe("a search", () => {
  test("asks all sources, and gives the local ones' matches first, as symbols of the API", async () => {
    expect(await ids("apple")).toEqual(["sample:AAPL", "sample:AAPL-MONTHLY", "csv:apple-fund", "AAPL"]);
  });

  test("says of each match where it comes from, and what its source says", async () => {
    const { matches } = await search("aapl");
    expect(matches).toMatchObject([
      { id: "sample:AAPL", source: "SAMPLE", name: "Apple Inc.", exchange: "NasdaqGS", kind: "EQUITY" },
      { id: "sample:AAPL-MONTHLY", source: "SAMPLE", lastDate: parseDate("2010-03-09") },
      { id: "AAPL", source: "YAHOO", name: "Apple Inc.", exchange: "NASDAQ", kind: "EQUITY", firstDate: null },
    ]);
    expect(matches[0]).not.toHaveProperty("symbol");
  });

  test("gives symbols that the histories take", async () => {
    for (const id of await ids("apple")) expect(rig.histories.identify(id)).toBe(id);
  });

  test("of an empty text lists what costs nothing, and asks nobody else", async () => {
    expect(await ids("  ", { limit: 50 })).toEqual([
      ...["AAPL", "^GSPC", "MSFT-MONTHLY", "AMZN-MONTHLY", "IBM-MONTHLY", "GOOG-MONTHLY", "AAPL-MONTHLY"].map(
        (symbol) => `sample:${symbol}`,
      ),
      "csv:apple-fund",
      "csv:bonds",
    ]);
    expect(rig.yahoo.requests).toEqual([]);
  });

  test.each([
    ["sample:aa", ["sample:AAPL", "sample:AAPL-MONTHLY"]],
    ["SAMPLE: ^g ", ["sample:^GSPC"]],
    ["csv:", ["csv:apple-fund", "csv:bonds"]],
    ["csv:BO", ["csv:bonds"]],
    ["csv:../../etc", []],
  ])("with a prefix asks its source alone: %j", async (text, found) => {
    expect(await ids(text)).toEqual(found);
    expect(rig.yahoo.requests).toEqual([]);
  });

  test("of a prefix without its colon lists that source too", async () => {
    rig.yahoo.respondToSearch(quotes(quote("CSVX")));
    expect(await ids("csv")).toEqual(["csv:apple-fund", "csv:bonds", "CSVX"]);
    await writeFile(join(folder, "my-csv.csv"), "");
    expect(await ids("CSV")).toEqual(["csv:my-csv", "csv:apple-fund", "csv:bonds", "CSVX"]);
  });

  test("with the prefix of no source is a text like any other", async () => {
    expect(await ids("bloomberg:TSLA")).toEqual([]);
    expect(rig.yahoo.requests.map(({ search }) => search)).toEqual(["bloomberg:TSLA"]);
  });

  test("asks no other sources than those chosen", async () => {
    expect(await ids("apple", { sources: ["CSV", "SAMPLE", "CSV"] })).toEqual([
      "sample:AAPL",
      "sample:AAPL-MONTHLY",
      "csv:apple-fund",
    ]);
    expect(await ids("sample:aa", { sources: ["YAHOO"] })).toEqual([]);
    expect(await ids("apple", { sources: [] })).toEqual([]);
    expect(rig.yahoo.requests).toEqual([]);
    expect(await ids("aapl", { sources: ["YAHOO"] })).toEqual(["AAPL"]);
  });

  test("that finds more than wanted leaves each source its share", async () => {
    rig.yahoo.respondToSearch(quotes(...Array.from({ length: 20 }, (_, i) => quote(`A${i}`))));
    expect(await ids("a", { limit: 1 })).toEqual(["sample:AAPL"]);
    expect(await ids("a", { limit: 3 })).toEqual(["sample:AAPL", "csv:apple-fund", "A0"]);
    const many = await ids("a", { limit: 12 });
    expect(many).toHaveLength(12);
    expect(many.filter((id) => id.startsWith("csv:"))).toHaveLength(1);
    expect(many.filter((id) => id.startsWith("A"))).toHaveLength(5);
  });

  test.each(["nothing such", "../../etc", "😀", "%", "a".repeat(100), "\u200d"])(
    "that finds nothing is no error: %s",
    async (text) => {
      expect(await ids(text)).toEqual([]);
    },
  );
});

describe("a source that fails", () => {
  test.each([
    ["503", unavailable(), "SOURCE_UNAVAILABLE", /503/],
    ["a limit", rateLimited(30), "RATE_LIMITED", /30 s/],
  ])("is told beside what the others found: %s", async (_name, answer, code, message) => {
    rig.yahoo.respondToSearch(answer);
    const { matches, failures } = await search("aapl");
    expect(matches.map(({ id }) => id)).toEqual(["sample:AAPL", "sample:AAPL-MONTHLY"]);
    expect(failures).toEqual([{ source: "YAHOO", code, message: expect.stringMatching(message) }]);
    expect(rig.failures).toMatchObject([{ of: "source", error: { code }, symbol: "aapl" }]);
  });

  test("and is not asked again for a while is told in each answer, and once to whoever runs the server", async () => {
    rig.yahoo.respondToSearch(rateLimited(30));
    for (const text of ["a", "aa", "aap"]) {
      expect((await search(text)).failures).toMatchObject([{ source: "YAHOO", code: "RATE_LIMITED" }]);
    }
    expect(rig.failures).toHaveLength(1);
  });

  test("in a way that nobody expected fails the search", async () => {
    const defect = new TypeError("x is not a function");
    const broken: PriceSource = { ...createSampleSource(), search: () => Promise.reject(defect) };
    await expect(searchSymbols([broken], "a", { limit: 1 }, () => {})).rejects.toBe(defect);
  });

  test("because everybody left is no failure of a source", async () => {
    rig.yahoo.respondToSearch(hanging());
    const controller = new AbortController();
    const searching = search("aapl", { signal: controller.signal });
    searching.catch(() => {});
    await rig.yahoo.until(({ open }) => open === 1);
    controller.abort(new Error("typed on"));
    await expect(searching).rejects.toThrow("typed on");
    expect(rig.failures).toEqual([]);
  });
});

describe("a text that cannot be searched for is refused, and nobody is asked", () => {
  test.each([
    ["101 characters", "a".repeat(101), "a search must have at most 100 characters, got 101"],
    ["10,000 characters", "x".repeat(10_000), "a search must have at most 100 characters, got 10000"],
    ["a null byte", "aa\0pl", 'a search must be text without control characters, got "aa\\u0000pl"'],
    ["a line break", "aa\npl", 'a search must be text without control characters, got "aa\\npl"'],
    ["an escape", "\u001b[31m", 'a search must be text without control characters, got "\\u001b[31m"'],
    ["half a character", "a\ud83d", 'a search must be text without control characters, got "a\\ud83d"'],
  ])("%s", async (_name, text, message) => {
    const error = await failureOf(search(text));
    expect(error).toMatchObject({ code: "BAD_INPUT", message });
    expect(JSON.stringify(error.details).length).toBeLessThan(200);
    expect(rig.yahoo.requests).toEqual([]);
  });
});

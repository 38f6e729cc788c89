import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { LINKED_QUERY_SCRIPT } from "./graphiql-link.ts";

const READY = { query: "{ ready }" };

/** Runs the script as a page with that fragment would; gives what GraphiQL is started with, and what was changed. */
function started(
  hash: string,
  { stored = {}, full = false }: { stored?: Record<string, string>; full?: boolean } = {},
) {
  const storage = new Map(Object.entries(stored));
  const addresses: string[] = [];
  const context = createContext({
    location: { hash, pathname: "/graphql" },
    history: { replaceState: (_state: unknown, _title: string, address: string) => addresses.push(address) },
    localStorage: {
      setItem(key: string, value: string) {
        if (full) throw new Error("the storage is full");
        storage.set(key, value);
      },
      removeItem: (key: string) => storage.delete(key),
    },
    addEventListener: () => {},
  });
  runInContext(LINKED_QUERY_SCRIPT.replace(/^<script>|<\/script>$/g, ""), context);
  const json = runInContext(`JSON.stringify(withLinkedQuery(${JSON.stringify({ defaultTabs: [READY] })}))`, context);
  return { options: JSON.parse(json), addresses, stored: Object.fromEntries(storage) };
}

const linked = (query: string, variables?: string) =>
  `#query=${encodeURIComponent(query)}${variables === undefined ? "" : `&variables=${encodeURIComponent(variables)}`}`;

test("a link is what GraphiQL is started with, is stored for a reload, and leaves the address", () => {
  const { options, addresses, stored } = started(linked("{ a }", '{"b":1}'), {
    stored: { "graphiql:query": "{ mine }", "graphiql:headers": '{"x":"y"}', "graphiql:tabState": "tabs" },
  });
  const tab = { query: "{ a }", variables: '{"b":1}' };
  expect(options).toEqual({ ...tab, initialHeaders: "", defaultTabs: [tab, READY] });
  expect(stored).toEqual({
    "graphiql:query": "{ a }",
    "graphiql:variables": '{"b":1}',
    "graphiql:tabState": "tabs",
  });
  expect(addresses).toEqual(["/graphql"]);
});

test("where the storage is full, the link opens and nothing in it is changed", () => {
  const stored = { "graphiql:query": "{ mine }", "graphiql:headers": "{}" };
  const { options, stored: after } = started(linked("{ a }"), { stored, full: true });
  expect(options).toMatchObject({ query: "{ a }", variables: "" });
  expect(after).toEqual(stored);
});

test.each([
  ["quotes", `{ a(b: "c", d: 'e') }`],
  ["what fragments are made of", "{ a } # & = ? % + %20 / \\"],
  ["lines and tabs", "{\n\ta\n}\n"],
  ["letters of all kinds", "{ größer } # 株 🚀 \u2028"],
  ["the end of a script", "{ a } # </script><!-- "],
  ["what a replacement would replace", "query ($a: Int) { b(c: $a) } # $& $' $1"],
])("%s come through as they are", (_what, query) => {
  const variables = JSON.stringify({ text: query });
  expect(started(linked(query, variables)).options).toMatchObject({ query, variables });
});

test("lines end as GraphiQL's editors end them", () => {
  expect(started(linked("{\r\n  a\r}", '{\r\n"b":1}')).options).toMatchObject({
    query: "{\n  a\n}",
    variables: '{\n"b":1}',
  });
});

describe("ignored, address and storage untouched", () => {
  test.each([
    ["no fragment", ""],
    ["an empty one", "#"],
    ["another one", "#/some/place"],
    ["a name that only begins so", "#queryx=%7Ba%7D"],
    ["no query", `#variables=${encodeURIComponent('{"a":1}')}`],
    ["an empty query", "#query="],
    ["a blank query", "#query=%20%0A"],
    ["broken encoding", "#query=%E0%A4%A"],
    ["variables that are no JSON", linked("{ a }", "{not")],
    ["variables that are a list", linked("{ a }", "[1]")],
    ["variables that are a number", linked("{ a }", "1")],
    ["variables that are null", linked("{ a }", "null")],
  ])("%s", (_what, hash) => {
    const stored = { "graphiql:query": "{ mine }" };
    const result = started(hash, { stored });
    expect(result).toEqual({ options: { defaultTabs: [READY] }, addresses: [], stored });
  });
});

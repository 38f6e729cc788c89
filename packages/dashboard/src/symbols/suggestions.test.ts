import type { Client } from "@hedgeql/sdk";
import { expect, test } from "vitest";
import { type Match, type Suggestions, searchSymbols } from "./suggestions.ts";

const match = (symbol: string): Match =>
  ({ symbol, source: "YAHOO", name: null, exchange: null, kind: null, firstDate: null, lastDate: null }) as Match;
type Symbols = Client["symbols"];
type Variables = Parameters<Symbols>[0];

/** A client whose sources answer as the test says. */
function clientOf(answer: (variables: Variables) => Promise<Awaited<ReturnType<Symbols>>["symbols"]>) {
  const asked: Variables[] = [];
  const symbols: Symbols = async (variables) => {
    asked.push(variables);
    return { symbols: await answer(variables) };
  };
  return { client: { symbols }, asked };
}
const isLocal = ({ sources }: Variables) => sources?.[0] === "SAMPLE";

test("what is on the server comes first, without waiting for Yahoo", async () => {
  const yahoo = Promise.withResolvers<{ matches: Match[]; failures: [] }>();
  const local = { matches: [match("sample:AAPL")], failures: [] as [] };
  const { client } = clientOf((variables) => (isLocal(variables) ? Promise.resolve(local) : yahoo.promise));
  const told: Suggestions[] = [];
  const search = searchSymbols(client, "aapl", new AbortController().signal, (suggestions) => told.push(suggestions));
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([{ matches: local.matches, failures: [], isSearching: true }]);
  yahoo.resolve({ matches: [match("AAPL"), match("sample:AAPL")], failures: [] });
  await search;
  expect(told[1].matches.map(({ symbol }) => symbol)).toEqual(["sample:AAPL", "AAPL"]);
  expect(told[1].isSearching).toBe(false);
});

test("a source that fails says so, and the others answer", async () => {
  const { client } = clientOf((variables) =>
    isLocal(variables)
      ? Promise.resolve({ matches: [match("sample:AAPL")], failures: [] })
      : Promise.resolve({
          matches: [],
          failures: [{ source: "YAHOO", code: "SOURCE_UNAVAILABLE", message: "cannot be reached" }],
        }),
  );
  let last: Suggestions | undefined;
  await searchSymbols(client, "a", new AbortController().signal, (suggestions) => {
    last = suggestions;
  });
  expect(last).toMatchObject({ failures: ["YAHOO: cannot be reached"], matches: [{ symbol: "sample:AAPL" }] });
});

test("a server out of reach is a failure, and no crash", async () => {
  const { client } = clientOf(() => Promise.reject(new Error("down")));
  let last: Suggestions | undefined;
  await searchSymbols(client, "a", new AbortController().signal, (suggestions) => {
    last = suggestions;
  });
  expect(last?.failures).toEqual(["The server: down", "Yahoo: down"]);
});

test("an aborted search tells nothing", async () => {
  const controller = new AbortController();
  const { client } = clientOf(() => Promise.resolve({ matches: [match("A")], failures: [] }));
  const told: Suggestions[] = [];
  const search = searchSymbols(client, "a", controller.signal, (suggestions) => told.push(suggestions));
  controller.abort();
  await search;
  expect(told).toEqual([]);
});

test("nothing typed lists what is on the server, and asks Yahoo nothing; a long text is cut", async () => {
  const { client, asked } = clientOf(() => Promise.resolve({ matches: [], failures: [] }));
  const { signal } = new AbortController();
  await searchSymbols(client, " ", signal, () => {});
  expect(asked.map(({ sources }) => sources)).toEqual([["SAMPLE", "CSV"]]);
  await searchSymbols(client, "a".repeat(1000), signal, () => {});
  expect(asked[1].search).toHaveLength(100);
});

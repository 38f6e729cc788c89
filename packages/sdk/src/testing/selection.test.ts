import { expect, test } from "vitest";
import { selectionOf } from "./selection.ts";

const leaf = (field: string) => ({ field, selection: undefined });

test("fields, their other names and their selections", () => {
  expect(selectionOf('{ asset(symbol: "{") { id, closes: prices { packed { dates } } } }')).toEqual({
    asset: {
      field: "asset",
      selection: {
        id: leaf("id"),
        closes: {
          field: "prices",
          selection: { packed: { field: "packed", selection: { dates: leaf("dates") } } },
        },
      },
    },
  });
});

test("fragments by name and inline, wherever they stand, and with directives", () => {
  const text = `
    fragment More on Asset @rare { name ...Most }
    query Own($symbol: String! = "}", $given: Input = { list: [1, -2.5e-3] }) @live {
      asset(symbol: $symbol) @include(if: true) {
        id
        ... on Asset { currency }
        ... @skip(if: false) { exchange }
        ...More @defer(label: "x")
        stale
      }
    }
    fragment Most on Asset { source }
  `;
  const { asset } = selectionOf(text);
  expect(Object.keys(asset.selection ?? {})).toEqual(["id", "currency", "exchange", "name", "source", "stale"]);
});

test("a field that is asked for twice has all that both ask for", () => {
  const { asset } = selectionOf("{ asset { prices { symbol } } asset { prices { dates } id } }");
  expect(asset.selection).toEqual({
    prices: { field: "prices", selection: { symbol: leaf("symbol"), dates: leaf("dates") } },
    id: leaf("id"),
  });
});

test("of several operations the one that is named, else the first; comments and descriptions do not count", () => {
  const text = `# { no }
    query One { a } query Two { b(text: """ "quoted" } """) } { c }`;
  expect([selectionOf(text), selectionOf(text, "Two")].map((selection) => Object.keys(selection))).toEqual([
    ["a"],
    ["b"],
  ]);
  expect(() => selectionOf(text, "Three")).toThrow("no operation Three");
  expect(() => selectionOf("not GraphQL")).toThrow("no operation at all in: not GraphQL");
});

test("a fragment that is missing is told", () => {
  expect(() => selectionOf("{ a { ...Gone } }")).toThrow("no fragment Gone");
});

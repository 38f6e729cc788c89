import { operations } from "@hedgeql/sdk";
import { expect, test } from "vitest";
import { readableQuery } from "./readable-query.ts";

test("a line a field, in the order of the query", () => {
  expect(
    readableQuery("query A($a:Int!$b:[B!]){x(a:$a b:$b){y ...F z{w}u}}fragment F on X{v}"),
  ).toBe(`query A($a: Int!, $b: [B!]) {
  x(a: $a, b: $b) {
    y
    ...F
    z {
      w
    }
    u
  }
}

fragment F on X {
  v
}`);
});

/** What GraphQL takes no notice of: blanks and commas, except between names. */
const bare = (text: string) => text.replaceAll(/[\s,]+/g, " ").replaceAll(/ ?([(){}[\]:!$]|\.\.\.) ?/g, "$1");

const named = operations.map((operation) => [/^query (\w+)/.exec(operation)?.[1], operation] as const);

test.each(named)("%s stays the same query", (_, operation) => {
  expect(bare(readableQuery(operation))).toBe(bare(operation));
});

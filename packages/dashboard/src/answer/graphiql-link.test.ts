import { expect, test } from "vitest";
import { graphiqlLink } from "./graphiql-link.ts";

test("the very query and its variables come back", () => {
  const query = 'query A($x: String!) { a(x: $x) } # "&=#% é"';
  const variables = { x: "sample:^GSPC & </script>" };
  const link = graphiqlLink(query, variables);
  expect(link.startsWith("/graphql#")).toBe(true);
  const fragment = new URLSearchParams(link.slice(link.indexOf("#") + 1));
  expect(fragment.get("query")).toBe(query);
  expect(JSON.parse(fragment.get("variables") ?? "")).toEqual(variables);
});

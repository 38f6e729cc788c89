import { readFileSync } from "node:fs";
import { operations } from "@hedgeql/sdk";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { withReadableColumns } from "../packages/dashboard/src/answer/readable-columns.ts";
import { readableQuery } from "../packages/dashboard/src/answer/readable-query.ts";

const schema = buildSchema(
  readFileSync(new URL("../packages/server/schema.graphql", import.meta.url), { encoding: "utf8" }),
);
const named = operations.map((operation) => [/^query (\w+)/.exec(operation)?.[1], operation] as const);

test.each(named)("%s, written for people with columns that they can read, is of the schema", (_, operation) => {
  expect(validate(schema, parse(readableQuery(withReadableColumns(operation))))).toEqual([]);
});

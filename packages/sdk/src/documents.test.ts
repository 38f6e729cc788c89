import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import {
  buildSchema,
  type DocumentNode,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  validate,
  visit,
} from "graphql";
import { rolldown } from "rolldown";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as documents from "./documents.ts";
import * as sdk from "./index.ts";

const schema = buildSchema(readFileSync(new URL("../../server/schema.graphql", import.meta.url), "utf8"));

const { embeddedTypes, ...byName } = documents;
const all = Object.entries(byName);
const operations = new Map<string, unknown>(Object.entries(sdk));

/** Every object and list inside a document, itself included. */
function parts(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(parts)];
}

/** With every fragment in the place of its spreads: the SDK's own texts do so where one is spread once. */
function withoutFragments({ definitions }: DocumentNode): OperationDefinitionNode {
  const fragments = new Map(
    definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const flat = (selection: SelectionNode): readonly SelectionNode[] =>
    selection.kind === Kind.FRAGMENT_SPREAD
      ? (fragments.get(selection.name.value)?.selectionSet.selections ?? []).flatMap(flat)
      : [selection];
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error("a document holds an operation");
  return visit(operation, { SelectionSet: (set) => ({ ...set, selections: set.selections.flatMap(flat) }) });
}

test("every operation has a document, by its name", () => {
  expect(all.map(([name]) => operations.get(name.replace(/Document$/, ""))).toSorted()).toEqual(
    sdk.operations.toSorted(),
  );
});

describe.each(all)("%s", (name, document) => {
  const operation: unknown = operations.get(name.replace(/Document$/, ""));

  test("is the operation of its name, and fits the schema", () => {
    expect(print(withoutFragments(document))).toBe(print(withoutFragments(parse(`${operation}`))));
    expect(validate(schema, document)).toEqual([]);
  });

  test("carries no places of a file, and nothing that is empty", () => {
    for (const part of parts(document)) {
      expect(part).not.toHaveProperty("loc");
      expect(Object.keys(part)).not.toEqual([]);
    }
  });
});

test("documents share their fragments, so that two of them cost little more than one", () => {
  const fragmentsOf = (document: documents.TypedDocumentNode<unknown, never>) => document.definitions.slice(1);
  const fragments = new Set(all.flatMap(([, document]) => fragmentsOf(document as never)));
  const names = Array.from(fragments, (node) => ("name" in node ? node.name?.value : undefined));
  expect(new Set(names).size).toBe(fragments.size);
  expect(names).toContain("RegressionFields");
});

/** What a bundler makes of a page that names these exports: its text, and its size compressed. */
async function bundled(names: string) {
  const page = `export ${names} from ${JSON.stringify(fileURLToPath(new URL("documents.ts", import.meta.url)))};`;
  const bundle = await rolldown({
    input: "page",
    plugins: [
      { name: "page", resolveId: (id) => (id === "page" ? id : null), load: (id) => (id === "page" ? page : null) },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  return { text: output[0].code, bytes: gzipSync(output[0].code, { level: 9 }).length };
}

test("a page pays for the documents that it names: less than 2,000 bytes each, and less than 6,000 for all", async () => {
  for (const [name] of all) expect((await bundled(`{ ${name} }`)).bytes, name).toBeLessThan(2_000);
  expect((await bundled("*")).bytes).toBeLessThan(6_000);
  const { text } = await bundled("{ AssetDocument }");
  expect(text.match(/OperationDefinition|FragmentDefinition/g)).toEqual(["OperationDefinition", "FragmentDefinition"]);
});

test("embeddedTypes are the types that a cache cannot tell apart by an id", () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const withId = types.filter((type) => type.getFields().id).map(({ name }) => name);
  expect(withId.toSorted()).toEqual(["Asset", "HedgedPortfolio", "Regression", "WalkForward"]);
  const own = types.map(({ name }) => name).filter((name) => !name.startsWith("__") && name !== "Query");
  expect(embeddedTypes).toEqual(own.filter((name) => !withId.includes(name)).toSorted());
});

test("a document knows its result as it is on the wire, and its variables", () => {
  type Document = typeof documents.HedgedPortfolioDocument;
  expectTypeOf<sdk.ResultOf<Document>>().toEqualTypeOf<sdk.HedgedPortfolioQuery>();
  expectTypeOf<sdk.VariablesOf<Document>>().toEqualTypeOf<sdk.HedgedPortfolioQueryVariables>();
  expectTypeOf<Document>().toExtend<sdk.Typed<sdk.HedgedPortfolioQuery, sdk.HedgedPortfolioQueryVariables>>();
  // The spelling of all clients: with exactOptionalPropertyTypes another one would fit none.
  expectTypeOf<Document>().toExtend<{
    __apiType?: (variables: sdk.HedgedPortfolioQueryVariables) => sdk.HedgedPortfolioQuery;
  }>();
  expectTypeOf<Document>().not.toExtend<sdk.Typed<sdk.RegressionQuery, sdk.HedgedPortfolioQueryVariables>>();
  expectTypeOf(embeddedTypes).toEqualTypeOf<readonly string[]>();
});

import { assertObjectType, buildSchema, Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { resultType } from "./result-type.ts";

const schema = buildSchema(`
  enum Kind { A B }
  scalar Unknown
  interface Named { name: String }
  type Packed { "Base64." values: String! length: Int! }
  type Series { "As decimals." values: [Float!]! "For programs." packed: Packed! }
  type Item implements Named { id: ID! "What it is called." name: String kind: Kind! series: Series! unknown: Unknown any: Named }
  type Query { "One." item: Item "Some." items: [Item]! }
`);

function typeOf(source: string): string {
  const { definitions } = parse(source);
  const fragments = new Map(
    definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const [operation] = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const scalars = { ID: "string", String: "string", Int: "number", Float: "number" };
  return resultType(assertObjectType(schema.getQueryType()), operation.selectionSet.selections, { fragments, scalars });
}

test("each field has its description, and is nullable as the schema says", () => {
  expect(typeOf("{ item { id label: name kind __typename } }")).toBe(`{
  /** One. */
  readonly item: {
    readonly id: string;
    /** What it is called. */
    readonly label: string | null;
    readonly kind: Kind;
    readonly __typename: "Item";
  } | null;
}`);
});

test("what one fragment alone selects has its name, in lists too", () => {
  const type = typeOf("{ items { ...Fields } } fragment Fields on Item { id }");
  expect(type).toContain("readonly items: ReadonlyArray<FieldsFragment | null>;");
});

test("a field that a selection and a fragment both ask for is merged", () => {
  const source =
    "{ item { id series { values } ...Fields } } fragment Fields on Item { id series { packed { length } } }";
  const type = typeOf(source);
  expect(type.match(/readonly id/g)).toHaveLength(1);
  expect(type).toMatch(/series: \{[^}]*values: ReadonlyArray<number>;[^}]*packed: \{[^}]*length: number/);
});

test("a packed column has the description of the readable one, also by an alias", () => {
  expect(typeOf("{ item { series { packed { values } } } }")).toContain("/** As decimals. */");
  expect(typeOf("{ item { series { packed { values } } } }")).not.toContain("Base64.");
  expect(typeOf("{ item { series { packed { closes: values } } } }")).toContain("/** As decimals. */");
});

test.each([
  ["a directive", "query ($x: Boolean!) { item { id @include(if: $x) } }", /directive/],
  ["a scalar without a type", "{ item { unknown } }", /the scalar Unknown/],
  ["an interface", "{ item { any { name } } }", /Named is none/],
  ["a fragment of another type", "{ item { ... on Named { name } } }", /must be of that type, got Named/],
])("%s is refused", (_, source, message) => {
  expect(() => typeOf(source)).toThrow(message);
});

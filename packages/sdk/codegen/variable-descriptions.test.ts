import { buildSchema, Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { variableDescriptions } from "./variable-descriptions.ts";

const schema = buildSchema(`
  enum Theme { DARK LIGHT }
  input Place { symbol: String }
  type Chart { svg("In pixels." width: Int = 800 "Its colours." theme: Theme = LIGHT): String title("Its words." theme: Theme): String }
  type Query { chart("Of what. Default: all." symbol: String = "X" "Where." place: Place): Chart }
`);

function describe(source: string): Record<string, string> {
  const { definitions } = parse(source);
  const [node] = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (node.kind !== Kind.OPERATION_DEFINITION) throw new Error("the source must have an operation");
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(variableDescriptions(schema, { node, fragments, location: "" }));
}

test("a variable has the description of its argument, and the default unless that is said", () => {
  const source = "query ($s: String, $w: Int) { chart(symbol: $s) { svg(width: $w) } }";
  expect(describe(source)).toEqual({ s: "Of what. Default: all.", w: "In pixels. Default: `800`." });
});

test("the operation's own default counts before the schema's", () => {
  const source = "query ($w: Int = 640) { chart { svg(width: $w) } }";
  expect(describe(source)).toEqual({ w: "In pixels. Default: `640`." });
});

test("a variable of fragments, used twice, has both descriptions with the fields that they are of", () => {
  const source = "query ($t: Theme) { chart { ...F } } fragment F on Chart { svg(theme: $t) title(theme: $t) }";
  expect(describe(source)).toEqual({ t: 'Of `svg`: Its colours. Default: `"LIGHT"`. Of `title`: Its words.' });
});

test("a variable that is a part of an argument has none of its descriptions", () => {
  expect(describe("query ($s: String) { chart(place: { symbol: $s }) { title } }")).toEqual({});
});

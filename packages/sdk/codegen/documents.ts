/**
 * A graphql-codegen plugin: for each operation one constant, which is its text and knows the types of its result and its
 * variables; the name of its result; and the client's method. A constant an operation, so that a bundler leaves out what
 * a page does not call; minified text, so that it costs few bytes (what operations share costs next to nothing once it
 * is compressed).
 */
import { readFileSync } from "node:fs";
import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import { type OperationDefinitionNode, print, stripIgnoredCharacters } from "graphql";
import { inlined } from "./inlined.ts";
import { type WholeOperation, withFragments } from "./with-fragments.ts";

export const plugin: PluginFunction = (_schema, documents) => {
  const operations = withFragments(documents);
  const constants = operations.map(constant);
  const methods = operations.map(({ node, location }) => {
    const method = `${methodName(node)}(variables: ${name(node)}QueryVariables, options?: Options): Promise<${name(node)}Result>;`;
    return `${documentation(location)}\n${method}`.replaceAll(/^/gm, "  ");
  });
  return {
    prepend: [
      'import type { Answered } from "../answered.ts";',
      'import type { Operation } from "../operation.ts";',
      'import type { Unpacked } from "../series.ts";',
    ],
    content: [
      ...constants,
      "/** One method an operation. Each throws a `HedgeQLError` and nothing else. */",
      "export interface Methods<Options> {",
      ...methods,
      "}\n",
      "/** Every operation. A client has a method of each one's name. */",
      `export const operations: readonly string[] = [${operations.map(({ node }) => name(node)).join(", ")}];`,
    ].join("\n"),
  };
};

function constant({ node, fragments, location }: WholeOperation): string {
  const text = inlined(node, fragments)
    .map((part) => stripIgnoredCharacters(print(part)))
    .join("");
  return [
    documentation(location),
    `export const ${name(node)} = ${JSON.stringify(text)} as Operation<${name(node)}Query, ${name(node)}QueryVariables>;`,
    `/** What \`${methodName(node)}\` gives. */`,
    `export interface ${name(node)}Result extends Answered<Unpacked<${name(node)}Query>> {}\n`,
  ].join("\n");
}

function name(node: OperationDefinitionNode): string {
  if (node.name === undefined) throw new Error("every operation needs a name: it names the client's method");
  return node.name.value;
}

function methodName(node: OperationDefinitionNode): string {
  return name(node)[0].toLowerCase() + name(node).slice(1);
}

/**
 * The comment that an operation's file starts with: what it is for, and after an empty line an example. They become the
 * documentation of the operation and of the client's method.
 */
function documentation(path: string): string {
  const lines =
    /^(?:#.*\n)+/
      .exec(readFileSync(path, "utf8"))?.[0]
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(2)) ?? [];
  const [purpose, empty, ...example] = lines;
  if (!purpose || empty !== "" || example.length === 0)
    throw new Error(`${path} must start with a comment: what the operation is for, an empty line, and an example`);
  const body = [purpose, "", "@example", "```ts", ...example, "```"].map((line) => ` * ${line}`.trimEnd());
  return ["/**", ...body, " */"].join("\n");
}

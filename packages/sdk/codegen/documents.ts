/**
 * A graphql-codegen plugin: for each operation one constant with its text and its hash, typed with its result and its
 * variables. A constant an operation, so that a bundler leaves out what a page does not call; minified text, so that
 * it costs few bytes; a hash, so that a server may know the text by it.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from "graphql";

export const plugin: PluginFunction = (_schema, documents) => {
  const nodes = documents.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    nodes.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const operations = documents.flatMap(({ document, location }) =>
    (document?.definitions ?? [])
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
      .map((node) => ({ node, comment: leadingComment(location ?? "") })),
  );
  const constants = operations.map(({ node, comment }) => constant(node, comment, fragments));
  const methods = operations.map(({ node, comment }) => `  /** ${comment} */\n  ${methodName(node)}: ${name(node)},`);
  return {
    prepend: ['import type { Operation } from "../operation.ts";'],
    content: [
      ...constants,
      "/** Every operation, by the name of the client's method. */",
      "export const operations = {",
      ...methods,
      "} as const;",
    ].join("\n"),
  };
};

function constant(
  node: OperationDefinitionNode,
  comment: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [node, ...usedFragments(node, fragments)] };
  const text = stripIgnoredCharacters(print(document));
  const id = createHash("sha256").update(text).digest("hex");
  const type = `Operation<${name(node)}Query, ${name(node)}QueryVariables>`;
  const value = JSON.stringify({ kind: node.operation, name: name(node), id, text });
  return `/** ${comment} */\nexport const ${name(node)}: ${type} = ${value};\n`;
}

/** The fragments that an operation spreads, those that they spread themselves included. */
function usedFragments(
  node: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (root: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(root, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (fragment === undefined || used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  collect(node);
  return [...used.values()];
}

function name(node: OperationDefinitionNode): string {
  if (node.name === undefined) throw new Error("every operation needs a name: it names the client's method");
  return node.name.value;
}

function methodName(node: OperationDefinitionNode): string {
  return name(node)[0].toLowerCase() + name(node).slice(1);
}

/** The comment that an operation's file starts with; it becomes the documentation of the client's method. */
function leadingComment(path: string): string {
  const comment = /^#\s*(.+)/.exec(readFileSync(path, "utf8"))?.[1];
  if (comment === undefined) throw new Error(`${path} must start with a comment that says what the operation is for`);
  return comment;
}

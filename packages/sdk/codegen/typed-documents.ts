/**
 * A graphql-codegen plugin: for each operation its document, as other GraphQL clients take it. A constant each, and one a
 * fragment, so that a bundler leaves out what a page does not send. And the types without an id, which caches that
 * normalise must be told.
 */
import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  type OperationDefinitionNode,
} from "graphql";
import { type WholeOperation, withFragments } from "./with-fragments.ts";

const EMBEDDED_TYPES = `/**
 * Every type of the schema without an \`id\`: a cache that normalises keeps these inside what they were asked of.
 *
 * @example
 * \`\`\`ts
 * import { embeddedTypes } from "@hedgeql/sdk/documents";
 *
 * const keysOfGraphcache = Object.fromEntries(embeddedTypes.map((name) => [name, () => null]));
 * const typePoliciesOfApollo = Object.fromEntries(embeddedTypes.map((name) => [name, { merge: true }]));
 * \`\`\`
 */
export const embeddedTypes: readonly string[]`;

export const plugin: PluginFunction = (schema, documents) => {
  const operations = withFragments(documents);
  const fragments = new Set(operations.flatMap((operation) => operation.fragments));
  const types = operations.flatMap(({ node }) => [`${nameOf(node)}Query`, `${nameOf(node)}QueryVariables`]);
  return {
    prepend: [
      'import type { TypedDocumentNode } from "../documents.ts";',
      `import type {\n${types.map((type) => `  ${type},\n`).join("")}} from "./operations.ts";`,
    ],
    content: [
      ...Array.from(fragments, (node) => `const ${nameOf(node)} = ${literal(node)};`),
      ...operations.map(constant),
      `${EMBEDDED_TYPES} = ${literal(embeddedTypes(schema))};\n`,
    ].join("\n\n"),
  };
};

function constant({ node, fragments }: WholeOperation): string {
  const name = nameOf(node);
  const definitions = [literal(node), ...fragments.map(nameOf)].join(", ");
  return [
    `/** ${purpose(node)} */`,
    `export const ${name}Document = { kind: "Document", definitions: [${definitions}] } as unknown as TypedDocumentNode<${name}Query, ${name}QueryVariables>;`,
  ].join("\n");
}

/** Without where it stood in its file, and without lists that are empty. */
function literal(value: unknown): string {
  return JSON.stringify(value, (key, part) =>
    key === "loc" || (Array.isArray(part) && part.length === 0) ? undefined : part,
  );
}

function nameOf(node: OperationDefinitionNode | FragmentDefinitionNode): string {
  if (node.name === undefined) throw new Error("every operation needs a name: it names its document");
  return node.name.value;
}

/** The first line of the comment before an operation: what it is for. The rest is an example of the SDK's own client. */
function purpose({ name, loc }: OperationDefinitionNode): string {
  let token = loc?.startToken;
  while (token?.prev?.kind === "Comment") token = token.prev;
  if (token?.kind !== "Comment") throw new Error(`a comment before ${name?.value} must say what it is for`);
  return token.value.trim();
}

function embeddedTypes(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => type !== schema.getQueryType() && !isIntrospectionType(type) && !("id" in type.getFields()))
    .map(({ name }) => name)
    .sort();
}

/**
 * A graphql-codegen plugin in the place of `typescript-operations`, which leaves out what the schema says of results and
 * variables: it prints the types of results anew, and writes into the other types what is missing there.
 */
import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import { plugin as typescriptOperations } from "@graphql-codegen/typescript-operations";
import { assertObjectType, type GraphQLSchema, Kind } from "graphql";
import { comment } from "./comment.ts";
import { resultType, type TypePrinting } from "./result-type.ts";
import { variableDescriptions } from "./variable-descriptions.ts";
import { type WholeOperation, withFragments } from "./with-fragments.ts";

const SCALARS = { ID: "string", String: "string", Boolean: "boolean", Int: "number", Float: "number" };

/** What a series of an answer has in the place of each list. */
const COLUMNS = [
  ["dates", "ReadonlyArray<string>", "Dates"],
  ["values", "ReadonlyArray<number>", "Float64Array"],
];

export const plugin: PluginFunction = async (schema, documents, config, info) => {
  const made = await typescriptOperations(schema, documents, config, info ?? {});
  if (typeof made === "string") throw new Error("typescript-operations must give its imports apart");
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const printing: TypePrinting = { fragments, scalars: { ...SCALARS, ...config.scalars } };
  let { content } = made;
  for (const [name, { typeCondition, selectionSet }] of fragments) {
    const type = assertObjectType(schema.getType(typeCondition.name.value));
    const printed = `export type ${name}Fragment = ${resultType(type, selectionSet.selections, printing)};`;
    content = replaced(
      content,
      new RegExp(`^export type ${name}Fragment = .*;$`, "m"),
      `${comment(type.description ?? name, "")}\n${printed}`,
    );
  }
  for (const operation of withFragments(documents)) {
    const name = operation.node.name?.value ?? "";
    const type = assertObjectType(schema.getQueryType());
    const printed = `export type ${name}Query = ${resultType(type, operation.node.selectionSet.selections, printing)};`;
    content = replaced(
      content,
      new RegExp(`^export type ${name}Query = .*;$`, "m"),
      `/** The result of \`${name}\` as it is on the wire: series packed, and any field null that failed. */\n${printed}`,
    );
    content = withVariables(content, name, schema, operation);
  }
  return {
    prepend: [
      'import type { Dates } from "../series.ts";',
      ...(made.prepend ?? []).filter((text) => !text.includes("type Exact<")),
    ],
    content: withColumns(content),
  };
};

function withVariables(content: string, name: string, schema: GraphQLSchema, operation: WholeOperation): string {
  const descriptions = variableDescriptions(schema, operation);
  const pattern = new RegExp(`^export type ${name}QueryVariables = Exact<\\{\\n[^]*?^\\}>;\\n*`, "m");
  const type = pattern.exec(content)?.[0] ?? "";
  // `Exact` maps a type to itself, and hides its fields from the reference.
  const plain = type.trimEnd().replace("= Exact<{", "= {").replace(/\}>;$/, "};");
  const described = plain.replaceAll(/^ {2}(\w+)\??: /gm, (line, variable) => {
    const description = descriptions.get(variable);
    return description === undefined ? line : `${comment(description, "  ")}\n${line}`;
  });
  return replaced(content, pattern, `/** The variables of \`${name}\`. */\n${described}\n\n`);
}

/** Own returns may be given as they come in an answer, too. */
function withColumns(content: string): string {
  return COLUMNS.reduce((text, [name, list, column]) => {
    const pattern = new RegExp(
      `^(export type ReturnsInput = \\{\\n(?:.*\\n){0,3}.*?) \\*/\\n  readonly ${name}: ${list};$`,
      "m",
    );
    const [, before] = pattern.exec(text) ?? [];
    return replaced(
      text,
      pattern,
      `${before} The \`${name}\` of a series in an answer will do. */\n  readonly ${name}: ${list} | ${column};`,
    );
  }, content);
}

/** What is not there any more was made otherwise by a newer version: better no types than some without descriptions. */
function replaced(content: string, pattern: RegExp, text: string): string {
  if (!pattern.test(content)) throw new Error(`typescript-operations must print ${pattern}`);
  return content.replace(pattern, () => text);
}

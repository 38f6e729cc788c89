import { type GraphQLArgument, type GraphQLSchema, print, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import type { WholeOperation } from "./with-fragments.ts";

/**
 * What the schema says of the arguments that each variable of an operation is used for, and its default. Where these
 * differ, each says of which field it is.
 */
export function variableDescriptions(
  schema: GraphQLSchema,
  { node: operation, fragments }: WholeOperation,
): ReadonlyMap<string, string> {
  const uses = new Map<string, Map<string, string[]>>();
  const types = new TypeInfo(schema);
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  const visitor = visitWithTypeInfo(types, {
    Variable({ name: { value: name } }) {
      const argument = types.getArgument();
      // A variable inside of a list or an object is not all of its argument.
      if (!argument?.description || types.getInputType() !== argument.type) return;
      const text = withDefault(argument.description, defaults.get(name) ?? argument.astNode?.defaultValue);
      const fieldsByText = uses.get(name) ?? new Map<string, string[]>();
      uses.set(name, fieldsByText.set(text, [...(fieldsByText.get(text) ?? []), types.getFieldDef()?.name ?? ""]));
    },
  });
  for (const part of [operation, ...fragments]) visit(part, visitor);
  return new Map(Array.from(uses, ([name, fieldsByText]) => [name, joined(fieldsByText)]));
}

function withDefault(description: string, value: NonNullable<GraphQLArgument["astNode"]>["defaultValue"]): string {
  if (value === undefined || /\bdefault\b/i.test(description)) return description;
  const text = value.kind === "EnumValue" ? JSON.stringify(value.value) : print(value);
  return `${description} Default: \`${text}\`.`;
}

function joined(fieldsByText: ReadonlyMap<string, readonly string[]>): string {
  if (fieldsByText.size === 1) return [...fieldsByText.keys()].join();
  return Array.from(fieldsByText, ([text, fields]) => {
    const names = [...new Set(fields)].map((field) => `\`${field}\``);
    return `Of ${names.join(", ")}: ${text}`;
  }).join(" ");
}

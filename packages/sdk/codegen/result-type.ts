import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type SelectionNode,
} from "graphql";
import { comment } from "./comment.ts";

/** What all selections of a schema's documents are printed with. */
export interface TypePrinting {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The TypeScript type of each scalar. */
  readonly scalars: Readonly<Record<string, string>>;
}

/** What is selected under one name of an answer: by all selections and fragments that ask for it, merged. */
interface SelectedField {
  readonly node: FieldNode;
  readonly selections: SelectionNode[];
}

/**
 * The type of what selections of an object give, each field with the schema's description. What one fragment alone
 * selects has its name.
 *
 * @param readable - The type that holds the same as plain columns, where these are packed ones. Its descriptions say
 * what a column is; those of packed ones, how it is encoded, which is of no interest once it is unpacked.
 */
export function resultType(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  printing: TypePrinting,
  indent = "",
  readable?: GraphQLObjectType,
): string {
  const [only, ...others] = selections;
  const isFragment = only.kind === "FragmentSpread" && others.length === 0;
  if (isFragment && indent !== "") return `${only.name.value}Fragment`;
  const inner = `${indent}  `;
  const fields = Array.from(selectedFields(type, selections, printing), ([name, { node, selections }]) => {
    if (node.name.value === "__typename") return `${inner}readonly ${name}: "${type.name}";`;
    const field = type.getFields()[node.name.value];
    // An alias may give a packed column the name of the readable one.
    const ofReadable = readable?.getFields()[name] ?? readable?.getFields()[node.name.value];
    const isPacked = node.name.value === "packed";
    const printNamed = () => {
      const named = getNamedType(field.type);
      if (isEnumType(named)) return named.name;
      if (isScalarType(named)) return scalarType(named.name, printing);
      if (!isObjectType(named)) throw new Error(`${type.name}.${field.name} must be an object: ${named.name} is none`);
      return resultType(named, selections, printing, inner, isPacked ? type : objectOf(ofReadable?.type));
    };
    const description = isPacked ? objectOf(field.type)?.description : (ofReadable ?? field).description;
    const line = `${inner}readonly ${name}: ${wrapped(field.type, printNamed())};`;
    return description ? `${comment(description, inner)}\n${line}` : line;
  });
  return `{\n${fields.join("\n")}\n${indent}}`;
}

function selectedFields(
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  printing: TypePrinting,
  fields = new Map<string, SelectedField>(),
): ReadonlyMap<string, SelectedField> {
  for (const node of selections) {
    if (node.directives?.length) throw new Error(`a selection of ${type.name} has a directive: such have no type here`);
    if (node.kind === "Field") {
      const name = (node.alias ?? node.name).value;
      const field = fields.get(name) ?? { node, selections: [] };
      field.selections.push(...(node.selectionSet?.selections ?? []));
      fields.set(name, field);
      continue;
    }
    const fragment = node.kind === "FragmentSpread" ? printing.fragments.get(node.name.value) : node;
    const condition = fragment?.typeCondition?.name.value ?? type.name;
    if (fragment === undefined || condition !== type.name)
      throw new Error(`a fragment in a selection of ${type.name} must be of that type, got ${condition}`);
    selectedFields(type, fragment.selectionSet.selections, printing, fields);
  }
  return fields;
}

function wrapped(type: GraphQLOutputType, named: string): string {
  const isNullable = !isNonNullType(type);
  const bare = isNonNullType(type) ? type.ofType : type;
  const printed = isListType(bare) ? `ReadonlyArray<${wrapped(bare.ofType, named)}>` : named;
  return isNullable ? `${printed} | null` : printed;
}

function scalarType(name: string, { scalars }: TypePrinting): string {
  if (scalars[name] === undefined) throw new Error(`codegen/config.ts must say what the scalar ${name} is`);
  return scalars[name];
}

function objectOf(type: GraphQLOutputType | undefined): GraphQLObjectType | undefined {
  const named = type && getNamedType(type);
  return named && isObjectType(named) ? named : undefined;
}

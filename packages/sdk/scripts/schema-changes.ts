import {
  BreakingChangeType,
  DangerousChangeType,
  findSchemaChanges,
  type GraphQLSchema,
  isInputObjectType,
  SafeChangeType,
} from "graphql";

/** What changed from one schema to another, in words. */
export interface SchemaChanges {
  readonly breaking: readonly string[];
  readonly dangerous: readonly string[];
  readonly safe: readonly string[];
}

/** Harmless to the types of a program, and not to its figures: `SIMPLE` to `LOG` is another beta, without a word. */
const OTHER_FIGURES: readonly string[] = [
  DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  DangerousChangeType.INPUT_FIELD_DEFAULT_VALUE_CHANGE,
];

/**
 * Where none was, a default mostly says what leaving out meant before. Nothing here can tell: a person reads it among the
 * dangerous ones.
 */
const NEW_DEFAULTS: readonly string[] = [
  SafeChangeType.ARG_DEFAULT_VALUE_ADDED,
  SafeChangeType.INPUT_FIELD_DEFAULT_VALUE_ADDED,
];

/** What graphql finds, but judged by what it does to the figures of a program, and `@oneOf`, which it does not look at. */
export function schemaChanges(from: GraphQLSchema, to: GraphQLSchema): SchemaChanges {
  const changes: Record<keyof SchemaChanges, string[]> = { breaking: oneOfChanges(from, to), dangerous: [], safe: [] };
  for (const { type, description } of findSchemaChanges(from, to)) changes[kindOf(type)].push(description);
  return changes;
}

function kindOf(type: string): keyof SchemaChanges {
  if (type in BreakingChangeType || OTHER_FIGURES.includes(type)) return "breaking";
  return type in DangerousChangeType || NEW_DEFAULTS.includes(type) ? "dangerous" : "safe";
}

/** Added, it refuses what gives two fields or none; removed, the server must choose one of two, or do without. */
function oneOfChanges(from: GraphQLSchema, to: GraphQLSchema): string[] {
  return Object.values(from.getTypeMap()).flatMap((old) => {
    const fresh = to.getType(old.name);
    if (!isInputObjectType(old) || !isInputObjectType(fresh) || old.isOneOf === fresh.isOneOf) return [];
    return [`${old.name} ${fresh.isOneOf ? "takes exactly one of its fields now" : "is no longer @oneOf"}.`];
  });
}

import { complexityFromQuery } from "@pothos/plugin-complexity";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  type SelectionSetNode,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { LimitError } from "../analysis/limits.ts";
import { graphqlError } from "./error-boundary.ts";

/** How large a query may be. Long lists belong in variables, which do not count as tokens. */
export const QUERY_LIMITS = {
  /** Comments and blanks are no tokens. */
  characters: 100_000,
  tokens: 5_000,
  depth: 20,
  fields: 500,
  /** As the fields declare: a hedge or a regression 25, a rolling one 25 more, an estimate of beta 5 or 40, a field 1. */
  cost: 2_000,
} as const;

/**
 * Refuses a query that is too large at the first moment at which that can be seen: characters before it is parsed,
 * tokens meanwhile, depth and fields before it is validated (validation compares fields with each other), cost before
 * anything is executed.
 */
export function useQueryLimits(): Plugin {
  return {
    onParams({ params: { query }, setResult }) {
      if (typeof query !== "string" || query.length <= QUERY_LIMITS.characters) return;
      setResult({ errors: [tooLarge(QUERY_LIMITS.characters, "characters in a query", query.length)] });
    },
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        const document = parseWithin(source, { ...options, maxTokens: QUERY_LIMITS.tokens });
        refuseLargeDocument(document);
        return document;
      });
    },
    onExecute({ args, setResultAndStopExecution }) {
      const cost = costOf(args);
      if (cost <= QUERY_LIMITS.cost) return;
      const error = new LimitError(QUERY_LIMITS.cost, "points of query cost", cost);
      setResultAndStopExecution({ errors: [graphqlError(error, { status: 400 })] });
    },
  };
}

interface ExecutionArguments {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Record<string, unknown> | null | undefined;
}

function costOf({ schema, document, operationName, variableValues }: ExecutionArguments): number {
  const operation = getOperationAST(document, operationName);
  if (operation == null) return 0;
  const others = document.definitions.filter((definition) => definition !== operation);
  const variables = variableValues ?? {};
  // Execution refuses these before it runs any field, and says which variable is wrong.
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors !== undefined) return 0;
  try {
    // The cost is taken of the first operation, which need not be the one that runs.
    const ordered: DocumentNode = { ...document, definitions: [operation, ...others] };
    return complexityFromQuery(ordered, { schema, variables }).complexity;
  } catch {
    // What cannot be counted is not run.
    return Number.MAX_SAFE_INTEGER;
  }
}

/** Parses; what is too large for that is said as such, and not as a syntax error. */
const parseWithin: typeof parse = (source, options) => {
  try {
    return parse(source, options);
  } catch (error) {
    // Brackets within brackets overflow the parser's stack before they use up the tokens.
    if (error instanceof RangeError) throw tooLarge(QUERY_LIMITS.depth, "levels of depth in a query");
    if (!(error instanceof GraphQLError) || !/more tha[nt] \d+ tokens/.test(error.message)) throw error;
    throw tooLarge(QUERY_LIMITS.tokens, "tokens in a query (long lists belong in variables)");
  }
};

function refuseLargeDocument(document: DocumentNode): void {
  let fields = 0;
  for (const definition of document.definitions) {
    if (!("selectionSet" in definition) || definition.selectionSet === undefined) continue;
    // A stack of its own: a query as deep as the tokens allow must not overflow ours.
    const open: [SelectionSetNode, number][] = [[definition.selectionSet, 1]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [{ selections }, depth] = next;
      if (depth > QUERY_LIMITS.depth) throw tooLarge(QUERY_LIMITS.depth, "levels of depth in a query", depth);
      fields += selections.length;
      if (fields > QUERY_LIMITS.fields) throw tooLarge(QUERY_LIMITS.fields, "fields in a query", fields);
      for (const selection of selections) {
        if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet)
          open.push([selection.selectionSet, depth + 1]);
      }
    }
  }
}

function tooLarge(limit: number, what: string, actual?: number) {
  return graphqlError(new LimitError(limit, what, actual), { status: 400 });
}

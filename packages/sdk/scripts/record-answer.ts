import { Kind, parse, print, visit } from "graphql";
import { createRequest } from "../src/index.ts";
import { nameOf, type Operation } from "../src/operation.ts";
import { QUESTIONS } from "./recorded-questions.ts";

/** What is kept of an answer. */
export interface RecordedAnswer {
  readonly variables: object;
  /** As on the wire, with a `__typename` in each object: caches of other clients ask for it. */
  readonly data: object;
}

/** Asks a server the question that is recorded for an operation. */
export async function recordAnswer(url: string, operation: Operation<object, unknown>): Promise<RecordedAnswer> {
  const variables = QUESTIONS[nameOf(operation) as keyof typeof QUESTIONS];
  const data = await createRequest({ url })(withTypenames(operation) as typeof operation, variables);
  return { variables, data: withoutDigests(data) as object };
}

export function withTypenames(operation: string): string {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
  const all = visit(parse(operation), {
    SelectionSet: (node, _, parent) =>
      (parent as { readonly kind: string }).kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...node, selections: [typename, ...node.selections] },
  });
  return print(all);
}

/**
 * Of the ids that are made of the data, `regression:8eEJmpwn5U5mqGlcd4LAya`, only what they are of: each question that is
 * answered with this answer has ids of its own.
 */
function withoutDigests(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDigests);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === "id" ? String(entry).replace(/^([a-z-]+):[\w-]{22}$/, "$1") : withoutDigests(entry),
    ]),
  );
}

import { badInput } from "../error.ts";
import { operations } from "../index.ts";
import { nameOf } from "../operation.ts";
import type { Answers } from "./answer.ts";

/** The answers of a test, by the names of operations: those that it begins with, and those that it gives later. */
export interface Registry {
  /** What the test gave for an operation; undefined where it gave nothing. */
  get(operation: string): unknown;
  /** In place of what was given before. The operation by its method, its name or its document. */
  set(operation: unknown, answer: unknown): void;
  /** As at the beginning. */
  reset(): void;
}

export function createRegistry(answers: Answers = {}): Registry {
  const initial = new Map(Object.entries(answers).map(([key, answer]) => [operationOf(key), answer as unknown]));
  let current = new Map(initial);
  return {
    get: (operation) => current.get(operation),
    set: (operation, answer) => void current.set(operationOf(operation), answer),
    reset() {
      current = new Map(initial);
    },
  };
}

function operationOf(key: unknown): string {
  if (typeof key !== "string" || !/^\w+$/.test(key)) return nameOfDocument(key);
  const name = key[0].toUpperCase() + key.slice(1);
  // A small letter is a method's: there a misspelling can be told from an operation of the test's own.
  if (key === name || operations.some((operation) => nameOf(operation) === name)) return name;
  throw badInput(`the client has no method ${key}; an operation of your own is answered by its document`);
}

interface DocumentNode {
  readonly definitions?: readonly { readonly kind: string; readonly name?: { readonly value: string } }[];
}

/** Of a document of any kind: a string, a `TypedDocumentString`, or a `DocumentNode`. */
function nameOfDocument(document: unknown): string {
  const { definitions } = Object(document) as DocumentNode;
  const node = definitions?.find(({ kind }) => kind === "OperationDefinition");
  const name = definitions === undefined ? nameOf(`${document}`) : node?.name?.value;
  if (name === undefined) throw badInput("an operation is answered by its name: name it, as in `query Beta { … }`");
  return name;
}

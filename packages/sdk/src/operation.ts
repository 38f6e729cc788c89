/**
 * What `request` needs of an operation: its text, and the types of its result and its variables.
 *
 * `Result` and `Variables` stand only in the type: a function that takes an operation knows what it gives and needs.
 */
export interface OperationText<Result, Variables> {
  /** The operation's name, as it stands in the text. */
  readonly name: string;
  readonly text: string;
  readonly __types?: (variables: Variables) => Result;
}

/** A GraphQL operation as a constant, as it is generated from a file. */
export interface Operation<Result, Variables> extends OperationText<Result, Variables> {
  readonly kind: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly id: string;
}

/** The result of an operation. */
export type ResultOf<T> = T extends Operation<infer Result, infer _> ? Result : never;

/** The variables of an operation. */
export type VariablesOf<T> = T extends Operation<infer _, infer Variables> ? Variables : never;

/**
 * A GraphQL operation as a constant: its text, and the types of its result and its variables.
 *
 * `Result` and `Variables` stand only in the type: a function that takes an operation knows what it gives and needs.
 */
export interface Operation<Result, Variables> {
  readonly kind: string;
  /** The operation's name, as it stands in the text. */
  readonly name: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly id: string;
  readonly text: string;
  readonly __types?: (variables: Variables) => Result;
}

/** The result of an operation. */
export type ResultOf<T> = T extends Operation<infer Result, infer _> ? Result : never;

/** The variables of an operation. */
export type VariablesOf<T> = T extends Operation<infer _, infer Variables> ? Variables : never;

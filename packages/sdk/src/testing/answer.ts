import type { Answered, Client, Typed, Unpacked } from "../index.ts";
import type { After } from "./after.ts";
import type { Failure } from "./fail.ts";
import type { Part } from "./part.ts";
import type { Partly } from "./partly.ts";
import type { Sequence } from "./sequence.ts";

/** What a test gives for an operation: a part of the result, a failure, or a function of the variables that gives one. */
export type Answer<Result, Variables> =
  | Part<Result>
  | Failure
  | Partly<Result>
  | After<Result, Variables>
  | Sequence<Result, Variables>
  | ((variables: Variables) => Answer<Result, Variables> | Promise<Answer<Result, Variables>>);

/** The methods of a client that are operations of the SDK. */
export type Method = Exclude<keyof Client, "request">;

/** What a test may give for a method: the type of an answer that is declared apart, `MethodAnswer<"regression">`. */
export type MethodAnswer<Name extends Method> = Client[Name] extends (
  variables: infer Variables,
  ...options: never[]
) => Promise<infer Result>
  ? Answer<Result, Variables>
  : never;

/** What a test may give for an operation of its own, by a document that knows its types. */
export type OperationAnswer<Operation> =
  Operation extends Typed<infer Result, infer Variables> ? Answer<Answered<Unpacked<Result>>, Variables> : never;

type Json = Readonly<Record<string, unknown>>;

/** Answers of the test's own: for an operation of the SDK by its method, for any other by its name, which has a capital. */
export type Answers = { readonly [Name in Method]?: MethodAnswer<Name> | undefined } & {
  readonly [name: Capitalize<string>]: Answer<Json, Json> | undefined;
};

/** Tells what a test has scripted, such as a failure, from a part of a result. */
export const scripted: unique symbol = Symbol("scripted answer");

/** What is scripted, or undefined for a part of a result. */
export function scriptOf(answer: unknown): unknown {
  return Object(answer)[scripted];
}

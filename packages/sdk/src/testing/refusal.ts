import { fail } from "./fail.ts";
import type { Outcome } from "./outcome.ts";
import { scripted } from "./scripted.ts";

/** What the server would not answer whatever the test gives: variables that are missing, and lists that are empty. */
export function refusalOf(text: string, variables: Readonly<Record<string, unknown>>): Outcome | undefined {
  const head = text.slice(0, text.indexOf("{"));
  for (const [, name, type] of head.matchAll(/\$(\w+)\s*:\s*([\w[\]!]+)!(?!\s*=|[\w[\]!])/g)) {
    if (variables[name] == null) {
      return refused(`Variable "$${name}" of required type "${type}!" was not provided.`, { status: 400 });
    }
  }
  for (const name of ["benchmarks", "hedgeWith"]) {
    if (Array.isArray(variables[name]) && variables[name].length === 0) return refused(`${name} must not be empty`);
  }
  return undefined;
}

function refused(message: string, options: { readonly status?: number } = {}): Outcome {
  return { part: undefined, failures: [fail("BAD_INPUT", {}, { message, ...options })[scripted]] };
}

import { fail } from "./fail.ts";
import type { Outcome } from "./outcome.ts";
import { scripted } from "./scripted.ts";
import { wrongValue } from "./wrong-value.ts";

/**
 * What the server would not answer whatever the test gives: variables that are missing, dates and values of enums that
 * there are none of, and lists that are empty.
 */
export function refusalOf(text: string, variables: Readonly<Record<string, unknown>>): Outcome | undefined {
  const head = text.slice(0, text.indexOf("{"));
  for (const [, name, type, hasDefault] of head.matchAll(/\$(\w+)\s*:\s*([\w[\]!]+)(\s*=)?/g)) {
    const given = variables[name];
    if (type.endsWith("!") && !hasDefault && given == null) {
      const rule =
        given === null ? `of non-null type "${type}" must not be null` : `of required type "${type}" was not provided`;
      return refused(`Variable "$${name}" ${rule}.`, { status: 400 });
    }
    const wrong = wrongValue(name, type, given);
    if (wrong !== undefined) return refused(wrong.message, { status: 400 }, wrong.details);
  }
  for (const name of ["benchmarks", "hedgeWith"]) {
    if (Array.isArray(variables[name]) && variables[name].length === 0) return refused(`${name} must not be empty`);
  }
  return undefined;
}

function refused(
  message: string,
  options: { readonly status?: number } = {},
  details: { readonly date?: string } = {},
): Outcome {
  return { part: undefined, failures: [fail("BAD_INPUT", details, { message, ...options })[scripted]] };
}

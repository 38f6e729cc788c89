import { ENUMS, INPUTS } from "./variable-types.ts";

/** What is wrong with a variable. */
export interface WrongValue {
  /** In the server's words. */
  readonly message: string;
  readonly details: { readonly date?: string };
}

/** The first date in a variable that is none, or the first value that its enum does not have. */
export function wrongValue(name: string, type: string, given: unknown): WrongValue | undefined {
  return wrongAt(type.replace(/[[\]!]/g, ""), given, name);

  function wrongAt(named: string, value: unknown, path: string): WrongValue | undefined {
    if (value === null || value === undefined) return undefined;
    if (Array.isArray(value)) return firstOf(value.map((item, i) => () => wrongAt(named, item, `${path}[${i}]`)));
    const fields = Object.entries(INPUTS[named] ?? {});
    const inside = fields.map(
      ([field, of]) =>
        () =>
          wrongAt(of, Object(value)[field], `${path}.${field}`),
    );
    const reason = named === "Date" ? wrongDate(value) : wrongEnum(named, value);
    if (reason === undefined) return firstOf(inside);
    const where = path === name ? "" : ` at "${path}"`;
    return {
      message: `Variable "$${name}" got invalid value ${JSON.stringify(value)}${where}; ${reason}`,
      details: named === "Date" && typeof value === "string" ? { date: value } : {},
    };
  }
}

function firstOf(checks: readonly (() => WrongValue | undefined)[]): WrongValue | undefined {
  for (const check of checks) {
    const wrong = check();
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongEnum(type: string, value: unknown): string | undefined {
  const values = ENUMS[type];
  if (values === undefined || values.includes(value as string)) return undefined;
  return typeof value === "string"
    ? `Value "${value}" does not exist in "${type}" enum.`
    : `Enum "${type}" cannot represent non-string value: ${JSON.stringify(value)}.`;
}

function wrongDate(value: unknown): string | undefined {
  if (typeof value === "string" && isDate(value)) return undefined;
  const rule =
    typeof value === "string"
      ? `a date must be a calendar date written YYYY-MM-DD, got ${value}`
      : `a date must be text in the form YYYY-MM-DD, got ${JSON.stringify(value)}`;
  return `Expected value of type "Date", but encountered error "${rule}"; found: ${JSON.stringify(value)}.`;
}

/** February 31 is read as March 3. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

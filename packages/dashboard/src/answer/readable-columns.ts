/**
 * A query of the SDK, in one line as it is sent, with its series as columns that people can read. `packed` has them as
 * base64, for programs; the fields beside it have the same names, which a column of another name is renamed to.
 */
export function withReadableColumns(query: string): string {
  return query.replaceAll(PACKED, (_, columns: string) => `${columns.replaceAll(LENGTH, "").replaceAll(ALIAS, "$1")} `);
}

/** Its columns are names, and lists of columns in braces of their own. */
const PACKED = /\bpacked\{((?:[^{}]|\{[^{}]*\})*)\}/g;
/** Only what is packed needs to say how long it is. */
const LENGTH = /\blength\b ?/g;
const ALIAS = /(\w+):\w+/g;

import { createHash } from "node:crypto";

/** 22 characters of 6 bits: nobody finds two facts of one digest. */
const CHARACTERS = 22;

/**
 * A short text that stands for some facts and columns of numbers: the same for the same ones, on every machine, and
 * another for any others. A property that is `null` or `undefined` counts as left out, and the order of properties does
 * not matter; that of lists and columns does.
 */
export function digest(facts: unknown, columns: readonly (Int32Array | Float64Array)[] = []): string {
  // JSON says where each text ends, whatever is in it, and how long the columns are that follow.
  const shapes = columns.map((column) => [column.BYTES_PER_ELEMENT, column.length]);
  const hash = createHash("sha256").update(JSON.stringify([canonical(facts), shapes]));
  for (const { buffer, byteOffset, byteLength } of columns) hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("base64url").slice(0, CHARACTERS);
}

/** What an answer of this kind is known by: no two kinds share an id, and none is a symbol of any source. */
export function idOf(kind: string, facts: unknown, columns?: readonly (Int32Array | Float64Array)[]): string {
  return `${kind}:${digest(facts, columns)}`;
}

function canonical(fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map(canonical);
  if (typeof fact !== "object" || fact === null) return fact;
  const known = Object.entries(fact).filter(([, value]) => value != null);
  const sorted = known.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, value]) => [name, canonical(value)]));
}

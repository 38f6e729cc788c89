import { withDefaults } from "./defaults.ts";
import { listOf } from "./question.ts";

/** The variables that an analysis is known by; a walk has further ones. */
const OF_ANALYSIS = ["portfolio", "benchmarks", "hedgeWith", "period", "returnKind", "inference", "riskFree"];
const OF_WALK = [
  ...["lookback", "rebalanceEvery", "targetBeta", "estimator", "parameters", "minimumNorm"],
  ...["costs", "holding", "driftTrigger"],
];

const CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LENGTH = 22;

/**
 * An id of the form of the server's. Caches go by it: the same question has the same one in every operation, and another
 * question another.
 *
 * @param kind - What is recorded of it: `regression`.
 * @param path - Where in the answer it stands, without indices: there are several regressions in an answer.
 */
export function identityOf(kind: string, path: string, variables: Readonly<Record<string, unknown>>): string {
  const names = path.includes("walkForward") ? [...OF_ANALYSIS, ...OF_WALK] : OF_ANALYSIS;
  const role = path.replace(/^hedgedPortfolio\./, "");
  return `${kind}:${fingerprint(JSON.stringify([role, names.map((name) => canonical(asked(name, variables[name])))]))}`;
}

/** One benchmark, and a list of one, are the same question; so are a default, and what leaves it out. */
function asked(name: string, value: unknown): unknown {
  return /^(benchmarks|hedgeWith)$/.test(name) ? listOf(value) : withDefaults(name, value);
}

/** What is null counts as left out, and the order of properties does not matter. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(([, entry]) => entry != null);
  return given.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, canonical(entry)]);
}

/** Six bits of an FNV-1a hash a character, each of the text and all characters so far. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  const mix = (code: number) => {
    hash = Math.imul(hash ^ code, 0x01000193) >>> 0;
  };
  let print = "";
  while (print.length < LENGTH) {
    for (const character of `${print}${text}`) mix(character.codePointAt(0) ?? 0);
    print += CHARACTERS[(hash ^ (hash >>> 13)) & 63];
  }
  return print;
}

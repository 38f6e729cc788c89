import type { Fields } from "./asset.ts";

/** Variables that an answer follows. */
const FOLLOWED = new Set([
  ...["portfolio", "benchmarks", "hedgeWith", "symbol", "symbols", "value"],
  ...["estimators", "lookbacks", "orderBy", "search", "sources", "limit"],
]);

/** Which variables of a question a recorded answer does not follow: those that were recorded with another value. */
export function ignoredOf(variables: Fields, recorded: Fields): readonly string[] {
  const given = Object.entries(variables).filter(([, value]) => value !== null && value !== undefined);
  const ignored = given.filter(([name, value]) => !FOLLOWED.has(name) && !isSame(value, recorded[name]));
  const hasOwnReturns = "returns" in Object(variables.portfolio);
  return [...ignored.map(([name]) => name), ...(hasOwnReturns ? ["portfolio.returns"] : [])];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

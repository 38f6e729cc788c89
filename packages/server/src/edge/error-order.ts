import type { GraphQLError } from "graphql";

type Place = readonly (string | number)[];

/**
 * Errors by where they stand in the answer, and not by when each failed: the first, which clients take for the failure,
 * is the same in every run. List items come by their index, fields in the order of the answer, which is that of the
 * selection; by name where a null above them has taken that order away. Those without a path come first.
 */
export function inOrder(errors: readonly GraphQLError[], data: unknown): GraphQLError[] {
  const placed = errors.map((error) => ({ error, place: placeOf(error.path ?? [], data) }));
  return placed.toSorted((a, b) => compare(a.place, b.place)).map(({ error }) => error);
}

/** A path with the rank of each field among its siblings, where that is known, in place of its name. */
function placeOf(path: Place, data: unknown): Place {
  let parent = data;
  return path.map((step) => {
    const siblings = Object(parent) as Readonly<Record<string | number, unknown>>;
    parent = siblings[step];
    const rank = typeof step === "number" ? step : Object.keys(siblings).indexOf(step);
    return rank === -1 ? step : rank;
  });
}

function compare(a: Place, b: Place): number {
  const differs = a.findIndex((step, depth) => step !== b[depth]);
  if (differs === -1) return a.length - b.length;
  const [one, other] = [a[differs], b[differs]];
  if (other === undefined) return 1;
  if (typeof one === "number" && typeof other === "number") return one - other;
  return one < other ? -1 : 1;
}

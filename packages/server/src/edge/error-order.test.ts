import fc from "fast-check";
import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import { inOrder } from "./error-order.ts";

type Path = (string | number)[];

const at = (path: Path | undefined) => new GraphQLError("failed", { path });
const ordered = (paths: readonly (Path | undefined)[], data?: unknown) =>
  inOrder(paths.map(at), data).map(({ path }) => path);

describe("errors come in the order of the answer", () => {
  test("list items by their index, which is a number", () => {
    const data = { assets: new Array(11).fill(null) };
    const paths = [10, 2, 9, 0].map((index) => ["assets", index]);
    expect(ordered(paths, data)).toEqual([0, 2, 9, 10].map((index) => ["assets", index]));
  });

  test("fields as the answer has them, and not by name", () => {
    const data = { z: null, a: { y: null, b: null }, m: null };
    const paths = [["m"], ["a", "b"], ["z"], ["a", "y"]];
    expect(ordered(paths, data)).toEqual([["z"], ["a", "y"], ["a", "b"], ["m"]]);
  });

  test("fields by name below a null", () => {
    expect(ordered([["b"], ["a", 1, "d"], ["a", 1, "c"], ["a", 0]], null)).toEqual([
      ["a", 0],
      ["a", 1, "c"],
      ["a", 1, "d"],
      ["b"],
    ]);
  });

  test("what is above before what is below, and what has no place before all", () => {
    expect(ordered([["a", 0], ["a"], undefined], { a: null })).toEqual([undefined, ["a"], ["a", 0]]);
  });
});

test("errors of one place stay as they are, all of them", () => {
  const errors = ["one", "two", "three"].map((message) => new GraphQLError(message));
  expect(inOrder(errors, undefined)).toEqual(errors);
});

test("the order does not depend on which failed first", () => {
  const data = { d: [{ c: null, a: null }, null, { b: [null, null] }], c: { a: null }, a: null };
  const paths: Path[] = [
    ["d", 0, "c"],
    ["d", 0, "a"],
    ["d", 1, "x"],
    ["d", 1, "y", 3],
    ["d", 2, "b", 0],
    ["d", 2, "b", 1],
    ["c", "a"],
    ["a"],
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(paths, { minLength: paths.length }), (shuffled) => {
      expect(ordered(shuffled, data)).toEqual(paths);
    }),
  );
});

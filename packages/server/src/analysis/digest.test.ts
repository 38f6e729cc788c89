import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digest, idOf } from "./digest.ts";

describe("a digest", () => {
  test("is the beginning of SHA-256 in base64url, of JSON and the bytes behind it: on every machine the same", () => {
    // printf '[{"a":"x","b":[1,null]},[[8,2]]]' and the 16 bytes of two doubles, piped into openssl dgst -sha256
    expect(digest({ b: [1, null], a: "x" }, [Float64Array.of(1, -2.5)])).toBe("3xBErwMQ8lBxLjSUg_phaJ");
  });

  test("does not depend on the order of properties, nor on how one says that a property is missing", () => {
    expect(digest({ b: { d: 1, c: 2 }, a: 3, e: null, f: undefined })).toBe(digest({ a: 3, b: { c: 2, d: 1 } }));
  });

  test("depends on the order of lists, and on their ends", () => {
    const lists = [
      ["a", "b"],
      ["b", "a"],
      ["ab"],
      ["a,b"],
      ['a","b'],
      [["a"], "b"],
      ["a", ["b"]],
      ["a", "b", null],
      "ab",
    ];
    expect(new Set(lists.map((list) => digest(list))).size).toBe(lists.length);
  });

  test("no texts can be put so that they pass for others", () => {
    const odd = fc.array(fc.string({ unit: fc.constantFrom('"', ",", "[", "]", "\\", ":", "\u0000", "a", "\ud800") }));
    fc.assert(
      fc.property(odd, odd, (one, other) => {
        expect(digest(one) === digest(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test("depends on where columns end, on their kind, and on each bit of them", () => {
    const columns = [
      [Float64Array.of(1, 2), Float64Array.of(3)],
      [Float64Array.of(1), Float64Array.of(2, 3)],
      [Float64Array.of(1, 2, 3)],
      [Float64Array.of(3), Float64Array.of(1, 2)],
      [Float64Array.of(1, 2), Float64Array.of(3 + 2 ** -51)],
      [new Int32Array(Float64Array.of(1, 2).buffer), Float64Array.of(3)],
    ];
    expect(new Set(columns.map((some) => digest([], some))).size).toBe(columns.length);
  });

  test("is of a view, and not of the column that it looks at", () => {
    expect(digest([], [Int32Array.of(7, 8, 9).subarray(1, 2)])).toBe(digest([], [Int32Array.of(8)]));
  });
});

test("an id is of one kind", () => {
  expect(idOf("regression", ["x"])).toBe(`regression:${digest(["x"])}`);
  expect(idOf("walk-forward", ["x"])).not.toBe(idOf("regression", ["x"]));
});

import { expect, test } from "vitest";
import { readSymbolQuery } from "./symbol-search.ts";

test("what is left out and what is null are the same: all sources, ten matches", () => {
  expect(readSymbolQuery({ search: "a" })).toEqual({ limit: 10 });
  expect(readSymbolQuery({ search: "a", sources: null, limit: null })).toEqual({ limit: 10 });
  expect(readSymbolQuery({ search: "a", sources: ["CSV"], limit: 50 })).toEqual({ limit: 50, sources: ["CSV"] });
});

test.each([0, -1, 51, 1.5, Number.NaN, 2_147_483_647])("%d matches are refused", (limit) => {
  expect(() => readSymbolQuery({ search: "a", limit })).toThrow(
    `limit must be a whole number from 1 to 50, got ${limit}`,
  );
});

test("no source at all is refused", () => {
  expect(() => readSymbolQuery({ search: "a", sources: [] })).toThrow("sources must not be empty");
});

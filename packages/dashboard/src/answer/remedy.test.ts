import { expect, test } from "vitest";
import { OPENING } from "../question/question.ts";
import { replaceSymbol, shorterLookback } from "./remedy.ts";

test("a symbol is replaced wherever it stands, and never twice in a list", () => {
  const question = {
    ...OPENING,
    symbol: "X",
    benchmarks: ["X", "SPY"],
    hedgeWith: ["X"],
    holdings: [{ symbol: "X", amount: "1" }],
  };
  expect(replaceSymbol(question, "X", "SPY")).toEqual({
    symbol: "SPY",
    benchmarks: ["SPY"],
    hedgeWith: ["SPY"],
    holdings: [{ symbol: "SPY", amount: "1" }],
  });
});

test("a shorter lookback leaves half of the returns for the proof", () => {
  expect(shorterLookback(OPENING, 120)).toBe(60);
  expect(shorterLookback({ ...OPENING, lookback: "50" }, 120)).toBeUndefined();
  expect(shorterLookback(OPENING, 12)).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import type { SymbolMatch } from "../price-source.ts";
import { rankMatches } from "./rank-matches.ts";

function match(symbol: string, name: string | null = null): SymbolMatch {
  return { symbol, name, exchange: null, kind: null, firstDate: null, lastDate: null };
}

const ALL = [
  match("PINE", "Alpine Income"),
  match("APPLE-TREE"),
  match("AAPL", "Apple Inc."),
  match("XAPP", "Max Apparel, monthly"),
  match("APP", "AppLovin Corporation"),
  match("^GSPC", "S&P 500 price index"),
];

const found = (text: string, limit = 10) => rankMatches(ALL, text, limit).map(({ symbol }) => symbol);

describe("a text finds", () => {
  test("the symbol that it is, then symbols that begin with it, then names with such a word, then the rest", () => {
    expect(found("app")).toEqual(["APP", "APPLE-TREE", "AAPL", "XAPP"]);
  });

  test.each(["aapl", "AAPL", "aApL", "APPLE INC", "ple in"])("symbols and names in any case: %s", (text) => {
    expect(found(text)).toEqual(["AAPL"]);
  });

  test("first the symbol in its very letters, where several differ by case alone", () => {
    const files = [match("MYFUND"), match("MyFund"), match("myfund")];
    expect(rankMatches(files, "MyFund", 3).map(({ symbol }) => symbol)).toEqual(["MyFund", "MYFUND", "myfund"]);
  });

  test("those with all of its words, wherever they stand", () => {
    expect(found("monthly max")).toEqual(["XAPP"]);
    expect(found("xapp monthly")).toEqual(["XAPP"]);
    expect(found("max income")).toEqual([]);
  });

  test("characters as they are: nothing in it is a pattern", () => {
    expect(found("^gs")).toEqual(["^GSPC"]);
    for (const text of [".*", "[a-z]", "a|b", "\\\\", "%"]) expect(found(text)).toEqual([]);
  });

  test("all in their order, when it is empty", () => {
    expect(found("")).toEqual(ALL.map(({ symbol }) => symbol));
  });

  test("as many as wanted and no more, the best of them", () => {
    expect(found("app", 2)).toEqual(["APP", "APPLE-TREE"]);
    expect(found("", 1)).toEqual(["PINE"]);
  });

  test("nothing where there is nothing", () => {
    expect(rankMatches([], "app", 10)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { Dates, unpack } from "../series.ts";
import { selectionOf } from "./selection.ts";
import { series } from "./series.ts";
import { wholeAnswer } from "./whole-answer.ts";

const whole = (query: string, recorded: unknown, part: unknown) => wholeAnswer(selectionOf(query), recorded, part);

describe("an answer", () => {
  test("has what is asked for and nothing else", () => {
    const recorded = { a: { __typename: "A", b: 1, c: 2 } };
    expect(whole("{ a { b } }", recorded, undefined)).toEqual({ a: { b: 1 } });
    expect(whole("{ a { __typename c } }", recorded, { a: { c: 3 } })).toEqual({ a: { __typename: "A", c: 3 } });
  });

  test("lacks nothing that is asked for", () => {
    expect(() => whole("{ a { b { c } } }", {}, { a: { b: {} } })).toThrow("lacks a.b.c,");
    expect(() => whole("{ a { b } }", { a: [] }, { a: [{ b: 1 }, {}] })).toThrow("lacks a[1].b,");
  });

  test("takes null for what the test says is null, or what was recorded so", () => {
    expect(whole("{ a { b } c { d } }", { a: null, c: { d: 1 } }, { c: null })).toEqual({ a: null, c: null });
  });

  test("has a complete object where null was recorded, or none", () => {
    expect(whole("{ a { b } }", { a: null }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
    expect(() => whole("{ a { b c } }", { a: null }, { a: { b: 1 } })).toThrow("lacks a.c,");
  });

  test("has finite numbers: JSON would have another as null", () => {
    expect(() => whole("{ a { b } }", {}, { a: { b: Number.NaN } })).toThrow("a.b must be finite");
  });

  test("names what cannot be", () => {
    expect(() => whole("{ a { b } }", {}, { a: 1 })).toThrow("a must be an object, got 1");
    expect(() => whole("{ a { b } }", { a: [] }, { a: 1 })).toThrow("a must be an object, got 1");
    expect(() => whole("{ a }", { a: 1 }, { a: 1, c: 2 })).toThrow("has c, which the operation does not ask for");
  });
});

describe("a list", () => {
  test("is as long as the given one, its items laid over the recorded ones and the further over the last", () => {
    const recorded = {
      a: [
        { b: 1, c: 1 },
        { b: 2, c: 2 },
      ],
    };
    const part = { a: [{}, { b: 5 }, { b: 6 }] };
    expect(whole("{ a { b c } }", recorded, part)).toEqual({
      a: [
        { b: 1, c: 1 },
        { b: 5, c: 2 },
        { b: 6, c: 2 },
      ],
    });
    expect(whole("{ a { b } }", recorded, { a: [] })).toEqual({ a: [] });
  });

  test("of numbers is taken whole", () => {
    expect(whole("{ a }", { a: [1, 2, 3] }, { a: [4] })).toEqual({ a: [4] });
    expect(whole("{ a }", {}, { a: Float64Array.of(1, 2) })).toEqual({ a: [1, 2] });
  });
});

describe("a series", () => {
  const query = "{ rolling { name packed { length dates beta alpha betas { benchmark values } } } }";
  const recorded = whole(
    query,
    {},
    {
      rolling: {
        name: "recorded",
        ...series(["2024-01-02", "2024-01-03"], { beta: [1, 2], alpha: [0, 0] }),
        betas: [{ benchmark: "SPY", values: [1, 2] }],
      },
    },
  );
  type Wire = { readonly rolling: { readonly packed: { readonly dates: string } } };
  const read = (part: unknown) => unpack(whole(query, recorded, part) as Wire).rolling;
  /** Its columns as lists. */
  const lists = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
    if (value instanceof Dates) return value.toArray();
    if (Array.isArray(value)) return value.map(lists);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, lists(entry)]));
  };

  test("is given by its columns, as lists or as they are read", () => {
    expect(lists(read(undefined))).toMatchObject({ name: "recorded", length: 2, beta: [1, 2] });
    expect(lists(read({ rolling: { beta: [3, 4] } }))).toMatchObject({
      beta: [3, 4],
      alpha: [0, 0],
    });
    expect(lists(read({ rolling: read({ rolling: { beta: [3, 4] } }) }))).toMatchObject({ beta: [3, 4] });
  });

  test("with dates of its own has no values in columns that are left out", () => {
    expect(lists(read({ rolling: { dates: ["2024-05-01"], beta: [7] } }))).toMatchObject({
      length: 1,
      dates: ["2024-05-01"],
      beta: [7],
      alpha: [Number.NaN],
      betas: [{ benchmark: "SPY", values: [Number.NaN] }],
    });
  });

  test("has a column for each benchmark that is given", () => {
    const betas = [{ values: [1, 2] }, { benchmark: "QQQ", values: [3, 4] }];
    expect(lists(read({ rolling: { betas } }))).toMatchObject({
      betas: [
        { benchmark: "SPY", values: [1, 2] },
        { benchmark: "QQQ", values: [3, 4] },
      ],
    });
  });

  test("names what cannot be", () => {
    expect(() => read({ rolling: { beta: [1] } })).toThrow(
      "rolling.beta has 1 entries, and there are 2 dates: give both",
    );
    expect(() => read({ rolling: { dates: ["2024-13-01"], beta: [1] } })).toThrow("rolling.dates must hold dates like");
    expect(() => read({ rolling: { betta: [1, 2] } })).toThrow("has rolling.betta, which");
    expect(() => whole(query, {}, { rolling: { name: "own", beta: [1] } })).toThrow("lacks rolling.dates");
    const own = { name: "own", ...series("2024-01-02", { alpha: [1] }), betas: [] };
    expect(lists(read({ rolling: own }))).toMatchObject({ beta: [Number.NaN] });
  });
});

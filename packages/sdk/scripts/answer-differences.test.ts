import { expect, test } from "vitest";
import { answerDifferences } from "./answer-differences.ts";

const base64 = (...values: number[]) => Buffer.from(Float64Array.from(values).buffer).toString("base64");
const packed = (...values: number[]) => ({ returns: { packed: { length: values.length, values: base64(...values) } } });

test("figures that differ by rounding are the same, in columns too", () => {
  expect(answerDifferences({ beta: 1.0626750962503324 }, { beta: 1.0626750962503326 })).toEqual([]);
  expect(answerDifferences({ residual: -1.1e-17 }, { residual: 3e-18 })).toEqual([]);
  expect(answerDifferences(packed(0.1, Number.NaN), packed(0.1 + 2 ** -56, Number.NaN))).toEqual([]);
});

test("what differs by more is told, with its place and both values", () => {
  expect(answerDifferences({ a: [{ beta: 1.06 }] }, { a: [{ beta: 1.07 }] })).toEqual(["a.0.beta: 1.06 is not 1.07"]);
  expect(answerDifferences({ name: "TSLA" }, { name: null })).toEqual(['name: "TSLA" is not null']);
  expect(answerDifferences({ a: 1 }, { b: 1 })).toEqual(["a: 1 is not undefined", "b: undefined is not 1"]);
  expect(answerDifferences(packed(1, 2), packed(1, 3))).toEqual(["returns.packed.values (unpacked).1: 2 is not 3"]);
  expect(answerDifferences(packed(1), packed(1, 2))).toHaveLength(2);
  const spy = { packed: { betas: [{ benchmark: "SPY" }] } };
  expect(answerDifferences(spy, { packed: { betas: [{ benchmark: "QQQ" }] } })).toHaveLength(1);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctDigits, worstDigits } from "../../golden/read-golden.ts";
import { quantilesCases } from "../../golden/read-pictures.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { normalQuantiles } from "./normal-quantiles.ts";

const values = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 80 })
  .map((drawn) => Float64Array.from(drawn, (value) => value / 1024));

test.each(quantilesCases)("agrees with R's ppoints and qqline: $name", ({ values, quantiles, line }) => {
  const actual = normalQuantiles(Float64Array.from(values));
  expect(worstDigits([...actual.quantiles], quantiles)).toBeGreaterThan(14);
  expect([...actual.values]).toEqual([...values].sort((a, b) => a - b));
  expect(correctDigits(actual.line.intercept, line.intercept)).toBeGreaterThan(14);
  expect(correctDigits(actual.line.slope, line.slope)).toBeGreaterThan(14);
});

describe("laws", () => {
  test("quantiles rise and are symmetric about 0; values do not fall and are those at their indices", () => {
    fc.assert(
      fc.property(values, (given) => {
        const { values: sorted, quantiles, indices } = normalQuantiles(given);
        const n = given.length;
        expect([sorted.length, quantiles.length, indices.length]).toEqual([n, n, n]);
        expect(new Set(indices).size).toBe(n);
        for (let i = 0; i < n; i++) {
          expect(sorted[i]).toBe(given[indices[i]]);
          expect(quantiles[i] + quantiles[n - 1 - i]).toBe(0);
          if (i === 0) continue;
          expect(quantiles[i]).toBeGreaterThan(quantiles[i - 1]);
          expect(sorted[i]).toBeGreaterThanOrEqual(sorted[i - 1]);
          expect(sorted[i] > sorted[i - 1] || indices[i] > indices[i - 1]).toBe(true);
        }
      }),
    );
  });

  test("the order of the values does not matter, nor their unit but to values and line", () => {
    fc.assert(
      fc.property(values, (given) => {
        const plain = normalQuantiles(given);
        const scaled = normalQuantiles(given.toReversed().map((value) => value * 2 ** 30));
        expect(scaled.quantiles).toEqual(plain.quantiles);
        expect(scaled.values).toEqual(plain.values.map((value) => value * 2 ** 30));
        expect(scaled.line.slope).toBe(plain.line.slope * 2 ** 30);
        expect(scaled.line.intercept).toBe(plain.line.intercept * 2 ** 30);
      }),
    );
  });

  test("values that are normal quantiles of their ranks lie on the line, but for the bend of the quartiles", () => {
    const n = 4001;
    const given = Float64Array.from({ length: n }, (_, i) => 3 + 2 * normalQuantile((i + 0.5) / n));
    const { line } = normalQuantiles(given);
    expect(line.intercept).toBeCloseTo(3, 12);
    expect(line.slope).toBeCloseTo(2, 2);
  });
});

test("values that do not vary lie on a flat line", () => {
  expect(normalQuantiles(new Float64Array(6).fill(0.1)).line).toEqual({ intercept: 0.1, slope: 0 });
  expect(normalQuantiles(Float64Array.of(7))).toEqual({
    values: Float64Array.of(7),
    quantiles: Float64Array.of(0),
    indices: Uint32Array.of(0),
    line: { intercept: 7, slope: 0 },
  });
});

test("the values are left alone", () => {
  const given = Float64Array.of(3, 1, 2);
  normalQuantiles(given);
  expect(given).toEqual(Float64Array.of(3, 1, 2));
});

test("refuses no value, and values that are not finite or beyond 1e100", () => {
  expect(() => normalQuantiles(new Float64Array(0))).toThrow(
    expect.objectContaining({ code: "INSUFFICIENT_DATA", details: { observations: 0, needed: 1 } }),
  );
  for (const value of [Number.NaN, Infinity, -1e101]) {
    expect(() => normalQuantiles(Float64Array.of(0, value))).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", message: expect.stringContaining(`got ${value} at index 1`) }),
    );
  }
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { worstDigits } from "../../golden/read-golden.ts";
import { singularValuesCases } from "../../golden/read-hedge.ts";
import { singularValues } from "./singular-values.ts";

const entry = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 100);
const matrix = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([rows, count]) =>
    fc.array(fc.array(entry, { minLength: rows, maxLength: rows }), { minLength: count, maxLength: count }),
  )
  .map((columns) => columns.map((column) => Float64Array.from(column)));

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const sizeOf = (columns: readonly Float64Array[]) => Math.hypot(...columns.map((column) => Math.hypot(...column)));
const columnsOfRows = (rows: readonly number[][]) => rows[0].map((_, j) => Float64Array.from(rows, (row) => row[j]));

describe("singularValues", () => {
  test.each(singularValuesCases)("agree with 50 digits: $name", ({ rows, values }) => {
    const actual = singularValues(columnsOfRows(rows)).values;
    expect(actual.length).toBe(values.length);
    // To the rounding of the largest: the smallest value of near-twins is a difference of entries that were rounded.
    actual.forEach((value, i) => {
      expect(Math.abs(value - values[i]) / values[0]).toBeLessThan(4e-15);
    });
  });

  test("keep the digits of the small ones where columns differ in size alone", () => {
    const { rows, values } = singularValuesCases.find(({ name }) => name.includes("very different size"))!;
    expect(values[0] / values[4]).toBeGreaterThan(1e12);
    expect(worstDigits(singularValues(columnsOfRows(rows)).values, values)).toBeGreaterThan(14);
  });

  test("with their vectors make up the matrix", () => {
    fc.assert(
      fc.property(matrix, (columns) => {
        const { values, left, right } = singularValues(columns);
        columns.forEach((column, j) => {
          column.forEach((truth, i) => {
            const sum = values.reduce((total, value, s) => total + value * left[s][i] * right[s][j], 0);
            expect(Math.abs(sum - truth)).toBeLessThan(1e-14 * (1 + sizeOf(columns)));
          });
        });
      }),
    );
  });

  test("have orthonormal vectors, but for those of 0, and come as the largest first", () => {
    fc.assert(
      fc.property(matrix, (columns) => {
        const { values, left, right } = singularValues(columns);
        expect(values.length).toBe(Math.min(columns.length, columns[0].length));
        expect([...values].sort((a, b) => b - a)).toEqual(values);
        const rank = values.filter((value) => value > 1e-12 * values[0]).length;
        for (const side of [left.slice(0, rank), right.slice(0, rank)]) {
          side.forEach((a, i) => {
            side.forEach((b, j) => {
              expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-13);
            });
          });
        }
      }),
    );
  });

  test("of a matrix and of its transpose are the same, and their squares sum to those of the entries", () => {
    fc.assert(
      fc.property(matrix, (columns) => {
        const rows = Array.from(columns[0], (_, i) => Float64Array.from(columns, (column) => column[i]));
        const { values } = singularValues(columns);
        singularValues(rows).values.forEach((value, i) => {
          expect(Math.abs(value - values[i])).toBeLessThan(1e-14 * (1 + sizeOf(columns)));
        });
        expect(Math.hypot(...values)).toBeCloseTo(sizeOf(columns), 11);
      }),
    );
  });

  test("of equal columns, and of zeros, are 0 but for one, or all", () => {
    const column = Float64Array.of(1, 2, 2);
    const [largest, ...others] = singularValues([column, column, column]).values;
    expect(largest).toBeCloseTo(3 * Math.sqrt(3), 14);
    for (const value of others) expect(value).toBeLessThan(1e-15);
    expect(singularValues([new Float64Array(3), new Float64Array(3)]).values).toEqual([0, 0]);
  });

  test("leave the matrix alone", () => {
    const columns = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
    singularValues(columns);
    expect(columns).toEqual([Float64Array.of(1, 2), Float64Array.of(3, 4)]);
  });
});

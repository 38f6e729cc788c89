import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generator } from "../estimators/noise.arbitrary.ts";
import { minimumNormSolver } from "./minimum-norm.ts";

type Columns = readonly Float64Array[];

/** So many columns of so many values each, from −½ to ½: independent, as good as surely. */
const drawn = (columns: number, rows: number) =>
  fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((seed) => {
    const next = generator(seed);
    return Array.from({ length: columns }, () => Float64Array.from({ length: rows }, () => next() - 0.5));
  });
const combine = (columns: Columns, factors: ArrayLike<number>) =>
  columns[0].map((_, i) => columns.reduce((sum, column, j) => sum + factors[j] * column[i], 0));
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const scaled = (column: Float64Array, factor: number) => column.map((value) => factor * value);

describe("minimumNormSolver", () => {
  test("leaves nothing that the columns could explain", () => {
    fc.assert(
      fc.property(drawn(4, 6), fc.boolean(), ([a, b, c, right], twice) => {
        const columns = twice ? [a, b, c, a] : [a, b, c];
        const left = combine(
          [right, ...columns],
          [
            1,
            ...minimumNormSolver(columns)
              .solve(right)
              .map((v) => -v),
          ],
        );
        for (const column of columns) expect(Math.abs(dot(column, left))).toBeLessThan(1e-11);
      }),
    );
  });

  test("takes the smallest of all solutions: it has no part in what changes nothing", () => {
    fc.assert(
      fc.property(drawn(4, 6), ([a, b, c, right]) => {
        // 2a − b − (2a − b) = 0, whatever else.
        const columns = [a, b, c, combine([a, b], [2, -1])];
        const nothing = Float64Array.of(2, -1, 0, -1);
        const { rank, dependentColumns, solve } = minimumNormSolver(columns);
        expect([rank, dependentColumns]).toEqual([3, [0, 1, 3]]);
        const solution = solve(right);
        const size = Math.hypot(...solution);
        expect(Math.abs(dot(solution, nothing))).toBeLessThan(1e-11 * (1 + size));
        for (const step of [-0.3, 0.3]) {
          expect(Math.hypot(...combine([solution, nothing], [1, step]))).toBeGreaterThan(size);
        }
      }),
    );
  });

  test("spreads over equal columns evenly, and over one and its multiple by their sizes", () => {
    const column = Float64Array.of(3, 4);
    const spread = (columns: Columns) => [...minimumNormSolver(columns).solve(column)];
    for (const value of spread([column, column, column, column])) expect(value).toBeCloseTo(1 / 4, 15);
    const [one, thrice] = spread([column, scaled(column, -3)]);
    expect(one).toBeCloseTo(0.1, 15);
    expect(thrice).toBeCloseTo(-0.3, 15);
    // The digits are those of the norm: what is 1e−9 of it has 7.
    const [small, large] = spread([column, scaled(column, 1e9)]);
    expect(small * 1e18).toBeCloseTo(1, 6);
    expect(large * 1e9).toBeCloseTo(1, 14);
  });

  test("counts what is independent whatever the units, and keeps each column's digits", () => {
    fc.assert(
      fc.property(drawn(3, 5), ([a, b, right]) => {
        const plain = minimumNormSolver([a, b]).solve(right);
        const { rank, solve } = minimumNormSolver([scaled(a, 2 ** 100), scaled(b, 2 ** -100)]);
        expect(rank).toBe(2);
        const [first, second] = solve(right);
        expect([first * 2 ** 100, second * 2 ** -100]).toEqual([...plain]);
      }),
    );
  });

  test("has its tolerance as the border of what is independent", () => {
    // Columns of length 1 and of an angle ε between them have singular values of about √2 and ε/√2.
    const twins = (angle: number) => [Float64Array.of(1, 0), Float64Array.of(Math.cos(angle), Math.sin(angle))];
    expect(minimumNormSolver(twins(2.1e-7)).rank).toBe(2);
    expect(minimumNormSolver(twins(1.9e-7)).rank).toBe(1);
    expect(minimumNormSolver(twins(1.9e-7), 0.9e-7).rank).toBe(2);
    expect(minimumNormSolver(twins(0.19), 0.1).rank).toBe(1);
    expect(minimumNormSolver(twins(1.9e-7)).dependentColumns).toEqual([0, 1]);
  });

  test("gives columns of zeros nothing, and tells them from those that repeat each other", () => {
    const a = Float64Array.of(1, 2);
    const zeros = new Float64Array(2);
    const { rank, zeroColumns, dependentColumns, solve } = minimumNormSolver([zeros, a, zeros]);
    expect({ rank, zeroColumns, dependentColumns }).toEqual({ rank: 1, zeroColumns: [0, 2], dependentColumns: [] });
    const [none, one, nothing] = solve(a);
    expect([none, nothing]).toEqual([0, 0]);
    expect(one).toBeCloseTo(1, 15);
    expect([...minimumNormSolver([zeros]).solve(a)]).toEqual([0]);
  });

  test.each([0, 1, -1e-7, 1e-13, Number.NaN])("refuses a tolerance of %d", (tolerance) => {
    expect(() => minimumNormSolver([Float64Array.of(1)], tolerance)).toThrow(
      expect.objectContaining({
        code: "BAD_INPUT",
        message: `a tolerance must be from 1e-12 to below 1, got ${tolerance}`,
      }),
    );
  });
});

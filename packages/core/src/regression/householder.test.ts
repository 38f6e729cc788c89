import { describe, expect, test } from "vitest";
import { applyQ, applyTransposedQ, factorize, solveR, solveTransposedR } from "./householder.ts";

const ROWS = 7;
const COLUMNS = [
  [1, 1, 1, 1, 1, 1, 1],
  [-3, 1, 4, -1, 5, -9, 2],
  [2, 7, -1, 8, 2, -8, 1],
];

function factorized() {
  return factorize(Float64Array.from(COLUMNS.flat()), ROWS, COLUMNS.length);
}

describe("factorize", () => {
  test("Q times R is the matrix", () => {
    const qr = factorized();
    COLUMNS.forEach((column, j) => {
      const product = new Float64Array(ROWS);
      product.set(qr.columns[j].subarray(0, j));
      product[j] = qr.diagonal[j];
      applyQ(qr, product);
      column.forEach((value, i) => {
        expect(product[i]).toBeCloseTo(value, 13);
      });
    });
  });

  test("Q is orthogonal: it keeps lengths, and Qᵀ undoes it", () => {
    const qr = factorized();
    const vector = Float64Array.of(3, -1, 4, 1, -5, 9, 2);
    const turned = vector.slice();
    applyQ(qr, turned);
    expect(Math.hypot(...turned)).toBeCloseTo(Math.hypot(...vector), 13);
    expect(Math.abs(turned[0] - vector[0])).toBeGreaterThan(0.1);
    applyTransposedQ(qr, turned);
    vector.forEach((value, i) => {
      expect(turned[i]).toBeCloseTo(value, 13);
    });
  });

  test("a column that is nothing but zeros gets a diagonal of 0 and spoils no other", () => {
    const qr = factorize(Float64Array.of(0, 0, 0, 3, 0, 4), 3, 2);
    expect([Math.abs(qr.diagonal[0]), Math.hypot(qr.diagonal[1], qr.columns[1][0])]).toEqual([0, 5]);
  });
});

test("solveR and solveTransposedR undo R and its transpose", () => {
  const qr = factorized();
  const entry = (i: number, j: number) => (i === j ? qr.diagonal[j] : i < j ? qr.columns[j][i] : 0);
  const right = Float64Array.of(1, -2, 3);
  const z = solveR(qr, right);
  const w = solveTransposedR(qr, right);
  right.forEach((value, i) => {
    expect([0, 1, 2].reduce((sum, j) => sum + entry(i, j) * z[j], 0)).toBeCloseTo(value, 13);
    expect([0, 1, 2].reduce((sum, j) => sum + entry(j, i) * w[j], 0)).toBeCloseTo(value, 13);
  });
});

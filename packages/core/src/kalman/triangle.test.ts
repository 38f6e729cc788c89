import { expect, test } from "vitest";
import { regress } from "../regression/regression.ts";
import { emptyTriangle, rotateIn, solveTriangle, varianceOf } from "./triangle.ts";

const x = Float64Array.of(0.3, -1.2, 0.7, 1.9, -0.4, -2.1);
const y = Float64Array.of(0.5, -1, 1.6, 2.2, -0.1, -3.3);

test("rows that are rotated in one by one give the least squares of the rows so far, and its variances", () => {
  const triangle = emptyTriangle(2);
  const solution = new Float64Array(2);
  for (let t = 0; t < x.length; t++) {
    rotateIn(triangle, Float64Array.of(1, x[t]), y[t]);
    if (t < 2) continue;
    const { coefficients, residualStandardError } = regress(y.subarray(0, t + 1), [x.subarray(0, t + 1)]);
    solveTriangle(triangle, solution);
    coefficients.forEach(({ estimate, standardError }, j) => {
      expect(solution[j]).toBeCloseTo(estimate, 13);
      const unit = Float64Array.of(0, 0).fill(1, j, j + 1);
      expect(varianceOf(triangle, unit)).toBeCloseTo((standardError / residualStandardError) ** 2, 13);
    });
  }
});

test("two rows determine two unknowns exactly", () => {
  const triangle = emptyTriangle(2);
  rotateIn(triangle, Float64Array.of(1, 2), 5);
  rotateIn(triangle, Float64Array.of(0, -4), 4);
  const solution = new Float64Array(2);
  solveTriangle(triangle, solution);
  expect([...solution]).toEqual([7, -1]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { olsCases } from "../../golden/read-golden.ts";
import { AnalysisError } from "../errors.ts";
import type { LeastSquaresFit } from "./least-squares-fit.ts";
import { fitPlane } from "./multiple-regression.ts";
import { number, sample, singularWith } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";
import { fitLine } from "./simple-regression.ts";

const fixtureX = Float64Array.from(olsCases[0].x[0]);
const fixtureY = Float64Array.from(olsCases[0].y);

function combine(alpha: number, betas: readonly number[], columns: readonly Float64Array[]): Float64Array {
  return columns[0].map((_, i) => alpha + betas.reduce((sum, beta, j) => sum + beta * columns[j][i], 0));
}

describe("laws", () => {
  test("regress(a + b·x, x) gives back a and b", () => {
    fc.assert(
      fc.property(sample, number, number, ([x], a, b) => {
        const { coefficients } = regress(combine(a, [b], [x]), [x]);
        expect(coefficients[0].estimate).toBeCloseTo(a, 12);
        expect(coefficients[1].estimate).toBeCloseTo(b, 12);
      }),
    );
  });

  test("regress(a + b·x + c·z, [x, z]) gives back a, b and c", () => {
    fc.assert(
      fc.property(sample, number, number, number, ([x, z], a, b, c) => {
        fc.pre(!singularWith(x, z));
        const { coefficients } = regress(combine(a, [b, c], [x, z]), [x, z]);
        [a, b, c].forEach((truth, j) => {
          expect(coefficients[j].estimate).toBeCloseTo(truth, 9);
        });
      }),
    );
  });

  test("residuals sum to 0 and are orthogonal to every regressor", () => {
    fc.assert(
      fc.property(sample, fc.boolean(), ([y, x, z], one) => {
        fc.pre(!singularWith(x, z));
        const { residuals } = regress(y, one ? [x] : [x, z]);
        const dot = (column: Float64Array) => residuals.reduce((sum, value, i) => sum + value * column[i], 0);
        expect(Math.abs(dot(y.map(() => 1)))).toBeLessThan(1e-14);
        expect(Math.abs(dot(x))).toBeLessThan(1e-15);
        if (!one) expect(Math.abs(dot(z))).toBeLessThan(1e-15);
      }),
    );
  });

  test("the beta of a series on itself is exactly 1, its alpha 0", () => {
    fc.assert(
      fc.property(sample, ([x]) => {
        const [alpha, beta] = regress(x, [x]).coefficients;
        expect(beta.estimate).toBe(1);
        expect(Math.abs(alpha.estimate)).toBeLessThan(1e-17);
      }),
    );
  });

  test("scaling the response scales alpha, beta and their errors; shifting it moves alpha alone", () => {
    fc.assert(
      fc.property(sample, number, ([y, x], shift) => {
        const plain = regress(y, [x]);
        const scaled = regress(
          y.map((value) => value * 4),
          [x],
        );
        const shifted = regress(
          y.map((value) => value + shift),
          [x],
        );
        plain.coefficients.forEach(({ estimate, standardError }, j) => {
          expect(scaled.coefficients[j].estimate).toBe(4 * estimate); // a power of two: exactly
          expect(scaled.coefficients[j].standardError).toBe(4 * standardError);
          expect(shifted.coefficients[j].estimate).toBeCloseTo(j === 0 ? estimate + shift : estimate, 11);
        });
      }),
    );
  });

  test("scaling the regressor divides beta and leaves the fit alone", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const plain = regress(y, [x]);
        const scaled = regress(y, [x.map((value) => value * 8)]);
        expect(scaled.coefficients[1].estimate).toBe(plain.coefficients[1].estimate / 8);
        expect(scaled.rSquared).toBe(plain.rSquared);
        expect(scaled.residuals).toEqual(plain.residuals);
      }),
    );
  });

  test("the path by QR and the path by moments agree on one regressor", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const line = fitLine(y, x);
        const plane = fitPlane(y, [x], true, ["x"], { collinearity: 1e-11, rounding: 0 });
        const columns = (fit: LeastSquaresFit) => [
          fit.estimates,
          fit.unitErrors,
          fit.residuals(),
          ...fit.weights(),
          fit.leverages(),
          fit.predictorOf(0) ?? new Float64Array(0),
        ];
        columns(line).forEach((column, c) => {
          column.forEach((value, i) => {
            expect(Math.abs(columns(plane)[c][i] - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
          });
        });
        expect(plane.totalSquares).toBeCloseTo(line.totalSquares, 14);
        expect(plane.residualSquares).toBeCloseTo(line.residualSquares, 14);
        expect(plane.explainedSquares).toBeCloseTo(line.explainedSquares, 14);
      }),
    );
  });

  test("the order of the regressors changes nothing but the order of the coefficients", () => {
    fc.assert(
      fc.property(sample, ([y, x, z]) => {
        fc.pre(!singularWith(x, z));
        const forward = regress(y, [x, z]).coefficients;
        const backward = regress(y, [z, x]).coefficients;
        [0, 2, 1].forEach((from, to) => {
          expect(Math.abs(backward[to].estimate - forward[from].estimate)).toBeLessThan(
            1e-10 * (1e-3 + Math.abs(forward[from].estimate)),
          );
        });
      }),
    );
  });

  test("a benchmark shifted by a day has another beta", () => {
    const shifted = regress(fixtureY.subarray(1), [fixtureX.subarray(0, -1)]).coefficients[1].estimate;
    expect(Math.abs(shifted - regress(fixtureY, [fixtureX]).coefficients[1].estimate)).toBeGreaterThan(0.5);
  });

  test("R² stays in [0, 1] and no result is NaN or infinite, whatever the size of the values", () => {
    const wild = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(wild, wild, fc.constantFrom(1e-95, 1, 1e95), (a, b, scale) => {
        const n = Math.min(a.length, b.length);
        const y = Float64Array.from(a.slice(0, n), (value) => value * scale);
        try {
          const fit = regress(y, [Float64Array.from(b.slice(0, n))]);
          const numbers = [fit, ...fit.coefficients]
            .flatMap((row) => Object.values(row))
            .filter((v) => typeof v === "number");
          expect(numbers.every(Number.isFinite)).toBe(true);
          expect(fit.residuals.every(Number.isFinite)).toBe(true);
          if (fit.rSquared !== null) expect(fit.rSquared >= 0 && fit.rSquared <= 1).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(AnalysisError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf } from "../../golden/read-golden.ts";
import { partialRegressionCases } from "../../golden/read-pictures.ts";
import { AnalysisError } from "../errors.ts";
import { partialRegression } from "./partial-regression.ts";
import { sample, singularWith } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((total, value, t) => total + value * b[t], 0);
const sizeOf = (values: Float64Array) => Math.sqrt(dot(values, values));

describe.each(partialRegressionCases)("agrees with numpy: $name", ({ y, x, plots }) => {
  test.each(plots.map((plot, j) => [j, plot] as const))("regressor %i", (j, plot) => {
    const actual = partialRegression(Float64Array.from(y), columnsOf(x), j);
    for (const key of ["response", "regressor"] as const) {
      const size = sizeOf(actual[key]);
      plot[key].forEach((value, t) => {
        expect(Math.abs(actual[key][t] - value)).toBeLessThan(1e-14 * size);
      });
    }
  });
});

describe("laws", () => {
  const draw = fc.tuple(sample, fc.nat({ max: 1 })).filter(([[, x, z]]) => !singularWith(x, z));

  test("the line through the points has the regressor's beta and goes through the origin", () => {
    fc.assert(
      fc.property(draw, ([[y, x, z], j]) => {
        const { response, regressor } = partialRegression(y, [x, z], j);
        const beta = regress(y, [x, z]).coefficients[j + 1];
        const line = regress(response, [regressor]).coefficients;
        const near = 1e-10 * (beta.standardError + Math.abs(beta.estimate));
        expect(Math.abs(line[1].estimate - beta.estimate)).toBeLessThan(near);
        expect(Math.abs(line[0].estimate)).toBeLessThan(1e-15);
      }),
    );
  });

  test("and leaves the residuals of the whole regression", () => {
    fc.assert(
      fc.property(draw, ([[y, x, z], j]) => {
        const { response, regressor } = partialRegression(y, [x, z], j);
        const left = regress(response, [regressor]).fit.residuals();
        regress(y, [x, z])
          .fit.residuals()
          .forEach((value, t) => {
            expect(Math.abs(left[t] - value)).toBeLessThan(1e-14);
          });
      }),
    );
  });

  test("both columns sum to 0 and have nothing of the other regressor in them", () => {
    fc.assert(
      fc.property(draw, ([[y, x, z], j]) => {
        const { response, regressor } = partialRegression(y, [x, z], j);
        for (const column of [response, regressor]) {
          expect(Math.abs(sum(column))).toBeLessThan(1e-14);
          expect(Math.abs(dot(column, j === 0 ? z : x))).toBeLessThan(1e-15);
        }
      }),
    );
  });

  test("the order of the other regressors does not matter", () => {
    fc.assert(
      fc.property(draw, ([[y, x, z]]) => {
        const w = y.map((_, t) => Math.sin(t * t) / 100);
        const options = { terms: ["x", "z", "w"] };
        const a = partialRegression(y, [x, z, w], 0, options);
        const b = partialRegression(y, [w, x, z], 1, options);
        a.regressor.forEach((value, t) => {
          expect(Math.abs(b.regressor[t] - value)).toBeLessThan(1e-13);
        });
      }),
    );
  });

  test("with one regressor they are the deviations from the means", () => {
    const y = Float64Array.of(1, 3, 2, 6);
    const x = Float64Array.of(0, 1, 3, 4);
    expect(partialRegression(y, [x], 0)).toEqual({
      response: Float64Array.of(-2, 0, -1, 3),
      regressor: Float64Array.of(-2, -1, 1, 2),
    });
  });

  test("deviations sum to 0 where the mean is 1e8 times as large and no double", () => {
    const x = Float64Array.of(1, 2, 4, 3, 7, 5, 9).map((value) => 1e8 / 3 + value / 7);
    const { regressor } = partialRegression(x.toReversed(), [x], 0);
    expect(Math.abs(sum(regressor))).toBeLessThan(1e-14);
  });
});

describe("refuses", () => {
  const y = Float64Array.of(1, 3, 2, 5, 4);
  const x = Float64Array.of(0, 1, 3, 2, 5);
  const z = Float64Array.of(1, 1, 0, 2, 2);

  function errorOf(act: () => unknown): AnalysisError {
    try {
      act();
    } catch (error) {
      if (error instanceof AnalysisError) return error;
      throw error;
    }
    throw new Error("expected an AnalysisError");
  }

  test.each([
    ["regressors that combine to another", y, [x, z, x.map((value, t) => value - 2 * z[t])], ["x", "z", "xz"]],
    ["a regressor that does not vary", y, [x, new Float64Array(5).fill(0.1)], ["x", "constant"]],
    ["too few observations", y.slice(0, 3), [x.slice(0, 3), z.slice(0, 3)], ["x", "z"]],
    ["no regressor", y, [], []],
    ["a length of its own", y, [x, z.slice(1)], ["x", "z"]],
    ["NaN", y.with(2, Number.NaN), [x, z], ["x", "z"]],
  ])("%s, with the error of the whole regression", (_, response, regressors, terms) => {
    const expected = errorOf(() => regress(response, regressors, { terms }));
    regressors.forEach((_, j) => {
      const actual = errorOf(() => partialRegression(response, regressors, j, { terms }));
      expect([actual.code, actual.message, actual.details]).toEqual([
        expected.code,
        expected.message,
        expected.details,
      ]);
    });
    expect(errorOf(() => partialRegression(response, regressors, 0, { terms })).code).toBe(expected.code);
  });

  test.each([-1, 2, 0.5, Number.NaN])("the index %d", (j) => {
    expect(errorOf(() => partialRegression(y, [x, z], j))).toMatchObject({
      code: "BAD_INPUT",
      message: `the index of a regressor must be a whole number from 0 to 1, got ${j}`,
    });
  });
});

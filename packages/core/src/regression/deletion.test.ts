import fc from "fast-check";
import { expect, test } from "vitest";
import { deletion } from "./deletion.ts";
import { sample, singularWith } from "./regression.arbitrary.ts";
import { regress } from "./regression.ts";

const without = (values: Float64Array, t: number) => values.filter((_, s) => s !== t);

test("a deleted residual is the distance from what a regression of the others predicts", () => {
  fc.assert(
    fc.property(sample, fc.nat(), fc.boolean(), fc.constantFrom(1, 1e4, 1e6), ([y, x, z], seed, two, tick) => {
      const t = seed % y.length;
      const wild = x.map((value, s) => (s === t ? value + tick * 0.01 : value));
      const regressors = two ? [wild, z] : [wild];
      fc.pre(new Set(without(x, t)).size > 2);
      fc.pre(!two || (!singularWith(wild, z) && !singularWith(without(x, t), without(z, t))));
      const { residuals, complements } = deletion(regress(y, regressors).fit);
      const others = regress(
        without(y, t),
        regressors.map((column) => without(column, t)),
      ).coefficients.map(({ estimate }) => estimate);
      const prediction = regressors.reduce((sum, column, j) => sum + others[j + 1] * column[t], others[0]);
      const expected = y[t] - prediction;
      expect(Math.abs(residuals[t] - expected)).toBeLessThan(1e-10 * Math.max(1e-3, Math.abs(expected)));
      expect(complements[t]).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test("an observation without which there is no fit has nothing left of it", () => {
  const { complements, residuals } = deletion(regress(Float64Array.of(1, 2, 4), [Float64Array.of(0, 0, 1)]).fit);
  expect(complements[2]).toBe(0);
  expect(residuals[2]).toBeNaN();
  expect(complements[0]).toBeCloseTo(0.5, 12);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnosticsCases } from "../../golden/read-diagnostics.ts";
import { columnsOf } from "../../golden/read-golden.ts";
import { sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { deletionPath } from "./deletion-path.ts";
import { influence } from "./influence.ts";

test.each(diagnosticsCases)("agrees with fits without each observation: $name", ({ y, x, intercept, influence }) => {
  const regression = regress(Float64Array.from(y), columnsOf(x), { intercept });
  regression.coefficients.forEach(({ standardError }, j) => {
    const path = deletionPath(regression, j);
    for (const { index, changes } of influence) {
      expect(Math.abs(path[index] - changes[j])).toBeLessThan(1e-9 * (Math.abs(changes[j]) + standardError));
    }
  });
});

test("a value is what leaving its observation out and fitting again changes", () => {
  fc.assert(
    fc.property(sample, fc.nat(), fc.nat({ max: 2 }), ([y, x, z], seed, j) => {
      const t = seed % y.length;
      const without = (column: Float64Array) => column.filter((_, s) => s !== t);
      fc.pre(!singularWith(x, z) && [x, z].every((column) => new Set(without(column)).size > 2));
      fc.pre(!singularWith(without(x), without(z)));
      const all = regress(y, [x, z]);
      const fewer = regress(without(y), [without(x), without(z)]);
      const { estimate, standardError } = all.coefficients[j];
      const truth = estimate - fewer.coefficients[j].estimate;
      expect(Math.abs(deletionPath(all, j)[t] - truth)).toBeLessThan(1e-9 * (standardError + Math.abs(estimate)));
    }),
  );
});

test("the values are the changes that influence ranks, to the last bit", () => {
  fc.assert(
    fc.property(sample, fc.nat({ max: 1 }), ([y, x], j) => {
      const regression = regress(y, [x]);
      const path = deletionPath(regression, j);
      expect(path.length).toBe(y.length);
      for (const { index, change } of influence(regression, j, y.length)) {
        expect(path[index]).toBe(change ?? Number.NaN);
      }
    }),
  );
});

test("an observation that alone determines a coefficient is NaN, and the others answer", () => {
  const x = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t * t));
  const y = x.map((value, t) => 2 * value + Math.cos(3 * t * t) / 10);
  const dummy = x.map((_, t) => (t === 7 ? 1 : 0));
  deletionPath(regress(y, [x, dummy]), 1).forEach((value, t) => {
    expect(Number.isNaN(value)).toBe(t === 7);
  });
});

test("nothing moves an exact fit", () => {
  const x = Float64Array.of(1, 2, 4, 3, 0);
  const regression = regress(
    x.map((value) => 3 * value),
    [x],
  );
  expect(deletionPath(regression, 1)).toEqual(new Float64Array(5));
});

test.each([2, -1, 0.5, Number.NaN])("refuses coefficient %d", (j) => {
  const regression = regress(Float64Array.of(1, 3, 2, 5), [Float64Array.of(0, 1, 3, 2)]);
  expect(() => deletionPath(regression, j)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

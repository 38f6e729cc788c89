import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { conditionNumber } from "./condition-number.ts";
import { varianceInflation } from "./variance-inflation.ts";

const columns = sample.filter(([x, y, z]) => !singularWith(x, y) && !singularWith(x, z) && !singularWith(y, z));

function correlation(x: Float64Array, z: Float64Array): number {
  const { coefficients, rSquared } = regress(x, [z]);
  return Math.sign(coefficients[1].estimate) * Math.sqrt(rSquared!);
}

test("of one benchmark both are exactly 1", () => {
  fc.assert(
    fc.property(sample, ([x]) => {
      expect(conditionNumber([x])).toBe(1);
      expect(varianceInflation([x])).toEqual(Float64Array.of(1));
    }),
  );
});

test("of two they follow from the correlation ρ: √((1 + |ρ|)/(1 − |ρ|)) and 1/(1 − ρ²)", () => {
  fc.assert(
    fc.property(columns, ([x, z]) => {
      const rho = Math.abs(correlation(x, z));
      fc.pre(rho < 0.999);
      expect(conditionNumber([x, z])).toBeCloseTo(Math.sqrt((1 + rho) / (1 - rho)), 9);
      for (const factor of varianceInflation([x, z])) expect(factor).toBeCloseTo(1 / (1 - rho * rho), 9);
    }),
  );
});

test("variance inflation is the squared standard error of a beta over that without the others, at equal residuals", () => {
  fc.assert(
    fc.property(columns, ([x, y, z]) => {
      fc.pre(!singular([x, y, z]));
      const joint = regress(x.map(Math.cos), [x, y, z]).fit.unitErrors;
      varianceInflation([x, y, z]).forEach((factor, j) => {
        const alone = regress(x.map(Math.cos), [[x, y, z][j]]).fit.unitErrors[1];
        expect(Math.abs(factor / (joint[j + 1] / alone) ** 2 - 1)).toBeLessThan(1e-8);
      });
    }),
  );
});

test("neither order, nor unit, nor mean of the benchmarks matters", () => {
  fc.assert(
    fc.property(columns, ([x, y, z]) => {
      fc.pre(!singular([x, y, z]));
      const other = [z.map((value) => -3 * value), x.map((value) => value + 0.7), y.map((value) => value * 1e-6)];
      const factors = varianceInflation([x, y, z]);
      expect(conditionNumber(other) / conditionNumber([x, y, z])).toBeCloseTo(1, 7);
      varianceInflation(other).forEach((factor, j) => {
        expect(factor / factors[[2, 0, 1][j]]).toBeCloseTo(1, 7);
      });
    }),
  );
});

test("the largest factor is between 1 and the square of the condition number", () => {
  fc.assert(
    fc.property(columns, ([x, y, z]) => {
      fc.pre(!singular([x, y, z]));
      const largest = Math.max(...varianceInflation([x, y, z]));
      expect(largest).toBeGreaterThan(1 - 1e-12);
      expect(largest).toBeLessThan(conditionNumber([x, y, z]) ** 2 * (1 + 1e-9));
    }),
  );
});

function singular(benchmarks: readonly Float64Array[]): boolean {
  try {
    varianceInflation(benchmarks);
    return false;
  } catch {
    return true;
  }
}

describe("refuses", () => {
  const x = Float64Array.of(1, 3, -2, 5);
  const z = Float64Array.of(2, 2, 1, -4);
  test.each([
    ["no benchmark", [], "BAD_INPUT"],
    ["unequal lengths", [x, z.subarray(1)], "BAD_INPUT"],
    ["a NaN", [x, z.with(2, Number.NaN)], "BAD_INPUT"],
    ["two benchmarks on 2 days", [x.subarray(2), z.subarray(2)], "INSUFFICIENT_DATA"],
    ["a constant", [x, z.map(() => 0.1)], "SINGULAR_BENCHMARKS"],
    ["zeros", [x.map(() => 0)], "SINGULAR_BENCHMARKS"],
    ["a benchmark twice", [x, x], "SINGULAR_BENCHMARKS"],
    ["a mixture", [x, z, x.map((value, t) => value / 3 - z[t] + 1)], "SINGULAR_BENCHMARKS"],
  ])("%s", (_, benchmarks, code) => {
    expect(() => conditionNumber(benchmarks)).toThrow(expect.objectContaining({ code }));
    expect(() => varianceInflation(benchmarks)).toThrow(expect.objectContaining({ code }));
  });

  test("and names the benchmarks", () => {
    expect(() => conditionNumber([x, x], ["SPY", "VOO"])).toThrow("VOO are a combination of those of SPY");
  });
});

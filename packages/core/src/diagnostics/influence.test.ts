import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { influence } from "./influence.ts";

const without = (column: Float64Array, t: number) => column.filter((_, s) => s !== t);

describe("laws", () => {
  test("a change is what leaving the observation out and fitting again changes", () => {
    fc.assert(
      fc.property(sample, fc.nat(), fc.boolean(), ([y, x, z], seed, two) => {
        fc.pre(!singularWith(x, z));
        const columns = two ? [x, z] : [x];
        const t = seed % y.length;
        const all = regress(y, columns);
        const others = columns.map((column) => without(column, t));
        fc.pre(others.every((column) => new Set(column).size > 2) && !(two && singularWith(others[0], others[1])));
        const fewer = regress(without(y, t), others);
        all.coefficients.forEach(({ estimate, standardError }, j) => {
          const effect = influence(all, j, y.length).find(({ index }) => index === t)!;
          const truth = estimate - fewer.coefficients[j].estimate;
          expect(Math.abs(effect.change! - truth)).toBeLessThan(1e-9 * (standardError + Math.abs(estimate)));
        });
      }),
    );
  });

  test("a studentized residual is the t statistic of the observation's own dummy", () => {
    fc.assert(
      fc.property(sample, fc.nat(), ([y, x], seed) => {
        const t = seed % y.length;
        fc.pre(new Set(without(x, t)).size > 2);
        const dummy = x.map((_, s) => (s === t ? 1 : 0));
        const { tStatistic } = regress(y, [x, dummy]).coefficients[2];
        fc.pre(tStatistic !== null);
        const effect = influence(regress(y, [x]), 1, y.length).find(({ index }) => index === t)!;
        expect(Math.abs(effect.studentizedResidual! - tStatistic!)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(tStatistic!)),
        );
      }),
    );
  });

  test("Cook's distance is the square of what all fitted values move, over k·s²", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const all = regress(y, [x]);
        const [{ index, cooksDistance }] = influence(all, 1, 1);
        fc.pre(new Set(without(x, index)).size > 2);
        const fewer = regress(without(y, index), [without(x, index)]);
        const [alpha, beta] = all.coefficients.map(({ estimate }, j) => estimate - fewer.coefficients[j].estimate);
        const moved = x.reduce((sum, value) => sum + (alpha + beta * value) ** 2, 0);
        const truth = moved / 2 / all.residualStandardError ** 2;
        expect(Math.abs(cooksDistance! - truth)).toBeLessThan(1e-8 * truth);
      }),
    );
  });

  test("leverages are between 0 and 1 and sum to the number of coefficients; the order is by size", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const effects = influence(regress(y, [x]), 1, 1000);
        expect(effects.length).toBe(y.length);
        expect(effects.reduce((sum, { leverage }) => sum + leverage, 0)).toBeCloseTo(2, 12);
        effects.forEach(({ change, leverage }, rank) => {
          expect(leverage > 0 && leverage <= 1).toBe(true);
          if (rank === 0 || change === null) return;
          const before = effects[rank - 1].change;
          expect(before === null || Math.abs(before) >= Math.abs(change)).toBe(true);
        });
      }),
    );
  });

  test("the unit of the response scales changes alone", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const plain = influence(regress(y, [x]), 1, 3);
        const scaled = influence(
          regress(
            y.map((value) => value * 2 ** 40),
            [x],
          ),
          1,
          3,
        );
        expect(scaled).toEqual(plain.map((effect) => ({ ...effect, change: effect.change! * 2 ** 40 })));
      }),
    );
  });
});

describe("one observation far out", () => {
  const x = Float64Array.from({ length: 30 }, (_, t) => Math.sin(t * t));
  const noise = x.map((_, t) => Math.cos(3 * t * t) / 10);
  const y = x.map((value, t) => 2 * value + noise[t]);

  test.each([1e3, 1e6, 1e9])("a response off by %d leads, with all its digits", (size) => {
    const wild = y.with(12, size);
    const [effect] = influence(regress(wild, [x]), 1, 1);
    const others = regress(without(y, 12), [without(x, 12)]);
    const { estimate: alpha } = others.coefficients[0];
    const { estimate: beta } = others.coefficients[1];
    // The t of the prediction error: over s√(1 + h/(1 − h)) = s/√(1 − h).
    const truth = ((size - alpha - beta * x[12]) * Math.sqrt(1 - effect.leverage)) / others.residualStandardError;
    expect(effect.index).toBe(12);
    expect(Math.abs(effect.studentizedResidual! / truth - 1)).toBeLessThan(1e-14 * size + 1e-11);
  });

  test.each([1e2, 1e4])("a benchmark off by %d leads, its leverage near 1", (size) => {
    const wild = x.with(12, size);
    const fit = regress(y, [wild]);
    const [effect] = influence(fit, 1, 1);
    const others = regress(without(y, 12), [without(x, 12)]);
    expect(effect.index).toBe(12);
    expect(effect.leverage).toBeGreaterThan(0.99);
    const truth = fit.coefficients[1].estimate - others.coefficients[1].estimate;
    expect(Math.abs(effect.change! / truth - 1)).toBeLessThan(1e-10);
  });

  test("one that alone determines a coefficient comes first and says so; the others answer", () => {
    const dummy = x.map((_, t) => (t === 7 ? 1 : 0));
    const [first, second] = influence(regress(y, [x, dummy]), 1, 2);
    expect(first).toEqual({
      index: 7,
      change: null,
      leverage: 1,
      studentizedResidual: null,
      cooksDistance: null,
      reason: "the observation alone determines a coefficient: without it the benchmarks are singular",
    });
    expect(second.reason).toBeUndefined();
    expect(second.change).not.toBeNull();
  });

  test("one that alone keeps the fit from being exact has no studentized residual", () => {
    const line = x.map((value) => 0.001 + 2 * value);
    const effect = influence(regress(line.with(5, 4), [x]), 1, 30).find(({ index }) => index === 5)!;
    expect(effect).toMatchObject({
      studentizedResidual: null,
      reason: "without the observation the fit is exact",
    });
    expect(effect.change).not.toBeNull();
    expect(effect.cooksDistance).toBeGreaterThan(0);
  });
});

test("with 1 degree of freedom nothing is left to studentize by", () => {
  const effects = influence(regress(Float64Array.of(1, 3, 2), [Float64Array.of(0, 1, 3)]), 1, 3);
  for (const { change, studentizedResidual, reason } of effects) {
    expect(change).not.toBeNull();
    expect(studentizedResidual).toBeNull();
    expect(reason).toBe("without the observation there are no degrees of freedom");
  }
  expect(effects.length).toBe(3);
});

test("a count beyond the observations gives all of them, and 0 none", () => {
  const fit = regress(Float64Array.of(1, 3, 2, 5), [Float64Array.of(0, 1, 3, 2)]);
  expect(influence(fit, 1, 100).length).toBe(4);
  expect(influence(fit, 1, 0)).toEqual([]);
});

test("nothing moves an exact fit", () => {
  const x = Float64Array.of(1, 2, 4, 3, 0);
  expect(
    influence(
      regress(
        x.map((value) => 3 * value),
        [x],
      ),
      1,
      2,
    ),
  ).toEqual([]);
});

test.each([
  [2, 1],
  [-1, 1],
  [0.5, 1],
  [Number.NaN, 1],
  [1, -1],
  [1, 1.5],
  [1, Number.NaN],
])("refuses coefficient %d with a count of %d", (j, count) => {
  const fit = regress(Float64Array.of(1, 3, 2, 5), [Float64Array.of(0, 1, 3, 2)]);
  expect(() => influence(fit, j, count)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
});

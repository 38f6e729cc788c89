import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sample } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { chow } from "./chow.ts";

describe("laws", () => {
  test("F is that of the differences of alpha and beta in one regression", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const n = y.length;
        const at = n >> 1;
        fc.pre(new Set(x.subarray(0, at)).size > 1 && new Set(x.subarray(at)).size > 1);
        const after = x.map((_, t) => (t < at ? 0 : 1));
        const joint = regress(y, [x, after, x.map((value, t) => value * after[t])]);
        const alone = regress(y, [x]);
        fc.pre(joint.residualStandardError > 1e-9);
        const [apart, together] = [joint, alone].map(
          ({ residualStandardError, degreesOfFreedom }) => residualStandardError ** 2 * degreesOfFreedom,
        );
        const { statistic } = chow(y, [x], at);
        const truth = ((together - apart) / 2 / apart) * (n - 4);
        expect(Math.abs(statistic! - truth)).toBeLessThan(1e-8 * (1 + truth));
      }),
    );
  });

  test("F does not know which part came first, and is 0 for a part and its copy", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const at = y.length - 4;
        fc.pre(new Set(x.subarray(at)).size > 1 && new Set(x.subarray(0, at)).size > 1);
        const forward = chow(y, [x], at);
        const backward = chow(y.toReversed(), [x.toReversed()], 4);
        expect(backward.statistic).toBeCloseTo(forward.statistic!, 7);
        const twice = (column: Float64Array) => Float64Array.from([...column, ...column]);
        expect(chow(twice(y), [twice(x)], y.length).statistic).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("where a part says too little", () => {
  const x = Float64Array.of(1, 3, -2, 5, 0, 2, -1, 4);
  const y = Float64Array.of(2, 5, -3, 9, 1, 2, 0, 8);

  test.each([0, 1, 2, 6, 7, 8])("a break at %d leaves one with no more observations than coefficients", (at) => {
    const { statistic, pValue, reason } = chow(y, [x], at);
    expect([statistic, pValue]).toEqual([null, null]);
    expect(reason).toBe(`each part needs at least 3 observations, got ${at} and ${8 - at}`);
  });

  test("a benchmark that does not vary in one", () => {
    const still = Float64Array.of(1, 1, 1, 1, 0, 2, -1, 4);
    const { statistic, reason } = chow(y, [still], 4, { terms: ["SPY"] });
    expect(statistic).toBeNull();
    expect(reason).toBe("before observation 4 the returns of SPY do not vary, so it has no beta");
    expect(chow(y.toReversed(), [still.toReversed()], 4).reason).toMatch(/^from observation 4 the returns of x1/);
  });

  test("exact fits, of the whole or of both parts", () => {
    expect(
      chow(
        x.map((value) => 2 * value),
        [x],
        4,
      ).reason,
    ).toBe("the fits are exact: they leave no residuals to test");
    expect(
      chow(
        x.map((value, t) => (t < 4 ? 2 : -1) * value),
        [x],
        4,
      ),
    ).toMatchObject({ statistic: null, pValue: null });
    const large = x.map((value, t) => (t < 4 ? 1e90 * value : 1e-90 * y[t]));
    expect(chow(large, [x], 4)).toMatchObject({ statistic: null, pValue: null });
    // One exact part is no reason: the other has residuals.
    expect(
      chow(
        y.map((value, t) => (t < 4 ? x[t] : value)),
        [x],
        4,
      ).pValue,
    ).toBeGreaterThan(0);
  });

  test("standard errors have no part in it: not even lags that a part has not the days for", () => {
    expect(chow(y, [x], 4, { covariance: "HAC", lags: 7, smallSample: true })).toEqual(chow(y, [x], 4));
  });

  test.each([-1, 9, 2.5, Number.NaN])("refuses a break at %d", (at) => {
    expect(() => chow(y, [x], at)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });

  test("refuses what regress refuses", () => {
    expect(() => chow(y, [x.map(() => 0)], 4)).toThrow(expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }));
    expect(() => chow(y, [x.subarray(1)], 4)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

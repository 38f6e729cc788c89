import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { betaCusum } from "./beta-cusum.ts";
import { breuschPagan } from "./breusch-pagan.ts";
import type { DiagnosticTest } from "./diagnostic-test.ts";
import { durbinWatson } from "./durbin-watson.ts";
import { jarqueBera } from "./jarque-bera.ts";
import { ljungBox } from "./ljung-box.ts";
import { residualCusum } from "./residual-cusum.ts";

const x = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t * t) / 50);
const z = Float64Array.from({ length: 40 }, (_, t) => Math.cos(t * t * t) / 50);
const y = x.map((value, t) => 0.001 + 2 * value - z[t] + Math.sin(7 * t * t) / 100);

/** Every test of the residuals of one regression. */
function allTests(response: Float64Array, regressors: readonly Float64Array[]): DiagnosticTest[] {
  const fit = regress(response, regressors);
  return [
    durbinWatson(fit, regressors),
    ljungBox(fit.residuals),
    jarqueBera(fit.residuals),
    breuschPagan(fit, regressors),
    residualCusum(fit),
    betaCusum(fit, 0),
    betaCusum(fit, 1),
  ];
}

function expectNoAnswer(tests: readonly DiagnosticTest[], reason: RegExp): void {
  for (const { pValue, reason: given } of tests) {
    expect(pValue).toBeNull();
    expect(given).toMatch(reason);
  }
}

describe("no answer, and why", () => {
  test("an exact fit, a constant response and one of zeros leave no residuals", () => {
    for (const exact of [x.map((value) => 0.5 + 2 * value), x.map(() => 0.1), x.map(() => 0)]) {
      const tests = allTests(exact, [x]);
      expectNoAnswer(tests, /^the fit is exact: it leaves no residuals to test$|^the residuals do not vary$/);
      for (const { statistic } of tests) expect(statistic).toBeNull();
    }
  });

  test("3 and 4 observations are too few", () => {
    expectNoAnswer(allTests(y.subarray(0, 3), [x.subarray(0, 3)]), /needs at least 5 observations, got 3/);
    expectNoAnswer(allTests(y.subarray(0, 4), [x.subarray(0, 4)]), /needs at least 5 observations, got 4/);
    for (const { pValue } of allTests(y.subarray(0, 5), [x.subarray(0, 5)])) expect(pValue).toBeGreaterThan(0);
  });

  test("1 degree of freedom is too little: residuals are then one pattern, whatever the response", () => {
    const regressors = [x, z, x.map(Math.cos)].map((column) => column.subarray(0, 5));
    const fit = regress(y.subarray(0, 5), regressors);
    const reason = /^a test of residuals needs at least 2 degrees of freedom, got 1$/;
    expectNoAnswer([durbinWatson(fit, regressors), breuschPagan(fit, regressors)], reason);
    expectNoAnswer([residualCusum(fit), betaCusum(fit, 2)], reason);
    // The statistic itself is that of the regression.
    expect(durbinWatson(fit, regressors).statistic).toBe(fit.durbinWatson);
  });

  test("residuals of one size have no variance to explain", () => {
    const signs = Float64Array.of(1, 1, -1, -1, 1, 1, -1, -1);
    const odd = Float64Array.of(1, -1, 1, -1, 1, -1, 1, -1);
    const fit = regress(odd, [signs]);
    expect(breuschPagan(fit, [signs])).toEqual({
      statistic: null,
      pValue: null,
      reason: "the residuals are all of one size",
    });
  });

  test("a constant without an alpha has nothing to explain the variance by", () => {
    const ones = x.map(() => 1);
    const { statistic, reason } = breuschPagan(regress(y, [ones], { intercept: false }), [ones]);
    expect(statistic).toBeNull();
    expect(reason).toBe("the returns of x1 do not vary, so it has no beta");
  });

  test("scores that are all 0 do not move", () => {
    // A dummy's observation is fitted exactly, and no other says anything of it.
    const dummy = x.map((_, t) => (t === 7 ? 1 : 0));
    const fit = regress(y, [dummy], { intercept: false });
    expect(fit.residuals[7]).toBe(0);
    expect(betaCusum(fit, 0)).toMatchObject({ statistic: null, reason: "no residual pulls this coefficient" });
  });
});

describe("answers", () => {
  test("one huge outlier leaves every statistic finite and every p-value between 0 and 1", () => {
    for (const size of [1e3, 1e12, 1e99]) {
      const wild = [allTests(y.with(20, size), [x, z]), allTests(y, [x.with(20, size), z])].flat();
      for (const { statistic, pValue, reason } of wild) {
        expect(reason).toBeUndefined();
        expect(Number.isFinite(statistic)).toBe(true);
        expect(pValue! >= 0 && pValue! <= 1).toBe(true);
      }
    }
    expect(jarqueBera(regress(y.with(20, 1e3), [x]).residuals).pValue).toBeLessThan(1e-100);
  });

  test("do not depend on the unit of the returns, however large or small", () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(2 ** -300, 2 ** -20, 2 ** 60, 2 ** 300), ([a, b, c], unit) => {
        fc.pre(!singularWith(b, c));
        const plain = allTests(a, [b, c]);
        const scaled = allTests(
          a.map((value) => value * unit),
          [b, c.map((value) => value / unit)],
        );
        plain.forEach((expected, i) => {
          for (const quantity of ["statistic", "pValue"] as const) {
            expect(Math.abs(scaled[i][quantity]! - expected[quantity]!)).toBeLessThan(1e-9 * (1 + expected[quantity]!));
          }
        });
      }),
    );
  });

  test("read backwards, residuals follow each other as much", () => {
    fc.assert(
      fc.property(sample, ([a, b]) => {
        const forward = regress(a, [b]);
        const backward = regress(a.toReversed(), [b.toReversed()]);
        const there = durbinWatson(forward, [b]);
        const back = durbinWatson(backward, [b.toReversed()]);
        expect(back.statistic).toBeCloseTo(there.statistic!, 9);
        expect(back.pValue).toBeCloseTo(there.pValue!, 9);
        const lagged = ljungBox(forward.residuals);
        expect(ljungBox(backward.residuals).statistic).toBeCloseTo(lagged.statistic!, 8);
      }),
    );
  });

  test("mirrored residuals are skewed the other way, and no less normal", () => {
    fc.assert(
      fc.property(sample, ([a]) => {
        const { skewness, excessKurtosis, statistic } = jarqueBera(a);
        const mirrored = jarqueBera(a.map((value) => -value));
        expect(mirrored.skewness).toBe(-skewness!);
        expect(mirrored).toMatchObject({ excessKurtosis, statistic });
        // Kurtosis is at least 1 + skewness² (K. Pearson).
        expect(excessKurtosis! + 2 - skewness! ** 2).toBeGreaterThan(-1e-9);
      }),
    );
  });

  test("autocorrelated residuals are told from independent ones, by sign", () => {
    const signs = (period: number) => x.map((_, t) => (t % (2 * period) < period ? 1 : -1) + Math.sin(t * t) / 10);
    const slow = durbinWatson(regress(signs(5), [x]), [x]);
    const quick = durbinWatson(regress(signs(1), [x]), [x]);
    expect(slow.statistic).toBeLessThan(1.2);
    expect(quick.statistic).toBeGreaterThan(3.5);
    for (const { pValue } of [slow, quick]) expect(pValue).toBeLessThan(0.01);
    // A pattern of a week is invisible from one day to the next but not over five lags.
    expect(ljungBox(signs(5), 5).pValue).toBeLessThan(1e-6);
  });

  test("noise that grows with a benchmark is told from noise that does not", () => {
    const growing = x.map((value, t) => value + (value + 0.02) * (t % 2 === 0 ? 1 : -1));
    expect(breuschPagan(regress(growing, [x]), [x]).pValue).toBeLessThan(1e-4);
    expect(breuschPagan(regress(y, [x]), [x]).pValue).toBeGreaterThan(0.01);
  });
});

describe("refuses", () => {
  test.each([0, -1, 1.5, 40, Number.NaN])("%d lags of 40 residuals", (lags) => {
    expect(() => ljungBox(y, lags)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });

  test.each([Number.NaN, Infinity, -Infinity])("a residual of %d", (value) => {
    const message = `residuals must be finite numbers, got ${value} at index 3`;
    expect(() => ljungBox(y.with(3, value))).toThrow(message);
    expect(() => jarqueBera(y.with(3, value))).toThrow(message);
  });

  test("regressors that cannot be those of the regression", () => {
    const fit = regress(y, [x]);
    for (const wrong of [[], [x, z, x], [x.subarray(1)]]) {
      expect(() => durbinWatson(fit, wrong)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
      expect(() => breuschPagan(fit, wrong)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
    }
  });

  test.each([-1, 2, 0.5, Number.NaN])("coefficient %d of 2", (j) => {
    expect(() => betaCusum(regress(y, [x]), j)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

test("nothing is changed that was handed over", () => {
  const fit = regress(y, [x, z]);
  const before = [fit.residuals, x, z, y].map((column) => column.slice());
  durbinWatson(fit, [x, z]);
  ljungBox(fit.residuals);
  jarqueBera(fit.residuals);
  breuschPagan(fit, [x, z]);
  residualCusum(fit);
  betaCusum(fit, 1);
  expect([fit.residuals, x, z, y]).toEqual(before);
});

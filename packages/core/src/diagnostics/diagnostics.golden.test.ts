import { describe, expect, test } from "vitest";
import { diagnosticsCases } from "../../golden/read-diagnostics.ts";
import { columnsOf, correctDigits } from "../../golden/read-golden.ts";
import { regress } from "../regression/regression.ts";
import { betaCusum } from "./beta-cusum.ts";
import { breuschPagan } from "./breusch-pagan.ts";
import { chow } from "./chow.ts";
import { conditionNumber } from "./condition-number.ts";
import type { DiagnosticTest } from "./diagnostic-test.ts";
import { durbinWatson } from "./durbin-watson.ts";
import { type InfluentialObservation, influence } from "./influence.ts";
import { jarqueBera } from "./jarque-bera.ts";
import { ljungBox } from "./ljung-box.ts";
import { residualCusum } from "./residual-cusum.ts";
import { varianceInflation } from "./variance-inflation.ts";

describe.each(diagnosticsCases)("$name", (golden) => {
  const { name, intercept } = golden;
  const y = Float64Array.from(golden.y);
  const x = columnsOf(golden.x);
  const fit = regress(y, x, { intercept });
  // Benchmarks 1e-5 apart cost five digits; statsmodels has lost them in the residuals already.
  const least = name === "near-twins" ? 9 : 11.5;

  function expectTest(actual: DiagnosticTest, expected: { statistic: number; pValue: number }, digits = least): void {
    expect(correctDigits(actual.statistic, expected.statistic), "statistic").toBeGreaterThan(digits);
    expect(correctDigits(actual.pValue, expected.pValue), "p-value").toBeGreaterThan(digits);
    expect(actual.reason).toBeUndefined();
  }

  test("Durbin-Watson, as lmtest has it and as mpmath does", () => {
    const actual = durbinWatson(fit, x);
    expectTest(actual, golden.durbinWatson);
    const { pValue } = golden.durbinWatsonByLmtest;
    expect(pValue === null).toBe(name === "near-twins");
    if (pValue !== null) expect(correctDigits(actual.pValue, pValue)).toBeGreaterThan(13);
  });

  test("Ljung-Box, at each number of lags; the last is the default", () => {
    for (const expected of golden.ljungBox) expectTest(ljungBox(fit.residuals, expected.lags), expected);
    expect(ljungBox(fit.residuals)).toEqual(ljungBox(fit.residuals, golden.ljungBox.at(-1)!.lags));
  });

  test("Jarque-Bera and its moments", () => {
    const actual = jarqueBera(fit.residuals);
    const { skewness, kurtosis } = golden.jarqueBera;
    expectTest(actual, golden.jarqueBera);
    expect(correctDigits(actual.skewness, skewness)).toBeGreaterThan(least);
    expect(correctDigits(actual.excessKurtosis, kurtosis - 3)).toBeGreaterThan(Math.min(least, 9));
  });

  test("Breusch-Pagan", () => {
    expectTest(breuschPagan(fit, x), golden.breuschPagan);
  });

  test("condition number and variance inflation", () => {
    expect(correctDigits(conditionNumber(x), golden.conditionNumber)).toBeGreaterThan(Math.min(least + 2, 11));
    const factors = varianceInflation(x);
    factors.forEach((factor, j) => {
      expect(correctDigits(factor, golden.varianceInflation[j])).toBeGreaterThan(name === "near-twins" ? 11 : 14);
      if (golden.varianceInflationByStatsmodels === null) return;
      expect(correctDigits(factor, golden.varianceInflationByStatsmodels[j])).toBeGreaterThan(13);
    });
    expect(factors.length).toBe(x.length);
  });

  test("influence, by leaving out and as statsmodels has it", () => {
    const worst = (effects: typeof golden.influence, j: number) => {
      const actual = new Map(influence(fit, j, y.length).map((effect) => [effect.index, effect]));
      const digits = effects.flatMap((expected) => digitsOf(actual.get(expected.index)!, expected, j));
      expect(digits.length).toBe(4 * effects.length);
      return Math.min(...digits);
    };
    fit.coefficients.forEach((_, j) => {
      expect(worst(golden.influence, j), `coefficient ${j}`).toBeGreaterThan(name === "near-twins" ? 10 : 11.5);
      expect(worst(golden.influenceByStatsmodels, j), `coefficient ${j}`).toBeGreaterThan(9);
    });
  });

  test("the observations of most influence come first", () => {
    fit.coefficients.forEach((_, j) => {
      const ranked = golden.influence.toSorted((a, b) => Math.abs(b.changes[j]) - Math.abs(a.changes[j]));
      expect(influence(fit, j, 5).map(({ index }) => index)).toEqual(ranked.slice(0, 5).map(({ index }) => index));
    });
  });

  test("the CUSUM of residuals", () => {
    const actual = residualCusum(fit);
    if (golden.residualCusum === null) {
      expect(actual).toMatchObject({ statistic: null, pValue: null, index: null });
      expect(actual.reason).toBe("the residuals of a regression without alpha do not sum to 0");
      return;
    }
    expectTest(actual, golden.residualCusum);
    expect(actual.index).toBe(golden.residualCusum.index);
  });

  test("the CUSUM of each coefficient's scores", () => {
    golden.betaCusum.forEach((expected, j) => {
      const actual = betaCusum(fit, j);
      expectTest(actual, expected);
      expect(actual.index).toBe(expected.index);
    });
  });

  test("Chow", () => {
    expectTest(chow(y, x, golden.chow.at, { intercept }), golden.chow);
  });
});

function digitsOf(
  actual: InfluentialObservation,
  expected: (typeof diagnosticsCases)[number]["influence"][number],
  j: number,
): number[] {
  expect(actual.reason).toBeUndefined();
  return [
    correctDigits(actual.change, expected.changes[j]),
    correctDigits(actual.leverage, expected.leverage),
    correctDigits(actual.studentizedResidual, expected.studentizedResidual),
    correctDigits(actual.cooksDistance, expected.cooksDistance),
  ];
}

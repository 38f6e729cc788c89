import { chow, formatDate, influence, ljungBox, parseDate } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import { Diagnostics } from "./diagnostics.ts";
import { readInference } from "./inference.ts";
import { RegressionAnalysis } from "./regression-analysis.ts";

const START = parseDate("2024-01-01");
const column = (seed: number) => Float64Array.from({ length: 40 }, (_, t) => 0.02 * Math.sin((t + 1) * (t + 3) * seed));
const [X, Z, NOISE] = [column(1), column(2), column(3)];
const Y = X.map((value, t) => 0.8 * value + 0.4 * Z[t] + NOISE[t]);

/** On every second day from 2024-01-01 on. */
function diagnosticsOf(portfolio: Float64Array, benchmarks: readonly Float64Array[]): Diagnostics {
  const joint = jointOf(portfolio, benchmarks, {
    dates: Int32Array.from(portfolio, (_, t) => START + 2 * t),
    firstDate: START - 2,
    lastDate: START + 2 * (portfolio.length - 1),
  });
  return new Diagnostics(new RegressionAnalysis(joint, { returns: portfolio, rounding: 0 }, readInference(null)));
}

const DIAGNOSTICS = diagnosticsOf(Y, [X, Z]);

describe("Chow's test", () => {
  test.each([
    ["the first return", 0, 0],
    ["a return", 30, 15],
    ["a day between two: the later part begins with the next return", 31, 16],
    ["the last return", 78, 39],
  ])("at %s", (_, offset, index) => {
    const { date, ...test } = DIAGNOSTICS.chow(START + offset);
    expect(date).toBe(START + 2 * index);
    expect(test).toEqual(chow(Y, [X, Z], index));
  });

  test("without a date is at the middle", () => {
    expect(DIAGNOSTICS.chow(undefined).date).toBe(START + 40);
  });

  test.each([-1, 79])("a date outside the returns is BAD_INPUT: %i days from the first", (offset) => {
    const [date, firstDate, lastDate] = [offset, 0, 78].map((days) => formatDate(START + days));
    expect(() => DIAGNOSTICS.chow(START + offset)).toThrow(
      expect.objectContaining({
        code: "BAD_INPUT",
        message: `a break must be between the first and the last return (${firstDate} to ${lastDate}), got ${date}`,
        details: { date, firstDate, lastDate },
      }),
    );
  });
});

describe("influence", () => {
  test("is that of the benchmark asked for, as many dates as asked", () => {
    const { regression } = DIAGNOSTICS.analysis;
    expect(DIAGNOSTICS.influence(0, 3)).toEqual(influence(regression, 1, 3));
    expect(DIAGNOSTICS.influence(1, 7)).toEqual(influence(regression, 2, 7));
    expect(DIAGNOSTICS.influence(0, 1000)).toHaveLength(40);
  });

  test("of fewer than one date, or more than the limit, is refused", () => {
    expect(() => DIAGNOSTICS.influence(0, 0)).toThrow(
      expect.objectContaining({ code: "BAD_INPUT", message: "count must be at least 1, got 0" }),
    );
    expect(() => DIAGNOSTICS.influence(0, 1001)).toThrow(expect.objectContaining({ code: "LIMIT_EXCEEDED" }));
  });
});

test("Ljung and Box's lags: the default, those asked for, and more than the limit", () => {
  const { residuals } = DIAGNOSTICS.analysis.regression;
  expect(DIAGNOSTICS.ljungBox()).toEqual(ljungBox(residuals));
  expect(DIAGNOSTICS.ljungBox().lags).toBe(8);
  expect(DIAGNOSTICS.ljungBox(3)).toEqual(ljungBox(residuals, 3));
  expect(() => DIAGNOSTICS.ljungBox(1001)).toThrow(expect.objectContaining({ code: "LIMIT_EXCEEDED" }));
});

test("each benchmark has its own CUSUM and inflation, under its symbol", () => {
  // Half of the sample follows one beta, half another, of the second benchmark alone.
  const moved = diagnosticsOf(
    Y.map((value, t) => value + (t < 20 ? -3 : 3) * Z[t]),
    [X, Z],
  );
  expect(moved.betaCusum(1).pValue).toBeLessThan(0.05);
  expect(moved.betaCusum(0).statistic).toBeLessThan(moved.betaCusum(1).statistic as number);
  expect(moved.residualCusum.pValue).toBeGreaterThan(0.05);
  expect(moved.varianceInflation.map(({ benchmark }) => benchmark)).toEqual(["B1", "B2"]);
  for (const { factor } of moved.varianceInflation) expect(factor).toBeGreaterThanOrEqual(1);
  expect(diagnosticsOf(Y, [X])).toMatchObject({
    conditionNumber: 1,
    varianceInflation: [{ benchmark: "B1", factor: 1 }],
  });
});

test("nothing is computed before it is asked for: a hopeless regression has diagnostics until one is", () => {
  const hopeless = diagnosticsOf(Y, [new Float64Array(40)]);
  expect(() => hopeless.durbinWatson).toThrow(expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }));
});

test("an exact fit has nothing to test, and says so", () => {
  const exact = diagnosticsOf(
    X.map((value) => 2 * value),
    [X],
  );
  const { durbinWatson, jarqueBera, breuschPagan, residualCusum } = exact;
  for (const test of [durbinWatson, jarqueBera, breuschPagan, residualCusum, exact.ljungBox(), exact.betaCusum(0)]) {
    expect(test).toMatchObject({ statistic: null, pValue: null, reason: expect.stringMatching(/./) });
  }
  expect(exact.influence(0, 5)).toEqual([]);
});

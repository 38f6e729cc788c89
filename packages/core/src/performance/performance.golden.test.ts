import { describe, expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { performanceCases, performanceSeries } from "../../golden/read-performance.ts";
import { type Performance, performance } from "./performance.ts";

const DIGITS = 11.5;

function column(name: string | null): Float64Array | null {
  return name === null ? null : Float64Array.from(performanceSeries[name]);
}

function measured(golden: (typeof performanceCases)[number], rounding = 0): Performance {
  const { kind, periodsPerYear, confidence, beta } = golden;
  const [returns, benchmark, riskFree] = [golden.returns, golden.benchmark, golden.riskFree].map(column);
  return performance(returns!, { kind, periodsPerYear, confidence, beta, benchmark, riskFree, rounding });
}

function agree(actual: number | null, truth: number | null, label: string): void {
  if (truth === null) expect(actual, label).toBeNull();
  else expect(correctDigits(actual, truth), label).toBeGreaterThan(DIGITS);
}

describe.each(performanceCases)("agrees with other programs: $name", (golden) => {
  const { maximumDrawdown, ...measures } = golden.measures;

  test.each([0, 2 ** -51])("every measure, with returns that may be off by %d", (rounding) => {
    const actual = measured(golden, rounding);
    for (const [name, truth] of Object.entries(measures)) agree(actual[name as keyof typeof measures], truth, name);
    expect(actual.observations).toBe(performanceSeries[golden.returns].length);
  });

  test("the deepest fall, and when it was", () => {
    const actual = measured(golden).maximumDrawdown;
    if (maximumDrawdown === null) {
      expect(actual).toBeNull();
      return;
    }
    const { depth, ...dates } = maximumDrawdown;
    expect(actual).toMatchObject(dates);
    agree(actual?.depth ?? null, depth, "depth");
  });

  test("pandas' skewness and kurtosis", () => {
    const actual = measured(golden);
    if (golden.byPandas === null) {
      expect(actual.kurtosis).toBeNull();
      return;
    }
    agree(actual.skew, golden.byPandas.skew, "skew");
    agree(actual.kurtosis, golden.byPandas.kurtosis, "kurtosis");
  });

  test("what is null has its reason, and nothing else has", () => {
    const { undefinedQuantities, ...rest } = measured(golden);
    const missing = Object.entries(rest).flatMap(([name, value]) => (value === null ? [name] : []));
    expect(undefinedQuantities.map(({ quantity }) => quantity).sort()).toEqual(missing.sort());
  });
});

test("the cases hold what they should: falls that ended and one that did not, betas that are and are not 0", () => {
  const recoveries = performanceCases.map(({ measures }) => measures.maximumDrawdown?.recovery);
  expect(recoveries).toEqual([937, 937, 937, 937, null, 795, undefined, 2]);
  const treynor = performanceCases.map(({ beta, measures }) => beta !== null && measures.treynor === null);
  expect(treynor).toEqual([false, false, false, false, true, false, false, false]);
});

import { performance, RETURN_ROUNDING, variance } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { column, WALK, walkOf } from "./walk.fixture.ts";
import type { WalkRequest } from "./walk-request.ts";

const LENGTH = 160;
const LOOKBACK = WALK.lookback;
const X = column(LENGTH, 1);
const Z = column(LENGTH, 2);
const NOISE = column(LENGTH, 3);
const PORTFOLIO = X.map((value, t) => 0.0003 + 1.2 * value + 0.4 * Z[t] + 0.3 * NOISE[t]);

describe("a hedge that leaves nothing but rounding", () => {
  // As returns of prices are: each is off by some last digits, those of the portfolio and those of the benchmark.
  const offBy = (values: Float64Array, seed: number) =>
    values.map((value, t) => value + (column(LENGTH, seed)[t] / 0.04) * RETURN_ROUNDING);
  const exact = jointOf(
    offBy(
      X.map((value) => 1.5 * value),
      7,
    ),
    [offBy(X, 11)],
    {
      portfolioRounding: RETURN_ROUNDING,
      benchmarkRounding: RETURN_ROUNDING,
    },
  );
  const exactWalk = walkOf(exact, { holding: "RATIO" });

  test("is there, and is not 0", async () => {
    const { returns } = (await exactWalk).result;
    expect(variance(returns)).toBeGreaterThan(0);
    for (const value of returns) expect(Math.abs(value)).toBeLessThan(8 * RETURN_ROUNDING);
  });

  test("has no t of its beta, and the reason", async () => {
    const { verification, betaTest } = await exactWalk;
    const { residualStandardError, coefficients, undefinedQuantities } = verification.regression;
    expect(residualStandardError).toBe(0);
    expect(coefficients[1]).toMatchObject({ tStatistic: null, pValue: null, standardError: 0 });
    expect(undefinedQuantities).toContainEqual({
      quantity: "tStatistic",
      reason: expect.stringContaining("no larger than the rounding of the returns"),
    });
    expect(betaTest).toMatchObject({ statistic: null, pValue: null });
  });

  test("has no volatility, no hits, and no ratios that would divide by it", async () => {
    const { hedged, unhedged } = (await exactWalk).performance(0.95);
    expect(hedged).toMatchObject({ annualizedVolatility: 0, hitRate: 0, sharpe: null });
    expect(hedged.undefinedQuantities.map(({ quantity }) => quantity)).toContain("sharpe");
    expect(unhedged.annualizedVolatility).toBeGreaterThan(0.1);
    expect((await exactWalk).netPerformance(0.95)).toMatchObject({ annualizedVolatility: 0, hitRate: 0 });
  });
});

describe("a portfolio that falls to 1e-14 of its value in a day", () => {
  const FALL = 92;
  const fallen = PORTFOLIO.map((value, t) => (t === FALL ? -1 + 1e-14 : value));
  const joint = jointOf(fallen, [X], { portfolioRounding: RETURN_ROUNDING, benchmarkRounding: RETURN_ROUNDING });

  test("has a huge ratio for the days until the next rebalance, and usual ones again after it", async () => {
    const { ratios } = (await walkOf(joint)).result;
    const huge = [...ratios[0].keys()].filter((t) => Math.abs(ratios[0][t]) > 100);
    expect(huge).toEqual([FALL + 1, FALL + 2].map((t) => t - LOOKBACK));
  });

  test("does not make its other returns rounding: the measures are those of the returns as they are", async () => {
    const analysis = await walkOf(joint);
    const measures = analysis.performance(0.95).hedged;
    const plain = performance(analysis.result.returns, {
      kind: "SIMPLE",
      periodsPerYear: 252,
      benchmark: analysis.joint.benchmarks[0],
      rounding: 4 * RETURN_ROUNDING,
      benchmarkRounding: RETURN_ROUNDING,
    });
    const names = ["hitRate", "upCapture", "downCapture", "annualizedVolatility", "trackingError", "skew"] as const;
    for (const name of names) expect([name, measures[name]]).toEqual([name, plain[name]]);
    expect(measures.hitRate).toBeGreaterThan(0.3);
  });

  test("leaves a test of its beta", async () => {
    const { verification, betaTest } = await walkOf(joint);
    expect(verification.regression.residualStandardError).toBeGreaterThan(0);
    expect(betaTest.statistic).not.toBeNull();
  });
});

describe("what the fits promised", () => {
  /** Each ratio on the returns that it was made of. */
  async function promiseOf(joint: JointReturns, request: Partial<WalkRequest> = {}) {
    const analysis = await walkOf(joint, request);
    const windows = analysis.result.rebalances.flatMap(({ at, target }) => {
      if (target === null) return [];
      const part = (values: Float64Array) => values.subarray(at - LOOKBACK, at);
      const hedged = part(joint.portfolio).map((value, t) =>
        target.reduce((left, ratio, j) => left - ratio * part(joint.instruments[j])[t], value),
      );
      return [{ before: variance(part(joint.portfolio)), after: variance(hedged) }];
    });
    const mean = (name: "before" | "after") => windows.reduce((sum, one) => sum + one[name], 0) / windows.length;
    return { promised: await analysis.promised(), analysis, volatility: Math.sqrt(252 * mean("after")), mean };
  }

  test("is the mean over the rebalances that had an estimate: the skipped ones promised nothing", async () => {
    const halts = X.map((value, t) => (t < 70 ? value : 0));
    const { promised, analysis, volatility, mean } = await promiseOf(jointOf(PORTFOLIO, [halts]));
    const { rebalances } = analysis.result;
    expect(analysis.skippedDates).toHaveLength(12);
    expect(rebalances).toHaveLength(26);
    expect(promised.annualizedVolatility).toBeCloseTo(volatility, 14);
    expect(promised.effectiveness).toBeCloseTo(1 - mean("after") / mean("before"), 12);
    expect(promised.betas[0].beta).toBeCloseTo(0, 14);
  });

  test("of smallest norm is answered where a benchmark stands still in a window", async () => {
    const sleeps = Z.map((value, t) => (t < 60 ? 0 : value));
    const { promised, volatility } = await promiseOf(jointOf(PORTFOLIO, [X, sleeps]), { minimumNorm: true });
    expect(promised.annualizedVolatility).toBeCloseTo(volatility, 14);
    expect(promised.betas.map(({ benchmark }) => benchmark)).toEqual(["B1", "B2"]);
    for (const { beta, lower, upper } of promised.betas) {
      expect(beta).toBeCloseTo(0, 13);
      expect([lower, upper]).toEqual([null, null]);
    }
  });

  test("keeps to the target, where rebalances were skipped too", async () => {
    for (const benchmark of [X, X.map((value, t) => (t < 70 ? value : 0))]) {
      const { promised } = await promiseOf(jointOf(PORTFOLIO, [benchmark]), { targetBeta: 0.4 });
      expect(promised.betas[0].beta).toBeCloseTo(0.4, 13);
    }
  });
});

import { annualizedReturn } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { ScoreRequest } from "./estimator-scores.ts";
import { analysisOf, column, WALK } from "./walk.fixture.ts";

const LENGTH = 160;
const X = column(LENGTH, 1);
const NOISE = column(LENGTH, 3);

const compare = (joint: JointReturns, request: Partial<ScoreRequest> = {}) =>
  analysisOf(joint).compareEstimators({
    ...WALK,
    estimators: ["OLS", "BLUME"],
    lookbacks: [40],
    orderBy: "HEDGED_VARIANCE",
    ...request,
  });

const follow = (beta: number) => X.map((value, t) => beta * value + 0.2 * NOISE[t]);

describe("a walk that lost everything", () => {
  // The benchmark jumps on the last day: whoever is short of much of it has lost more than there was.
  const jump = X.map((value, t) => (t === LENGTH - 1 ? 3 : value));
  const joint = jointOf(follow(0.2), [jump]);

  test("has no net return, and the last place of it", async () => {
    const rows = await compare(joint, { orderBy: "NET_RETURN" });
    expect(rows.map(({ estimator }) => estimator)).toEqual(["OLS", "BLUME"]);
    const [left, lost] = rows.map(({ score }) => score!.netReturn);
    expect(left).toBeLessThan(-0.3);
    expect(lost).toBeNull();
    expect(rows.map(({ ranks }) => ranks!.NET_RETURN)).toEqual([1, 2]);
  });

  test("has a place in the other orders, where it is measured", async () => {
    const rows = await compare(joint, { estimators: ["BLUME", "OLS"], orderBy: "TURNOVER" });
    const byTurnover = rows.map(({ score }) => score!.walk.result.turnover);
    expect(byTurnover).toEqual([...byTurnover].sort((a, b) => a - b));
    expect(rows.map(({ ranks }) => ranks!.TURNOVER)).toEqual([1, 2]);
  });
});

describe("net results beside a risk-free rate", () => {
  const rates = new Float64Array(LENGTH).fill(0.0004);
  const riskFree = { annualRate: 0.1, symbol: null, rates, annualizedRate: 0.1, rounding: 0 };
  const excess = (values: Float64Array) => values.map((value, t) => value - rates[t]);

  test("are of total returns: what the hedge earned, and not what it earned beyond the rate", async () => {
    const joint = jointOf(excess(follow(1.1)), [excess(X)], { riskFree });
    const [{ score }] = await compare(joint, {
      estimators: ["OLS"],
      costs: { tradingBps: 5, borrowRate: 0, cashRate: 0 },
    });
    const { netReturns } = score!.walk.result;
    const total = netReturns.map((value) => value + 0.0004);
    expect(score!.netReturn).toBeCloseTo(annualizedReturn(total, 252, "SIMPLE")!, 13);
    expect(score!.netReturn! - annualizedReturn(netReturns, 252, "SIMPLE")!).toBeGreaterThan(0.05);
    expect(score!.netReturn).toBe(score!.walk.netPerformance(0.95).annualizedReturn);
  });
});

describe("a pair without an answer", () => {
  test("is a row with its reason: a benchmark that stands still in the first window of one lookback", async () => {
    // The walks begin at return 80: the shorter lookback sees returns 60 to 79 alone.
    const pauses = X.map((value, t) => (t >= 55 && t < 80 ? 0 : value));
    const rows = await compare(jointOf(follow(1), [pauses]), { estimators: ["OLS", "EWMA"], lookbacks: [20, 80] });
    expect(rows.map(({ lookback, reason }) => [lookback, reason === null])).toEqual([
      [80, true],
      [80, true],
      [20, false],
      [20, false],
    ]);
    for (const { score, ranks, reason } of rows.slice(2)) {
      expect([score, ranks]).toEqual([null, null]);
      expect(reason).toContain("B1");
    }
    expect(rows.slice(0, 2).map(({ ranks }) => ranks!.HEDGED_VARIANCE)).toEqual([1, 2]);
  });

  test("is one too where a hedge instrument stands still there", async () => {
    const pauses = follow(0.9).map((value, t) => (t >= 55 && t < 80 ? 0 : value));
    const joint = jointOf(follow(1), [X], { instruments: [pauses], instrumentSymbols: ["H"] });
    const rows = await compare(joint, { lookbacks: [20, 80] });
    expect(rows.map(({ lookback }) => lookback)).toEqual([80, 80, 20, 20]);
    for (const { reason } of rows.slice(0, 2)) expect(reason).toBeNull();
    for (const { reason } of rows.slice(2)) expect(reason).toMatch(/^it does not move with the benchmarks/);
  });

  test("takes none of the others down: a hedge instrument that dies, for the Kalman filter too", async () => {
    const dies = follow(0.9).map((value, t) => (t < 90 ? value : 0));
    const joint = jointOf(follow(1.2), [X], { instruments: [dies], instrumentSymbols: ["H"] });
    const rows = await compare(joint, { estimators: ["OLS", "KALMAN", "THEIL_SEN"], lookbacks: [20, 40] });
    expect(rows).toHaveLength(6);
    for (const { reason, score } of rows) {
      expect(reason).toBeNull();
      expect(score!.walk.estimates.skipped.length).toBeGreaterThan(0);
      for (const { target } of score!.walk.result.rebalances) expect(Math.abs(target?.[0] ?? 0)).toBeLessThan(100);
    }
  });

  test("does not hide what is wrong with the question", async () => {
    const joint = jointOf(follow(1), [X]);
    await expect(compare(joint, { rebalanceEvery: 0 })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(compare(joint, { lookbacks: [40, LENGTH] })).rejects.toMatchObject({ code: "INSUFFICIENT_DATA" });
  });
});

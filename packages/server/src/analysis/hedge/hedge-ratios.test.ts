import { hedgedReturns, RETURN_ROUNDING, regress } from "@hedgeql/core";
import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { BETA_ESTIMATORS } from "../regression/beta-estimates.ts";
import { readInference } from "../regression/inference.ts";
import { hedgeRatios, largeRatios, type RatioRequest } from "./hedge-ratios.ts";

const column = (length: number, seed: number) =>
  Float64Array.from({ length }, (_, t) => 0.02 * Math.sin((t + 1) * (t + 3) * seed));

const LENGTH = 120;
const X = column(LENGTH, 1);
const Z = column(LENGTH, 2);
const NOISE = column(LENGTH, 3);
const OTHER_NOISE = column(LENGTH, 5);
const PORTFOLIO = X.map((value, t) => 1.2 * value + 0.5 * Z[t] + 0.3 * NOISE[t]);

const mix = (x: number, z: number, own: number) => X.map((value, t) => x * value + z * Z[t] + own * OTHER_NOISE[t]);

function ratiosOf(joint: JointReturns, request: Partial<RatioRequest> = {}) {
  const defaults = { estimator: "OLS", parameters: {}, targetBeta: 0, minimumNorm: false } as const;
  return hedgeRatios(joint, readInference(null), { ...defaults, ...request });
}

/** Hedged with H1, H2, ... */
const hedgedWith = (
  instruments: readonly Float64Array[],
  benchmarks: readonly Float64Array[] = [X],
  more: Partial<JointReturns> = {},
) =>
  jointOf(PORTFOLIO, benchmarks, { instruments, instrumentSymbols: instruments.map((_, j) => `H${j + 1}`), ...more });

const slope = (y: Float64Array, x: Float64Array) => regress(y, [x]).coefficients[1].estimate;

describe("benchmarks that repeat each other, hedged with as one", () => {
  const twins = [X, X.slice()];
  const smallest = (targetBeta: number) => ratiosOf(jointOf(PORTFOLIO, twins), { minimumNorm: true, targetBeta });

  test.each([0, 0.5, -0.3, 2])("leave the target of %d, and no more", (target) => {
    const { ratios, residualBetas, targets } = smallest(target);
    expect(slope(hedgedReturns(PORTFOLIO, twins, ratios), X)).toBeCloseTo(target, 12);
    expect(residualBetas).toEqual([0, 0]);
    expect(targets).toEqual([target, 0]);
  });

  test("the target is the first one's: only its ratio differs, by the target", () => {
    const [none, some] = [smallest(0), smallest(0.5)];
    expect(some.ratios).toEqual([none.ratios[0] - 0.5, none.ratios[1]]);
    expect(some.betas).toEqual(none.betas);
  });

  test("by another estimator there is no regression to begin with", () => {
    expect(() => ratiosOf(jointOf(PORTFOLIO, twins), { minimumNorm: true, estimator: "EWMA" })).toThrow(/B1|B2/);
  });
});

describe("a weak instrument is one none of whose betas can be told from 0", () => {
  test.each<[string, Float64Array, readonly string[]]>([
    ["one benchmark moves it, the other may not", mix(0.9, 0, 0.3), []],
    ["the other one alone moves it", mix(0, 0.9, 0.3), []],
    ["neither moves it", mix(0.02, 0.02, 1), ["H1"]],
  ])("%s", (_, first, weak) => {
    const joint = hedgedWith([first, mix(0.5, 1, 0.2)], [X, Z]);
    expect(ratiosOf(joint).weak).toEqual(weak);
  });

  test("what its returns may be off by is not what the portfolio's may be", () => {
    const wild = mix(0.05, 0, 1);
    const weakUnder = (portfolioRounding: number) => ratiosOf(hedgedWith([wild], [X], { portfolioRounding })).weak;
    expect(weakUnder(0)).toEqual(["H1"]);
    // A book that is nearly worthless rounds at its leverage: the instrument's own residuals would pass for exact.
    expect(weakUnder(1)).toEqual(["H1"]);
  });

  test("what its returns may be off by is no noise that a beta could hide in", () => {
    const rounding = 0.0005;
    // Spikes are moves, and yet the mean square of what the benchmark leaves is within the rounding.
    const spiky = X.map((value, t) => 0.001 * value + (t % 30 === 0 ? 4.2 * rounding : 0));
    const joint = hedgedWith([spiky], [X], { portfolio: X.map((value) => 0.02 * value) });
    expect(ratiosOf({ ...joint, benchmarkRounding: rounding }).weak).toEqual([]);
    expect(ratiosOf(joint).weak).toEqual(["H1"]);
  });

  test.each(["OLS", "BLUME", "VASICEK"] as const)("moves of the size of its rounding are none, by %s", (estimator) => {
    // The latter two would shrink what they find to a beta of 1, and hedge with it.
    const still = X.map((_, t) => (t % 3) * RETURN_ROUNDING);
    const joint = hedgedWith([still], [X], { benchmarkRounding: RETURN_ROUNDING });
    expect(() => ratiosOf(joint, { estimator })).toThrow(/does not move with the benchmarks/);
  });
});

describe("an instrument that stands still has no ratio", () => {
  const still = new Float64Array(LENGTH);

  test.each(BETA_ESTIMATORS)("by %s", (estimator) => {
    const reason = "it does not move with the benchmarks; minimumNorm would leave it alone";
    expect(() => ratiosOf(hedgedWith([still]), { estimator })).toThrow(
      expect.objectContaining({ code: "UNDEFINED_ESTIMATE", details: { estimator, of: "H1", reason } }),
    );
  });

  test.each(BETA_ESTIMATORS)("by %s beyond a risk-free rate that moves: its excess returns do", (estimator) => {
    const rates = X.map((value) => 0.0001 + 0.005 * value);
    const riskFree = { annualRate: null, symbol: "R", rates, annualizedRate: 0.03, rounding: RETURN_ROUNDING };
    const excess = still.map((value, t) => value - rates[t]);
    const joint = hedgedWith([excess], [X], { riskFree, benchmarkRounding: 2 * RETURN_ROUNDING });
    expect(() => ratiosOf(joint, { estimator })).toThrow(/no beta of H1: it does not move with the benchmarks/);
  });

  test.each(BETA_ESTIMATORS)("by %s but 0 under minimumNorm, and the other hedges alone", (estimator) => {
    const other = mix(0.9, 0, 0.2);
    const { ratios, minimumNorm, weak } = ratiosOf(hedgedWith([other, still]), { estimator, minimumNorm: true });
    expect(ratios).toEqual([ratiosOf(hedgedWith([other]), { estimator }).ratios[0], 0]);
    expect(minimumNorm).toBe(true);
    expect(weak).not.toContain("H1");
  });
});

describe("how large a hedge may be", () => {
  /** Without noise the ratio is 1.2/beta to the last digits, or that of the portfolio's own slope. */
  const times = (gross: number) => slope(PORTFOLIO, X) / gross;
  const sized = (gross: number) => ratiosOf(hedgedWith([X.map((value) => times(gross) * value)]));

  test.each([9.9, 10.1, 99.9])("%d times the portfolio is an answer", (gross) => {
    expect(sized(gross).ratios[0]).toBeCloseTo(gross, 9);
  });

  test.each([100.1, -100.1, 1e6])("%d times is none", (gross) => {
    expect(() => sized(gross)).toThrow(
      expect.objectContaining({
        code: "UNDEFINED_ESTIMATE",
        message: expect.stringContaining(`${Math.abs(gross).toPrecision(3)} times the portfolio, where at most 100`),
      }),
    );
  });

  test("legs on both sides count together", () => {
    const near = [mix(1, 0.02, 0), mix(1, 0, 0)];
    expect(() => ratiosOf(hedgedWith(near, [X, Z]))).not.toThrow();
    const nearer = [mix(1, 0.005, 0), mix(1, 0, 0)];
    expect(() => ratiosOf(hedgedWith(nearer, [X, Z]))).toThrow(/H1, H2: the hedge would be \d+ times the portfolio/);
  });

  test("above 10 times is warned of, 10 times is not", () => {
    expect([...largeRatios(10, "")]).toEqual([]);
    expect([...largeRatios(10.04, " on 2020-01-02")]).toEqual([
      { code: "LARGE_RATIOS", message: "the hedge is 10 times the portfolio on 2020-01-02: a bet of its own" },
    ]);
  });
});

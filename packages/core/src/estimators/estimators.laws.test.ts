import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnalysisError } from "../errors.ts";
import { number, sample } from "../regression/regression.arbitrary.ts";
import type { BetaEstimate } from "./beta-estimate.ts";
import { dimson } from "./dimson.ts";
import { exponentiallyWeighted } from "./exponentially-weighted.ts";
import { huber } from "./huber.ts";
import { scholesWilliams } from "./scholes-williams.ts";
import { theilSen } from "./theil-sen.ts";
import { upDownBeta } from "./up-down-beta.ts";

// What holds for every estimator of one beta.

type Estimator = (response: Float64Array, regressor: Float64Array) => BetaEstimate | null;

const ESTIMATORS: Readonly<Record<string, Estimator>> = {
  "exponentially weighted": (y, x) => exponentiallyWeighted(y, [x])[0],
  "slowly exponentially weighted": (y, x) => exponentiallyWeighted(y, [x], { lambda: 0.999 })[0],
  Dimson: (y, x) => dimson(y, [x])[0],
  "Dimson on lags alone": (y, x) => dimson(y, [x], { lags: 2, leads: 0, inference: { covariance: "HC1" } })[0],
  "Scholes and Williams": (y, x) => scholesWilliams(y, x),
  up: (y, x) => upDownBeta(y, x).up,
  down: (y, x) => upDownBeta(y, x, { covariance: "HC1" }).down,
  Huber: (y, x) => huber(y, [x])[0],
  "Theil and Sen": (y, x) => theilSen(y, x),
};

/** The estimate, or null where the draw does not allow one: a short series may not vary where an estimator looks. */
function attempt(action: () => BetaEstimate | null): BetaEstimate | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "SINGULAR_BENCHMARKS") return null;
    // A search among residuals that are the rounding of one value of 1e90 may find no rest, and says so.
    if (error instanceof AnalysisError && error.details.steps !== undefined) return null;
    throw error;
  }
}

function numbersOf({ value, standardError, lower, upper }: BetaEstimate): (number | null)[] {
  return [value, standardError, lower, upper];
}

const wave = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t * t) / 50);
const answer = wave.map((value, t) => 0.001 + 1.2 * value + Math.cos(7 * t * t) / 100);

describe.each(Object.entries(ESTIMATORS))("%s", (name, estimate) => {
  test("gives back b of a + b·x, and is sure of it", () => {
    let answered = 0;
    fc.assert(
      fc.property(sample, number, number, ([x], a, b) => {
        // This one is exact only where leaving out either end leaves the same variance.
        const regressor = name === "Scholes and Williams" ? Float64Array.of(...x, x[0]) : x;
        const response = regressor.map((value) => a + b * value);
        const found = attempt(() => estimate(response, regressor));
        if (found === null) return;
        answered++;
        expect(found.value).toBeCloseTo(b, 9);
        if (found.standardError !== null) expect(found.standardError).toBeLessThan(1e-10);
        if (found.lower !== null) expect(found.lower).toBeCloseTo(b, 9);
        if (found.upper !== null) expect(found.upper).toBeCloseTo(b, 9);
      }),
    );
    expect(answered).toBeGreaterThan(50);
  });

  test("scales with the portfolio and against the benchmark, exactly by powers of two", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const plain = attempt(() => estimate(y, x));
        fc.pre(plain !== null);
        const scaled = estimate(
          y.map((value) => 4 * value),
          x.map((value) => 8 * value),
        );
        expect(numbersOf(scaled!)).toEqual(numbersOf(plain!).map((value) => (value === null ? null : value / 2)));
      }),
    );
  });

  test("changes its sign with the portfolio's", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const plain = attempt(() => estimate(y, x));
        fc.pre(plain !== null && plain.lower !== null);
        const mirrored = estimate(
          y.map((value) => -value),
          x,
        )!;
        expect(mirrored.value).toBeCloseTo(-plain!.value, 10);
        // The bounds of Theil and Sen are not mirror images: of an uneven rest the upper one has the larger rank.
        if (name !== "Theil and Sen") expect(mirrored.lower).toBeCloseTo(-plain!.upper!, 8);
      }),
    );
  });

  test("does not move when every return of the portfolio rises by the same", () => {
    fc.assert(
      fc.property(sample, number, ([y, x], shift) => {
        const plain = attempt(() => estimate(y, x));
        fc.pre(plain !== null);
        const shifted = estimate(
          y.map((value) => value + shift),
          x,
        );
        const scale = 1 + Math.abs(plain!.value) + (plain!.standardError ?? 0);
        expect(Math.abs(shifted!.value - plain!.value)).toBeLessThan(1e-9 * scale);
      }),
    );
  });

  test("lies between its bounds", () => {
    const { value, lower, upper } = estimate(answer, wave)!;
    expect(lower!).toBeLessThan(value);
    expect(upper!).toBeGreaterThan(value);
  });

  test("leaves its inputs alone", () => {
    const [y, x] = [answer.slice(), wave.slice()];
    estimate(y, x);
    expect([y, x]).toEqual([answer, wave]);
  });

  test("is 0 for a portfolio that does not move", () => {
    const still = wave.map(() => 0.01);
    expect(estimate(still, wave)!.value).toBe(0);
    expect(
      estimate(
        wave.map(() => 0),
        wave,
      )!.value,
    ).toBe(0);
  });

  test("answers one huge return with finite numbers", () => {
    for (const [y, x] of [
      [answer.with(17, 1e90), wave],
      [answer, wave.with(17, 1e90)],
      [answer.with(17, 1e90), wave.with(17, -1e90)],
    ]) {
      const found = attempt(() => estimate(y, x));
      if (found !== null) expect(numbersOf(found).every((v) => v === null || Number.isFinite(v))).toBe(true);
    }
  });

  test("refuses a benchmark that does not vary", () => {
    for (const constant of [0, 0.01]) {
      const flat = wave.map(() => constant);
      expect(() => estimate(answer, flat)).toThrow(expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }));
    }
  });

  test("refuses lengths that differ, NaN and infinities wherever they are", () => {
    const badInput = expect.objectContaining({ code: "BAD_INPUT" });
    expect(() => estimate(answer, wave.subarray(1))).toThrow(badInput);
    expect(() => estimate(answer.subarray(1), wave)).toThrow(badInput);
    for (const t of [0, 20, 39]) {
      expect(() => estimate(answer.with(t, Number.NaN), wave)).toThrow(badInput);
      expect(() => estimate(answer, wave.with(t, Number.NaN))).toThrow(badInput);
      expect(() => estimate(answer, wave.with(t, Infinity))).toThrow(badInput);
    }
  });

  test("refuses 2 observations, and says how many it needs", () => {
    expect(() => estimate(answer.subarray(0, 2), wave.subarray(0, 2))).toThrow(
      expect.objectContaining({ code: "INSUFFICIENT_DATA", details: expect.objectContaining({ observations: 2 }) }),
    );
  });
});

describe("3 observations", () => {
  const y = Float64Array.of(0.01, -0.02, 0.04);
  const x = Float64Array.of(0.02, -0.01, 0.01);

  test("are enough for a line", () => {
    for (const name of ["exponentially weighted", "Huber", "Theil and Sen"]) {
      expect(Number.isFinite(ESTIMATORS[name](y, x)!.value), name).toBe(true);
    }
  });

  test("are too few beside neighbours, and in a direction", () => {
    const tooFew = expect.objectContaining({ code: "INSUFFICIENT_DATA" });
    for (const name of ["Dimson", "Dimson on lags alone", "Scholes and Williams"]) {
      expect(() => ESTIMATORS[name](y, x), name).toThrow(tooFew);
    }
    expect(upDownBeta(y, x)).toMatchObject({ up: null, down: null });
  });
});

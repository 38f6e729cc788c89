import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { number, sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { estimateKalmanNoise } from "./estimate-noise.ts";
import { gaussians } from "./gaussians.arbitrary.ts";
import { kalmanFilter } from "./kalman-filter.ts";
import { kalmanSmoother } from "./kalman-smoother.ts";
import type { KalmanNoise } from "./noise.ts";

const variance = fc.constantFrom(0, 1e-8, 1e-5, 1e-3, 0.1, 10);
const movement = fc.record({
  observation: fc.constantFrom(1e-6, 1e-4, 1e-2),
  alpha: variance.map((value) => value * 1e-4),
  betas: variance.map((value) => [value]),
});

/** NaN where b is NaN, and else within `share` of the larger plus `least`. */
function expectClose(a: Float64Array, b: Float64Array, share: number, least: number): void {
  a.forEach((value, t) => {
    if (Number.isNaN(b[t])) expect(value).toBeNaN();
    else expect(Math.abs(value - b[t])).toBeLessThanOrEqual(share * Math.abs(b[t]) + least);
  });
}

/** Skips draws in which the first regressors hardly differ, so that a common tolerance makes sense. */
function differsEarly(x: Float64Array): boolean {
  return Math.abs(x[1] - x[0]) > 1e-3;
}

describe("coefficients that do not move", () => {
  test("the filter is ordinary least squares on the periods so far, with the given variance", () => {
    fc.assert(
      fc.property(sample, fc.boolean(), ([y, x, z], one) => {
        fc.pre(one || !singularWith(x, z));
        const columns = one ? [x] : [x, z];
        const noise = { observation: 0.0003, alpha: 0, betas: columns.map(() => 0) };
        const filtered = kalmanFilter(y, columns, noise);
        const states = [filtered.alpha, ...filtered.betas];
        const errors = [filtered.alphaStandardErrors, ...filtered.betaStandardErrors];
        for (let t = 5; t < y.length; t++) {
          const soFar = columns.map((column) => column.subarray(0, t + 1));
          if (soFar.some((column) => singularWith(y.subarray(0, t + 1), column))) continue;
          if (!one && singularWith(soFar[0], soFar[1])) continue;
          const { coefficients, residualStandardError } = regress(y.subarray(0, t + 1), soFar);
          if (residualStandardError === 0) continue;
          coefficients.forEach(({ estimate, standardError }, j) => {
            const unitError = standardError / residualStandardError;
            expect(Math.abs(states[j][t] - estimate)).toBeLessThan(1e-11 * unitError);
            expect(Math.abs(errors[j][t] / (unitError * Math.sqrt(0.0003)) - 1)).toBeLessThan(1e-9);
          });
        }
      }),
    );
  });

  test("the smoother is ordinary least squares on the whole sample in every period", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const { coefficients } = regress(y, [x]);
        const { alpha, betas } = kalmanSmoother(y, [x], { observation: 0.0003, alpha: 0, betas: [0] });
        [alpha, betas[0]].forEach((states, j) => {
          expect(states.every((value) => value === states[0])).toBe(true);
          expect(states[0]).toBeCloseTo(coefficients[j].estimate, 13);
        });
      }),
    );
  });
});

describe("laws", () => {
  test("the filter's last entry is the smoother's", () => {
    fc.assert(
      fc.property(sample, movement, ([y, x], noise) => {
        const filtered = kalmanFilter(y, [x], noise);
        const smoothed = kalmanSmoother(y, [x], noise);
        const last = (series: Float64Array) => series.subarray(-1);
        expectClose(last(filtered.betas[0]), last(smoothed.betas[0]), 1e-9, 1e-9);
        expectClose(last(filtered.alpha), last(smoothed.alpha), 1e-9, 1e-11);
        expectClose(last(filtered.betaStandardErrors[0]), last(smoothed.betaStandardErrors[0]), 1e-8, 0);
        expect(smoothed.logLikelihood).toBe(filtered.logLikelihood);
      }),
    );
  });

  test("the smoother never knows less than the filter", () => {
    fc.assert(
      fc.property(sample, movement, ([y, x], noise) => {
        const {
          betaStandardErrors: [before],
        } = kalmanFilter(y, [x], noise);
        const {
          betaStandardErrors: [after],
        } = kalmanSmoother(y, [x], noise);
        before.forEach((error, t) => {
          if (!Number.isNaN(error)) expect(after[t]).toBeLessThanOrEqual(error * (1 + 1e-8));
        });
      }),
    );
  });

  test("the filter knows nothing of later periods: not a bit of an entry depends on them", () => {
    fc.assert(
      fc.property(sample, movement, fc.nat(), number, ([y, x], noise, at, value) => {
        const t = 4 + (at % (y.length - 4));
        fc.pre(new Set(x.subarray(0, t)).size > 1);
        const other = kalmanFilter(
          y.map((own, i) => (i < t ? own : value - own)),
          [x.map((own, i) => (i < t ? own : 2 * value + own))],
          noise,
        );
        const plain = kalmanFilter(y, [x], noise);
        expect(other.betas[0].subarray(0, t)).toEqual(plain.betas[0].subarray(0, t));
        expect(other.alphaStandardErrors.subarray(0, t)).toEqual(plain.alphaStandardErrors.subarray(0, t));
      }),
    );
  });

  test("a + b·x added to the response moves alpha by a and beta by b, and nothing else", () => {
    fc.assert(
      fc.property(sample, movement, number, number, ([y, x], noise, a, b) => {
        fc.pre(differsEarly(x));
        const shifted = y.map((value, t) => value + a + b * x[t]);
        for (const run of [kalmanFilter, kalmanSmoother]) {
          const plain = run(y, [x], noise);
          const moved = run(shifted, [x], noise);
          expectClose(
            moved.betas[0],
            plain.betas[0].map((value) => value + b),
            1e-9,
            1e-9,
          );
          expectClose(
            moved.alpha,
            plain.alpha.map((value) => value + a),
            1e-9,
            1e-10,
          );
          expect(moved.logLikelihood! / plain.logLikelihood!).toBeCloseTo(1, 8);
        }
      }),
    );
  });

  test("scaling the regressor by c divides beta by c, and scaling the response scales everything", () => {
    fc.assert(
      fc.property(sample, movement, fc.constantFrom(1e-6, 3, 1e4), ([y, x], noise, c) => {
        fc.pre(differsEarly(x));
        const plain = kalmanFilter(y, [x], noise);
        const { observation, alpha, betas } = noise;
        const wide = kalmanFilter(y, [x.map((value) => value * c)], { ...noise, betas: [betas[0] / c ** 2] });
        const tall = kalmanFilter(
          y.map((value) => value * c),
          [x],
          { observation: observation * c ** 2, alpha: alpha * c ** 2, betas: [betas[0] * c ** 2] },
        );
        for (const [of, result, factor] of [
          [plain.betas[0], wide.betas[0], 1 / c],
          [plain.betas[0], tall.betas[0], c],
          [plain.alpha, tall.alpha, c],
          [plain.betaStandardErrors[0], wide.betaStandardErrors[0], 1 / c],
          [plain.alphaStandardErrors, tall.alphaStandardErrors, c],
        ] as const) {
          expectClose(
            result,
            of.map((value) => value * factor),
            1e-8,
            1e-9 * factor,
          );
        }
        // A density of the responses after the first two, which are spent on the start, and of a start in units of x.
        expect(wide.logLikelihood).toBeCloseTo(plain.logLikelihood! - Math.log(c), 6);
        expect(tall.logLikelihood).toBeCloseTo(plain.logLikelihood! - (y.length - 2) * Math.log(c), 6);
      }),
    );
  });

  test("the order of the regressors changes nothing but the order of the betas", () => {
    fc.assert(
      fc.property(sample, ([y, x, z]) => {
        fc.pre(!singularWith(x, z) && !singularWith(x.subarray(0, 5), z.subarray(0, 5)));
        const noise = { observation: 1e-4, alpha: 1e-9, betas: [1e-3, 0] };
        const forward = kalmanSmoother(y, [x, z], noise);
        const backward = kalmanSmoother(y, [z, x], { ...noise, betas: [0, 1e-3] });
        expectClose(backward.betas[1], forward.betas[0], 1e-8, 1e-8);
        expectClose(backward.betas[0], forward.betas[1], 1e-8, 1e-8);
      }),
    );
  });
});

describe("estimated noise", () => {
  const restricted = (y: Float64Array, x: Float64Array): KalmanNoise => {
    return { observation: regress(y, [x]).residualStandardError ** 2, alpha: 0, betas: [0] };
  };

  test("is never less likely than constant coefficients, nor than its neighbours", () => {
    fc.assert(
      fc.property(sample, variance, ([y, x], other) => {
        const { noise, logLikelihood } = estimateKalmanNoise(y, [x]);
        fc.pre(logLikelihood !== null);
        const { observation, alpha, betas } = noise;
        expect(observation).toBeGreaterThan(0);
        expect(kalmanFilter(y, [x], noise).logLikelihood).toBeCloseTo(logLikelihood!, 6);
        for (const rival of [
          restricted(y, x),
          { ...noise, observation: observation * 1.05 },
          { ...noise, alpha: alpha * 0.9 + 1e-4 * observation },
          { ...noise, betas: [betas[0] * 1.1 + observation] },
          { ...noise, betas: [betas[0] * other] },
        ]) {
          expect(kalmanFilter(y, [x], rival).logLikelihood).toBeLessThan(logLikelihood! + 1e-6);
        }
      }),
    );
  });

  test("is that of scaled series, scaled", () => {
    const x = gaussians(200, 1).map((value) => value / 100);
    const y = gaussians(200, 2).map((value, t) => value / 80 + (1 + Math.sin(t / 30)) * x[t]);
    const plain = estimateKalmanNoise(y, [x]).noise;
    expect(plain.betas[0]).toBeGreaterThan(0);
    const scaled = estimateKalmanNoise(
      y.map((value) => value * 300),
      [x.map((value) => value * 7e-5)],
    ).noise;
    expect(scaled.observation / 300 ** 2 / plain.observation).toBeCloseTo(1, 6);
    expect((scaled.betas[0] * 7e-5 ** 2) / 300 ** 2 / plain.betas[0]).toBeCloseTo(1, 5);
    if (plain.alpha === 0) expect(scaled.alpha).toBe(0);
    else expect(scaled.alpha / 300 ** 2 / plain.alpha).toBeCloseTo(1, 5);
  });

  test.each([3, 4, 5, 6])("of a simulated random walk of beta is near the truth (seed %d)", (seed) => {
    const n = 2000;
    const [market, own, step] = [gaussians(n, seed), gaussians(n, seed + 10), gaussians(n, seed + 20)];
    let beta = 1;
    const path = Float64Array.from(step, (value) => {
      beta += 0.03 * value;
      return beta;
    });
    const x = market.map((value) => value * 0.01);
    const y = own.map((value, t) => 0.0003 + path[t] * x[t] + 0.008 * value);
    const estimate = estimateKalmanNoise(y, [x]);
    expect(estimate.converged).toBe(true);
    expect(Math.abs(estimate.noise.observation / 0.008 ** 2 - 1)).toBeLessThan(0.1);
    expect(estimate.noise.betas[0] / 0.03 ** 2).toBeGreaterThan(0.6);
    expect(estimate.noise.betas[0] / 0.03 ** 2).toBeLessThan(1.6);
    // Standard errors mean what they say: the truth is within two of them about 95 % of the time.
    const { betas, betaStandardErrors } = kalmanFilter(y, [x], estimate);
    const within = path.filter((value, t) => Math.abs(value - betas[0][t]) < 1.96 * betaStandardErrors[0][t]).length;
    expect(within / n).toBeGreaterThan(0.9);
    expect(within / n).toBeLessThan(0.985);
  });

  test("beta follows a step, and the smoother sees it coming", () => {
    const n = 600;
    const x = gaussians(n, 7).map((value) => value * 0.01);
    const y = gaussians(n, 8).map((value, t) => (t < 300 ? 0.5 : 1.5) * x[t] + 0.004 * value);
    const estimate = estimateKalmanNoise(y, [x]);
    const filtered = kalmanFilter(y, [x], estimate).betas[0];
    const smoothed = kalmanSmoother(y, [x], estimate).betas[0];
    const mean = (series: Float64Array, from: number, to: number) =>
      series.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
    expect(mean(filtered, 100, 300)).toBeCloseTo(0.5, 1);
    expect(mean(filtered, 400, 600)).toBeCloseTo(1.5, 1);
    expect(mean(smoothed, 280, 300) - mean(filtered, 280, 300)).toBeGreaterThan(0.1);
    expect(Math.abs(regress(y, [x]).coefficients[1].estimate - 1)).toBeLessThan(0.2);
  });
});

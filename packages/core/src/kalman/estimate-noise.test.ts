import { describe, expect, test } from "vitest";
import { estimateKalmanNoise } from "./estimate-noise.ts";
import { gaussians } from "./gaussians.arbitrary.ts";
import { kalmanFilter } from "./kalman-filter.ts";
import { ratioLikelihood } from "./likelihood.ts";
import { stateSpace } from "./state-space.ts";

/** A regression whose alpha and beta move with these standard deviations beside noise of 1. */
function simulated(seed: number, n: number, alphaStep: number, betaStep: number) {
  const x = gaussians(n, seed);
  const [own, betaSteps, alphaSteps] = [5000, 10000, 15000].map((offset) => gaussians(n, seed + offset));
  let [alpha, beta] = [0, 1];
  const y = x.map((value, t) => {
    alpha += alphaStep * alphaSteps[t];
    beta += betaStep * betaSteps[t];
    return alpha + beta * value + own[t];
  });
  return { x, y };
}

/** The largest log-likelihood on a grid of 50 by 50 ratios. */
function bestOfGrid(y: Float64Array, x: Float64Array): number {
  const likelihood = ratioLikelihood(stateSpace(y, [x], {}));
  const levels = [0, ...Array.from({ length: 49 }, (_, i) => 10 ** (i / 4 - 7))];
  const values = levels.flatMap((a) => levels.map((b) => likelihood.evaluate(Float64Array.of(a, b)).logLikelihood));
  return Math.max(...values);
}

describe("no point of a fine grid is more likely", () => {
  test.each([
    ["two peaks, one of them at 0", 1757, 20, 0, 1],
    ["two peaks along beta's noise", 2224, 10, 0.5, 0],
    ["a peak that is reached through 0 only", 986, 40, 0, 0.3],
    ["a noise that is 0 on the coarse grid", 1014, 40, 0.5, 0.05],
    ["a peak far from nothing moving", 244, 10, 0.5, 0.05],
    ["another one", 633, 20, 0.5, 0.3],
    ["an observation noise of next to 0", 88, 10, 0, 0.3],
    ["an ordinary case", 100, 100, 0.05, 0.05],
  ])("%s", (_, seed, n, alphaStep, betaStep) => {
    const { x, y } = simulated(seed, n, alphaStep, betaStep);
    const { logLikelihood, converged } = estimateKalmanNoise(y, [x]);
    expect(converged).toBe(true);
    expect(logLikelihood).toBeGreaterThan(bestOfGrid(y, x) - 1e-8);
  });
});

describe("a noise that adds nothing is exactly 0", () => {
  test.each([
    [141, 20, 0, 1],
    [158, 40, 0, 1],
    [281, 20, 0, 0.3],
    [350, 40, 0, 1],
  ])("alpha's of sample %d", (seed, n, alphaStep, betaStep) => {
    const { x, y } = simulated(seed, n, alphaStep, betaStep);
    const { noise, logLikelihood } = estimateKalmanNoise(y, [x]);
    expect(noise.alpha).toBe(0);
    expect(noise.betas[0]).toBeGreaterThan(0);
    const moved = kalmanFilter(y, [x], { ...noise, alpha: 1e-6 * noise.observation }).logLikelihood;
    expect(moved).toBeLessThan(logLikelihood!);
  });
});

test("an alpha that is all there is leaves hardly any observation noise", () => {
  const steps = gaussians(300, 1);
  const x = gaussians(300, 2);
  let alpha = 0;
  const y = steps.map((step) => {
    alpha += step;
    return alpha;
  });
  const { noise, converged } = estimateKalmanNoise(y, [x]);
  expect(converged).toBe(true);
  expect(noise.alpha).toBeCloseTo(steps.reduce((sum, step) => sum + step * step, 0) / 300, 1);
  expect(noise.observation).toBeGreaterThan(0);
  expect(noise.observation).toBeLessThan(1e-4 * noise.alpha);
  expect(Math.abs(kalmanFilter(y, [x], noise).alpha.at(-1)! - alpha)).toBeLessThan(0.2);
});

test("has not converged where the likelihood has no bound: periods in which nothing happens fit without any noise", () => {
  const steps = gaussians(120, 3);
  const x = gaussians(120, 4).map((value, t) => (t % 3 === 0 ? 0 : value));
  let beta = 1;
  const y = x.map((value, t) => {
    beta += steps[t];
    return beta * value;
  });
  expect(estimateKalmanNoise(y, [x]).converged).toBe(false);
});

import { describe, expect, test } from "vitest";
import { columnsOf } from "../../golden/read-golden.ts";
import { denseKalmanCases, type KalmanCase, kalmanCases } from "../../golden/read-kalman.ts";
import { estimateKalmanNoise } from "./estimate-noise.ts";
import { kalmanFilter } from "./kalman-filter.ts";
import type { KalmanRegression } from "./kalman-regression.ts";
import { kalmanSmoother } from "./kalman-smoother.ts";

function inputsOf({ y, x, observation, steps }: KalmanCase) {
  const [alpha, ...betas] = steps;
  return [Float64Array.from(y), columnsOf(x), { observation, alpha, betas }] as const;
}

/** The worst deviation of the states in standard errors, and that of the standard errors as a share of themselves. */
function deviations(golden: KalmanCase, result: KalmanRegression, kind: "filtered" | "smoothed") {
  let [ofStates, ofErrors] = [0, 0];
  golden.periods.forEach((t, row) => {
    [result.alpha, ...result.betas].forEach((states, j) => {
      const expected = golden[`${kind}Errors`][row][j];
      const error = [result.alphaStandardErrors, ...result.betaStandardErrors][j][t];
      ofStates = Math.max(ofStates, Math.abs(states[t] - golden[kind][row][j]) / expected);
      ofErrors = Math.max(ofErrors, Math.abs(error / expected - 1));
    });
  });
  if (process.env.PRINT_DIGITS) console.log(golden.name, kind, ofStates, ofErrors);
  return { ofStates, ofErrors };
}

/** Held to 1e-13 but for these: a difference of 1e-7 in a regressor, and a value of 1e5, cost what they are. */
const HARD: Readonly<Record<string, number>> = { "the first regressors hardly differ": 1e-9, "a huge outlier": 1e-10 };

describe.each([
  // statsmodels starts with large variances, and loses digits to them.
  ["statsmodels", kalmanCases, 1e-10],
  ["dense least squares in 50 digits", denseKalmanCases, 1e-13],
] as const)("agrees with %s", (_, cases, ordinary) => {
  test.each(cases)("$name: filter", (golden) => {
    const result = kalmanFilter(...inputsOf(golden));
    const { ofStates, ofErrors } = deviations(golden, result, "filtered");
    const tolerance = HARD[golden.name] ?? ordinary;
    expect(ofStates).toBeLessThan(tolerance);
    expect(ofErrors).toBeLessThan(tolerance);
    expect(result.logLikelihood).toBeCloseTo(golden.logLikelihood, 8);
    const determined = Array.from(result.betas[0], Number.isFinite);
    expect(determined).toEqual(golden.y.map((__, t) => t >= golden.diffusePeriods - 1));
  });

  test.each(cases)("$name: smoother", (golden) => {
    const result = kalmanSmoother(...inputsOf(golden));
    const { ofStates, ofErrors } = deviations(golden, result, "smoothed");
    const tolerance = HARD[golden.name] ?? ordinary;
    expect(ofStates).toBeLessThan(tolerance);
    expect(ofErrors).toBeLessThan(tolerance);
    expect(result.logLikelihood).toBeCloseTo(golden.logLikelihood, 8);
  });
});

describe("the maximum of the likelihood is at least the one that scipy finds with statsmodels' filter", () => {
  test.each(kalmanCases.filter(({ maximum }) => maximum !== null))("$name", (golden) => {
    const reference = golden.maximum!;
    const [y, columns] = inputsOf(golden);
    const estimate = estimateKalmanNoise(y, columns);
    const { noise, logLikelihood, converged } = estimate;
    expect(converged).toBe(true);
    expect(logLikelihood).toBeGreaterThan(reference.logLikelihood - 1e-8);
    expect(logLikelihood).toBeLessThan(reference.logLikelihood + 1e-6); // the reference searched well, too
    expect(Math.abs(noise.observation / reference.observation - 1)).toBeLessThan(1e-5);
    [noise.alpha, ...noise.betas].forEach((variance, j) => {
      if (reference.steps[j] === 0) expect(variance).toBe(0);
      else expect(Math.abs(variance / reference.steps[j] - 1)).toBeLessThan(1e-3);
    });
    const { alpha, betas, betaStandardErrors } = kalmanFilter(y, columns, estimate);
    expect(alpha.at(-1)).toBeCloseTo(reference.lastStates[0], 7);
    betas.forEach((beta, j) => {
      expect(Math.abs(beta.at(-1)! - reference.lastStates[j + 1])).toBeLessThan(1e-4 * betaStandardErrors[j].at(-1)!);
    });
  });
});

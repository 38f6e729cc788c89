import { describe, expect, test } from "vitest";
import { columnsOf } from "../../golden/read-golden.ts";
import { kalmanCases } from "../../golden/read-kalman.ts";
import { regress } from "../regression/regression.ts";
import { roomForPass, runForward } from "./forward-pass.ts";
import { diffuseLogLikelihood, ratioLikelihood } from "./likelihood.ts";
import { stateSpace } from "./state-space.ts";
import { runForwardTwo } from "./two-states.ts";

const spaces = kalmanCases.map(({ name, y, x }) => ({
  name,
  y: Float64Array.from(y),
  x: columnsOf(x),
  space: stateSpace(Float64Array.from(y), columnsOf(x), {}),
}));

describe.each(spaces)("$name", ({ y, x, space }) => {
  const likelihood = ratioLikelihood(space);
  const ratios = Float64Array.from({ length: space.states }, (_, j) => 0.003 * (j + 1));

  test("the score is the derivative of the log-likelihood", () => {
    const score = new Float64Array(space.states);
    likelihood.evaluateWithScore(ratios, score);
    ratios.forEach((ratio, j) => {
      const at = (factor: number) => likelihood.evaluate(ratios.with(j, ratio * (1 + factor))).logLikelihood;
      // A difference of five points, of order h⁴.
      const slope = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / (12e-3 * ratio);
      expect(Math.abs(score[j] / slope - 1)).toBeLessThan(1e-6);
    });
  });

  test("the observation noise that goes with the ratios is the one with the largest likelihood", () => {
    const { logLikelihood, observation } = likelihood.evaluate(ratios);
    expect(diffuseLogLikelihood(space, ratios, observation)).toBeCloseTo(logLikelihood, 8);
    for (const factor of [0.99, 1.01]) {
      expect(diffuseLogLikelihood(space, ratios, observation * factor)).toBeLessThan(logLikelihood);
    }
  });

  test("without movement it is that of ordinary least squares, restricted", () => {
    const { residualStandardError, degreesOfFreedom } = regress(y, x);
    // ½ ln det XᵀX, from the standard error of a regressor next to each one before it.
    let logInformation = Math.log(y.length);
    x.forEach((column, j) => {
      const before = x.slice(0, j);
      const rest = before.length === 0 ? column.map((v) => v - mean(column)) : regress(column, before).residuals;
      logInformation += Math.log(rest.reduce((sum, value) => sum + value * value, 0));
    });
    const variance = residualStandardError ** 2;
    const expected =
      -(y.length * Math.log(2 * Math.PI) + degreesOfFreedom * (Math.log(variance) + 1) + logInformation) / 2;
    expect(likelihood.evaluate(new Float64Array(space.states)).logLikelihood).toBeCloseTo(expected, 8);
  });
});

test("the pass for two states is the general one", () => {
  const { space } = spaces[3];
  for (const ratios of [Float64Array.of(0, 0), Float64Array.of(0.01, 0), Float64Array.of(0.3, 20)]) {
    const [general, special] = [roomForPass(250, 2, false), roomForPass(250, 2, false)];
    runForward(space.design, space.residuals, ratios, general);
    runForwardTwo(space.design[1], space.residuals, ratios, special);
    for (const of of [general, special]) expect(of.variances.every((value) => value >= 1)).toBe(true);
    const columns = (pass: typeof general) => [pass.innovations, pass.variances, ...pass.effects, ...pass.gains];
    columns(special).forEach((column, index) => {
      column.forEach((value, t) => {
        expect(value).toBeCloseTo(columns(general)[index][t], 11);
      });
    });
  }
});

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

import { expect, test } from "vitest";
import { AnalysisError } from "../errors.ts";
import { expandingRegression, rollingRegression } from "./rolling.ts";

const x = Float64Array.from({ length: 400 }, (_, t) => Math.sin(t * t));
const exact = x.map((value) => 2 * value);
const loose = x.map((value, t) => value + Math.cos(t * 1.7));

test("windows that need a fit of their own use up the allowance, and say what to do", () => {
  const run = (mostRefitted: number) => rollingRegression(exact, [x], 100, { mostRefitted });
  expect(() => run(60_000)).toThrow(AnalysisError);
  expect(() => run(60_000)).toThrow(/choose a shorter window or period/);
  // 301 windows of 100 observations of 2 series.
  expect(run(60_200).betas[0].every((beta) => Math.abs(beta - 2) < 1e-15)).toBe(true);
  expect(() => expandingRegression(exact, [x], 100, { mostRefitted: 60_200 })).toThrow(/choose a shorter/);
});

test("ordinary windows, and those of an asset that does not trade, need no allowance", () => {
  expect(rollingRegression(loose, [x], 100, { mostRefitted: 0 }).betas[0]).toHaveLength(301);
  const halted = rollingRegression(new Float64Array(400).fill(0.01), [x], 100, { mostRefitted: 0 });
  expect(halted.alpha[0]).toBe(0.01);
  expect(halted.betas[0][300]).toBe(0);
  expect(halted.standardErrors[0][300]).toBe(0);
  expect(halted.rSquared[300]).toBeNaN();
});

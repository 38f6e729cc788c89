import { AnalysisError } from "../errors.ts";
import { checkValues } from "../regression/column-check.ts";
import { checkShape } from "../regression/regression.ts";
import type { WindowedProblem } from "./windows.ts";

/** Refuses what cannot be regressed in windows. `what` names the length in messages: a window, a minimum. */
export function checkProblem({ response, regressors, shortest, options }: WindowedProblem, what: string): void {
  const terms = options.terms ?? regressors.map((_, j) => `x${j + 1}`);
  checkShape(response, regressors, terms);
  checkLength(shortest, regressors.length, what);
  if (shortest > response.length) {
    throw new AnalysisError(
      "INSUFFICIENT_DATA",
      `${what} of ${shortest} needs at least as many observations, got ${response.length}`,
      { observations: response.length, needed: shortest },
    );
  }
  checkValues(response, "the response");
  regressors.forEach((values, j) => {
    checkValues(values, terms[j]);
  });
}

function checkLength(length: number, benchmarks: number, what: string): void {
  const least = benchmarks + 2;
  if (Number.isInteger(length) && length >= least) return;
  const noun = benchmarks === 1 ? "benchmark" : "benchmarks";
  throw new AnalysisError(
    "BAD_INPUT",
    `${what} of a regression on ${benchmarks} ${noun} must be an integer of at least ${least}, got ${length}`,
    { length: String(length), least },
  );
}

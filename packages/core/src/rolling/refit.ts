import { AnalysisError } from "../errors.ts";
import type { Regression } from "../regression/fitted-regression.ts";
import { regress } from "../regression/regression.ts";
import { inWindow, type RollingRegression, spend, type WindowedProblem } from "./windows.ts";

/** Fits one window by itself, by the rules of `regress`, in time that grows with its length. NaN where it refuses. */
export function refit(into: RollingRegression, problem: WindowedProblem, index: number): void {
  store(into, index, fitOf(problem, index));
}

/** What {@link refit} does where a regressor has been seen not to vary, without a look at the window. */
export function refuse(into: RollingRegression, index: number): void {
  store(into, index, null);
}

function store(into: RollingRegression, index: number, fit: Regression | null): void {
  into.alpha[index] = fit?.coefficients[0].estimate ?? Number.NaN;
  into.rSquared[index] = fit?.rSquared ?? Number.NaN;
  into.betas.forEach((beta, j) => {
    beta[index] = fit?.coefficients[j + 1].estimate ?? Number.NaN;
    into.standardErrors[j][index] = fit?.coefficients[j + 1].standardError ?? Number.NaN;
  });
}

function fitOf(problem: WindowedProblem, index: number): Regression | null {
  spend(problem, index, "fitted");
  const within = (column: Float64Array) => inWindow(column, problem, index);
  try {
    return regress(within(problem.response), problem.regressors.map(within), problem.options);
  } catch (error) {
    if (error instanceof AnalysisError) return null;
    throw error;
  }
}

/** What `regress` says of a response that is the same throughout, as that of an asset that does not trade. */
export function answerConstant(into: RollingRegression, index: number, value: number): void {
  into.alpha[index] = value;
  for (const column of [...into.betas, ...into.standardErrors]) column[index] = 0;
  into.rSquared[index] = Number.NaN;
}

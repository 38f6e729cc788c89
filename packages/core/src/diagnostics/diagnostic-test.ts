import type { Regression } from "../regression/fitted-regression.ts";

/** A test of what a regression assumes. What is not defined is null, and `reason` says why. */
export interface DiagnosticTest {
  readonly statistic: number | null;
  /** How often chance alone gives a statistic at least as far out when the assumption holds. */
  readonly pValue: number | null;
  readonly reason?: string;
}

/** Fewer residuals than these say next to nothing about how residuals behave. */
const FEWEST_OBSERVATIONS = 5;

/** With 1 degree of freedom the regressors fix the residuals but for their size: every sample gives the same statistic. */
const FEWEST_DEGREES_OF_FREEDOM = 2;

/** Why there is nothing to test in so many residuals, or undefined. */
export function tooFew(observations: number): string | undefined {
  if (observations >= FEWEST_OBSERVATIONS) return undefined;
  return `a test of residuals needs at least ${FEWEST_OBSERVATIONS} observations, got ${observations}`;
}

/** Why the residuals of a regression cannot be tested, or undefined. */
export function untestable({ observations, degreesOfFreedom, residualStandardError }: Regression): string | undefined {
  if (residualStandardError === 0) return "the fit is exact: it leaves no residuals to test";
  if (tooFew(observations) !== undefined) return tooFew(observations);
  if (degreesOfFreedom >= FEWEST_DEGREES_OF_FREEDOM) return undefined;
  return `a test of residuals needs at least ${FEWEST_DEGREES_OF_FREEDOM} degrees of freedom, got ${degreesOfFreedom}`;
}

/** A test without an answer. */
export function undefinedTest(reason: string): DiagnosticTest {
  return { statistic: null, pValue: null, reason };
}

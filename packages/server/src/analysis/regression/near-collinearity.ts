import { AnalysisError, conditionNumber } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { Warning } from "../joining/warnings.ts";

/**
 * Above this, betas are hard to tell apart: D. Belsley, E. Kuh, R. Welsch, "Regression Diagnostics" (1980), chapter 3.
 */
export const HIGHEST_CONDITION = 30;

/** A warning for benchmarks that nearly repeat each other, and for hedge instruments that do. */
export function nearCollinearity(joint: JointReturns): Warning[] {
  const { benchmarks, benchmarkSymbols, instruments, instrumentSymbols } = joint;
  return [
    ...warningOf(benchmarks, benchmarkSymbols),
    ...(instruments === benchmarks ? [] : warningOf(instruments, instrumentSymbols)),
  ];
}

function warningOf(columns: readonly Float64Array[], symbols: readonly string[]): Warning[] {
  const condition = columns.length < 2 ? 1 : conditionOf(columns, symbols);
  if (condition <= HIGHEST_CONDITION) return [];
  const message = `${symbols.join(", ")} nearly repeat each other (condition number ${condition.toPrecision(2)}): how a hedge is split among them is mostly chance; leave one out, or ask for minimumNorm`;
  return [{ code: "NEAR_COLLINEAR", message }];
}

/** Where they repeat each other altogether, or are too few, that is said elsewhere. */
function conditionOf(columns: readonly Float64Array[], symbols: readonly string[]): number {
  try {
    return conditionNumber(columns, symbols);
  } catch (error) {
    if (error instanceof AnalysisError) return 1;
    throw error;
  }
}

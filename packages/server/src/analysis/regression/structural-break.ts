import { AnalysisError, betaCusum, formatDate, type Regression } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { Warning } from "../joining/warnings.ts";

/** Sure enough to be said of every answer: at 0.05, one steady beta in twenty would be called moved. */
const SIGNIFICANCE = 0.01;

/** A warning for each benchmark whose beta did not stay what it was, by the CUSUM test. */
export function structuralBreaks(joint: JointReturns, regression: () => Regression): Warning[] {
  const { dates, benchmarkSymbols } = joint;
  return benchmarkSymbols.flatMap((benchmark, j): Warning[] => {
    const { pValue, index } = testOf(regression, j);
    if (pValue === null || index === null || pValue >= SIGNIFICANCE) return [];
    const after = formatDate(dates[index]);
    const message = `the beta to ${benchmark} moved, most likely after ${after} (CUSUM test, p ${pValue.toPrecision(1)}): one ratio for the whole sample is an average of two`;
    return [{ code: "STRUCTURAL_BREAK", message }];
  });
}

/** Where there is no regression, or too little of it to be tested, that is said elsewhere. */
function testOf(regression: () => Regression, benchmark: number) {
  try {
    return betaCusum(regression(), benchmark + 1);
  } catch (error) {
    if (error instanceof AnalysisError) return { pValue: null, index: null };
    throw error;
  }
}

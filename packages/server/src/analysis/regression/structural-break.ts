import { AnalysisError, betaCusum, formatDate } from "@hedgeql/core";
import type { Warning } from "../joining/warnings.ts";
import type { RegressionAnalysis } from "./regression-analysis.ts";

/** Sure enough to be said of every answer: at 0.05, one steady beta in twenty would be called moved. */
const SIGNIFICANCE = 0.01;

/** A warning for each benchmark whose beta did not stay what it was, by the CUSUM test. */
export function structuralBreaks(analysis: RegressionAnalysis): Warning[] {
  const { dates, benchmarkSymbols } = analysis.joint;
  return benchmarkSymbols.flatMap((benchmark, j): Warning[] => {
    const { pValue, index } = testOf(analysis, j);
    if (pValue === null || index === null || pValue >= SIGNIFICANCE) return [];
    const after = formatDate(dates[index]);
    const message = `the beta to ${benchmark} moved, most likely after ${after} (CUSUM test, p ${pValue.toPrecision(1)}): one ratio for the whole sample is an average of two`;
    return [{ code: "STRUCTURAL_BREAK", message }];
  });
}

/** Where there is no regression, or too little of it to be tested, that is said elsewhere. */
function testOf(analysis: RegressionAnalysis, benchmark: number) {
  try {
    return betaCusum(analysis.regression, benchmark + 1);
  } catch (error) {
    if (error instanceof AnalysisError) return { pValue: null, index: null };
    throw error;
  }
}

import type { Regression } from "../src/index.ts";

/** Reads every statistic of a regression, as a table would: one that is computed when it is first read is paid for. */
export function readTable(regression: Regression): Regression {
  let read = 0;
  for (const { standardError, tStatistic, pValue, lower, upper } of regression.coefficients) {
    read += standardError + (tStatistic ?? 0) + (pValue ?? 0) + lower + upper;
  }
  const { rSquared, adjustedRSquared, residualStandardError, fStatistic, fPValue, aic, bic } = regression;
  read += residualStandardError;
  for (const statistic of [rSquared, adjustedRSquared, fStatistic, fPValue, aic, bic]) read += statistic ?? 0;
  if (Number.isNaN(read)) throw new Error("a regression has a statistic that is not a number");
  return regression;
}

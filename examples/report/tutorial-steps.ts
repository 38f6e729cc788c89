/** The tutorial's four steps, on whatever page: the sample, the regression, the hedge, the verification. */
import type { HedgedPortfolioResult } from "@hedgeql/sdk";
import { percent } from "./numbers.ts";
import type { Page } from "./page.ts";
import { annualAlphaLines, coefficientTable, sampleLines, spanOf, standardErrorsOf } from "./regression-steps.ts";

export type Hedged = HedgedPortfolioResult["hedgedPortfolio"];

export function sampleStep(page: Page, { provenance }: Hedged): void {
  page.step(1, "The sample");
  sampleLines(page, provenance);
}

export function regressionStep(page: Page, { regression, provenance }: Hedged): void {
  page.step(2, "Regression: return = alpha + beta x benchmark + residual");
  coefficientTable(page, regression, spanOf(provenance));
  page.blank();
  page.line("Standard errors", standardErrorsOf(regression));
  annualAlphaLines(page, regression, provenance);
}

export function hedgeStep(page: Page, { regression, effectiveness, unhedged, returns, provenance }: Hedged): void {
  const { unit, sparse } = spanOf(provenance);
  const [asset] = provenance.assets;
  page.step(3, "The hedge");
  const trades = regression.coefficients.slice(1).map(({ term, estimate }) => {
    const side = Number(estimate.toFixed(4)) >= 0 ? "sell short" : "buy";
    return `${side} ${Math.abs(estimate).toFixed(4)} of ${term} for each 1.0000 held in ${asset.symbol},`;
  });
  page.paragraph(...trades, `by value, restored ${sparse ? "on each of these dates" : `every ${unit}`}`);
  page.blank();
  const annual = (series: Float64Array) => percent(volatility(series, provenance.periodsPerYear), 1);
  const volatilities = `${annual(unhedged.values)} unhedged, ${annual(returns.values)} hedged`;
  page.line("Volatility a year", sparse ? `not given: the returns are farther apart than a ${unit}` : volatilities);
  page.line(
    "Variance removed",
    effectiveness === null ? "not defined: the returns do not vary" : percent(effectiveness, 1),
  );
}

export function verificationStep(page: Page, { verification, provenance }: Hedged): void {
  const span = spanOf(provenance);
  page.step(4, "Verification: the hedged returns on the same benchmarks");
  if (verification.rSquared === null) {
    page.paragraph(
      `The benchmarks explain ${provenance.assets[0].symbol} exactly: the hedged returns do not vary, and nothing is left to regress.`,
    );
    return;
  }
  coefficientTable(page, verification, span);
  const left = Math.max(...verification.coefficients.slice(1).map(({ estimate }) => Math.abs(estimate)));
  page.line("Beta left", `${left.toExponential(1)}, which is 0 but for rounding`);
  page.blank();
  page.paragraph(
    "The beta is 0 because it was fitted on these very returns: that shows the",
    `arithmetic to be right, and says nothing of the next ${span.period}. The alpha is kept.`,
  );
}

function volatility(series: Float64Array, periodsPerYear: number): number {
  const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
  const squares = series.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt((squares / (series.length - 1)) * periodsPerYear);
}

/**
 * The tutorial in four steps, for any stock and any benchmarks: the sample, the regression, the hedge, the verification.
 *
 *     pnpm example hedge-report --symbol sample:AAPL --benchmark sample:^GSPC
 *
 * HEDGEQL_URL names another server than the one on this computer.
 */
import { parseArgs } from "node:util";
import { createClient, HedgeQLError } from "@hedgeql/sdk";
import { percent } from "./report/numbers.ts";
import { questionOf, readOptions, SHARED_OPTIONS, URL_BY_DEFAULT } from "./report/options.ts";
import { Page } from "./report/page.ts";
import {
  alphaLabel,
  annualAlphaLines,
  assetLines,
  coefficientTable,
  sampleLines,
  spanOf,
  standardErrorsOf,
} from "./report/regression-steps.ts";

const REPORT = { name: "hedge-report", covariance: "CLASSICAL" } as const;

const question = questionOf(
  REPORT,
  readOptions(REPORT, () => parseArgs({ options: SHARED_OPTIONS }).values),
);
const hedgeql = createClient({ url: process.env.HEDGEQL_URL ?? URL_BY_DEFAULT });

try {
  const { hedgedPortfolio } = await hedgeql.hedgedPortfolio(question);
  const { regression, verification, provenance, effectiveness, returns, unhedged } = hedgedPortfolio;
  const [asset] = provenance.assets;
  const span = spanOf(provenance);
  const { unit, period, sparse } = span;
  const symbols = provenance.assets.map(({ symbol }) => symbol);
  const page = new Page(["Volatility a year", alphaLabel(span), ...symbols]);

  page.heading(`${asset.symbol} hedged with ${question.benchmarks.join(" and ")}`);
  assetLines(page, provenance);

  page.step(1, "The sample");
  sampleLines(page, provenance);

  page.step(2, "Regression: return = alpha + beta x benchmark + residual");
  coefficientTable(page, regression, span);
  page.blank();
  page.line("Standard errors", standardErrorsOf(regression));
  annualAlphaLines(page, regression, provenance);

  page.step(3, "The hedge");
  for (const { term, estimate } of regression.coefficients.slice(1)) {
    const side = Number(estimate.toFixed(4)) >= 0 ? "sell short" : "buy";
    console.log(`  ${side} ${Math.abs(estimate).toFixed(4)} of ${term} for each 1.0000 held in ${asset.symbol},`);
  }
  console.log(`  by value, restored ${sparse ? "on each of these dates" : `every ${unit}`}\n`);
  const volatilities = `${annual(unhedged.values)} unhedged, ${annual(returns.values)} hedged`;
  page.line("Volatility a year", sparse ? `not given: the returns are farther apart than a ${unit}` : volatilities);
  page.line(
    "Variance removed",
    effectiveness === null ? "not defined: the returns do not vary" : percent(effectiveness, 1),
  );

  page.step(4, "Verification: the hedged returns on the same benchmarks");
  if (verification.rSquared === null) {
    page.paragraph(
      `The benchmarks explain ${asset.symbol} exactly: the hedged returns do not vary, and nothing is left to regress.`,
    );
  } else {
    coefficientTable(page, verification, span);
    const left = Math.max(...verification.coefficients.slice(1).map(({ estimate }) => Math.abs(estimate)));
    page.line("Beta left", `${left.toExponential(1)}, which is 0 but for rounding`);
    console.log(`
  The beta is 0 because it was fitted on these very returns: that shows the
  arithmetic to be right, and says nothing of the next ${period}. The alpha is kept.`);
  }
  page.blank();

  function annual(series: readonly number[]): string {
    const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
    const squares = series.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return percent(Math.sqrt((squares / (series.length - 1)) * provenance.periodsPerYear), 1);
  }
} catch (error) {
  if (!(error instanceof HedgeQLError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}

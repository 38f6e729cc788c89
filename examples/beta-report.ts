/**
 * How far a beta is to be trusted: its standard errors, what other estimators make of it, what the tests say of the
 * regression, and how it moved over time.
 *
 *     pnpm example beta-report --symbol sample:AAPL --benchmark sample:^GSPC --covariance hac
 *
 * HEDGEQL_URL names another server than the one on this computer.
 */
import { parseArgs } from "node:util";
import { createClient, HedgeQLError } from "@hedgeql/sdk";
import { type BenchmarkDiagnostics, diagnosticsTable, influenceTable } from "./report/diagnostics-step.ts";
import { estimatesReading, estimatesTable } from "./report/estimates-step.ts";
import { questionOf, readOptions, SHARED_OPTIONS, URL_BY_DEFAULT, wholeNumber } from "./report/options.ts";
import {
  alphaLabel,
  annualAlphaLines,
  assetLines,
  coefficientTable,
  errorsReading,
  sampleLines,
  spanOf,
  standardErrorsOf,
} from "./report/regression-steps.ts";
import { rollingTable } from "./report/rolling-step.ts";
import { TerminalPage } from "./report/terminal-page.ts";

const REPORT = {
  name: "beta-report",
  covariance: "HAC",
  ownUsage: `  --window      how many returns a window of the rolling beta has
                                                    (default 252 days, 52 weeks, 36 months)
`,
} as const;
const WINDOWS = { DAY: 252, WEEK: 52, MONTH: 36 };

const options = readOptions(
  REPORT,
  () => parseArgs({ options: { ...SHARED_OPTIONS, window: { type: "string" } } }).values,
);
const question = questionOf(REPORT, options);
const window =
  options.window === undefined ? WINDOWS[question.period.interval] : wholeNumber(REPORT, "window", options.window);
const hedgeql = createClient({ url: process.env.HEDGEQL_URL ?? URL_BY_DEFAULT });

try {
  const { benchmarks } = question;
  const [{ regression }, { regression: classical }] = await Promise.all([
    hedgeql.regression(question),
    hedgeql.regression({ ...question, inference: { confidence: question.inference.confidence } }),
  ]);
  const [estimates, diagnostics, rolling] = await Promise.all([
    Promise.all(benchmarks.map((benchmark) => hedgeql.betaEstimates({ ...question, benchmark }))),
    Promise.all(benchmarks.map((benchmark) => hedgeql.diagnostics({ ...question, benchmark }))),
    rollingBetas(),
  ]);
  const { provenance } = regression;
  const span = spanOf(provenance);
  const symbols = provenance.assets.map(({ symbol }) => symbol);
  const page = new TerminalPage(["Alpha, compounded", alphaLabel(span), ...symbols]);

  page.heading(`The beta of ${symbols[0]} on ${benchmarks.join(" and ")}`);
  assetLines(page, provenance);
  page.blank();
  sampleLines(page, provenance);

  page.step(1, "The regression");
  const besides = regression.covariance.estimator === "CLASSICAL" ? undefined : classical;
  coefficientTable(page, regression, span, besides);
  page.blank();
  page.line("Standard errors", standardErrorsOf(regression));
  if (besides !== undefined) page.wrappedLine("", errorsReading(regression, classical));

  page.step(2, "Beta by every estimator");
  estimates.forEach(({ regression: { betaEstimates } }, j) => {
    if (j > 0) page.blank();
    if (benchmarks.length > 1) page.paragraph(`On ${benchmarks[j]}:`);
    estimatesTable(page, betaEstimates, regression.confidence);
    page.blank();
    estimatesReading(page, betaEstimates);
  });

  page.step(3, "Alpha by the year, three ways");
  annualAlphaLines(page, regression, provenance);

  page.step(4, "Diagnostics: does the regression deserve trust?");
  const tests: BenchmarkDiagnostics[] = diagnostics.map((answer, j) => ({
    benchmark: benchmarks[j],
    ...answer.regression.diagnostics,
  }));
  diagnosticsTable(page, tests);
  for (const one of tests) influenceTable(page, one);

  page.step(5, `Rolling beta, windows of ${window} returns`);
  if (typeof rolling === "string") page.paragraph(`Not given: ${rolling}. --window sets another length.`);
  else {
    rolling.betas.forEach((beta, j) => {
      if (j > 0) page.blank();
      rollingTable(page, rolling.dates, beta);
    });
  }
  page.blank();
} catch (error) {
  if (!(error instanceof HedgeQLError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}

/** Or why there are none: the rest of the report does not need them. */
async function rollingBetas() {
  try {
    return (await hedgeql.rollingRegression({ ...question, window })).regression.rolling;
  } catch (error) {
    if (error instanceof HedgeQLError && error.code === "INSUFFICIENT_DATA") return error.message;
    throw error;
  }
}

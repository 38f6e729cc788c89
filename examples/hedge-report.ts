/**
 * The tutorial in four steps, for any stock and any benchmarks: the sample, the regression, the hedge, the verification.
 *
 *     pnpm example hedge-report --symbol sample:AAPL --benchmark sample:^GSPC
 *
 * `--out report/` also writes them to one HTML file, with the pictures and what the hedge did out of sample.
 *
 * HEDGEQL_URL names another server than the one on this computer.
 */
import { parseArgs } from "node:util";
import { createClient, HedgeQLError } from "@hedgeql/sdk";
import { fileHedgeReport } from "./report/hedge-file.ts";
import { HEDGE_OPTIONS, HEDGE_REPORT, hedgeRequestOf } from "./report/hedge-options.ts";
import { readOptions, URL_BY_DEFAULT } from "./report/options.ts";
import { alphaLabel, assetLines, spanOf } from "./report/regression-steps.ts";
import { ReportFolderError } from "./report/report-folder.ts";
import { TerminalPage } from "./report/terminal-page.ts";
import { hedgeStep, regressionStep, sampleStep, verificationStep } from "./report/tutorial-steps.ts";

const { question, filed } = hedgeRequestOf(
  readOptions(HEDGE_REPORT, () => parseArgs({ options: HEDGE_OPTIONS }).values),
);
const hedgeql = createClient({ url: process.env.HEDGEQL_URL ?? URL_BY_DEFAULT });

try {
  const { hedgedPortfolio: hedged } = await hedgeql.hedgedPortfolio(question);
  const { provenance } = hedged;
  const symbols = provenance.assets.map(({ symbol }) => symbol);
  const title = `${symbols[0]} hedged with ${question.benchmarks.join(" and ")}`;
  // Before anything is printed: a folder that cannot be written to is all that there is to say then.
  const written = filed === undefined ? undefined : await fileHedgeReport(hedgeql, question, filed, { title, hedged });

  const page = new TerminalPage(["Volatility a year", alphaLabel(spanOf(provenance)), ...symbols]);
  page.heading(title);
  assetLines(page, provenance);
  sampleStep(page, hedged);
  regressionStep(page, hedged);
  hedgeStep(page, hedged);
  verificationStep(page, hedged);
  page.blank();
  if (written !== undefined) {
    console.log(`Open ${written.path} in a browser. Beside it: ${written.pictures} pictures as SVG.\n`);
  }
} catch (error) {
  if (error instanceof ReportFolderError) console.error(error.message);
  else if (error instanceof HedgeQLError) console.error(`${error.code}: ${error.message}`);
  else throw error;
  process.exitCode = 1;
}

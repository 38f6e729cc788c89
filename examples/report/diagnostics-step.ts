/** What the tests say of a regression, and the dates that move its betas most. */
import type { DiagnosticsResult, StabilityFieldsFragment, TestFieldsFragment } from "@hedgeql/sdk";
import { orDash, percent, probability, rounded, signed } from "./numbers.ts";
import type { Page } from "./page.ts";

/** The tests of one regression; those of a single beta are of this benchmark's. */
export type BenchmarkDiagnostics = DiagnosticsResult["regression"]["diagnostics"] & {
  readonly benchmark: string;
};

const LABEL_WIDTH = 14;
const COLUMNS = [11, 9, 12];

export function diagnosticsTable(page: Page, tests: readonly BenchmarkDiagnostics[]): void {
  const [first] = tests;
  const several = tests.length > 1;
  page.rowWithText("", ["statistic", "p", "date"], COLUMNS, LABEL_WIDTH, "what it means");
  const row = (label: string, test: TestFieldsFragment, date = "", of = "") => {
    const { statistic, pValue, meaning } = test;
    const cells = [orDash(statistic, 3), probability(pValue), date];
    page.rowWithText(label, cells, COLUMNS, LABEL_WIDTH, `${of}${meaning}`);
  };
  row("Durbin-Watson", first.durbinWatson);
  row("Ljung-Box", first.ljungBox);
  row("Jarque-Bera", first.jarqueBera);
  row("Breusch-Pagan", first.breuschPagan);
  for (const { benchmark, betaCusum } of tests) {
    row("CUSUM of beta", betaCusum, moveOf(betaCusum), several ? `${benchmark}: ` : "");
  }
  row("CUSUM of alpha", first.residualCusum, moveOf(first.residualCusum));
  row("Chow", first.chow, first.chow.date ?? "");
  if (several) {
    const factors = first.varianceInflation.map(({ benchmark, factor }) => `${benchmark} ${rounded(factor, 2)}`);
    const text = `${first.conditionMeaning} Variance inflation: ${factors.join(", ")}.`;
    page.rowWithText("Condition", [rounded(first.conditionNumber, 2), "", ""], COLUMNS, LABEL_WIDTH, text);
  }
  page.blank();
  page.paragraph("p: how often chance alone gives as much. One of seven below 0.05 is no surprise.");
}

/** The date of a move that a CUSUM finds no sign of would mislead. */
function moveOf({ pValue, date }: StabilityFieldsFragment): string {
  return pValue !== null && pValue < 0.05 ? (date ?? "") : "";
}

export function influenceTable(page: Page, { benchmark, influence }: BenchmarkDiagnostics): void {
  page.blank();
  if (influence.length === 0) {
    page.paragraph(`No date moves the beta of ${benchmark}: the fit is exact.`);
    return;
  }
  page.paragraph(`The dates that move the beta of ${benchmark} most, and what each adds to it:`);
  page.blank();
  const widths = [10, 12, 12, 17, 11];
  page.row("date", ["beta", "portfolio", "benchmark", "std. residual", "leverage"], widths, 10);
  for (const { date, change, portfolioReturn, benchmarkReturn, studentizedResidual, leverage, reason } of influence) {
    const cells = [
      change === null ? "-" : signed(change, 4),
      percent(portfolioReturn, 2),
      percent(benchmarkReturn, 2),
      orDash(studentizedResidual, 1),
      percent(leverage, 1),
    ];
    page.row(date, cells, widths, 10);
    if (reason !== null) page.paragraph(`  not defined: ${reason}`);
  }
}

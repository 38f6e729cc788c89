/** What a walk was promised, what came of it, and what it cost. */
import type { WalkForwardQuery } from "@hedgeql/sdk";
import { confidenceOf, percent, percentOrDash, probability, rounded } from "./numbers.ts";
import type { Page } from "./page.ts";
import { sparkline, sparklineLegend } from "./sparkline.ts";
import type { WalkQuestion } from "./walk-options.ts";

export type Walk = NonNullable<WalkForwardQuery["hedgedPortfolio"]>["walkForward"];

const LABEL_WIDTH = 28;
const COLUMNS = [22, 12, 22];

/** Over which dates, and how often it was traded. */
export function walkLines(page: Page, { rebalances, provenance, skipped }: Walk): void {
  const { firstDate, lastDate, observations, warnings } = provenance;
  const traded = rebalances.outcomes.filter((outcome) => outcome === "TRADED").length;
  page.line("Walked", `${firstDate} to ${lastDate}: ${observations} returns that no estimate has seen`);
  const without = skipped.length === 0 ? "" : `, ${skipped.length} without an estimate`;
  const looks = rebalances.dates.length;
  page.line("Rebalances", `${looks}, ${traded === looks ? "all" : `${traded} of them`} traded${without}`);
  for (const { message } of warnings) page.warning(message);
}

export function promiseTable(page: Page, walk: Walk): void {
  const { withoutHedge, promised, realized, verification, unhedgedRegression, realizedBetaIsZero } = walk;
  const row = (label: string, unhedged: string, promise: string, fact: string) =>
    page.row(label, [unhedged, promise, fact], COLUMNS, LABEL_WIDTH);
  row("", "unhedged", "promised", "realised");
  verification.coefficients.slice(1).forEach((after, j) => {
    const before = unhedgedRegression.coefficients[j + 1];
    // A promise is made of the first benchmark's beta alone.
    const promise = j === 0 ? rounded(promised.beta, 4) : "-";
    row(`Beta to ${after.term}`, rounded(before.estimate, 4), promise, rounded(after.estimate, 4));
    row(`  ${confidenceOf(verification.confidence)} interval`, boundsOf(before), "-", boundsOf(after));
  });
  const { fPValue, coefficients } = unhedgedRegression;
  const unhedgedP = coefficients.length > 2 ? fPValue : coefficients[1].pValue;
  const tested = coefficients.length > 2 ? "p if all betas were 0" : "p if beta were 0";
  row(tested, probability(unhedgedP), "-", probability(realizedBetaIsZero.pValue));
  const volatilities = [withoutHedge, promised, realized].map((one) => percent(one.annualizedVolatility, 1));
  row("Volatility a year", volatilities[0], volatilities[1], volatilities[2]);
  row("Variance removed", "-", percentOrDash(promised.effectiveness, 1), percentOrDash(realized.effectiveness, 1));
}

/** Whether the hedge did what it promised. */
export function promiseReading(page: Page, { promised, realized, verification, realizedBetaIsZero }: Walk): void {
  page.paragraph("Promised: each ratio on the very returns that it was fitted on, where the beta is 0 by algebra.");
  page.paragraph("Realised: on the returns after them, before costs. Only that is evidence.");
  const { pValue } = realizedBetaIsZero;
  if (pValue !== null) {
    const found =
      pValue < 1 - verification.confidence
        ? "The hedge missed: what is left of beta is more than chance explains."
        : "Nothing shows that the hedge missed: what is left of beta may be chance.";
    page.paragraph(found);
  }
  if (promised.effectiveness !== null && realized.effectiveness !== null) {
    const [promise, fact] = [promised.effectiveness, realized.effectiveness];
    const verdict =
      fact < 0
        ? "the hedge added risk"
        : fact < promise
          ? "less than promised"
          : "no less than promised, on other dates";
    page.paragraph(`Variance removed: ${percent(promise, 1)} promised, ${percent(fact, 1)} realised: ${verdict}.`);
  }
}

export function ratioLines(page: Page, { instrumentRatios }: Walk): void {
  for (const { symbol, dates, values } of instrumentRatios) {
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    page.blank();
    page.paragraph(`The ratio of ${symbol} that was held:`);
    if (highest > lowest) console.log(`  ${sparkline(values, lowest, highest)}`);
    page.paragraph(sparklineLegend(dates, lowest, highest));
  }
}

export function costTable(page: Page, walk: Walk, { costs, riskFree }: Pick<WalkQuestion, "costs" | "riskFree">): void {
  const { turnover, turnoverAnnualized, cost, costBreakdown, provenance } = walk;
  const columns = [12, 12];
  const years = provenance.observations / provenance.periodsPerYear;
  const row = (label: string, value: number, text: string) =>
    page.rowWithText(label, [percent(value, 3), percent(value / years, 3)], columns, LABEL_WIDTH, text);
  page.rowWithText("", ["in all", "a year"], columns, LABEL_WIDTH, "made of");
  const traded = `${rounded(turnover, 2)} times the portfolio's value traded, ${rounded(turnoverAnnualized, 2)} a year`;
  row("Trading", costBreakdown.trading, `${costs.tradingBps} basis points of ${traded}`);
  row("Borrowing", costBreakdown.borrow, `${percent(costs.borrowRate, 2)} a year of what is sold short`);
  const beyond = riskFree === null ? "" : ", beyond the risk-free rate";
  row("Less interest", costBreakdown.interest, `${percent(costs.cashRate, 2)} a year on the proceeds${beyond}`);
  row("Together", cost, "of the portfolio's value");
}

function boundsOf({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${rounded(lower, 4)} to ${rounded(upper, 4)}`;
}

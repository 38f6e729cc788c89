/** What a walk was promised, what came of it, and what it cost. */
import type { WalkForwardResult } from "@hedgeql/sdk";
import { confidenceOf, isNegative, percent, percentOrDash, probability, rounded } from "./numbers.ts";
import type { Page } from "./page.ts";
import { sparkline, sparklineLegend } from "./sparkline.ts";
import type { WalkQuestion } from "./walk-options.ts";

export type Walk = WalkForwardResult["hedgedPortfolio"]["walkForward"];

const LABEL_WIDTH = 28;
const COLUMNS = [22, 16, 22];

/** What a hedge that adds variance did, in words. */
export const HARM = "The hedge did harm on these dates";

/** How the ratios are made, in a sentence. */
export function walkRule({ lookback, rebalanceEvery }: Pick<WalkQuestion, "lookback" | "rebalanceEvery">): string {
  const held = rebalanceEvery === 1 ? "return" : `${rebalanceEvery} returns`;
  return `Each ratio is fitted on the ${lookback} returns up to a close; its shares are held for the next ${held}.`;
}

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
  const tested = coefficients.length > 2 ? "p if 0, all betas together" : "p if beta were 0";
  row(tested, probability(unhedgedP), "-", probability(realizedBetaIsZero.pValue));
  const volatilities = [withoutHedge, promised, realized].map((one) => percent(one.annualizedVolatility, 1));
  row("Volatility a year", volatilities[0], volatilities[1], volatilities[2]);
  row("Variance removed", "-", removedOrAdded(promised.effectiveness), removedOrAdded(realized.effectiveness));
}

/**
 * Whether the hedge did what it promised.
 *
 * @param whereStretches where shorter stretches are shown, as ": see there"
 */
export function promiseReading(page: Page, walk: Walk, whereStretches = ""): void {
  const { promised, realized, verification, realizedBetaIsZero } = walk;
  page.paragraph("Promised: each ratio on the very returns that it was fitted on, where the beta is 0 by algebra.");
  page.paragraph("Realised: on the returns after them, before costs. Only that is evidence.");
  const { pValue } = realizedBetaIsZero;
  if (pValue !== null) {
    const missed = pValue < 1 - verification.confidence;
    const p = `(p ${probability(pValue)})`;
    const found =
      verification.coefficients.length > 2
        ? `all betas together ${missed ? `differ from 0 by more than chance explains ${p}` : `are not shown to differ from 0 ${p}`}`
        : `beta ${missed ? `differs from 0 by more than chance explains ${p}` : `is not shown to differ from 0 ${p}`}`;
    // A beta that was too high in one year and too low in another comes to 0 over both.
    page.paragraph(
      `Over all these dates, ${found}${missed ? ": the hedge missed" : ""}. That says nothing of shorter stretches${whereStretches}.`,
    );
  }
  if (promised.effectiveness !== null && realized.effectiveness !== null) {
    const [promise, fact] = [promised.effectiveness, realized.effectiveness];
    const verdict = fact < promise ? "less than promised" : "no less than promised, on other dates";
    page.paragraph(
      isNegative(fact, 1)
        ? `Variance added: ${percent(-fact, 1)}. ${HARM}: the hedged returns varied more than the unhedged ones.`
        : `Variance removed: ${removedOrAdded(promise)} promised, ${percent(fact, 1)} realised: ${verdict}.`,
    );
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

/** A share of the variance under a label that says removed. */
function removedOrAdded(effectiveness: number | null): string {
  if (effectiveness === null || !isNegative(effectiveness, 1)) return percentOrDash(effectiveness, 1);
  return `added ${percent(-effectiveness, 1)}`;
}

function boundsOf({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${rounded(lower, 4)} to ${rounded(upper, 4)}`;
}

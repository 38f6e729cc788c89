/** The same walk by every estimator, side by side. */
import type { CompareEstimatorsResult } from "@hedgeql/sdk";
import { ESTIMATOR_NAMES } from "./estimates-step.ts";
import { confidenceOf, percent, percentOrDash, rounded } from "./numbers.ts";
import type { Page } from "./page.ts";
import type { WalkQuestion } from "./walk-options.ts";

type Score = CompareEstimatorsResult["hedgedPortfolio"]["compareEstimators"][number];

const SHOWN = 10;
const LABEL_WIDTH = 16;
const COLUMNS = [9, 9, 20, 11, 10, 9, 11];

export function scoresTable(page: Page, scores: readonly Score[], confidence: number): void {
  const header = [
    "lookback",
    "beta",
    `${confidenceOf(confidence)} interval`,
    "volatility",
    "removed",
    "turnover",
    "net a year",
  ];
  page.row("", header, COLUMNS, LABEL_WIDTH);
  for (const score of scores.filter(answers).slice(0, SHOWN)) {
    const cells = [
      `${score.lookback}`,
      rounded(score.realizedBeta ?? 0, 4),
      `${rounded(score.lower ?? 0, 4)} to ${rounded(score.upper ?? 0, 4)}`,
      percentOrDash(score.annualizedVolatility, 2),
      percentOrDash(score.effectiveness, 1),
      rounded(score.turnover ?? 0, 2),
      percentOrDash(score.netReturn, 1),
    ];
    page.row(ESTIMATOR_NAMES[score.estimator], cells, COLUMNS, LABEL_WIDTH);
  }
}

/** Who leads by what else one may want, where the walk above stands, and how little the order may mean. */
export function scoresReading(page: Page, scores: readonly Score[], { estimator, lookback }: WalkQuestion): void {
  const ranked = scores.filter(answers);
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  if (best === undefined) return;
  const [least, most] = [best, worst].map((score) => percent(score.annualizedVolatility ?? 0, 2));
  page.paragraph(
    `By volatility, ${Math.min(SHOWN, ranked.length)} of ${ranked.length}; the last has ${most}, the first ${least}.`,
  );
  const own = ranked.find((score) => score.estimator === estimator && score.lookback === lookback);
  if (own !== undefined) page.paragraph(`The walk above, ${nameOf(own)}, is number ${own.ranks?.hedgedVariance}.`);
  const leader = (order: "realizedBeta" | "turnover" | "netReturn") => {
    const first = ranked.filter(({ ranks }) => ranks?.[order] === 1).map(nameOf);
    return first.length > 2 ? `${first.length} of them alike` : first.join(" and ");
  };
  page.paragraph(
    `Nearest to beta 0: ${leader("realizedBeta")}. Least traded: ${leader("turnover")}. Highest net return: ${leader("netReturn")}.`,
  );
  const silent = scores.filter((score) => !answers(score));
  for (const [reason, group] of Map.groupBy(silent, (score) => score.reason)) {
    page.paragraph(`Without an answer: ${group.map(nameOf).join(", ")}: ${reason}.`);
  }
  page.paragraph(
    "The best of many on one history is partly luck: where the intervals overlap, the order means little.",
  );
}

function answers({ reason }: Score): boolean {
  return reason === null;
}

function nameOf({ estimator, lookback }: Score): string {
  return `${ESTIMATOR_NAMES[estimator]} over ${lookback}`;
}

import { formatDate, grossRatios } from "@hedgeql/core";
import { largeRatios } from "../hedge/hedge-ratios.ts";
import { fewObservations, type Warning } from "../joining/warnings.ts";
import type { WalkAnalysis } from "./walk-analysis.ts";

/** In parts of the portfolio's value, over the whole walk. */
const NEGLIGIBLE_INTEREST = 0.001;

/** Of fewer returns no effectiveness is known: `fewObservations` speaks of them besides. */
const FEWEST_TO_COMPARE = 10;

/** What makes a walk mean less than it seems to. */
export function walkWarnings(walk: WalkAnalysis): Warning[] {
  return [
    ...walk.unhedged.warnings,
    ...fewObservations(walk.joint.dates.length, "returns out of sample"),
    ...fewObservations(walk.request.lookback, "returns in a lookback"),
    ...estimateWarnings(walk),
    ...forgoneInterest(walk),
    ...harm(walk),
  ];
}

/** Where a hedge became large, or did harm. */
function* harm(walk: WalkAnalysis): Iterable<Warning> {
  const gross = grossRatios(walk.result.ratios);
  const most = gross.indexOf(gross.reduce((largest, value) => Math.max(largest, value), 0));
  yield* largeRatios(gross[most], ` on ${formatDate(walk.joint.dates[most])}`);
  if (walk.joint.dates.length < FEWEST_TO_COMPARE || walk.effectiveness === null || walk.effectiveness >= 0) return;
  const added = Number((-100 * walk.effectiveness).toPrecision(3));
  yield { code: "HEDGE_ADDS_RISK", message: `the hedge raised the variance, by ${added} % of what it was` };
}

/** Without costs the proceeds earn the risk-free rate; with them they earn what `cashRate` says, 0 by default. */
function* forgoneInterest(walk: WalkAnalysis): Iterable<Warning> {
  const { riskFree } = walk.joint;
  const { costs } = walk.request;
  if (riskFree === null || costs === null || walk.result.interest > -NEGLIGIBLE_INTEREST) return;
  const message = `the proceeds of short sales earn less (cashRate ${costs.cashRate}) than the risk-free rate: ${(-walk.result.interest).toPrecision(3)} of the cost is interest forgone`;
  yield { code: "CASH_BELOW_RISK_FREE", message };
}

function* estimateWarnings(walk: WalkAnalysis): Iterable<Warning> {
  const { skipped, weak, minimumNorm, targets } = walk.estimates;
  const of = `of ${targets.length} rebalances`;
  if (skipped.length > 0) {
    const date = formatDate(walk.skippedDates[0].date);
    const message = `at ${skipped.length} ${of} there was no estimate, and the hedge was left as it was; first on ${date}: ${skipped[0].reason}`;
    yield { code: "REBALANCE_SKIPPED", message };
  }
  if (weak.rebalances > 0) {
    const message = `at ${weak.rebalances} ${of} the betas of ${weak.symbols.join(", ")} could not be told from 0: ratios that rest on them mean little`;
    yield { code: "WEAK_HEDGE", message };
  }
  if (minimumNorm > 0) {
    const message = `at ${minimumNorm} ${of} the hedge instruments did not determine their ratios: the smallest of the many that hedge alike were taken`;
    yield { code: "MINIMUM_NORM", message };
  }
}

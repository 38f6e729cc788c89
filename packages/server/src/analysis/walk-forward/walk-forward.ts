import {
  AnalysisError,
  type Interval,
  PERIODS_PER_YEAR,
  periodCostRates,
  rebalanceSchedule,
  walkForward as simulate,
} from "@hedgeql/core";
import { refuseLogReturns, refuseTarget } from "../hedge/hedge-checks.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { total } from "../joining/risk-free.ts";
import type { Inference } from "../regression/inference.ts";
import { withDate } from "../regression/regression-analysis.ts";
import type { RequestTerms } from "../request-terms.ts";
import { estimateRebalances } from "./rebalance-estimates.ts";
import { WalkAnalysis } from "./walk-analysis.ts";
import type { WalkRequest } from "./walk-request.ts";

/**
 * Hedges as one would have, day by day: at each rebalance the ratios are estimated on the returns before it, and held
 * until the next.
 *
 * @throws AnalysisError for a schedule, costs or a target that break a rule, and where the first estimate fails.
 */
export async function walkForward(
  joint: JointReturns,
  inference: Inference,
  request: WalkRequest,
  terms: RequestTerms,
): Promise<WalkAnalysis> {
  const { lookback, rebalanceEvery, first = lookback, holding, driftTrigger, costs } = request;
  refuse(joint, request);
  const schedule = rebalanceSchedule(joint.dates.length, { lookback, rebalanceEvery, first });
  const turns = terms.budget.turns(joint, request, schedule.length);
  const estimates = await estimateRebalances(joint, request, schedule, turns);
  const { riskFree, interval } = joint;
  try {
    const result = simulate({
      portfolio: total(joint.portfolio, riskFree),
      instruments: joint.instruments.map((returns) => total(returns, riskFree)),
      targets: estimates.targets,
      holding,
      driftTrigger,
      costs,
      periodsPerYear: PERIODS_PER_YEAR[interval],
      riskFree: riskFree?.rates ?? null,
    });
    return new WalkAnalysis(joint, inference, request, result, estimates, terms);
  } catch (error) {
    throw withDate(error, joint.dates);
  }
}

const PERIOD_ADJECTIVE: Record<Interval, string> = { DAY: "daily", WEEK: "weekly", MONTH: "monthly" };

function refuse(joint: JointReturns, { targetBeta, driftTrigger, costs, lookback }: WalkRequest): void {
  refuseTarget(targetBeta);
  const { interval } = joint;
  const observations = joint.dates.length;
  if (lookback >= observations) {
    const returns = `${lookback} ${PERIOD_ADJECTIVE[interval]} returns`;
    const message = `a lookback of ${returns} needs at least ${lookback + 1} of them, got ${observations}`;
    throw new AnalysisError("INSUFFICIENT_DATA", message, { observations, needed: lookback + 1 });
  }
  if (costs !== null) periodCostRates(costs, PERIODS_PER_YEAR[interval]);
  if (driftTrigger !== null && !(driftTrigger >= 0)) {
    throw new AnalysisError("BAD_INPUT", `driftTrigger must be at least 0, got ${driftTrigger}`, {
      driftTrigger: String(driftTrigger),
    });
  }
  refuseLogReturns(joint, "a walk");
}

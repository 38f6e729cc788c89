import { AnalysisError } from "../errors.ts";
import { costOfPeriod, periodCostRates } from "./costs.ts";
import { drifted, notionalTraded, outcomeOf } from "./position.ts";
import type { Rebalance, WalkForward, WalkForwardInput } from "./walk.ts";
import { checkWalk } from "./walk-checks.ts";

/** A hedge that costs nothing, in any period. */
const FREE = Object.freeze({ trading: 0, borrow: 0, interest: 0 });

/**
 * Holds hedge ratios that were estimated on the past until the next estimate, as a desk does. The portfolio is bought
 * and held; gains and losses of the hedge are settled every period and do not change what is hedged.
 *
 * Before period t the ratios are h, those of the period before drifted by (1 + instrument's return)/(1 + portfolio's
 * return) (0 before the first), and become w: the targets at a rebalance that trades, else h (`SHARES`) or the last
 * targets that were traded (`RATIO`). With rf the risk-free rate of the period, or 0, the return of period t is
 *
 * - before costs: portfolio − rf − Σ wᵢ·(instrumentᵢ − rf);
 * - after them, less tradingBps/10⁴ · Σ|wᵢ − hᵢ| + borrow · Σ max(wᵢ, 0) − Σ wᵢ·(cash − rf), borrow and cash being
 *   rates a period. What is bought to hedge (w < 0) is financed at the cash rate. The trade before a period is charged
 *   to it. The last position is not closed.
 *
 * A return at index t or later changes nothing before period t, nor the trade before it, as long as the targets are made
 * of returns before their `at`.
 *
 * Sources: K. Kroner, J. Sultan, "Time-Varying Distributions and Dynamic Hedging with Foreign Currency Futures" (Journal
 * of Financial and Quantitative Analysis 28, 1993), for a hedge judged out of sample and after costs; V. DeMiguel, L.
 * Garlappi, R. Uppal, "Optimal versus Naive Diversification" (Review of Financial Studies 22, 2009), for turnover
 * measured from drifted positions.
 *
 * @throws AnalysisError `BAD_INPUT`
 * - for no instrument, lengths and counts that differ, returns, rates and ratios that are not finite, rebalances that do
 *   not ascend or of which the first has no ratios, a negative trigger, costs that {@link periodCostRates} refuses;
 * - for a return of an instrument below −1, and one of the portfolio of −1 or less before the last period;
 * - where a position leaves the range of doubles.
 *
 * Where one observation is at fault, `details.observation` is its index.
 */
export function walkForward(input: WalkForwardInput): WalkForward {
  checkWalk(input);
  const { portfolio, instruments, targets, holding, riskFree } = input;
  const rates = input.costs === null ? null : periodCostRates(input.costs, input.periodsPerYear);
  const first = targets[0].at;
  const periods = portfolio.length - first;
  const returns = new Float64Array(periods);
  const netReturns = new Float64Array(periods);
  const ratios = instruments.map(() => new Float64Array(periods));
  const rebalances: Rebalance[] = [];
  const total = { turnover: 0, trading: 0, borrow: 0, interest: 0 };
  let held: readonly number[] = instruments.map(() => 0);
  let lastTraded = held;
  for (let t = first; t < portfolio.length; t++) {
    const rebalance = targets[rebalances.length]?.at === t ? targets[rebalances.length] : undefined;
    // Nothing is held before the first rebalance, which no trigger stops.
    const outcome = rebalance && outcomeOf(rebalance, held, t === first ? null : input.driftTrigger);
    if (rebalance?.ratios && outcome === "TRADED") lastTraded = rebalance.ratios;
    const inForce = outcome === "TRADED" || holding === "RATIO" ? lastTraded : held;
    const traded = notionalTraded(held, inForce);
    const rate = riskFree ? riskFree[t] : 0;
    const cost = rates === null ? FREE : costOfPeriod(rates, traded, inForce, rate);
    let hedged = portfolio[t] - rate;
    inForce.forEach((ratio, i) => {
      ratios[i][t - first] = ratio;
      hedged -= ratio * (instruments[i][t] - rate);
    });
    returns[t - first] = hedged;
    netReturns[t - first] = hedged - (cost.trading + cost.borrow - cost.interest);
    total.turnover += traded;
    total.trading += cost.trading;
    total.borrow += cost.borrow;
    total.interest += cost.interest;
    refuseOverflow(hedged + total.turnover + total.trading + total.borrow + total.interest, t);
    if (rebalance && outcome) {
      const target = rebalance.ratios?.slice() ?? null;
      rebalances.push({ at: t, outcome, held: held.slice(), target, turnover: traded, cost: cost.trading });
    }
    held = drifted(inForce, instruments, portfolio, t);
  }
  return {
    first,
    returns,
    netReturns,
    ratios,
    rebalances,
    turnover: total.turnover,
    tradingCost: total.trading,
    borrowCost: total.borrow,
    interest: total.interest,
    cost: total.trading + total.borrow - total.interest,
  };
}

/** @param sum of everything that a period adds to the results: finite only if all of it is */
function refuseOverflow(sum: number, observation: number): void {
  if (Number.isFinite(sum)) return;
  throw new AnalysisError("BAD_INPUT", `the hedge leaves the range of doubles at observation ${observation}`, {
    observation,
  });
}

import {
  AnalysisError,
  annualVolatility,
  driftedOver,
  formatDate,
  grossRatio,
  hedgedReturns,
  indexAfter,
  PERIODS_PER_YEAR,
  periodCostRates,
  type SizedLeg,
  sizeLegs,
  variance,
} from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import { total } from "../joining/risk-free.ts";
import type { Warning } from "../joining/warnings.ts";
import { refuseTarget } from "./hedge-checks.ts";
import { type LegPrice, legPrices } from "./leg-prices.ts";
import { type Neutrality, neutralityOf } from "./neutrality.ts";
import { driftedWeights, nothingLeft, otherDates, ratioWarnings, sampleWarnings } from "./order-warnings.ts";
import { type Desk, latest, type SizeRequest } from "./sized-hedge.ts";

export interface RebalanceRequest extends SizeRequest {
  /** The ratios that were traded at the close of `since`, one a hedge instrument. */
  readonly ratios: readonly number[];
  readonly since: number;
  /** How far a ratio may be off. */
  readonly threshold: number;
  /** Null: not known, and then neither is the cost. */
  readonly tradingBps: number | null;
}

/** One position, and the trade that would bring it back. */
export interface AdvisedLeg extends LegPrice {
  /** As it was traded. */
  readonly ratioThen: number;
  /** What prices have made of it since. */
  readonly ratioNow: number;
  /** What today's estimate asks for. */
  readonly estimate: number;
  /** ratioNow − estimate. */
  readonly drift: number;
  /** Positive: sell so much more short. */
  readonly trade: SizedLeg;
}

/** A benchmark's beta as the hedge is now. */
export interface AdvisedNeutrality extends Neutrality {
  /** Whether what is left lies outside the estimate's own interval; null where that has no bounds. */
  readonly beyondNoise: boolean | null;
}

export interface RebalanceAdvice {
  readonly request: RebalanceRequest;
  /** Of the portfolio's value; null: not known. */
  readonly currency: string | null;
  readonly asOf: number;
  readonly legs: readonly AdvisedLeg[];
  readonly neutrality: readonly AdvisedNeutrality[];
  readonly largestDrift: number;
  readonly beyondThreshold: boolean;
  /** Whether any benchmark's is; null where none is and some cannot be told. */
  readonly beyondNoise: boolean | null;
  /** Far enough to matter, not known to be noise, and more than half a share or lot. */
  readonly act: boolean;
  /** Σ|trade|, as a multiple of the portfolio's value. */
  readonly turnover: number;
  /** Decimals of the portfolio's value; null without a fee. */
  readonly cost: number | null;
  /** Of the hedged portfolio a year, over the lookback, as the hedge is now and after the trades. */
  readonly volatilityNow: number;
  readonly volatilityAfter: number;
  readonly warnings: readonly Warning[];
}

/** Whether a hedge that was traded some time ago should be brought back, and what that would cost and be good for. */
export async function adviseRebalance(desk: Desk, request: RebalanceRequest): Promise<RebalanceAdvice> {
  const { joint } = desk;
  refuse(joint, request);
  const fee = tradingFee(request.tradingBps);
  const { prices, currency, warnings } = legPrices(joint, request, desk.today);
  const window = latest(joint, request.lookback);
  const ratios = await desk.ratiosOf(window, request);
  const now = driftedSince(joint, request);
  const trades = sizeLegs(
    request.value,
    prices.map((leg, j) => ({ ...leg, ratio: ratios.ratios[j] - now[j] })),
    request.wholeShares,
  );
  const legs = prices.map((leg, j) => ({
    ...leg,
    ratioThen: request.ratios[j],
    ratioNow: now[j],
    estimate: ratios.ratios[j],
    drift: now[j] - ratios.ratios[j],
    trade: trades[j],
  }));
  const drift = Math.max(...legs.map((leg) => Math.abs(leg.drift)));
  const neutrality = neutralityOf(window, ratios, now).map((one) => ({ ...one, beyondNoise: beyondNoise(one) }));
  const beyondThreshold = drift > request.threshold;
  const beyond = anyOf(neutrality.map((one) => one.beyondNoise));
  const turnover = grossRatio(trades.map(({ ratio }) => ratio));
  const volatility = (held: readonly number[]) =>
    annualVolatility(
      variance(hedgedReturns(window.portfolio, window.instruments, held)),
      PERIODS_PER_YEAR[joint.interval],
    );
  return {
    request,
    currency,
    asOf: joint.lastDate,
    legs,
    neutrality,
    largestDrift: drift,
    beyondThreshold,
    beyondNoise: beyond,
    act: beyondThreshold && beyond !== false && turnover > 0,
    turnover,
    cost: fee === null ? null : turnover * fee,
    volatilityNow: volatility(now),
    volatilityAfter: volatility(now.map((ratio, j) => ratio + trades[j].ratio)),
    warnings: [
      ...sampleWarnings(window, desk.inference, request.lookback),
      ...warnings,
      ...otherDates(prices, joint),
      ...ratioWarnings(ratios, joint),
      ...driftedWeights(window),
      ...nothingLeft(legs.map((leg) => ({ ...leg, ...leg.trade }))),
    ],
  };
}

function tradingFee(tradingBps: number | null): number | null {
  if (tradingBps === null) return null;
  return periodCostRates({ tradingBps, borrowRate: 0, cashRate: 0 }, 1).trading;
}

function refuse(joint: JointReturns, { ratios, since, threshold, targetBeta }: RebalanceRequest): void {
  refuseTarget(targetBeta);
  const { instrumentSymbols, firstDate, lastDate } = joint;
  if (ratios.length !== instrumentSymbols.length) {
    const message = `ratios must be one a hedge instrument (${instrumentSymbols.join(", ")}), got ${ratios.length}`;
    throw new AnalysisError("BAD_INPUT", message, { ratios: ratios.length });
  }
  if (since < firstDate || since > lastDate) {
    const [from, to, given] = [firstDate, lastDate, since].map(formatDate);
    const message = `since must be a date of the sample, ${from} to ${to}, got ${given}`;
    throw new AnalysisError("BAD_INPUT", message, { since: given, firstDate: from, lastDate: to });
  }
  refuseNoClose(joint, since);
  if (!(threshold >= 0 && threshold < Infinity)) {
    throw new AnalysisError("BAD_INPUT", `threshold must be a finite number of at least 0, got ${threshold}`, {
      threshold: String(threshold),
    });
  }
}

/** What was traded between two closes of the sample has no price in it. */
function refuseNoClose({ dates, firstDate }: JointReturns, since: number): void {
  const after = indexAfter(dates, since);
  const before = after === 0 ? firstDate : dates[after - 1];
  if (before === since) return;
  const [given, earlier, later] = [since, before, dates[after]].map(formatDate);
  const message = `since must be a date of the sample: ${earlier} or ${later}, got ${given}`;
  throw new AnalysisError("BAD_INPUT", message, { since: given, before: earlier, after: later });
}

/** What prices have made of the ratios since the close at which they were traded. */
function driftedSince({ dates, instruments, portfolio, riskFree }: JointReturns, request: RebalanceRequest): number[] {
  const from = indexAfter(dates, request.since);
  const since = (returns: Float64Array) => total(returns, riskFree).subarray(from);
  return driftedOver(request.ratios, instruments.map(since), since(portfolio));
}

/** The beta that is hedged now lies outside the interval of the portfolio's: less sure than that, it may be no drift. */
function beyondNoise({ beta, residualBeta }: Neutrality): boolean | null {
  if (beta.value === null || beta.lower === null || beta.upper === null) return null;
  return residualBeta > beta.value - beta.lower || residualBeta < beta.value - beta.upper;
}

function anyOf(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

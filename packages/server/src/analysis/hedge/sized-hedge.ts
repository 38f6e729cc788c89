import {
  AnalysisError,
  effectiveness,
  exposure,
  formatDate,
  hedgedReturns,
  residualBetas,
  type SizedLeg,
  sizeLegs,
} from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import { fewObservations, USUAL_GAP, type Warning } from "../joining/warnings.ts";
import { windowOf } from "../joining/window.ts";
import type { NamedBetaEstimate } from "../regression/beta-estimates.ts";
import type { Inference } from "../regression/inference.ts";
import { type HedgeRatios, hedgeRatios, type RatioRequest } from "./hedge-ratios.ts";
import { type LegPrice, legPrices, type Sizing } from "./leg-prices.ts";

export interface SizeRequest extends RatioRequest, Sizing {
  /** How many of the latest returns the betas are made of; null: all. */
  readonly lookback: number | null;
}

/** One position of the hedge; what it holds is positive where it is sold short. */
export interface HedgeLeg extends SizedLeg, LegPrice {}

/** How neutral the portfolio becomes to one benchmark. */
export interface Neutrality {
  readonly benchmark: string;
  /** Of the portfolio alone. */
  readonly beta: NamedBetaEstimate;
  readonly target: number;
  readonly hedgedBeta: number;
  /** hedgedBeta − target. */
  readonly residualBeta: number;
}

/** A hedge that can be ordered. */
export interface SizedHedge {
  readonly request: SizeRequest;
  /** Of the portfolio's value; null: not known. */
  readonly currency: string | null;
  /** The price dates that the betas are fitted between. */
  readonly fittedFrom: number;
  readonly fittedTo: number;
  readonly legs: readonly HedgeLeg[];
  readonly neutrality: readonly Neutrality[];
  readonly grossExposure: number;
  readonly netExposure: number;
  readonly minimumNorm: boolean;
  /** Of these very positions, in the sample; null where the portfolio's returns do not vary. */
  readonly effectiveness: number | null;
  readonly warnings: readonly Warning[];
}

export function sizeHedge(joint: JointReturns, inference: Inference, request: SizeRequest): SizedHedge {
  refuseTarget(request.targetBeta);
  const { prices, currency, warnings } = legPrices(joint, request);
  const window = latest(joint, request.lookback);
  const ratios = hedgeRatios(window, inference, request);
  const orders = prices.map((leg, j) => ({ ...leg, ratio: ratios.ratios[j] }));
  const sized = sizeLegs(request.value, orders, request.wholeShares);
  const legs = sized.map((leg, j) => ({ ...prices[j], ...leg }));
  const held = sized.map(({ ratio }) => ratio);
  const { gross, net } = exposure(request.value, sized);
  return {
    request,
    currency,
    fittedFrom: window.firstDate,
    fittedTo: window.lastDate,
    legs,
    neutrality: neutralityOf(window, ratios, held),
    grossExposure: gross,
    netExposure: net,
    minimumNorm: ratios.minimumNorm,
    effectiveness: effectiveness(window.portfolio, hedgedReturns(window.portfolio, window.instruments, held)),
    warnings: [
      ...warnings,
      ...otherDates(prices, joint),
      ...ratioWarnings(ratios, joint),
      ...fewObservations(window.dates.length, "returns"),
      ...nothingLeft(legs),
    ],
  };
}

/** Anything beyond is a slip, and its hedge would be a bet. */
const MOST_TARGET = 10;

export function refuseTarget(targetBeta: number): void {
  if (Math.abs(targetBeta) <= MOST_TARGET) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `targetBeta must be a number from -${MOST_TARGET} to ${MOST_TARGET}, got ${targetBeta}`,
    { targetBeta: String(targetBeta) },
  );
}

/** What is left of each benchmark's beta under some ratios. */
export function neutralityOf(joint: JointReturns, ratios: HedgeRatios, held: readonly number[]): Neutrality[] {
  const { betas, instrumentBetas, targets, estimates } = ratios;
  const exact = held.every((ratio, j) => ratio === ratios.ratios[j]);
  const residual = exact ? ratios.residualBetas : residualBetas(betas, instrumentBetas, held, targets);
  return joint.benchmarkSymbols.map((benchmark, i) => ({
    benchmark,
    beta: estimates[i],
    target: targets[i],
    hedgedBeta: targets[i] + residual[i],
    residualBeta: residual[i],
  }));
}

export function* ratioWarnings({ weak, minimumNorm }: HedgeRatios, joint: JointReturns): Iterable<Warning> {
  if (weak.length > 0) {
    const message = `the betas of ${weak.join(", ")} cannot be told from 0: ratios that rest on them mean little`;
    yield { code: "WEAK_HEDGE", message };
  }
  if (minimumNorm) {
    const message = `${joint.instrumentSymbols.join(", ")} do not determine their ratios: these are the smallest of the many that hedge alike`;
    yield { code: "MINIMUM_NORM", message };
  }
}

function* nothingLeft(legs: readonly HedgeLeg[]): Iterable<Warning> {
  for (const { symbol, shares, exactShares, lotSize } of legs) {
    if (shares !== 0 || exactShares === 0) continue;
    const lots = lotSize === 1 ? "whole share" : `lot of ${lotSize}`;
    const message = `${Math.abs(exactShares).toPrecision(3)} shares of ${symbol} round to no ${lots}: that beta stays`;
    yield { code: "HEDGE_ROUNDS_TO_NOTHING", message };
  }
}

/** Betas of one time and prices of another make an order of neither. */
export function* otherDates(prices: readonly LegPrice[], joint: JointReturns): Iterable<Warning> {
  const far = prices.filter(({ priceDate }) => Math.abs(priceDate - joint.lastDate) > USUAL_GAP[joint.interval]);
  if (far.length === 0) return;
  const listed = far.map(({ symbol, priceDate }) => `${symbol} of ${formatDate(priceDate)}`).join(", ");
  const message = `the latest prices are not of the time of the betas, which end on ${formatDate(joint.lastDate)}: ${listed}`;
  yield { code: "PRICES_OF_DIFFERENT_DATES", message };
}

/**
 * The latest so many returns; all without a number.
 *
 * @throws AnalysisError `BAD_INPUT` below 3, `INSUFFICIENT_DATA` where there are fewer.
 */
export function latest(joint: JointReturns, lookback: number | null): JointReturns {
  if (lookback === null) return joint;
  if (lookback < 3) {
    throw new AnalysisError("BAD_INPUT", `lookback must be an integer of at least 3, got ${lookback}`, { lookback });
  }
  const observations = joint.dates.length;
  if (lookback <= observations) return windowOf(joint, observations - lookback, observations);
  throw new AnalysisError("INSUFFICIENT_DATA", `a lookback of ${lookback} returns got ${observations}`, {
    observations,
    needed: lookback,
  });
}

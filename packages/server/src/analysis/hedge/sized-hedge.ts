import { AnalysisError, effectiveness, exposure, hedgedReturns, type SizedLeg, sizeLegs } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { Warning } from "../joining/warnings.ts";
import { windowOf } from "../joining/window.ts";
import type { Inference } from "../regression/inference.ts";
import { refuseTarget } from "./hedge-checks.ts";
import type { HedgeRatios, RatioRequest } from "./hedge-ratios.ts";
import { type LegPrice, legPrices, type Sizing } from "./leg-prices.ts";
import { type Neutrality, neutralityOf } from "./neutrality.ts";
import {
  driftedWeights,
  harm,
  nothingLeft,
  otherDates,
  poorRounding,
  ratioWarnings,
  sampleWarnings,
} from "./order-warnings.ts";

export interface SizeRequest extends RatioRequest, Sizing {
  /** How many of the latest returns the betas are made of; null: all. */
  readonly lookback: number | null;
}

/** One position of the hedge; what it holds is positive where it is sold short. */
export interface HedgeLeg extends SizedLeg, LegPrice {}

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

/** What an order is made in. */
export interface Desk {
  readonly joint: JointReturns;
  readonly inference: Inference;
  /** The date of the request, as a day number. */
  readonly today: number;
  /** The ratios of a window of the returns; one computation for all who ask alike. */
  readonly ratiosOf: (window: JointReturns, request: SizeRequest) => Promise<HedgeRatios>;
}

export async function sizeHedge(desk: Desk, request: SizeRequest): Promise<SizedHedge> {
  refuseTarget(request.targetBeta);
  const { joint } = desk;
  const { prices, currency, warnings } = legPrices(joint, request, desk.today);
  const window = latest(joint, request.lookback);
  const ratios = await desk.ratiosOf(window, request);
  const orders = prices.map((leg, j) => ({ ...leg, ratio: ratios.ratios[j] }));
  const sized = sizeLegs(request.value, orders, request.wholeShares);
  const legs = sized.map((leg, j) => ({ ...prices[j], ...leg }));
  const held = sized.map(({ ratio }) => ratio);
  const neutrality = neutralityOf(window, ratios, held);
  const effective = effectiveness(window.portfolio, hedgedReturns(window.portfolio, window.instruments, held));
  const { gross, net } = exposure(request.value, sized, joint.holdings ?? undefined);
  return {
    request,
    currency,
    fittedFrom: window.firstDate,
    fittedTo: window.lastDate,
    legs,
    neutrality,
    grossExposure: gross,
    netExposure: net,
    minimumNorm: ratios.minimumNorm,
    effectiveness: effective,
    warnings: [
      ...sampleWarnings(window, desk.inference, request.lookback),
      ...warnings,
      ...otherDates(prices, joint),
      ...ratioWarnings(ratios, joint),
      ...driftedWeights(window),
      ...nothingLeft(legs),
      ...poorRounding(neutrality),
      ...harm(effective),
    ],
  };
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
  throw new AnalysisError("INSUFFICIENT_DATA", `a lookback of ${lookback} returns needs as many, got ${observations}`, {
    observations,
    needed: lookback,
  });
}

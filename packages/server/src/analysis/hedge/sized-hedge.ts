import {
  AnalysisError,
  effectiveness,
  exposure,
  formatDate,
  hedgedReturns,
  minimumNormBetas,
  residualBetas,
  type SizedLeg,
  sizeLegs,
} from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import { fewObservations, USUAL_GAP, type Warning } from "../joining/warnings.ts";
import { windowOf } from "../joining/window.ts";
import type { NamedBetaEstimate } from "../regression/beta-estimates.ts";
import type { Inference } from "../regression/inference.ts";
import { RegressionAnalysis } from "../regression/regression-analysis.ts";
import { type HedgeRatios, largeRatios, type RatioRequest } from "./hedge-ratios.ts";
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
  /** What would be left without rounding, or right after a rebalance. */
  readonly exactResidualBeta: number;
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
      ...sampleWarnings(window, desk.inference, request),
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
    exactResidualBeta: ratios.residualBetas[i],
  }));
}

export function* ratioWarnings({ weak, minimumNorm, ratios }: HedgeRatios, joint: JointReturns): Iterable<Warning> {
  yield* largeRatios(
    ratios.reduce((sum, ratio) => sum + Math.abs(ratio), 0),
    "",
  );
  if (weak.length > 0) {
    const message = `the betas of ${weak.join(", ")} cannot be told from 0: ratios that rest on them mean little`;
    yield { code: "WEAK_HEDGE", message };
  }
  if (minimumNorm) {
    const message = `${joint.instrumentSymbols.join(", ")} do not determine their ratios: these are the smallest of the many that hedge alike`;
    yield { code: "MINIMUM_NORM", message };
  }
}

/** What makes the sample that the betas are fitted on mean less than it seems to. */
export function sampleWarnings(window: JointReturns, inference: Inference, { lookback }: SizeRequest): Warning[] {
  const response = { returns: window.portfolio, rounding: window.portfolioRounding };
  const few = lookback === null ? [] : fewObservations(lookback, "returns in a lookback");
  return [...new RegressionAnalysis(window, response, inference).warnings, ...few];
}

/** A beta that moves by less matters to nobody. */
const SMALL_BETA = 0.02;

/** Shares that were bought and held had other weights in the past than they have now. */
export function* driftedWeights(window: JointReturns): Iterable<Warning> {
  const returns = window.holdings?.returnsOfLastWeights ?? null;
  if (returns === null) return;
  const [then, now] = [window.portfolio, returns].map((values) => leastSquaresBetas(values, window));
  const far = now.findIndex((beta, i) => Math.abs(beta - then[i]) > SMALL_BETA);
  if (far < 0) return;
  const [was, is] = [then[far], now[far]].map((beta) => beta.toPrecision(4));
  const message = `the weights of these shares have moved over the sample: the beta to ${window.benchmarkSymbols[far]} (OLS) is ${was} of what was held, and ${is} of the weights of ${formatDate(window.lastDate)}; a hedge of today's book asks for those (holdings by weight)`;
  yield { code: "WEIGHTS_DRIFTED", message };
}

/** Of smallest norm, where the benchmarks repeat each other. */
function leastSquaresBetas(returns: Float64Array, { benchmarks, benchmarkRounding }: JointReturns): readonly number[] {
  return minimumNormBetas(returns, benchmarks, { rounding: { response: 0, regressors: benchmarkRounding } }).betas;
}

function* harm(effective: number | null): Iterable<Warning> {
  if (effective === null || effective >= 0) return;
  const message = `these positions raise the variance in the sample, by ${Number((-effective).toPrecision(3))} times what it was`;
  yield { code: "HEDGE_ADDS_RISK", message };
}

/** Rounding that leaves more is a hedge of its own. */
const MUCH_BETA = 0.05;

function* poorRounding(neutrality: readonly Neutrality[]): Iterable<Warning> {
  for (const { benchmark, residualBeta, exactResidualBeta } of neutrality) {
    if (Math.abs(residualBeta - exactResidualBeta) <= MUCH_BETA) continue;
    const message = `rounding leaves ${residualBeta.toPrecision(3)} of beta to ${benchmark}: the portfolio is small beside one share or lot`;
    yield { code: "ROUNDING_LEAVES_BETA", message };
  }
}

export function* nothingLeft(legs: readonly (SizedLeg & LegPrice)[]): Iterable<Warning> {
  for (const { symbol, shares, exactShares, lotSize } of legs) {
    if (shares !== 0 || exactShares === 0) continue;
    const lots = lotSize === 1 ? "whole share" : `lot of ${lotSize}`;
    const message = `${Math.abs(exactShares).toPrecision(3)} shares of ${symbol} round to no ${lots}`;
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
  throw new AnalysisError("INSUFFICIENT_DATA", `a lookback of ${lookback} returns needs as many, got ${observations}`, {
    observations,
    needed: lookback,
  });
}

import { formatDate, grossRatio, minimumNormBetas, type SizedLeg } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import { fewObservations, USUAL_GAP, type Warning } from "../joining/warnings.ts";
import type { Inference } from "../regression/inference.ts";
import { RegressionAnalysis } from "../regression/regression-analysis.ts";
import { type HedgeRatios, largeRatios } from "./hedge-ratios.ts";
import type { LegPrice } from "./leg-prices.ts";
import type { Neutrality } from "./neutrality.ts";

// What makes an order, or an advice to trade, less than it seems.

export function* ratioWarnings({ weak, minimumNorm, ratios }: HedgeRatios, joint: JointReturns): Iterable<Warning> {
  yield* largeRatios(grossRatio(ratios), "");
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
export function sampleWarnings(window: JointReturns, inference: Inference, lookback: number | null): Warning[] {
  const response = { returns: window.portfolio, rounding: window.portfolioRounding };
  const few = lookback === null ? [] : fewObservations(lookback, "returns in a lookback");
  return [...new RegressionAnalysis(window, response, inference).warnings, ...few];
}

/** A beta that moves by less matters to nobody. */
const SMALL_BETA = 0.02;

/** Shares that were bought and held had other weights in the past than they have now. */
export function* driftedWeights(window: JointReturns): Iterable<Warning> {
  const returns = window.holdings?.returnsOfLastWeights?.();
  if (returns === undefined) return;
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

export function* harm(effective: number | null): Iterable<Warning> {
  if (effective === null || effective >= 0) return;
  const message = `these positions raise the variance in the sample, by ${Number((-effective).toPrecision(3))} times what it was`;
  yield { code: "HEDGE_ADDS_RISK", message };
}

/** Rounding that leaves more is a hedge of its own. */
const MUCH_BETA = 0.05;

export function* poorRounding(neutrality: readonly Neutrality[]): Iterable<Warning> {
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

import { mean } from "../arithmetic/mean.ts";
import { largestSize } from "../arithmetic/value-range.ts";
import { type NoisyReturns, standardDeviation } from "./spread.ts";
import { type Measure, Undefined } from "./undefined-measure.ts";

/** A beta and its confidence interval. */
export interface BetaInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The mean of returns over something else per unit of their standard deviation, by the year: mean/sd · √s, sd with n − 1.
 * Of returns over the risk-free rate Sharpe's ratio, over the benchmark the information ratio.
 */
export function meanToDeviation(excess: NoisyReturns, periodsPerYear: number, constant: string): Measure {
  const deviation = standardDeviation(excess);
  if (deviation instanceof Undefined) return deviation;
  if (deviation === 0) return new Undefined(constant);
  return (mean(excess.values) / deviation) * Math.sqrt(periodsPerYear);
}

/**
 * The mean excess return per unit of downside deviation, by the year: mean/√(Σ min(excess, 0)²/n) · √s, n all periods.
 * Not defined where no period falls short of the risk-free rate by more than the noise of the returns.
 */
export function sortinoRatio({ values, range, noise }: NoisyReturns, periodsPerYear: number): Measure {
  if (range.low >= -2 * noise) return new Undefined("no period falls short of the risk-free rate");
  let squares = 0;
  for (let t = 0; t < values.length; t++) {
    const shortfall = Math.min(values[t], 0);
    squares += shortfall * shortfall;
  }
  return (mean(values) / Math.sqrt(squares / values.length)) * Math.sqrt(periodsPerYear);
}

/**
 * The mean excess return by the year per unit of beta: mean · s/beta, a decimal. Not defined for a beta that is not
 * known to differ from 0, since a hedge leaves one of about 1e−16: its interval holds 0, or it moves the returns by no
 * more than their noise.
 */
export function treynorRatio(
  excess: NoisyReturns,
  periodsPerYear: number,
  beta: BetaInterval,
  benchmark: NoisyReturns | null,
): Measure {
  const { estimate, lower, upper } = beta;
  if (lower <= 0 && upper >= 0) return new Undefined("the confidence interval of beta contains 0");
  const moved = benchmark === null ? Infinity : Math.abs(estimate) * largestSize(benchmark.range);
  if (moved <= excess.noise) return new Undefined("beta is no more than the rounding of the returns");
  return (mean(excess.values) * periodsPerYear) / estimate;
}

import type { UndefinedQuantity } from "../regression/fitted-regression.ts";
import { annualizedReturn } from "../series/annual-rates.ts";
import { capture } from "./capture.ts";
import { type Drawdown, maximumDrawdown } from "./drawdown.ts";
import { cumulativeReturn, ruin } from "./growth.ts";
import { higherMoments } from "./moments.ts";
import { checkPerformance, type PerformanceOptions } from "./performance-options.ts";
import { meanToDeviation, sortinoRatio, treynorRatio } from "./reward.ts";
import { type NoisyReturns, noisyReturns, returnsOver, standardDeviation } from "./spread.ts";
import { tailLoss } from "./tail-loss.ts";
import { type Measure, settle, Undefined } from "./undefined-measure.ts";

/**
 * What became of a portfolio over n periods, s a year. Returns are total ones; excess returns are those over the
 * risk-free rate. What is null has its reason.
 */
export interface Performance {
  /** n. */
  readonly observations: number;
  /** Π(1 + r) − 1, with log returns exp(Σr) − 1; a decimal. Null where more than everything was lost, or anything after. */
  readonly cumulativeReturn: number | null;
  /** What compounds to that over n/s years: (1 + cumulative)^(s/n) − 1; a decimal. */
  readonly annualizedReturn: number | null;
  /** The standard deviation, with n − 1, times √s; a decimal. Exactly 0 where only rounding varies. */
  readonly annualizedVolatility: number | null;
  /** Mean over standard deviation (n − 1) of excess returns, times √s (W. Sharpe, J. of Portfolio Management 21, 1994). */
  readonly sharpe: number | null;
  /**
   * Mean excess return over downside deviation, √(Σ min(excess, 0)²/n), times √s: the target is the risk-free rate
   * (F. Sortino, R. van der Meer, "Downside Risk", Journal of Portfolio Management 17, 1991).
   */
  readonly sortino: number | null;
  /** `annualizedReturn` over the depth of `maximumDrawdown`, of all periods (T. Young, Futures 20, 1991, has 36 months). */
  readonly calmar: number | null;
  readonly maximumDrawdown: Drawdown | null;
  /** The adjusted skewness G₁. */
  readonly skew: number | null;
  /** The adjusted excess kurtosis G₂: 0 when normal. */
  readonly kurtosis: number | null;
  /** The historical loss a period that a share `confidence` of the periods did not exceed; positive for a loss. */
  readonly valueAtRisk: number;
  /** The mean loss of the periods that lost that or more. */
  readonly expectedShortfall: number;
  /** The standard deviation (n − 1) of the returns over the benchmark's, times √s. Exactly 0 for the benchmark itself. */
  readonly trackingError: number | null;
  /**
   * The mean return over the benchmark, times s, over `trackingError` (R. Grinold, R. Kahn, "Active Portfolio
   * Management", McGraw-Hill, 2nd ed. 2000).
   */
  readonly informationRatio: number | null;
  /**
   * The mean excess return, times s, over beta; a decimal (J. Treynor, Harvard Business Review 43, 1965). Null where the
   * confidence interval of beta contains 0, as it does after a hedge.
   */
  readonly treynor: number | null;
  /** The mean return over the benchmark's mean, of the periods in which the benchmark's return is above 0; not compounded. */
  readonly upCapture: number | null;
  /** And of those in which it is below 0. */
  readonly downCapture: number | null;
  /** The share of periods with a return above 0, from 0 to 1. */
  readonly hitRate: number;
  /** Each quantity that is null above, and why; one that concerns a period says `observation` and its index. */
  readonly undefinedQuantities: readonly UndefinedQuantity[];
}

const NO_BENCHMARK = new Undefined("there is no benchmark to compare with");
const NO_BETA = new Undefined("there is no beta to divide by");

/**
 * The performance measures of total returns, decimals a period. Means by the year are arithmetic, times s, but for
 * `cumulativeReturn`, `annualizedReturn` and `calmar`, which compound. Log returns are measured as they are: their means,
 * losses and captures are logarithms.
 *
 * @throws AnalysisError
 * - `INSUFFICIENT_DATA` without any return;
 * - `BAD_INPUT`: unequal lengths; a value that is not finite or beyond 1e100 in size (`details.observation`); a series
 *   whose largest value is below 1e-100, and not 0; a number of periods a year that is not above 0, a confidence outside
 *   (0, 1), a negative rounding, a beta outside its bounds.
 */
export function performance(returns: Float64Array, options: PerformanceOptions): Performance {
  checkPerformance(returns, options);
  const { confidence = 0.95, rounding = 0 } = options;
  const noisy = noisyReturns(returns, rounding);
  const { values, undefinedQuantities } = settle({
    ...compounded(returns, options),
    ...rewards(noisy, options),
    ...relativeToBenchmark(noisy, options),
    ...higherMoments(noisy),
  });
  const gains = returns.reduce((count, value) => count + (value > rounding ? 1 : 0), 0);
  return {
    observations: returns.length,
    ...values,
    ...tailLoss(returns, confidence),
    hitRate: gains / returns.length,
    undefinedQuantities,
  };
}

/** What rests on the wealth that the returns make of 1. */
function compounded(returns: Float64Array, { kind, periodsPerYear, rounding = 0 }: PerformanceOptions) {
  const end = ruin(returns, kind);
  if (end !== null) return { cumulativeReturn: end, annualizedReturn: end, calmar: end, maximumDrawdown: end };
  const annual = annualizedReturn(returns, periodsPerYear, kind) ?? Infinity; // without ruin only overflow has none
  const drawdown = maximumDrawdown(returns, kind, rounding);
  return {
    cumulativeReturn: cumulativeReturn(returns, kind),
    annualizedReturn: annual,
    calmar: drawdown instanceof Undefined ? drawdown : annual / drawdown.depth,
    maximumDrawdown: drawdown,
  };
}

function rewards(
  returns: NoisyReturns,
  { periodsPerYear, riskFree = null, benchmark = null, beta = null, ...options }: PerformanceOptions,
) {
  const { rounding = 0, benchmarkRounding = rounding } = options;
  const excess = riskFree === null ? returns : returnsOver(noisyReturns(riskFree, benchmarkRounding), returns);
  const market = benchmark === null ? null : noisyReturns(benchmark, benchmarkRounding);
  return {
    annualizedVolatility: byTheYear(standardDeviation(returns), periodsPerYear),
    sharpe: meanToDeviation(excess, periodsPerYear, "the excess returns do not vary"),
    sortino: sortinoRatio(excess, periodsPerYear),
    treynor: beta === null ? NO_BETA : treynorRatio(excess, periodsPerYear, beta, market),
  };
}

function relativeToBenchmark(
  returns: NoisyReturns,
  { periodsPerYear, benchmark = null, rounding = 0, benchmarkRounding = rounding }: PerformanceOptions,
) {
  if (benchmark === null) {
    return {
      trackingError: NO_BENCHMARK,
      informationRatio: NO_BENCHMARK,
      upCapture: NO_BENCHMARK,
      downCapture: NO_BENCHMARK,
    };
  }
  const active = returnsOver(noisyReturns(benchmark, benchmarkRounding), returns);
  const { up, down } = capture(returns.values, benchmark, benchmarkRounding);
  return {
    trackingError: byTheYear(standardDeviation(active), periodsPerYear),
    informationRatio: meanToDeviation(active, periodsPerYear, "the returns over the benchmark do not vary"),
    upCapture: up,
    downCapture: down,
  };
}

function byTheYear(deviation: Measure, periodsPerYear: number): Measure {
  return deviation instanceof Undefined ? deviation : deviation * Math.sqrt(periodsPerYear);
}

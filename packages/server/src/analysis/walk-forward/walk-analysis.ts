import {
  annualVolatility,
  effectiveness,
  grossRatios,
  hedgedReturns,
  PERIODS_PER_YEAR,
  profit,
  type Rebalance,
  variance,
  type WalkForward,
} from "@hedgeql/core";
import { idOf } from "../digest.ts";
import { type DatedPerformance, PerformanceComparison, performanceOf } from "../hedge/performance.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { total } from "../joining/risk-free.ts";
import { windowOf } from "../joining/window.ts";
import { withParameterDefaults } from "../regression/estimator-parameters.ts";
import type { Inference } from "../regression/inference.ts";
import { RegressionAnalysis, type Response } from "../regression/regression-analysis.ts";
import type { RequestTerms } from "../request-terms.ts";
import { type HedgeOutcome, promisedOutcome } from "./hedge-outcome.ts";
import type { RebalanceEstimates, SkippedRebalance } from "./rebalance-estimates.ts";
import type { WalkRequest } from "./walk-request.ts";

/** A test that the realised betas are what was wanted. */
export interface BetaTest {
  readonly statistic: number | null;
  readonly pValue: number | null;
  /** Numerator's degrees of freedom; null for a t of one beta. */
  readonly betas: number | null;
  readonly degreesOfFreedom: number;
}

/** A walk, and what can be asked of it. Each step is computed when it is first asked for. */
export class WalkAnalysis {
  /** The returns of the walk alone: none of those before the first hedged one. */
  readonly joint: JointReturns;
  readonly request: WalkRequest;
  readonly result: WalkForward;
  readonly estimates: RebalanceEstimates;
  /** All returns, those of the first lookback too. */
  readonly #whole: JointReturns;
  readonly #inference: Inference;
  readonly #terms: RequestTerms;
  /** How far each hedged return may be off. */
  readonly rounding: number;
  #verification: RegressionAnalysis | undefined;
  #unhedged: RegressionAnalysis | undefined;
  #promised: Promise<HedgeOutcome> | undefined;

  constructor(
    whole: JointReturns,
    inference: Inference,
    request: WalkRequest,
    result: WalkForward,
    estimates: RebalanceEstimates,
    terms: RequestTerms,
  ) {
    this.joint = windowOf(whole, result.first, whole.dates.length);
    this.request = request;
    this.result = result;
    this.estimates = estimates;
    this.#whole = whole;
    this.#inference = inference;
    this.#terms = terms;
    this.rounding = this.joint.portfolioRounding + usualGross(result.ratios) * whole.benchmarkRounding;
  }

  get id(): string {
    const request = { ...this.request, parameters: withParameterDefaults(this.request.parameters) };
    return idOf("walk-forward", [this.#whole.digest(), this.#inference, request]);
  }

  /** The hedged returns on the benchmarks', of dates that no ratio has seen. */
  get verification(): RegressionAnalysis {
    this.#verification ??= this.#regression({ returns: this.result.returns, rounding: this.rounding });
    return this.#verification;
  }

  /** The same of the portfolio without the hedge. */
  get unhedged(): RegressionAnalysis {
    const { portfolio, portfolioRounding } = this.joint;
    this.#unhedged ??= this.#regression({ returns: portfolio, rounding: portfolioRounding });
    return this.#unhedged;
  }

  /** Whether the realised betas may be the targets: t of one, F of several, with the covariance that was asked for. */
  get betaTest(): BetaTest {
    const { targetBeta } = this.request;
    const { benchmarks } = this.joint;
    const tested =
      targetBeta === 0
        ? this.verification
        : this.#regression({
            returns: hedgedReturns(this.result.returns, [benchmarks[0]], [targetBeta]),
            rounding: this.rounding + Math.abs(targetBeta) * this.joint.benchmarkRounding,
          });
    const { coefficients, fStatistic, fPValue, degreesOfFreedom } = tested.regression;
    if (benchmarks.length > 1) {
      return { statistic: fStatistic, pValue: fPValue, betas: benchmarks.length, degreesOfFreedom };
    }
    const [, { tStatistic, pValue }] = coefficients;
    return { statistic: tStatistic, pValue, betas: null, degreesOfFreedom };
  }

  /** The share of the variance that the hedge removed, on dates that no ratio has seen. */
  get effectiveness(): number | null {
    if (this.unhedged.regression.rSquared === null) return null;
    return effectiveness(this.joint.portfolio, this.result.returns);
  }

  get unhedgedOutcome(): HedgeOutcome {
    return this.#outcome(this.unhedged, this.joint.portfolio, this.unhedged.regression.rSquared === null ? null : 0);
  }

  get realized(): HedgeOutcome {
    return this.#outcome(this.verification, this.result.returns, this.effectiveness);
  }

  /**
   * What the fits promised: each ratio on the very returns that it was made of, averaged over the rebalances. Without
   * bounds, for the windows overlap.
   */
  promised(): Promise<HedgeOutcome> {
    this.#promised ??= promisedOutcome(this.#whole, this.request, this.result, {
      rounding: this.rounding,
      budget: this.#terms.budget,
    });
    return this.#promised;
  }

  performance(confidence: number): PerformanceComparison {
    const hedged = () => ({ returns: this.result.returns, rounding: this.rounding });
    return new PerformanceComparison(this.joint, hedged, confidence);
  }

  netPerformance(confidence: number): DatedPerformance {
    return performanceOf(this.joint, { returns: this.result.netReturns, rounding: this.rounding }, confidence);
  }

  /** In money, of 1.00 of the portfolio at the beginning. */
  get profit(): number {
    return this.#profitOf(this.result.returns);
  }

  get netProfit(): number {
    return this.#profitOf(this.result.netReturns);
  }

  #profitOf(returns: Float64Array): number {
    const { portfolio, riskFree } = this.joint;
    return profit(total(portfolio, riskFree), total(returns, riskFree));
  }

  get annualizedTurnover(): number {
    return this.#byTheYear(this.result.turnover);
  }

  get annualizedCost(): number {
    return this.#byTheYear(this.result.cost);
  }

  /** Each look at the ratio, with the date of the close at which it was. */
  get rebalances(): (Rebalance & { readonly date: number })[] {
    return this.result.rebalances.map((rebalance) => ({ ...rebalance, date: this.#whole.dates[rebalance.at - 1] }));
  }

  get skippedDates(): (SkippedRebalance & { readonly date: number })[] {
    return this.estimates.skipped.map((skipped) => ({ ...skipped, date: this.#whole.dates[skipped.at - 1] }));
  }

  #regression(response: Response): RegressionAnalysis {
    return new RegressionAnalysis(this.joint, response, this.#inference);
  }

  #outcome({ regression }: RegressionAnalysis, returns: Float64Array, effective: number | null): HedgeOutcome {
    const betas = regression.coefficients.slice(1);
    return {
      betas: betas.map(({ term, estimate, lower, upper }) => ({ benchmark: term, beta: estimate, lower, upper })),
      annualizedVolatility: annualVolatility(variance(returns), PERIODS_PER_YEAR[this.joint.interval]),
      effectiveness: effective,
    };
  }

  #byTheYear(sum: number): number {
    return (sum / this.joint.dates.length) * PERIODS_PER_YEAR[this.joint.interval];
  }
}

/**
 * The median of Σ|ratio|. One period with a huge ratio must not make all the others count as rounding.
 */
function usualGross(ratios: readonly Float64Array[]): number {
  const gross = grossRatios(ratios).sort();
  return gross[gross.length >>> 1];
}

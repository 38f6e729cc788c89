import { effectiveness, grossRatio, hedgedReturns } from "@hedgeql/core";
import { idOf } from "../digest.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { Inference } from "../regression/inference.ts";
import { RegressionAnalysis } from "../regression/regression-analysis.ts";
import { remembered } from "../remembered.ts";
import type { RequestTerms } from "../request-terms.ts";
import { compareEstimators, type EstimatorScore, type ScoreRequest } from "../walk-forward/estimator-scores.ts";
import type { WalkAnalysis } from "../walk-forward/walk-analysis.ts";
import { walkForward } from "../walk-forward/walk-forward.ts";
import type { WalkRequest } from "../walk-forward/walk-request.ts";
import { type HedgeRatios, hedgeRatios, hedgeRatiosInTurns, type RatioRequest } from "./hedge-ratios.ts";
import { PerformanceComparison } from "./performance.ts";
import { adviseRebalance, type RebalanceAdvice, type RebalanceRequest } from "./rebalance-advice.ts";
import { type Desk, type SizedHedge, type SizeRequest, sizeHedge } from "./sized-hedge.ts";

/** The hedge of the analysis itself: least squares over the whole sample, down to a beta of 0. */
const IN_SAMPLE: RatioRequest = { estimator: "OLS", parameters: {}, targetBeta: 0, minimumNorm: false };

/** One analysis: regression, hedge, verification. Each step is computed when it is first asked for and never twice. */
export class HedgeAnalysis {
  readonly joint: JointReturns;
  /** The portfolio's returns on the benchmarks'. */
  readonly regression: RegressionAnalysis;
  readonly #terms: RequestTerms;
  readonly #walks = new Map<string, Promise<WalkAnalysis>>();
  readonly #ratiosOf = new Map<string, Promise<HedgeRatios>>();
  #ratios: HedgeRatios | undefined;
  #hedged: Float64Array | undefined;
  #verification: RegressionAnalysis | undefined;

  constructor(joint: JointReturns, inference: Inference, terms: RequestTerms) {
    this.joint = joint;
    this.#terms = terms;
    const response = { returns: joint.portfolio, rounding: joint.portfolioRounding };
    this.regression = new RegressionAnalysis(joint, response, inference);
  }

  /** Of the question and its data, and of the latest closes, whichever the period: orders are priced with them. */
  get id(): string {
    const { joint, regression } = this;
    const latest = joint.histories.map(({ id, currency, prices: { dates, adjustedCloses } }) => {
      return [id, currency, dates.at(-1), adjustedCloses.at(-1)];
    });
    return idOf("hedged-portfolio", [joint.digest(), regression.inference, latest]);
  }

  /** The ratios in which the instruments are sold short: the betas, where the benchmarks themselves are sold. */
  get ratios(): readonly number[] {
    const { joint, regression } = this;
    if (joint.instruments === joint.benchmarks) return regression.betas;
    this.#ratios ??= hedgeRatios(joint, regression.inference, IN_SAMPLE);
    return this.#ratios.ratios;
  }

  /** The portfolio's returns less the ratio times each hedge instrument's. */
  get hedged(): Float64Array {
    this.#hedged ??= hedgedReturns(this.joint.portfolio, this.joint.instruments, this.ratios);
    return this.#hedged;
  }

  /** How far each hedged return may be off. */
  get hedgedRounding(): number {
    return this.joint.portfolioRounding + grossRatio(this.ratios) * this.joint.benchmarkRounding;
  }

  /** The hedged returns on the same benchmarks: in this very sample the betas are 0 by algebra. */
  get verification(): RegressionAnalysis {
    if (this.#verification === undefined) {
      const response = { returns: this.hedged, rounding: this.hedgedRounding };
      this.#verification = new RegressionAnalysis(this.joint, response, this.regression.inference);
    }
    return this.#verification;
  }

  /** The share of the variance that the hedge removed; `null` where there was none. */
  get effectiveness(): number | null {
    if (this.regression.regression.rSquared === null) return null;
    return effectiveness(this.joint.portfolio, this.hedged);
  }

  /** The hedge in money and shares. */
  size(request: SizeRequest): Promise<SizedHedge> {
    return sizeHedge(this.#desk, request);
  }

  /** Whether a hedge that is held should be brought back. */
  rebalanceAdvice(request: RebalanceRequest): Promise<RebalanceAdvice> {
    return adviseRebalance(this.#desk, request);
  }

  get #desk(): Desk {
    const { joint, regression } = this;
    return {
      joint,
      inference: regression.inference,
      today: this.#terms.today,
      ratiosOf: (window, { estimator, parameters, targetBeta, minimumNorm, lookback }) => {
        const request = { estimator, parameters, targetBeta, minimumNorm };
        return remembered(this.#ratiosOf, JSON.stringify([request, lookback]), () =>
          hedgeRatiosInTurns(window, regression.inference, request, this.#terms.budget),
        );
      },
    };
  }

  performance(confidence: number): PerformanceComparison {
    const hedged = () => ({ returns: this.hedged, rounding: this.hedgedRounding });
    return new PerformanceComparison(this.joint, hedged, confidence);
  }

  /** The hedge as it would have gone: fitted on the past only, held until the next rebalance. */
  walkForward(request: WalkRequest): Promise<WalkAnalysis> {
    const key = JSON.stringify(request);
    return remembered(this.#walks, key, () => walkForward(this.joint, this.regression.inference, request, this.#terms));
  }

  compareEstimators(request: ScoreRequest): Promise<EstimatorScore[]> {
    return compareEstimators(request, (walk) => this.walkForward(walk));
  }
}

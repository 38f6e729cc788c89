import { effectiveness, hedgedReturns } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import type { Inference } from "../regression/inference.ts";
import { RegressionAnalysis } from "../regression/regression-analysis.ts";

/** One analysis: regression, hedge, verification. Each step is computed when it is first asked for and never twice. */
export class HedgeAnalysis {
  readonly joint: JointReturns;
  /** The portfolio's returns on the benchmarks'. */
  readonly regression: RegressionAnalysis;
  #hedged: Float64Array | undefined;
  #verification: RegressionAnalysis | undefined;

  constructor(joint: JointReturns, inference: Inference) {
    this.joint = joint;
    const response = { returns: joint.portfolio, rounding: joint.portfolioRounding };
    this.regression = new RegressionAnalysis(joint, response, inference);
  }

  /** The portfolio's returns less beta times each benchmark's. */
  get hedged(): Float64Array {
    this.#hedged ??= hedgedReturns(this.joint.portfolio, this.joint.benchmarks, this.regression.betas);
    return this.#hedged;
  }

  /** The hedged returns on the same benchmarks: in this very sample the betas are 0 by algebra. */
  get verification(): RegressionAnalysis {
    if (this.#verification === undefined) {
      const { joint, regression } = this;
      const gross = regression.betas.reduce((sum, beta) => sum + Math.abs(beta), 0);
      const rounding = joint.portfolioRounding + gross * joint.benchmarkRounding;
      this.#verification = new RegressionAnalysis(joint, { returns: this.hedged, rounding }, regression.inference);
    }
    return this.#verification;
  }

  /** The share of the variance that the hedge removed; `null` where there was none. */
  get effectiveness(): number | null {
    if (this.regression.regression.rSquared === null) return null;
    return effectiveness(this.joint.portfolio, this.hedged);
  }
}

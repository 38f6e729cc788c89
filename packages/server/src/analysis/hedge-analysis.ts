import { effectiveness, hedgedReturns, RETURN_ROUNDING, type Regression, regress } from "@hedgeql/core";
import type { JointReturns } from "./joint-returns.ts";

/** R's own: benchmarks that are one another but for their last digits have no betas that anybody could trade. */
const COLLINEARITY_TOLERANCE = 1e-7;

/**
 * One analysis: regression, hedge, verification. Each step is computed when it is first asked for and never twice, so
 * that the fields of one query share their work and a field that nobody asks for costs nothing.
 */
export class HedgeAnalysis {
  readonly joint: JointReturns;
  #regression: Regression | undefined;
  #hedged: Float64Array | undefined;
  #verification: Regression | undefined;

  constructor(joint: JointReturns) {
    this.joint = joint;
  }

  /** The portfolio's returns on the benchmarks'. */
  get regression(): Regression {
    this.#regression ??= this.#regress(this.joint.portfolio, this.joint.portfolioRounding);
    return this.#regression;
  }

  /** The portfolio's returns less beta times each benchmark's. */
  get hedged(): Float64Array {
    this.#hedged ??= hedgedReturns(this.joint.portfolio, this.joint.benchmarks, this.#betas);
    return this.#hedged;
  }

  /** The hedged returns on the same benchmarks: in this very sample the betas are 0 by algebra. */
  get verification(): Regression {
    if (this.#verification === undefined) {
      const gross = this.#betas.reduce((sum, beta) => sum + Math.abs(beta), 0);
      const rounding = this.joint.portfolioRounding + gross * RETURN_ROUNDING;
      this.#verification = this.#regress(this.hedged, rounding);
    }
    return this.#verification;
  }

  /** The share of the variance that the hedge removed; `null` where there was none. */
  get effectiveness(): number | null {
    if (this.regression.rSquared === null) return null;
    return effectiveness(this.joint.portfolio, this.hedged);
  }

  get #betas(): number[] {
    return this.regression.coefficients.slice(1).map(({ estimate }) => estimate);
  }

  /** @param rounding how far each of the returns may be off */
  #regress(response: Float64Array, rounding: number): Regression {
    const { benchmarks, benchmarkSymbols } = this.joint;
    return regress(response, benchmarks, {
      terms: benchmarkSymbols,
      rounding: { response: rounding, regressors: RETURN_ROUNDING },
      collinearityTolerance: COLLINEARITY_TOLERANCE,
    });
  }
}

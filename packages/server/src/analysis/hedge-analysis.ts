import { effectiveness, hedgedReturns, type Regression, regress } from "@hedgeql/core";
import type { JointReturns } from "./joint-returns.ts";

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
    this.#regression ??= this.#regress(this.joint.portfolio);
    return this.#regression;
  }

  /** The portfolio's returns less beta times each benchmark's. */
  get hedged(): Float64Array {
    const betas = this.regression.coefficients.slice(1).map(({ estimate }) => estimate);
    this.#hedged ??= hedgedReturns(this.joint.portfolio, this.joint.benchmarks, betas);
    return this.#hedged;
  }

  /** The hedged returns on the same benchmarks: in this very sample the betas are 0 by algebra. */
  get verification(): Regression {
    this.#verification ??= this.#regress(this.hedged);
    return this.#verification;
  }

  /** The share of the variance that the hedge removed; `null` where there was none. */
  get effectiveness(): number | null {
    return effectiveness(this.joint.portfolio, this.hedged);
  }

  #regress(response: Float64Array): Regression {
    const { benchmarks, benchmarkSymbols } = this.joint;
    return regress(response, benchmarks, { terms: benchmarkSymbols });
  }
}

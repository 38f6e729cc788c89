import type { JointReturns } from "../joining/joint-returns.ts";
import { LIMITS, LimitError } from "../limits.ts";
import type { BetaEstimator } from "../regression/beta-estimates.ts";
import type { WalkRequest } from "./walk-forward.ts";

/** Microseconds that an estimate takes a return, measured; an estimate takes 20 besides. */
const MICROSECONDS: Readonly<Record<BetaEstimator, number>> = {
  OLS: 0.05,
  EWMA: 0.6,
  KALMAN: 25,
  BLUME: 0.05,
  VASICEK: 0.05,
  DIMSON: 0.3,
  SCHOLES_WILLIAMS: 0.5,
  UP: 0.3,
  DOWN: 0.3,
  HUBER: 6,
  THEIL_SEN: 5,
};

/** About how many milliseconds the estimates of one rebalance take. */
export function windowWork(joint: JointReturns, { estimator, lookback }: WalkRequest): number {
  const { benchmarks, benchmarkSymbols, instrumentSymbols } = joint;
  const estimates = 1 + instrumentSymbols.filter((symbol) => !benchmarkSymbols.includes(symbol)).length;
  const coefficients = (benchmarks.length + 1) / 2;
  return (estimates * (20 + MICROSECONDS[estimator] * lookback * coefficients ** 2)) / 1000;
}

/** How much work the walks of one request may be. */
export class WalkBudget {
  #seconds = 0;
  #refusal: LimitError | undefined;

  /** Throws a `LimitError` where a walk, after those before it, would take a processor for too long. */
  spend(joint: JointReturns, request: WalkRequest, rebalances: number): void {
    this.#seconds += (windowWork(joint, request) * rebalances) / 1000;
    if (this.#seconds <= LIMITS.walkSeconds) return;
    const walk = `${rebalances} estimates by ${request.estimator} of ${request.lookback} returns`;
    const what = `seconds of work in the walks of a request (at ${walk}: choose a longer rebalanceEvery or a shorter lookback)`;
    this.#refusal = new LimitError(LIMITS.walkSeconds, what, Math.ceil(this.#seconds));
    throw this.#refusal;
  }

  /** Stops the walks that began before the one too many: their request is answered already. */
  throwIfRefused(): void {
    if (this.#refusal !== undefined) throw this.#refusal;
  }
}

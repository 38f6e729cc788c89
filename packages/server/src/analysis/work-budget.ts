import type { JointReturns } from "./joining/joint-returns.ts";
import { LIMITS, LimitError } from "./limits.ts";
import type { BetaEstimator } from "./regression/beta-estimates.ts";

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

/** What decides how long an estimate takes. */
export interface Work {
  readonly estimator: BetaEstimator;
  /** Of how many returns it is. */
  readonly lookback: number;
}

/** About how many milliseconds the estimates of one rebalance take. */
export function windowWork(joint: JointReturns, { estimator, lookback }: Work): number {
  const { benchmarks, benchmarkSymbols, instrumentSymbols } = joint;
  const estimates = 1 + instrumentSymbols.filter((symbol) => !benchmarkSymbols.includes(symbol)).length;
  const coefficients = (benchmarks.length + 1) / 2;
  return (estimates * (20 + MICROSECONDS[estimator] * lookback * coefficients ** 2)) / 1000;
}

/** In milliseconds of work. */
const WORK_BETWEEN_TURNS = 5;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** How much work the estimates of one request may be. */
export class WorkBudget {
  readonly #signal: AbortSignal | undefined;
  #seconds = 0;
  #refusal: LimitError | undefined;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Takes so many estimates off the budget. Throws a `LimitError` where they, after those before them, would take a
   * processor for too long. What comes back is to be asked after each estimate: it lets others have their turn every few
   * milliseconds, and throws where nobody waits for the answer any more.
   */
  turns(joint: JointReturns, request: Work, estimates: number): Turns {
    const milliseconds = windowWork(joint, request);
    this.#seconds += (milliseconds * estimates) / 1000;
    if (this.#seconds > LIMITS.workSeconds) {
      const count = estimates === 1 ? "1 estimate" : `${estimates} estimates`;
      const work = `${count} by ${request.estimator} of ${request.lookback} returns`;
      const what = `seconds of work in the estimates of a request (at ${work}: choose a longer rebalanceEvery, a shorter lookback or another estimator)`;
      this.#refusal = new LimitError(LIMITS.workSeconds, what, Math.ceil(this.#seconds));
      throw this.#refusal;
    }
    let sinceTurn = 0;
    return {
      next: async () => {
        sinceTurn += milliseconds;
        if (sinceTurn < WORK_BETWEEN_TURNS) return;
        sinceTurn = 0;
        await turn();
        this.#signal?.throwIfAborted();
        // The request is answered already: what began before the one too many need not go on.
        if (this.#refusal !== undefined) throw this.#refusal;
      },
    };
  }
}

export interface Turns {
  next(): Promise<void>;
}

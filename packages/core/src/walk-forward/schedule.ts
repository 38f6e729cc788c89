import { AnalysisError } from "../errors.ts";

/** How far back an estimate looks, and how often there is a new one, in periods. */
export interface RebalanceScheduleOptions {
  /** How many returns an estimate is made of: at least 3. */
  readonly lookback: number;
  /** How many periods an estimate is held: at least 1. */
  readonly rebalanceEvery: number;
  /**
   * The first period that is hedged. Default `lookback`, the earliest; later where walks of several lookbacks are to be
   * compared over the same periods.
   */
  readonly first?: number;
}

/** A line through fewer points leaves no residual, and so no measure of what a hedge leaves. */
const SHORTEST_LOOKBACK = 3;

/**
 * The indices of the first return that is held under each new estimate: first, first + rebalanceEvery, ..., below the number of
 * `observations`. The estimate for index t is made of the returns t − lookback to t − 1, and never of return t: it must
 * be known at the close at which return t begins.
 *
 * @throws AnalysisError
 * - `BAD_INPUT`: a lookback that is not an integer of at least 3, a `rebalanceEvery` that is not one of at least 1, a `first`
 *   that is not one of at least the lookback;
 * - `INSUFFICIENT_DATA`: no return is left to hedge (`details`: `observations`, `needed`).
 */
export function rebalanceSchedule(observations: number, options: RebalanceScheduleOptions): number[] {
  const { lookback, rebalanceEvery, first = lookback } = options;
  refuseNotInteger("a lookback", lookback, SHORTEST_LOOKBACK);
  refuseNotInteger("rebalanceEvery", rebalanceEvery, 1);
  refuseTooFew(observations, lookback, `a lookback of ${lookback} returns`);
  refuseNotInteger("the first hedged period", first, lookback);
  refuseTooFew(observations, first, `a walk that starts after ${first} returns`);
  const schedule: number[] = [];
  for (let at = first; at < observations; at += rebalanceEvery) schedule.push(at);
  return schedule;
}

function refuseNotInteger(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new AnalysisError("BAD_INPUT", `${name} must be an integer of at least ${least}, got ${value}`, {
    value: String(value),
    least,
  });
}

function refuseTooFew(observations: number, before: number, what: string): void {
  if (before < observations) return;
  const needed = before + 1;
  throw new AnalysisError("INSUFFICIENT_DATA", `${what} needs at least ${needed}, got ${observations}`, {
    observations,
    needed,
  });
}

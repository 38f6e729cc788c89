import type { WalkBudget } from "./walk-forward/walk-work.ts";

/** Under what terms the work of a request is done. */
export interface RequestTerms {
  readonly budget: WalkBudget;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal | undefined;
  /** The date of the request, as a day number in UTC. */
  readonly today: number;
}

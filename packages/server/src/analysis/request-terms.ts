import type { WorkBudget } from "./work-budget.ts";

/** Under what terms the work of a request is done. */
export interface RequestTerms {
  readonly budget: WorkBudget;
  /** The date of the request, as a day number in UTC. */
  readonly today: number;
}

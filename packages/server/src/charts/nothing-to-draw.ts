import { DomainError } from "@hedgeql/core";

/** A picture of what these data do not have: no fault of the question, and nothing to see. */
export class NothingToDrawError extends DomainError<"NOTHING_TO_DRAW"> {
  constructor(reason: string) {
    super("NOTHING_TO_DRAW", reason, { reason });
  }
}

/**
 * A failure that was foreseen: the caller can act on it. Everything else that is thrown is a defect.
 *
 * `code` is stable and meant for programs; `message` names the rule and the value that broke it, for people;
 * `details` holds the data to act on.
 */
export class DomainError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: Code, message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/**
 * The codes of core:
 * - `BAD_INPUT`: a value breaks a rule that the caller could have checked;
 * - `INSUFFICIENT_DATA`: fewer observations than the computation needs (`details`: `observations`, `needed`);
 * - `NO_OVERLAP`: the series share no date;
 * - `SINGULAR_BENCHMARKS`: a benchmark that does not vary, or that repeats others (`details`: `terms`).
 */
export type AnalysisErrorCode = "BAD_INPUT" | "INSUFFICIENT_DATA" | "NO_OVERLAP" | "SINGULAR_BENCHMARKS";

/** What every function of core throws when its input does not allow an answer. */
export class AnalysisError extends DomainError<AnalysisErrorCode> {}

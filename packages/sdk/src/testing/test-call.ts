/** A request that reached the in-memory server: each attempt is one. */
export interface TestCall {
  /** The operation's name, such as `HedgedPortfolio`. */
  readonly operation: string;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Variables that the recorded answer does not follow, such as `period`: its figures are of another one. Empty where the
   * operation is the test's own.
   */
  readonly ignored: readonly string[];
}

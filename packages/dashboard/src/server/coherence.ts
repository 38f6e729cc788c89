import type { PartState } from "./part.ts";

/** Whether a part has nothing to show yet and something will come: its place is kept. */
export function isAwaited({ phase, value }: PartState<unknown>, isAsked: boolean): boolean {
  return value === undefined && (phase === "loading" || (phase === "idle" && isAsked));
}

/**
 * A part as it may be shown beside the numbers: where it is about the same portfolio, benchmarks and period, or under
 * their heading it would pass for theirs. An answer about the same to an older setting, such as another lookback, stays
 * while the next is on its way, or while the numbers are old too.
 */
export function besideNumbers<T>(part: PartState<T>, numbers: PartState<unknown>): PartState<T> {
  const isAnswered = part.isCurrent || part.phase === "loading" || !numbers.isCurrent;
  if (part.about === numbers.about && isAnswered) return part;
  // It has come, and waits for the numbers.
  const phase = part.phase === "answered" ? numbers.phase : part.phase;
  return { ...part, phase, value: undefined };
}

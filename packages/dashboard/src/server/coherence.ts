import type { PartState } from "./part.ts";

/** Whether a part has nothing to show yet and something will come: its place is kept. */
export function isAwaited({ phase, value }: PartState<unknown>, isAsked: boolean): boolean {
  return value === undefined && (phase === "loading" || (phase === "idle" && isAsked));
}

/**
 * A part as it may be shown beside the numbers. An answer of the question before stays while the next is on its way, or
 * while the numbers are old too; beside numbers of today's question it would pass for theirs, and is left out.
 */
export function besideNumbers<T>(part: PartState<T>, numbers: PartState<unknown>): PartState<T> {
  const belongs = part.isCurrent || part.phase === "loading" || !numbers.isCurrent;
  return belongs ? part : { ...part, value: undefined };
}

// A benchmark that compares different answers is worthless: before anything is timed, all must agree.

import type { Contestant } from "./harness.ts";

/** What a run computed, a column a quantity. All contestants but yardsticks have `beta`. */
export type Answer = Readonly<Record<string, ArrayLike<number>>>;

/** Relative to the largest value of the column. */
const TOLERANCE = 1e-9;

/** Where an answer differs from the first one that has the quantity, in words; none when all agree. */
export async function disagreements(contestants: readonly Contestant[]): Promise<string[]> {
  const faults: string[] = [];
  const known = new Map<string, { readonly by: string; readonly column: ArrayLike<number> }>();
  for (const { name, share = 1, yardstick = false, answer } of contestants) {
    const columns = await answer();
    if (!yardstick && !("beta" in columns)) faults.push(`${name} gives no beta`);
    for (const [quantity, column] of Object.entries(columns)) {
      const first = known.get(quantity);
      if (first === undefined) known.set(quantity, { by: name, column });
      const error = largestError(column, first?.column ?? column, share);
      if (!(error <= TOLERANCE)) faults.push(`${quantity} of ${name} and ${first?.by ?? name} differ by ${error}`);
    }
  }
  return faults;
}

/** The largest difference, relative to the largest value; NaN when either has none or they have not the same length. */
function largestError(actual: ArrayLike<number>, expected: ArrayLike<number>, share: number): number {
  if (actual.length === 0 || actual.length !== Math.round(expected.length * share)) return Number.NaN;
  let error = 0;
  let largest = 0;
  for (let i = 0; i < actual.length; i++) {
    error = Math.max(error, Math.abs(actual[i] - expected[i])); // NaN stays NaN
    largest = Math.max(largest, Math.abs(expected[i]));
  }
  return error === 0 ? 0 : error / largest;
}

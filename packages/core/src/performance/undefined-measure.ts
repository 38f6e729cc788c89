import type { UndefinedQuantity } from "../regression/fitted-regression.ts";

/** Why a measure is not defined. */
export class Undefined {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A measure, or why there is none. */
export type Measure<T = number> = T | Undefined;

/** Measures by their names, with null for those that are not defined. */
export type Settled<Measures> = { readonly [Name in keyof Measures]: Exclude<Measures[Name], Undefined> | null };

const OUT_OF_RANGE = "it leaves the range of doubles";

/** Takes what is not defined, or is no finite number, out of measures, and says why. */
export function settle<Measures extends Readonly<Record<string, unknown>>>(
  measures: Measures,
): { readonly values: Settled<Measures>; readonly undefinedQuantities: readonly UndefinedQuantity[] } {
  const undefinedQuantities: UndefinedQuantity[] = [];
  const settled = Object.entries(measures).map(([quantity, measure]) => {
    const reason = reasonOf(measure);
    if (reason === undefined) return [quantity, measure === 0 ? 0 : measure]; // no negative zero
    undefinedQuantities.push({ quantity, reason });
    return [quantity, null];
  });
  return { values: Object.fromEntries(settled) as Settled<Measures>, undefinedQuantities };
}

function reasonOf(measure: unknown): string | undefined {
  if (measure instanceof Undefined) return measure.reason;
  return typeof measure === "number" && !Number.isFinite(measure) ? OUT_OF_RANGE : undefined;
}

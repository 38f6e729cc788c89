import fc from "fast-check";
import { regress } from "./regression.ts";

// What the property tests of regression draw from.

/** Returns of a few per cent, on a grid, with enough different values to have a beta. */
function returnsColumn(length: number): fc.Arbitrary<Float64Array> {
  return fc
    .array(fc.integer({ min: -500, max: 500 }), { minLength: length, maxLength: length })
    .filter((values) => new Set(values).size > 3)
    .map((values) => Float64Array.from(values, (value) => value / 1e4));
}

/** Three columns of one length. */
export const sample = fc
  .integer({ min: 8, max: 60 })
  .chain((n) => fc.tuple(returnsColumn(n), returnsColumn(n), returnsColumn(n)));

/** A coefficient. */
export const number = fc.integer({ min: -3000, max: 3000 }).map((value) => value / 1000);

/** Whether two columns are too close to be told apart; such a draw is skipped. */
export function singularWith(x: Float64Array, z: Float64Array): boolean {
  try {
    regress(x, [x, z]);
    return false;
  } catch {
    return true;
  }
}

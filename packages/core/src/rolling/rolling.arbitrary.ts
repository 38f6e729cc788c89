import fc from "fast-check";
import { AnalysisError } from "../errors.ts";
import type { Regression } from "../regression/fitted-regression.ts";
import { regress } from "../regression/regression.ts";
import { RETURN_ROUNDING } from "../series/returns.ts";
import type { RollingOptions } from "./windows.ts";

// What the property tests of rolling regressions draw from, and what they hold each window against.

/** Response first, then two regressors; and a window that they are long enough for. */
export interface Draw {
  readonly columns: readonly [Float64Array, Float64Array, Float64Array];
  readonly window: number;
}

const returns = fc.integer({ min: -500, max: 500 }).map((value) => value / 1e4);

/** Mostly returns; prices, halts, bad ticks, quiet days, and values that only just are in the range of doubles. */
const hostile = fc.oneof(
  { arbitrary: returns, weight: 6 },
  { arbitrary: fc.constant(0), weight: 2 },
  { arbitrary: fc.integer({ min: -3, max: 3 }).map((value) => 4_000 + value / 64), weight: 2 },
  { arbitrary: fc.integer({ min: -3, max: 3 }).map((value) => value * 1e-9), weight: 1 },
  { arbitrary: fc.constantFrom(0.1, 0.3, 0.1 + 0.2), weight: 1 },
  { arbitrary: fc.constantFrom(1e4, -1e4, 1e12, 1e90), weight: 1 },
  { arbitrary: fc.constantFrom(1e-60, 1e-90, 1e-130, -1e-200), weight: 1 },
);

/** Stretches of the same kind of value, or of one value. */
function stretches(length: number): fc.Arbitrary<Float64Array> {
  const kinds = [returns, hostile, hostile.map((value) => fc.constant(value))] as const;
  const stretch = fc.oneof(
    fc.array(kinds[0], { minLength: 3, maxLength: length }),
    fc.array(kinds[1], { minLength: 3, maxLength: length }),
    kinds[2].chain((same) => fc.array(same, { minLength: 1, maxLength: length })),
  );
  return fc
    .array(stretch, { minLength: 3, maxLength: 5 })
    .map((parts) => Float64Array.from({ length }, (_, i) => parts.flat()[i % parts.flat().length]))
    .filter((column) => column.some((value) => Math.abs(value) > 1e-100) || column.every((value) => value === 0));
}

/** A response that the others make up, exactly or nearly, or that has nothing to do with them. */
function response(x: Float64Array, z: Float64Array, own: Float64Array): fc.Arbitrary<Float64Array> {
  return fc
    .constantFrom(
      [0, 0, 1],
      [1, 0, 0],
      [2, 0, 0],
      [-0.5, 3, 0],
      [1.5, 0, 1e-4],
      [-1, 2, 0.03],
      [1, 1, 1e-9],
      [1, -2, 0.3],
    )
    .map(([a, b, c]) => own.map((value, i) => a * x[i] + b * z[i] + c * value));
}

/** Series of up to 40 observations of any kind. */
export const hostileDraw: fc.Arbitrary<Draw> = fc
  .integer({ min: 5, max: 40 })
  .chain((n) =>
    fc
      .tuple(stretches(n), stretches(n), stretches(n), fc.integer({ min: 4, max: n }))
      .chain(([x, z, own, window]) => response(x, z, own).map((y) => ({ columns: [y, x, z] as const, window }))),
  );

/** Series of plain returns. */
export const plainDraw: fc.Arbitrary<Draw> = fc.integer({ min: 8, max: 60 }).chain((n) => {
  const column = fc.array(returns, { minLength: n, maxLength: n }).map((values) => Float64Array.from(values));
  return fc.record({ columns: fc.tuple(column, column, column), window: fc.integer({ min: 4, max: n }) });
});

export const anyOptions: fc.Arbitrary<RollingOptions> = fc.constantFrom<RollingOptions>(
  {},
  { rounding: { response: RETURN_ROUNDING, regressors: RETURN_ROUNDING } },
  { rounding: { response: 0.01, regressors: 0 } },
  { rounding: { response: 0, regressors: 0.003 } },
  { collinearityTolerance: 1e-7 },
  { collinearityTolerance: 0.3 },
  { terms: ["SPY", "GLD"] },
);

/** `regress` of observations `from` up to `to`; null where it refuses. */
export function regressWithin(
  y: Float64Array,
  regressors: readonly Float64Array[],
  from: number,
  to: number,
  options: RollingOptions = {},
): Regression | null {
  try {
    return regress(
      y.subarray(from, to),
      regressors.map((column) => column.subarray(from, to)),
      options,
    );
  } catch (error) {
    if (error instanceof AnalysisError) return null;
    throw error;
  }
}

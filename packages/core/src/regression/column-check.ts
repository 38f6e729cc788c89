import { largestSize, type ValueRange, valueRange } from "../arithmetic/value-range.ts";
import { AnalysisError } from "../errors.ts";

/** Squares of values beyond these, and of their differences, would leave the range of doubles. */
const LARGEST = 1e100;
const SMALLEST = 1e-100;

/** What a pass that a fit makes anyway knows of a column: its mean (or another centre) and Σ(value − mean)². */
export interface ColumnSpread {
  readonly mean: number;
  readonly squares: number;
}

/** No value can be larger in size; NaN or Infinity when one is not finite. */
export function sizeBound({ mean, squares }: ColumnSpread): number {
  return Math.abs(mean) + Math.sqrt(squares);
}

/**
 * Whether the spread alone shows that all values are finite, of moderate size, and that they vary by more than their
 * rounding: then a column needs no closer look. A range is at least twice the standard deviation.
 */
export function isRegular(spread: ColumnSpread, count: number, rounding: number): boolean {
  const size = sizeBound(spread);
  const range = 2 * Math.sqrt(spread.squares / count);
  return size < LARGEST && range > 4 * SMALLEST && range > 2 ** -50 * size && range > 8 * rounding;
}

/** What fits tell of their columns before they divide by anything: it throws for columns that cannot be regressed. */
export interface ColumnCheck {
  response(spread: ColumnSpread): void;
  regressor(index: number, spread: ColumnSpread): void;
}

/** For columns that are known to be good. */
export const UNCHECKED: ColumnCheck = Object.freeze({ response() {}, regressor() {} });

/** {@link checkedRange} for those who need no range: a sum of squares of moderate size shows that all is well. */
export function checkValues(values: Float64Array, name: string): void {
  const n = values.length;
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    even += values[i] * values[i];
    odd += values[i + 1] * values[i + 1];
  }
  if (i < n) even += values[i] * values[i];
  const squares = even + odd;
  if (!(squares < LARGEST * LARGEST && squares > n * SMALLEST * SMALLEST)) checkedRange(values, name);
}

/** Looks closely; throws `BAD_INPUT` for values that are not finite or too large or small for their squares. */
export function checkedRange(values: Float64Array, name: string): ValueRange {
  const range = valueRange(values);
  const largest = largestSize(range);
  if (largest === 0 || (largest >= SMALLEST && largest <= LARGEST)) return range;
  const index = values.findIndex((value) => !Number.isFinite(value));
  const message =
    index < 0
      ? `the largest value of ${name} must be between ${SMALLEST} and ${LARGEST} in size, got ${largest}`
      : `the values of ${name} must be finite numbers, got ${values[index]} at index ${index}`;
  throw new AnalysisError("BAD_INPUT", message, { series: name });
}

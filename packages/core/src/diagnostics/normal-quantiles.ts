import { normalQuantile } from "../distributions/normal.ts";
import { AnalysisError } from "../errors.ts";

/** The points of a normal quantile–quantile plot, the lowest first, and its line. */
export interface NormalQuantiles {
  /** The values, sorted. */
  readonly values: Float64Array;
  /** Beside each the standard normal quantile of its rank. */
  readonly quantiles: Float64Array;
  /** Beside each its index among the values as they were given; equal values keep their order. */
  readonly indices: Uint32Array;
  /** intercept + slope · quantile: through the first and the third quartiles. Slope 0 where those are equal. */
  readonly line: { readonly intercept: number; readonly slope: number };
}

const LARGEST = 1e100;

/**
 * Values beside the quantiles that normal ones of their ranks would be near: on a line when normal, bent away from it at
 * the ends with fat tails. The probability of rank i of n is (i − a)/(n + 1 − 2a), a = 3/8 up to 10 values and 1/2
 * beyond (R's `ppoints`). The line goes through the quartiles, so that the tails do not move it (R's `qqline`); sample
 * quartiles interpolate order statistics at 1 + (n − 1)p (type 7 of R. Hyndman, Y. Fan, The American Statistician 50,
 * 1996).
 *
 * Source: M. Wilk, R. Gnanadesikan, "Probability Plotting Methods for the Analysis of Data" (Biometrika 55, 1968); G.
 * Blom, "Statistical Estimates and Transformed Beta-Variables" (1958).
 *
 * @throws AnalysisError `INSUFFICIENT_DATA` without any value; `BAD_INPUT` when one is not finite or beyond 1e100 in size.
 */
export function normalQuantiles(values: Float64Array): NormalQuantiles {
  checkValues(values);
  const indices = Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
  const sorted = Float64Array.from(indices, (index) => values[index]);
  const low = quantile(sorted, 0.25);
  const high = quantile(sorted, 0.75);
  const quartile = normalQuantile(0.75);
  return {
    values: sorted,
    quantiles: quantilesOfRanks(values.length),
    indices,
    // The normal quartiles are as far from 0: the line has the middle of the quartiles there.
    line: { intercept: (low + high) / 2, slope: (high - low) / (2 * quartile) },
  };
}

/** The upper half mirrors the lower, whose probabilities keep their digits. */
function quantilesOfRanks(n: number): Float64Array {
  const a = n <= 10 ? 3 / 8 : 1 / 2;
  const quantiles = new Float64Array(n);
  for (let i = 0; i < n >> 1; i++) {
    quantiles[i] = normalQuantile((i + 1 - a) / (n + 1 - 2 * a));
    quantiles[n - 1 - i] = -quantiles[i];
  }
  return quantiles;
}

/** Between order statistics, by hinge 1 + (n − 1)p. */
function quantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const share = place - below;
  return share === 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

function checkValues(values: Float64Array): void {
  if (values.length === 0) {
    throw new AnalysisError("INSUFFICIENT_DATA", "quantiles need at least 1 value, got 0", {
      observations: 0,
      needed: 1,
    });
  }
  const index = values.findIndex((value) => !(Math.abs(value) <= LARGEST));
  if (index < 0) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `values must be finite numbers of at most ${LARGEST} in size, got ${values[index]} at index ${index}`,
    { index, value: String(values[index]) },
  );
}

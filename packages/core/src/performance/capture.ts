import { compensatedSum } from "./compensated-sum.ts";
import { type Measure, Undefined } from "./undefined-measure.ts";

/** How much of the benchmark's rises and of its falls the returns took part in: plain numbers, 1 is all of it. */
export interface Capture {
  readonly up: Measure;
  readonly down: Measure;
}

/**
 * Up and down capture: the mean return in the periods in which the benchmark's return is above 0 (below 0) over the
 * benchmark's own mean return in them. Arithmetic: other definitions compound both over those periods, and differ for
 * large returns. Negative where the returns went the other way.
 *
 * Not defined in a direction that the benchmark never takes. `rounding`: a benchmark's return of no more in size is 0.
 *
 * Source: C. Bacon, "Practical Portfolio Performance Measurement and Attribution" (Wiley, 2nd ed. 2008).
 */
export function capture(returns: Float64Array, benchmark: Float64Array, rounding: number): Capture {
  return {
    up: ratioOfMeans(returns, benchmark, (value) => value > rounding, "the benchmark rises in no period"),
    down: ratioOfMeans(returns, benchmark, (value) => value < -rounding, "the benchmark falls in no period"),
  };
}

function ratioOfMeans(
  returns: Float64Array,
  benchmark: Float64Array,
  belongs: (value: number) => boolean,
  reason: string,
): Measure {
  const market = benchmark.filter(belongs);
  if (market.length === 0) return new Undefined(reason);
  // Over the same periods the ratio of the means is that of the sums.
  return compensatedSum(returns.filter((_, t) => belongs(benchmark[t]))) / compensatedSum(market);
}

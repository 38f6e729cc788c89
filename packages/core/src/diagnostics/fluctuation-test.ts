import { kolmogorovUpperTail } from "../distributions/kolmogorov.ts";
import type { DiagnosticTest } from "./diagnostic-test.ts";

/** A test that something stayed as it was, by a path that wanders off where it moved. */
export interface FluctuationTest extends DiagnosticTest {
  /** The observation after which the path is furthest from 0: the last one before the move, if there was one. */
  readonly index: number | null;
}

/**
 * The largest |path| of the running sums of `steps`, which are 0 in all, over `scale`: with a scale of √n standard
 * deviations of a step, that of a Brownian bridge. n steps see the path only n times and find it a little lower than a
 * bridge gets, so that the test is on the cautious side.
 */
export function bridgeTest(steps: Float64Array, scale: number): FluctuationTest {
  let sum = 0;
  let furthest = 0;
  let index = 0;
  for (let t = 0; t < steps.length; t++) {
    sum += steps[t];
    if (Math.abs(sum) <= furthest) continue;
    furthest = Math.abs(sum);
    index = t;
  }
  const statistic = furthest / scale;
  return { statistic, pValue: kolmogorovUpperTail(statistic), index };
}

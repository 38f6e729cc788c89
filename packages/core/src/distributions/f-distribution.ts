import { AnalysisError } from "../errors.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * P(F ≥ f) for the F distribution with `d1` and `d2` degrees of freedom (any positive numbers): I_x(d2/2, d1/2),
 * x = d2/(d2 + d1·f) (Abramowitz and Stegun 26.6.2). About 1e−13 relative, in the far tail too.
 *
 * @throws AnalysisError `BAD_INPUT` when f is negative or NaN, or a degree of freedom is not a positive finite number.
 */
export function fUpperTail(f: number, d1: number, d2: number): number {
  if (!(d1 > 0 && d1 < Infinity && d2 > 0 && d2 < Infinity)) {
    throw new AnalysisError("BAD_INPUT", `degrees of freedom must be positive finite numbers, got ${d1} and ${d2}`, {
      degreesOfFreedom: [String(d1), String(d2)],
    });
  }
  if (!(f >= 0)) throw new AnalysisError("BAD_INPUT", `an F statistic must not be negative, got ${f}`);
  if (f === 0) return 1;
  const odds = (d1 / d2) * f; // y/x
  if (odds === Infinity) return 0;
  const x = 1 / (1 + odds);
  const logX = -Math.log1p(odds);
  const logY = Math.log(odds) + logX;
  // a − (a + b)x = d1(f − 1)x/2: written so that it keeps its digits near the mean.
  const lambda = 0.5 * d1 * (f - 1) * x;
  return incompleteBeta({ a: 0.5 * d2, b: 0.5 * d1, x, y: odds * x, logX, logY, lambda }).lower;
}

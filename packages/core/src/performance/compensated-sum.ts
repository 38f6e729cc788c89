import { sumError } from "../arithmetic/exact-arithmetic.ts";

/**
 * The sum of finite values as if it were taken in twice the working precision, and then rounded.
 *
 * Source: algorithm Sum2 of T. Ogita, S. Rump, S. Oishi, "Accurate Sum and Dot Product" (SIAM J. Sci. Comput. 26,
 * 2005).
 */
export function compensatedSum(values: Float64Array): number {
  let sum = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    rest += sumError(sum, values[i]);
    sum += values[i];
  }
  return sum + rest;
}

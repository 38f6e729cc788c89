// Error-free transformations: the rounding error of a double operation is itself a double.
// Sources: T. Dekker, "A Floating-Point Technique for Extending the Available Precision" (Numerische Mathematik 18,
// 1971); T. Ogita, S. Rump, S. Oishi, "Accurate Sum and Dot Product" (SIAM J. Sci. Comput. 26, 2005).

/** The upper half of a double's digits (Veltkamp): `a - splitHigh(a)` is the other half, exactly. |a| < 1e300. */
function splitHigh(a: number): number {
  const shifted = 134_217_729 * a; // 2²⁷ + 1
  return shifted - (shifted - a);
}

/** The rounding error of a + b: `a + b` as a double and this add up to the true sum (Knuth). */
export function sumError(a: number, b: number): number {
  const sum = a + b;
  const bPart = sum - a;
  return a - (sum - bPart) + (b - bPart);
}

/** The rounding error of a · b: `a * b` as a double and this add up to the true product (Dekker). */
export function productError(a: number, b: number): number {
  const product = a * b;
  const aHigh = splitHigh(a);
  const aLow = a - aHigh;
  const bHigh = splitHigh(b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

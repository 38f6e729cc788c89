// What the accuracy of rolling regressions on one regressor is judged by: exact integer arithmetic, rounded once.

/** The regression of a window, each number correct to a double. */
export interface ExactLine {
  readonly alpha: number;
  readonly alphaError: number;
  readonly beta: number;
  readonly standardError: number;
  readonly rSquared: number;
}

interface Integers {
  readonly values: readonly bigint[];
  /** Each value times 2^scale is its integer. */
  readonly scale: number;
}

/** Sums over a window: of ones, x, y, x², y², xy. All are exact, so they may be updated from window to window. */
type Sums = [bigint, bigint, bigint, bigint, bigint, bigint];

/**
 * Judges each window of `window` observations (`slide` 1), or each that starts at the first and has at least so many
 * (`slide` 0). Every `every`-th is handed over; its regressor must vary.
 */
export function* exactLines(
  y: Float64Array,
  x: Float64Array,
  window: number,
  slide: 0 | 1 = 1,
  every = 1,
): Generator<[index: number, line: ExactLine]> {
  const scaledX = integers(x);
  const scaledY = integers(y);
  const sums: Sums = [0n, 0n, 0n, 0n, 0n, 0n];
  for (let t = 0; t < x.length; t++) {
    add(sums, scaledX.values[t], scaledY.values[t], 1n);
    const index = t - window + 1;
    if (slide === 1 && index > 0) add(sums, scaledX.values[index - 1], scaledY.values[index - 1], -1n);
    if (index >= 0 && index % every === 0) yield [index, line(sums, scaledX.scale, scaledY.scale)];
  }
}

function add(sums: Sums, x: bigint, y: bigint, sign: bigint): void {
  sums[0] += sign;
  sums[1] += sign * x;
  sums[2] += sign * y;
  sums[3] += sign * x * x;
  sums[4] += sign * y * y;
  sums[5] += sign * x * y;
}

function line([n, x, y, xx, yy, xy]: Sums, scaleX: number, scaleY: number): ExactLine {
  // n times the centred moments.
  const squaresX = n * xx - x * x;
  const squaresY = n * yy - y * y;
  const products = n * xy - x * y;
  const residual = squaresX * squaresY - products * products;
  const variance = ratio(residual, squaresX * squaresX * (n - 2n));
  return {
    alpha: ratio(y * squaresX - products * x, n * squaresX) * 2 ** -scaleY,
    alphaError: Math.sqrt(variance * ratio(xx, n)) * 2 ** -scaleY,
    beta: ratio(products, squaresX) * 2 ** (scaleX - scaleY),
    standardError: Math.sqrt(variance) * 2 ** (scaleX - scaleY),
    rSquared: ratio(products * products, squaresX * squaresY),
  };
}

/** The integers that the values are, all times one power of two. */
function integers(values: Float64Array): Integers {
  const parts = Array.from(values, (value) => {
    if (value === 0) return { digits: 0n, exponent: 1_000 };
    const exponent = Math.floor(Math.log2(Math.abs(value))) - 60;
    return { digits: BigInt(value * 2 ** -exponent), exponent };
  });
  const least = parts.reduce((smallest, { exponent }) => Math.min(smallest, exponent), 1_000);
  return {
    values: parts.map(({ digits, exponent }) => (digits === 0n ? 0n : digits << BigInt(exponent - least))),
    scale: -least,
  };
}

/** a/b, rounded twice at most: to 64 digits or more of base 2, then to a double. */
function ratio(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  const shift = Math.max(0, 70 + b.toString(2).length - a.toString(2).length);
  return Number((a << BigInt(shift)) / b) * 2 ** -shift;
}

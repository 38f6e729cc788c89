import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { mean } from "../arithmetic/mean.ts";
import { type ColumnCheck, UNCHECKED } from "./column-check.ts";
import { CLOSE_FIT_SHARE, type LeastSquaresFit, sumOfSquares } from "./least-squares-fit.ts";

interface Line {
  readonly slope: number;
  /** What a double `slope` leaves of the true one. */
  readonly slopeRest: number;
  /** The line's height at the centre (`centreX`, `centreY`) above `centreY`; next to nothing. */
  readonly offset: number;
  readonly residualSquares: number;
  residuals(): Float64Array;
}

/** Sums of the deviations from (`centreX`, `centreY`); the squares and products corrected to the true means. */
interface Moments {
  readonly centreX: number;
  readonly centreY: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly squaresX: number;
  readonly squaresY: number;
  readonly products: number;
  /** The share of the squares that the correction left: 1 where the centres are the means. */
  readonly kept: number;
}

/** Between these shares of the response that a line explains, its slope and residual squares need no second look. */
const PLAIN = { least: 1e-4, most: 0.95 } as const;

/** A line that explains less than this is rounding: no digit of its slope could be mended. */
const NOTHING_EXPLAINED = 1e-26;

/** The first values do for centres if they are within one and a half standard deviations of the means: no digit is lost. */
const LEAST_KEPT = 0.3;

/** Sums of sums of so many terms: the rounding of a sum grows with the number of its terms, and costs nothing to keep low. */
const BLOCK = 64;

/**
 * Ordinary least squares of y on a constant and one regressor that varies.
 *
 * Corrected sums (T. Chan, G. Golub, R. LeVeque, The American Statistician 37, 1983) about the first values, or in two
 * passes about the means where those are far away. Where the line explains nearly all or nearly nothing, a pass over the
 * residuals mends the digits that the sums lost; where the fit is close, one takes the residuals in twice the working
 * precision, so that standard errors survive index trackers.
 */
export function fitLine(y: Float64Array, x: Float64Array, check: ColumnCheck = UNCHECKED): LeastSquaresFit {
  let moments = momentsAbout(y, x, y[0], x[0]);
  const plain = moments.kept > LEAST_KEPT && isPlain(moments);
  if (!plain) moments = momentsAbout(y, x, mean(y), mean(x));
  const { centreX, centreY, sumX, sumY, squaresX, squaresY, products } = moments;
  check.response({ mean: centreY + sumY / y.length, squares: squaresY });
  check.regressor(0, { mean: centreX + sumX / y.length, squares: squaresX });
  let line = plain ? plainLine(y, x, moments) : mendedLine(y, x, moments);
  if (line.residualSquares < CLOSE_FIT_SHARE * squaresY) line = compensatedLine(y, x, moments, line.slope);
  const n = y.length;
  const meanX = centreX + sumX / n;
  return {
    response: y,
    responseCentre: centreY,
    estimates: Float64Array.of(intercept(centreY, centreX, line), line.slope + line.slopeRest),
    unitErrors: Float64Array.of(Math.hypot(1 / Math.sqrt(n), meanX / Math.sqrt(squaresX)), 1 / Math.sqrt(squaresX)),
    residualSquares: line.residualSquares,
    totalSquares: squaresY,
    explainedSquares: (products / squaresX) * products,
    residuals: line.residuals,
    weights: () => lineWeights(x, moments),
    leverages: () => lineWeights(x, moments)[1].map((weight) => 1 / n + weight * weight * squaresX),
    predictorOf: (t) => linePredictor(x, t),
  };
}

/** 1/(n − 1) + (xₜ − m)(xₛ − m)/S, with the mean m and the squares S of the others. */
function linePredictor(x: Float64Array, t: number): Float64Array | null {
  const others = x.filter((_, s) => s !== t);
  const centre = mean(others);
  const deviations = others.map((value) => value - centre);
  const squares = deviations.reduce((sum, value) => sum + value * value, 0);
  if (squares === 0) return null;
  const distance = (x[t] - centre) / squares;
  return deviations.map((value) => 1 / others.length + distance * value);
}

/** The slope's weights are the deviations over their sum of squares; the intercept's carry the line back from the mean. */
function lineWeights(x: Float64Array, { centreX, sumX, squaresX }: Moments): [Float64Array, Float64Array] {
  const n = x.length;
  const correction = sumX / n;
  const slope = x.map((value) => (value - centreX - correction) / squaresX);
  return [slope.map((weight) => 1 / n - (centreX + correction) * weight), slope];
}

/** Whether neither the slope nor what it leaves has cancelled. */
function isPlain({ squaresX, squaresY, products }: Moments): boolean {
  const explained = ((products / squaresX) * products) / squaresY;
  return (explained > PLAIN.least && explained < PLAIN.most) || explained < NOTHING_EXPLAINED;
}

function momentsAbout(y: Float64Array, x: Float64Array, centreY: number, centreX: number): Moments {
  const n = y.length;
  let sumX = 0;
  let sumY = 0;
  let squaresX = 0;
  let squaresY = 0;
  let products = 0;
  for (let from = 0; from < n; from += BLOCK) {
    const past = Math.min(n, from + BLOCK);
    let blockX = 0;
    let blockY = 0;
    let blockXX = 0;
    let blockYY = 0;
    let blockXY = 0;
    for (let i = from; i < past; i++) {
      const dx = x[i] - centreX;
      const dy = y[i] - centreY;
      blockX += dx;
      blockY += dy;
      blockXX += dx * dx;
      blockYY += dy * dy;
      blockXY += dx * dy;
    }
    sumX += blockX;
    sumY += blockY;
    squaresX += blockXX;
    squaresY += blockYY;
    products += blockXY;
  }
  const correctionX = (sumX * sumX) / n;
  const correctionY = (sumY * sumY) / n;
  const kept = 1 - Math.max(correctionX / squaresX, correctionY / squaresY);
  squaresX -= correctionX;
  squaresY = Math.max(0, squaresY - correctionY);
  products -= (sumX * sumY) / n;
  return { centreX, centreY, sumX, sumY, squaresX, squaresY, products, kept };
}

/** From the moments alone. */
function plainLine(y: Float64Array, x: Float64Array, moments: Moments): Line {
  const { sumX, sumY, squaresX, squaresY, products } = moments;
  const slope = products / squaresX + 0; // + 0: no negative zero
  const line = { slope, slopeRest: 0, offset: (sumY - slope * sumX) / y.length };
  const residualSquares = Math.max(0, squaresY - slope * products);
  return { ...line, residualSquares, residuals: () => residualsOf(y, x, moments, line) };
}

/** With the residuals' own squares, and what the rounding of the sums behind the slope left in them. */
function mendedLine(y: Float64Array, x: Float64Array, moments: Moments): Line {
  const { centreX, squaresX } = moments;
  const line = plainLine(y, x, moments);
  const residuals = line.residuals();
  let leftover = 0;
  for (let i = 0; i < x.length; i++) leftover += residuals[i] * (x[i] - centreX);
  return {
    ...line,
    // Residuals are orthogonal to x but for that rounding.
    slopeRest: leftover / squaresX,
    residualSquares: sumOfSquares(residuals),
    residuals: () => residuals,
  };
}

function residualsOf(
  y: Float64Array,
  x: Float64Array,
  { centreX, centreY }: Moments,
  { slope, offset }: Pick<Line, "slope" | "offset">,
): Float64Array {
  const residuals = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) residuals[i] = y[i] - centreY - slope * (x[i] - centreX) - offset;
  return residuals;
}

/**
 * The same line with residuals accurate to a double each, from exact differences and products (Dekker, Numerische
 * Mathematik 18, 1971), and with what the rounding of the slope leaves in them fitted once more.
 */
function compensatedLine(y: Float64Array, x: Float64Array, moments: Moments, slope: number): Line {
  const { centreX, centreY, sumX, squaresX } = moments;
  const n = y.length;
  const residuals = new Float64Array(n);
  let sum = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i] - centreX;
    const dy = y[i] - centreY;
    const product = slope * dx;
    const rest = sumError(y[i], -centreY) - slope * sumError(x[i], -centreX);
    const residual = dy - product + (sumError(dy, -product) - productError(slope, dx) + rest);
    residuals[i] = residual;
    sum += residual;
    products += residual * dx;
  }
  const slopeRest = (products - (sum * sumX) / n) / squaresX;
  const offset = (sum - slopeRest * sumX) / n;
  for (let i = 0; i < n; i++) residuals[i] -= slopeRest * (x[i] - centreX) + offset;
  return { slope, slopeRest, offset, residualSquares: sumOfSquares(residuals), residuals: () => residuals };
}

/** centreY + offset − slope · centreX, with the product and the difference exact before the last rounding. */
function intercept(centreY: number, centreX: number, { slope, slopeRest, offset }: Line): number {
  const product = slope * centreX;
  const rest = sumError(centreY, -product) - productError(slope, centreX);
  return centreY - product + (rest - slopeRest * centreX + offset);
}

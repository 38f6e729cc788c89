import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { mean } from "../arithmetic/mean.ts";
import { CLOSE_FIT_SHARE, type LeastSquaresFit, residualSums } from "./least-squares-fit.ts";

interface Line {
  readonly slope: number;
  /** What a double `slope` leaves of the true one. */
  readonly slopeRest: number;
  /** The line's height at the centre (`centreX`, `centreY`) above `centreY`; next to nothing. */
  readonly offset: number;
  readonly residualSquares: number;
  readonly residualSteps: number;
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
}

/** Doubles near the means; they need not be the means exactly. */
interface Centre {
  readonly x: number;
  readonly y: number;
}

/**
 * Ordinary least squares of y on a constant and one regressor that varies.
 *
 * Corrected two-pass sums (T. Chan, G. Golub, R. LeVeque, The American Statistician 37, 1983) and a pass for the
 * residuals. Where the fit is close, a further pass takes the residuals in twice the working precision, so that
 * standard errors survive index trackers.
 */
export function fitLine(
  y: Float64Array,
  x: Float64Array,
  centre: Centre = { x: mean(x), y: mean(y) },
): LeastSquaresFit {
  const moments = centredMoments(y, x, centre);
  const { centreX, centreY, sumX, squaresX, squaresY, products } = moments;
  let line = plainLine(y, x, moments);
  if (line.residualSquares < CLOSE_FIT_SHARE * squaresY) line = compensatedLine(y, x, moments, line.slope);
  const n = y.length;
  const meanX = centreX + sumX / n;
  return {
    response: y,
    estimates: Float64Array.of(intercept(centreY, centreX, line), line.slope + line.slopeRest),
    unitErrors: Float64Array.of(Math.hypot(1 / Math.sqrt(n), meanX / Math.sqrt(squaresX)), 1 / Math.sqrt(squaresX)),
    residualSquares: line.residualSquares,
    residualSteps: line.residualSteps,
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

function centredMoments(y: Float64Array, x: Float64Array, { x: centreX, y: centreY }: Centre): Moments {
  const n = y.length;
  let sumX = 0;
  let sumY = 0;
  let squaresX = 0;
  let squaresY = 0;
  let products = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i] - centreX;
    const dy = y[i] - centreY;
    sumX += dx;
    sumY += dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
    products += dx * dy;
  }
  squaresX -= (sumX * sumX) / n;
  squaresY = Math.max(0, squaresY - (sumY * sumY) / n);
  products -= (sumX * sumY) / n;
  return { centreX, centreY, sumX, sumY, squaresX, squaresY, products };
}

function plainLine(y: Float64Array, x: Float64Array, moments: Moments): Line {
  const { centreX, centreY, sumX, sumY, squaresX, products } = moments;
  const n = y.length;
  const slope = products / squaresX + 0; // + 0: no negative zero
  const offset = (sumY - slope * sumX) / n;
  let residualSquares = 0;
  let residualSteps = 0;
  let leftover = 0;
  let previous = y[0] - centreY - slope * (x[0] - centreX) - offset;
  for (let i = 0; i < n; i++) {
    const dx = x[i] - centreX;
    const residual = y[i] - centreY - slope * dx - offset;
    const step = residual - previous;
    residualSquares += residual * residual;
    residualSteps += step * step;
    leftover += residual * dx;
    previous = residual;
  }
  // Residuals are orthogonal to x but for the rounding of the sums behind the slope: what is left belongs to it.
  const slopeRest = leftover / squaresX;
  const residuals = () => y.map((value, i) => value - centreY - slope * (x[i] - centreX) - offset);
  return { slope, slopeRest, offset, residualSquares, residualSteps, residuals };
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
  return { slope, slopeRest, offset, ...residualSums(residuals), residuals: () => residuals };
}

/** centreY + offset − slope · centreX, with the product and the difference exact before the last rounding. */
function intercept(centreY: number, centreX: number, { slope, slopeRest, offset }: Line): number {
  const product = slope * centreX;
  const rest = sumError(centreY, -product) - productError(slope, centreX);
  return centreY - product + (rest - slopeRest * centreX + offset);
}

import { productError, sumError } from "../arithmetic/exact-arithmetic.ts";
import { mean } from "../arithmetic/mean.ts";
import { CLOSE_FIT_SHARE, type LeastSquaresFit } from "./least-squares-fit.ts";

interface Line {
  readonly slope: number;
  /** What a double `slope` leaves of the true one. */
  readonly slopeRest: number;
  /** The line's height at the centre (`centreX`, `centreY`) above `centreY`; next to nothing. */
  readonly offset: number;
  readonly residuals: Float64Array;
  readonly residualSquares: number;
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

/**
 * Ordinary least squares of y on a constant and one regressor that varies.
 *
 * Corrected two-pass sums (T. Chan, G. Golub, R. LeVeque, The American Statistician 37, 1983) and a pass for the
 * residuals. Where the fit is close, a further pass takes the residuals in twice the working precision, so that
 * standard errors survive index trackers.
 */
export function fitLine(y: Float64Array, x: Float64Array): LeastSquaresFit {
  const moments = centredMoments(y, x);
  const { centreX, centreY, sumX, squaresX, squaresY, products } = moments;
  let line = plainLine(y, x, moments);
  if (line.residualSquares < CLOSE_FIT_SHARE * squaresY) line = compensatedLine(y, x, moments, line);
  const n = y.length;
  const meanX = centreX + sumX / n;
  return {
    estimates: Float64Array.of(intercept(centreY, centreX, line), line.slope + line.slopeRest),
    unitErrors: Float64Array.of(Math.hypot(1 / Math.sqrt(n), meanX / Math.sqrt(squaresX)), 1 / Math.sqrt(squaresX)),
    residuals: line.residuals,
    residualSquares: line.residualSquares,
    totalSquares: squaresY,
    explainedSquares: (products / squaresX) * products,
  };
}

function centredMoments(y: Float64Array, x: Float64Array): Moments {
  const n = y.length;
  const centreX = mean(x);
  const centreY = mean(y);
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
  const residuals = new Float64Array(n);
  let residualSquares = 0;
  let leftover = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i] - centreX;
    const residual = y[i] - centreY - slope * dx - offset;
    residuals[i] = residual;
    residualSquares += residual * residual;
    leftover += residual * dx;
  }
  // Residuals are orthogonal to x but for the rounding of the sums behind the slope: what is left belongs to it.
  return { slope, slopeRest: leftover / squaresX, offset, residuals, residualSquares };
}

/**
 * The same line with residuals accurate to a double each, from exact differences and products (Dekker, Numerische
 * Mathematik 18, 1971), and with what the rounding of the slope leaves in them fitted once more.
 */
function compensatedLine(y: Float64Array, x: Float64Array, moments: Moments, { slope }: Line): Line {
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
  let residualSquares = 0;
  for (let i = 0; i < n; i++) {
    residuals[i] -= slopeRest * (x[i] - centreX) + offset;
    residualSquares += residuals[i] * residuals[i];
  }
  return { slope, slopeRest, offset, residuals, residualSquares };
}

/** centreY + offset − slope · centreX, with the product and the difference exact before the last rounding. */
function intercept(centreY: number, centreX: number, { slope, slopeRest, offset }: Line): number {
  const product = slope * centreX;
  const rest = sumError(centreY, -product) - productError(slope, centreX);
  return centreY - product + (rest - slopeRest * centreX + offset);
}

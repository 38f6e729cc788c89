import { accurateProducts } from "./accurate-products.ts";
import { fillUp, growMoments, growShortMoments, type LineMoments, lineMoments } from "./line-moments.ts";
import { heightAtZero, planeResiduals } from "./plane-residuals.ts";
import { answerConstant, refit, refuse } from "./refit.ts";
import { CANCELLED_SHARE, CLOSE_SHARE, type Floors, floors, NEARLY_EXACT_SHARE, PER_SQUARED_MEAN } from "./trust.ts";
import { emptyAnswers, inWindow, type RollingRegression, spend, type WindowedProblem } from "./windows.ts";

/** Windows whose moments are at hand: that of slot j is number `first` + j. */
interface Block {
  readonly moments: LineMoments;
  readonly first: number;
  /** The slots from `begin` up to `end` are windows. */
  readonly begin: number;
  readonly end: number;
  /** The observation whose values the means are relative to. */
  readonly origin: number;
}

/** A line as the moments of its window have it, which are good but for a sum that has cancelled. */
interface RoughLine {
  readonly slope: number;
  readonly explained: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly sumXX: number;
  readonly sumYY: number;
}

/** Windows up to this length are short enough for plain sums. */
const SHORT = 1_024;

/** Slots a round of an expanding regression. */
const ROUND = 1_024;

/**
 * Windows of one length on one regressor.
 *
 * Every window holds exactly one of the observations w − 1, 2w − 1, ...; the moments of what comes before it, grown
 * backwards, and of it and what follows, grown forwards, make up the window's. So each costs the same whatever its
 * length, nothing outside it has a part in it, and no error is carried on.
 */
export function rollingLines(problem: WindowedProblem): RollingRegression {
  const { response, regressors, shortest: window } = problem;
  const x = regressors[0];
  const answers = emptyAnswers(problem);
  const least = floors(problem.options);
  const grow = window <= SHORT ? growShortMoments : growMoments;
  const earlier = lineMoments(window);
  const moments = lineMoments(window);
  for (let origin = window - 1; origin < x.length; origin += window) {
    const slots = Math.min(window, x.length - origin);
    grow(earlier, response, x, { from: origin - 1, step: -1, slots: window - 1, origin, held: 0 });
    grow(moments, response, x, { from: origin, step: 1, slots, origin, held: 0 });
    fillUp(moments, earlier, window, slots);
    solve(answers, problem, { moments, first: origin - window + 1, begin: 0, end: slots, origin }, least);
  }
  return answers;
}

/** Windows that all start at the first observation, on one regressor. */
export function expandingLines(problem: WindowedProblem): RollingRegression {
  const { response, regressors, shortest } = problem;
  const x = regressors[0];
  const answers = emptyAnswers(problem);
  const least = floors(problem.options);
  const moments = lineMoments(ROUND);
  for (let from = 0; from < x.length; from += ROUND) {
    const slots = Math.min(ROUND, x.length - from);
    growMoments(moments, response, x, { from, step: 1, slots, origin: 0, held: from });
    const first = from - shortest + 1;
    solve(answers, problem, { moments, first, begin: Math.max(0, -first), end: slots, origin: 0 }, least);
  }
  return answers;
}

/** The least-squares lines of a block, from its moments where they can be trusted. */
function solve(into: RollingRegression, problem: WindowedProblem, block: Block, least: Floors): void {
  const { alpha, rSquared } = into;
  const [beta] = into.betas;
  const [standardError] = into.standardErrors;
  const { meansX, meansY, squaresX, squaresY, products } = block.moments;
  const { first, begin, end, origin } = block;
  const { regressor: leastX, residual: leastResidual, perSquaredSlope } = least;
  const originX = problem.regressors[0][origin];
  const originY = problem.response[origin];
  const longer = 1 - problem.slide;
  let n = problem.shortest + longer * (first + begin);
  let perFreedom = 1 / (n - 2);
  for (let slot = begin; slot < end; slot++) {
    const index = first + slot;
    const meanX = originX + meansX[slot];
    const meanY = originY + meansY[slot];
    const sumXX = squaresX[slot];
    const sumYY = squaresY[slot];
    const perXX = 1 / sumXX;
    const slope = products[slot] * perXX + 0; // + 0: no negative zero
    const explained = slope * products[slot];
    const residual = sumYY - explained;
    const varies = sumXX > n * (leastX + PER_SQUARED_MEAN * meanX * meanX);
    const leftOver = leastResidual + perSquaredSlope * slope * slope + PER_SQUARED_MEAN * meanY * meanY;
    // A comparison with NaN is false, and takes the careful way.
    if (varies && residual > n * leftOver && residual > CLOSE_SHARE * sumYY && explained > CANCELLED_SHARE * sumYY) {
      beta[index] = slope;
      alpha[index] = originY - slope * originX + (meansY[slot] - slope * meansX[slot]);
      standardError[index] = Math.sqrt(residual * perXX * perFreedom);
      rSquared[index] = explained / sumYY;
    } else if (sumXX === 0) refuse(into, index);
    else if (varies && sumYY === 0 && meansY[slot] === 0 && isModerate(originY)) answerConstant(into, index, originY);
    else if (varies && residual > n * leftOver && residual > NEARLY_EXACT_SHARE * sumYY) {
      solveCarefully(into, problem, index, { slope, explained, meanX, meanY, sumXX, sumYY });
    } else refit(into, problem, index);
    if (longer === 1) perFreedom = 1 / (++n - 2);
  }
}

/** `regress` refuses a response of nothing but values next to 0. */
function isModerate(value: number): boolean {
  return value === 0 || Math.abs(value) > 1e-50;
}

/** A line whose sum of products has cancelled, or that leaves so little that its residual squares have. */
function solveCarefully(
  into: RollingRegression,
  problem: WindowedProblem,
  index: number,
  { slope, explained, meanX, meanY, sumXX, sumYY }: RoughLine,
): void {
  spend(problem, index, "summed");
  const y = inWindow(problem.response, problem, index);
  const x = inWindow(problem.regressors[0], problem, index);
  const cancelled = explained < CANCELLED_SHARE * sumYY;
  const rough = cancelled ? accurateProducts(y, x) / sumXX + 0 : slope;
  const means = [meanX, meanY];
  const { squares, mean, gradients } = planeResiduals(y, [x], [rough], means);
  const rest = cancelled ? 0 : gradients[0] / sumXX;
  const beta = rough + rest;
  into.alpha[index] = heightAtZero([rough], [rest], means, mean);
  into.betas[0][index] = beta;
  into.standardErrors[0][index] = Math.sqrt(squares / ((x.length - 2) * sumXX));
  into.rSquared[index] = cancelled ? (beta * beta * sumXX) / sumYY : 1 - squares / sumYY;
}

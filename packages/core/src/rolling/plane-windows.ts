import { fillUpPlanes, growPlaneMoments, type PlaneMoments, planeMoments, productAt } from "./plane-moments.ts";
import { heightAtZero, planeResiduals } from "./plane-residuals.ts";
import { type PlaneSolution, planeSolution, solveNormal, solvePlane } from "./plane-solution.ts";
import { refit } from "./refit.ts";
import { CLOSE_SHARE, DEPENDENT_SHARE, type Floors, floors, PER_SQUARED_MEAN } from "./trust.ts";
import { emptyAnswers, inWindow, type RollingRegression, spend, type WindowedProblem } from "./windows.ts";

/** As in `line-windows.ts`. */
interface Block {
  readonly moments: PlaneMoments;
  readonly first: number;
  readonly begin: number;
  readonly end: number;
  /** The value of each series that its means are relative to; the response last. */
  readonly origins: readonly number[];
}

/** Slots a round of an expanding regression. */
const ROUND = 1_024;

/** Windows of one length on several regressors, by the blocks of `rollingLines`. */
export function rollingPlanes(problem: WindowedProblem): RollingRegression {
  const { response, regressors, shortest: window } = problem;
  const columns = [...regressors, response];
  const answers = emptyAnswers(problem);
  const solveBlock = solver(answers, problem);
  const earlier = planeMoments(columns.length, window);
  const moments = planeMoments(columns.length, window);
  for (let origin = window - 1; origin < response.length; origin += window) {
    const slots = Math.min(window, response.length - origin);
    growPlaneMoments(earlier, columns, { from: origin - 1, step: -1, slots: window - 1, origin, held: 0 });
    growPlaneMoments(moments, columns, { from: origin, step: 1, slots, origin, held: 0 });
    fillUpPlanes(moments, earlier, window, slots);
    const origins = columns.map((column) => column[origin]);
    solveBlock({ moments, first: origin - window + 1, begin: 0, end: slots, origins });
  }
  return answers;
}

/** Windows that all start at the first observation, on several regressors. */
export function expandingPlanes(problem: WindowedProblem): RollingRegression {
  const { response, regressors, shortest } = problem;
  const columns = [...regressors, response];
  const answers = emptyAnswers(problem);
  const solveBlock = solver(answers, problem);
  const moments = planeMoments(columns.length, ROUND);
  const origins = columns.map((column) => column[0]);
  for (let from = 0; from < response.length; from += ROUND) {
    const slots = Math.min(ROUND, response.length - from);
    growPlaneMoments(moments, columns, { from, step: 1, slots, origin: 0, held: from });
    const first = from - shortest + 1;
    solveBlock({ moments, first, begin: Math.max(0, -first), end: slots, origins });
  }
  return answers;
}

/** Solves blocks: from their moments where these can be trusted. */
function solver(into: RollingRegression, problem: WindowedProblem): (block: Block) => void {
  const k = problem.regressors.length;
  const least = floors(problem.options);
  // `regress` compares lengths, these are squares; a factor of 4 keeps clear of its border.
  const independence = Math.max(DEPENDENT_SHARE, 4 * (problem.options.collinearityTolerance ?? 0) ** 2);
  const solution = planeSolution(k);
  return (block) => {
    for (let slot = block.begin; slot < block.end; slot++) {
      const index = block.first + slot;
      const n = problem.shortest + (1 - problem.slide) * index;
      const trusted =
        regressorsVary(block, slot, n, least) &&
        solvePlane(solution, block.moments, slot, independence) &&
        leavesResiduals(solution, block, slot, n, least);
      if (trusted) store(into, problem, solution, block, slot);
      else refit(into, problem, index);
    }
  };
}

function regressorsVary({ moments, origins }: Block, slot: number, n: number, { regressor }: Floors): boolean {
  const { series, stride, values } = moments;
  const at = slot * stride;
  for (let j = 0; j < series - 1; j++) {
    const mean = origins[j] + values[at + j];
    if (!(values[at + productAt(series, j, j)] > n * (regressor + PER_SQUARED_MEAN * mean * mean))) return false;
  }
  return true;
}

function leavesResiduals(
  { slopes, residual }: PlaneSolution,
  { moments, origins }: Block,
  slot: number,
  n: number,
  least: Floors,
): boolean {
  const k = slopes.length;
  const mean = origins[k] + moments.values[slot * moments.stride + k];
  let gross = 0;
  for (let j = 0; j < k; j++) gross += Math.abs(slopes[j]);
  return residual > n * (least.residual + least.perSquaredSlope * gross * gross + PER_SQUARED_MEAN * mean * mean);
}

function store(
  into: RollingRegression,
  problem: WindowedProblem,
  solution: PlaneSolution,
  block: Block,
  slot: number,
): void {
  const index = block.first + slot;
  const degreesOfFreedom = problem.shortest + (1 - problem.slide) * index - block.origins.length;
  const close = solution.residual < CLOSE_SHARE * solution.total;
  into.alpha[index] = close ? polish(solution, problem, block, slot) : alphaOf(solution, block, slot);
  into.rSquared[index] = solution.explained / solution.total;
  for (let j = 0; j < solution.slopes.length; j++) {
    into.betas[j][index] = solution.slopes[j] + 0; // + 0: no negative zero
    into.standardErrors[j][index] = Math.sqrt((solution.residual / degreesOfFreedom) * solution.unitVariances[j]);
  }
}

/** The intercept: the plane at the origins, of which no digit is lost to the means, and from there to the means. */
function alphaOf({ slopes }: PlaneSolution, { moments, origins }: Block, slot: number): number {
  const k = slopes.length;
  const at = slot * moments.stride;
  let atOrigin = origins[k];
  let aboveOrigin = moments.values[at + k];
  for (let j = 0; j < k; j++) {
    atOrigin -= slopes[j] * origins[j];
    aboveOrigin -= slopes[j] * moments.values[at + j];
  }
  return atOrigin + aboveOrigin;
}

/** Takes the residual squares of a close fit from the residuals, corrects the slopes by them, and returns the intercept. */
function polish(solution: PlaneSolution, problem: WindowedProblem, block: Block, slot: number): number {
  const { slopes } = solution;
  const { stride, values } = block.moments;
  const means = block.origins.map((origin, j) => origin + values[slot * stride + j]);
  spend(problem, block.first + slot, "summed");
  const within = (column: Float64Array) => inWindow(column, problem, block.first + slot);
  const { response, regressors } = problem;
  const { squares, mean, gradients } = planeResiduals(within(response), regressors.map(within), slopes, means);
  const rests = solveNormal(solution, gradients);
  const alpha = heightAtZero(slopes, rests, means, mean);
  solution.residual = squares;
  solution.explained = solution.total - squares;
  for (let j = 0; j < slopes.length; j++) slopes[j] += rests[j];
  return alpha;
}

import { DomainError, grossRatio, minimumNormBetas, type NeutralHedge, neutralRatios } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import { total } from "../joining/risk-free.ts";
import type { Warning } from "../joining/warnings.ts";
import { type BetaEstimator, estimateBetas, type NamedBetaEstimate } from "../regression/beta-estimates.ts";
import type { EstimatorParameters } from "../regression/estimator-parameters.ts";
import type { Inference } from "../regression/inference.ts";
import { HIGHEST_CONDITION } from "../regression/near-collinearity.ts";
import { COLLINEARITY_TOLERANCE, RegressionAnalysis } from "../regression/regression-analysis.ts";
import type { WorkBudget } from "../work-budget.ts";

/** How hedge ratios are found. */
export interface RatioRequest {
  readonly estimator: BetaEstimator;
  readonly parameters: EstimatorParameters;
  /** The beta that the hedged portfolio is to have to the first benchmark; to the others it is 0. */
  readonly targetBeta: number;
  /** Whether instruments that do not determine their ratios get the smallest ones, in place of an error. */
  readonly minimumNorm: boolean;
}

/** Hedge ratios, and what they rest on. */
export interface HedgeRatios extends NeutralHedge {
  /** The portfolio's beta to each benchmark. */
  readonly estimates: readonly NamedBetaEstimate[];
  readonly betas: readonly number[];
  readonly targets: readonly number[];
  /** The betas of each hedge instrument to the benchmarks. */
  readonly instrumentBetas: readonly (readonly number[])[];
  /** The instruments, other than benchmarks, none of whose betas can be told from 0. */
  readonly weak: readonly string[];
}

/** The estimator has no answer for these data: no fault of the question, and no number either. */
export class UndefinedEstimateError extends DomainError<"UNDEFINED_ESTIMATE"> {
  constructor(estimator: BetaEstimator, what: string, reason: string) {
    super("UNDEFINED_ESTIMATE", `${estimator} gives no beta of ${what}: ${reason}`, { estimator, of: what, reason });
  }
}

/**
 * The ratios that give the hedged portfolio its target betas. The portfolio and each instrument that is no benchmark are
 * measured against the benchmarks by the same estimator; a benchmark's own betas are known.
 *
 * @throws UndefinedEstimateError where the estimator has no answer, and what regressions and `neutralRatios` throw.
 */
export function hedgeRatios(joint: JointReturns, inference: Inference, request: RatioRequest): HedgeRatios {
  const steps = ratioSteps(joint, inference, request);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, letting others have their turn between estimates: of long series some take seconds. */
export async function hedgeRatiosInTurns(
  joint: JointReturns,
  inference: Inference,
  request: RatioRequest,
  budget: WorkBudget,
): Promise<HedgeRatios> {
  const turns = budget.turns(joint, { ...request, lookback: joint.dates.length }, 1);
  const steps = ratioSteps(joint, inference, request);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turns.next();
  }
}

/** Stops after each series that was measured. */
function* ratioSteps(
  joint: JointReturns,
  inference: Inference,
  request: RatioRequest,
): Generator<undefined, HedgeRatios> {
  const { benchmarks, benchmarkSymbols, instruments, instrumentSymbols } = joint;
  const { estimator, parameters, minimumNorm } = request;
  const targets = benchmarks.map((_, i) => (i === 0 ? request.targetBeta : 0));
  if (minimumNorm && estimator === "OLS" && instruments === benchmarks) return smallestRatios(joint, targets);

  const estimatesOf = (returns: Float64Array, rounding: number) =>
    estimateBetas(new RegressionAnalysis(joint, { returns, rounding }, inference), estimator, parameters);
  const estimates = estimatesOf(joint.portfolio, joint.portfolioRounding);
  const betas = valuesOf(estimates, estimator, "the portfolio");
  yield;
  const weak: string[] = [];
  const instrumentBetas: (readonly number[])[] = [];
  for (const [j, symbol] of instrumentSymbols.entries()) {
    const same = benchmarkSymbols.indexOf(symbol);
    if (same >= 0) {
      instrumentBetas.push(benchmarks.map((_, i) => (i === same ? 1 : 0)));
      continue;
    }
    const own = standsStill(joint, j) ? STILL : estimatesOf(instruments[j], joint.benchmarkRounding);
    if (own.every(spansZero)) weak.push(symbol);
    instrumentBetas.push(movingBetas(own, request, symbol, benchmarks.length));
    yield;
  }
  const neutral = neutralRatios(betas, instrumentBetas, benchmarks, {
    targets,
    minimumNorm,
    terms: instrumentSymbols,
    // Benchmarks that are sold themselves have passed this test in their regression, which has the last word.
    tolerance: minimumNorm ? 1 / HIGHEST_CONDITION : instruments === benchmarks ? UNTESTED : COLLINEARITY_TOLERANCE,
    rounding: joint.benchmarkRounding,
  });
  if (!isHedge(neutral.ratios)) throw tooLarge(estimator, grossRatio(neutral.ratios), instrumentSymbols);
  return { ...neutral, estimates, betas, targets, instrumentBetas, weak };
}

/** No portfolio is hedged with a hundred times its value: such ratios are what errors of small betas come to. */
const MOST_GROSS_RATIO = 100;

/** Above this a hedge is large beside any portfolio. */
const LARGE_GROSS_RATIO = 10;

/** A beta of less moves with the benchmarks by rounding. */
const NO_BETA = 1e-9;

/** What is known of an instrument whose price does not move. */
const STILL: readonly NamedBetaEstimate[] = [];

/** False also for ratios that are not numbers. */
export function isHedge(ratios: readonly number[]): boolean {
  return grossRatio(ratios) <= MOST_GROSS_RATIO;
}

/** @param when to be added to the message: on which date, if not on all */
export function* largeRatios(gross: number, when: string): Iterable<Warning> {
  if (gross <= LARGE_GROSS_RATIO) return;
  const size = Number(gross.toPrecision(3));
  yield { code: "LARGE_RATIOS", message: `the hedge is ${size} times the portfolio${when}: a bet of its own` };
}

/** Its price, and not its return beyond a risk-free rate, which moves with the rate. */
function standsStill({ instruments, riskFree, benchmarkRounding }: JointReturns, j: number): boolean {
  const returns = total(instruments[j], riskFree);
  return returns.every((value) => Math.abs(value - returns[0]) <= 4 * benchmarkRounding);
}

function spansZero({ lower, upper }: NamedBetaEstimate): boolean {
  return lower !== null && upper !== null && lower <= 0 && upper >= 0;
}

/** The betas of an instrument; of one that does not move 0 where the smallest ratios are asked for, else an error. */
function movingBetas(
  own: readonly NamedBetaEstimate[],
  { estimator, minimumNorm }: RatioRequest,
  symbol: string,
  benchmarks: number,
): readonly number[] {
  const betas = valuesOf(own, estimator, symbol);
  if (betas.some((beta) => Math.abs(beta) > NO_BETA)) return betas;
  if (minimumNorm) return new Array<number>(benchmarks).fill(0);
  throw new UndefinedEstimateError(
    estimator,
    symbol,
    "it does not move with the benchmarks; minimumNorm would leave it alone",
  );
}

function tooLarge(estimator: BetaEstimator, gross: number, symbols: readonly string[]): UndefinedEstimateError {
  const size = gross.toPrecision(3);
  const reason = `the hedge would be ${size} times the portfolio, where at most ${MOST_GROSS_RATIO} is a hedge: the betas of the instruments are too small, or too much alike (minimumNorm would hedge with them as one)`;
  return new UndefinedEstimateError(estimator, symbols.join(", "), reason);
}

/** Nothing that a regression has let pass is refused. */
const UNTESTED = 1e-11;

/** Benchmarks that are nearly one another are hedged with as if they were one: there, separate betas do not exist. */
function smallestRatios(joint: JointReturns, targets: readonly number[]): HedgeRatios {
  const { benchmarks } = joint;
  const { betas, rank } = minimumNormBetas(joint.portfolio, benchmarks, {
    tolerance: 1 / HIGHEST_CONDITION,
    rounding: { response: joint.portfolioRounding, regressors: joint.benchmarkRounding },
    terms: joint.benchmarkSymbols,
  });
  const note = `least squares of smallest norm, over ${rank} independent of ${benchmarks.length} benchmarks`;
  const unsure = { standardError: null, lower: null, upper: null };
  return {
    ratios: betas.map((beta, i) => beta - targets[i]),
    residualBetas: benchmarks.map(() => 0),
    rank,
    minimumNorm: rank < benchmarks.length,
    estimates: betas.map((value) => ({ estimator: "OLS", value, ...unsure, note })),
    betas,
    targets,
    instrumentBetas: benchmarks.map((_, j) => benchmarks.map((_, i) => (i === j ? 1 : 0))),
    weak: [],
  };
}

function valuesOf(estimates: readonly NamedBetaEstimate[], estimator: BetaEstimator, what: string): number[] {
  return estimates.map(({ value, note }) => {
    if (value === null) throw new UndefinedEstimateError(estimator, what, note);
    return value;
  });
}

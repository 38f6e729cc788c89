import { DomainError, minimumNormBetas, type NeutralHedge, neutralRatios } from "@hedgeql/core";
import type { JointReturns } from "../joining/joint-returns.ts";
import {
  type BetaEstimator,
  type EstimatorParameters,
  estimateBetas,
  type NamedBetaEstimate,
} from "../regression/beta-estimates.ts";
import type { Inference } from "../regression/inference.ts";
import { HIGHEST_CONDITION } from "../regression/near-collinearity.ts";
import { COLLINEARITY_TOLERANCE, RegressionAnalysis } from "../regression/regression-analysis.ts";

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
  const { benchmarks, benchmarkSymbols, instruments, instrumentSymbols } = joint;
  const { estimator, parameters, minimumNorm } = request;
  const targets = benchmarks.map((_, i) => (i === 0 ? request.targetBeta : 0));
  if (minimumNorm && estimator === "OLS" && instruments === benchmarks) return smallestRatios(joint, targets);

  const estimatesOf = (returns: Float64Array, rounding: number) =>
    estimateBetas(new RegressionAnalysis(joint, { returns, rounding }, inference), estimator, parameters);
  const estimates = estimatesOf(joint.portfolio, joint.portfolioRounding);
  const betas = valuesOf(estimates, estimator, "the portfolio");
  const weak: string[] = [];
  const instrumentBetas = instruments.map((returns, j) => {
    const symbol = instrumentSymbols[j];
    const same = benchmarkSymbols.indexOf(symbol);
    if (same >= 0) return benchmarks.map((_, i) => (i === same ? 1 : 0));
    const own = estimatesOf(returns, joint.benchmarkRounding);
    if (own.every(({ lower, upper }) => lower !== null && upper !== null && lower <= 0 && upper >= 0))
      weak.push(symbol);
    return valuesOf(own, estimator, symbol);
  });
  const neutral = neutralRatios(betas, instrumentBetas, benchmarks, {
    targets,
    minimumNorm,
    terms: instrumentSymbols,
    // Benchmarks that are sold themselves have passed this test in their regression, which has the last word.
    tolerance: minimumNorm ? 1 / HIGHEST_CONDITION : instruments === benchmarks ? UNTESTED : COLLINEARITY_TOLERANCE,
    rounding: joint.benchmarkRounding,
  });
  return { ...neutral, estimates, betas, targets, instrumentBetas, weak };
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

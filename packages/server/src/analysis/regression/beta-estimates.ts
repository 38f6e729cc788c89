import {
  AnalysisError,
  type BetaEstimate,
  blume,
  dimson,
  exponentiallyWeighted,
  huber,
  lambdaOfHalfLife,
  scholesWilliams,
  studentEstimate,
  theilSen,
  upDownBeta,
  vasicek,
} from "@hedgeql/core";
import { LIMITS, refuseMoreThan } from "../limits.ts";
import { type EstimatorParameters, withParameterDefaults } from "./estimator-parameters.ts";
import type { RegressionAnalysis } from "./regression-analysis.ts";

export type BetaEstimator =
  | "OLS"
  | "EWMA"
  | "KALMAN"
  | "BLUME"
  | "VASICEK"
  | "DIMSON"
  | "SCHOLES_WILLIAMS"
  | "UP"
  | "DOWN"
  | "HUBER"
  | "THEIL_SEN";

/** An estimate of one beta; without a value where the estimator is not defined for these data. */
export interface NamedBetaEstimate {
  readonly estimator: BetaEstimator;
  readonly value: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** What it was made with; or why there is no value. */
  readonly note: string;
}

/** One estimator's answer: an estimate of each benchmark's beta, and with which settings. */
interface Answer {
  readonly betas: readonly BetaEstimate[];
  /** One for all, or one a benchmark. */
  readonly note: string | readonly string[];
}

type Parameters = ReturnType<typeof withParameterDefaults>;

type Estimate = (analysis: RegressionAnalysis, parameters: Parameters) => Answer;

/** The estimator is not made for what was asked. */
class NotDefined extends Error {}

/** Codes of errors that say that an estimator has no answer for these data, which is no fault of the question. */
const NO_ANSWER: ReadonlySet<string> = new Set(["INSUFFICIENT_DATA", "SINGULAR_BENCHMARKS"]);

const ESTIMATORS: Readonly<Record<BetaEstimator, Estimate>> = {
  OLS: (analysis) => ({ betas: leastSquares(analysis), note: `standard error: ${covarianceName(analysis)}` }),

  EWMA(analysis, { ewmaLambda, ewmaHalfLife }) {
    if (ewmaLambda !== null && ewmaHalfLife !== null) {
      throw new AnalysisError("BAD_INPUT", "EWMA takes one of ewmaLambda and ewmaHalfLife, got both");
    }
    const lambda = ewmaHalfLife === null ? ewmaLambda : lambdaOfHalfLife(ewmaHalfLife);
    const betas = exponentiallyWeighted(...columns(analysis), { ...settings(analysis), lambda });
    const memory =
      lambda === 1
        ? "all returns count the same"
        : `a return counts half as much as one ${halfLife(lambda)} periods later`;
    return { betas, note: `lambda ${Number(rounded(lambda)) === 1 ? lambda : rounded(lambda)}: ${memory}` };
  },

  KALMAN(analysis) {
    const count = analysis.joint.benchmarks.length;
    if (count > LIMITS.kalmanBenchmarks) {
      throw new NotDefined(`made for at most ${LIMITS.kalmanBenchmarks} benchmarks, and there are ${count}`);
    }
    const { betas, betaStandardErrors, noise, converged } = analysis.kalman(false);
    const { degreesOfFreedom } = analysis.regression;
    const last = analysis.response.returns.length - 1;
    const search = converged ? "" : "; the search for the noise did not converge: do not rely on it";
    return {
      betas: betas.map((path, j) =>
        studentEstimate(path[last], betaStandardErrors[j][last], degreesOfFreedom, analysis.inference.confidence),
      ),
      note: noise.betas.map((variance) => {
        const step = rounded(Math.sqrt(variance));
        return `as of the last date; beta moves by ${step} a period (standard deviation, by maximum likelihood)${search}`;
      }),
    };
  },

  BLUME(analysis, { blumeWeight: weight }) {
    const betas = leastSquares(analysis).map((beta) => blume(beta, { weight }));
    return { betas, note: `${rounded(weight)} of the OLS beta and ${rounded(1 - weight)} of 1` };
  },

  VASICEK(analysis, { vasicekMean: mean, vasicekStandardDeviation: standardDeviation }) {
    const { degreesOfFreedom, confidence } = analysis.regression;
    const betas = leastSquares(analysis).map((beta) =>
      vasicek(beta, { mean, standardDeviation, degreesOfFreedom, confidence }),
    );
    return { betas, note: `prior with mean ${rounded(mean)} and standard deviation ${rounded(standardDeviation)}` };
  },

  DIMSON(analysis, { dimsonLags: lags, dimsonLeads: leads }) {
    const slopes = analysis.joint.benchmarks.length * (lags + leads + 1);
    refuseMoreThan(LIMITS.dimsonSlopes, slopes, "slopes of DIMSON (benchmarks times lags + leads + 1)");
    const { confidence, ...inference } = analysis.inference;
    const observations = analysis.response.returns.length - lags - leads;
    if ((inference.lags ?? 0) >= observations) {
      throw new NotDefined(`${observations} periods have all neighbours: too few for HAC with ${inference.lags} lags`);
    }
    const betas = dimson(...columns(analysis), { ...settings(analysis), lags, leads, inference });
    return {
      betas,
      note: `sum of the slopes on ${counted(lags, "lag")}, the same period and ${counted(leads, "lead")}`,
    };
  },

  SCHOLES_WILLIAMS: (analysis) => ({
    betas: [scholesWilliams(...line(analysis), settings(analysis))],
    note: "one lag and one lead",
  }),

  UP: (analysis) => oneSided(analysis, "up"),

  DOWN: (analysis) => oneSided(analysis, "down"),

  HUBER(analysis, { huberThreshold: threshold }) {
    const betas = huber(...columns(analysis), { ...settings(analysis), threshold });
    return { betas, note: `residuals beyond ${rounded(threshold)} robust standard deviations count less` };
  },

  THEIL_SEN: (analysis) => ({
    betas: [theilSen(...line(analysis), settings(analysis))],
    note: "median of the slopes between all pairs of dates; bounds by Sen's ranks, without a standard error",
  }),
};

export const BETA_ESTIMATORS = Object.keys(ESTIMATORS) as readonly BetaEstimator[];

/**
 * The beta of each benchmark by one estimator. What the data leave undefined is a missing value with the reason in its
 * note; what the caller asked wrongly is an error.
 */
export function estimateBetas(
  analysis: RegressionAnalysis,
  estimator: BetaEstimator,
  parameters: EstimatorParameters,
): NamedBetaEstimate[] {
  // Where least squares has no answer no other estimator has one: that is an error.
  analysis.made();
  try {
    const { betas, note } = ESTIMATORS[estimator](analysis, withParameterDefaults(parameters));
    return betas.map((beta, j) => {
      const unsure = beta.lower === null ? "; these data leave no standard error and no bounds" : "";
      return { estimator, ...beta, note: `${typeof note === "string" ? note : note[j]}${unsure}` };
    });
  } catch (error) {
    if (!(error instanceof Error && isNotDefined(error))) throw error;
    const undefinedBeta = { value: null, standardError: null, lower: null, upper: null };
    return analysis.joint.benchmarks.map(() => ({ estimator, ...undefinedBeta, note: error.message }));
  }
}

function isNotDefined(error: Error): boolean {
  if (!(error instanceof AnalysisError)) return error instanceof NotDefined;
  // No fault of the question either: a covariance that one observation makes undefined, a search that does not settle.
  const { observation, steps } = error.details;
  return NO_ANSWER.has(error.code) || observation !== undefined || steps !== undefined;
}

/** The index of the benchmark that is asked for; the first without a name. */
export function benchmarkIndex({ joint }: RegressionAnalysis, symbol: string | null | undefined): number {
  if (symbol == null) return 0;
  const index = joint.benchmarkSymbols.findIndex((one) => one.toUpperCase() === symbol.toUpperCase());
  if (index >= 0) return index;
  const known = joint.benchmarkSymbols.join(", ");
  throw new AnalysisError("BAD_INPUT", `benchmark must be one of the regression's (${known}), got ${symbol}`, {
    benchmark: symbol,
  });
}

function oneSided(analysis: RegressionAnalysis, side: "up" | "down"): Answer {
  const [returns, benchmark] = line(analysis);
  const answer = upDownBeta(returns, benchmark, { ...settings(analysis), ...analysis.inference });
  const beta = answer[side];
  if (beta === null) {
    const reason = answer.undefinedQuantities.find(({ quantity }) => quantity === side)?.reason;
    throw new NotDefined(reason ?? `there is no ${side} beta`);
  }
  const count = benchmark.filter((value) => (side === "up" ? value > 0 : value < 0)).length;
  const covariance = analysis.regression.covariance.estimator === "HAC" ? "; HC1 in place of HAC" : "";
  const sign = side === "up" ? "above" : "below";
  const noun = analysis.joint.riskFree === null ? "return" : "excess return";
  return { betas: [beta], note: `over the ${count} periods with a benchmark ${noun} ${sign} 0${covariance}` };
}

function leastSquares({ regression }: RegressionAnalysis): BetaEstimate[] {
  return regression.coefficients.slice(1).map(({ estimate, standardError, lower, upper }) => ({
    value: estimate,
    standardError,
    lower,
    upper,
  }));
}

function columns({ response, joint }: RegressionAnalysis): [Float64Array, readonly Float64Array[]] {
  return [response.returns, joint.benchmarks];
}

/** For estimators that are defined for one benchmark. */
function line({ response, joint }: RegressionAnalysis): [Float64Array, Float64Array] {
  const { benchmarks } = joint;
  if (benchmarks.length === 1) return [response.returns, benchmarks[0]];
  throw new NotDefined(`defined for one benchmark only, and there are ${benchmarks.length}`);
}

function settings({ options, inference }: RegressionAnalysis) {
  return { ...options, confidence: inference.confidence };
}

function covarianceName({ regression: { covariance } }: RegressionAnalysis): string {
  const { estimator, lags, smallSample } = covariance;
  if (estimator !== "HAC") return estimator === "CLASSICAL" ? "classical" : estimator;
  return `HAC with ${counted(lags ?? 0, "lag")}${smallSample ? " and the small-sample factor" : ""}`;
}

function halfLife(lambda: number): string {
  return rounded(Math.LN2 / -Math.log(lambda));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}

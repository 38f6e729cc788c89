import { LIMITS } from "../analysis/limits.ts";
import {
  BETA_ESTIMATORS,
  benchmarkIndex,
  estimateBetas,
  type NamedBetaEstimate,
} from "../analysis/regression/beta-estimates.ts";
import { builder, COST } from "./builder.ts";
import { Regression } from "./regression.ts";

export const BetaEstimatorEnum = builder.enumType("BetaEstimator", {
  description: "Ways to estimate beta, what each is for, and where it comes from.",
  values: {
    OLS: {
      description:
        "Ordinary least squares: the hedge ratio of least variance over the sample (Ederington 1979). The one to start from, and to compare the others with.",
    },
    EWMA: {
      description:
        "Exponentially weighted least squares with an intercept: the latest returns count most (λ 0.94 a period by default). For a beta that drifts, and a hedge that is renewed often. Noisy: its standard error, for noise of one variance, says how much; t with 1/Σw² − k degrees of freedom, w the weights (Kish). Source: RiskMetrics Technical Document (1996).",
    },
    KALMAN: {
      description:
        "The latest filtered beta of a model in which alpha and beta move as random walks, with as much movement as the data show (maximum likelihood). For a beta that drifts, where you would rather not choose λ. See `kalman` for the path. Source: Durbin and Koopman (2012).",
    },
    BLUME: {
      description:
        "2/3 of OLS and 1/3 of 1: what data vendors print as adjusted beta. Betas tend toward 1 from one period to the next. For forecasts over years, less for a hedge of tomorrow. Source: Blume (1975).",
    },
    VASICEK: {
      description:
        "(β/se² + m/σ²)/(1/se² + 1/σ²): OLS drawn toward a prior with mean m and standard deviation σ, the more the less sure OLS is; standard error 1/√(1/se² + 1/σ²). For short or noisy samples. Source: Vasicek (1973).",
    },
    DIMSON: {
      description:
        "The sum of the slopes on the benchmark's lags, itself and leads, in one regression. For prices that are stale, or of exchanges in other time zones, where OLS is too low. t with the degrees of freedom of that regression. Source: Dimson (1979).",
    },
    SCHOLES_WILLIAMS: {
      description:
        "(β₋₁ + β₀ + β₊₁)/(1 + 2ρ₁), three regressions: for the same case as DIMSON, where the benchmark's own returns follow each other. Each slope and ρ₁ take all the pairs that the sample has, so the ends of it do not cancel exactly. Standard error as an instrumental variable estimate, t with n − 4. One benchmark. Source: Scholes and Williams (1977).",
    },
    UP: {
      description:
        "OLS over the periods in which the benchmark's (excess) return is above 0. With DOWN it shows whether the portfolio falls with the market more than it rises, as with options sold. t with the degrees of freedom of those periods. One benchmark. Source: Bawa and Lindenberg (1977); Ang, Chen and Xing (2006).",
    },
    DOWN: {
      description:
        "The same over the periods in which it is below 0: the beta of bad days. One benchmark. Source: as UP.",
    },
    HUBER: {
      description:
        "A robust regression: residuals beyond 1.345 robust standard deviations (the median size over 0.6745) count less. For single wild days of the portfolio, such as earnings; a wild day of the benchmark still pulls. Huber's first standard error. Source: Huber (1964, 1973).",
    },
    THEIL_SEN: {
      description:
        "The median of the slopes between all pairs of dates: up to 29 % of wild days, of the portfolio or the benchmark, cannot carry it away. For data that may be wrong. Bounds by ranks of the slopes, with the normal distribution, and no standard error. One benchmark. Source: Theil (1950), Sen (1968).",
    },
  } as const,
});

export const BetaParametersInput = builder.inputType("BetaParametersInput", {
  description: "The settings of the estimators that have any.",
  fields: (t) => ({
    ewmaLambda: t.float({
      description: "EWMA: λ, the weight of a period over the next one's, above 0, at most 1. Default 0.94.",
    }),
    ewmaHalfLife: t.float({ description: "EWMA: after how many periods a return counts half, in place of λ." }),
    blumeWeight: t.float({ description: "BLUME: the share of the OLS beta, 0 to 1; the rest is 1's. Default 2/3." }),
    vasicekMean: t.float({ description: "VASICEK: the prior's mean. Default 1." }),
    vasicekStandardDeviation: t.float({ description: "VASICEK: the prior's standard deviation, from 0. Default 0.5." }),
    dimsonLags: t.int({
      description: `DIMSON: how many periods of the benchmark before. Default 1. At most ${LIMITS.dimsonSlopes} slopes in all, which are benchmarks times (lags + leads + 1).`,
    }),
    dimsonLeads: t.int({ description: "DIMSON: how many periods after. Default 1." }),
    huberThreshold: t.float({
      description:
        "HUBER: beyond how many robust standard deviations a residual counts less. At least 0.1. Default 1.345.",
    }),
  }),
});

export const BetaEstimate = builder.objectRef<NamedBetaEstimate>("BetaEstimate").implement({
  description: "Beta by one estimator, and how sure it is.",
  fields: (t) => ({
    estimator: t.expose("estimator", { type: BetaEstimatorEnum, description: "The estimator." }),
    value: t.exposeFloat("value", {
      nullable: true,
      description: "The beta. Null where the estimator is not defined for these data: `note` says why.",
    }),
    standardError: t.exposeFloat("standardError", {
      nullable: true,
      description: "Its standard error; null where theory gives none.",
    }),
    lower: t.exposeFloat("lower", {
      nullable: true,
      description: "Lower bound of the confidence interval, at the confidence of `inference`.",
    }),
    upper: t.exposeFloat("upper", { nullable: true, description: "Upper bound of the confidence interval." }),
    note: t.exposeString("note", { description: "What it was made with; or why there is no value." }),
  }),
});

const LONG: ReadonlySet<string> = new Set(["KALMAN", "THEIL_SEN"]);

/** Let others have a turn between estimates: some take their time on long series. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

builder.objectField(Regression, "betaEstimates", (t) =>
  t.field({
    type: [BetaEstimate],
    complexity: ({ estimators }) => ({
      field: (estimators ?? BETA_ESTIMATORS).reduce(
        (sum, estimator) => sum + (LONG.has(estimator) ? COST.longEstimate : COST.estimate),
        0,
      ),
      multiplier: 1,
    }),
    description:
      "Beta by several estimators side by side, of the same returns: where they differ, ask why before you hedge. OLS, BLUME, VASICEK and DIMSON take the standard errors that `inference` asks for; UP and DOWN too, with HC1 in place of HAC; the others have their own, which `BetaEstimator` names.",
    args: {
      estimators: t.arg({ type: [BetaEstimatorEnum], description: "Which, in this order. Default: all." }),
      parameters: t.arg({ type: BetaParametersInput, description: "Their settings." }),
      benchmark: t.arg.string({ description: "Whose beta. Default: the first benchmark's." }),
    },
    async resolve(analysis, { estimators, parameters, benchmark }) {
      const index = benchmarkIndex(analysis, benchmark);
      const estimates: NamedBetaEstimate[] = [];
      for (const estimator of estimators ?? BETA_ESTIMATORS) {
        estimates.push(estimateBetas(analysis, estimator, parameters ?? {})[index]);
        await turn();
      }
      return estimates;
    },
  }),
);

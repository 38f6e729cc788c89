import type { Coefficient as CoreCoefficient, UndefinedQuantity } from "@hedgeql/core";
import { LIMITS } from "../analysis/limits.ts";
import type { RegressionAnalysis } from "../analysis/regression/regression-analysis.ts";
import { idDescription } from "./answer-id.ts";
import { builder, COST } from "./builder.ts";
import { Covariance, InferenceInput } from "./inference.ts";
import { PeriodInput, ReturnKindEnum } from "./period.ts";
import { PortfolioInput } from "./portfolio.ts";
import { Provenance } from "./provenance.ts";
import { RiskFreeInput } from "./risk-free.ts";
import { ReturnSeries } from "./series.ts";

const Coefficient = builder.objectRef<CoreCoefficient>("Coefficient").implement({
  description:
    "One estimated coefficient and how sure it is: Student's t with n − k degrees of freedom, whichever the covariance estimator.",
  fields: (t) => ({
    term: t.exposeString("term", { description: "`alpha`, or the benchmark's symbol." }),
    estimate: t.exposeFloat("estimate", {
      description: "Alpha: return a period as a decimal. Beta: portfolio return for one unit of benchmark return.",
    }),
    standardError: t.exposeFloat("standardError", {
      description:
        "Its standard error, by the estimator that `inference` asks for. Classical: s times the root of its entry on the diagonal of (XᵀX)⁻¹, s² = SSR/(n − k).",
    }),
    tStatistic: t.exposeFloat("tStatistic", { nullable: true, description: "estimate / standardError." }),
    pValue: t.exposeFloat("pValue", {
      nullable: true,
      description: "Two-sided probability of so large a t if the true coefficient were 0.",
    }),
    lower: t.exposeFloat("lower", {
      description: "Lower bound of the confidence interval (95 % unless `inference` says otherwise).",
    }),
    upper: t.exposeFloat("upper", { description: "Upper bound of the confidence interval." }),
  }),
});

export const UndefinedQuantityRef = builder.objectRef<UndefinedQuantity>("UndefinedQuantity").implement({
  description: "A quantity that is null because it is not defined for these data, and why.",
  fields: (t) => ({
    quantity: t.exposeString("quantity", { description: "The name of the field." }),
    reason: t.exposeString("reason", { description: "Why it is not defined." }),
  }),
});

export const Regression = builder.objectRef<RegressionAnalysis>("Regression").implement({
  description:
    "Ordinary least squares of returns on the benchmarks' returns, with an intercept: rₜ = alpha + Σ betaᵢ·bᵢₜ + eₜ. n observations, k coefficients (alpha counted). Agrees with statsmodels' OLS and R's lm.",
  fields: (t) => ({
    id: t.exposeID("id", {
      description: idDescription(
        "the portfolio, benchmarks, `hedgeWith`, period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and of the prices and returns inside the period",
      ),
    }),
    alpha: t.float({
      description: "The intercept: return a period, as a decimal, that the benchmarks do not explain.",
      resolve: ({ regression }) => regression.coefficients[0].estimate,
    }),
    beta: t.float({
      description: "The slope on the first benchmark: how much the portfolio moves for one unit of it.",
      resolve: ({ regression }) => regression.coefficients[1].estimate,
    }),
    coefficients: t.field({
      type: [Coefficient],
      description: "Alpha, then one beta for each benchmark, in the order asked.",
      resolve: ({ regression }) => regression.coefficients,
    }),
    observations: t.int({
      description: "How many returns went in (n).",
      resolve: ({ regression }) => regression.observations,
    }),
    degreesOfFreedom: t.int({
      description: "n − k: returns less coefficients, alpha counted.",
      resolve: ({ regression }) => regression.degreesOfFreedom,
    }),
    rSquared: t.float({
      nullable: true,
      description: "Share of the variance that the benchmarks explain, 0 to 1. Null if the returns do not vary.",
      resolve: ({ regression }) => regression.rSquared,
    }),
    adjustedRSquared: t.float({
      nullable: true,
      description: "1 − (1 − R²)(n − 1)/(n − k).",
      resolve: ({ regression }) => regression.adjustedRSquared,
    }),
    residualStandardError: t.float({
      description: "√(SSR/(n − k)): the size of what is left a period, as a decimal.",
      resolve: ({ regression }) => regression.residualStandardError,
    }),
    fStatistic: t.float({
      nullable: true,
      description:
        "F test that all betas are 0; with a robust covariance Wald's statistic over the number of betas. Null for an exact fit.",
      resolve: ({ regression }) => regression.fStatistic,
    }),
    fPValue: t.float({
      nullable: true,
      description: "Probability of so large an F if all true betas were 0.",
      resolve: ({ regression }) => regression.fPValue,
    }),
    logLikelihood: t.float({
      nullable: true,
      description: "Gaussian log-likelihood, −n/2·(ln 2π + ln(SSR/n) + 1). Null for an exact fit.",
      resolve: ({ regression }) => regression.logLikelihood,
    }),
    aic: t.float({
      nullable: true,
      description:
        "Akaike's criterion, −2·logLikelihood + 2k, k counting alpha. Lower is better; compare fits of the same returns only.",
      resolve: ({ regression }) => regression.aic,
    }),
    bic: t.float({
      nullable: true,
      description:
        "Schwarz's criterion, −2·logLikelihood + k·ln n. Lower is better; compare fits of the same returns only.",
      resolve: ({ regression }) => regression.bic,
    }),
    confidence: t.float({
      description: "The confidence of the intervals: 0.95 is 95 %.",
      resolve: ({ regression }) => regression.confidence,
    }),
    covariance: t.field({
      type: Covariance,
      description: "How the standard errors were estimated.",
      resolve: ({ regression }) => regression.covariance,
    }),
    durbinWatson: t.float({
      nullable: true,
      description: "Durbin–Watson statistic of the residuals: near 2 when they do not follow each other.",
      resolve: ({ regression }) => regression.durbinWatson,
    }),
    undefinedQuantities: t.field({
      type: [UndefinedQuantityRef],
      description: "Each quantity above that is null, and why.",
      resolve: ({ regression }) => regression.undefinedQuantities,
    }),
    residuals: t.field({
      type: ReturnSeries,
      complexity: COST.series,
      description: "What the regression leaves unexplained, date by date: rₜ − alpha − Σ betaᵢ·bᵢₜ.",
      resolve: ({ regression, joint }) => ({ symbol: null, dates: joint.dates, values: regression.residuals }),
    }),
    provenance: t.field({
      type: Provenance,
      description: "What it was computed from.",
      resolve: (analysis) => analysis,
    }),
  }),
});

/** What `regression` and `hedgedPortfolio` take alike. */
export const hedgeArguments = builder.args((t) => ({
  portfolio: t.field({ type: PortfolioInput, required: true, description: "What is held." }),
  benchmarks: t.stringList({
    required: true,
    description: `What it is measured against and hedged with: 1 to ${LIMITS.benchmarks} symbols.`,
  }),
  period: t.field({ type: PeriodInput, description: "Which prices. Default: all dates that the series share." }),
  returnKind: t.field({ type: ReturnKindEnum, defaultValue: "SIMPLE", description: "Simple or log." }),
  inference: t.field({
    type: InferenceInput,
    description: "How standard errors and intervals are made. Default: classical, 95 %.",
  }),
  riskFree: t.field({ type: RiskFreeInput, description: "Taken off every return. Default: none." }),
}));

builder.queryField("regression", (t) =>
  t.field({
    type: Regression,
    nullable: true,
    complexity: COST.analysis,
    description:
      "Alpha and beta of a portfolio against one or more benchmarks. Errors: `UNKNOWN_SYMBOL`, `NO_OVERLAP`, `INSUFFICIENT_DATA`, `SINGULAR_BENCHMARKS`, `BAD_INPUT`, and those of the price sources.",
    args: hedgeArguments,
    async resolve(_, args, { analysis }) {
      const { regression } = await analysis.hedge(args);
      return regression.made();
    },
  }),
);

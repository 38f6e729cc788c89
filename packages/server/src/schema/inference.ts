import type { CovarianceChoice } from "@hedgeql/core";
import { builder } from "./builder.ts";

const CovarianceEstimatorEnum = builder.enumType("CovarianceEstimator", {
  description:
    "How standard errors are estimated. The coefficients are the same under all; their errors, t, p, bounds and F are not.",
  values: {
    CLASSICAL: {
      description:
        "Residuals of one variance (homoskedastic) that do not follow each other: s²(XᵀX)⁻¹, s² = SSR/(n − k).",
    },
    HC0: {
      description:
        "Residuals of any variance (heteroskedasticity-consistent; White 1980): right where turbulent days have larger residuals, which is the rule with returns. Too small in small samples.",
    },
    HC1: { description: "HC0 times n/(n − k) (Hinkley 1977): what Stata calls robust." },
    HC2: {
      description:
        "Squared residuals over 1 − leverage (Horn, Horn and Duncan 1975): not biased if all residuals have the same variance after all.",
    },
    HC3: {
      description:
        "Squared residuals over (1 − leverage)² (MacKinnon and White 1985): the cautious choice, and the default of R's sandwich package.",
    },
    HAC: {
      description:
        "Residuals of any variance that may follow each other (heteroskedasticity- and autocorrelation-consistent; Newey and West 1987), with Bartlett weights up to `lags`: for stale prices, overlapping or monthly returns.",
    },
  } as const,
});

export const InferenceInput = builder.inputType("InferenceInput", {
  description:
    "How standard errors and confidence intervals are made. Those of the regression are Student's t with n − k degrees of freedom under every covariance estimator; `BetaEstimator` says where an estimator has others.",
  fields: (t) => ({
    covariance: t.field({
      type: CovarianceEstimatorEnum,
      defaultValue: "CLASSICAL",
      description: "Which estimator of the coefficients' covariance.",
    }),
    lags: t.int({
      description: "How many lags HAC looks back: 0 to n − 1. Default ⌊4·(n/100)^(2/9)⌋. Only with HAC.",
    }),
    smallSample: t.boolean({
      defaultValue: false,
      description: "Multiply the HAC covariance by n/(n − k). Only with HAC; HC1 is HC0 with that factor.",
    }),
    confidence: t.float({
      defaultValue: 0.95,
      description: "The confidence of every interval, between 0 and 1: 0.95 is 95 %.",
    }),
  }),
});

export const Covariance = builder.objectRef<CovarianceChoice>("Covariance").implement({
  description: "How the standard errors were estimated.",
  fields: (t) => ({
    estimator: t.expose("estimator", { type: CovarianceEstimatorEnum, description: "The estimator." }),
    lags: t.exposeInt("lags", { nullable: true, description: "The lags that HAC looked back; null elsewhere." }),
    smallSample: t.exposeBoolean("smallSample", { description: "Whether HAC was multiplied by n/(n − k)." }),
  }),
});

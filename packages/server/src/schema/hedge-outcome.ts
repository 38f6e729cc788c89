import type { HedgeOutcome, OutcomeBeta } from "../analysis/walk-forward/hedge-outcome.ts";
import type { BetaTest } from "../analysis/walk-forward/walk-analysis.ts";
import { builder } from "./builder.ts";

const OutcomeBetaRef = builder.objectRef<OutcomeBeta>("HedgeOutcomeBeta").implement({
  description: "Beta to one benchmark.",
  fields: (t) => ({
    benchmark: t.exposeString("benchmark", { description: "The benchmark's symbol." }),
    beta: t.exposeFloat("beta", { description: "The beta." }),
    lower: t.exposeFloat("lower", { nullable: true, description: "Lower bound of its confidence interval." }),
    upper: t.exposeFloat("upper", { nullable: true, description: "Upper bound." }),
  }),
});

export const HedgeOutcomeRef = builder.objectRef<HedgeOutcome>("HedgeOutcome").implement({
  description: "Beta and risk, with a hedge or without.",
  fields: (t) => ({
    beta: t.float({ description: "To the first benchmark.", resolve: ({ betas }) => betas[0].beta }),
    lower: t.float({
      nullable: true,
      description: "Lower bound of its confidence interval, as `inference` asks; null for a promise.",
      resolve: ({ betas }) => betas[0].lower,
    }),
    upper: t.float({ nullable: true, description: "Upper bound.", resolve: ({ betas }) => betas[0].upper }),
    betas: t.field({ type: [OutcomeBetaRef], description: "To each benchmark.", resolve: ({ betas }) => betas }),
    annualizedVolatility: t.exposeFloat("annualizedVolatility", {
      description: "Standard deviation of the returns (n − 1) times √s.",
    }),
    effectiveness: t.exposeFloat("effectiveness", {
      nullable: true,
      description: "Share of the variance removed; null where the portfolio's returns do not vary.",
    }),
  }),
});

export const BetaTestRef = builder.objectRef<BetaTest>("BetaTest").implement({
  description:
    "The test that realised betas are the targets (0, unless `targetBeta` says otherwise), by the covariance that `inference` asks for. A small p says that the hedge missed; a large one, that these dates do not show it.",
  fields: (t) => ({
    statistic: t.exposeFloat("statistic", {
      nullable: true,
      description: "t for one benchmark, F for several. Null for an exact fit, which leaves nothing to test.",
    }),
    pValue: t.exposeFloat("pValue", {
      nullable: true,
      description: "Probability of so large a statistic, if the true betas were the targets.",
    }),
    distribution: t.string({
      description: "What the p-value is of: `t(1003)`, or `F(2, 1002)`.",
      resolve: ({ betas, degreesOfFreedom }) =>
        betas === null ? `t(${degreesOfFreedom})` : `F(${betas}, ${degreesOfFreedom})`,
    }),
  }),
});

import type { RatioRequest } from "../analysis/hedge/hedge-ratios.ts";
import type { Neutrality } from "../analysis/hedge/neutrality.ts";
import type { BetaEstimator } from "../analysis/regression/beta-estimates.ts";
import type { EstimatorParameters } from "../analysis/regression/estimator-parameters.ts";
import { BetaEstimate, BetaEstimatorEnum, BetaParametersInput } from "./beta-estimate.ts";
import { builder } from "./builder.ts";

/** How everything that makes hedge ratios is told how. */
export const ratioArguments = builder.args((t) => ({
  targetBeta: t.float({
    defaultValue: 0,
    description:
      "The beta to the first benchmark that is to be left: 0.5 is a half hedge, above the portfolio's own it is leverage. To the other benchmarks it is 0. From -10 to 10.",
  }),
  estimator: t.field({
    type: BetaEstimatorEnum,
    defaultValue: "OLS",
    description:
      "By which estimator betas are measured: the portfolio's, and those of instruments of `hedgeWith`. In the windows of a walk VASICEK weighs by classical standard errors, whatever `inference` asks for.",
  }),
  parameters: t.field({ type: BetaParametersInput, description: "The estimator's settings." }),
  minimumNorm: t.boolean({
    defaultValue: false,
    description:
      "Where the instruments do not determine their ratios (more of them than benchmarks, or one like another): false is an error, true the smallest ratios of the many that hedge alike, said so. True also spreads the hedge over instruments that nearly repeat each other (condition number above 30). Benchmarks that repeat each other altogether have such a hedge by OLS.",
  }),
}));

interface RatioArguments {
  readonly targetBeta?: number | null | undefined;
  readonly estimator?: BetaEstimator | null | undefined;
  readonly parameters?: EstimatorParameters | null | undefined;
  readonly minimumNorm?: boolean | null | undefined;
}

export function ratioRequestOf({ targetBeta, estimator, parameters, minimumNorm }: RatioArguments): RatioRequest {
  return {
    targetBeta: targetBeta ?? 0,
    estimator: estimator ?? "OLS",
    parameters: parameters ?? {},
    minimumNorm: minimumNorm ?? false,
  };
}

/** A benchmark's beta before and after, and what the difference is worth in a portfolio of `value`. */
export interface ValuedNeutrality extends Neutrality {
  readonly value: number;
}

export const NeutralityRef = builder.objectRef<ValuedNeutrality>("Neutrality").implement({
  description: "How neutral the hedge makes the portfolio to one benchmark, by the betas that it was sized with.",
  fields: (t) => ({
    benchmark: t.exposeString("benchmark", { description: "The benchmark's symbol." }),
    beta: t.field({
      type: BetaEstimate,
      description: "The portfolio's own beta, and how sure it is: no hedge is surer.",
      resolve: ({ beta }) => beta,
    }),
    targetBeta: t.float({ description: "The beta that was wanted.", resolve: ({ target }) => target }),
    hedgedBeta: t.exposeFloat("hedgedBeta", { description: "The beta of portfolio and hedge together." }),
    residualBeta: t.exposeFloat("residualBeta", {
      description: "hedgedBeta − targetBeta: what rounding leaves over, or instruments too few for the benchmarks.",
    }),
    residualValue: t.float({
      description: "residualBeta · value: the money that still moves with the benchmark.",
      resolve: ({ residualBeta, value }) => residualBeta * value,
    }),
  }),
});

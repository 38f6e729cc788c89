import { BETA_ESTIMATORS } from "../analysis/regression/beta-estimates.ts";
import type { EstimatorScore as Row, Score } from "../analysis/walk-forward/estimator-scores.ts";
import { BetaEstimatorEnum } from "./beta-estimate.ts";
import { builder, COST } from "./builder.ts";
import { BetaTestRef } from "./hedge-outcome.ts";
import { ratioArguments, ratioRequestOf } from "./hedge-ratio.ts";
import { HedgedPortfolio } from "./hedged-portfolio.ts";
import { walkArguments, walkRequestOf } from "./walk-settings.ts";

const ScoreOrder = builder.enumType("ScoreOrder", {
  description: "By what estimators are ranked; the first is the best.",
  values: {
    REALIZED_BETA: {
      description: "How far the realised beta is from its target; of several benchmarks the farthest counts.",
    },
    HEDGED_VARIANCE: { description: "The variance of the hedged returns: the least first." },
    TURNOVER: { description: "What was traded: the least first." },
    NET_RETURN: { description: "The return after costs: the highest first." },
  } as const,
});

const Ranks = builder.objectRef<NonNullable<Row["ranks"]>>("ScoreRanks").implement({
  description: "Places among the walks that have an answer: 1 is the best, equals share a place.",
  fields: (t) => ({
    realizedBeta: t.exposeInt("REALIZED_BETA", { description: "By the distance of realised beta from its target." }),
    hedgedVariance: t.exposeInt("HEDGED_VARIANCE", { description: "By the variance of the hedged returns." }),
    turnover: t.exposeInt("TURNOVER", { description: "By turnover." }),
    netReturn: t.exposeInt("NET_RETURN", { description: "By the return after costs." }),
  }),
});

const EstimatorScore = builder.objectRef<Row>("EstimatorScore").implement({
  description:
    "One estimator with one lookback, walked forward: its hedge on dates that it had not seen. Null where it has no answer: `reason` says why.",
  fields: (t) => {
    const figure = (description: string, of: (score: Score) => number | null) =>
      t.float({ nullable: true, description, resolve: ({ score }) => score && of(score) });
    return {
      estimator: t.field({
        type: BetaEstimatorEnum,
        description: "The estimator.",
        resolve: ({ estimator }) => estimator,
      }),
      lookback: t.exposeInt("lookback", { description: "How many returns each estimate was made of." }),
      realizedBeta: figure(
        "Beta of the hedged returns to the first benchmark.",
        ({ realized }) => realized.betas[0].beta,
      ),
      lower: figure("Lower bound of its confidence interval.", ({ realized }) => realized.betas[0].lower),
      upper: figure("Upper bound.", ({ realized }) => realized.betas[0].upper),
      betaIsZero: t.field({
        type: BetaTestRef,
        nullable: true,
        description: "Whether the realised betas may be 0, or `targetBeta`.",
        resolve: ({ score }) => score?.betaTest,
      }),
      annualizedVolatility: figure(
        "Standard deviation of the hedged returns (n − 1) times √s.",
        ({ realized }) => realized.annualizedVolatility,
      ),
      effectiveness: figure("Share of the variance that the hedge removed.", ({ realized }) => realized.effectiveness),
      turnover: figure("What was traded, Σ|Δratio|.", ({ walk }) => walk.result.turnover),
      cost: figure("What it cost, as a decimal of the portfolio's value.", ({ walk }) => walk.result.cost),
      netReturn: figure(
        "Return after costs, compounded, a year; without `costs` there are none in it.",
        ({ netReturn }) => netReturn,
      ),
      skipped: t.int({
        nullable: true,
        description: "At how many rebalances the estimator had no answer.",
        resolve: ({ score }) => score?.walk.estimates.skipped.length,
      }),
      ranks: t.field({ type: Ranks, nullable: true, description: "Its places.", resolve: ({ ranks }) => ranks }),
      reason: t.exposeString("reason", { nullable: true, description: "Why there is no answer; null where there is." }),
    };
  },
});

const DEFAULT_LOOKBACKS = [63, 126, 252];

builder.objectField(HedgedPortfolio, "compareEstimators", (t) =>
  t.field({
    type: [EstimatorScore],
    complexity: ({ estimators, lookbacks }) => ({
      field: COST.comparedWalk * (estimators ?? BETA_ESTIMATORS).length * (lookbacks ?? DEFAULT_LOOKBACKS).length,
      multiplier: 1,
    }),
    description:
      "The same walk by several estimators and lookbacks, side by side, all over the same dates: those after the longest lookback. The best of many on one history is partly luck: small differences mean nothing. The interval of each beta is its own, and no test of a difference. Errors as of `walkForward`; an estimator without an answer is a row with its reason.",
    args: {
      estimators: t.arg({ type: [BetaEstimatorEnum], description: "Which. Default: all." }),
      lookbacks: t.arg.intList({ description: "How many returns each estimate is made of. Default: 63, 126 and 252." }),
      rebalanceEvery: t.arg.int({
        defaultValue: 21,
        description: "How many periods between two looks at the ratio.",
      }),
      orderBy: t.arg({
        type: ScoreOrder,
        required: true,
        defaultValue: "HEDGED_VARIANCE",
        description: "Which comes first.",
      }),
      targetBeta: t.arg.float({ defaultValue: 0, description: "As of `walkForward`." }),
      parameters: ratioArguments.parameters,
      minimumNorm: ratioArguments.minimumNorm,
      ...walkArguments,
    },
    resolve: (analysis, { estimators, lookbacks, rebalanceEvery, orderBy, ...args }) => {
      const { estimator: _, ...ratios } = ratioRequestOf(args);
      return analysis.compareEstimators({
        estimators: estimators ?? BETA_ESTIMATORS,
        lookbacks: lookbacks ?? DEFAULT_LOOKBACKS,
        rebalanceEvery: rebalanceEvery ?? 21,
        orderBy,
        ...ratios,
        ...walkRequestOf(args),
      });
    },
  }),
);

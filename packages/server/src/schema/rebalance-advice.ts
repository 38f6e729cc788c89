import { formatDate } from "@hedgeql/core";
import type {
  RebalanceAdvice as Advice,
  AdvisedLeg as Leg,
  AdvisedNeutrality as Neutrality,
} from "../analysis/hedge/rebalance-advice.ts";
import { BetaEstimate } from "./beta-estimate.ts";
import { builder, COST } from "./builder.ts";
import { LegPriceInterface, OrderSide, sideOf } from "./hedge.ts";
import { ratioArguments, ratioRequestOf } from "./hedge-ratio.ts";
import { HedgedPortfolio } from "./hedged-portfolio.ts";
import { WarningRef } from "./provenance.ts";
import { sizingArguments, sizingOf } from "./sizing.ts";

const AdvisedLeg = builder.objectRef<Leg>("RebalanceLeg").implement({
  description: "One position of a hedge that is held, and the trade that would bring it back.",
  interfaces: [LegPriceInterface],
  fields: (t) => ({
    ratioThen: t.exposeFloat("ratioThen", { description: "The ratio as it was traded, as given." }),
    ratioNow: t.exposeFloat("ratioNow", {
      description: "What the prices since have made of it: the position's shares kept, the portfolio's too.",
    }),
    estimate: t.exposeFloat("estimate", { description: "The ratio that today's estimate asks for." }),
    drift: t.exposeFloat("drift", { description: "ratioNow − estimate. Above 0: too much is sold short." }),
    quantity: t.float({
      description: "How many shares to trade, without a sign: `side` says which way.",
      resolve: ({ trade }) => Math.abs(trade.shares),
    }),
    side: t.field({
      type: OrderSide,
      description: "What the trade is.",
      resolve: ({ trade }) => sideOf(trade.shares),
    }),
    tradeRatio: t.float({
      description: "The trade for each 1.00 of the portfolio: above 0 sells more short, below 0 buys back.",
      resolve: ({ trade }) => trade.ratio,
    }),
    tradeNotional: t.float({
      description: "The same in the portfolio's currency.",
      resolve: ({ trade }) => trade.notional,
    }),
    tradeShares: t.float({
      description: "The same in shares; whole lots of them, if `wholeShares`.",
      resolve: ({ trade }) => trade.shares,
    }),
  }),
});

const AdvisedNeutrality = builder.objectRef<Neutrality>("CurrentNeutrality").implement({
  description: "Beta to one benchmark as the hedge stands now.",
  fields: (t) => ({
    benchmark: t.exposeString("benchmark", { description: "The benchmark's symbol." }),
    beta: t.field({
      type: BetaEstimate,
      description: "The portfolio's beta by today's estimate, with its interval.",
      resolve: ({ beta }) => beta,
    }),
    targetBeta: t.float({ description: "The beta that is wanted.", resolve: ({ target }) => target }),
    hedgedBeta: t.exposeFloat("hedgedBeta", { description: "The beta of portfolio and hedge as it stands." }),
    residualBeta: t.exposeFloat("residualBeta", { description: "hedgedBeta − targetBeta." }),
    beyondNoise: t.exposeBoolean("beyondNoise", {
      nullable: true,
      description:
        "Whether the beta that is hedged now lies outside the interval of today's estimate. Within it, the drift may be nothing but the estimate's own error. Null where the estimator has no interval. What instruments of `hedgeWith` themselves are unsure of is not counted.",
    }),
  }),
});

const RebalanceAdvice = builder.objectRef<Advice>("RebalanceAdvice").implement({
  description: "Whether to bring a hedge back: how far it is off, whether that is more than noise, what it would cost.",
  fields: (t) => ({
    act: t.exposeBoolean("act", {
      description:
        "Whether to trade: a ratio is beyond the threshold, not within the noise, and off by more than rounds to nothing. Cost is not weighed against risk: `reason` names both, and the choice is yours.",
    }),
    reason: t.string({ description: "Why, in a sentence.", resolve: reasonOf }),
    largestDrift: t.exposeFloat("largestDrift", { description: "The largest |drift| of a leg." }),
    beyondThreshold: t.exposeBoolean("beyondThreshold", { description: "Whether it is more than `threshold`." }),
    beyondNoise: t.exposeBoolean("beyondNoise", {
      nullable: true,
      description: "Whether the beta of some benchmark is beyond the noise; null where that cannot be told.",
    }),
    legs: t.field({ type: [AdvisedLeg], description: "One a hedge instrument.", resolve: ({ legs }) => legs }),
    neutrality: t.field({
      type: [AdvisedNeutrality],
      description: "Beta to each benchmark as the hedge stands.",
      resolve: ({ neutrality }) => neutrality,
    }),
    since: t.field({
      type: "Date",
      description: "The close at which the hedge was traded, as given.",
      resolve: ({ request }) => formatDate(request.since),
    }),
    threshold: t.float({ description: "As given.", resolve: ({ request }) => request.threshold }),
    value: t.float({ description: "What the portfolio is worth, as given.", resolve: ({ request }) => request.value }),
    currency: t.exposeString("currency", {
      nullable: true,
      description: "The currency of `value`; null: not known, and taken to be that of the prices.",
    }),
    asOf: t.field({
      type: "Date",
      description: "The last date that the estimate and the drift know of.",
      resolve: ({ asOf }) => formatDate(asOf),
    }),
    turnover: t.exposeFloat("turnover", { description: "Σ|tradeRatio|." }),
    cost: t.exposeFloat("cost", {
      nullable: true,
      description: "What the trades cost, once, as a decimal of the portfolio's value; null without `tradingBps`.",
    }),
    costValue: t.float({
      nullable: true,
      description: "The same in the portfolio's currency.",
      resolve: ({ cost, request }) => cost && cost * request.value,
    }),
    volatilityNow: t.exposeFloat("volatilityNow", {
      description: "Of the hedged portfolio a year, over the returns of the estimate, as the hedge stands.",
    }),
    volatilityAfter: t.exposeFloat("volatilityAfter", { description: "The same after the trades." }),
    volatilityRemoved: t.float({
      description:
        "volatilityNow − volatilityAfter: what `cost` buys. About 0 where the drift is small beside what the benchmarks do not explain.",
      resolve: ({ volatilityNow, volatilityAfter }) => volatilityNow - volatilityAfter,
    }),
    warnings: t.field({
      type: [WarningRef],
      description: "What makes this advice less than it seems, its sample included.",
      resolve: ({ warnings }) => warnings,
    }),
  }),
});

function reasonOf(advice: Advice): string {
  const { largestDrift, request, beyondThreshold, beyondNoise, turnover, cost } = advice;
  const far = `the ratio is off by ${largestDrift.toPrecision(3)}`;
  if (!beyondThreshold) return `${far}, within the threshold of ${request.threshold}`;
  const over = `${far}, beyond the threshold of ${request.threshold}`;
  if (turnover === 0) return `${over}, but that is less than half a share or lot: there is nothing to trade`;
  if (beyondNoise === false) return `${over}, but within the interval of today's estimate: it may be noise`;
  const noise =
    beyondNoise === null
      ? "; whether that is more than noise cannot be told"
      : ", and more than the estimate's own error explains";
  const removed = (advice.volatilityNow - advice.volatilityAfter).toPrecision(2);
  const price =
    cost === null ? "at a cost that was not given" : `at a cost of ${cost.toPrecision(2)} of the portfolio, once`;
  return `${over}${noise}; trading removes ${removed} of volatility a year, ${price}`;
}

builder.objectField(HedgedPortfolio, "rebalanceAdvice", (t) =>
  t.field({
    type: RebalanceAdvice,
    complexity: COST.longEstimate,
    description:
      "Whether a hedge that has been held since a date should be brought back today, the last date of the sample: how far prices and beta have moved, whether that is more than noise, the trades that would restore neutrality, their cost and the risk that they remove. Errors as of `hedge`; like it, an error here takes the whole `hedgedPortfolio` with it.",
    args: {
      ...sizingArguments,
      ratios: t.arg.floatList({
        required: true,
        description: "What was sold short for each 1.00 of the portfolio, one a hedge instrument in its order.",
      }),
      since: t.arg({
        type: "Date",
        required: true,
        description: "At whose close: a date of the sample, which of weeks and months is their last.",
      }),
      threshold: t.arg.float({
        required: true,
        defaultValue: 0.05,
        description: "How far a ratio may be off before it matters.",
      }),
      tradingBps: t.arg.float({
        description:
          "Cost of a trade in basis points (1/10,000) of its notional, 0 to 10,000. Without it `cost` is null.",
      }),
      ...ratioArguments,
    },
    resolve: (analysis, args) =>
      analysis.rebalanceAdvice({
        ...sizingOf(args),
        ...ratioRequestOf(args),
        ratios: args.ratios,
        since: args.since,
        lookback: args.lookback ?? null,
        threshold: args.threshold,
        tradingBps: args.tradingBps ?? null,
      }),
  }),
);

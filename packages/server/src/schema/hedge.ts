import { formatDate } from "@hedgeql/core";
import type { LegPrice } from "../analysis/hedge/leg-prices.ts";
import type { HedgeLeg as Leg, SizedHedge } from "../analysis/hedge/sized-hedge.ts";
import { BetaEstimatorEnum } from "./beta-estimate.ts";
import { builder, COST } from "./builder.ts";
import { NeutralityRef, ratioArguments, ratioRequestOf } from "./hedge-ratio.ts";
import { HedgedPortfolio } from "./hedged-portfolio.ts";
import { WarningRef } from "./provenance.ts";
import { sizingArguments, sizingOf } from "./sizing.ts";

export const OrderSide = builder.enumType("OrderSide", {
  description: "What to do with a hedge instrument.",
  values: {
    SELL: { description: "Sell short: figures are above 0." },
    BUY: { description: "Buy: figures are below 0." },
    NONE: { description: "Nothing: the figures are 0." },
  } as const,
});

export function sideOf(amount: number): "SELL" | "BUY" | "NONE" {
  if (amount === 0) return "NONE";
  return amount > 0 ? "SELL" : "BUY";
}

/** What every leg says of the price that it was sized with. */
export const LegPriceInterface = builder.interfaceRef<LegPrice>("PricedLeg").implement({
  description: "A hedge instrument and the price that it is counted at.",
  fields: (t) => ({
    symbol: t.exposeString("symbol", { description: "The hedge instrument." }),
    price: t.exposeFloat("price", {
      description:
        "The latest closing price of its history, whichever period the analysis looks at: there an adjusted close is the price that was traded.",
    }),
    priceDate: t.field({
      type: "Date",
      description: "The date of that price.",
      resolve: ({ priceDate }) => formatDate(priceDate),
    }),
    currency: t.exposeString("currency", { nullable: true, description: "The currency of the price, if known." }),
    exchangeRate: t.exposeFloat("exchangeRate", {
      description: "What one unit of that currency is worth in the portfolio's.",
    }),
    lotSize: t.exposeFloat("lotSize", { description: "Shares a lot; 1 unless `lots` says otherwise." }),
  }),
});

const HedgeLeg = builder.objectRef<Leg>("HedgeLeg").implement({
  description:
    "One position of a hedge. Ratio, notional, shares and lots are above 0 where it is sold short. notional = ratio · value = shares · price · exchangeRate.",
  interfaces: [LegPriceInterface],
  fields: (t) => ({
    side: t.field({ type: OrderSide, description: "Sell short or buy.", resolve: ({ shares }) => sideOf(shares) }),
    quantity: t.float({
      description: "How many shares, without a sign: `side` says which way.",
      resolve: ({ shares }) => Math.abs(shares),
    }),
    ratio: t.exposeFloat("ratio", {
      description: "Sold short for each 1.00 of the portfolio; after rounding, if `wholeShares`.",
    }),
    notional: t.exposeFloat("notional", { description: "The same in the portfolio's currency." }),
    shares: t.exposeFloat("shares", { description: "The same in shares; whole lots of them, if `wholeShares`." }),
    lots: t.exposeFloat("lots", { description: "The same in lots." }),
    exactRatio: t.exposeFloat("exactRatio", { description: "The ratio before rounding." }),
    exactShares: t.exposeFloat("exactShares", { description: "The shares before rounding." }),
  }),
});

const Hedge = builder.objectRef<SizedHedge>("Hedge").implement({
  description: "The hedge as an order: what to sell, how much of it, and what beta is left.",
  fields: (t) => ({
    legs: t.field({ type: [HedgeLeg], description: "One a hedge instrument.", resolve: ({ legs }) => legs }),
    residualBeta: t.float({
      description: "What is left of beta to the first benchmark beyond `targetBeta`: above all, what rounding leaves.",
      resolve: ({ neutrality }) => neutrality[0].residualBeta,
    }),
    residualValue: t.float({
      description: "residualBeta · value: the money that still moves with the first benchmark.",
      resolve: ({ neutrality, request }) => neutrality[0].residualBeta * request.value,
    }),
    neutrality: t.field({
      type: [NeutralityRef],
      description: "Beta to each benchmark, before and after.",
      resolve: ({ neutrality, request }) => neutrality.map((one) => ({ ...one, value: request.value })),
    }),
    grossExposure: t.exposeFloat("grossExposure", {
      description:
        "Long and short alike, in the portfolio's currency: what it holds, and Σ|notional|. Holdings by weight count Σ|weight| of value, by shares with the weights of the last date; a symbol and own returns count as value.",
    }),
    netExposure: t.exposeFloat("netExposure", { description: "Long less short: what it holds, less Σ notional." }),
    effectiveness: t.exposeFloat("effectiveness", {
      nullable: true,
      description:
        "Share of the variance that these very positions remove, in the sample that they were fitted on: a promise. `walkForward` has the fact.",
    }),
    value: t.float({ description: "What the portfolio is worth, as given.", resolve: ({ request }) => request.value }),
    currency: t.exposeString("currency", {
      nullable: true,
      description: "The currency of `value`; null: not known, and taken to be that of the prices.",
    }),
    fittedFrom: t.field({
      type: "Date",
      description: "The price date before the first return that the betas are made of.",
      resolve: ({ fittedFrom }) => formatDate(fittedFrom),
    }),
    fittedTo: t.field({
      type: "Date",
      description: "The date of the last.",
      resolve: ({ fittedTo }) => formatDate(fittedTo),
    }),
    targetBeta: t.float({
      description: "The beta that was wanted, as given.",
      resolve: ({ request }) => request.targetBeta,
    }),
    estimator: t.field({
      type: BetaEstimatorEnum,
      description: "The estimator, as given.",
      resolve: ({ request }) => request.estimator,
    }),
    minimumNorm: t.exposeBoolean("minimumNorm", {
      description: "Whether the instruments left a choice, and the smallest ratios were taken.",
    }),
    warnings: t.field({
      type: [WarningRef],
      description: "What makes this hedge less than it seems, its sample included.",
      resolve: ({ warnings }) => warnings,
    }),
  }),
});

builder.objectField(HedgedPortfolio, "hedge", (t) =>
  t.field({
    type: Hedge,
    complexity: COST.longEstimate,
    description:
      "The hedge of a portfolio of some value, in money and shares, by betas over the whole sample, or the latest `lookback` returns of it: take the lookback of the walk that you trust, for its proof is of that hedge. Simple returns only. Errors: `BAD_INPUT` for a value that is not above 0 or a missing exchange rate, `SINGULAR_BENCHMARKS` for instruments that do not determine their ratios, `UNDEFINED_ESTIMATE` where the estimator has no answer. An error here takes the whole `hedgedPortfolio` with it: where it may fail, ask in an aliased one, which costs next to nothing more.",
    args: { ...sizingArguments, ...ratioArguments },
    resolve: (analysis, args) =>
      analysis.size({ ...sizingOf(args), ...ratioRequestOf(args), lookback: args.lookback ?? null }),
  }),
);

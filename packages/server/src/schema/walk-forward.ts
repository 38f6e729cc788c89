import { type Rebalance as CoreRebalance, formatDate, type HedgeCosts } from "@hedgeql/core";
import type { SkippedRebalance } from "../analysis/walk-forward/rebalance-estimates.ts";
import type { BetaTest, HedgeOutcome, OutcomeBeta, WalkAnalysis } from "../analysis/walk-forward/walk-analysis.ts";
import type { WalkRequest } from "../analysis/walk-forward/walk-forward.ts";
import { BetaEstimatorEnum } from "./beta-estimate.ts";
import { builder, COST } from "./builder.ts";
import { dateColumn } from "./date.ts";
import { ratioArguments, ratioRequestOf } from "./hedge-ratio.ts";
import { HedgedPortfolio } from "./hedged-portfolio.ts";
import { Performance, PerformanceComparison, performanceArguments } from "./performance.ts";
import { Provenance } from "./provenance.ts";
import { Regression } from "./regression.ts";
import { type Column, PackedSeries, ReturnSeries } from "./series.ts";

const HedgeHolding = builder.enumType("HedgeHolding", {
  description: "What happens to a hedge between two rebalances.",
  values: {
    SHARES: { description: "Its shares are kept: the ratio drifts with the prices, as a position does." },
    RATIO: {
      description:
        "Its ratio is kept: it is traded back every period, and these trades count. The ratio of the textbook.",
    },
  } as const,
});

export const CostsInput = builder.inputType("CostsInput", {
  description: "What hedging costs. Rates are decimals a year, turned into (1 + R)^(1/s) − 1 a period.",
  fields: (t) => ({
    tradingBps: t.float({
      defaultValue: 0,
      description:
        "Basis points (1/10,000) of the notional traded, one way, 0 to 10,000: half the spread, fees, impact.",
    }),
    borrowRate: t.float({
      defaultValue: 0,
      description: "What lenders of shares take, on the notional sold short: 0.005 is half a per cent a year; 0 to 1.",
    }),
    cashRate: t.float({
      defaultValue: 0,
      description:
        "What the proceeds of short sales earn; instruments that are bought are financed at it. May be below 0. With a `riskFree` rate only the difference to it counts: leave `costs` out, or give that rate here, and the proceeds earn it; the default of 0 makes all of it a cost.",
    }),
  }),
});

interface CostsArguments {
  readonly tradingBps?: number | null | undefined;
  readonly borrowRate?: number | null | undefined;
  readonly cashRate?: number | null | undefined;
}

function costsOf(costs: CostsArguments | null | undefined): HedgeCosts | null {
  if (costs == null) return null;
  return { tradingBps: costs.tradingBps ?? 0, borrowRate: costs.borrowRate ?? 0, cashRate: costs.cashRate ?? 0 };
}

/** What walks and comparisons of walks take alike. */
export const walkArguments = builder.args((t) => ({
  costs: t.field({ type: CostsInput, description: "What hedging costs. Default: nothing." }),
  holding: t.field({
    type: HedgeHolding,
    defaultValue: "SHARES",
    description: "What happens between rebalances.",
  }),
  driftTrigger: t.float({
    description:
      "Trade only if a ratio is farther than this from its new estimate; looked at every `rebalanceEvery` periods. Default: always trade.",
  }),
}));

export function walkRequestOf({
  costs,
  holding,
  driftTrigger,
}: {
  readonly costs?: CostsArguments | null | undefined;
  readonly holding?: "SHARES" | "RATIO" | null | undefined;
  readonly driftTrigger?: number | null | undefined;
}) {
  return { costs: costsOf(costs), holding: holding ?? "SHARES", driftTrigger: driftTrigger ?? null } as const;
}

const RatioSeries = builder.objectRef<Column>("RatioSeries").implement({
  description: "The hedge ratio in force during each period, as columns of equal length, oldest first.",
  fields: (t) => ({
    symbol: t.string({ nullable: true, description: "The hedge instrument.", resolve: ({ symbol }) => symbol }),
    dates: t.field({
      type: ["Date"],
      description: "The dates of the returns: the ratio was set at an earlier close.",
      resolve: ({ dates }) => dateColumn(dates),
    }),
    values: t.floatList({
      description: "Sold short for each 1.00 of the portfolio at the beginning of the period.",
      resolve: ({ values }) => Array.from(values),
    }),
    packed: t.field({ type: PackedSeries, description: "The same, for programs.", resolve: (series) => series }),
  }),
});

const RebalanceOutcome = builder.enumType("RebalanceOutcome", {
  description: "What came of a look at the ratio.",
  values: {
    TRADED: { description: "The hedge was brought to the new estimate." },
    WITHIN_TRIGGER: { description: "It was near enough to the new estimate." },
    NO_ESTIMATE: { description: "The estimator had no answer: it was left as it was." },
  } as const,
});

const RebalanceLegs = builder
  .objectRef<{ readonly symbol: string; readonly rebalances: readonly CoreRebalance[]; readonly index: number }>(
    "RebalanceLegs",
  )
  .implement({
    description: "One hedge instrument at each rebalance.",
    fields: (t) => ({
      symbol: t.exposeString("symbol", { description: "The hedge instrument." }),
      held: t.floatList({
        description: "The ratio before the trade.",
        resolve: ({ rebalances, index }) => rebalances.map(({ held }) => held[index]),
      }),
      estimates: t.floatList({
        nullable: { list: false, items: true },
        description: "The ratio that the estimate asked for; null where it had no answer.",
        resolve: ({ rebalances, index }) => rebalances.map(({ target }) => target?.[index] ?? null),
      }),
    }),
  });

const Rebalances = builder.objectRef<WalkAnalysis>("Rebalances").implement({
  description: "Every look at the ratio, as columns of equal length, oldest first.",
  fields: (t) => ({
    dates: t.field({
      type: ["Date"],
      description: "The close at which it was looked at, and traded: the last date that the estimate knows.",
      resolve: (walk) => walk.rebalances.map(({ date }) => formatDate(date)),
    }),
    outcomes: t.field({
      type: [RebalanceOutcome],
      description: "What came of it.",
      resolve: ({ result }) => result.rebalances.map(({ outcome }) => outcome),
    }),
    legs: t.field({
      type: [RebalanceLegs],
      description: "One a hedge instrument.",
      resolve: ({ result, joint }) =>
        joint.instrumentSymbols.map((symbol, index) => ({ symbol, index, rebalances: result.rebalances })),
    }),
    turnover: t.floatList({
      description: "What was traded, Σ|Δratio|.",
      resolve: ({ result }) => result.rebalances.map(({ turnover }) => turnover),
    }),
    costs: t.floatList({
      description: "What the trade cost, as a decimal of the portfolio's value.",
      resolve: ({ result }) => result.rebalances.map(({ cost }) => cost),
    }),
  }),
});

const SkippedRef = builder.objectRef<SkippedRebalance & { readonly date: number }>("SkippedRebalance").implement({
  description: "A rebalance at which the estimator had no answer: the hedge was left as it was.",
  fields: (t) => ({
    date: t.field({ type: "Date", description: "The date.", resolve: ({ date }) => formatDate(date) }),
    reason: t.exposeString("reason", { description: "Why there was none." }),
  }),
});

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

const CostBreakdown = builder.objectRef<WalkAnalysis>("CostBreakdown").implement({
  description:
    "What the hedge cost over the whole walk, as decimals of the portfolio's value, summed over the periods.",
  fields: (t) => ({
    trading: t.float({ description: "Of trades.", resolve: ({ result }) => result.tradingCost }),
    borrow: t.float({ description: "Of borrowing what was sold short.", resolve: ({ result }) => result.borrowCost }),
    interest: t.float({
      description: "What the proceeds earned, beyond the risk-free rate if there is one: it lowers the cost.",
      resolve: ({ result }) => result.interest,
    }),
  }),
});

const HedgeCostsRef = builder.objectRef<HedgeCosts>("HedgeCosts").implement({
  description: "The costs that were counted, as `CostsInput` has them.",
  fields: (t) => ({
    tradingBps: t.exposeFloat("tradingBps", { description: "Basis points of the notional traded." }),
    borrowRate: t.exposeFloat("borrowRate", { description: "A year, on the notional sold short." }),
    cashRate: t.exposeFloat("cashRate", { description: "A year, on the proceeds." }),
  }),
});

const WalkSettings = builder.objectRef<WalkRequest>("WalkSettings").implement({
  description: "How a walk was made, as given or by default.",
  fields: (t) => ({
    lookback: t.exposeInt("lookback", { description: "Returns an estimate." }),
    rebalanceEvery: t.exposeInt("rebalanceEvery", { description: "Periods between two looks at the ratio." }),
    estimator: t.expose("estimator", { type: BetaEstimatorEnum, description: "The estimator." }),
    targetBeta: t.exposeFloat("targetBeta", { description: "The beta that was wanted." }),
    holding: t.expose("holding", { type: HedgeHolding, description: "What happens between rebalances." }),
    driftTrigger: t.exposeFloat("driftTrigger", { nullable: true, description: "Null: every rebalance trades." }),
    costs: t.expose("costs", { type: HedgeCostsRef, nullable: true, description: "Null: none were counted." }),
  }),
});

const WalkForward = builder.objectRef<WalkAnalysis>("WalkForward").implement({
  description:
    "The hedge as it could have been traded. At each rebalance the ratio is estimated on the returns up to that close and on none after, and held from then on. All that is here is of dates that no ratio has seen: the proof, or the disproof, of a hedge.",
  fields: (t) => {
    const series = (description: string, of: (walk: WalkAnalysis) => Float64Array) =>
      t.field({
        type: ReturnSeries,
        description,
        resolve: (walk) => ({ symbol: null, dates: walk.joint.dates, values: of(walk) }),
      });
    return {
      returns: series(
        "Hedged returns before costs: portfolio − Σ ratioᵢ · instrumentᵢ, with the ratios in force; in parts of the portfolio's value at the beginning of each period. With a `riskFree` rate all three are in excess of it: the proceeds of short sales earn it.",
        ({ result }) => result.returns,
      ),
      netReturns: series(
        "The same after costs; a trade is charged to the period after it.",
        ({ result }) => result.netReturns,
      ),
      unhedged: t.field({
        type: ReturnSeries,
        description: "The portfolio's own returns on the same dates.",
        resolve: ({ joint }) => ({ symbol: joint.portfolioSymbol, dates: joint.dates, values: joint.portfolio }),
      }),
      ratios: t.field({
        type: RatioSeries,
        description: "The ratio of the first hedge instrument that was in force during each period.",
        resolve: (walk) => ratioSeries(walk, 0),
      }),
      instrumentRatios: t.field({
        type: [RatioSeries],
        description: "The same of each hedge instrument.",
        resolve: (walk) => walk.result.ratios.map((_, index) => ratioSeries(walk, index)),
      }),
      rebalances: t.field({ type: Rebalances, description: "Every look at the ratio.", resolve: (walk) => walk }),
      skipped: t.field({
        type: [SkippedRef],
        description: "The rebalances without an estimate, and why.",
        resolve: (walk) => walk.skippedDates,
      }),
      turnover: t.float({
        description:
          "Hedge notional traded over the whole walk, as a multiple of the portfolio's value at each trade: Σ|Δratio|. The first trade is in it; the hedge is not closed at the end.",
        resolve: ({ result }) => result.turnover,
      }),
      turnoverAnnualized: t.float({
        description: "The same a year: a mean a period times s.",
        resolve: ({ annualizedTurnover }) => annualizedTurnover,
      }),
      cost: t.float({
        description:
          "What the hedge cost over the whole walk, as a decimal of the portfolio's value: the sum of returns − netReturns.",
        resolve: ({ result }) => result.cost,
      }),
      costAnnualized: t.float({
        description: "The same a year: a mean a period times s.",
        resolve: ({ annualizedCost }) => annualizedCost,
      }),
      costBreakdown: t.field({ type: CostBreakdown, description: "What `cost` consists of.", resolve: (walk) => walk }),
      profit: t.float({
        description:
          "What portfolio and hedge earned in money before costs, of 1.00 of the portfolio bought at the beginning and left alone: the hedge's gains and losses are kept aside. Compounded returns (`performance`) suppose instead that they are put into the portfolio every period, and the hedge with it.",
        resolve: (walk) => walk.profit,
      }),
      netProfit: t.float({ description: "The same after costs.", resolve: (walk) => walk.netProfit }),
      verification: t.field({
        type: Regression,
        description:
          "The hedged returns, before costs, on the benchmarks', out of sample: the realised alpha and beta, with their intervals.",
        resolve: ({ verification }) => verification.made(),
      }),
      unhedgedRegression: t.field({
        type: Regression,
        description: "The portfolio's own returns on the benchmarks', over the same dates: what there was to hedge.",
        resolve: ({ unhedged }) => unhedged.made(),
      }),
      realizedBetaIsZero: t.field({
        type: BetaTestRef,
        description: "Whether the realised betas may be 0, or `targetBeta`.",
        resolve: ({ betaTest }) => betaTest,
      }),
      effectiveness: t.float({
        nullable: true,
        description:
          "Realised: 1 − var(returns)/var(unhedged), out of sample. Below 0 the hedge did harm. Null where the portfolio's returns do not vary.",
        resolve: ({ effectiveness }) => effectiveness,
      }),
      promised: t.field({
        type: HedgeOutcomeRef,
        description:
          "What the fits promised: each ratio on the very returns that it was made of, averaged over the rebalances. Compare `realized`.",
        resolve: (walk) => walk.promised(),
      }),
      realized: t.field({
        type: HedgeOutcomeRef,
        description: "What came of it, out of sample and before costs.",
        resolve: ({ realized }) => realized,
      }),
      withoutHedge: t.field({
        type: HedgeOutcomeRef,
        description: "The portfolio alone over the same dates.",
        resolve: ({ unhedgedOutcome }) => unhedgedOutcome,
      }),
      performance: t.field({
        type: PerformanceComparison,
        description:
          "Return and risk over the walk: unhedged, hedged before costs, and of the benchmark. Compounding supposes that what the hedge gains is put into the portfolio; `profit` does not.",
        args: performanceArguments,
        resolve: (walk, { confidence }) => walk.performance(confidence),
      }),
      netPerformance: t.field({
        type: Performance,
        description: "The same of the hedged portfolio after costs.",
        args: performanceArguments,
        resolve: (walk, { confidence }) => walk.netPerformance(confidence),
      }),
      settings: t.field({ type: WalkSettings, description: "How it was made.", resolve: ({ request }) => request }),
      provenance: t.field({
        type: Provenance,
        description: "What it was computed from; the dates are those of the walk.",
        resolve: (walk) => walk,
      }),
    };
  },
});

function ratioSeries({ joint, result }: WalkAnalysis, index: number): Column {
  return { symbol: joint.instrumentSymbols[index], dates: joint.dates, values: result.ratios[index] };
}

builder.objectField(HedgedPortfolio, "walkForward", (t) =>
  t.field({
    type: WalkForward,
    complexity: COST.walk,
    description:
      "The hedge walked forward: fitted on the past only, held until the next rebalance, costed, and verified out of sample. Simple returns only. Where at some rebalance the estimator has no answer the hedge is left as it was (`skipped`, and a warning). Errors: `INSUFFICIENT_DATA` for a lookback as long as the sample or longer, and of a regression over too few returns after it; `BAD_INPUT` for a lookback below 3, `rebalanceEvery` below 1, negative costs, or a portfolio that loses everything on the way; `UNDEFINED_ESTIMATE` or `SINGULAR_BENCHMARKS` where the first estimate fails; `LIMIT_EXCEEDED` for more than a minute of work. An error here takes the whole `hedgedPortfolio` with it: where it may fail, ask in an aliased one.",
    args: {
      lookback: t.arg.int({
        required: true,
        defaultValue: 252,
        description:
          "How many returns each estimate is made of. They count periods of the interval: 252 is a year of days; take 104 or so of weeks, 36 of months.",
      }),
      rebalanceEvery: t.arg.int({
        required: true,
        defaultValue: 21,
        description: "How many periods between two looks at the ratio.",
      }),
      ...ratioArguments,
      ...walkArguments,
    },
    resolve: (analysis, args) =>
      analysis.walkForward({
        lookback: args.lookback,
        rebalanceEvery: args.rebalanceEvery,
        ...ratioRequestOf(args),
        ...walkRequestOf(args),
      }),
  }),
);

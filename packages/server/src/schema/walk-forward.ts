import type { WalkAnalysis } from "../analysis/walk-forward/walk-analysis.ts";
import { walkWarnings } from "../analysis/walk-forward/walk-warnings.ts";
import { idDescription } from "./answer-id.ts";
import { builder, COST } from "./builder.ts";
import { dateColumn } from "./date.ts";
import { BetaTestRef, HedgeOutcomeRef } from "./hedge-outcome.ts";
import { ratioArguments, ratioRequestOf } from "./hedge-ratio.ts";
import { HedgedPortfolio } from "./hedged-portfolio.ts";
import { Performance, PerformanceComparison, performanceArguments } from "./performance.ts";
import { Provenance } from "./provenance.ts";
import { Rebalances, SkippedRef } from "./rebalances.ts";
import { Regression } from "./regression.ts";
import { type Column, PackedSeries, ReturnSeries } from "./series.ts";
import { WalkSettings, walkArguments, walkRequestOf } from "./walk-settings.ts";

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

export const WalkForward = builder.objectRef<WalkAnalysis>("WalkForward").implement({
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
      id: t.exposeID("id", {
        description: idDescription("all that makes the id of `regression`, and of the walk's own arguments"),
      }),
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
        resolve: (walk) => ({ joint: walk.joint, warnings: walkWarnings(walk) }),
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

import { formatDate, PERIODS_PER_YEAR } from "@hedgeql/core";
import type {
  PerformanceComparison as Comparison,
  DatedDrawdown,
  DatedPerformance,
} from "../analysis/hedge/performance.ts";
import { builder, COST } from "./builder.ts";
import { HedgedPortfolio } from "./hedged-portfolio.ts";
import { ReturnKindEnum } from "./period.ts";
import { UndefinedQuantityRef } from "./regression.ts";
import { RiskFree } from "./risk-free.ts";

const Drawdown = builder.objectRef<DatedDrawdown>("Drawdown").implement({
  description: "The deepest fall of wealth from a peak; wealth is 1.00 before the first return.",
  fields: (t) => ({
    depth: t.exposeFloat("depth", { description: "How deep: 0.25 is 25 % below the peak." }),
    peakDate: t.field({
      type: "Date",
      description: "The date of the peak: the first price date, where wealth never stood above its start.",
      resolve: ({ peak }) => formatDate(peak),
    }),
    troughDate: t.field({
      type: "Date",
      description: "The date of the lowest point.",
      resolve: ({ trough }) => formatDate(trough),
    }),
    recoveryDate: t.field({
      type: "Date",
      nullable: true,
      description: "The first date on which wealth was back at the peak; null: not yet.",
      resolve: ({ recovery }) => (recovery === null ? null : formatDate(recovery)),
    }),
  }),
});

export const Performance = builder.objectRef<DatedPerformance>("Performance").implement({
  description:
    "What became of a series of returns. Returns are total, with the risk-free rate in them; excess returns are over the risk-free rate of `riskFree` (0 without). s is the periods a year, n the returns. Relative measures are against the first benchmark. Agrees with pandas, numpy and scipy.",
  fields: (t) => ({
    observations: t.exposeInt("observations", { description: "How many returns (n)." }),
    cumulativeReturn: t.exposeFloat("cumulativeReturn", {
      nullable: true,
      description: "Π(1 + r) − 1: 0.5 is a gain of half. Null where more than everything was lost.",
    }),
    annualizedReturn: t.exposeFloat("annualizedReturn", {
      nullable: true,
      description: "The yearly return that compounds to it: (1 + cumulative)^(s/n) − 1.",
    }),
    annualizedVolatility: t.exposeFloat("annualizedVolatility", {
      nullable: true,
      description: "Standard deviation of the returns (n − 1) times √s.",
    }),
    sharpe: t.exposeFloat("sharpe", {
      nullable: true,
      description: "Mean over standard deviation (n − 1) of excess returns, times √s (Sharpe 1994).",
    }),
    sortino: t.exposeFloat("sortino", {
      nullable: true,
      description:
        "Mean excess return over downside deviation, times √s. Downside: √(Σ min(excess, 0)²/n), over all n; the target is the risk-free rate (Sortino and van der Meer 1991).",
    }),
    calmar: t.exposeFloat("calmar", {
      nullable: true,
      description:
        "`annualizedReturn` over the depth of `maximumDrawdown`, of the whole sample (Young 1991 took 36 months).",
    }),
    maximumDrawdown: t.field({
      type: Drawdown,
      nullable: true,
      description: "The deepest fall from a peak; the first of equals. Null where wealth never fell.",
      resolve: ({ maximumDrawdown }) => maximumDrawdown,
    }),
    skew: t.exposeFloat("skew", {
      nullable: true,
      description: "Adjusted Fisher–Pearson skewness G₁, as of pandas and Excel. Negative: the long tail is of losses.",
    }),
    kurtosis: t.exposeFloat("kurtosis", {
      nullable: true,
      description: "Adjusted excess kurtosis G₂, as of pandas and Excel: 0 for the normal distribution.",
    }),
    valueAtRisk: t.exposeFloat("valueAtRisk", {
      description:
        "Historical loss a period that is exceeded with probability 1 − confidence only: the negative of that quantile of returns, interpolated linearly (R's type 7, numpy's default). Positive is a loss.",
    }),
    expectedShortfall: t.exposeFloat("expectedShortfall", {
      description: "The mean loss of the periods that lost at least that much.",
    }),
    trackingError: t.exposeFloat("trackingError", {
      nullable: true,
      description: "Standard deviation (n − 1) of the returns less the benchmark's, times √s.",
    }),
    informationRatio: t.exposeFloat("informationRatio", {
      nullable: true,
      description: "Mean return less the benchmark's, times s, over `trackingError` (Grinold and Kahn).",
    }),
    treynor: t.exposeFloat("treynor", {
      nullable: true,
      description:
        "Mean excess return times s, over beta to the first benchmark. Null where beta cannot be told from 0, as after a hedge: a ratio to nothing.",
    }),
    upCapture: t.exposeFloat("upCapture", {
      nullable: true,
      description:
        "Mean return in the periods in which the benchmark rose, over the benchmark's mean in them. Arithmetic, not compounded.",
    }),
    downCapture: t.exposeFloat("downCapture", {
      nullable: true,
      description: "The same over the periods in which the benchmark fell.",
    }),
    hitRate: t.exposeFloat("hitRate", { description: "Share of periods with a return above 0." }),
    undefinedQuantities: t.field({
      type: [UndefinedQuantityRef],
      description: "Each of these that is null, and why.",
      resolve: ({ undefinedQuantities }) => undefinedQuantities,
    }),
  }),
});

const PerformanceConventions = builder.objectRef<Comparison>("PerformanceConventions").implement({
  description: "By which conventions performance was measured.",
  fields: (t) => ({
    periodsPerYear: t.int({
      description: "s: 252, 52 or 12 by the interval.",
      resolve: ({ joint }) => PERIODS_PER_YEAR[joint.interval],
    }),
    returnKind: t.field({
      type: ReturnKindEnum,
      description: "Simple or log returns. Of log returns all means, losses and captures are logarithms.",
      resolve: ({ joint }) => joint.returnKind,
    }),
    riskFree: t.field({
      type: RiskFree,
      nullable: true,
      description: "The risk-free rate that excess returns are over; null: 0.",
      resolve: ({ joint }) => joint.riskFree,
    }),
    confidence: t.exposeFloat("confidence", { description: "Of value at risk and expected shortfall." }),
    benchmark: t.string({
      description: "What relative measures are against.",
      resolve: ({ joint }) => joint.benchmarkSymbols[0],
    }),
    firstDate: t.field({
      type: "Date",
      description: "The price date before the first return.",
      resolve: ({ joint }) => formatDate(joint.firstDate),
    }),
    lastDate: t.field({
      type: "Date",
      description: "The date of the last return.",
      resolve: ({ joint }) => formatDate(joint.lastDate),
    }),
  }),
});

export const PerformanceComparison = builder.objectRef<Comparison>("PerformanceComparison").implement({
  description: "The portfolio without the hedge, with it, and the first benchmark, over the same dates.",
  fields: (t) => ({
    unhedged: t.field({ type: Performance, description: "The portfolio alone.", resolve: ({ unhedged }) => unhedged }),
    hedged: t.field({
      type: Performance,
      description:
        "The hedged portfolio, before costs; with a `riskFree` rate the proceeds of its short sales earn that rate.",
      resolve: ({ hedged }) => hedged,
    }),
    benchmark: t.field({
      type: Performance,
      description: "The first benchmark.",
      resolve: ({ benchmark }) => benchmark,
    }),
    conventions: t.field({
      type: PerformanceConventions,
      description: "By which conventions.",
      resolve: (comparison) => comparison,
    }),
  }),
});

/** The argument of everything that measures performance. */
export const performanceArguments = builder.args((t) => ({
  confidence: t.float({
    required: true,
    defaultValue: 0.95,
    description: "Of value at risk and expected shortfall, between 0 and 1.",
  }),
}));

builder.objectField(HedgedPortfolio, "performance", (t) =>
  t.field({
    type: PerformanceComparison,
    complexity: COST.estimate,
    description:
      "Return and risk, unhedged, hedged and of the benchmark. The hedge is the one in sample, with hindsight: for what could have been earned, see `walkForward.performance`.",
    args: performanceArguments,
    resolve: (analysis, { confidence }) => analysis.performance(confidence),
  }),
);

import { type Rebalance as CoreRebalance, formatDate } from "@hedgeql/core";
import type { SkippedRebalance } from "../analysis/walk-forward/rebalance-estimates.ts";
import type { WalkAnalysis } from "../analysis/walk-forward/walk-analysis.ts";
import { builder } from "./builder.ts";

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

export const Rebalances = builder.objectRef<WalkAnalysis>("Rebalances").implement({
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

export const SkippedRef = builder
  .objectRef<SkippedRebalance & { readonly date: number }>("SkippedRebalance")
  .implement({
    description: "A rebalance at which the estimator had no answer: the hedge was left as it was.",
    fields: (t) => ({
      date: t.field({ type: "Date", description: "The date.", resolve: ({ date }) => formatDate(date) }),
      reason: t.exposeString("reason", { description: "Why there was none." }),
    }),
  });

import type { HedgeAnalysis } from "../analysis/hedge/hedge-analysis.ts";
import { LIMITS } from "../analysis/limits.ts";
import { idDescription } from "./answer-id.ts";
import { builder, COST } from "./builder.ts";
import { Provenance } from "./provenance.ts";
import { hedgeArguments, Regression } from "./regression.ts";
import { ReturnSeries } from "./series.ts";

const HedgeRatio = builder.objectRef<{ readonly symbol: string; readonly ratio: number }>("HedgeRatio").implement({
  description: "How much of a hedge instrument is sold short.",
  fields: (t) => ({
    symbol: t.exposeString("symbol", { description: "The hedge instrument." }),
    ratio: t.exposeFloat("ratio", { description: "For each 1.00 of the portfolio; below 0 it is bought." }),
  }),
});

export const HedgedPortfolio = builder.objectRef<HedgeAnalysis>("HedgedPortfolio").implement({
  description:
    "A portfolio with its beta removed: for each 1.00 of value held, beta of value of each benchmark is sold short, and brought back to that ratio every period. Before costs, interest and margin, and with hindsight: the betas are those of the whole sample. `walkForward` is the hedge that could have been traded, `hedge` the one to trade now.",
  fields: (t) => ({
    id: t.exposeID("id", {
      description: `${idDescription(
        "all that makes the id of its `regression`, and of the latest close of each series, with which `hedge` is sized",
      )} Only the warning \`PRICES_OLD\` of \`hedge\` and \`rebalanceAdvice\` depends on the day of the request besides.`,
    }),
    regression: t.field({
      type: Regression,
      description: "Before the hedge: the portfolio's returns on the benchmarks'. Its betas are the hedge ratios.",
      resolve: ({ regression }) => regression.made(),
    }),
    unhedged: t.field({
      type: ReturnSeries,
      description:
        "The portfolio's own returns; in excess of the risk-free rate, if one was given, like all series here.",
      resolve: ({ joint }) => ({ symbol: joint.portfolioSymbol, dates: joint.dates, values: joint.portfolio }),
    }),
    returns: t.field({
      type: ReturnSeries,
      description:
        "The hedged portfolio's returns: portfolio − Σ ratioᵢ · instrumentᵢ, which is portfolio − Σ betaᵢ · benchmarkᵢ unless `hedgeWith` names other instruments. Before costs and interest. With `returnKind: LOG` it is that difference of log returns, and not the log return of something one can hold.",
      resolve: ({ joint, hedged }) => ({ symbol: null, dates: joint.dates, values: hedged }),
    }),
    benchmarks: t.field({
      type: [ReturnSeries],
      description: "The benchmarks' returns on the same dates, in the order asked.",
      resolve: ({ joint }) =>
        joint.benchmarks.map((values, i) => ({ symbol: joint.benchmarkSymbols[i], dates: joint.dates, values })),
    }),
    ratios: t.field({
      type: [HedgeRatio],
      description:
        "What is sold short for each 1.00 of the portfolio, one a hedge instrument: the betas, or with `hedgeWith` the ratios that bring the betas to the benchmarks to 0 (with fewer instruments than benchmarks: to the least variance that the benchmarks explain, which is two-stage least squares).",
      resolve: ({ ratios, joint }) => joint.instrumentSymbols.map((symbol, j) => ({ symbol, ratio: ratios[j] })),
    }),
    verification: t.field({
      type: Regression,
      description:
        "After the hedge: the hedged returns on the same benchmarks, in the same sample. There the betas are 0 by algebra and alpha is kept: this shows that the arithmetic is right, and proves nothing about the next period.",
      resolve: ({ verification }) => verification.made(),
    }),
    effectiveness: t.float({
      nullable: true,
      description:
        "Share of the variance that the hedge removed, 1 − var(hedged)/var(unhedged) (Ederington 1979). In the sample of the fit it equals R², where the benchmarks themselves are sold. Null if the portfolio's returns do not vary.",
      resolve: ({ effectiveness }) => effectiveness,
    }),
    provenance: t.field({
      type: Provenance,
      description: "What it was computed from: dates, sources, conventions, warnings.",
      resolve: ({ regression }) => regression,
    }),
  }),
});

builder.queryField("hedgedPortfolio", (t) =>
  t.field({
    type: HedgedPortfolio,
    nullable: true,
    complexity: COST.analysis,
    description:
      "A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed. Errors as for `regression`.",
    args: {
      ...hedgeArguments,
      hedgeWith: t.arg.stringList({
        description: `What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to ${LIMITS.hedgeInstruments} symbols; default: the benchmarks. All series are joined on the dates that all have.`,
      }),
    },
    resolve: (_, args, { analysis }) => analysis.hedge(args),
  }),
);

import type { HedgeAnalysis } from "../analysis/hedge/hedge-analysis.ts";
import { builder, COST } from "./builder.ts";
import { Provenance } from "./provenance.ts";
import { hedgeArguments, Regression } from "./regression.ts";
import { ReturnSeries } from "./series.ts";

const HedgedPortfolio = builder.objectRef<HedgeAnalysis>("HedgedPortfolio").implement({
  description:
    "A portfolio with its beta removed: for each 1.00 of value held, beta of value of each benchmark is sold short, and brought back to that ratio every period. Before costs, interest and margin.",
  fields: (t) => ({
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
        "The hedged portfolio's returns: portfolio − Σ betaᵢ · benchmarkᵢ. Before costs and interest. With `returnKind: LOG` it is that difference of log returns, and not the log return of something one can hold.",
      resolve: ({ joint, hedged }) => ({ symbol: null, dates: joint.dates, values: hedged }),
    }),
    benchmarks: t.field({
      type: [ReturnSeries],
      description: "The benchmarks' returns on the same dates, in the order asked.",
      resolve: ({ joint }) =>
        joint.benchmarks.map((values, i) => ({ symbol: joint.benchmarkSymbols[i], dates: joint.dates, values })),
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
        "Share of the variance that the hedge removed, 1 − var(hedged)/var(unhedged) (Ederington 1979). In the sample of the fit it equals R². Null if the portfolio's returns do not vary.",
      resolve: ({ effectiveness }) => effectiveness,
    }),
    provenance: t.field({
      type: Provenance,
      description: "What it was computed from: dates, sources, conventions, warnings.",
      resolve: ({ joint }) => joint,
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
    args: hedgeArguments,
    resolve: (_, args, { analysis }) => analysis.hedge(args),
  }),
);

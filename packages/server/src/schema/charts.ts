import type { HedgeAnalysis } from "../analysis/hedge/hedge-analysis.ts";
import type { WalkAnalysis } from "../analysis/walk-forward/walk-analysis.ts";
import { type Chart as Picture, vegaLiteOf } from "../charts/chart.ts";
import { onPaper, PICTURE_SIZES } from "../charts/paper.ts";
import { dailyReturns, hedgedReturns } from "../charts/pictures/daily-returns.ts";
import { influentialPeriods } from "../charts/pictures/influence.ts";
import { promiseAndFact } from "../charts/pictures/promise-and-fact.ts";
import { regressionCloud } from "../charts/pictures/regression-cloud.ts";
import { residualQuantiles, residuals } from "../charts/pictures/residuals.ts";
import { rollingBeta } from "../charts/pictures/rolling-beta.ts";
import { walkRatios } from "../charts/pictures/walk-ratios.ts";
import { cumulative, drawdowns, walkCumulative, walkDrawdowns } from "../charts/pictures/wealth.ts";
import { themeConfig } from "../charts/theme.ts";
import { builder, COST } from "./builder.ts";
import { HedgedPortfolio } from "./hedged-portfolio.ts";
import { WalkForward } from "./walk-forward.ts";

builder.scalarType("VegaLite", {
  description: "A [Vega-Lite](https://vega.github.io/vega-lite/) 6 specification, as a JSON object.",
  serialize: (value) => value,
});

const ChartTheme = builder.enumType("ChartTheme", {
  description: "The colours of a picture. Series can be told apart in both by the colour-blind, too.",
  values: {
    LIGHT: { description: "Dark on white, for paper and bright pages." },
    DARK: { description: "Light on near black." },
  } as const,
});

const { width, height } = PICTURE_SIZES;

const Chart = builder.objectRef<Picture>("Chart").implement({
  description: "A picture: as a specification for any Vega tool, and finished.",
  fields: (t) => ({
    title: t.exposeString("title", { description: "One line with the symbols." }),
    subtitle: t.exposeString("subtitle", {
      description: "The dates, and the figures that belong to the picture; whether it is in sample or out of it.",
    }),
    description: t.exposeString("description", {
      description: "The picture in words, for those who cannot see it: an alternative text.",
    }),
    svg: t.string({
      complexity: COST.picture,
      description: `The finished picture, a self-contained SVG document: no script, no font, nothing from elsewhere. Text is set in Helvetica or Arial. Lines of more dates than there are pixels are drawn as they would look, in fewer bytes. Errors: \`BAD_INPUT\` for a width outside of ${width.from} to ${width.to} or a height outside of ${height.from} to ${height.to}.`,
      args: {
        width: t.arg.int({ required: true, defaultValue: 800, description: "In pixels, all of it." }),
        height: t.arg.int({ required: true, defaultValue: 450, description: "In pixels, all of it." }),
        theme: t.arg({ type: ChartTheme, required: true, defaultValue: "LIGHT", description: "Its colours." }),
      },
      resolve: (chart, { theme, ...size }, { drawSvg }) => drawSvg(onPaper(chart, size, theme)),
    }),
    vegaLite: t.field({
      type: "VegaLite",
      description:
        'The picture as a specification, with tooltips, `"width": "container"`, its title without the subtitle, which may be too long for a line, and its data once, under `datasets`: numbers with seven digits, dates as `YYYY-MM-DD`. Without a theme it has no `config`, so that the front end\'s own applies; marks have the styles `reference`, `interval`, `fittedInterval`, `point`, `guide`, `note` and `trade` to hang colours on.',
      args: { theme: t.arg({ type: ChartTheme, description: "Adds the `config` of that theme." }) },
      resolve: (chart, { theme }) => vegaLiteOf(chart, theme == null ? null : themeConfig(theme)),
    }),
  }),
});

const benchmarkArgument = "Of which benchmark; the first, unless it is named.";
const windowArgument =
  "How many returns a window has; unless given 252 days, 52 weeks or 36 months, and in a sample of less than three such windows a third of it.";

const HedgeCharts = builder.objectRef<HedgeAnalysis>("HedgeCharts").implement({
  description:
    "Pictures of an analysis, each drawn when it is asked for. All of them are in sample: the beta is that of the very returns that they show. `walkForward { charts }` has those of dates that no beta has seen. One that fails is null, with an error at its place.",
  fields: (t) => {
    const picture = (description: string, resolve: (analysis: HedgeAnalysis) => Picture) =>
      t.field({ type: Chart, nullable: true, complexity: COST.chart, description, resolve });
    return {
      dailyReturns: picture("The returns of portfolio and benchmarks (of the first three).", dailyReturns),
      regression: t.field({
        type: Chart,
        nullable: true,
        complexity: COST.chart,
        description:
          "The cloud of the portfolio's returns over a benchmark's, with the regression line, its equation, R², and the confidence interval of the line, by the covariance that `inference` asks for. Of several benchmarks it shows what the others do not explain of either (an added-variable plot), so that the slope is the beta of all together.",
        args: { benchmark: t.arg.string({ description: benchmarkArgument }) },
        resolve: ({ regression }, { benchmark }) => regressionCloud(regression, benchmark ?? undefined),
      }),
      hedgedReturns: picture("The hedged returns beside the portfolio's own.", hedgedReturns),
      rollingBeta: t.field({
        type: Chart,
        nullable: true,
        complexity: COST.chart + COST.path,
        description:
          "Beta in every window with its interval (classical), beside that of the whole sample. Errors as of `Regression.rolling`.",
        args: {
          window: t.arg.int({ description: windowArgument }),
          benchmark: t.arg.string({ description: benchmarkArgument }),
        },
        resolve: ({ regression }, { window, benchmark }) =>
          rollingBeta(regression, { window: window ?? undefined, benchmark: benchmark ?? undefined }),
      }),
      cumulative: picture(
        "What 1.00 gained: the portfolio, hedged, and the first benchmark; with hindsight. Returns are compounded, and total: the risk-free rate is in them. `NOTHING_TO_DRAW` where everything was lost.",
        cumulative,
      ),
      drawdowns: picture("How far each of these was below its highest so far.", drawdowns),
      residuals: picture("What the regression leaves of each return.", ({ regression }) => residuals(regression)),
      residualQuantiles: picture("The residuals beside the quantiles of a normal distribution.", ({ regression }) =>
        residualQuantiles(regression),
      ),
      influence: t.field({
        type: Chart,
        nullable: true,
        complexity: COST.chart,
        description: "The single periods that move beta most, and by how much.",
        args: {
          count: t.arg.int({ required: true, defaultValue: 10, description: "How many, from 1 to 30." }),
          benchmark: t.arg.string({ description: benchmarkArgument }),
        },
        resolve: ({ regression }, { count, benchmark }) =>
          influentialPeriods(regression, { count, benchmark: benchmark ?? undefined }),
      }),
    };
  },
});

const WalkForwardCharts = builder.objectRef<WalkAnalysis>("WalkForwardCharts").implement({
  description:
    "Pictures of a walk: all of dates that no ratio has seen. One that fails is null, with an error at its place.",
  fields: (t) => {
    const picture = (description: string, resolve: (walk: WalkAnalysis) => Picture) =>
      t.field({ type: Chart, nullable: true, complexity: COST.chart, description, resolve });
    return {
      cumulative: picture("What 1.00 gained: the portfolio, and hedged, before and after costs.", walkCumulative),
      promiseAndFact: t.field({
        type: Chart,
        nullable: true,
        complexity: COST.chart + COST.path,
        description:
          "The beta that was left, in every window with its interval, beside that of the portfolio alone and the one that was wanted; and what the fits promised.",
        args: { window: t.arg.int({ description: windowArgument }) },
        resolve: (walk, { window }) => promiseAndFact(walk, window ?? undefined),
      }),
      ratios: picture("What was sold short for each 1.00 of the portfolio, and where it was traded.", walkRatios),
      drawdowns: picture("How far wealth was below its highest so far, hedged and not.", walkDrawdowns),
    };
  },
});

builder.objectField(HedgedPortfolio, "charts", (t) =>
  t.field({ type: HedgeCharts, description: "Pictures.", resolve: (analysis) => analysis }),
);

builder.objectField(WalkForward, "charts", (t) =>
  t.field({ type: WalkForwardCharts, description: "Pictures.", resolve: (walk) => walk }),
);

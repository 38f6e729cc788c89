/** The pictures of the hedge report: which there are, and what to see in them. */
export interface PictureKind<Name extends string> {
  /** In the API. */
  readonly name: Name;
  /** Of the file beside the report, without its ending. */
  readonly file: string;
  /** What it is a picture of, where there is none. */
  readonly of: string;
  /** What one should see. */
  readonly reading: string;
}

export const IN_SAMPLE = [
  {
    name: "dailyReturns",
    file: "daily-returns",
    of: "the returns",
    reading:
      "What the hedge starts from. Where both move together, the benchmark can take the movement away; what the portfolio does alone it cannot.",
  },
  {
    name: "regression",
    file: "regression",
    of: "the regression",
    reading:
      "Each point is a return of both. The slope of the line is beta; its height where the benchmark stands still is alpha. R² says how near the points lie to the line.",
  },
  {
    name: "hedgedReturns",
    file: "hedged-returns",
    of: "the hedged returns",
    reading: "The hedged returns are narrower by what the line explains, and by no more: what lies off the line stays.",
  },
  {
    name: "rollingBeta",
    file: "rolling-beta",
    of: "beta over time",
    reading:
      "Were one beta enough, the line would stay near the dashed one. Where it wanders, a ratio that was fitted on the past comes late.",
  },
  {
    name: "cumulative",
    file: "cumulative",
    of: "the cumulative returns",
    reading: "What was gained with this hedge, by hindsight: at the beginning nobody knew this beta.",
  },
  {
    name: "drawdowns",
    file: "drawdowns",
    of: "the drawdowns",
    reading: "A hedge takes off falls that the benchmark shares. Those of the portfolio alone stay.",
  },
  {
    name: "residuals",
    file: "residuals",
    of: "the residuals",
    reading:
      "No pattern is what one wants to see. Where stretches of wide scatter follow calm ones, classical standard errors may be too small; --covariance hac allows for them.",
  },
  {
    name: "residualQuantiles",
    file: "residual-quantiles",
    of: "the residuals' quantiles",
    reading: "Normal residuals lie on the line. Ends that leave it are large moves, more often than normal ones.",
  },
  {
    name: "influence",
    file: "influence",
    of: "single dates' influence",
    reading:
      "How much each of these adds to beta. A beta that hangs on few of them is less sure than its interval says.",
  },
] as const satisfies readonly PictureKind<string>[];

export const OUT_OF_SAMPLE = [
  {
    name: "promiseAndFact",
    file: "walk-promise-and-fact",
    of: "promise and fact",
    reading:
      "At each date the hedged line is the beta that the hedge left over the window of returns that ends there; the axis says how long a window is. Where its band keeps off the dashed line, chance hardly explains that one window; of many windows, a few are so by chance.",
  },
  {
    name: "cumulative",
    file: "walk-cumulative",
    of: "the cumulative returns out of sample",
    reading: "What was gained with ratios that were known before the returns that they hedged.",
  },
  {
    name: "drawdowns",
    file: "walk-drawdowns",
    of: "the drawdowns out of sample",
    reading: "How far wealth fell from its highest so far, with the hedge and without.",
  },
  {
    name: "ratios",
    file: "walk-ratios",
    of: "the ratios",
    reading: "What was held against the portfolio at each time. A ratio that moves much takes trades, and they cost.",
  },
] as const satisfies readonly PictureKind<string>[];

export type InSampleName = (typeof IN_SAMPLE)[number]["name"];
export type OutOfSampleName = (typeof OUT_OF_SAMPLE)[number]["name"];

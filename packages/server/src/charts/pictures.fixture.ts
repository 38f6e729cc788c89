import type { HedgeAnalysis } from "../analysis/hedge/hedge-analysis.ts";
import type { WalkAnalysis } from "../analysis/walk-forward/walk-analysis.ts";
import type { WalkRequest } from "../analysis/walk-forward/walk-request.ts";
import type { Chart } from "./chart.ts";
import { dailyReturns, hedgedReturns } from "./pictures/daily-returns.ts";
import { influentialPeriods } from "./pictures/influence.ts";
import { promiseAndFact } from "./pictures/promise-and-fact.ts";
import { regressionCloud } from "./pictures/regression-cloud.ts";
import { residualQuantiles, residuals } from "./pictures/residuals.ts";
import { rollingBeta } from "./pictures/rolling-beta.ts";
import { walkRatios } from "./pictures/walk-ratios.ts";
import { cumulative, drawdowns, walkCumulative, walkDrawdowns } from "./pictures/wealth.ts";

/** Every picture of an analysis, by its name in the API. */
export const PICTURES: Readonly<Record<string, (analysis: HedgeAnalysis) => Chart>> = {
  dailyReturns,
  regression: ({ regression }) => regressionCloud(regression, undefined),
  hedgedReturns,
  rollingBeta: ({ regression }) => rollingBeta(regression, {}),
  cumulative,
  drawdowns,
  residuals: ({ regression }) => residuals(regression),
  residualQuantiles: ({ regression }) => residualQuantiles(regression),
  influence: ({ regression }) => influentialPeriods(regression, { count: 10 }),
};

/** Every picture of a walk. */
export const WALK_PICTURES: Readonly<Record<string, (walk: WalkAnalysis) => Chart | Promise<Chart>>> = {
  cumulative: walkCumulative,
  promiseAndFact: (walk) => promiseAndFact(walk),
  ratios: walkRatios,
  drawdowns: walkDrawdowns,
};

/** A year's fits each month, at a cost. */
export const SAMPLE_WALK: WalkRequest = {
  estimator: "OLS",
  parameters: {},
  targetBeta: 0,
  minimumNorm: false,
  lookback: 252,
  rebalanceEvery: 21,
  holding: "SHARES",
  driftTrigger: null,
  costs: { tradingBps: 2, borrowRate: 0.005, cashRate: 0 },
};

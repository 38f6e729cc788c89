// Made by `pnpm record-answers` from the answers of a server: do not edit.
import { asset } from "./asset.ts";
import { assets } from "./assets.ts";
import { betaEstimates } from "./beta-estimates.ts";
import { chartImages } from "./chart-images.ts";
import { charts } from "./charts.ts";
import { compareEstimators } from "./compare-estimators.ts";
import { diagnostics } from "./diagnostics.ts";
import { expandingRegression } from "./expanding-regression.ts";
import { hedge } from "./hedge.ts";
import { hedgedPortfolio } from "./hedged-portfolio.ts";
import { kalmanRegression } from "./kalman-regression.ts";
import { performance } from "./performance.ts";
import { prices } from "./prices.ts";
import { rebalanceAdvice } from "./rebalance-advice.ts";
import { regression } from "./regression.ts";
import { returns } from "./returns.ts";
import { rollingRegression } from "./rolling-regression.ts";
import { screen } from "./screen.ts";
import { symbols } from "./symbols.ts";
import { walkForward } from "./walk-forward.ts";
import { walkForwardChartImages } from "./walk-forward-chart-images.ts";
import { walkForwardCharts } from "./walk-forward-charts.ts";

/** For each operation the JSON of an answer, and of the variables that it is the answer to. */
export const RECORDED: Readonly<Record<string, string>> = {
  Asset: asset,
  Assets: assets,
  BetaEstimates: betaEstimates,
  ChartImages: chartImages,
  Charts: charts,
  CompareEstimators: compareEstimators,
  Diagnostics: diagnostics,
  ExpandingRegression: expandingRegression,
  Hedge: hedge,
  HedgedPortfolio: hedgedPortfolio,
  KalmanRegression: kalmanRegression,
  Performance: performance,
  Prices: prices,
  RebalanceAdvice: rebalanceAdvice,
  Regression: regression,
  Returns: returns,
  RollingRegression: rollingRegression,
  Screen: screen,
  Symbols: symbols,
  WalkForward: walkForward,
  WalkForwardChartImages: walkForwardChartImages,
  WalkForwardCharts: walkForwardCharts,
};

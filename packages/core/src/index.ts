export { variance } from "./arithmetic/variance.ts";
export { betaCusum } from "./diagnostics/beta-cusum.ts";
export { breuschPagan } from "./diagnostics/breusch-pagan.ts";
export { chow } from "./diagnostics/chow.ts";
export { conditionNumber } from "./diagnostics/condition-number.ts";
export { deletionPath } from "./diagnostics/deletion-path.ts";
export type { DiagnosticTest } from "./diagnostics/diagnostic-test.ts";
export { type DurbinWatsonTest, durbinWatson } from "./diagnostics/durbin-watson.ts";
export type { FluctuationTest } from "./diagnostics/fluctuation-test.ts";
export { type InfluentialObservation, influence } from "./diagnostics/influence.ts";
export { type JarqueBeraTest, jarqueBera } from "./diagnostics/jarque-bera.ts";
export { type LjungBoxTest, ljungBox } from "./diagnostics/ljung-box.ts";
export { type NormalQuantiles, normalQuantiles } from "./diagnostics/normal-quantiles.ts";
export { residualCusum } from "./diagnostics/residual-cusum.ts";
export { varianceInflation } from "./diagnostics/variance-inflation.ts";
export { fUpperTail } from "./distributions/f-distribution.ts";
export { studentTQuantile, studentTTwoSidedP } from "./distributions/student-t.ts";
export { AnalysisError, type AnalysisErrorCode, DomainError } from "./errors.ts";
export { type BetaEstimate, studentEstimate } from "./estimators/beta-estimate.ts";
export { blume } from "./estimators/blume.ts";
export { dimson } from "./estimators/dimson.ts";
export { exponentiallyWeighted, lambdaOfHalfLife } from "./estimators/exponentially-weighted.ts";
export { huber } from "./estimators/huber.ts";
export { scholesWilliams } from "./estimators/scholes-williams.ts";
export { theilSen } from "./estimators/theil-sen.ts";
export { upDownBeta } from "./estimators/up-down-beta.ts";
export { vasicek } from "./estimators/vasicek.ts";
export { grossRatio, grossRatios } from "./hedge/gross-ratio.ts";
export { effectiveness, hedgedReturns } from "./hedge/hedged-returns.ts";
export { minimumNormBetas } from "./hedge/minimum-norm-betas.ts";
export { type NeutralHedge, neutralRatios } from "./hedge/neutral-ratios.ts";
export { exposure, type SizedLeg, sizeLegs } from "./hedge/position.ts";
export { residualBetas } from "./hedge/residual-betas.ts";
export { estimateKalmanNoise } from "./kalman/estimate-noise.ts";
export { kalmanFilter } from "./kalman/kalman-filter.ts";
export type { KalmanRegression } from "./kalman/kalman-regression.ts";
export { kalmanSmoother } from "./kalman/kalman-smoother.ts";
export type { KalmanNoise, KalmanNoiseEstimate } from "./kalman/noise.ts";
export type { Drawdown } from "./performance/drawdown.ts";
export { drawdownPath } from "./performance/drawdown-path.ts";
export { growthPath } from "./performance/growth-path.ts";
export { type Performance, performance } from "./performance/performance.ts";
export { type Measure, Undefined } from "./performance/undefined-measure.ts";
export { type AlphaFacts, type AnnualizedAlpha, annualizedAlpha } from "./regression/annualized-alpha.ts";
export { coefficientCovariance } from "./regression/covariance.ts";
export type { CovarianceChoice, CovarianceEstimator, CovarianceOptions } from "./regression/covariance-choice.ts";
export type { Coefficient, Regression, UndefinedQuantity } from "./regression/fitted-regression.ts";
export { type MeanResponse, meanResponse } from "./regression/mean-response.ts";
export { type PartialRegression, partialRegression } from "./regression/partial-regression.ts";
export { type RegressionOptions, regress } from "./regression/regression.ts";
export { type ScreenedRegression, screener } from "./regression/screen.ts";
export { expandingRegression, rollingRegression } from "./rolling/rolling.ts";
export { type RollingBounds, rollingBounds } from "./rolling/rolling-bounds.ts";
export type { RollingRegression } from "./rolling/windows.ts";
export { type AlignedPrices, alignPrices, nextKnownDate } from "./series/align.ts";
export { annualizedReturn, annualVolatility, periodRate } from "./series/annual-rates.ts";
export { medianGap } from "./series/date-gaps.ts";
export { type DatedOwnReturns, dateOwnReturns, ownDates, ownReturnsBetween } from "./series/own-returns.ts";
export { grossWeight, leverage, sharesValue, weightedReturns } from "./series/portfolio.ts";
export { type Interval, PERIODS_PER_YEAR, type ResampledPrices, resample } from "./series/resample.ts";
export { periodReturns, RETURN_ROUNDING, type ReturnKind, returnsOf } from "./series/returns.ts";
export {
  clip,
  indexAfter,
  indexFrom,
  type Period,
  type PriceSeries,
  priceSeries,
  type ReturnSeries,
  returnSeries,
} from "./series/series.ts";
export { formatDate, formatDates, parseDate } from "./series/trading-date.ts";
export { type HedgeCosts, periodCostRates } from "./walk-forward/costs.ts";
export { driftedOver } from "./walk-forward/position.ts";
export { profit } from "./walk-forward/profit.ts";
export { rebalanceSchedule } from "./walk-forward/schedule.ts";
export type { Holding, Rebalance, RebalanceTarget, WalkForward } from "./walk-forward/walk.ts";
export { walkForward } from "./walk-forward/walk-forward.ts";

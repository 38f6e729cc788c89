// Made by `pnpm codegen` from schema.graphql and operations/: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Operation } from "../operation.ts";
/** Ways to estimate beta, what each is for, and where it comes from. */
export type BetaEstimator =
  /** 2/3 of OLS and 1/3 of 1: what data vendors print as adjusted beta. Betas tend toward 1 from one period to the next. For forecasts over years, less for a hedge of tomorrow. Source: Blume (1975). */
  | 'BLUME'
  /** The sum of the slopes on the benchmark's lags, itself and leads, in one regression. For prices that are stale, or of exchanges in other time zones, where OLS is too low. t with the degrees of freedom of that regression. Source: Dimson (1979). */
  | 'DIMSON'
  /** The same over the periods in which it is below 0: the beta of bad days. One benchmark. Source: as UP. */
  | 'DOWN'
  /** Exponentially weighted least squares with an intercept: the latest returns count most (λ 0.94 a period by default). For a beta that drifts, and a hedge that is renewed often. Noisy: its standard error, for noise of one variance, says how much; t with 1/Σw² − k degrees of freedom, w the weights (Kish). Source: RiskMetrics Technical Document (1996). */
  | 'EWMA'
  /** A robust regression: residuals beyond 1.345 robust standard deviations (the median size over 0.6745) count less. For single wild days of the portfolio, such as earnings; a wild day of the benchmark still pulls. Huber's first standard error. Source: Huber (1964, 1973). */
  | 'HUBER'
  /** The latest filtered beta of a model in which alpha and beta move as random walks, with as much movement as the data show (maximum likelihood). For a beta that drifts, where you would rather not choose λ. See `kalman` for the path. Source: Durbin and Koopman (2012). */
  | 'KALMAN'
  /** Ordinary least squares: the hedge ratio of least variance over the sample (Ederington 1979). The one to start from, and to compare the others with. */
  | 'OLS'
  /** (β₋₁ + β₀ + β₊₁)/(1 + 2ρ₁), three regressions: for the same case as DIMSON, where the benchmark's own returns follow each other. Each slope and ρ₁ take all the pairs that the sample has, so the ends of it do not cancel exactly. Standard error as an instrumental variable estimate, t with n − 4. One benchmark. Source: Scholes and Williams (1977). */
  | 'SCHOLES_WILLIAMS'
  /** The median of the slopes between all pairs of dates: up to 29 % of wild days, of the portfolio or the benchmark, cannot carry it away. For data that may be wrong. Bounds by ranks of the slopes, with the normal distribution, and no standard error. One benchmark. Source: Theil (1950), Sen (1968). */
  | 'THEIL_SEN'
  /** OLS over the periods in which the benchmark's (excess) return is above 0. With DOWN it shows whether the portfolio falls with the market more than it rises, as with options sold. t with the degrees of freedom of those periods. One benchmark. Source: Bawa and Lindenberg (1977); Ang, Chen and Xing (2006). */
  | 'UP'
  /** (β/se² + m/σ²)/(1/se² + 1/σ²): OLS drawn toward a prior with mean m and standard deviation σ, the more the less sure OLS is; standard error 1/√(1/se² + 1/σ²). For short or noisy samples. Source: Vasicek (1973). */
  | 'VASICEK';

/** The settings of the estimators that have any. */
export type BetaParametersInput = {
  /** BLUME: the share of the OLS beta, 0 to 1; the rest is 1's. Default 2/3. */
  blumeWeight?: number | null | undefined;
  /** DIMSON: how many periods of the benchmark before. Default 1. At most 60 slopes in all, which are benchmarks times (lags + leads + 1). */
  dimsonLags?: number | null | undefined;
  /** DIMSON: how many periods after. Default 1. */
  dimsonLeads?: number | null | undefined;
  /** EWMA: after how many periods a return counts half, in place of λ. */
  ewmaHalfLife?: number | null | undefined;
  /** EWMA: λ, the weight of a period over the next one's, above 0, at most 1. Default 0.94. */
  ewmaLambda?: number | null | undefined;
  /** HUBER: beyond how many robust standard deviations a residual counts less. At least 0.1. Default 1.345. */
  huberThreshold?: number | null | undefined;
  /** VASICEK: the prior's mean. Default 1. */
  vasicekMean?: number | null | undefined;
  /** VASICEK: the prior's standard deviation, from 0. Default 0.5. */
  vasicekStandardDeviation?: number | null | undefined;
};

/** The colours of a picture. Series can be told apart in both by the colour-blind, too. */
export type ChartTheme =
  /** Light on near black. */
  | 'DARK'
  /** Dark on white, for paper and bright pages. */
  | 'LIGHT';

/** What hedging costs. Rates are decimals a year, turned into (1 + R)^(1/s) − 1 a period. */
export type CostsInput = {
  /** What lenders of shares take, on the notional sold short: 0.005 is half a per cent a year; 0 to 1. */
  borrowRate?: number | null | undefined;
  /** What the proceeds of short sales earn; instruments that are bought are financed at it. May be below 0. With a `riskFree` rate only the difference to it counts: leave `costs` out, or give that rate here, and the proceeds earn it; the default of 0 makes all of it a cost. */
  cashRate?: number | null | undefined;
  /** Basis points (1/10,000) of the notional traded, one way, 0 to 10,000: half the spread, fees, impact. */
  tradingBps?: number | null | undefined;
};

/** How standard errors are estimated. The coefficients are the same under all; their errors, t, p, bounds and F are not. */
export type CovarianceEstimator =
  /** Residuals of one variance (homoskedastic) that do not follow each other: s²(XᵀX)⁻¹, s² = SSR/(n − k). */
  | 'CLASSICAL'
  /** Residuals of any variance that may follow each other (heteroskedasticity- and autocorrelation-consistent; Newey and West 1987), with Bartlett weights up to `lags`: for stale prices, overlapping or monthly returns. */
  | 'HAC'
  /** Residuals of any variance (heteroskedasticity-consistent; White 1980): right where turbulent days have larger residuals, which is the rule with returns. Too small in small samples. */
  | 'HC0'
  /** HC0 times n/(n − k) (Hinkley 1977): what Stata calls robust. */
  | 'HC1'
  /** Squared residuals over 1 − leverage (Horn, Horn and Duncan 1975): not biased if all residuals have the same variance after all. */
  | 'HC2'
  /** Squared residuals over (1 − leverage)² (MacKinnon and White 1985): the cautious choice, and the default of R's sandwich package. */
  | 'HC3';

/** The values of `extensions.code` in the errors of an answer. The words in backquotes are further extensions: the data to act on. A failing field is null, and its neighbours answer. */
export type ErrorCode =
  /** A value breaks a rule: the message names the rule and the value. */
  | 'BAD_INPUT'
  /** The HTTP request is not one of GraphQL over HTTP, or could come from another site. */
  | 'BAD_REQUEST'
  /** The client left before the answer. */
  | 'CANCELLED'
  /** The query is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The query does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** Too few observations (`observations`, `needed`): choose a longer period or a shorter interval. */
  | 'INSUFFICIENT_DATA'
  /** A defect of ours, logged under `id`: report it with that. */
  | 'INTERNAL_ERROR'
  /** The request asks for too much (`limit`, `actual`, `what`): split it. */
  | 'LIMIT_EXCEEDED'
  /** A picture of what these data do not have, such as the residuals of an exact fit (`reason`). */
  | 'NOTHING_TO_DRAW'
  /** The series share no dates in this period. */
  | 'NO_OVERLAP'
  /** The price source limits our requests: try again in `retryAfterSeconds`. */
  | 'RATE_LIMITED'
  /** A benchmark does not vary, or repeats others (`terms`): leave it out. */
  | 'SINGULAR_BENCHMARKS'
  /** The price source failed and nothing is stored: try again later. */
  | 'SOURCE_UNAVAILABLE'
  /** The estimator has no beta for these data (`estimator`, `reason`): choose another, or other data. */
  | 'UNDEFINED_ESTIMATE'
  /** No source has this symbol (`symbol`). */
  | 'UNKNOWN_SYMBOL';

/** What one unit of a currency is worth in the portfolio's. */
export type ExchangeRateInput = {
  /** As `Asset.currency` has it: an ISO 4217 code, or `GBp`. */
  currency: string;
  /** The portfolio's currency for one unit of it: above 0. */
  rate: number;
};

/** What happens to a hedge between two rebalances. */
export type HedgeHolding =
  /** Its ratio is kept: it is traded back every period, and these trades count. The ratio of the textbook. */
  | 'RATIO'
  /** Its shares are kept: the ratio drifts with the prices, as a position does. */
  | 'SHARES';

/** One holding, by weight or by shares; all holdings of a portfolio the same way. */
export type HoldingInput = {
  /** Number of shares, bought once and held; negative is short. Counted in today's shares (after later splits), dividends reinvested. */
  shares?: number | null | undefined;
  /** Such as `sample:AAPL` or `TSLA`. */
  symbol: string;
  /** Fraction of the portfolio's value: 0.6 is 60 %, −0.2 is short 20 %. Rebalanced to this weight every period. Weights that do not sum to 1 leave cash, or borrow it, at no interest: the answer warns. */
  weight?: number | null | undefined;
};

/** How standard errors and confidence intervals are made. Those of the regression are Student's t with n − k degrees of freedom under every covariance estimator; `BetaEstimator` says where an estimator has others. */
export type InferenceInput = {
  /** The confidence of every interval, between 0 and 1: 0.95 is 95 %. */
  confidence?: number | null | undefined;
  /** Which estimator of the coefficients' covariance. */
  covariance?: CovarianceEstimator | null | undefined;
  /** How many lags HAC looks back: 0 to n − 1. Default ⌊4·(n/100)^(2/9)⌋. Only with HAC. */
  lags?: number | null | undefined;
  /** Multiply the HAC covariance by n/(n − k). Only with HAC; HC1 is HC0 with that factor. */
  smallSample?: boolean | null | undefined;
};

/** What an instrument is. */
export type InstrumentKind =
  /** The price of a cryptocurrency in a currency. */
  | 'CRYPTO'
  /** The price of one currency in another. */
  | 'CURRENCY'
  /** A share of a company. */
  | 'EQUITY'
  /** A fund that trades at an exchange. */
  | 'ETF'
  /** A mutual or a money market fund. */
  | 'FUND'
  /** A future. */
  | 'FUTURE'
  /** An index: a measure, which cannot itself be traded. */
  | 'INDEX';

/** How far apart observations are. Weeks and months are made from daily prices: the last trading date of each ISO week or calendar month. A week or month that is still running at the end is left out. */
export type Interval =
  /** Trading days: 252 periods a year. */
  | 'DAY'
  /** Calendar months: 12 periods a year. */
  | 'MONTH'
  /** ISO weeks, Monday to Sunday: 52 periods a year. */
  | 'WEEK';

/** How much alpha and betas move, as variances a period, where maximum likelihood is not wanted. */
export type KalmanNoiseInput = {
  /** Variance of alpha's step from a period to the next; 0: it stays. */
  alpha: number;
  /** The same of each beta, in the order of the benchmarks. */
  betas: Array<number>;
  /** Variance of what the benchmarks do not explain; above 0. */
  observation: number;
};

/** In what lots a hedge instrument trades. */
export type LotInput = {
  /** Shares a lot: 100; or of a future on an index the value of a point: 50. */
  size: number;
  /** The hedge instrument. */
  symbol: string;
};

/** What to do with a hedge instrument. */
export type OrderSide =
  /** Buy: figures are below 0. */
  | 'BUY'
  /** Nothing: the figures are 0. */
  | 'NONE'
  /** Sell short: figures are above 0. */
  | 'SELL';

/** Which prices to use. The bounds hold for prices: n prices give n − 1 returns, the first on the second date. Without bounds, all dates that the series share. */
export type PeriodInput = {
  /** The last price date, inclusive. */
  end?: string | null | undefined;
  /** Days, weeks or months. */
  interval?: Interval | null | undefined;
  /** The first price date, inclusive. A return needs the price before it: for January's monthly return, start in December. */
  start?: string | null | undefined;
};

/** A portfolio: exactly one of a symbol, holdings, or its own returns. */
export type PortfolioInput =
  {   /** Several assets, at most 200, all by weight or all by shares. */
  holdings: Array<HoldingInput>; returns?: never; symbol?: never; }
  |  { holdings?: never;   /** The portfolio's own returns, from wherever you have them. */
  returns: ReturnsInput; symbol?: never; }
  |  { holdings?: never; returns?: never;   /** One asset: `sample:AAPL`. */
  symbol: string; };

/** How prices are adjusted. */
export type PriceAdjustment =
  /** For splits and dividends, so that ratios of prices are total returns. Of `csv:` files: whatever the file has is taken to be that. */
  | 'SPLITS_AND_DIVIDENDS';

/** Where prices come from. A symbol's prefix names the source; without a prefix it is Yahoo Finance. */
export type PriceSource =
  /** A file of yours in the server's data folder: `csv:myfund` is `csv/myfund.csv`. */
  | 'CSV'
  /** Bundled with the server, always there, offline too: `sample:AAPL`, `sample:^GSPC`. */
  | 'SAMPLE'
  /** Yahoo Finance, the default: `TSLA`, `^GSPC`, `7203.T`. */
  | 'YAHOO';

/** What came of a look at the ratio. */
export type RebalanceOutcome =
  /** The estimator had no answer: it was left as it was. */
  | 'NO_ESTIMATE'
  /** The hedge was brought to the new estimate. */
  | 'TRADED'
  /** It was near enough to the new estimate. */
  | 'WITHIN_TRIGGER';

/** How a return is taken from two prices. */
export type ReturnKind =
  /** ln(P₁/P₀). Adds up across time. */
  | 'LOG'
  /** P₁/P₀ − 1. Adds up across holdings. */
  | 'SIMPLE';

/** A portfolio's own returns by date, at most 30,000. A benchmark's return for a date then runs from the portfolio's previous date to that date; for the first, from the benchmark's previous close, if the returns run from one session to the next, and otherwise the first is left out. A weekly or longer return dated on a weekend counts on the session before it; any other on a date without a session is compounded into the next. `provenance` warns of each. */
export type ReturnsInput = {
  /** The date on which each return ends, in ascending order, each once. */
  dates: Array<string>;
  /** Simple returns as decimals: 0.01 is 1 %. With `returnKind: LOG` they are converted by ln(1 + r). */
  values: Array<number>;
};

/** A risk-free rate: exactly one of a number, a symbol, or a series. It is taken off the portfolio's and every benchmark's return of each period, so that all is about excess returns: alpha, beta, rolling and up and down betas, and the series of `hedgedPortfolio`. A hedge that is short the benchmark earns the rate on what the sale brought. */
export type RiskFreeInput =
  {   /** One rate for all periods, a decimal a year: 0.03 is 3 %. Converted once, to the rate a period that compounds to it: (1 + R)^(1/s) − 1, s the periods a year (252, 52 or 12); beside log returns ln(1 + R)/s. Above −1, at most 1. */
  annualRate: number; returns?: never; symbol?: never; }
  |  { annualRate?: never;   /** The rate by date, simple returns a period as decimals (such as the column RF of the Fama–French factors, over 100). Compounded between the dates that are used. */
  returns: ReturnsInput; symbol?: never; }
  |  { annualRate?: never; returns?: never;   /** An asset whose returns are the rate, such as a fund of Treasury bills (`BIL`); its dates are joined with the others'. `^IRX`, which is no price but the yield of 13-week bills in per cent a year, is converted as `annualRate` is, with the yield at the beginning of each period. Yields of bonds (`^FVX`, `^TNX`, `^TYX`) are refused. */
  symbol: string; };

/** By what estimators are ranked; the first is the best. */
export type ScoreOrder =
  /** The variance of the hedged returns: the least first. */
  | 'HEDGED_VARIANCE'
  /** The return after costs: the highest first. */
  | 'NET_RETURN'
  /** How far the realised beta is from its target; of several benchmarks the farthest counts. */
  | 'REALIZED_BETA'
  /** What was traded: the least first. */
  | 'TURNOVER';

/** Kinds of warning. */
export type WarningCode =
  /** A walk's short proceeds earn less than the risk-free rate, and that is a cost. */
  | 'CASH_BELOW_RISK_FREE'
  /** The assets are in different currencies, and no exchange rate is applied. */
  | 'CURRENCIES_DIFFER'
  /** Holdings by shares are summed, or a hedge is sized, though a currency is not known. */
  | 'CURRENCY_UNKNOWN'
  /** So few observations that standard errors are rough. */
  | 'FEW_OBSERVATIONS'
  /** The hedge raises the variance: effectiveness is below 0. */
  | 'HEDGE_ADDS_RISK'
  /** A leg is smaller than half a share or lot. */
  | 'HEDGE_ROUNDS_TO_NOTHING'
  /** A benchmark, hedge instrument or holding begins later than the portfolio's first, and shortens the sample. */
  | 'HISTORY_BEGINS_LATE'
  /** A series ends before the portfolio does: nothing after it is used. */
  | 'HISTORY_ENDS_EARLY'
  /** The last week or month is still running in these prices, and was left out. */
  | 'INCOMPLETE_PERIOD'
  /** A hedge instrument is an index: measure against it, and hedge with a fund or a future. */
  | 'INDEX_NOT_TRADABLE'
  /** A hedge is more than 10 times the portfolio: a bet of its own. */
  | 'LARGE_RATIOS'
  /** The instruments did not determine their ratios; the smallest were taken. */
  | 'MINIMUM_NORM'
  /** Benchmarks or hedge instruments nearly repeat each other (condition number above 30): how a hedge is split among them is mostly chance. */
  | 'NEAR_COLLINEAR'
  /** A hedge instrument's latest price is not of the time that the betas end with. */
  | 'PRICES_OF_DIFFERENT_DATES'
  /** The latest price of a hedge instrument is more than 7 days old. */
  | 'PRICES_OLD'
  /** A price stayed the same for long: 10 days, 5 weeks or 4 months in a row. */
  | 'PRICE_UNCHANGED'
  /** At some rebalances of a walk the estimator had no answer, and nothing was traded. */
  | 'REBALANCE_SKIPPED'
  /** Own returns outside the benchmarks' prices are left out, and the first one where it is not known from which session it runs. */
  | 'RETURNS_LEFT_OUT'
  /** Own returns are so large that they seem to be in per cent. */
  | 'RETURNS_LIKE_PERCENT'
  /** Own returns on dates without prices of every benchmark are compounded into the next return. */
  | 'RETURNS_MERGED'
  /** Own weekly or monthly returns dated on a weekend count on the session before it. */
  | 'RETURNS_MOVED'
  /** The risk-free series starts later or ends earlier than the others. */
  | 'RISK_FREE_SHORTENS'
  /** Whole shares or lots leave more than 0.05 of beta. */
  | 'ROUNDING_LEAVES_BETA'
  /** The shared dates are farther apart than the interval. */
  | 'SPARSE_DATES'
  /** A source failed; an older stored history serves in its place. */
  | 'STALE_PRICES'
  /** A beta did not stay what it was over the sample (CUSUM test at 0.01). */
  | 'STRUCTURAL_BREAK'
  /** A hedge instrument's own betas cannot be told from 0. */
  | 'WEAK_HEDGE'
  /** Holdings by shares have another beta with today's weights than the sample shows. */
  | 'WEIGHTS_DRIFTED'
  /** The weights do not sum to 1: the rest is cash, or borrowed, at no interest. */
  | 'WEIGHTS_NOT_ONE';

export type AssetQueryVariables = Exact<{
  symbol: string;
}>;


export type AssetQuery = { asset: { id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null } | null };

export type AssetsQueryVariables = Exact<{
  symbols: Array<string> | string;
}>;


export type AssetsQuery = { assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null } | null> };

export type BetaEstimatesQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  estimators?: Array<BetaEstimator> | BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  benchmark?: string | null | undefined;
}>;


export type BetaEstimatesQuery = { regression: { betaEstimates: Array<{ estimator: BetaEstimator, value: number | null, standardError: number | null, lower: number | null, upper: number | null, note: string }>, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type ChartImagesQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  benchmark?: string | null | undefined;
  window?: number | null | undefined;
  width?: number;
  height?: number;
  theme?: ChartTheme;
}>;


export type ChartImagesQuery = { hedgedPortfolio: { charts: { dailyReturns: { title: string, subtitle: string, description: string, svg: string } | null, regression: { title: string, subtitle: string, description: string, svg: string } | null, hedgedReturns: { title: string, subtitle: string, description: string, svg: string } | null, rollingBeta: { title: string, subtitle: string, description: string, svg: string } | null, cumulative: { title: string, subtitle: string, description: string, svg: string } | null, drawdowns: { title: string, subtitle: string, description: string, svg: string } | null, residuals: { title: string, subtitle: string, description: string, svg: string } | null, residualQuantiles: { title: string, subtitle: string, description: string, svg: string } | null, influence: { title: string, subtitle: string, description: string, svg: string } | null } } | null };

export type ChartImageFragment = { title: string, subtitle: string, description: string, svg: string };

export type ChartsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  benchmark?: string | null | undefined;
  window?: number | null | undefined;
  theme?: ChartTheme | null | undefined;
}>;


export type ChartsQuery = { hedgedPortfolio: { charts: { dailyReturns: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, regression: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, hedgedReturns: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, rollingBeta: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, cumulative: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, drawdowns: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, residuals: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, residualQuantiles: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, influence: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null } } | null };

export type ChartSpecificationFragment = { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> };

export type CompareEstimatorsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  estimators?: Array<BetaEstimator> | BetaEstimator | null | undefined;
  lookbacks?: Array<number> | number | null | undefined;
  rebalanceEvery?: number | null | undefined;
  orderBy?: ScoreOrder | null | undefined;
  targetBeta?: number | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
  costs?: CostsInput | null | undefined;
  holding?: HedgeHolding | null | undefined;
  driftTrigger?: number | null | undefined;
}>;


export type CompareEstimatorsQuery = { hedgedPortfolio: { compareEstimators: Array<{ estimator: BetaEstimator, lookback: number, realizedBeta: number | null, lower: number | null, upper: number | null, annualizedVolatility: number | null, effectiveness: number | null, turnover: number | null, cost: number | null, netReturn: number | null, skipped: number | null, reason: string | null, betaIsZero: { statistic: number | null, pValue: number | null, distribution: string } | null, ranks: { realizedBeta: number, hedgedVariance: number, turnover: number, netReturn: number } | null }>, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type DiagnosticsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  lags?: number | null | undefined;
  breakDate?: string | null | undefined;
  influentialDates?: number | null | undefined;
  benchmark?: string | null | undefined;
}>;


export type DiagnosticsQuery = { regression: { diagnostics: { conditionNumber: number, conditionMeaning: string, durbinWatson: { statistic: number | null, pValue: number | null, meaning: string, reason: string | null }, ljungBox: { statistic: number | null, pValue: number | null, meaning: string, reason: string | null }, jarqueBera: { statistic: number | null, pValue: number | null, meaning: string, reason: string | null }, breuschPagan: { statistic: number | null, pValue: number | null, meaning: string, reason: string | null }, betaCusum: { statistic: number | null, pValue: number | null, date: string | null, meaning: string, reason: string | null }, residualCusum: { statistic: number | null, pValue: number | null, date: string | null, meaning: string, reason: string | null }, chow: { statistic: number | null, pValue: number | null, date: string | null, meaning: string, reason: string | null }, varianceInflation: Array<{ benchmark: string, factor: number }>, influence: Array<{ date: string, change: number | null, portfolioReturn: number, benchmarkReturn: number, leverage: number, studentizedResidual: number | null, cooksDistance: number | null, reason: string | null }> }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type ExpandingRegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  minimum: number;
}>;


export type ExpandingRegressionQuery = { regression: { expanding: { dates: Array<string>, alpha: Array<number | null>, beta: Array<number | null>, standardError: Array<number | null>, rSquared: Array<number | null>, betas: Array<{ benchmark: string, values: Array<number | null>, standardErrors: Array<number | null> }> }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type AssetFieldsFragment = { id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null };

export type ProvenanceFieldsFragment = { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> };

export type RegressionFieldsFragment = { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, confidence: number, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, covariance: { estimator: CovarianceEstimator, lags: number | null, smallSample: boolean }, annualizedAlpha: { arithmetic: number, compounded: number | null, jensen: number | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, undefinedQuantities: Array<{ quantity: string, reason: string }> };

export type ReturnFieldsFragment = { symbol: string | null, dates: Array<string>, values: Array<number> };

export type RollingFieldsFragment = { dates: Array<string>, alpha: Array<number | null>, beta: Array<number | null>, standardError: Array<number | null>, rSquared: Array<number | null>, betas: Array<{ benchmark: string, values: Array<number | null>, standardErrors: Array<number | null> }> };

export type TestFieldsFragment = { statistic: number | null, pValue: number | null, meaning: string, reason: string | null };

export type StabilityFieldsFragment = { statistic: number | null, pValue: number | null, date: string | null, meaning: string, reason: string | null };

export type RatioFieldsFragment = { symbol: string | null, dates: Array<string>, values: Array<number> };

export type BetaEstimateFieldsFragment = { estimator: BetaEstimator, value: number | null, standardError: number | null, lower: number | null, upper: number | null, note: string };

export type BetaTestFieldsFragment = { statistic: number | null, pValue: number | null, distribution: string };

export type HedgeOutcomeFieldsFragment = { beta: number, lower: number | null, upper: number | null, annualizedVolatility: number, effectiveness: number | null, betas: Array<{ benchmark: string, beta: number, lower: number | null, upper: number | null }> };

export type PerformanceFieldsFragment = { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> };

export type PerformanceComparisonFieldsFragment = { unhedged: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, hedged: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, benchmark: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, conventions: { periodsPerYear: number, returnKind: ReturnKind, confidence: number, benchmark: string, firstDate: string, lastDate: string, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null } };

export type HedgeQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  value: number;
  currency?: string | null | undefined;
  exchangeRates?: Array<ExchangeRateInput> | ExchangeRateInput | null | undefined;
  wholeShares?: boolean | null | undefined;
  lots?: Array<LotInput> | LotInput | null | undefined;
  lookback?: number | null | undefined;
  targetBeta?: number | null | undefined;
  estimator?: BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
}>;


export type HedgeQuery = { hedgedPortfolio: { hedge: { residualBeta: number, residualValue: number, grossExposure: number, netExposure: number, effectiveness: number | null, value: number, currency: string | null, fittedFrom: string, fittedTo: string, targetBeta: number, estimator: BetaEstimator, minimumNorm: boolean, legs: Array<{ symbol: string, side: OrderSide, quantity: number, ratio: number, notional: number, shares: number, lots: number, exactRatio: number, exactShares: number, price: number, priceDate: string, currency: string | null, exchangeRate: number, lotSize: number }>, neutrality: Array<{ benchmark: string, targetBeta: number, hedgedBeta: number, residualBeta: number, residualValue: number, beta: { estimator: BetaEstimator, value: number | null, standardError: number | null, lower: number | null, upper: number | null, note: string } }>, warnings: Array<{ code: WarningCode, message: string }> }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type HedgedPortfolioQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
}>;


export type HedgedPortfolioQuery = { hedgedPortfolio: { effectiveness: number | null, regression: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, confidence: number, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, covariance: { estimator: CovarianceEstimator, lags: number | null, smallSample: boolean }, annualizedAlpha: { arithmetic: number, compounded: number | null, jensen: number | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, undefinedQuantities: Array<{ quantity: string, reason: string }> }, unhedged: { symbol: string | null, dates: Array<string>, values: Array<number> }, returns: { symbol: string | null, dates: Array<string>, values: Array<number> }, ratios: Array<{ symbol: string, ratio: number }>, benchmarks: Array<{ symbol: string | null, dates: Array<string>, values: Array<number> }>, verification: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, confidence: number, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, covariance: { estimator: CovarianceEstimator, lags: number | null, smallSample: boolean }, annualizedAlpha: { arithmetic: number, compounded: number | null, jensen: number | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, undefinedQuantities: Array<{ quantity: string, reason: string }> }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type KalmanRegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  smoothed?: boolean | null | undefined;
  noise?: KalmanNoiseInput | null | undefined;
}>;


export type KalmanRegressionQuery = { regression: { kalman: { dates: Array<string>, alpha: Array<number | null>, alphaStandardError: Array<number | null>, beta: Array<number | null>, standardError: Array<number | null>, logLikelihood: number | null, converged: boolean, betas: Array<{ benchmark: string, values: Array<number | null>, standardErrors: Array<number | null> }>, noise: { observation: number, alpha: number, betas: Array<number> } }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type PerformanceQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  confidence?: number | null | undefined;
}>;


export type PerformanceQuery = { hedgedPortfolio: { performance: { unhedged: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, hedged: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, benchmark: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, conventions: { periodsPerYear: number, returnKind: ReturnKind, confidence: number, benchmark: string, firstDate: string, lastDate: string, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null } }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type PricesQueryVariables = Exact<{
  symbol: string;
  period?: PeriodInput | null | undefined;
}>;


export type PricesQuery = { asset: { id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null, prices: { dates: Array<string>, adjustedCloses: Array<number> } } | null };

export type RebalanceAdviceQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  value: number;
  currency?: string | null | undefined;
  exchangeRates?: Array<ExchangeRateInput> | ExchangeRateInput | null | undefined;
  wholeShares?: boolean | null | undefined;
  lots?: Array<LotInput> | LotInput | null | undefined;
  ratios: Array<number> | number;
  since: string;
  lookback?: number | null | undefined;
  threshold?: number | null | undefined;
  tradingBps?: number | null | undefined;
  targetBeta?: number | null | undefined;
  estimator?: BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
}>;


export type RebalanceAdviceQuery = { hedgedPortfolio: { rebalanceAdvice: { act: boolean, reason: string, largestDrift: number, beyondThreshold: boolean, beyondNoise: boolean | null, since: string, asOf: string, threshold: number, value: number, currency: string | null, turnover: number, cost: number | null, costValue: number | null, volatilityNow: number, volatilityAfter: number, volatilityRemoved: number, legs: Array<{ symbol: string, ratioThen: number, ratioNow: number, estimate: number, drift: number, side: OrderSide, quantity: number, tradeRatio: number, tradeNotional: number, tradeShares: number, price: number, priceDate: string, currency: string | null, exchangeRate: number, lotSize: number }>, neutrality: Array<{ benchmark: string, targetBeta: number, hedgedBeta: number, residualBeta: number, beyondNoise: boolean | null, beta: { estimator: BetaEstimator, value: number | null, standardError: number | null, lower: number | null, upper: number | null, note: string } }>, warnings: Array<{ code: WarningCode, message: string }> }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type RegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
}>;


export type RegressionQuery = { regression: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, confidence: number, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> }, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, covariance: { estimator: CovarianceEstimator, lags: number | null, smallSample: boolean }, annualizedAlpha: { arithmetic: number, compounded: number | null, jensen: number | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, undefinedQuantities: Array<{ quantity: string, reason: string }> } | null };

export type ReturnsQueryVariables = Exact<{
  symbol: string;
  period?: PeriodInput | null | undefined;
  kind?: ReturnKind | null | undefined;
}>;


export type ReturnsQuery = { asset: { id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null, returns: { symbol: string | null, dates: Array<string>, values: Array<number> } } | null };

export type RollingRegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  window: number;
}>;


export type RollingRegressionQuery = { regression: { rolling: { dates: Array<string>, alpha: Array<number | null>, beta: Array<number | null>, standardError: Array<number | null>, rSquared: Array<number | null>, betas: Array<{ benchmark: string, values: Array<number | null>, standardErrors: Array<number | null> }> }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type ScreenQueryVariables = Exact<{
  symbols: Array<string> | string;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
}>;


export type ScreenQuery = { screen: Array<{ symbol: string, beta: number | null, alpha: number | null, rSquared: number | null, standardError: number | null, alphaStandardError: number | null, betas: Array<number> | null, standardErrors: Array<number> | null, observations: number | null, firstDate: string | null, lastDate: string | null, datesDropped: number | null, error: { code: ErrorCode, message: string } | null }> };

export type SymbolsQueryVariables = Exact<{
  search: string;
  sources?: Array<PriceSource> | PriceSource | null | undefined;
  limit?: number | null | undefined;
}>;


export type SymbolsQuery = { symbols: { matches: Array<{ symbol: string, source: PriceSource, name: string | null, exchange: string | null, kind: InstrumentKind | null, firstDate: string | null, lastDate: string | null }>, failures: Array<{ source: PriceSource, code: ErrorCode, message: string }> } };

export type WalkForwardChartImagesQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  lookback?: number | null | undefined;
  rebalanceEvery?: number | null | undefined;
  targetBeta?: number | null | undefined;
  estimator?: BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
  costs?: CostsInput | null | undefined;
  holding?: HedgeHolding | null | undefined;
  driftTrigger?: number | null | undefined;
  window?: number | null | undefined;
  width?: number;
  height?: number;
  theme?: ChartTheme;
}>;


export type WalkForwardChartImagesQuery = { hedgedPortfolio: { walkForward: { charts: { cumulative: { title: string, subtitle: string, description: string, svg: string } | null, promiseAndFact: { title: string, subtitle: string, description: string, svg: string } | null, ratios: { title: string, subtitle: string, description: string, svg: string } | null, drawdowns: { title: string, subtitle: string, description: string, svg: string } | null } } } | null };

export type WalkForwardChartsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  lookback?: number | null | undefined;
  rebalanceEvery?: number | null | undefined;
  targetBeta?: number | null | undefined;
  estimator?: BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
  costs?: CostsInput | null | undefined;
  holding?: HedgeHolding | null | undefined;
  driftTrigger?: number | null | undefined;
  window?: number | null | undefined;
  theme?: ChartTheme | null | undefined;
}>;


export type WalkForwardChartsQuery = { hedgedPortfolio: { walkForward: { charts: { cumulative: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, promiseAndFact: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, ratios: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null, drawdowns: { title: string, subtitle: string, description: string, vegaLite: Readonly<Record<string, unknown>> } | null } } } | null };

export type WalkForwardQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  hedgeWith?: Array<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  lookback?: number | null | undefined;
  rebalanceEvery?: number | null | undefined;
  targetBeta?: number | null | undefined;
  estimator?: BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
  costs?: CostsInput | null | undefined;
  holding?: HedgeHolding | null | undefined;
  driftTrigger?: number | null | undefined;
}>;


export type WalkForwardQuery = { hedgedPortfolio: { walkForward: { turnover: number, turnoverAnnualized: number, cost: number, costAnnualized: number, profit: number, netProfit: number, effectiveness: number | null, returns: { symbol: string | null, dates: Array<string>, values: Array<number> }, netReturns: { symbol: string | null, dates: Array<string>, values: Array<number> }, unhedged: { symbol: string | null, dates: Array<string>, values: Array<number> }, ratios: { symbol: string | null, dates: Array<string>, values: Array<number> }, instrumentRatios: Array<{ symbol: string | null, dates: Array<string>, values: Array<number> }>, rebalances: { dates: Array<string>, outcomes: Array<RebalanceOutcome>, turnover: Array<number>, costs: Array<number>, legs: Array<{ symbol: string, held: Array<number>, estimates: Array<number | null> }> }, skipped: Array<{ date: string, reason: string }>, costBreakdown: { trading: number, borrow: number, interest: number }, verification: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, confidence: number, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, covariance: { estimator: CovarianceEstimator, lags: number | null, smallSample: boolean }, annualizedAlpha: { arithmetic: number, compounded: number | null, jensen: number | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, undefinedQuantities: Array<{ quantity: string, reason: string }> }, unhedgedRegression: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, confidence: number, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, covariance: { estimator: CovarianceEstimator, lags: number | null, smallSample: boolean }, annualizedAlpha: { arithmetic: number, compounded: number | null, jensen: number | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, undefinedQuantities: Array<{ quantity: string, reason: string }> }, realizedBetaIsZero: { statistic: number | null, pValue: number | null, distribution: string }, promised: { beta: number, lower: number | null, upper: number | null, annualizedVolatility: number, effectiveness: number | null, betas: Array<{ benchmark: string, beta: number, lower: number | null, upper: number | null }> }, realized: { beta: number, lower: number | null, upper: number | null, annualizedVolatility: number, effectiveness: number | null, betas: Array<{ benchmark: string, beta: number, lower: number | null, upper: number | null }> }, withoutHedge: { beta: number, lower: number | null, upper: number | null, annualizedVolatility: number, effectiveness: number | null, betas: Array<{ benchmark: string, beta: number, lower: number | null, upper: number | null }> }, performance: { unhedged: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, hedged: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, benchmark: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, conventions: { periodsPerYear: number, returnKind: ReturnKind, confidence: number, benchmark: string, firstDate: string, lastDate: string, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null } }, netPerformance: { observations: number, cumulativeReturn: number | null, annualizedReturn: number | null, annualizedVolatility: number | null, sharpe: number | null, sortino: number | null, calmar: number | null, skew: number | null, kurtosis: number | null, valueAtRisk: number, expectedShortfall: number, trackingError: number | null, informationRatio: number | null, treynor: number | null, upCapture: number | null, downCapture: number | null, hitRate: number, maximumDrawdown: { depth: number, peakDate: string, troughDate: string, recoveryDate: string | null } | null, undefinedQuantities: Array<{ quantity: string, reason: string }> }, settings: { lookback: number, rebalanceEvery: number, estimator: BetaEstimator, targetBeta: number, holding: HedgeHolding, driftTrigger: number | null, costs: { tradingBps: number, borrowRate: number, cashRate: number } | null }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, startsWith: Array<string>, endsWith: Array<string>, priceAdjustment: PriceAdjustment, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, riskFree: { annualRate: number | null, symbol: string | null, annualizedRate: number | null } | null, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } } | null };

/** What is known of one asset, without its prices. */
export const Asset: Operation<AssetQuery, AssetQueryVariables> = {"kind":"query","name":"Asset","id":"3e3c8fe7f736af4a6aa463dc29ee2bcd3c30e04d0c3c42241dc3d6018e245922","text":"query Asset($symbol:String!){asset(symbol:$symbol){...AssetFields}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** What is known of several assets. A bad symbol makes the call fail; the error's `data` still has the others. */
export const Assets: Operation<AssetsQuery, AssetsQueryVariables> = {"kind":"query","name":"Assets","id":"e2e39fc5a7db3dbc9b1f6e2ddbb81940bc07e4569d49405ae1f115425f35db96","text":"query Assets($symbols:[String!]!){assets(symbols:$symbols){...AssetFields}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Beta by several estimators side by side; all of them unless `estimators` names some. */
export const BetaEstimates: Operation<BetaEstimatesQuery, BetaEstimatesQueryVariables> = {"kind":"query","name":"BetaEstimates","id":"4c43a008a1a04653a36dc3a2eb313b0dac46bcee8bef359247a9ca3878b0c311","text":"query BetaEstimates($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$estimators:[BetaEstimator!]$parameters:BetaParametersInput$benchmark:String){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){betaEstimates(estimators:$estimators parameters:$parameters benchmark:$benchmark){...BetaEstimateFields}provenance{...ProvenanceFields}}}fragment BetaEstimateFields on BetaEstimate{estimator value standardError lower upper note}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** The same pictures, finished, as SVG. */
export const ChartImages: Operation<ChartImagesQuery, ChartImagesQueryVariables> = {"kind":"query","name":"ChartImages","id":"98216d66160138174a1349e000fd6a718adecb70e2aa73df637b0008188773e6","text":"query ChartImages($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$benchmark:String$window:Int$width:Int!=800$height:Int!=450$theme:ChartTheme!=LIGHT){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){charts{dailyReturns{...ChartImage}regression(benchmark:$benchmark){...ChartImage}hedgedReturns{...ChartImage}rollingBeta(window:$window benchmark:$benchmark){...ChartImage}cumulative{...ChartImage}drawdowns{...ChartImage}residuals{...ChartImage}residualQuantiles{...ChartImage}influence(benchmark:$benchmark){...ChartImage}}}}fragment ChartImage on Chart{title subtitle description svg(width:$width height:$height theme:$theme)}"};

/** The pictures of an analysis as Vega-Lite specifications, all in sample. */
export const Charts: Operation<ChartsQuery, ChartsQueryVariables> = {"kind":"query","name":"Charts","id":"17272754c4723fb02d7066ab0996d8da01e5f5b0517a83299fb9c7dad3db952f","text":"query Charts($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$benchmark:String$window:Int$theme:ChartTheme){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){charts{dailyReturns{...ChartSpecification}regression(benchmark:$benchmark){...ChartSpecification}hedgedReturns{...ChartSpecification}rollingBeta(window:$window benchmark:$benchmark){...ChartSpecification}cumulative{...ChartSpecification}drawdowns{...ChartSpecification}residuals{...ChartSpecification}residualQuantiles{...ChartSpecification}influence(benchmark:$benchmark){...ChartSpecification}}}}fragment ChartSpecification on Chart{title subtitle description vegaLite(theme:$theme)}"};

/** The same walk by several estimators and lookbacks, side by side, ranked. */
export const CompareEstimators: Operation<CompareEstimatorsQuery, CompareEstimatorsQueryVariables> = {"kind":"query","name":"CompareEstimators","id":"5c272d709ec3ab10132a84e03b437fd09d71501ac9512e32530b7e83f24bfe50","text":"query CompareEstimators($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$estimators:[BetaEstimator!]$lookbacks:[Int!]$rebalanceEvery:Int$orderBy:ScoreOrder$targetBeta:Float$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){compareEstimators(estimators:$estimators lookbacks:$lookbacks rebalanceEvery:$rebalanceEvery orderBy:$orderBy targetBeta:$targetBeta parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){estimator lookback realizedBeta lower upper betaIsZero{...BetaTestFields}annualizedVolatility effectiveness turnover cost netReturn skipped ranks{realizedBeta hedgedVariance turnover netReturn}reason}provenance{...ProvenanceFields}}}fragment BetaTestFields on BetaTest{statistic pValue distribution}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Whether a regression deserves trust: tests, and the dates that move beta most. */
export const Diagnostics: Operation<DiagnosticsQuery, DiagnosticsQueryVariables> = {"kind":"query","name":"Diagnostics","id":"db1cbc33d639496182b3dae6f2889308aa8ee27dd0ed9937761559293e1edfc9","text":"query Diagnostics($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lags:Int$breakDate:Date$influentialDates:Int$benchmark:String){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){diagnostics{durbinWatson{...TestFields}ljungBox(lags:$lags){...TestFields}jarqueBera{...TestFields}breuschPagan{...TestFields}betaCusum(benchmark:$benchmark){...StabilityFields}residualCusum{...StabilityFields}chow(date:$breakDate){...StabilityFields}conditionNumber conditionMeaning varianceInflation{benchmark factor}influence(count:$influentialDates benchmark:$benchmark){date change portfolioReturn benchmarkReturn leverage studentizedResidual cooksDistance reason}}provenance{...ProvenanceFields}}}fragment TestFields on DiagnosticTest{statistic pValue meaning reason}fragment StabilityFields on StabilityTest{statistic pValue date meaning reason}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** The regression of all returns up to each date, as columns. */
export const ExpandingRegression: Operation<ExpandingRegressionQuery, ExpandingRegressionQueryVariables> = {"kind":"query","name":"ExpandingRegression","id":"9cc4ff9f1ce629d522099c7747f126c1f50c8d1e8096ddc8765c60205fa847b1","text":"query ExpandingRegression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$minimum:Int!){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){expanding(minimum:$minimum){...RollingFields}provenance{...ProvenanceFields}}}fragment RollingFields on RollingRegression{dates alpha beta standardError rSquared betas{benchmark values standardErrors}}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** The hedge of a portfolio of some value as an order: legs in money and shares, and what beta is left. */
export const Hedge: Operation<HedgeQuery, HedgeQueryVariables> = {"kind":"query","name":"Hedge","id":"4cb38960abe35505716f0d72b6cc35ac4281afdae61c4575ad623ffaeaf56111","text":"query Hedge($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$value:Float!$currency:String$exchangeRates:[ExchangeRateInput!]$wholeShares:Boolean$lots:[LotInput!]$lookback:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){hedge(value:$value currency:$currency exchangeRates:$exchangeRates wholeShares:$wholeShares lots:$lots lookback:$lookback targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm){legs{symbol side quantity ratio notional shares lots exactRatio exactShares price priceDate currency exchangeRate lotSize}residualBeta residualValue neutrality{benchmark beta{...BetaEstimateFields}targetBeta hedgedBeta residualBeta residualValue}grossExposure netExposure effectiveness value currency fittedFrom fittedTo targetBeta estimator minimumNorm warnings{code message}}provenance{...ProvenanceFields}}}fragment BetaEstimateFields on BetaEstimate{estimator value standardError lower upper note}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** A portfolio, the hedge that removes its beta, the hedged returns, and their regression on the same benchmarks. */
export const HedgedPortfolio: Operation<HedgedPortfolioQuery, HedgedPortfolioQueryVariables> = {"kind":"query","name":"HedgedPortfolio","id":"32d96e1e1ee056864a3404752c60988a3a5878a4e49a59110a2dbb3b07a69ace","text":"query HedgedPortfolio($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){regression{...RegressionFields}unhedged{...ReturnFields}returns{...ReturnFields}ratios{symbol ratio}benchmarks{...ReturnFields}verification{...RegressionFields}effectiveness provenance{...ProvenanceFields}}}fragment RegressionFields on Regression{alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson confidence covariance{estimator lags smallSample}annualizedAlpha{arithmetic compounded jensen undefinedQuantities{quantity reason}}undefinedQuantities{quantity reason}}fragment ReturnFields on ReturnSeries{symbol dates values}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Alpha and betas that move, by the Kalman filter: filtered, or smoothed on request. */
export const KalmanRegression: Operation<KalmanRegressionQuery, KalmanRegressionQueryVariables> = {"kind":"query","name":"KalmanRegression","id":"b64a5e530ae3ab3114599e1c1181714e11b825015ba541eed64596650e1c330a","text":"query KalmanRegression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$smoothed:Boolean$noise:KalmanNoiseInput){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){kalman(smoothed:$smoothed noise:$noise){dates alpha alphaStandardError beta standardError betas{benchmark values standardErrors}noise{observation alpha betas}logLikelihood converged}provenance{...ProvenanceFields}}}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Return and risk of the portfolio without the hedge, with it, and of the benchmark; the hedge with hindsight. */
export const Performance: Operation<PerformanceQuery, PerformanceQueryVariables> = {"kind":"query","name":"Performance","id":"dac5c3049843c9ac1e608eafa301ff295c6492b71ea3a6226554cadf95c2ed16","text":"query Performance($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$confidence:Float){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){performance(confidence:$confidence){...PerformanceComparisonFields}provenance{...ProvenanceFields}}}fragment PerformanceComparisonFields on PerformanceComparison{unhedged{...PerformanceFields}hedged{...PerformanceFields}benchmark{...PerformanceFields}conventions{periodsPerYear returnKind riskFree{annualRate symbol annualizedRate}confidence benchmark firstDate lastDate}}fragment PerformanceFields on Performance{observations cumulativeReturn annualizedReturn annualizedVolatility sharpe sortino calmar maximumDrawdown{depth peakDate troughDate recoveryDate}skew kurtosis valueAtRisk expectedShortfall trackingError informationRatio treynor upCapture downCapture hitRate undefinedQuantities{quantity reason}}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** An asset and its adjusted closes. */
export const Prices: Operation<PricesQuery, PricesQueryVariables> = {"kind":"query","name":"Prices","id":"216589b7ccc66f8bb386456abc781ac1765344305dfa8ce911e74f7094a0e671","text":"query Prices($symbol:String!$period:PeriodInput){asset(symbol:$symbol){...AssetFields prices(period:$period){dates adjustedCloses}}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Whether a hedge that has been held since a date should be brought back, the trades, and their cost against the risk that they remove. */
export const RebalanceAdvice: Operation<RebalanceAdviceQuery, RebalanceAdviceQueryVariables> = {"kind":"query","name":"RebalanceAdvice","id":"e435b8506548c397a73226304316ab9058cdee3cb68f804f9829cb19ec4a11f8","text":"query RebalanceAdvice($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$value:Float!$currency:String$exchangeRates:[ExchangeRateInput!]$wholeShares:Boolean$lots:[LotInput!]$ratios:[Float!]!$since:Date!$lookback:Int$threshold:Float$tradingBps:Float$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){rebalanceAdvice(value:$value currency:$currency exchangeRates:$exchangeRates wholeShares:$wholeShares lots:$lots ratios:$ratios since:$since lookback:$lookback threshold:$threshold tradingBps:$tradingBps targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm){act reason largestDrift beyondThreshold beyondNoise legs{symbol ratioThen ratioNow estimate drift side quantity tradeRatio tradeNotional tradeShares price priceDate currency exchangeRate lotSize}neutrality{benchmark beta{...BetaEstimateFields}targetBeta hedgedBeta residualBeta beyondNoise}since asOf threshold value currency turnover cost costValue volatilityNow volatilityAfter volatilityRemoved warnings{code message}}provenance{...ProvenanceFields}}}fragment BetaEstimateFields on BetaEstimate{estimator value standardError lower upper note}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Alpha and beta of a portfolio against one or more benchmarks. */
export const Regression: Operation<RegressionQuery, RegressionQueryVariables> = {"kind":"query","name":"Regression","id":"d73a7f1c9f66472be65c7836954679fd1a3a4793658f05e2ffdd57a75f70714e","text":"query Regression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){...RegressionFields provenance{...ProvenanceFields}}}fragment RegressionFields on Regression{alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson confidence covariance{estimator lags smallSample}annualizedAlpha{arithmetic compounded jensen undefinedQuantities{quantity reason}}undefinedQuantities{quantity reason}}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** An asset and its returns. */
export const Returns: Operation<ReturnsQuery, ReturnsQueryVariables> = {"kind":"query","name":"Returns","id":"df9d52e5cd325ef0ebdedf54cfb720ee8081c29689bb0ede2b88b6c2274f3907","text":"query Returns($symbol:String!$period:PeriodInput$kind:ReturnKind){asset(symbol:$symbol){...AssetFields returns(period:$period kind:$kind){...ReturnFields}}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}fragment ReturnFields on ReturnSeries{symbol dates values}"};

/** The regression in every window of so many returns, as columns. */
export const RollingRegression: Operation<RollingRegressionQuery, RollingRegressionQueryVariables> = {"kind":"query","name":"RollingRegression","id":"a559d864a4f3645e58dc74d20a5cbb9eb43be6f4bfd1734b98407fb0f735c713","text":"query RollingRegression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$window:Int!){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){rolling(window:$window){...RollingFields}provenance{...ProvenanceFields}}}fragment RollingFields on RollingRegression{dates alpha beta standardError rSquared betas{benchmark values standardErrors}}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Alpha and beta of many symbols against the same benchmarks, one row each. A symbol that fails has its reason in its row. */
export const Screen: Operation<ScreenQuery, ScreenQueryVariables> = {"kind":"query","name":"Screen","id":"ce909d9f90ce2c900bfb614b43921530b4ed695894cd23fdd1bb5658466ff7a2","text":"query Screen($symbols:[String!]!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$riskFree:RiskFreeInput){screen(symbols:$symbols benchmarks:$benchmarks period:$period returnKind:$returnKind riskFree:$riskFree){symbol beta alpha rSquared standardError alphaStandardError betas standardErrors observations firstDate lastDate datesDropped error{code message}}}"};

/** Symbols for a box that suggests while one types, from every source. A source that fails is told beside the matches. */
export const Symbols: Operation<SymbolsQuery, SymbolsQueryVariables> = {"kind":"query","name":"Symbols","id":"a2af2deedf8a62a2bf55da8b610094b9125a996f48eccfe9fa14ae5afebffc7b","text":"query Symbols($search:String!$sources:[PriceSource!]$limit:Int){symbols(search:$search sources:$sources limit:$limit){matches{symbol source name exchange kind firstDate lastDate}failures{source code message}}}"};

/** The pictures of a walk, finished, as SVG. */
export const WalkForwardChartImages: Operation<WalkForwardChartImagesQuery, WalkForwardChartImagesQueryVariables> = {"kind":"query","name":"WalkForwardChartImages","id":"7114dd5f3344b403b7b2f8796905c11998049977649e41420b4a357872cbfc6c","text":"query WalkForwardChartImages($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lookback:Int$rebalanceEvery:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float$window:Int$width:Int!=800$height:Int!=450$theme:ChartTheme!=LIGHT){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){walkForward(lookback:$lookback rebalanceEvery:$rebalanceEvery targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){charts{cumulative{...ChartImage}promiseAndFact(window:$window){...ChartImage}ratios{...ChartImage}drawdowns{...ChartImage}}}}}fragment ChartImage on Chart{title subtitle description svg(width:$width height:$height theme:$theme)}"};

/** The pictures of a walk as Vega-Lite specifications, all out of sample. */
export const WalkForwardCharts: Operation<WalkForwardChartsQuery, WalkForwardChartsQueryVariables> = {"kind":"query","name":"WalkForwardCharts","id":"fcde06df7ddad11c421eee56506d9cd02097472e7984c38adc5ce4d80b81b631","text":"query WalkForwardCharts($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lookback:Int$rebalanceEvery:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float$window:Int$theme:ChartTheme){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){walkForward(lookback:$lookback rebalanceEvery:$rebalanceEvery targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){charts{cumulative{...ChartSpecification}promiseAndFact(window:$window){...ChartSpecification}ratios{...ChartSpecification}drawdowns{...ChartSpecification}}}}}fragment ChartSpecification on Chart{title subtitle description vegaLite(theme:$theme)}"};

/** The hedge as it could have been traded: fitted on the past only, held until the next rebalance, costed, verified out of sample. */
export const WalkForward: Operation<WalkForwardQuery, WalkForwardQueryVariables> = {"kind":"query","name":"WalkForward","id":"39d9a0384a12a260bad357ed5387d2f69ee90542941057c89872b129d226426a","text":"query WalkForward($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lookback:Int$rebalanceEvery:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){walkForward(lookback:$lookback rebalanceEvery:$rebalanceEvery targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){returns{...ReturnFields}netReturns{...ReturnFields}unhedged{...ReturnFields}ratios{...RatioFields}instrumentRatios{...RatioFields}rebalances{dates outcomes legs{symbol held estimates}turnover costs}skipped{date reason}turnover turnoverAnnualized cost costAnnualized profit netProfit costBreakdown{trading borrow interest}verification{...RegressionFields}unhedgedRegression{...RegressionFields}realizedBetaIsZero{...BetaTestFields}effectiveness promised{...HedgeOutcomeFields}realized{...HedgeOutcomeFields}withoutHedge{...HedgeOutcomeFields}performance{...PerformanceComparisonFields}netPerformance{...PerformanceFields}settings{lookback rebalanceEvery estimator targetBeta holding driftTrigger costs{tradingBps borrowRate cashRate}}provenance{...ProvenanceFields}}}}fragment ReturnFields on ReturnSeries{symbol dates values}fragment RatioFields on RatioSeries{symbol dates values}fragment RegressionFields on Regression{alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson confidence covariance{estimator lags smallSample}annualizedAlpha{arithmetic compounded jensen undefinedQuantities{quantity reason}}undefinedQuantities{quantity reason}}fragment BetaTestFields on BetaTest{statistic pValue distribution}fragment HedgeOutcomeFields on HedgeOutcome{beta lower upper betas{benchmark beta lower upper}annualizedVolatility effectiveness}fragment PerformanceComparisonFields on PerformanceComparison{unhedged{...PerformanceFields}hedged{...PerformanceFields}benchmark{...PerformanceFields}conventions{periodsPerYear returnKind riskFree{annualRate symbol annualizedRate}confidence benchmark firstDate lastDate}}fragment PerformanceFields on Performance{observations cumulativeReturn annualizedReturn annualizedVolatility sharpe sortino calmar maximumDrawdown{depth peakDate troughDate recoveryDate}skew kurtosis valueAtRisk expectedShortfall trackingError informationRatio treynor upCapture downCapture hitRate undefinedQuantities{quantity reason}}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Every operation, by the name of the client's method. */
export const operations = {
  /** What is known of one asset, without its prices. */
  asset: Asset,
  /** What is known of several assets. A bad symbol makes the call fail; the error's `data` still has the others. */
  assets: Assets,
  /** Beta by several estimators side by side; all of them unless `estimators` names some. */
  betaEstimates: BetaEstimates,
  /** The same pictures, finished, as SVG. */
  chartImages: ChartImages,
  /** The pictures of an analysis as Vega-Lite specifications, all in sample. */
  charts: Charts,
  /** The same walk by several estimators and lookbacks, side by side, ranked. */
  compareEstimators: CompareEstimators,
  /** Whether a regression deserves trust: tests, and the dates that move beta most. */
  diagnostics: Diagnostics,
  /** The regression of all returns up to each date, as columns. */
  expandingRegression: ExpandingRegression,
  /** The hedge of a portfolio of some value as an order: legs in money and shares, and what beta is left. */
  hedge: Hedge,
  /** A portfolio, the hedge that removes its beta, the hedged returns, and their regression on the same benchmarks. */
  hedgedPortfolio: HedgedPortfolio,
  /** Alpha and betas that move, by the Kalman filter: filtered, or smoothed on request. */
  kalmanRegression: KalmanRegression,
  /** Return and risk of the portfolio without the hedge, with it, and of the benchmark; the hedge with hindsight. */
  performance: Performance,
  /** An asset and its adjusted closes. */
  prices: Prices,
  /** Whether a hedge that has been held since a date should be brought back, the trades, and their cost against the risk that they remove. */
  rebalanceAdvice: RebalanceAdvice,
  /** Alpha and beta of a portfolio against one or more benchmarks. */
  regression: Regression,
  /** An asset and its returns. */
  returns: Returns,
  /** The regression in every window of so many returns, as columns. */
  rollingRegression: RollingRegression,
  /** Alpha and beta of many symbols against the same benchmarks, one row each. A symbol that fails has its reason in its row. */
  screen: Screen,
  /** Symbols for a box that suggests while one types, from every source. A source that fails is told beside the matches. */
  symbols: Symbols,
  /** The pictures of a walk, finished, as SVG. */
  walkForwardChartImages: WalkForwardChartImages,
  /** The pictures of a walk as Vega-Lite specifications, all out of sample. */
  walkForwardCharts: WalkForwardCharts,
  /** The hedge as it could have been traded: fitted on the past only, held until the next rebalance, costed, verified out of sample. */
  walkForward: WalkForward,
} as const;
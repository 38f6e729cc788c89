// Made by `pnpm codegen` from schema.graphql and operations/: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Answered } from "../answered.ts";
import type { Operation } from "../operation.ts";
import type { Unpacked } from "../series.ts";
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
  readonly blumeWeight?: number | null | undefined;
  /** DIMSON: how many periods of the benchmark before. Default 1. At most 60 slopes in all, which are benchmarks times (lags + leads + 1). */
  readonly dimsonLags?: number | null | undefined;
  /** DIMSON: how many periods after. Default 1. */
  readonly dimsonLeads?: number | null | undefined;
  /** EWMA: after how many periods a return counts half, in place of λ. */
  readonly ewmaHalfLife?: number | null | undefined;
  /** EWMA: λ, the weight of a period over the next one's, above 0, at most 1. Default 0.94. */
  readonly ewmaLambda?: number | null | undefined;
  /** HUBER: beyond how many robust standard deviations a residual counts less. At least 0.1. Default 1.345. */
  readonly huberThreshold?: number | null | undefined;
  /** VASICEK: the prior's mean. Default 1. */
  readonly vasicekMean?: number | null | undefined;
  /** VASICEK: the prior's standard deviation, from 0. Default 0.5. */
  readonly vasicekStandardDeviation?: number | null | undefined;
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
  readonly borrowRate?: number | null | undefined;
  /** What the proceeds of short sales earn; instruments that are bought are financed at it. May be below 0. With a `riskFree` rate only the difference to it counts: leave `costs` out, or give that rate here, and the proceeds earn it; the default of 0 makes all of it a cost. */
  readonly cashRate?: number | null | undefined;
  /** Basis points (1/10,000) of the notional traded, one way, 0 to 10,000: half the spread, fees, impact. */
  readonly tradingBps?: number | null | undefined;
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

/** The values of `extensions.code` in the errors of an answer. The words in backquotes are the further extensions, the data to act on, and there are no others: each is always there, but for those that are said to be there if known. A failing field is null, and its neighbours answer. */
export type ErrorCode =
  /** A value breaks a rule: the message names the rule and the value. `symbol` if known: of which; `date` if known: at which, as it was given; `line` if known: on which line of a file of prices; `currency` if known: of which an exchange rate is missing. */
  | 'BAD_INPUT'
  /** The HTTP request is not one of GraphQL over HTTP, the hash that it names its query by is malformed or of another text, or it could come from another site. */
  | 'BAD_REQUEST'
  /** The client left before the answer. */
  | 'CANCELLED'
  /** The query is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The query does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** Too few observations (`observations`, where `needed` are the least): choose a longer period or a shorter interval. */
  | 'INSUFFICIENT_DATA'
  /** A defect of ours, logged under `id`: report it with that. */
  | 'INTERNAL_ERROR'
  /** The request asks for too much: more than the `limit` of `what`; `actual` if known: how much it asks for. Split it. */
  | 'LIMIT_EXCEEDED'
  /** A picture of what these data do not have, such as the residuals of an exact fit (`reason`). */
  | 'NOTHING_TO_DRAW'
  /** The series share no dates in this period (`series`: those at fault, each an object with its label, and its first and last date, or null where it has none). */
  | 'NO_OVERLAP'
  /** This server has no query with this hash, or no longer: send it once more with its text, and it is remembered. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** The price source limits our requests, and nothing is stored of this symbol (`symbol`): try again in `retryAfterSeconds`. */
  | 'RATE_LIMITED'
  /** A benchmark or hedge instrument does not vary, or repeats others (`terms`: a list of them): leave one out. */
  | 'SINGULAR_BENCHMARKS'
  /** The price source failed, and nothing is stored of this symbol (`symbol`): try again later. `status` if known: the HTTP status that the source answered. */
  | 'SOURCE_UNAVAILABLE'
  /** The estimator has no beta for these data (`estimator`, `of` which symbols, and the `reason`): choose another, or other data. */
  | 'UNDEFINED_ESTIMATE'
  /** No source has this symbol (`symbol`). `source` if known: which one was asked; `symbols` if known: all that it has; `prefixes` if known: those of the sources, where the symbol's is none of them. */
  | 'UNKNOWN_SYMBOL';

/** What one unit of a currency is worth in the portfolio's. */
export type ExchangeRateInput = {
  /** As `Asset.currency` has it: an ISO 4217 code, or `GBp`. */
  readonly currency: string;
  /** The portfolio's currency for one unit of it: above 0. */
  readonly rate: number;
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
  readonly shares?: number | null | undefined;
  /** Such as `sample:AAPL` or `TSLA`. */
  readonly symbol: string;
  /** Fraction of the portfolio's value: 0.6 is 60 %, −0.2 is short 20 %. Rebalanced to this weight every period. Weights that do not sum to 1 leave cash, or borrow it, at no interest: the answer warns. */
  readonly weight?: number | null | undefined;
};

/** How standard errors and confidence intervals are made. Those of the regression are Student's t with n − k degrees of freedom under every covariance estimator; `BetaEstimator` says where an estimator has others. */
export type InferenceInput = {
  /** The confidence of every interval, between 0 and 1: 0.95 is 95 %. */
  readonly confidence?: number | null | undefined;
  /** Which estimator of the coefficients' covariance. */
  readonly covariance?: CovarianceEstimator | null | undefined;
  /** How many lags HAC looks back: 0 to n − 1. Default ⌊4·(n/100)^(2/9)⌋. Only with HAC. */
  readonly lags?: number | null | undefined;
  /** Multiply the HAC covariance by n/(n − k). Only with HAC; HC1 is HC0 with that factor. */
  readonly smallSample?: boolean | null | undefined;
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
  readonly alpha: number;
  /** The same of each beta, in the order of the benchmarks. */
  readonly betas: ReadonlyArray<number>;
  /** Variance of what the benchmarks do not explain; above 0. */
  readonly observation: number;
};

/** In what lots a hedge instrument trades. */
export type LotInput = {
  /** Shares a lot: 100; or of a future on an index the value of a point: 50. */
  readonly size: number;
  /** The hedge instrument. */
  readonly symbol: string;
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
  readonly end?: string | null | undefined;
  /** Days, weeks or months. */
  readonly interval?: Interval | null | undefined;
  /** The first price date, inclusive. A return needs the price before it: for January's monthly return, start in December. */
  readonly start?: string | null | undefined;
};

/** A portfolio: exactly one of a symbol, holdings, or its own returns. */
export type PortfolioInput =
  {   /** Several assets, at most 200, all by weight or all by shares. */
  readonly holdings: ReadonlyArray<HoldingInput>; readonly returns?: never; readonly symbol?: never; }
  |  { readonly holdings?: never;   /** The portfolio's own returns, from wherever you have them. */
  readonly returns: ReturnsInput; readonly symbol?: never; }
  |  { readonly holdings?: never; readonly returns?: never;   /** One asset: `sample:AAPL`. */
  readonly symbol: string; };

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
  readonly dates: ReadonlyArray<string>;
  /** Simple returns as decimals: 0.01 is 1 %. With `returnKind: LOG` they are converted by ln(1 + r). */
  readonly values: ReadonlyArray<number>;
};

/** A risk-free rate: exactly one of a number, a symbol, or a series. It is taken off the portfolio's and every benchmark's return of each period, so that all is about excess returns: alpha, beta, rolling and up and down betas, and the series of `hedgedPortfolio`. A hedge that is short the benchmark earns the rate on what the sale brought. */
export type RiskFreeInput =
  {   /** One rate for all periods, a decimal a year: 0.03 is 3 %. Converted once, to the rate a period that compounds to it: (1 + R)^(1/s) − 1, s the periods a year (252, 52 or 12); beside log returns ln(1 + R)/s. Above −1, at most 1. */
  readonly annualRate: number; readonly returns?: never; readonly symbol?: never; }
  |  { readonly annualRate?: never;   /** The rate by date, simple returns a period as decimals (such as the column RF of the Fama–French factors, over 100). Compounded between the dates that are used. */
  readonly returns: ReturnsInput; readonly symbol?: never; }
  |  { readonly annualRate?: never; readonly returns?: never;   /** An asset whose returns are the rate, such as a fund of Treasury bills (`BIL`); its dates are joined with the others'. `^IRX`, which is no price but the yield of 13-week bills in per cent a year, is converted as `annualRate` is, with the yield at the beginning of each period. Yields of bonds (`^FVX`, `^TNX`, `^TYX`) are refused. */
  readonly symbol: string; };

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


export type AssetQuery = { readonly asset: { readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null } | null };

export type AssetsQueryVariables = Exact<{
  symbols: ReadonlyArray<string> | string;
}>;


export type AssetsQuery = { readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null } | null> };

export type BetaEstimatesQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  estimators?: ReadonlyArray<BetaEstimator> | BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  benchmark?: string | null | undefined;
}>;


export type BetaEstimatesQuery = { readonly regression: { readonly id: string, readonly betaEstimates: ReadonlyArray<{ readonly estimator: BetaEstimator, readonly value: number | null, readonly standardError: number | null, readonly lower: number | null, readonly upper: number | null, readonly note: string }>, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type ChartImagesQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
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


export type ChartImagesQuery = { readonly hedgedPortfolio: { readonly id: string, readonly charts: { readonly dailyReturns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly regression: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly hedgedReturns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly rollingBeta: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly cumulative: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly drawdowns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly residuals: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly residualQuantiles: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly influence: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null } } | null };

export type ChartImageFragment = { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string };

export type ChartsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  benchmark?: string | null | undefined;
  window?: number | null | undefined;
  theme?: ChartTheme | null | undefined;
}>;


export type ChartsQuery = { readonly hedgedPortfolio: { readonly id: string, readonly charts: { readonly dailyReturns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly regression: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly hedgedReturns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly rollingBeta: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly cumulative: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly drawdowns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly residuals: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly residualQuantiles: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly influence: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null } } | null };

export type ChartSpecificationFragment = { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> };

export type CompareEstimatorsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  estimators?: ReadonlyArray<BetaEstimator> | BetaEstimator | null | undefined;
  lookbacks?: ReadonlyArray<number> | number | null | undefined;
  rebalanceEvery?: number | null | undefined;
  orderBy?: ScoreOrder | null | undefined;
  targetBeta?: number | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
  costs?: CostsInput | null | undefined;
  holding?: HedgeHolding | null | undefined;
  driftTrigger?: number | null | undefined;
}>;


export type CompareEstimatorsQuery = { readonly hedgedPortfolio: { readonly id: string, readonly compareEstimators: ReadonlyArray<{ readonly estimator: BetaEstimator, readonly lookback: number, readonly realizedBeta: number | null, readonly lower: number | null, readonly upper: number | null, readonly annualizedVolatility: number | null, readonly effectiveness: number | null, readonly turnover: number | null, readonly cost: number | null, readonly netReturn: number | null, readonly skipped: number | null, readonly reason: string | null, readonly betaIsZero: { readonly statistic: number | null, readonly pValue: number | null, readonly distribution: string } | null, readonly ranks: { readonly realizedBeta: number, readonly hedgedVariance: number, readonly turnover: number, readonly netReturn: number } | null }>, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type DiagnosticsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  lags?: number | null | undefined;
  breakDate?: string | null | undefined;
  influentialDates?: number | null | undefined;
  benchmark?: string | null | undefined;
}>;


export type DiagnosticsQuery = { readonly regression: { readonly id: string, readonly diagnostics: { readonly conditionNumber: number, readonly conditionMeaning: string, readonly durbinWatson: { readonly statistic: number | null, readonly pValue: number | null, readonly meaning: string, readonly reason: string | null }, readonly ljungBox: { readonly statistic: number | null, readonly pValue: number | null, readonly meaning: string, readonly reason: string | null }, readonly jarqueBera: { readonly statistic: number | null, readonly pValue: number | null, readonly meaning: string, readonly reason: string | null }, readonly breuschPagan: { readonly statistic: number | null, readonly pValue: number | null, readonly meaning: string, readonly reason: string | null }, readonly betaCusum: { readonly statistic: number | null, readonly pValue: number | null, readonly date: string | null, readonly meaning: string, readonly reason: string | null }, readonly residualCusum: { readonly statistic: number | null, readonly pValue: number | null, readonly date: string | null, readonly meaning: string, readonly reason: string | null }, readonly chow: { readonly statistic: number | null, readonly pValue: number | null, readonly date: string | null, readonly meaning: string, readonly reason: string | null }, readonly varianceInflation: ReadonlyArray<{ readonly benchmark: string, readonly factor: number }>, readonly influence: ReadonlyArray<{ readonly date: string, readonly change: number | null, readonly portfolioReturn: number, readonly benchmarkReturn: number, readonly leverage: number, readonly studentizedResidual: number | null, readonly cooksDistance: number | null, readonly reason: string | null }> }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type ExpandingRegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  minimum: number;
}>;


export type ExpandingRegressionQuery = { readonly regression: { readonly id: string, readonly expanding: { readonly packed: { readonly length: number, readonly dates: string, readonly alpha: string, readonly beta: string, readonly standardError: string, readonly rSquared: string, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly values: string, readonly standardErrors: string }> } }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type AssetFieldsFragment = { readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null };

export type ProvenanceFieldsFragment = { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> };

export type RegressionFieldsFragment = { readonly id: string, readonly alpha: number, readonly beta: number, readonly observations: number, readonly degreesOfFreedom: number, readonly rSquared: number | null, readonly adjustedRSquared: number | null, readonly residualStandardError: number, readonly fStatistic: number | null, readonly fPValue: number | null, readonly logLikelihood: number | null, readonly aic: number | null, readonly bic: number | null, readonly durbinWatson: number | null, readonly confidence: number, readonly coefficients: ReadonlyArray<{ readonly term: string, readonly estimate: number, readonly standardError: number, readonly tStatistic: number | null, readonly pValue: number | null, readonly lower: number, readonly upper: number }>, readonly covariance: { readonly estimator: CovarianceEstimator, readonly lags: number | null, readonly smallSample: boolean }, readonly annualizedAlpha: { readonly arithmetic: number, readonly compounded: number | null, readonly jensen: number | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> };

export type ReturnFieldsFragment = { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } };

export type RollingFieldsFragment = { readonly packed: { readonly length: number, readonly dates: string, readonly alpha: string, readonly beta: string, readonly standardError: string, readonly rSquared: string, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly values: string, readonly standardErrors: string }> } };

export type TestFieldsFragment = { readonly statistic: number | null, readonly pValue: number | null, readonly meaning: string, readonly reason: string | null };

export type StabilityFieldsFragment = { readonly statistic: number | null, readonly pValue: number | null, readonly date: string | null, readonly meaning: string, readonly reason: string | null };

export type RatioFieldsFragment = { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } };

export type BetaEstimateFieldsFragment = { readonly estimator: BetaEstimator, readonly value: number | null, readonly standardError: number | null, readonly lower: number | null, readonly upper: number | null, readonly note: string };

export type BetaTestFieldsFragment = { readonly statistic: number | null, readonly pValue: number | null, readonly distribution: string };

export type HedgeOutcomeFieldsFragment = { readonly beta: number, readonly lower: number | null, readonly upper: number | null, readonly annualizedVolatility: number, readonly effectiveness: number | null, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly beta: number, readonly lower: number | null, readonly upper: number | null }> };

export type PerformanceFieldsFragment = { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> };

export type PerformanceComparisonFieldsFragment = { readonly unhedged: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly hedged: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly benchmark: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly conventions: { readonly periodsPerYear: number, readonly returnKind: ReturnKind, readonly confidence: number, readonly benchmark: string, readonly firstDate: string, readonly lastDate: string, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null } };

export type HedgeQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  value: number;
  currency?: string | null | undefined;
  exchangeRates?: ReadonlyArray<ExchangeRateInput> | ExchangeRateInput | null | undefined;
  wholeShares?: boolean | null | undefined;
  lots?: ReadonlyArray<LotInput> | LotInput | null | undefined;
  lookback?: number | null | undefined;
  targetBeta?: number | null | undefined;
  estimator?: BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
}>;


export type HedgeQuery = { readonly hedgedPortfolio: { readonly id: string, readonly hedge: { readonly residualBeta: number, readonly residualValue: number, readonly grossExposure: number, readonly netExposure: number, readonly effectiveness: number | null, readonly value: number, readonly currency: string | null, readonly fittedFrom: string, readonly fittedTo: string, readonly targetBeta: number, readonly estimator: BetaEstimator, readonly minimumNorm: boolean, readonly legs: ReadonlyArray<{ readonly symbol: string, readonly side: OrderSide, readonly quantity: number, readonly ratio: number, readonly notional: number, readonly shares: number, readonly lots: number, readonly exactRatio: number, readonly exactShares: number, readonly price: number, readonly priceDate: string, readonly currency: string | null, readonly exchangeRate: number, readonly lotSize: number }>, readonly neutrality: ReadonlyArray<{ readonly benchmark: string, readonly targetBeta: number, readonly hedgedBeta: number, readonly residualBeta: number, readonly residualValue: number, readonly beta: { readonly estimator: BetaEstimator, readonly value: number | null, readonly standardError: number | null, readonly lower: number | null, readonly upper: number | null, readonly note: string } }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type HedgedPortfolioQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
}>;


export type HedgedPortfolioQuery = { readonly hedgedPortfolio: { readonly id: string, readonly effectiveness: number | null, readonly regression: { readonly id: string, readonly alpha: number, readonly beta: number, readonly observations: number, readonly degreesOfFreedom: number, readonly rSquared: number | null, readonly adjustedRSquared: number | null, readonly residualStandardError: number, readonly fStatistic: number | null, readonly fPValue: number | null, readonly logLikelihood: number | null, readonly aic: number | null, readonly bic: number | null, readonly durbinWatson: number | null, readonly confidence: number, readonly coefficients: ReadonlyArray<{ readonly term: string, readonly estimate: number, readonly standardError: number, readonly tStatistic: number | null, readonly pValue: number | null, readonly lower: number, readonly upper: number }>, readonly covariance: { readonly estimator: CovarianceEstimator, readonly lags: number | null, readonly smallSample: boolean }, readonly annualizedAlpha: { readonly arithmetic: number, readonly compounded: number | null, readonly jensen: number | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly unhedged: { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }, readonly returns: { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }, readonly ratios: ReadonlyArray<{ readonly symbol: string, readonly ratio: number }>, readonly benchmarks: ReadonlyArray<{ readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }>, readonly verification: { readonly id: string, readonly alpha: number, readonly beta: number, readonly observations: number, readonly degreesOfFreedom: number, readonly rSquared: number | null, readonly adjustedRSquared: number | null, readonly residualStandardError: number, readonly fStatistic: number | null, readonly fPValue: number | null, readonly logLikelihood: number | null, readonly aic: number | null, readonly bic: number | null, readonly durbinWatson: number | null, readonly confidence: number, readonly coefficients: ReadonlyArray<{ readonly term: string, readonly estimate: number, readonly standardError: number, readonly tStatistic: number | null, readonly pValue: number | null, readonly lower: number, readonly upper: number }>, readonly covariance: { readonly estimator: CovarianceEstimator, readonly lags: number | null, readonly smallSample: boolean }, readonly annualizedAlpha: { readonly arithmetic: number, readonly compounded: number | null, readonly jensen: number | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type KalmanRegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  smoothed?: boolean | null | undefined;
  noise?: KalmanNoiseInput | null | undefined;
}>;


export type KalmanRegressionQuery = { readonly regression: { readonly id: string, readonly kalman: { readonly logLikelihood: number | null, readonly converged: boolean, readonly packed: { readonly length: number, readonly dates: string, readonly alpha: string, readonly alphaStandardError: string, readonly beta: string, readonly standardError: string, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly values: string, readonly standardErrors: string }> }, readonly noise: { readonly observation: number, readonly alpha: number, readonly betas: ReadonlyArray<number> } }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type PerformanceQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  confidence?: number | null | undefined;
}>;


export type PerformanceQuery = { readonly hedgedPortfolio: { readonly id: string, readonly performance: { readonly unhedged: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly hedged: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly benchmark: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly conventions: { readonly periodsPerYear: number, readonly returnKind: ReturnKind, readonly confidence: number, readonly benchmark: string, readonly firstDate: string, readonly lastDate: string, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null } }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type PricesQueryVariables = Exact<{
  symbol: string;
  period?: PeriodInput | null | undefined;
}>;


export type PricesQuery = { readonly asset: { readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null, readonly prices: { readonly packed: { readonly length: number, readonly dates: string, readonly adjustedCloses: string } } } | null };

export type RebalanceAdviceQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  value: number;
  currency?: string | null | undefined;
  exchangeRates?: ReadonlyArray<ExchangeRateInput> | ExchangeRateInput | null | undefined;
  wholeShares?: boolean | null | undefined;
  lots?: ReadonlyArray<LotInput> | LotInput | null | undefined;
  ratios: ReadonlyArray<number> | number;
  since: string;
  lookback?: number | null | undefined;
  threshold?: number | null | undefined;
  tradingBps?: number | null | undefined;
  targetBeta?: number | null | undefined;
  estimator?: BetaEstimator | null | undefined;
  parameters?: BetaParametersInput | null | undefined;
  minimumNorm?: boolean | null | undefined;
}>;


export type RebalanceAdviceQuery = { readonly hedgedPortfolio: { readonly id: string, readonly rebalanceAdvice: { readonly act: boolean, readonly reason: string, readonly largestDrift: number, readonly beyondThreshold: boolean, readonly beyondNoise: boolean | null, readonly since: string, readonly asOf: string, readonly threshold: number, readonly value: number, readonly currency: string | null, readonly turnover: number, readonly cost: number | null, readonly costValue: number | null, readonly volatilityNow: number, readonly volatilityAfter: number, readonly volatilityRemoved: number, readonly legs: ReadonlyArray<{ readonly symbol: string, readonly ratioThen: number, readonly ratioNow: number, readonly estimate: number, readonly drift: number, readonly side: OrderSide, readonly quantity: number, readonly tradeRatio: number, readonly tradeNotional: number, readonly tradeShares: number, readonly price: number, readonly priceDate: string, readonly currency: string | null, readonly exchangeRate: number, readonly lotSize: number }>, readonly neutrality: ReadonlyArray<{ readonly benchmark: string, readonly targetBeta: number, readonly hedgedBeta: number, readonly residualBeta: number, readonly beyondNoise: boolean | null, readonly beta: { readonly estimator: BetaEstimator, readonly value: number | null, readonly standardError: number | null, readonly lower: number | null, readonly upper: number | null, readonly note: string } }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type RegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
}>;


export type RegressionQuery = { readonly regression: { readonly id: string, readonly alpha: number, readonly beta: number, readonly observations: number, readonly degreesOfFreedom: number, readonly rSquared: number | null, readonly adjustedRSquared: number | null, readonly residualStandardError: number, readonly fStatistic: number | null, readonly fPValue: number | null, readonly logLikelihood: number | null, readonly aic: number | null, readonly bic: number | null, readonly durbinWatson: number | null, readonly confidence: number, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> }, readonly coefficients: ReadonlyArray<{ readonly term: string, readonly estimate: number, readonly standardError: number, readonly tStatistic: number | null, readonly pValue: number | null, readonly lower: number, readonly upper: number }>, readonly covariance: { readonly estimator: CovarianceEstimator, readonly lags: number | null, readonly smallSample: boolean }, readonly annualizedAlpha: { readonly arithmetic: number, readonly compounded: number | null, readonly jensen: number | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> } | null };

export type ReturnsQueryVariables = Exact<{
  symbol: string;
  period?: PeriodInput | null | undefined;
  kind?: ReturnKind | null | undefined;
}>;


export type ReturnsQuery = { readonly asset: { readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null, readonly returns: { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } } } | null };

export type RollingRegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  inference?: InferenceInput | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
  window: number;
}>;


export type RollingRegressionQuery = { readonly regression: { readonly id: string, readonly rolling: { readonly packed: { readonly length: number, readonly dates: string, readonly alpha: string, readonly beta: string, readonly standardError: string, readonly rSquared: string, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly values: string, readonly standardErrors: string }> } }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } | null };

export type ScreenQueryVariables = Exact<{
  symbols: ReadonlyArray<string> | string;
  benchmarks: ReadonlyArray<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
  riskFree?: RiskFreeInput | null | undefined;
}>;


export type ScreenQuery = { readonly screen: ReadonlyArray<{ readonly symbol: string, readonly beta: number | null, readonly alpha: number | null, readonly rSquared: number | null, readonly standardError: number | null, readonly alphaStandardError: number | null, readonly betas: ReadonlyArray<number> | null, readonly standardErrors: ReadonlyArray<number> | null, readonly observations: number | null, readonly firstDate: string | null, readonly lastDate: string | null, readonly datesDropped: number | null, readonly error: { readonly code: ErrorCode, readonly message: string } | null }> };

export type SymbolsQueryVariables = Exact<{
  search: string;
  sources?: ReadonlyArray<PriceSource> | PriceSource | null | undefined;
  limit?: number | null | undefined;
}>;


export type SymbolsQuery = { readonly symbols: { readonly matches: ReadonlyArray<{ readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly exchange: string | null, readonly kind: InstrumentKind | null, readonly firstDate: string | null, readonly lastDate: string | null }>, readonly failures: ReadonlyArray<{ readonly source: PriceSource, readonly code: ErrorCode, readonly message: string }> } };

export type WalkForwardChartImagesQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
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


export type WalkForwardChartImagesQuery = { readonly hedgedPortfolio: { readonly id: string, readonly walkForward: { readonly id: string, readonly charts: { readonly cumulative: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly promiseAndFact: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly ratios: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null, readonly drawdowns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly svg: string } | null } } } | null };

export type WalkForwardChartsQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
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


export type WalkForwardChartsQuery = { readonly hedgedPortfolio: { readonly id: string, readonly walkForward: { readonly id: string, readonly charts: { readonly cumulative: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly promiseAndFact: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly ratios: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null, readonly drawdowns: { readonly title: string, readonly subtitle: string, readonly description: string, readonly vegaLite: Readonly<Record<string, unknown>> } | null } } } | null };

export type WalkForwardQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: ReadonlyArray<string> | string;
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
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


export type WalkForwardQuery = { readonly hedgedPortfolio: { readonly id: string, readonly walkForward: { readonly id: string, readonly turnover: number, readonly turnoverAnnualized: number, readonly cost: number, readonly costAnnualized: number, readonly profit: number, readonly netProfit: number, readonly effectiveness: number | null, readonly returns: { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }, readonly netReturns: { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }, readonly unhedged: { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }, readonly ratios: { readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }, readonly instrumentRatios: ReadonlyArray<{ readonly symbol: string | null, readonly packed: { readonly length: number, readonly dates: string, readonly values: string } }>, readonly rebalances: { readonly dates: ReadonlyArray<string>, readonly outcomes: ReadonlyArray<RebalanceOutcome>, readonly turnover: ReadonlyArray<number>, readonly costs: ReadonlyArray<number>, readonly legs: ReadonlyArray<{ readonly symbol: string, readonly held: ReadonlyArray<number>, readonly estimates: ReadonlyArray<number | null> }> }, readonly skipped: ReadonlyArray<{ readonly date: string, readonly reason: string }>, readonly costBreakdown: { readonly trading: number, readonly borrow: number, readonly interest: number }, readonly verification: { readonly id: string, readonly alpha: number, readonly beta: number, readonly observations: number, readonly degreesOfFreedom: number, readonly rSquared: number | null, readonly adjustedRSquared: number | null, readonly residualStandardError: number, readonly fStatistic: number | null, readonly fPValue: number | null, readonly logLikelihood: number | null, readonly aic: number | null, readonly bic: number | null, readonly durbinWatson: number | null, readonly confidence: number, readonly coefficients: ReadonlyArray<{ readonly term: string, readonly estimate: number, readonly standardError: number, readonly tStatistic: number | null, readonly pValue: number | null, readonly lower: number, readonly upper: number }>, readonly covariance: { readonly estimator: CovarianceEstimator, readonly lags: number | null, readonly smallSample: boolean }, readonly annualizedAlpha: { readonly arithmetic: number, readonly compounded: number | null, readonly jensen: number | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly unhedgedRegression: { readonly id: string, readonly alpha: number, readonly beta: number, readonly observations: number, readonly degreesOfFreedom: number, readonly rSquared: number | null, readonly adjustedRSquared: number | null, readonly residualStandardError: number, readonly fStatistic: number | null, readonly fPValue: number | null, readonly logLikelihood: number | null, readonly aic: number | null, readonly bic: number | null, readonly durbinWatson: number | null, readonly confidence: number, readonly coefficients: ReadonlyArray<{ readonly term: string, readonly estimate: number, readonly standardError: number, readonly tStatistic: number | null, readonly pValue: number | null, readonly lower: number, readonly upper: number }>, readonly covariance: { readonly estimator: CovarianceEstimator, readonly lags: number | null, readonly smallSample: boolean }, readonly annualizedAlpha: { readonly arithmetic: number, readonly compounded: number | null, readonly jensen: number | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly realizedBetaIsZero: { readonly statistic: number | null, readonly pValue: number | null, readonly distribution: string }, readonly promised: { readonly beta: number, readonly lower: number | null, readonly upper: number | null, readonly annualizedVolatility: number, readonly effectiveness: number | null, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly beta: number, readonly lower: number | null, readonly upper: number | null }> }, readonly realized: { readonly beta: number, readonly lower: number | null, readonly upper: number | null, readonly annualizedVolatility: number, readonly effectiveness: number | null, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly beta: number, readonly lower: number | null, readonly upper: number | null }> }, readonly withoutHedge: { readonly beta: number, readonly lower: number | null, readonly upper: number | null, readonly annualizedVolatility: number, readonly effectiveness: number | null, readonly betas: ReadonlyArray<{ readonly benchmark: string, readonly beta: number, readonly lower: number | null, readonly upper: number | null }> }, readonly performance: { readonly unhedged: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly hedged: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly benchmark: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly conventions: { readonly periodsPerYear: number, readonly returnKind: ReturnKind, readonly confidence: number, readonly benchmark: string, readonly firstDate: string, readonly lastDate: string, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null } }, readonly netPerformance: { readonly observations: number, readonly cumulativeReturn: number | null, readonly annualizedReturn: number | null, readonly annualizedVolatility: number | null, readonly sharpe: number | null, readonly sortino: number | null, readonly calmar: number | null, readonly skew: number | null, readonly kurtosis: number | null, readonly valueAtRisk: number, readonly expectedShortfall: number, readonly trackingError: number | null, readonly informationRatio: number | null, readonly treynor: number | null, readonly upCapture: number | null, readonly downCapture: number | null, readonly hitRate: number, readonly maximumDrawdown: { readonly depth: number, readonly peakDate: string, readonly troughDate: string, readonly recoveryDate: string | null } | null, readonly undefinedQuantities: ReadonlyArray<{ readonly quantity: string, readonly reason: string }> }, readonly settings: { readonly lookback: number, readonly rebalanceEvery: number, readonly estimator: BetaEstimator, readonly targetBeta: number, readonly holding: HedgeHolding, readonly driftTrigger: number | null, readonly costs: { readonly tradingBps: number, readonly borrowRate: number, readonly cashRate: number } | null }, readonly provenance: { readonly firstDate: string, readonly lastDate: string, readonly observations: number, readonly datesDropped: number, readonly startsWith: ReadonlyArray<string>, readonly endsWith: ReadonlyArray<string>, readonly priceAdjustment: PriceAdjustment, readonly interval: Interval, readonly returnKind: ReturnKind, readonly periodsPerYear: number, readonly riskFree: { readonly annualRate: number | null, readonly symbol: string | null, readonly annualizedRate: number | null } | null, readonly assets: ReadonlyArray<{ readonly id: string, readonly symbol: string, readonly source: PriceSource, readonly name: string | null, readonly currency: string | null, readonly exchange: string | null, readonly retrievedAt: string | null, readonly stale: string | null }>, readonly warnings: ReadonlyArray<{ readonly code: WarningCode, readonly message: string }> } } } | null };

/**
 * What is known of one asset, without its prices.
 *
 * @example
 * ```ts
 * const { asset } = await hedgeql.asset({ symbol: "sample:AAPL" });
 * console.log(asset.name, asset.currency); // Apple Inc. USD
 * ```
 */
export const Asset = "query Asset($symbol:String!){asset(symbol:$symbol){id symbol source name currency exchange retrievedAt stale}}" as Operation<AssetQuery, AssetQueryVariables>;
/** What `asset` gives. */
export interface AssetResult extends Answered<Unpacked<AssetQuery>> {}

/**
 * What is known of several assets. A bad symbol makes the call fail; the error's `data` still has the others.
 *
 * @example
 * ```ts
 * const { assets } = await hedgeql.assets({ symbols: ["sample:AAPL", "sample:^GSPC"] });
 * console.log(assets.map(({ name }) => name).join("; ")); // Apple Inc.; S&P 500 price index, without dividends
 * ```
 */
export const Assets = "query Assets($symbols:[String!]!){assets(symbols:$symbols){id symbol source name currency exchange retrievedAt stale}}" as Operation<AssetsQuery, AssetsQueryVariables>;
/** What `assets` gives. */
export interface AssetsResult extends Answered<Unpacked<AssetsQuery>> {}

/**
 * Beta by several estimators side by side; all of them unless `estimators` names some.
 *
 * @example
 * ```ts
 * const { regression } = await hedgeql.betaEstimates({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   estimators: ["OLS", "HUBER", "KALMAN"],
 * });
 * for (const { estimator, value } of regression.betaEstimates) console.log(estimator, value?.toFixed(4));
 * // OLS 0.9934
 * // HUBER 0.9899
 * // KALMAN 1.0975
 * ```
 */
export const BetaEstimates = "query BetaEstimates($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$estimators:[BetaEstimator!]$parameters:BetaParametersInput$benchmark:String){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id betaEstimates(estimators:$estimators parameters:$parameters benchmark:$benchmark){estimator value standardError lower upper note}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<BetaEstimatesQuery, BetaEstimatesQueryVariables>;
/** What `betaEstimates` gives. */
export interface BetaEstimatesResult extends Answered<Unpacked<BetaEstimatesQuery>> {}

/**
 * The same pictures, finished, as SVG.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.chartImages({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   theme: "DARK",
 * });
 * console.log(hedgedPortfolio.charts.cumulative?.svg.slice(0, 4), hedgedPortfolio.charts.cumulative?.title);
 * // <svg sample:AAPL hedged with sample:^GSPC: cumulative return
 * ```
 */
export const ChartImages = "query ChartImages($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$benchmark:String$window:Int$width:Int!=800$height:Int!=450$theme:ChartTheme!=LIGHT){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id charts{dailyReturns{...ChartImage}regression(benchmark:$benchmark){...ChartImage}hedgedReturns{...ChartImage}rollingBeta(window:$window benchmark:$benchmark){...ChartImage}cumulative{...ChartImage}drawdowns{...ChartImage}residuals{...ChartImage}residualQuantiles{...ChartImage}influence(benchmark:$benchmark){...ChartImage}}}}fragment ChartImage on Chart{title subtitle description svg(width:$width height:$height theme:$theme)}" as Operation<ChartImagesQuery, ChartImagesQueryVariables>;
/** What `chartImages` gives. */
export interface ChartImagesResult extends Answered<Unpacked<ChartImagesQuery>> {}

/**
 * The pictures of an analysis as Vega-Lite specifications, all in sample.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.charts({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * console.log(hedgedPortfolio.charts.regression?.subtitle);
 * // 2013-05-13 to 2018-05-11, 1,259 daily returns; beta 0.9934, 95% interval 0.9063 to 1.0805; shaded: the same interval of the line
 * ```
 */
export const Charts = "query Charts($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$benchmark:String$window:Int$theme:ChartTheme){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id charts{dailyReturns{...ChartSpecification}regression(benchmark:$benchmark){...ChartSpecification}hedgedReturns{...ChartSpecification}rollingBeta(window:$window benchmark:$benchmark){...ChartSpecification}cumulative{...ChartSpecification}drawdowns{...ChartSpecification}residuals{...ChartSpecification}residualQuantiles{...ChartSpecification}influence(benchmark:$benchmark){...ChartSpecification}}}}fragment ChartSpecification on Chart{title subtitle description vegaLite(theme:$theme)}" as Operation<ChartsQuery, ChartsQueryVariables>;
/** What `charts` gives. */
export interface ChartsResult extends Answered<Unpacked<ChartsQuery>> {}

/**
 * The same walk by several estimators and lookbacks, side by side, ranked.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.compareEstimators({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   estimators: ["OLS", "HUBER"],
 *   lookbacks: [126, 252],
 * });
 * const [best] = hedgedPortfolio.compareEstimators;
 * console.log(best.estimator, best.lookback, best.annualizedVolatility?.toFixed(4)); // HUBER 252 0.1812
 * ```
 */
export const CompareEstimators = "query CompareEstimators($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$estimators:[BetaEstimator!]$lookbacks:[Int!]$rebalanceEvery:Int$orderBy:ScoreOrder$targetBeta:Float$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id compareEstimators(estimators:$estimators lookbacks:$lookbacks rebalanceEvery:$rebalanceEvery orderBy:$orderBy targetBeta:$targetBeta parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){estimator lookback realizedBeta lower upper betaIsZero{statistic pValue distribution}annualizedVolatility effectiveness turnover cost netReturn skipped ranks{realizedBeta hedgedVariance turnover netReturn}reason}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<CompareEstimatorsQuery, CompareEstimatorsQueryVariables>;
/** What `compareEstimators` gives. */
export interface CompareEstimatorsResult extends Answered<Unpacked<CompareEstimatorsQuery>> {}

/**
 * Whether a regression deserves trust: tests, and the dates that move beta most.
 *
 * @example
 * ```ts
 * const { regression } = await hedgeql.diagnostics({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * console.log(regression.diagnostics.betaCusum.date, regression.diagnostics.betaCusum.pValue?.toFixed(4));
 * // 2014-10-14 0.0005
 * ```
 */
export const Diagnostics = "query Diagnostics($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lags:Int$breakDate:Date$influentialDates:Int$benchmark:String){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id diagnostics{durbinWatson{...TestFields}ljungBox(lags:$lags){...TestFields}jarqueBera{...TestFields}breuschPagan{...TestFields}betaCusum(benchmark:$benchmark){...StabilityFields}residualCusum{...StabilityFields}chow(date:$breakDate){...StabilityFields}conditionNumber conditionMeaning varianceInflation{benchmark factor}influence(count:$influentialDates benchmark:$benchmark){date change portfolioReturn benchmarkReturn leverage studentizedResidual cooksDistance reason}}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}fragment TestFields on DiagnosticTest{statistic pValue meaning reason}fragment StabilityFields on StabilityTest{statistic pValue date meaning reason}" as Operation<DiagnosticsQuery, DiagnosticsQueryVariables>;
/** What `diagnostics` gives. */
export interface DiagnosticsResult extends Answered<Unpacked<DiagnosticsQuery>> {}

/**
 * The regression of all returns up to each date, as columns.
 *
 * @example
 * ```ts
 * const { regression } = await hedgeql.expandingRegression({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   minimum: 60,
 * });
 * const { expanding } = regression;
 * console.log(expanding.dates.at(0), expanding.beta.at(0)?.toFixed(4), expanding.beta.at(-1)?.toFixed(4));
 * // 2013-08-07 0.2674 0.9934
 * ```
 */
export const ExpandingRegression = "query ExpandingRegression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$minimum:Int!){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id expanding(minimum:$minimum){packed{length dates alpha beta standardError rSquared betas{benchmark values standardErrors}}}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<ExpandingRegressionQuery, ExpandingRegressionQueryVariables>;
/** What `expandingRegression` gives. */
export interface ExpandingRegressionResult extends Answered<Unpacked<ExpandingRegressionQuery>> {}

/**
 * The hedge of a portfolio of some value as an order: legs in money and shares, and what beta is left.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.hedge({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   value: 1_000_000,
 *   wholeShares: true,
 * });
 * const [{ side, shares, symbol }] = hedgedPortfolio.hedge.legs;
 * console.log(side, shares, symbol); // SELL 346 sample:^GSPC
 * ```
 */
export const Hedge = "query Hedge($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$value:Float!$currency:String$exchangeRates:[ExchangeRateInput!]$wholeShares:Boolean$lots:[LotInput!]$lookback:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id hedge(value:$value currency:$currency exchangeRates:$exchangeRates wholeShares:$wholeShares lots:$lots lookback:$lookback targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm){legs{symbol side quantity ratio notional shares lots exactRatio exactShares price priceDate currency exchangeRate lotSize}residualBeta residualValue neutrality{benchmark beta{estimator value standardError lower upper note}targetBeta hedgedBeta residualBeta residualValue}grossExposure netExposure effectiveness value currency fittedFrom fittedTo targetBeta estimator minimumNorm warnings{code message}}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<HedgeQuery, HedgeQueryVariables>;
/** What `hedge` gives. */
export interface HedgeResult extends Answered<Unpacked<HedgeQuery>> {}

/**
 * A portfolio, the hedge that removes its beta, the hedged returns, and their regression on the same benchmarks.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * const { regression, returns } = hedgedPortfolio;
 * console.log(regression.beta.toFixed(4), returns.length, returns.dates.at(-1), returns.values.at(-1)?.toFixed(4));
 * // 0.9934 1259 2018-05-11 -0.0055
 * ```
 */
export const HedgedPortfolio = "query HedgedPortfolio($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id regression{...RegressionFields}unhedged{...ReturnFields}returns{...ReturnFields}ratios{symbol ratio}benchmarks{...ReturnFields}verification{...RegressionFields}effectiveness provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}fragment RegressionFields on Regression{id alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson confidence covariance{estimator lags smallSample}annualizedAlpha{arithmetic compounded jensen undefinedQuantities{quantity reason}}undefinedQuantities{quantity reason}}fragment ReturnFields on ReturnSeries{symbol packed{length dates values}}" as Operation<HedgedPortfolioQuery, HedgedPortfolioQueryVariables>;
/** What `hedgedPortfolio` gives. */
export interface HedgedPortfolioResult extends Answered<Unpacked<HedgedPortfolioQuery>> {}

/**
 * Alpha and betas that move, by the Kalman filter: filtered, or smoothed on request.
 *
 * @example
 * ```ts
 * const { regression } = await hedgeql.kalmanRegression({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * console.log(regression.kalman.beta.at(-1)?.toFixed(3), regression.kalman.standardError.at(-1)?.toFixed(3));
 * // 1.098 0.152
 * ```
 */
export const KalmanRegression = "query KalmanRegression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$smoothed:Boolean$noise:KalmanNoiseInput){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id kalman(smoothed:$smoothed noise:$noise){packed{length dates alpha alphaStandardError beta standardError betas{benchmark values standardErrors}}noise{observation alpha betas}logLikelihood converged}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<KalmanRegressionQuery, KalmanRegressionQueryVariables>;
/** What `kalmanRegression` gives. */
export interface KalmanRegressionResult extends Answered<Unpacked<KalmanRegressionQuery>> {}

/**
 * Return and risk of the portfolio without the hedge, with it, and of the benchmark; the hedge with hindsight.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.performance({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * const { unhedged, hedged } = hedgedPortfolio.performance;
 * console.log(unhedged.maximumDrawdown?.depth?.toFixed(3), hedged.maximumDrawdown?.depth?.toFixed(3)); // 0.304 0.285
 * ```
 */
export const Performance = "query Performance($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$confidence:Float){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id performance(confidence:$confidence){unhedged{...PerformanceFields}hedged{...PerformanceFields}benchmark{...PerformanceFields}conventions{periodsPerYear returnKind riskFree{annualRate symbol annualizedRate}confidence benchmark firstDate lastDate}}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}fragment PerformanceFields on Performance{observations cumulativeReturn annualizedReturn annualizedVolatility sharpe sortino calmar maximumDrawdown{depth peakDate troughDate recoveryDate}skew kurtosis valueAtRisk expectedShortfall trackingError informationRatio treynor upCapture downCapture hitRate undefinedQuantities{quantity reason}}" as Operation<PerformanceQuery, PerformanceQueryVariables>;
/** What `performance` gives. */
export interface PerformanceResult extends Answered<Unpacked<PerformanceQuery>> {}

/**
 * An asset and its adjusted closes.
 *
 * @example
 * ```ts
 * const { asset } = await hedgeql.prices({ symbol: "sample:AAPL", period: { start: "2018-05-01" } });
 * const { dates, adjustedCloses } = asset.prices;
 * console.log(dates.at(-1), adjustedCloses.at(-1), Math.max(...adjustedCloses)); // 2018-05-11 188.589996 189.309998
 * ```
 */
export const Prices = "query Prices($symbol:String!$period:PeriodInput){asset(symbol:$symbol){id symbol source name currency exchange retrievedAt stale prices(period:$period){packed{length dates adjustedCloses:values}}}}" as Operation<PricesQuery, PricesQueryVariables>;
/** What `prices` gives. */
export interface PricesResult extends Answered<Unpacked<PricesQuery>> {}

/**
 * Whether a hedge that has been held since a date should be brought back, the trades, and their cost against the risk that they remove.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.rebalanceAdvice({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   value: 1_000_000,
 *   ratios: [0.9],
 *   since: "2018-01-02",
 *   lookback: 252,
 * });
 * const { act, legs } = hedgedPortfolio.rebalanceAdvice;
 * console.log(act, legs[0].side, legs[0].tradeShares.toFixed(1)); // true SELL 119.3
 * ```
 */
export const RebalanceAdvice = "query RebalanceAdvice($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$value:Float!$currency:String$exchangeRates:[ExchangeRateInput!]$wholeShares:Boolean$lots:[LotInput!]$ratios:[Float!]!$since:Date!$lookback:Int$threshold:Float$tradingBps:Float$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id rebalanceAdvice(value:$value currency:$currency exchangeRates:$exchangeRates wholeShares:$wholeShares lots:$lots ratios:$ratios since:$since lookback:$lookback threshold:$threshold tradingBps:$tradingBps targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm){act reason largestDrift beyondThreshold beyondNoise legs{symbol ratioThen ratioNow estimate drift side quantity tradeRatio tradeNotional tradeShares price priceDate currency exchangeRate lotSize}neutrality{benchmark beta{estimator value standardError lower upper note}targetBeta hedgedBeta residualBeta beyondNoise}since asOf threshold value currency turnover cost costValue volatilityNow volatilityAfter volatilityRemoved warnings{code message}}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<RebalanceAdviceQuery, RebalanceAdviceQueryVariables>;
/** What `rebalanceAdvice` gives. */
export interface RebalanceAdviceResult extends Answered<Unpacked<RebalanceAdviceQuery>> {}

/**
 * Alpha and beta of a portfolio against one or more benchmarks.
 *
 * @example
 * ```ts
 * const { regression } = await hedgeql.regression({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   inference: { covariance: "HAC" },
 * });
 * const [, beta] = regression.coefficients;
 * console.log(beta.estimate.toFixed(4), beta.standardError.toFixed(4), beta.term); // 0.9934 0.0482 sample:^GSPC
 * ```
 */
export const Regression = "query Regression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson confidence covariance{estimator lags smallSample}annualizedAlpha{arithmetic compounded jensen undefinedQuantities{quantity reason}}undefinedQuantities{quantity reason}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<RegressionQuery, RegressionQueryVariables>;
/** What `regression` gives. */
export interface RegressionResult extends Answered<Unpacked<RegressionQuery>> {}

/**
 * An asset and its returns.
 *
 * @example
 * ```ts
 * const { asset } = await hedgeql.returns({ symbol: "sample:^GSPC", period: { start: "2008-09-01", end: "2008-10-31" } });
 * for (const { date, value } of asset.returns) if (value < -0.08) console.log(date, value.toFixed(4));
 * // 2008-09-29 -0.0881
 * // 2008-10-15 -0.0903
 * ```
 */
export const Returns = "query Returns($symbol:String!$period:PeriodInput$kind:ReturnKind){asset(symbol:$symbol){id symbol source name currency exchange retrievedAt stale returns(period:$period kind:$kind){symbol packed{length dates values}}}}" as Operation<ReturnsQuery, ReturnsQueryVariables>;
/** What `returns` gives. */
export interface ReturnsResult extends Answered<Unpacked<ReturnsQuery>> {}

/**
 * The regression in every window of so many returns, as columns.
 *
 * @example
 * ```ts
 * const { regression } = await hedgeql.rollingRegression({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   window: 252,
 * });
 * const { dates, beta } = regression.rolling;
 * const highest = Math.max(...beta);
 * console.log(highest.toFixed(4), dates.at(beta.indexOf(highest))); // 1.4239 2018-02-02
 * ```
 */
export const RollingRegression = "query RollingRegression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$window:Int!){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id rolling(window:$window){packed{length dates alpha beta standardError rSquared betas{benchmark values standardErrors}}}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}" as Operation<RollingRegressionQuery, RollingRegressionQueryVariables>;
/** What `rollingRegression` gives. */
export interface RollingRegressionResult extends Answered<Unpacked<RollingRegressionQuery>> {}

/**
 * Alpha and beta of many symbols against the same benchmarks, one row each. A symbol that fails has its reason in its row.
 *
 * @example
 * ```ts
 * const { screen } = await hedgeql.screen({
 *   symbols: ["sample:AAPL", "sample:IBM-MONTHLY", "sample:NOBODY"],
 *   benchmarks: ["sample:^GSPC"],
 *   period: { interval: "MONTH" },
 * });
 * for (const { symbol, beta, error } of screen) console.log(symbol, beta?.toFixed(4) ?? error?.code);
 * // sample:AAPL 1.2707
 * // sample:IBM-MONTHLY 1.2296
 * // sample:NOBODY UNKNOWN_SYMBOL
 * ```
 */
export const Screen = "query Screen($symbols:[String!]!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind$riskFree:RiskFreeInput){screen(symbols:$symbols benchmarks:$benchmarks period:$period returnKind:$returnKind riskFree:$riskFree){symbol beta alpha rSquared standardError alphaStandardError betas standardErrors observations firstDate lastDate datesDropped error{code message}}}" as Operation<ScreenQuery, ScreenQueryVariables>;
/** What `screen` gives. */
export interface ScreenResult extends Answered<Unpacked<ScreenQuery>> {}

/**
 * Symbols for a box that suggests while one types, from every source. A source that fails is told beside the matches.
 *
 * @example
 * ```ts
 * const { symbols } = await hedgeql.symbols({ search: "app", sources: ["SAMPLE"] });
 * console.log(symbols.matches.map(({ symbol }) => symbol).join(" ")); // sample:AAPL sample:AAPL-MONTHLY
 * ```
 */
export const Symbols = "query Symbols($search:String!$sources:[PriceSource!]$limit:Int){symbols(search:$search sources:$sources limit:$limit){matches{symbol source name exchange kind firstDate lastDate}failures{source code message}}}" as Operation<SymbolsQuery, SymbolsQueryVariables>;
/** What `symbols` gives. */
export interface SymbolsResult extends Answered<Unpacked<SymbolsQuery>> {}

/**
 * The pictures of a walk, finished, as SVG.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.walkForwardChartImages({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   width: 640,
 *   height: 360,
 * });
 * console.log(hedgedPortfolio.walkForward.charts.ratios?.svg.includes("viewBox")); // true
 * ```
 */
export const WalkForwardChartImages = "query WalkForwardChartImages($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lookback:Int$rebalanceEvery:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float$window:Int$width:Int!=800$height:Int!=450$theme:ChartTheme!=LIGHT){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id walkForward(lookback:$lookback rebalanceEvery:$rebalanceEvery targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){id charts{cumulative{...ChartImage}promiseAndFact(window:$window){...ChartImage}ratios{...ChartImage}drawdowns{...ChartImage}}}}}fragment ChartImage on Chart{title subtitle description svg(width:$width height:$height theme:$theme)}" as Operation<WalkForwardChartImagesQuery, WalkForwardChartImagesQueryVariables>;
/** What `walkForwardChartImages` gives. */
export interface WalkForwardChartImagesResult extends Answered<Unpacked<WalkForwardChartImagesQuery>> {}

/**
 * The pictures of a walk as Vega-Lite specifications, all out of sample.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.walkForwardCharts({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 * });
 * console.log(hedgedPortfolio.walkForward.charts.promiseAndFact?.title);
 * // sample:AAPL hedged: beta to sample:^GSPC, promise and fact
 * ```
 */
export const WalkForwardCharts = "query WalkForwardCharts($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lookback:Int$rebalanceEvery:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float$window:Int$theme:ChartTheme){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id walkForward(lookback:$lookback rebalanceEvery:$rebalanceEvery targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){id charts{cumulative{...ChartSpecification}promiseAndFact(window:$window){...ChartSpecification}ratios{...ChartSpecification}drawdowns{...ChartSpecification}}}}}fragment ChartSpecification on Chart{title subtitle description vegaLite(theme:$theme)}" as Operation<WalkForwardChartsQuery, WalkForwardChartsQueryVariables>;
/** What `walkForwardCharts` gives. */
export interface WalkForwardChartsResult extends Answered<Unpacked<WalkForwardChartsQuery>> {}

/**
 * The hedge as it could have been traded: fitted on the past only, held until the next rebalance, costed, verified out of sample.
 *
 * @example
 * ```ts
 * const { hedgedPortfolio } = await hedgeql.walkForward({
 *   portfolio: { symbol: "sample:AAPL" },
 *   benchmarks: ["sample:^GSPC"],
 *   costs: { tradingBps: 2 },
 * });
 * const { promised, realized, netReturns } = hedgedPortfolio.walkForward;
 * console.log(promised.effectiveness?.toFixed(3), realized.effectiveness?.toFixed(3), netReturns.length);
 * // 0.318 0.363 1007
 * ```
 */
export const WalkForward = "query WalkForward($portfolio:PortfolioInput!$benchmarks:[String!]!$hedgeWith:[String!]$period:PeriodInput$returnKind:ReturnKind$inference:InferenceInput$riskFree:RiskFreeInput$lookback:Int$rebalanceEvery:Int$targetBeta:Float$estimator:BetaEstimator$parameters:BetaParametersInput$minimumNorm:Boolean$costs:CostsInput$holding:HedgeHolding$driftTrigger:Float){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks hedgeWith:$hedgeWith period:$period returnKind:$returnKind inference:$inference riskFree:$riskFree){id walkForward(lookback:$lookback rebalanceEvery:$rebalanceEvery targetBeta:$targetBeta estimator:$estimator parameters:$parameters minimumNorm:$minimumNorm costs:$costs holding:$holding driftTrigger:$driftTrigger){id returns{...ReturnFields}netReturns{...ReturnFields}unhedged{...ReturnFields}ratios{...RatioFields}instrumentRatios{...RatioFields}rebalances{dates outcomes legs{symbol held estimates}turnover costs}skipped{date reason}turnover turnoverAnnualized cost costAnnualized profit netProfit costBreakdown{trading borrow interest}verification{...RegressionFields}unhedgedRegression{...RegressionFields}realizedBetaIsZero{statistic pValue distribution}effectiveness promised{...HedgeOutcomeFields}realized{...HedgeOutcomeFields}withoutHedge{...HedgeOutcomeFields}performance{unhedged{...PerformanceFields}hedged{...PerformanceFields}benchmark{...PerformanceFields}conventions{periodsPerYear returnKind riskFree{annualRate symbol annualizedRate}confidence benchmark firstDate lastDate}}netPerformance{...PerformanceFields}settings{lookback rebalanceEvery estimator targetBeta holding driftTrigger costs{tradingBps borrowRate cashRate}}provenance{firstDate lastDate observations datesDropped startsWith endsWith priceAdjustment interval returnKind periodsPerYear riskFree{annualRate symbol annualizedRate}assets{id symbol source name currency exchange retrievedAt stale}warnings{code message}}}}}fragment ReturnFields on ReturnSeries{symbol packed{length dates values}}fragment RatioFields on RatioSeries{symbol packed{length dates values}}fragment RegressionFields on Regression{id alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson confidence covariance{estimator lags smallSample}annualizedAlpha{arithmetic compounded jensen undefinedQuantities{quantity reason}}undefinedQuantities{quantity reason}}fragment HedgeOutcomeFields on HedgeOutcome{beta lower upper betas{benchmark beta lower upper}annualizedVolatility effectiveness}fragment PerformanceFields on Performance{observations cumulativeReturn annualizedReturn annualizedVolatility sharpe sortino calmar maximumDrawdown{depth peakDate troughDate recoveryDate}skew kurtosis valueAtRisk expectedShortfall trackingError informationRatio treynor upCapture downCapture hitRate undefinedQuantities{quantity reason}}" as Operation<WalkForwardQuery, WalkForwardQueryVariables>;
/** What `walkForward` gives. */
export interface WalkForwardResult extends Answered<Unpacked<WalkForwardQuery>> {}

/** One method an operation. Each throws a `HedgeQLError` and nothing else. */
export interface Methods<Options> {
  /**
   * What is known of one asset, without its prices.
   *
   * @example
   * ```ts
   * const { asset } = await hedgeql.asset({ symbol: "sample:AAPL" });
   * console.log(asset.name, asset.currency); // Apple Inc. USD
   * ```
   */
  asset(variables: AssetQueryVariables, options?: Options): Promise<AssetResult>;
  /**
   * What is known of several assets. A bad symbol makes the call fail; the error's `data` still has the others.
   *
   * @example
   * ```ts
   * const { assets } = await hedgeql.assets({ symbols: ["sample:AAPL", "sample:^GSPC"] });
   * console.log(assets.map(({ name }) => name).join("; ")); // Apple Inc.; S&P 500 price index, without dividends
   * ```
   */
  assets(variables: AssetsQueryVariables, options?: Options): Promise<AssetsResult>;
  /**
   * Beta by several estimators side by side; all of them unless `estimators` names some.
   *
   * @example
   * ```ts
   * const { regression } = await hedgeql.betaEstimates({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   estimators: ["OLS", "HUBER", "KALMAN"],
   * });
   * for (const { estimator, value } of regression.betaEstimates) console.log(estimator, value?.toFixed(4));
   * // OLS 0.9934
   * // HUBER 0.9899
   * // KALMAN 1.0975
   * ```
   */
  betaEstimates(variables: BetaEstimatesQueryVariables, options?: Options): Promise<BetaEstimatesResult>;
  /**
   * The same pictures, finished, as SVG.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.chartImages({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   theme: "DARK",
   * });
   * console.log(hedgedPortfolio.charts.cumulative?.svg.slice(0, 4), hedgedPortfolio.charts.cumulative?.title);
   * // <svg sample:AAPL hedged with sample:^GSPC: cumulative return
   * ```
   */
  chartImages(variables: ChartImagesQueryVariables, options?: Options): Promise<ChartImagesResult>;
  /**
   * The pictures of an analysis as Vega-Lite specifications, all in sample.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.charts({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   * });
   * console.log(hedgedPortfolio.charts.regression?.subtitle);
   * // 2013-05-13 to 2018-05-11, 1,259 daily returns; beta 0.9934, 95% interval 0.9063 to 1.0805; shaded: the same interval of the line
   * ```
   */
  charts(variables: ChartsQueryVariables, options?: Options): Promise<ChartsResult>;
  /**
   * The same walk by several estimators and lookbacks, side by side, ranked.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.compareEstimators({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   estimators: ["OLS", "HUBER"],
   *   lookbacks: [126, 252],
   * });
   * const [best] = hedgedPortfolio.compareEstimators;
   * console.log(best.estimator, best.lookback, best.annualizedVolatility?.toFixed(4)); // HUBER 252 0.1812
   * ```
   */
  compareEstimators(variables: CompareEstimatorsQueryVariables, options?: Options): Promise<CompareEstimatorsResult>;
  /**
   * Whether a regression deserves trust: tests, and the dates that move beta most.
   *
   * @example
   * ```ts
   * const { regression } = await hedgeql.diagnostics({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   * });
   * console.log(regression.diagnostics.betaCusum.date, regression.diagnostics.betaCusum.pValue?.toFixed(4));
   * // 2014-10-14 0.0005
   * ```
   */
  diagnostics(variables: DiagnosticsQueryVariables, options?: Options): Promise<DiagnosticsResult>;
  /**
   * The regression of all returns up to each date, as columns.
   *
   * @example
   * ```ts
   * const { regression } = await hedgeql.expandingRegression({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   minimum: 60,
   * });
   * const { expanding } = regression;
   * console.log(expanding.dates.at(0), expanding.beta.at(0)?.toFixed(4), expanding.beta.at(-1)?.toFixed(4));
   * // 2013-08-07 0.2674 0.9934
   * ```
   */
  expandingRegression(variables: ExpandingRegressionQueryVariables, options?: Options): Promise<ExpandingRegressionResult>;
  /**
   * The hedge of a portfolio of some value as an order: legs in money and shares, and what beta is left.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.hedge({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   value: 1_000_000,
   *   wholeShares: true,
   * });
   * const [{ side, shares, symbol }] = hedgedPortfolio.hedge.legs;
   * console.log(side, shares, symbol); // SELL 346 sample:^GSPC
   * ```
   */
  hedge(variables: HedgeQueryVariables, options?: Options): Promise<HedgeResult>;
  /**
   * A portfolio, the hedge that removes its beta, the hedged returns, and their regression on the same benchmarks.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.hedgedPortfolio({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   * });
   * const { regression, returns } = hedgedPortfolio;
   * console.log(regression.beta.toFixed(4), returns.length, returns.dates.at(-1), returns.values.at(-1)?.toFixed(4));
   * // 0.9934 1259 2018-05-11 -0.0055
   * ```
   */
  hedgedPortfolio(variables: HedgedPortfolioQueryVariables, options?: Options): Promise<HedgedPortfolioResult>;
  /**
   * Alpha and betas that move, by the Kalman filter: filtered, or smoothed on request.
   *
   * @example
   * ```ts
   * const { regression } = await hedgeql.kalmanRegression({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   * });
   * console.log(regression.kalman.beta.at(-1)?.toFixed(3), regression.kalman.standardError.at(-1)?.toFixed(3));
   * // 1.098 0.152
   * ```
   */
  kalmanRegression(variables: KalmanRegressionQueryVariables, options?: Options): Promise<KalmanRegressionResult>;
  /**
   * Return and risk of the portfolio without the hedge, with it, and of the benchmark; the hedge with hindsight.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.performance({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   * });
   * const { unhedged, hedged } = hedgedPortfolio.performance;
   * console.log(unhedged.maximumDrawdown?.depth?.toFixed(3), hedged.maximumDrawdown?.depth?.toFixed(3)); // 0.304 0.285
   * ```
   */
  performance(variables: PerformanceQueryVariables, options?: Options): Promise<PerformanceResult>;
  /**
   * An asset and its adjusted closes.
   *
   * @example
   * ```ts
   * const { asset } = await hedgeql.prices({ symbol: "sample:AAPL", period: { start: "2018-05-01" } });
   * const { dates, adjustedCloses } = asset.prices;
   * console.log(dates.at(-1), adjustedCloses.at(-1), Math.max(...adjustedCloses)); // 2018-05-11 188.589996 189.309998
   * ```
   */
  prices(variables: PricesQueryVariables, options?: Options): Promise<PricesResult>;
  /**
   * Whether a hedge that has been held since a date should be brought back, the trades, and their cost against the risk that they remove.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.rebalanceAdvice({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   value: 1_000_000,
   *   ratios: [0.9],
   *   since: "2018-01-02",
   *   lookback: 252,
   * });
   * const { act, legs } = hedgedPortfolio.rebalanceAdvice;
   * console.log(act, legs[0].side, legs[0].tradeShares.toFixed(1)); // true SELL 119.3
   * ```
   */
  rebalanceAdvice(variables: RebalanceAdviceQueryVariables, options?: Options): Promise<RebalanceAdviceResult>;
  /**
   * Alpha and beta of a portfolio against one or more benchmarks.
   *
   * @example
   * ```ts
   * const { regression } = await hedgeql.regression({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   inference: { covariance: "HAC" },
   * });
   * const [, beta] = regression.coefficients;
   * console.log(beta.estimate.toFixed(4), beta.standardError.toFixed(4), beta.term); // 0.9934 0.0482 sample:^GSPC
   * ```
   */
  regression(variables: RegressionQueryVariables, options?: Options): Promise<RegressionResult>;
  /**
   * An asset and its returns.
   *
   * @example
   * ```ts
   * const { asset } = await hedgeql.returns({ symbol: "sample:^GSPC", period: { start: "2008-09-01", end: "2008-10-31" } });
   * for (const { date, value } of asset.returns) if (value < -0.08) console.log(date, value.toFixed(4));
   * // 2008-09-29 -0.0881
   * // 2008-10-15 -0.0903
   * ```
   */
  returns(variables: ReturnsQueryVariables, options?: Options): Promise<ReturnsResult>;
  /**
   * The regression in every window of so many returns, as columns.
   *
   * @example
   * ```ts
   * const { regression } = await hedgeql.rollingRegression({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   window: 252,
   * });
   * const { dates, beta } = regression.rolling;
   * const highest = Math.max(...beta);
   * console.log(highest.toFixed(4), dates.at(beta.indexOf(highest))); // 1.4239 2018-02-02
   * ```
   */
  rollingRegression(variables: RollingRegressionQueryVariables, options?: Options): Promise<RollingRegressionResult>;
  /**
   * Alpha and beta of many symbols against the same benchmarks, one row each. A symbol that fails has its reason in its row.
   *
   * @example
   * ```ts
   * const { screen } = await hedgeql.screen({
   *   symbols: ["sample:AAPL", "sample:IBM-MONTHLY", "sample:NOBODY"],
   *   benchmarks: ["sample:^GSPC"],
   *   period: { interval: "MONTH" },
   * });
   * for (const { symbol, beta, error } of screen) console.log(symbol, beta?.toFixed(4) ?? error?.code);
   * // sample:AAPL 1.2707
   * // sample:IBM-MONTHLY 1.2296
   * // sample:NOBODY UNKNOWN_SYMBOL
   * ```
   */
  screen(variables: ScreenQueryVariables, options?: Options): Promise<ScreenResult>;
  /**
   * Symbols for a box that suggests while one types, from every source. A source that fails is told beside the matches.
   *
   * @example
   * ```ts
   * const { symbols } = await hedgeql.symbols({ search: "app", sources: ["SAMPLE"] });
   * console.log(symbols.matches.map(({ symbol }) => symbol).join(" ")); // sample:AAPL sample:AAPL-MONTHLY
   * ```
   */
  symbols(variables: SymbolsQueryVariables, options?: Options): Promise<SymbolsResult>;
  /**
   * The pictures of a walk, finished, as SVG.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.walkForwardChartImages({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   width: 640,
   *   height: 360,
   * });
   * console.log(hedgedPortfolio.walkForward.charts.ratios?.svg.includes("viewBox")); // true
   * ```
   */
  walkForwardChartImages(variables: WalkForwardChartImagesQueryVariables, options?: Options): Promise<WalkForwardChartImagesResult>;
  /**
   * The pictures of a walk as Vega-Lite specifications, all out of sample.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.walkForwardCharts({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   * });
   * console.log(hedgedPortfolio.walkForward.charts.promiseAndFact?.title);
   * // sample:AAPL hedged: beta to sample:^GSPC, promise and fact
   * ```
   */
  walkForwardCharts(variables: WalkForwardChartsQueryVariables, options?: Options): Promise<WalkForwardChartsResult>;
  /**
   * The hedge as it could have been traded: fitted on the past only, held until the next rebalance, costed, verified out of sample.
   *
   * @example
   * ```ts
   * const { hedgedPortfolio } = await hedgeql.walkForward({
   *   portfolio: { symbol: "sample:AAPL" },
   *   benchmarks: ["sample:^GSPC"],
   *   costs: { tradingBps: 2 },
   * });
   * const { promised, realized, netReturns } = hedgedPortfolio.walkForward;
   * console.log(promised.effectiveness?.toFixed(3), realized.effectiveness?.toFixed(3), netReturns.length);
   * // 0.318 0.363 1007
   * ```
   */
  walkForward(variables: WalkForwardQueryVariables, options?: Options): Promise<WalkForwardResult>;
}

/** Every operation. A client has a method of each one's name. */
export const operations: readonly string[] = [Asset, Assets, BetaEstimates, ChartImages, Charts, CompareEstimators, Diagnostics, ExpandingRegression, Hedge, HedgedPortfolio, KalmanRegression, Performance, Prices, RebalanceAdvice, Regression, Returns, RollingRegression, Screen, Symbols, WalkForwardChartImages, WalkForwardCharts, WalkForward];
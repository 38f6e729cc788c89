// Made by `pnpm codegen` from schema.graphql and operations/: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Dates } from "../series.ts";
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
  /** The date on which each return ends, in ascending order, each once. The `dates` of a series in an answer will do. */
  readonly dates: ReadonlyArray<string> | Dates;
  /** Simple returns as decimals: 0.01 is 1 %. With `returnKind: LOG` they are converted by ln(1 + r). The `values` of a series in an answer will do. */
  readonly values: ReadonlyArray<number> | Float64Array;
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

/** The variables of `Asset`. */
export type AssetQueryVariables = {
  /** Such as `sample:AAPL` or `TSLA`. */
  symbol: string;
};

/** The result of `Asset` as it is on the wire: series packed, and any field null that failed. */
export type AssetQuery = {
  /**
   * One asset. Errors: `UNKNOWN_SYMBOL`; `SOURCE_UNAVAILABLE` or `RATE_LIMITED` when its source fails and nothing is
   * stored.
   */
  readonly asset: AssetFieldsFragment | null;
};

/** The variables of `Assets`. */
export type AssetsQueryVariables = {
  /** Such as `["sample:AAPL", "TSLA"]`. */
  symbols: ReadonlyArray<string> | string;
};

/** The result of `Assets` as it is on the wire: series packed, and any field null that failed. */
export type AssetsQuery = {
  /**
   * Several assets, at most 200, in the order asked. A bad symbol is null with an error at its path; the rest answer.
   */
  readonly assets: ReadonlyArray<AssetFieldsFragment | null>;
};

/** The variables of `BetaEstimates`. */
export type BetaEstimatesQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** Which, in this order. Default: all. */
  estimators?: ReadonlyArray<BetaEstimator> | BetaEstimator | null | undefined;
  /** Their settings. */
  parameters?: BetaParametersInput | null | undefined;
  /** Whose beta. Default: the first benchmark's. */
  benchmark?: string | null | undefined;
};

/** The result of `BetaEstimates` as it is on the wire: series packed, and any field null that failed. */
export type BetaEstimatesQuery = {
  /**
   * Alpha and beta of a portfolio against one or more benchmarks. Errors: `UNKNOWN_SYMBOL`, `NO_OVERLAP`,
   * `INSUFFICIENT_DATA`, `SINGULAR_BENCHMARKS`, `BAD_INPUT`, and those of the price sources.
   */
  readonly regression: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of the portfolio, benchmarks,
     * `hedgeWith`, period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and
     * of the prices and returns inside the period: one more date, a restated price, another order of benchmarks have
     * another id.
     */
    readonly id: string;
    /**
     * Beta by several estimators side by side, of the same returns: where they differ, ask why before you hedge. OLS,
     * BLUME, VASICEK and DIMSON take the standard errors that `inference` asks for; UP and DOWN too, with HC1 in place
     * of HAC; the others have their own, which `BetaEstimator` names.
     */
    readonly betaEstimates: ReadonlyArray<BetaEstimateFieldsFragment>;
    /** What it was computed from. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `ChartImages`. */
export type ChartImagesQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** Of which benchmark; the first, unless it is named. */
  benchmark?: string | null | undefined;
  /**
   * How many returns a window has; unless given 252 days, 52 weeks or 36 months, and in a sample of less than three
   * such windows a third of it.
   */
  window?: number | null | undefined;
  /** In pixels, all of it. Default: `800`. */
  width?: number;
  /** In pixels, all of it. Default: `450`. */
  height?: number;
  /** Its colours. Default: `"LIGHT"`. */
  theme?: ChartTheme;
};

/** The result of `ChartImages` as it is on the wire: series packed, and any field null that failed. */
export type ChartImagesQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /** Pictures. */
    readonly charts: {
      /** The returns of portfolio and benchmarks (of the first three). */
      readonly dailyReturns: ChartImageFragment | null;
      /**
       * The cloud of the portfolio's returns over a benchmark's, with the regression line, its equation, R², and the
       * confidence interval of the line, by the covariance that `inference` asks for. Of several benchmarks it shows
       * what the others do not explain of either (an added-variable plot), so that the slope is the beta of all
       * together.
       */
      readonly regression: ChartImageFragment | null;
      /** The hedged returns beside the portfolio's own. */
      readonly hedgedReturns: ChartImageFragment | null;
      /**
       * Beta in every window with its interval (classical), beside that of the whole sample. Errors as of
       * `Regression.rolling`.
       */
      readonly rollingBeta: ChartImageFragment | null;
      /**
       * What 1.00 gained: the portfolio, hedged, and the first benchmark; with hindsight. Returns are compounded, and
       * total: the risk-free rate is in them. `NOTHING_TO_DRAW` where everything was lost.
       */
      readonly cumulative: ChartImageFragment | null;
      /** How far each of these was below its highest so far. */
      readonly drawdowns: ChartImageFragment | null;
      /** What the regression leaves of each return. */
      readonly residuals: ChartImageFragment | null;
      /** The residuals beside the quantiles of a normal distribution. */
      readonly residualQuantiles: ChartImageFragment | null;
      /** The single periods that move beta most, and by how much. */
      readonly influence: ChartImageFragment | null;
    };
  } | null;
};

/** A picture: as a specification for any Vega tool, and finished. */
export type ChartImageFragment = {
  /** One line with the symbols. */
  readonly title: string;
  /** The dates, and the figures that belong to the picture; whether it is in sample or out of it. */
  readonly subtitle: string;
  /** The picture in words, for those who cannot see it: an alternative text. */
  readonly description: string;
  /**
   * The finished picture, a self-contained SVG document: no script, no font, nothing from elsewhere. Text is set in
   * Helvetica or Arial. Lines of more dates than there are pixels are drawn as they would look, in fewer bytes. Errors:
   * `BAD_INPUT` for a width outside of 320 to 4000 or a height outside of 240 to 4000.
   */
  readonly svg: string;
};

/** The variables of `Charts`. */
export type ChartsQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** Of which benchmark; the first, unless it is named. */
  benchmark?: string | null | undefined;
  /**
   * How many returns a window has; unless given 252 days, 52 weeks or 36 months, and in a sample of less than three
   * such windows a third of it.
   */
  window?: number | null | undefined;
  /** Adds the `config` of that theme. */
  theme?: ChartTheme | null | undefined;
};

/** The result of `Charts` as it is on the wire: series packed, and any field null that failed. */
export type ChartsQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /** Pictures. */
    readonly charts: {
      /** The returns of portfolio and benchmarks (of the first three). */
      readonly dailyReturns: ChartSpecificationFragment | null;
      /**
       * The cloud of the portfolio's returns over a benchmark's, with the regression line, its equation, R², and the
       * confidence interval of the line, by the covariance that `inference` asks for. Of several benchmarks it shows
       * what the others do not explain of either (an added-variable plot), so that the slope is the beta of all
       * together.
       */
      readonly regression: ChartSpecificationFragment | null;
      /** The hedged returns beside the portfolio's own. */
      readonly hedgedReturns: ChartSpecificationFragment | null;
      /**
       * Beta in every window with its interval (classical), beside that of the whole sample. Errors as of
       * `Regression.rolling`.
       */
      readonly rollingBeta: ChartSpecificationFragment | null;
      /**
       * What 1.00 gained: the portfolio, hedged, and the first benchmark; with hindsight. Returns are compounded, and
       * total: the risk-free rate is in them. `NOTHING_TO_DRAW` where everything was lost.
       */
      readonly cumulative: ChartSpecificationFragment | null;
      /** How far each of these was below its highest so far. */
      readonly drawdowns: ChartSpecificationFragment | null;
      /** What the regression leaves of each return. */
      readonly residuals: ChartSpecificationFragment | null;
      /** The residuals beside the quantiles of a normal distribution. */
      readonly residualQuantiles: ChartSpecificationFragment | null;
      /** The single periods that move beta most, and by how much. */
      readonly influence: ChartSpecificationFragment | null;
    };
  } | null;
};

/** A picture: as a specification for any Vega tool, and finished. */
export type ChartSpecificationFragment = {
  /** One line with the symbols. */
  readonly title: string;
  /** The dates, and the figures that belong to the picture; whether it is in sample or out of it. */
  readonly subtitle: string;
  /** The picture in words, for those who cannot see it: an alternative text. */
  readonly description: string;
  /**
   * The picture as a specification, with tooltips, `"width": "container"`, its title without the subtitle, which may be
   * too long for a line, and its data once, under `datasets`: numbers with seven digits, dates as `YYYY-MM-DD`. Without
   * a theme it has no `config`, so that the front end's own applies; marks have the styles `reference`, `interval`,
   * `fittedInterval`, `point`, `guide`, `note` and `trade` to hang colours on.
   */
  readonly vegaLite: Readonly<Record<string, unknown>>;
};

/** The variables of `CompareEstimators`. */
export type CompareEstimatorsQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** Which. Default: all. */
  estimators?: ReadonlyArray<BetaEstimator> | BetaEstimator | null | undefined;
  /** How many returns each estimate is made of. Default: 63, 126 and 252. */
  lookbacks?: ReadonlyArray<number> | number | null | undefined;
  /** How many periods between two looks at the ratio. Default: `21`. */
  rebalanceEvery?: number | null | undefined;
  /** Which comes first. Default: `"HEDGED_VARIANCE"`. */
  orderBy?: ScoreOrder | null | undefined;
  /** As of `walkForward`. Default: `0`. */
  targetBeta?: number | null | undefined;
  /** The estimator's settings. */
  parameters?: BetaParametersInput | null | undefined;
  /**
   * Where the instruments do not determine their ratios (more of them than benchmarks, or one like another): false is
   * an error, true the smallest ratios of the many that hedge alike, said so. True also spreads the hedge over
   * instruments that nearly repeat each other (condition number above 30). Benchmarks that repeat each other altogether
   * have such a hedge by OLS. Default: `false`.
   */
  minimumNorm?: boolean | null | undefined;
  /** What hedging costs. Default: nothing. */
  costs?: CostsInput | null | undefined;
  /** What happens between rebalances. Default: `"SHARES"`. */
  holding?: HedgeHolding | null | undefined;
  /**
   * Trade only if a ratio is farther than this from its new estimate; looked at every `rebalanceEvery` periods.
   * Default: always trade.
   */
  driftTrigger?: number | null | undefined;
};

/** The result of `CompareEstimators` as it is on the wire: series packed, and any field null that failed. */
export type CompareEstimatorsQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /**
     * The same walk by several estimators and lookbacks, side by side, all over the same dates: those after the longest
     * lookback. The best of many on one history is partly luck: small differences mean nothing. The interval of each
     * beta is its own, and no test of a difference. Errors as of `walkForward`; an estimator without an answer is a row
     * with its reason.
     */
    readonly compareEstimators: ReadonlyArray<{
      /** The estimator. */
      readonly estimator: BetaEstimator;
      /** How many returns each estimate was made of. */
      readonly lookback: number;
      /** Beta of the hedged returns to the first benchmark. */
      readonly realizedBeta: number | null;
      /** Lower bound of its confidence interval. */
      readonly lower: number | null;
      /** Upper bound. */
      readonly upper: number | null;
      /** Whether the realised betas may be 0, or `targetBeta`. */
      readonly betaIsZero: BetaTestFieldsFragment | null;
      /** Standard deviation of the hedged returns (n − 1) times √s. */
      readonly annualizedVolatility: number | null;
      /** Share of the variance that the hedge removed. */
      readonly effectiveness: number | null;
      /** What was traded, Σ|Δratio|. */
      readonly turnover: number | null;
      /** What it cost, as a decimal of the portfolio's value. */
      readonly cost: number | null;
      /** Return after costs, compounded, a year; without `costs` there are none in it. */
      readonly netReturn: number | null;
      /** At how many rebalances the estimator had no answer. */
      readonly skipped: number | null;
      /** Its places. */
      readonly ranks: {
        /** By the distance of realised beta from its target. */
        readonly realizedBeta: number;
        /** By the variance of the hedged returns. */
        readonly hedgedVariance: number;
        /** By turnover. */
        readonly turnover: number;
        /** By the return after costs. */
        readonly netReturn: number;
      } | null;
      /** Why there is no answer; null where there is. */
      readonly reason: string | null;
    }>;
    /** What it was computed from: dates, sources, conventions, warnings. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `Diagnostics`. */
export type DiagnosticsQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** How many periods: 1 to n − 1, at most 1000. Default min(10, ⌊n/5⌋). */
  lags?: number | null | undefined;
  /** The first date of the later part; a date without a return stands for the next one. Default: the middle. */
  breakDate?: string | null | undefined;
  /** How many dates: 1 to 1000. Default: `5`. */
  influentialDates?: number | null | undefined;
  /** Whose beta. Default: the first benchmark's. */
  benchmark?: string | null | undefined;
};

/** The result of `Diagnostics` as it is on the wire: series packed, and any field null that failed. */
export type DiagnosticsQuery = {
  /**
   * Alpha and beta of a portfolio against one or more benchmarks. Errors: `UNKNOWN_SYMBOL`, `NO_OVERLAP`,
   * `INSUFFICIENT_DATA`, `SINGULAR_BENCHMARKS`, `BAD_INPUT`, and those of the price sources.
   */
  readonly regression: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of the portfolio, benchmarks,
     * `hedgeWith`, period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and
     * of the prices and returns inside the period: one more date, a restated price, another order of benchmarks have
     * another id.
     */
    readonly id: string;
    /** Whether the regression deserves trust. Each test is made only if it is asked for. */
    readonly diagnostics: {
      /**
       * Null hypothesis: residuals do not follow those of the period before (no first-order autocorrelation). Σ(eₜ −
       * eₜ₋₁)²/Σeₜ², near 2. Two-sided p-value by the normal approximation with the exact moments (as R's lmtest).
       */
      readonly durbinWatson: TestFieldsFragment;
      /**
       * Null hypothesis: residuals do not follow those of several periods before (no serial correlation; Ljung and Box
       * 1978; χ²).
       */
      readonly ljungBox: TestFieldsFragment;
      /** Null hypothesis: residuals are normal, by skewness and kurtosis (Jarque and Bera 1980; χ² with 2 degrees). */
      readonly jarqueBera: TestFieldsFragment;
      /**
       * Null hypothesis: the variance of residuals does not depend on the benchmarks (no heteroskedasticity; Breusch
       * and Pagan 1979, studentised by Koenker 1981; χ²).
       */
      readonly breuschPagan: TestFieldsFragment;
      /**
       * Null hypothesis: beta stayed the same (parameter stability). The largest cumulative sum of its scores, robust
       * to changing variance (Hjort and Koning 2002; Zeileis and Hornik 2007; Kolmogorov's distribution).
       */
      readonly betaCusum: StabilityFieldsFragment;
      /**
       * Null hypothesis: alpha stayed the same. The largest cumulative sum of residuals (Ploberger and Krämer 1992). A
       * beta that moved shows in `betaCusum`, and hardly here.
       */
      readonly residualCusum: StabilityFieldsFragment;
      /**
       * Null hypothesis: alpha and betas are the same before a date and from it on (Chow 1960; F). It takes the
       * residuals to have one variance, and sees breaks too often where turbulence comes and goes; and the date must
       * not be chosen by looking at the data. `betaCusum` bears both.
       */
      readonly chow: StabilityFieldsFragment;
      /**
       * How alike the benchmarks are (multicollinearity): the ratio of the largest to the smallest singular value of
       * their returns, centred and of unit length. 1 for one benchmark or unrelated ones; from 10 on they are much
       * alike, from 30 on they hardly differ.
       */
      readonly conditionNumber: number;
      /** What the condition number means for the hedge. */
      readonly conditionMeaning: string;
      /** The variance inflation factor of each benchmark (Marquardt 1970). */
      readonly varianceInflation: ReadonlyArray<{
        /** The benchmark's symbol. */
        readonly benchmark: string;
        /** 1/(1 − R²) of this benchmark on the others. 1: none; above 10 it is called high. */
        readonly factor: number;
      }>;
      /**
       * The dates that move beta most when each is left out, the largest change first: look at them before you trust
       * the beta. Empty for an exact fit.
       */
      readonly influence: ReadonlyArray<{
        /** The date of the return. */
        readonly date: string;
        /** Beta with all dates less beta without this one (DFBETA): what this date adds to beta. */
        readonly change: number | null;
        /** The portfolio's return on it, as a decimal. */
        readonly portfolioReturn: number;
        /** The benchmark's return on it, as a decimal. */
        readonly benchmarkReturn: number;
        /** How much it pulls its own fitted value, 0 to 1: large where the benchmarks' returns are unusual. */
        readonly leverage: number;
        /** How unusual the portfolio's return is beside the benchmarks', in standard errors. */
        readonly studentizedResidual: number | null;
        /** How far it moves the whole regression; above 1 it is called influential. */
        readonly cooksDistance: number | null;
        /** Why a number is null; null where none is. */
        readonly reason: string | null;
      }>;
    };
    /** What it was computed from. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `ExpandingRegression`. */
export type ExpandingRegressionQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** How many returns the first entry takes. */
  minimum: number;
};

/** The result of `ExpandingRegression` as it is on the wire: series packed, and any field null that failed. */
export type ExpandingRegressionQuery = {
  /**
   * Alpha and beta of a portfolio against one or more benchmarks. Errors: `UNKNOWN_SYMBOL`, `NO_OVERLAP`,
   * `INSUFFICIENT_DATA`, `SINGULAR_BENCHMARKS`, `BAD_INPUT`, and those of the price sources.
   */
  readonly regression: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of the portfolio, benchmarks,
     * `hedgeWith`, period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and
     * of the prices and returns inside the period: one more date, a restated price, another order of benchmarks have
     * another id.
     */
    readonly id: string;
    /**
     * The regression of all returns up to each date: what was known then. The last entry is the whole sample. Errors as
     * of `rolling`.
     */
    readonly expanding: RollingFieldsFragment;
    /** What it was computed from. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** A stock, fund, index or currency with a history of prices. */
export type AssetFieldsFragment = {
  /** The symbol with its source's prefix: unique. */
  readonly id: string;
  /** The symbol with its source's prefix, as queries take it. */
  readonly symbol: string;
  /** Where the prices come from. */
  readonly source: PriceSource;
  /** Its name, where the source gives one. */
  readonly name: string | null;
  /** The currency of its prices: an ISO 4217 code, or the source's own for a minor unit (`GBp`: pence). */
  readonly currency: string | null;
  /** Where it trades. */
  readonly exchange: string | null;
  /** When the source was last asked for these prices; null for files, which do not age. */
  readonly retrievedAt: string | null;
  /** Null, or why these prices are older than they should be: the source failed, and stored ones serve. */
  readonly stale: string | null;
};

/** What an answer was computed from, and by which conventions. */
export type ProvenanceFieldsFragment = {
  /** The first price date used; the first return ends on the next one. */
  readonly firstDate: string;
  /** The last price date used. */
  readonly lastDate: string;
  /** How many returns went in. */
  readonly observations: number;
  /**
   * How many dates, inside the span that all series cover, were left out because not all series have a price on them.
   * Nothing is ever filled in.
   */
  readonly datesDropped: number;
  /** The series that begin last, and so bound the sample; none where all begin together. */
  readonly startsWith: ReadonlyArray<string>;
  /** The series that end first, and so bound the sample; none where all end together. */
  readonly endsWith: ReadonlyArray<string>;
  /** How the prices behind the returns are adjusted. */
  readonly priceAdjustment: PriceAdjustment;
  /** How far apart the observations are. */
  readonly interval: Interval;
  /** Simple or log returns. */
  readonly returnKind: ReturnKind;
  /** Periods a year by this interval: 252, 52 or 12. */
  readonly periodsPerYear: number;
  /** The risk-free rate that all returns are in excess of; null where none was asked for. */
  readonly riskFree: {
    /** The annual rate that was given. */
    readonly annualRate: number | null;
    /** The symbol that was given. */
    readonly symbol: string | null;
    /** What the rates of all periods compound to in a year: a decimal, 0.03 is 3 %. */
    readonly annualizedRate: number | null;
  } | null;
  /** The assets that went in, each once: source, currency, age of the prices. */
  readonly assets: ReadonlyArray<AssetFieldsFragment>;
  /** What makes this answer mean less than it seems to. */
  readonly warnings: ReadonlyArray<{
    /** Stable, for programs. */
    readonly code: WarningCode;
    /** The warning as a sentence. */
    readonly message: string;
  }>;
};

/**
 * Ordinary least squares of returns on the benchmarks' returns, with an intercept: rₜ = alpha + Σ betaᵢ·bᵢₜ + eₜ. n
 * observations, k coefficients (alpha counted). Agrees with statsmodels' OLS and R's lm.
 */
export type RegressionFieldsFragment = {
  /**
   * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
   * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change outside
   * of the period. The same on every server, and after a restart. It is made of the portfolio, benchmarks, `hedgeWith`,
   * period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and of the prices
   * and returns inside the period: one more date, a restated price, another order of benchmarks have another id.
   */
  readonly id: string;
  /** The intercept: return a period, as a decimal, that the benchmarks do not explain. */
  readonly alpha: number;
  /** The slope on the first benchmark: how much the portfolio moves for one unit of it. */
  readonly beta: number;
  /** Alpha, then one beta for each benchmark, in the order asked. */
  readonly coefficients: ReadonlyArray<{
    /** `alpha`, or the benchmark's symbol. */
    readonly term: string;
    /** Alpha: return a period as a decimal. Beta: portfolio return for one unit of benchmark return. */
    readonly estimate: number;
    /**
     * Its standard error, by the estimator that `inference` asks for. Classical: s times the root of its entry on the
     * diagonal of (XᵀX)⁻¹, s² = SSR/(n − k).
     */
    readonly standardError: number;
    /** estimate / standardError. */
    readonly tStatistic: number | null;
    /** Two-sided probability of so large a t if the true coefficient were 0. */
    readonly pValue: number | null;
    /** Lower bound of the confidence interval (95 % unless `inference` says otherwise). */
    readonly lower: number;
    /** Upper bound of the confidence interval. */
    readonly upper: number;
  }>;
  /** How many returns went in (n). */
  readonly observations: number;
  /** n − k: returns less coefficients, alpha counted. */
  readonly degreesOfFreedom: number;
  /** Share of the variance that the benchmarks explain, 0 to 1. Null if the returns do not vary. */
  readonly rSquared: number | null;
  /** 1 − (1 − R²)(n − 1)/(n − k). */
  readonly adjustedRSquared: number | null;
  /** √(SSR/(n − k)): the size of what is left a period, as a decimal. */
  readonly residualStandardError: number;
  /**
   * F test that all betas are 0; with a robust covariance Wald's statistic over the number of betas. Null for an exact
   * fit.
   */
  readonly fStatistic: number | null;
  /** Probability of so large an F if all true betas were 0. */
  readonly fPValue: number | null;
  /** Gaussian log-likelihood, −n/2·(ln 2π + ln(SSR/n) + 1). Null for an exact fit. */
  readonly logLikelihood: number | null;
  /**
   * Akaike's criterion, −2·logLikelihood + 2k, k counting alpha. Lower is better; compare fits of the same returns
   * only.
   */
  readonly aic: number | null;
  /** Schwarz's criterion, −2·logLikelihood + k·ln n. Lower is better; compare fits of the same returns only. */
  readonly bic: number | null;
  /** Durbin–Watson statistic of the residuals: near 2 when they do not follow each other. */
  readonly durbinWatson: number | null;
  /** The confidence of the intervals: 0.95 is 95 %. */
  readonly confidence: number;
  /** How the standard errors were estimated. */
  readonly covariance: {
    /** The estimator. */
    readonly estimator: CovarianceEstimator;
    /** The lags that HAC looked back; null elsewhere. */
    readonly lags: number | null;
    /** Whether HAC was multiplied by n/(n − k). */
    readonly smallSample: boolean;
  };
  /** Alpha by the year, three ways. */
  readonly annualizedAlpha: {
    /** alpha · s: what a position that is brought back to one size earns in a year beyond its beta. */
    readonly arithmetic: number;
    /**
     * (1 + alpha)^s − 1, or e^(alpha · s) − 1 with log returns: what it earns when gains stay in. Null for an alpha of
     * −1 or less, and where it leaves the range of doubles.
     */
    readonly compounded: number | null;
    /**
     * Rp − Rf − Σ betaᵢ(Rᵢ − Rf) on annualised (compounded) returns, Rf 0 without `riskFree` (Jensen 1968): what was
     * earned beyond a fair reward for beta. Null where a return is below −1, so that nothing compounds, or where it
     * leaves the range of doubles.
     */
    readonly jensen: number | null;
    /** Each of these that is null, and why. */
    readonly undefinedQuantities: ReadonlyArray<{
      /** The name of the field. */
      readonly quantity: string;
      /** Why it is not defined. */
      readonly reason: string;
    }>;
  };
  /** Each quantity above that is null, and why. */
  readonly undefinedQuantities: ReadonlyArray<{
    /** The name of the field. */
    readonly quantity: string;
    /** Why it is not defined. */
    readonly reason: string;
  }>;
};

/** Returns as columns of equal length, oldest first. A return stands on the date on which it ends. */
export type ReturnFieldsFragment = {
  /** What the returns are of; null for a portfolio that is no single symbol. */
  readonly symbol: string | null;
  /**
   * A series as two binary columns in base64, for programs: about a third of the bytes of the readable columns, and of
   * the server's time. In JavaScript: `bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))`, then `new
   * Float64Array(bytes.buffer)` for values and `new Int32Array(bytes.buffer)` for dates.
   */
  readonly packed: {
    /** How many entries each column has. */
    readonly length: number;
    /** The date on which each return ends. */
    readonly dates: string;
    /** Returns as decimals a period: 0.01 is 1 %. */
    readonly values: string;
  };
};

/**
 * A regression in every window, as columns of equal length, oldest first; an entry stands on the last date of its
 * window and uses nothing after it. Null where a window has no answer: a benchmark does not vary in it, or repeats
 * others (R² alone: the returns do not vary).
 */
export type RollingFieldsFragment = {
  /**
   * The same as binary columns in base64, for programs, as in `PackedSeries`. NaN where the readable columns have null.
   */
  readonly packed: {
    /** How many entries each column has. */
    readonly length: number;
    /** The last date of each window. */
    readonly dates: string;
    /** The intercept of each window: a decimal a period. */
    readonly alpha: string;
    /** The first benchmark's beta in each window. */
    readonly beta: string;
    /** The classical standard error of `beta` in each window, whatever `inference` asks for. */
    readonly standardError: string;
    /** R² of each window. */
    readonly rSquared: string;
    /** The beta of each benchmark, in the order asked. */
    readonly betas: ReadonlyArray<{
      /** The benchmark's symbol. */
      readonly benchmark: string;
      /** Its beta in each window. */
      readonly values: string;
      /** The classical standard error of each. */
      readonly standardErrors: string;
    }>;
  };
};

/** A test of what a regression takes for granted, and what it means for the hedge. */
export type TestFieldsFragment = {
  /** The test's statistic. Null where it is not defined: `reason` says why. */
  readonly statistic: number | null;
  /** How often chance alone gives a statistic this far out when the assumption holds. */
  readonly pValue: number | null;
  /** What it means for the hedge, judged at 5 %. */
  readonly meaning: string;
  /** Why a number is null; null where none is. */
  readonly reason: string | null;
};

/** A test that something stayed the same over the sample, and the date at which it most likely moved. */
export type StabilityFieldsFragment = {
  /** The test's statistic. Null where it is not defined: `reason` says why. */
  readonly statistic: number | null;
  /** How often chance alone gives a statistic this far out when nothing moved. */
  readonly pValue: number | null;
  /**
   * Of a CUSUM: the date after which the move most likely came, if there was one. Of Chow's test: the first date of the
   * later part.
   */
  readonly date: string | null;
  /** What it means for the hedge, judged at 5 %. */
  readonly meaning: string;
  /** Why a number is null; null where none is. */
  readonly reason: string | null;
};

/** The hedge ratio in force during each period, as columns of equal length, oldest first. */
export type RatioFieldsFragment = {
  /** The hedge instrument. */
  readonly symbol: string | null;
  /**
   * A series as two binary columns in base64, for programs: about a third of the bytes of the readable columns, and of
   * the server's time. In JavaScript: `bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))`, then `new
   * Float64Array(bytes.buffer)` for values and `new Int32Array(bytes.buffer)` for dates.
   */
  readonly packed: {
    /** How many entries each column has. */
    readonly length: number;
    /** The dates of the returns: the ratio was set at an earlier close. */
    readonly dates: string;
    /** Sold short for each 1.00 of the portfolio at the beginning of the period. */
    readonly values: string;
  };
};

/** Beta by one estimator, and how sure it is. */
export type BetaEstimateFieldsFragment = {
  /** The estimator. */
  readonly estimator: BetaEstimator;
  /** The beta. Null where the estimator is not defined for these data: `note` says why. */
  readonly value: number | null;
  /** Its standard error; null where theory gives none. */
  readonly standardError: number | null;
  /** Lower bound of the confidence interval, at the confidence of `inference`. */
  readonly lower: number | null;
  /** Upper bound of the confidence interval. */
  readonly upper: number | null;
  /** What it was made with; or why there is no value. */
  readonly note: string;
};

/**
 * The test that realised betas are the targets (0, unless `targetBeta` says otherwise), by the covariance that
 * `inference` asks for. A small p says that the hedge missed; a large one, that these dates do not show it.
 */
export type BetaTestFieldsFragment = {
  /** t for one benchmark, F for several. Null for an exact fit, which leaves nothing to test. */
  readonly statistic: number | null;
  /** Probability of so large a statistic, if the true betas were the targets. */
  readonly pValue: number | null;
  /** What the p-value is of: `t(1003)`, or `F(2, 1002)`. */
  readonly distribution: string;
};

/** Beta and risk, with a hedge or without. */
export type HedgeOutcomeFieldsFragment = {
  /** To the first benchmark. */
  readonly beta: number;
  /** Lower bound of its confidence interval, as `inference` asks; null for a promise. */
  readonly lower: number | null;
  /** Upper bound. */
  readonly upper: number | null;
  /** To each benchmark. */
  readonly betas: ReadonlyArray<{
    /** The benchmark's symbol. */
    readonly benchmark: string;
    /** The beta. */
    readonly beta: number;
    /** Lower bound of its confidence interval. */
    readonly lower: number | null;
    /** Upper bound. */
    readonly upper: number | null;
  }>;
  /** Standard deviation of the returns (n − 1) times √s. */
  readonly annualizedVolatility: number;
  /** Share of the variance removed; null where the portfolio's returns do not vary. */
  readonly effectiveness: number | null;
};

/**
 * What became of a series of returns. Returns are total, with the risk-free rate in them; excess returns are over the
 * risk-free rate of `riskFree` (0 without). s is the periods a year, n the returns. Relative measures are against the
 * first benchmark. Agrees with pandas, numpy and scipy.
 */
export type PerformanceFieldsFragment = {
  /** How many returns (n). */
  readonly observations: number;
  /** Π(1 + r) − 1: 0.5 is a gain of half. Null where more than everything was lost. */
  readonly cumulativeReturn: number | null;
  /** The yearly return that compounds to it: (1 + cumulative)^(s/n) − 1. */
  readonly annualizedReturn: number | null;
  /** Standard deviation of the returns (n − 1) times √s. */
  readonly annualizedVolatility: number | null;
  /** Mean over standard deviation (n − 1) of excess returns, times √s (Sharpe 1994). */
  readonly sharpe: number | null;
  /**
   * Mean excess return over downside deviation, times √s. Downside: √(Σ min(excess, 0)²/n), over all n; the target is
   * the risk-free rate (Sortino and van der Meer 1991).
   */
  readonly sortino: number | null;
  /** `annualizedReturn` over the depth of `maximumDrawdown`, of the whole sample (Young 1991 took 36 months). */
  readonly calmar: number | null;
  /** The deepest fall from a peak; the first of equals. Null where wealth never fell. */
  readonly maximumDrawdown: {
    /** How deep: 0.25 is 25 % below the peak. */
    readonly depth: number;
    /** The date of the peak: the first price date, where wealth never stood above its start. */
    readonly peakDate: string;
    /** The date of the lowest point. */
    readonly troughDate: string;
    /** The first date on which wealth was back at the peak; null: not yet. */
    readonly recoveryDate: string | null;
  } | null;
  /** Adjusted Fisher–Pearson skewness G₁, as of pandas and Excel. Negative: the long tail is of losses. */
  readonly skew: number | null;
  /** Adjusted excess kurtosis G₂, as of pandas and Excel: 0 for the normal distribution. */
  readonly kurtosis: number | null;
  /**
   * Historical loss a period that is exceeded with probability 1 − confidence only: the negative of that quantile of
   * returns, interpolated linearly (R's type 7, numpy's default). Positive is a loss.
   */
  readonly valueAtRisk: number;
  /** The mean loss of the periods that lost at least that much. */
  readonly expectedShortfall: number;
  /** Standard deviation (n − 1) of the returns less the benchmark's, times √s. */
  readonly trackingError: number | null;
  /** Mean return less the benchmark's, times s, over `trackingError` (Grinold and Kahn). */
  readonly informationRatio: number | null;
  /**
   * Mean excess return times s, over beta to the first benchmark. Null where beta cannot be told from 0, as after a
   * hedge: a ratio to nothing.
   */
  readonly treynor: number | null;
  /**
   * Mean return in the periods in which the benchmark rose, over the benchmark's mean in them. Arithmetic, not
   * compounded.
   */
  readonly upCapture: number | null;
  /** The same over the periods in which the benchmark fell. */
  readonly downCapture: number | null;
  /** Share of periods with a return above 0. */
  readonly hitRate: number;
  /** Each of these that is null, and why. */
  readonly undefinedQuantities: ReadonlyArray<{
    /** The name of the field. */
    readonly quantity: string;
    /** Why it is not defined. */
    readonly reason: string;
  }>;
};

/** The portfolio without the hedge, with it, and the first benchmark, over the same dates. */
export type PerformanceComparisonFieldsFragment = {
  /** The portfolio alone. */
  readonly unhedged: PerformanceFieldsFragment;
  /** The hedged portfolio, before costs; with a `riskFree` rate the proceeds of its short sales earn that rate. */
  readonly hedged: PerformanceFieldsFragment;
  /** The first benchmark. */
  readonly benchmark: PerformanceFieldsFragment;
  /** By which conventions. */
  readonly conventions: {
    /** s: 252, 52 or 12 by the interval. */
    readonly periodsPerYear: number;
    /** Simple or log returns. Of log returns all means, losses and captures are logarithms. */
    readonly returnKind: ReturnKind;
    /** The risk-free rate that excess returns are over; null: 0. */
    readonly riskFree: {
      /** The annual rate that was given. */
      readonly annualRate: number | null;
      /** The symbol that was given. */
      readonly symbol: string | null;
      /** What the rates of all periods compound to in a year: a decimal, 0.03 is 3 %. */
      readonly annualizedRate: number | null;
    } | null;
    /** Of value at risk and expected shortfall. */
    readonly confidence: number;
    /** What relative measures are against. */
    readonly benchmark: string;
    /** The price date before the first return. */
    readonly firstDate: string;
    /** The date of the last return. */
    readonly lastDate: string;
  };
};

/** The variables of `Hedge`. */
export type HedgeQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** What the portfolio is worth now: above 0, in `currency`. */
  value: number;
  /** The currency of `value`. Default: that of the portfolio's assets (pounds, where they are priced in pence). */
  currency?: string | null | undefined;
  /** Needed where a hedge instrument is priced in another currency. Pence and pounds are known. */
  exchangeRates?: ReadonlyArray<ExchangeRateInput> | ExchangeRateInput | null | undefined;
  /** Whether to round each leg to the nearest whole number of shares, or of `lots`. Default: `false`. */
  wholeShares?: boolean | null | undefined;
  /** Of instruments that trade in lots. Default: single shares. */
  lots?: ReadonlyArray<LotInput> | LotInput | null | undefined;
  /** How many of the latest returns the betas are made of, at least 3. Default: the whole sample. */
  lookback?: number | null | undefined;
  /**
   * The beta to the first benchmark that is to be left: 0.5 is a half hedge, above the portfolio's own it is leverage.
   * To the other benchmarks it is 0. From -10 to 10. Default: `0`.
   */
  targetBeta?: number | null | undefined;
  /**
   * By which estimator betas are measured: the portfolio's, and those of instruments of `hedgeWith`. In the windows of
   * a walk VASICEK weighs by classical standard errors, whatever `inference` asks for. Default: `"OLS"`.
   */
  estimator?: BetaEstimator | null | undefined;
  /** The estimator's settings. */
  parameters?: BetaParametersInput | null | undefined;
  /**
   * Where the instruments do not determine their ratios (more of them than benchmarks, or one like another): false is
   * an error, true the smallest ratios of the many that hedge alike, said so. True also spreads the hedge over
   * instruments that nearly repeat each other (condition number above 30). Benchmarks that repeat each other altogether
   * have such a hedge by OLS. Default: `false`.
   */
  minimumNorm?: boolean | null | undefined;
};

/** The result of `Hedge` as it is on the wire: series packed, and any field null that failed. */
export type HedgeQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /**
     * The hedge of a portfolio of some value, in money and shares, by betas over the whole sample, or the latest
     * `lookback` returns of it: take the lookback of the walk that you trust, for its proof is of that hedge. Simple
     * returns only. Errors: `BAD_INPUT` for a value that is not above 0 or a missing exchange rate,
     * `SINGULAR_BENCHMARKS` for instruments that do not determine their ratios, `UNDEFINED_ESTIMATE` where the
     * estimator has no answer. An error here takes the whole `hedgedPortfolio` with it: where it may fail, ask in an
     * aliased one, which costs next to nothing more.
     */
    readonly hedge: {
      /** One a hedge instrument. */
      readonly legs: ReadonlyArray<{
        /** The hedge instrument. */
        readonly symbol: string;
        /** Sell short or buy. */
        readonly side: OrderSide;
        /** How many shares, without a sign: `side` says which way. */
        readonly quantity: number;
        /** Sold short for each 1.00 of the portfolio; after rounding, if `wholeShares`. */
        readonly ratio: number;
        /** The same in the portfolio's currency. */
        readonly notional: number;
        /** The same in shares; whole lots of them, if `wholeShares`. */
        readonly shares: number;
        /** The same in lots. */
        readonly lots: number;
        /** The ratio before rounding. */
        readonly exactRatio: number;
        /** The shares before rounding. */
        readonly exactShares: number;
        /**
         * The latest closing price of its history, whichever period the analysis looks at: there an adjusted close is
         * the price that was traded.
         */
        readonly price: number;
        /** The date of that price. */
        readonly priceDate: string;
        /** The currency of the price, if known. */
        readonly currency: string | null;
        /** What one unit of that currency is worth in the portfolio's. */
        readonly exchangeRate: number;
        /** Shares a lot; 1 unless `lots` says otherwise. */
        readonly lotSize: number;
      }>;
      /** What is left of beta to the first benchmark beyond `targetBeta`: above all, what rounding leaves. */
      readonly residualBeta: number;
      /** residualBeta · value: the money that still moves with the first benchmark. */
      readonly residualValue: number;
      /** Beta to each benchmark, before and after. */
      readonly neutrality: ReadonlyArray<{
        /** The benchmark's symbol. */
        readonly benchmark: string;
        /** The portfolio's own beta, and how sure it is: no hedge is surer. */
        readonly beta: BetaEstimateFieldsFragment;
        /** The beta that was wanted. */
        readonly targetBeta: number;
        /** The beta of portfolio and hedge together. */
        readonly hedgedBeta: number;
        /** hedgedBeta − targetBeta: what rounding leaves over, or instruments too few for the benchmarks. */
        readonly residualBeta: number;
        /** residualBeta · value: the money that still moves with the benchmark. */
        readonly residualValue: number;
      }>;
      /**
       * Long and short alike, in the portfolio's currency: what it holds, and Σ|notional|. Holdings by weight count
       * Σ|weight| of value, by shares with the weights of the last date; a symbol and own returns count as value.
       */
      readonly grossExposure: number;
      /** Long less short: what it holds, less Σ notional. */
      readonly netExposure: number;
      /**
       * Share of the variance that these very positions remove, in the sample that they were fitted on: a promise.
       * `walkForward` has the fact.
       */
      readonly effectiveness: number | null;
      /** What the portfolio is worth, as given. */
      readonly value: number;
      /** The currency of `value`; null: not known, and taken to be that of the prices. */
      readonly currency: string | null;
      /** The price date before the first return that the betas are made of. */
      readonly fittedFrom: string;
      /** The date of the last. */
      readonly fittedTo: string;
      /** The beta that was wanted, as given. */
      readonly targetBeta: number;
      /** The estimator, as given. */
      readonly estimator: BetaEstimator;
      /** Whether the instruments left a choice, and the smallest ratios were taken. */
      readonly minimumNorm: boolean;
      /** What makes this hedge less than it seems, its sample included. */
      readonly warnings: ReadonlyArray<{
        /** Stable, for programs. */
        readonly code: WarningCode;
        /** The warning as a sentence. */
        readonly message: string;
      }>;
    };
    /** What it was computed from: dates, sources, conventions, warnings. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `HedgedPortfolio`. */
export type HedgedPortfolioQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
};

/** The result of `HedgedPortfolio` as it is on the wire: series packed, and any field null that failed. */
export type HedgedPortfolioQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /** Before the hedge: the portfolio's returns on the benchmarks'. Its betas are the hedge ratios. */
    readonly regression: RegressionFieldsFragment;
    /** The portfolio's own returns; in excess of the risk-free rate, if one was given, like all series here. */
    readonly unhedged: ReturnFieldsFragment;
    /**
     * The hedged portfolio's returns: portfolio − Σ ratioᵢ · instrumentᵢ, which is portfolio − Σ betaᵢ · benchmarkᵢ
     * unless `hedgeWith` names other instruments. Before costs and interest. With `returnKind: LOG` it is that
     * difference of log returns, and not the log return of something one can hold.
     */
    readonly returns: ReturnFieldsFragment;
    /**
     * What is sold short for each 1.00 of the portfolio, one a hedge instrument: the betas, or with `hedgeWith` the
     * ratios that bring the betas to the benchmarks to 0 (with fewer instruments than benchmarks: to the least variance
     * that the benchmarks explain, which is two-stage least squares).
     */
    readonly ratios: ReadonlyArray<{
      /** The hedge instrument. */
      readonly symbol: string;
      /** For each 1.00 of the portfolio; below 0 it is bought. */
      readonly ratio: number;
    }>;
    /** The benchmarks' returns on the same dates, in the order asked. */
    readonly benchmarks: ReadonlyArray<ReturnFieldsFragment>;
    /**
     * After the hedge: the hedged returns on the same benchmarks, in the same sample. There the betas are 0 by algebra
     * and alpha is kept: this shows that the arithmetic is right, and proves nothing about the next period.
     */
    readonly verification: RegressionFieldsFragment;
    /**
     * Share of the variance that the hedge removed, 1 − var(hedged)/var(unhedged) (Ederington 1979). In the sample of
     * the fit it equals R², where the benchmarks themselves are sold. Null if the portfolio's returns do not vary.
     */
    readonly effectiveness: number | null;
    /** What it was computed from: dates, sources, conventions, warnings. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `KalmanRegression`. */
export type KalmanRegressionQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** Smoothed in place of filtered. Default: `false`. */
  smoothed?: boolean | null | undefined;
  /** Default: by maximum likelihood. */
  noise?: KalmanNoiseInput | null | undefined;
};

/** The result of `KalmanRegression` as it is on the wire: series packed, and any field null that failed. */
export type KalmanRegressionQuery = {
  /**
   * Alpha and beta of a portfolio against one or more benchmarks. Errors: `UNKNOWN_SYMBOL`, `NO_OVERLAP`,
   * `INSUFFICIENT_DATA`, `SINGULAR_BENCHMARKS`, `BAD_INPUT`, and those of the price sources.
   */
  readonly regression: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of the portfolio, benchmarks,
     * `hedgeWith`, period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and
     * of the prices and returns inside the period: one more date, a restated price, another order of benchmarks have
     * another id.
     */
    readonly id: string;
    /**
     * Alpha and betas over time. Filtered: each entry uses the returns up to its date, so a hedge of the next day may
     * use it. Smoothed: each uses the whole sample, the future too, and is for looking back alone: never for a
     * backtest. Maximum likelihood looks at the whole sample either way; give `noise` to do without.
     */
    readonly kalman: {
      /**
       * The same as binary columns in base64, for programs, as in `PackedSeries`. NaN where the readable columns have
       * null.
       */
      readonly packed: {
        /** How many entries each column has. */
        readonly length: number;
        /** The date of each entry. */
        readonly dates: string;
        /** Alpha on each date: a decimal a period. */
        readonly alpha: string;
        /** The standard error of `alpha`, given the noise. */
        readonly alphaStandardError: string;
        /** The first benchmark's beta on each date. */
        readonly beta: string;
        /** The standard error of `beta`, given the noise: it leaves out that the noise is an estimate too. */
        readonly standardError: string;
        /** The beta of each benchmark, in the order asked. */
        readonly betas: ReadonlyArray<{
          /** The benchmark's symbol. */
          readonly benchmark: string;
          /** Its beta on each date. */
          readonly values: string;
          /** The standard error of each, given the noise. */
          readonly standardErrors: string;
        }>;
      };
      /** How much alpha and betas move: as given, or by maximum likelihood on the whole sample. */
      readonly noise: {
        /** Variance of what the benchmarks do not explain. */
        readonly observation: number;
        /** Variance of alpha's step from a period to the next. */
        readonly alpha: number;
        /** The same of each beta. 0: the data do not show that it moves. */
        readonly betas: ReadonlyArray<number>;
      };
      /** Exact diffuse log-likelihood, as statsmodels reports it. Null for an exact fit. */
      readonly logLikelihood: number | null;
      /** Whether the search for the noise found a maximum; true for noise that was given. */
      readonly converged: boolean;
    };
    /** What it was computed from. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `Performance`. */
export type PerformanceQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** Of value at risk and expected shortfall, between 0 and 1. Default: `0.95`. */
  confidence?: number | null | undefined;
};

/** The result of `Performance` as it is on the wire: series packed, and any field null that failed. */
export type PerformanceQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /**
     * Return and risk, unhedged, hedged and of the benchmark. The hedge is the one in sample, with hindsight: for what
     * could have been earned, see `walkForward.performance`.
     */
    readonly performance: PerformanceComparisonFieldsFragment;
    /** What it was computed from: dates, sources, conventions, warnings. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `Prices`. */
export type PricesQueryVariables = {
  /** Such as `sample:AAPL` or `TSLA`. */
  symbol: string;
  /** Which dates, and how far apart. */
  period?: PeriodInput | null | undefined;
};

/** The result of `Prices` as it is on the wire: series packed, and any field null that failed. */
export type PricesQuery = {
  /**
   * One asset. Errors: `UNKNOWN_SYMBOL`; `SOURCE_UNAVAILABLE` or `RATE_LIMITED` when its source fails and nothing is
   * stored.
   */
  readonly asset: {
    /** The symbol with its source's prefix: unique. */
    readonly id: string;
    /** The symbol with its source's prefix, as queries take it. */
    readonly symbol: string;
    /** Where the prices come from. */
    readonly source: PriceSource;
    /** Its name, where the source gives one. */
    readonly name: string | null;
    /** The currency of its prices: an ISO 4217 code, or the source's own for a minor unit (`GBp`: pence). */
    readonly currency: string | null;
    /** Where it trades. */
    readonly exchange: string | null;
    /** When the source was last asked for these prices; null for files, which do not age. */
    readonly retrievedAt: string | null;
    /** Null, or why these prices are older than they should be: the source failed, and stored ones serve. */
    readonly stale: string | null;
    /**
     * Adjusted closes: restated for every later split and dividend, so that their ratios are total returns. Closed
     * sessions only. Empty where the period has none.
     */
    readonly prices: {
      /**
       * A series as two binary columns in base64, for programs: about a third of the bytes of the readable columns, and
       * of the server's time. In JavaScript: `bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))`, then `new
       * Float64Array(bytes.buffer)` for values and `new Int32Array(bytes.buffer)` for dates.
       */
      readonly packed: {
        /** How many entries each column has. */
        readonly length: number;
        /** Trading dates at the exchange. */
        readonly dates: string;
        /** Closing prices adjusted for splits and dividends, in the asset's currency. */
        readonly adjustedCloses: string;
      };
    };
  } | null;
};

/** The variables of `RebalanceAdvice`. */
export type RebalanceAdviceQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** What the portfolio is worth now: above 0, in `currency`. */
  value: number;
  /** The currency of `value`. Default: that of the portfolio's assets (pounds, where they are priced in pence). */
  currency?: string | null | undefined;
  /** Needed where a hedge instrument is priced in another currency. Pence and pounds are known. */
  exchangeRates?: ReadonlyArray<ExchangeRateInput> | ExchangeRateInput | null | undefined;
  /** Whether to round each leg to the nearest whole number of shares, or of `lots`. Default: `false`. */
  wholeShares?: boolean | null | undefined;
  /** Of instruments that trade in lots. Default: single shares. */
  lots?: ReadonlyArray<LotInput> | LotInput | null | undefined;
  /** What was sold short for each 1.00 of the portfolio, one a hedge instrument in its order. */
  ratios: ReadonlyArray<number> | number;
  /** At whose close: a date of the sample, which of weeks and months is their last. */
  since: string;
  /** How many of the latest returns the betas are made of, at least 3. Default: the whole sample. */
  lookback?: number | null | undefined;
  /** How far a ratio may be off before it matters. Default: `0.05`. */
  threshold?: number | null | undefined;
  /** Cost of a trade in basis points (1/10,000) of its notional, 0 to 10,000. Without it `cost` is null. */
  tradingBps?: number | null | undefined;
  /**
   * The beta to the first benchmark that is to be left: 0.5 is a half hedge, above the portfolio's own it is leverage.
   * To the other benchmarks it is 0. From -10 to 10. Default: `0`.
   */
  targetBeta?: number | null | undefined;
  /**
   * By which estimator betas are measured: the portfolio's, and those of instruments of `hedgeWith`. In the windows of
   * a walk VASICEK weighs by classical standard errors, whatever `inference` asks for. Default: `"OLS"`.
   */
  estimator?: BetaEstimator | null | undefined;
  /** The estimator's settings. */
  parameters?: BetaParametersInput | null | undefined;
  /**
   * Where the instruments do not determine their ratios (more of them than benchmarks, or one like another): false is
   * an error, true the smallest ratios of the many that hedge alike, said so. True also spreads the hedge over
   * instruments that nearly repeat each other (condition number above 30). Benchmarks that repeat each other altogether
   * have such a hedge by OLS. Default: `false`.
   */
  minimumNorm?: boolean | null | undefined;
};

/** The result of `RebalanceAdvice` as it is on the wire: series packed, and any field null that failed. */
export type RebalanceAdviceQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /**
     * Whether a hedge that has been held since a date should be brought back today, the last date of the sample: how
     * far prices and beta have moved, whether that is more than noise, the trades that would restore neutrality, their
     * cost and the risk that they remove. Errors as of `hedge`; like it, an error here takes the whole
     * `hedgedPortfolio` with it.
     */
    readonly rebalanceAdvice: {
      /**
       * Whether to trade: a ratio is beyond the threshold, not within the noise, and off by more than rounds to
       * nothing. Cost is not weighed against risk: `reason` names both, and the choice is yours.
       */
      readonly act: boolean;
      /** Why, in a sentence. */
      readonly reason: string;
      /** The largest |drift| of a leg. */
      readonly largestDrift: number;
      /** Whether it is more than `threshold`. */
      readonly beyondThreshold: boolean;
      /** Whether the beta of some benchmark is beyond the noise; null where that cannot be told. */
      readonly beyondNoise: boolean | null;
      /** One a hedge instrument. */
      readonly legs: ReadonlyArray<{
        /** The hedge instrument. */
        readonly symbol: string;
        /** The ratio as it was traded, as given. */
        readonly ratioThen: number;
        /** What the prices since have made of it: the position's shares kept, the portfolio's too. */
        readonly ratioNow: number;
        /** The ratio that today's estimate asks for. */
        readonly estimate: number;
        /** ratioNow − estimate. Above 0: too much is sold short. */
        readonly drift: number;
        /** What the trade is. */
        readonly side: OrderSide;
        /** How many shares to trade, without a sign: `side` says which way. */
        readonly quantity: number;
        /** The trade for each 1.00 of the portfolio: above 0 sells more short, below 0 buys back. */
        readonly tradeRatio: number;
        /** The same in the portfolio's currency. */
        readonly tradeNotional: number;
        /** The same in shares; whole lots of them, if `wholeShares`. */
        readonly tradeShares: number;
        /**
         * The latest closing price of its history, whichever period the analysis looks at: there an adjusted close is
         * the price that was traded.
         */
        readonly price: number;
        /** The date of that price. */
        readonly priceDate: string;
        /** The currency of the price, if known. */
        readonly currency: string | null;
        /** What one unit of that currency is worth in the portfolio's. */
        readonly exchangeRate: number;
        /** Shares a lot; 1 unless `lots` says otherwise. */
        readonly lotSize: number;
      }>;
      /** Beta to each benchmark as the hedge stands. */
      readonly neutrality: ReadonlyArray<{
        /** The benchmark's symbol. */
        readonly benchmark: string;
        /** The portfolio's beta by today's estimate, with its interval. */
        readonly beta: BetaEstimateFieldsFragment;
        /** The beta that is wanted. */
        readonly targetBeta: number;
        /** The beta of portfolio and hedge as it stands. */
        readonly hedgedBeta: number;
        /** hedgedBeta − targetBeta. */
        readonly residualBeta: number;
        /**
         * Whether the beta that is hedged now lies outside the interval of today's estimate. Within it, the drift may
         * be nothing but the estimate's own error. Null where the estimator has no interval. What instruments of
         * `hedgeWith` themselves are unsure of is not counted.
         */
        readonly beyondNoise: boolean | null;
      }>;
      /** The close at which the hedge was traded, as given. */
      readonly since: string;
      /** The last date that the estimate and the drift know of. */
      readonly asOf: string;
      /** As given. */
      readonly threshold: number;
      /** What the portfolio is worth, as given. */
      readonly value: number;
      /** The currency of `value`; null: not known, and taken to be that of the prices. */
      readonly currency: string | null;
      /** Σ|tradeRatio|. */
      readonly turnover: number;
      /** What the trades cost, once, as a decimal of the portfolio's value; null without `tradingBps`. */
      readonly cost: number | null;
      /** The same in the portfolio's currency. */
      readonly costValue: number | null;
      /** Of the hedged portfolio a year, over the returns of the estimate, as the hedge stands. */
      readonly volatilityNow: number;
      /** The same after the trades. */
      readonly volatilityAfter: number;
      /**
       * volatilityNow − volatilityAfter: what `cost` buys. About 0 where the drift is small beside what the benchmarks
       * do not explain.
       */
      readonly volatilityRemoved: number;
      /** What makes this advice less than it seems, its sample included. */
      readonly warnings: ReadonlyArray<{
        /** Stable, for programs. */
        readonly code: WarningCode;
        /** The warning as a sentence. */
        readonly message: string;
      }>;
    };
    /** What it was computed from: dates, sources, conventions, warnings. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `Regression`. */
export type RegressionQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
};

/** The result of `Regression` as it is on the wire: series packed, and any field null that failed. */
export type RegressionQuery = {
  /**
   * Alpha and beta of a portfolio against one or more benchmarks. Errors: `UNKNOWN_SYMBOL`, `NO_OVERLAP`,
   * `INSUFFICIENT_DATA`, `SINGULAR_BENCHMARKS`, `BAD_INPUT`, and those of the price sources.
   */
  readonly regression: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of the portfolio, benchmarks,
     * `hedgeWith`, period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and
     * of the prices and returns inside the period: one more date, a restated price, another order of benchmarks have
     * another id.
     */
    readonly id: string;
    /** The intercept: return a period, as a decimal, that the benchmarks do not explain. */
    readonly alpha: number;
    /** The slope on the first benchmark: how much the portfolio moves for one unit of it. */
    readonly beta: number;
    /** Alpha, then one beta for each benchmark, in the order asked. */
    readonly coefficients: ReadonlyArray<{
      /** `alpha`, or the benchmark's symbol. */
      readonly term: string;
      /** Alpha: return a period as a decimal. Beta: portfolio return for one unit of benchmark return. */
      readonly estimate: number;
      /**
       * Its standard error, by the estimator that `inference` asks for. Classical: s times the root of its entry on the
       * diagonal of (XᵀX)⁻¹, s² = SSR/(n − k).
       */
      readonly standardError: number;
      /** estimate / standardError. */
      readonly tStatistic: number | null;
      /** Two-sided probability of so large a t if the true coefficient were 0. */
      readonly pValue: number | null;
      /** Lower bound of the confidence interval (95 % unless `inference` says otherwise). */
      readonly lower: number;
      /** Upper bound of the confidence interval. */
      readonly upper: number;
    }>;
    /** How many returns went in (n). */
    readonly observations: number;
    /** n − k: returns less coefficients, alpha counted. */
    readonly degreesOfFreedom: number;
    /** Share of the variance that the benchmarks explain, 0 to 1. Null if the returns do not vary. */
    readonly rSquared: number | null;
    /** 1 − (1 − R²)(n − 1)/(n − k). */
    readonly adjustedRSquared: number | null;
    /** √(SSR/(n − k)): the size of what is left a period, as a decimal. */
    readonly residualStandardError: number;
    /**
     * F test that all betas are 0; with a robust covariance Wald's statistic over the number of betas. Null for an
     * exact fit.
     */
    readonly fStatistic: number | null;
    /** Probability of so large an F if all true betas were 0. */
    readonly fPValue: number | null;
    /** Gaussian log-likelihood, −n/2·(ln 2π + ln(SSR/n) + 1). Null for an exact fit. */
    readonly logLikelihood: number | null;
    /**
     * Akaike's criterion, −2·logLikelihood + 2k, k counting alpha. Lower is better; compare fits of the same returns
     * only.
     */
    readonly aic: number | null;
    /** Schwarz's criterion, −2·logLikelihood + k·ln n. Lower is better; compare fits of the same returns only. */
    readonly bic: number | null;
    /** Durbin–Watson statistic of the residuals: near 2 when they do not follow each other. */
    readonly durbinWatson: number | null;
    /** The confidence of the intervals: 0.95 is 95 %. */
    readonly confidence: number;
    /** How the standard errors were estimated. */
    readonly covariance: {
      /** The estimator. */
      readonly estimator: CovarianceEstimator;
      /** The lags that HAC looked back; null elsewhere. */
      readonly lags: number | null;
      /** Whether HAC was multiplied by n/(n − k). */
      readonly smallSample: boolean;
    };
    /** Alpha by the year, three ways. */
    readonly annualizedAlpha: {
      /** alpha · s: what a position that is brought back to one size earns in a year beyond its beta. */
      readonly arithmetic: number;
      /**
       * (1 + alpha)^s − 1, or e^(alpha · s) − 1 with log returns: what it earns when gains stay in. Null for an alpha
       * of −1 or less, and where it leaves the range of doubles.
       */
      readonly compounded: number | null;
      /**
       * Rp − Rf − Σ betaᵢ(Rᵢ − Rf) on annualised (compounded) returns, Rf 0 without `riskFree` (Jensen 1968): what was
       * earned beyond a fair reward for beta. Null where a return is below −1, so that nothing compounds, or where it
       * leaves the range of doubles.
       */
      readonly jensen: number | null;
      /** Each of these that is null, and why. */
      readonly undefinedQuantities: ReadonlyArray<{
        /** The name of the field. */
        readonly quantity: string;
        /** Why it is not defined. */
        readonly reason: string;
      }>;
    };
    /** Each quantity above that is null, and why. */
    readonly undefinedQuantities: ReadonlyArray<{
      /** The name of the field. */
      readonly quantity: string;
      /** Why it is not defined. */
      readonly reason: string;
    }>;
    /** What it was computed from. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `Returns`. */
export type ReturnsQueryVariables = {
  /** Such as `sample:AAPL` or `TSLA`. */
  symbol: string;
  /** Which prices, and how far apart. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  kind?: ReturnKind | null | undefined;
};

/** The result of `Returns` as it is on the wire: series packed, and any field null that failed. */
export type ReturnsQuery = {
  /**
   * One asset. Errors: `UNKNOWN_SYMBOL`; `SOURCE_UNAVAILABLE` or `RATE_LIMITED` when its source fails and nothing is
   * stored.
   */
  readonly asset: {
    /** The symbol with its source's prefix: unique. */
    readonly id: string;
    /** The symbol with its source's prefix, as queries take it. */
    readonly symbol: string;
    /** Where the prices come from. */
    readonly source: PriceSource;
    /** Its name, where the source gives one. */
    readonly name: string | null;
    /** The currency of its prices: an ISO 4217 code, or the source's own for a minor unit (`GBp`: pence). */
    readonly currency: string | null;
    /** Where it trades. */
    readonly exchange: string | null;
    /** When the source was last asked for these prices; null for files, which do not age. */
    readonly retrievedAt: string | null;
    /** Null, or why these prices are older than they should be: the source failed, and stored ones serve. */
    readonly stale: string | null;
    /** Returns from one adjusted close to the next: n prices give n − 1 returns. */
    readonly returns: ReturnFieldsFragment;
  } | null;
};

/** The variables of `RollingRegression`. */
export type RollingRegressionQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /** How many returns: 60, or 252 for a year of days. */
  window: number;
};

/** The result of `RollingRegression` as it is on the wire: series packed, and any field null that failed. */
export type RollingRegressionQuery = {
  /**
   * Alpha and beta of a portfolio against one or more benchmarks. Errors: `UNKNOWN_SYMBOL`, `NO_OVERLAP`,
   * `INSUFFICIENT_DATA`, `SINGULAR_BENCHMARKS`, `BAD_INPUT`, and those of the price sources.
   */
  readonly regression: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of the portfolio, benchmarks,
     * `hedgeWith`, period, kind of returns, inference and risk-free rate with their defaults, of what is regressed, and
     * of the prices and returns inside the period: one more date, a restated price, another order of benchmarks have
     * another id.
     */
    readonly id: string;
    /**
     * The regression in every window of so many returns: whether beta moved, and when. Each window is exact by itself:
     * what was before it has left no trace. Errors: `BAD_INPUT` for a window of fewer returns than the benchmarks and 2
     * (3 for one benchmark), `INSUFFICIENT_DATA` for one longer than the sample. An error here takes the whole
     * `regression` with it: where it may fail, ask for it in an aliased `regression` of its own, which costs next to
     * nothing more.
     */
    readonly rolling: RollingFieldsFragment;
    /** What it was computed from. */
    readonly provenance: ProvenanceFieldsFragment;
  } | null;
};

/** The variables of `Screen`. */
export type ScreenQueryVariables = {
  /** Such as `["sample:AAPL-MONTHLY", "sample:MSFT-MONTHLY"]`. Put a long list into a variable. */
  symbols: ReadonlyArray<string> | string;
  /** 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /** Which prices. Default: all dates that each symbol shares. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
};

/** The result of `Screen` as it is on the wire: series packed, and any field null that failed. */
export type ScreenQuery = {
  /**
   * Alpha and beta of up to 5,000 symbols against the same benchmarks, one row each, in the order asked; each over the
   * dates that it shares with the benchmarks, so compare `observations`. A symbol that fails has its reason in its row;
   * what is wrong with a benchmark, the period or the rate is an error of the field.
   */
  readonly screen: ReadonlyArray<{
    /** The symbol with its source's prefix. */
    readonly symbol: string;
    /** The slope on the first benchmark. */
    readonly beta: number | null;
    /** The intercept: a decimal a period. */
    readonly alpha: number | null;
    /** Share of the variance that the benchmarks explain. Null also if the returns do not vary. */
    readonly rSquared: number | null;
    /** Of `beta`. */
    readonly standardError: number | null;
    /** Of `alpha`. */
    readonly alphaStandardError: number | null;
    /** One beta for each benchmark, in the order asked. */
    readonly betas: ReadonlyArray<number> | null;
    /** Of each of `betas`. */
    readonly standardErrors: ReadonlyArray<number> | null;
    /** How many returns went in. */
    readonly observations: number | null;
    /** The first price date used: each symbol has its own, from what it shares with the benchmarks. */
    readonly firstDate: string | null;
    /** The last price date used. */
    readonly lastDate: string | null;
    /** How many dates were left out because not all series have a price on them. */
    readonly datesDropped: number | null;
    /** Why there are no numbers; null where there are. */
    readonly error: {
      /** Stable, for programs. */
      readonly code: ErrorCode;
      /** The rule that was broken, and the value. */
      readonly message: string;
    } | null;
  }>;
};

/** The variables of `Symbols`. */
export type SymbolsQueryVariables = {
  /**
   * A part of a symbol or of a name, in any case. A prefix searches its source alone: `sample:aa`, `csv:`. Empty: all
   * that the sample and your files have, and nothing of Yahoo's.
   */
  search: string;
  /** Which sources to search. Default: all. */
  sources?: ReadonlyArray<PriceSource> | PriceSource | null | undefined;
  /** The most matches wanted, from 1 to 50. Default: `10`. */
  limit?: number | null | undefined;
};

/** The result of `Symbols` as it is on the wire: series packed, and any field null that failed. */
export type SymbolsQuery = {
  /**
   * Symbols whose spelling or name has a text, for a box that suggests while one types. Yahoo has 3 seconds at most,
   * and after no answer is left out for 10; ask for `sources: [SAMPLE, CSV]` beside it to show those at once. Errors:
   * `BAD_INPUT` for a text of more than 100 characters or with control characters in it, and for a limit outside of 1
   * to 50.
   */
  readonly symbols: {
    /**
     * The sample's first, then files', then Yahoo's; of each source a symbol that is the text itself before all others.
     * Where there are more than `limit`, each source has its share. Empty where nothing matches.
     */
    readonly matches: ReadonlyArray<{
      /** The symbol with its source's prefix, as queries take it. */
      readonly symbol: string;
      /** Where its prices come from. */
      readonly source: PriceSource;
      /** Its name, where the source gives one. */
      readonly name: string | null;
      /** Where it trades, in the words of the source's search: `asset` may have others. */
      readonly exchange: string | null;
      /** What it is; null where the source does not say. */
      readonly kind: InstrumentKind | null;
      /** The first date with a price; null where only loading the prices would tell: Yahoo's and files'. */
      readonly firstDate: string | null;
      /** The last date with a price; null as `firstDate` is. */
      readonly lastDate: string | null;
    }>;
    /** One for each source that failed, while the others answer; empty where none did. */
    readonly failures: ReadonlyArray<{
      /** The source that failed. */
      readonly source: PriceSource;
      /** Stable, for programs: `SOURCE_UNAVAILABLE` or `RATE_LIMITED`. */
      readonly code: ErrorCode;
      /** What went wrong. */
      readonly message: string;
    }>;
  };
};

/** The variables of `WalkForwardChartImages`. */
export type WalkForwardChartImagesQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /**
   * How many returns each estimate is made of. They count periods of the interval: 252 is a year of days; take 104 or
   * so of weeks, 36 of months. Default: `252`.
   */
  lookback?: number | null | undefined;
  /** How many periods between two looks at the ratio. Default: `21`. */
  rebalanceEvery?: number | null | undefined;
  /**
   * The beta to the first benchmark that is to be left: 0.5 is a half hedge, above the portfolio's own it is leverage.
   * To the other benchmarks it is 0. From -10 to 10. Default: `0`.
   */
  targetBeta?: number | null | undefined;
  /**
   * By which estimator betas are measured: the portfolio's, and those of instruments of `hedgeWith`. In the windows of
   * a walk VASICEK weighs by classical standard errors, whatever `inference` asks for. Default: `"OLS"`.
   */
  estimator?: BetaEstimator | null | undefined;
  /** The estimator's settings. */
  parameters?: BetaParametersInput | null | undefined;
  /**
   * Where the instruments do not determine their ratios (more of them than benchmarks, or one like another): false is
   * an error, true the smallest ratios of the many that hedge alike, said so. True also spreads the hedge over
   * instruments that nearly repeat each other (condition number above 30). Benchmarks that repeat each other altogether
   * have such a hedge by OLS. Default: `false`.
   */
  minimumNorm?: boolean | null | undefined;
  /** What hedging costs. Default: nothing. */
  costs?: CostsInput | null | undefined;
  /** What happens between rebalances. Default: `"SHARES"`. */
  holding?: HedgeHolding | null | undefined;
  /**
   * Trade only if a ratio is farther than this from its new estimate; looked at every `rebalanceEvery` periods.
   * Default: always trade.
   */
  driftTrigger?: number | null | undefined;
  /**
   * How many returns a window has; unless given 252 days, 52 weeks or 36 months, and in a sample of less than three
   * such windows a third of it.
   */
  window?: number | null | undefined;
  /** In pixels, all of it. Default: `800`. */
  width?: number;
  /** In pixels, all of it. Default: `450`. */
  height?: number;
  /** Its colours. Default: `"LIGHT"`. */
  theme?: ChartTheme;
};

/** The result of `WalkForwardChartImages` as it is on the wire: series packed, and any field null that failed. */
export type WalkForwardChartImagesQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /**
     * The hedge walked forward: fitted on the past only, held until the next rebalance, costed, and verified out of
     * sample. Simple returns only. Where at some rebalance the estimator has no answer the hedge is left as it was
     * (`skipped`, and a warning). Errors: `INSUFFICIENT_DATA` for a lookback as long as the sample or longer, and of a
     * regression over too few returns after it; `BAD_INPUT` for a lookback below 3, `rebalanceEvery` below 1, negative
     * costs, or a portfolio that loses everything on the way; `UNDEFINED_ESTIMATE` or `SINGULAR_BENCHMARKS` where the
     * first estimate fails; `LIMIT_EXCEEDED` for more than a minute of work. An error here takes the whole
     * `hedgedPortfolio` with it: where it may fail, ask in an aliased one.
     */
    readonly walkForward: {
      /**
       * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field
       * that both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
       * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of
       * `regression`, and of the walk's own arguments: one more date, a restated price, another order of benchmarks
       * have another id.
       */
      readonly id: string;
      /** Pictures. */
      readonly charts: {
        /** What 1.00 gained: the portfolio, and hedged, before and after costs. */
        readonly cumulative: ChartImageFragment | null;
        /**
         * The beta that was left, in every window with its interval, beside that of the portfolio alone and the one
         * that was wanted; and what the fits promised.
         */
        readonly promiseAndFact: ChartImageFragment | null;
        /** What was sold short for each 1.00 of the portfolio, and where it was traded. */
        readonly ratios: ChartImageFragment | null;
        /** How far wealth was below its highest so far, hedged and not. */
        readonly drawdowns: ChartImageFragment | null;
      };
    };
  } | null;
};

/** The variables of `WalkForwardCharts`. */
export type WalkForwardChartsQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /**
   * How many returns each estimate is made of. They count periods of the interval: 252 is a year of days; take 104 or
   * so of weeks, 36 of months. Default: `252`.
   */
  lookback?: number | null | undefined;
  /** How many periods between two looks at the ratio. Default: `21`. */
  rebalanceEvery?: number | null | undefined;
  /**
   * The beta to the first benchmark that is to be left: 0.5 is a half hedge, above the portfolio's own it is leverage.
   * To the other benchmarks it is 0. From -10 to 10. Default: `0`.
   */
  targetBeta?: number | null | undefined;
  /**
   * By which estimator betas are measured: the portfolio's, and those of instruments of `hedgeWith`. In the windows of
   * a walk VASICEK weighs by classical standard errors, whatever `inference` asks for. Default: `"OLS"`.
   */
  estimator?: BetaEstimator | null | undefined;
  /** The estimator's settings. */
  parameters?: BetaParametersInput | null | undefined;
  /**
   * Where the instruments do not determine their ratios (more of them than benchmarks, or one like another): false is
   * an error, true the smallest ratios of the many that hedge alike, said so. True also spreads the hedge over
   * instruments that nearly repeat each other (condition number above 30). Benchmarks that repeat each other altogether
   * have such a hedge by OLS. Default: `false`.
   */
  minimumNorm?: boolean | null | undefined;
  /** What hedging costs. Default: nothing. */
  costs?: CostsInput | null | undefined;
  /** What happens between rebalances. Default: `"SHARES"`. */
  holding?: HedgeHolding | null | undefined;
  /**
   * Trade only if a ratio is farther than this from its new estimate; looked at every `rebalanceEvery` periods.
   * Default: always trade.
   */
  driftTrigger?: number | null | undefined;
  /**
   * How many returns a window has; unless given 252 days, 52 weeks or 36 months, and in a sample of less than three
   * such windows a third of it.
   */
  window?: number | null | undefined;
  /** Adds the `config` of that theme. */
  theme?: ChartTheme | null | undefined;
};

/** The result of `WalkForwardCharts` as it is on the wire: series packed, and any field null that failed. */
export type WalkForwardChartsQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /**
     * The hedge walked forward: fitted on the past only, held until the next rebalance, costed, and verified out of
     * sample. Simple returns only. Where at some rebalance the estimator has no answer the hedge is left as it was
     * (`skipped`, and a warning). Errors: `INSUFFICIENT_DATA` for a lookback as long as the sample or longer, and of a
     * regression over too few returns after it; `BAD_INPUT` for a lookback below 3, `rebalanceEvery` below 1, negative
     * costs, or a portfolio that loses everything on the way; `UNDEFINED_ESTIMATE` or `SINGULAR_BENCHMARKS` where the
     * first estimate fails; `LIMIT_EXCEEDED` for more than a minute of work. An error here takes the whole
     * `hedgedPortfolio` with it: where it may fail, ask in an aliased one.
     */
    readonly walkForward: {
      /**
       * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field
       * that both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
       * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of
       * `regression`, and of the walk's own arguments: one more date, a restated price, another order of benchmarks
       * have another id.
       */
      readonly id: string;
      /** Pictures. */
      readonly charts: {
        /** What 1.00 gained: the portfolio, and hedged, before and after costs. */
        readonly cumulative: ChartSpecificationFragment | null;
        /**
         * The beta that was left, in every window with its interval, beside that of the portfolio alone and the one
         * that was wanted; and what the fits promised.
         */
        readonly promiseAndFact: ChartSpecificationFragment | null;
        /** What was sold short for each 1.00 of the portfolio, and where it was traded. */
        readonly ratios: ChartSpecificationFragment | null;
        /** How far wealth was below its highest so far, hedged and not. */
        readonly drawdowns: ChartSpecificationFragment | null;
      };
    };
  } | null;
};

/** The variables of `WalkForward`. */
export type WalkForwardQueryVariables = {
  /** What is held. */
  portfolio: PortfolioInput;
  /** What it is measured against and hedged with: 1 to 20 symbols. */
  benchmarks: ReadonlyArray<string> | string;
  /**
   * What is sold short, where it is not the benchmarks: measure against the index, hedge with a fund or a future. 1 to
   * 20 symbols; default: the benchmarks. All series are joined on the dates that all have.
   */
  hedgeWith?: ReadonlyArray<string> | string | null | undefined;
  /** Which prices. Default: all dates that the series share. */
  period?: PeriodInput | null | undefined;
  /** Simple or log. Default: `"SIMPLE"`. */
  returnKind?: ReturnKind | null | undefined;
  /** How standard errors and intervals are made. Default: classical, 95 %. */
  inference?: InferenceInput | null | undefined;
  /** Taken off every return. Default: none. */
  riskFree?: RiskFreeInput | null | undefined;
  /**
   * How many returns each estimate is made of. They count periods of the interval: 252 is a year of days; take 104 or
   * so of weeks, 36 of months. Default: `252`.
   */
  lookback?: number | null | undefined;
  /** How many periods between two looks at the ratio. Default: `21`. */
  rebalanceEvery?: number | null | undefined;
  /**
   * The beta to the first benchmark that is to be left: 0.5 is a half hedge, above the portfolio's own it is leverage.
   * To the other benchmarks it is 0. From -10 to 10. Default: `0`.
   */
  targetBeta?: number | null | undefined;
  /**
   * By which estimator betas are measured: the portfolio's, and those of instruments of `hedgeWith`. In the windows of
   * a walk VASICEK weighs by classical standard errors, whatever `inference` asks for. Default: `"OLS"`.
   */
  estimator?: BetaEstimator | null | undefined;
  /** The estimator's settings. */
  parameters?: BetaParametersInput | null | undefined;
  /**
   * Where the instruments do not determine their ratios (more of them than benchmarks, or one like another): false is
   * an error, true the smallest ratios of the many that hedge alike, said so. True also spreads the hedge over
   * instruments that nearly repeat each other (condition number above 30). Benchmarks that repeat each other altogether
   * have such a hedge by OLS. Default: `false`.
   */
  minimumNorm?: boolean | null | undefined;
  /** What hedging costs. Default: nothing. */
  costs?: CostsInput | null | undefined;
  /** What happens between rebalances. Default: `"SHARES"`. */
  holding?: HedgeHolding | null | undefined;
  /**
   * Trade only if a ratio is farther than this from its new estimate; looked at every `rebalanceEvery` periods.
   * Default: always trade.
   */
  driftTrigger?: number | null | undefined;
};

/** The result of `WalkForward` as it is on the wire: series packed, and any field null that failed. */
export type WalkForwardQuery = {
  /**
   * A portfolio, the hedge that removes its beta, and the hedged returns. Only what the query asks for is computed.
   * Errors as for `regression`.
   */
  readonly hedgedPortfolio: {
    /**
     * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field that
     * both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
     * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of its
     * `regression`, and of the latest close of each series, with which `hedge` is sized: one more date, a restated
     * price, another order of benchmarks have another id. Only the warning `PRICES_OLD` of `hedge` and
     * `rebalanceAdvice` depends on the day of the request besides.
     */
    readonly id: string;
    /**
     * The hedge walked forward: fitted on the past only, held until the next rebalance, costed, and verified out of
     * sample. Simple returns only. Where at some rebalance the estimator has no answer the hedge is left as it was
     * (`skipped`, and a warning). Errors: `INSUFFICIENT_DATA` for a lookback as long as the sample or longer, and of a
     * regression over too few returns after it; `BAD_INPUT` for a lookback below 3, `rebalanceEvery` below 1, negative
     * costs, or a portfolio that loses everything on the way; `UNDEFINED_ESTIMATE` or `SINGULAR_BENCHMARKS` where the
     * first estimate fails; `LIMIT_EXCEEDED` for more than a minute of work. An error here takes the whole
     * `hedgedPortfolio` with it: where it may fail, ask in an aliased one.
     */
    readonly walkForward: {
      /**
       * Opaque; for caches that normalise. Equal ids are the same question, answered from the same data: every field
       * that both have is equal. Not so in `provenance.assets`: an asset has an id of its own, and its dates may change
       * outside of the period. The same on every server, and after a restart. It is made of all that makes the id of
       * `regression`, and of the walk's own arguments: one more date, a restated price, another order of benchmarks
       * have another id.
       */
      readonly id: string;
      /**
       * Hedged returns before costs: portfolio − Σ ratioᵢ · instrumentᵢ, with the ratios in force; in parts of the
       * portfolio's value at the beginning of each period. With a `riskFree` rate all three are in excess of it: the
       * proceeds of short sales earn it.
       */
      readonly returns: ReturnFieldsFragment;
      /** The same after costs; a trade is charged to the period after it. */
      readonly netReturns: ReturnFieldsFragment;
      /** The portfolio's own returns on the same dates. */
      readonly unhedged: ReturnFieldsFragment;
      /** The ratio of the first hedge instrument that was in force during each period. */
      readonly ratios: RatioFieldsFragment;
      /** The same of each hedge instrument. */
      readonly instrumentRatios: ReadonlyArray<RatioFieldsFragment>;
      /** Every look at the ratio. */
      readonly rebalances: {
        /** The close at which it was looked at, and traded: the last date that the estimate knows. */
        readonly dates: ReadonlyArray<string>;
        /** What came of it. */
        readonly outcomes: ReadonlyArray<RebalanceOutcome>;
        /** One a hedge instrument. */
        readonly legs: ReadonlyArray<{
          /** The hedge instrument. */
          readonly symbol: string;
          /** The ratio before the trade. */
          readonly held: ReadonlyArray<number>;
          /** The ratio that the estimate asked for; null where it had no answer. */
          readonly estimates: ReadonlyArray<number | null>;
        }>;
        /** What was traded, Σ|Δratio|. */
        readonly turnover: ReadonlyArray<number>;
        /** What the trade cost, as a decimal of the portfolio's value. */
        readonly costs: ReadonlyArray<number>;
      };
      /** The rebalances without an estimate, and why. */
      readonly skipped: ReadonlyArray<{
        /** The date. */
        readonly date: string;
        /** Why there was none. */
        readonly reason: string;
      }>;
      /**
       * Hedge notional traded over the whole walk, as a multiple of the portfolio's value at each trade: Σ|Δratio|. The
       * first trade is in it; the hedge is not closed at the end.
       */
      readonly turnover: number;
      /** The same a year: a mean a period times s. */
      readonly turnoverAnnualized: number;
      /**
       * What the hedge cost over the whole walk, as a decimal of the portfolio's value: the sum of returns −
       * netReturns.
       */
      readonly cost: number;
      /** The same a year: a mean a period times s. */
      readonly costAnnualized: number;
      /**
       * What portfolio and hedge earned in money before costs, of 1.00 of the portfolio bought at the beginning and
       * left alone: the hedge's gains and losses are kept aside. Compounded returns (`performance`) suppose instead
       * that they are put into the portfolio every period, and the hedge with it.
       */
      readonly profit: number;
      /** The same after costs. */
      readonly netProfit: number;
      /** What `cost` consists of. */
      readonly costBreakdown: {
        /** Of trades. */
        readonly trading: number;
        /** Of borrowing what was sold short. */
        readonly borrow: number;
        /** What the proceeds earned, beyond the risk-free rate if there is one: it lowers the cost. */
        readonly interest: number;
      };
      /**
       * The hedged returns, before costs, on the benchmarks', out of sample: the realised alpha and beta, with their
       * intervals.
       */
      readonly verification: RegressionFieldsFragment;
      /** The portfolio's own returns on the benchmarks', over the same dates: what there was to hedge. */
      readonly unhedgedRegression: RegressionFieldsFragment;
      /** Whether the realised betas may be 0, or `targetBeta`. */
      readonly realizedBetaIsZero: BetaTestFieldsFragment;
      /**
       * Realised: 1 − var(returns)/var(unhedged), out of sample. Below 0 the hedge did harm. Null where the portfolio's
       * returns do not vary.
       */
      readonly effectiveness: number | null;
      /**
       * What the fits promised: each ratio on the very returns that it was made of, averaged over the rebalances.
       * Compare `realized`.
       */
      readonly promised: HedgeOutcomeFieldsFragment;
      /** What came of it, out of sample and before costs. */
      readonly realized: HedgeOutcomeFieldsFragment;
      /** The portfolio alone over the same dates. */
      readonly withoutHedge: HedgeOutcomeFieldsFragment;
      /**
       * Return and risk over the walk: unhedged, hedged before costs, and of the benchmark. Compounding supposes that
       * what the hedge gains is put into the portfolio; `profit` does not.
       */
      readonly performance: PerformanceComparisonFieldsFragment;
      /** The same of the hedged portfolio after costs. */
      readonly netPerformance: PerformanceFieldsFragment;
      /** How it was made. */
      readonly settings: {
        /** Returns an estimate. */
        readonly lookback: number;
        /** Periods between two looks at the ratio. */
        readonly rebalanceEvery: number;
        /** The estimator. */
        readonly estimator: BetaEstimator;
        /** The beta that was wanted. */
        readonly targetBeta: number;
        /** What happens between rebalances. */
        readonly holding: HedgeHolding;
        /** Null: every rebalance trades. */
        readonly driftTrigger: number | null;
        /** Null: none were counted. */
        readonly costs: {
          /** Basis points of the notional traded. */
          readonly tradingBps: number;
          /** A year, on the notional sold short. */
          readonly borrowRate: number;
          /** A year, on the proceeds. */
          readonly cashRate: number;
        } | null;
      };
      /** What it was computed from; the dates are those of the walk. */
      readonly provenance: ProvenanceFieldsFragment;
    };
  } | null;
};

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
// Made by `pnpm codegen` from schema.graphql and operations/: do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Operation } from "../operation.ts";
/** One holding, by weight or by shares; all holdings of a portfolio the same way. */
export type HoldingInput = {
  /** Number of shares, bought once and held; negative is short. Counted in today's shares (after later splits), dividends reinvested. */
  shares?: number | null | undefined;
  /** Such as `sample:AAPL` or `TSLA`. */
  symbol: string;
  /** Fraction of the portfolio's value: 0.6 is 60 %, −0.2 is short 20 %. Rebalanced to this weight every period. Weights that do not sum to 1 leave cash, or borrow it, at no interest: the answer warns. */
  weight?: number | null | undefined;
};

/** How far apart observations are. Weeks and months are made from daily prices: the last trading date of each ISO week or calendar month. A week or month that is still running at the end is left out. */
export type Interval =
  /** Trading days: 252 periods a year. */
  | 'DAY'
  /** Calendar months: 12 periods a year. */
  | 'MONTH'
  /** ISO weeks, Monday to Sunday: 52 periods a year. */
  | 'WEEK';

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

/** Where prices come from. A symbol's prefix names the source; without a prefix it is Yahoo Finance. */
export type PriceSource =
  /** A file of yours in the server's data folder: `csv:myfund` is `csv/myfund.csv`. */
  | 'CSV'
  /** Bundled with the server, always there, offline too: `sample:AAPL`, `sample:^GSPC`. */
  | 'SAMPLE'
  /** Yahoo Finance, the default: `TSLA`, `^GSPC`, `7203.T`. */
  | 'YAHOO';

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

/** Kinds of warning. */
export type WarningCode =
  /** The assets are in different currencies, and no exchange rate is applied. */
  | 'CURRENCIES_DIFFER'
  /** Holdings by shares are summed though a currency is not known. */
  | 'CURRENCY_UNKNOWN'
  /** So few observations that standard errors are rough. */
  | 'FEW_OBSERVATIONS'
  /** The last week or month is still running in these prices, and was left out. */
  | 'INCOMPLETE_PERIOD'
  /** Own returns outside the benchmarks' prices are left out, and the first one where it is not known from which session it runs. */
  | 'RETURNS_LEFT_OUT'
  /** Own returns on dates without prices of every benchmark are compounded into the next return. */
  | 'RETURNS_MERGED'
  /** Own weekly or monthly returns dated on a weekend count on the session before it. */
  | 'RETURNS_MOVED'
  /** The shared dates are farther apart than the interval. */
  | 'SPARSE_DATES'
  /** A source failed; an older stored history serves in its place. */
  | 'STALE_PRICES'
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

export type AssetFieldsFragment = { id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null };

export type ProvenanceFieldsFragment = { firstDate: string, lastDate: string, observations: number, datesDropped: number, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> };

export type RegressionFieldsFragment = { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, undefinedQuantities: Array<{ quantity: string, reason: string }> };

export type ReturnFieldsFragment = { symbol: string | null, dates: Array<string>, values: Array<number> };

export type HedgedPortfolioQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
}>;


export type HedgedPortfolioQuery = { hedgedPortfolio: { effectiveness: number | null, regression: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, undefinedQuantities: Array<{ quantity: string, reason: string }> }, unhedged: { symbol: string | null, dates: Array<string>, values: Array<number> }, returns: { symbol: string | null, dates: Array<string>, values: Array<number> }, benchmarks: Array<{ symbol: string | null, dates: Array<string>, values: Array<number> }>, verification: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, undefinedQuantities: Array<{ quantity: string, reason: string }> }, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } } | null };

export type PricesQueryVariables = Exact<{
  symbol: string;
  period?: PeriodInput | null | undefined;
}>;


export type PricesQuery = { asset: { id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null, prices: { dates: Array<string>, adjustedCloses: Array<number> } } | null };

export type RegressionQueryVariables = Exact<{
  portfolio: PortfolioInput;
  benchmarks: Array<string> | string;
  period?: PeriodInput | null | undefined;
  returnKind?: ReturnKind | null | undefined;
}>;


export type RegressionQuery = { regression: { alpha: number, beta: number, observations: number, degreesOfFreedom: number, rSquared: number | null, adjustedRSquared: number | null, residualStandardError: number, fStatistic: number | null, fPValue: number | null, logLikelihood: number | null, aic: number | null, bic: number | null, durbinWatson: number | null, provenance: { firstDate: string, lastDate: string, observations: number, datesDropped: number, interval: Interval, returnKind: ReturnKind, periodsPerYear: number, assets: Array<{ id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null }>, warnings: Array<{ code: WarningCode, message: string }> }, coefficients: Array<{ term: string, estimate: number, standardError: number, tStatistic: number | null, pValue: number | null, lower: number, upper: number }>, undefinedQuantities: Array<{ quantity: string, reason: string }> } | null };

export type ReturnsQueryVariables = Exact<{
  symbol: string;
  period?: PeriodInput | null | undefined;
  kind?: ReturnKind | null | undefined;
}>;


export type ReturnsQuery = { asset: { id: string, symbol: string, source: PriceSource, name: string | null, currency: string | null, exchange: string | null, retrievedAt: string | null, stale: string | null, returns: { symbol: string | null, dates: Array<string>, values: Array<number> } } | null };

/** The values of `extensions.code` in the errors of an answer. The words in backquotes are further extensions: the data to act on. A failing field is null, and its neighbours answer. */
export type ErrorCode =
  /** A value breaks a rule: the message names the rule and the value. */
  | "BAD_INPUT"
  /** The HTTP request is not one of GraphQL over HTTP, or could come from another site. */
  | "BAD_REQUEST"
  /** The client left before the answer. */
  | "CANCELLED"
  /** The query is not GraphQL. */
  | "GRAPHQL_PARSE_FAILED"
  /** The query does not fit the schema. */
  | "GRAPHQL_VALIDATION_FAILED"
  /** Too few observations (`observations`, `needed`): choose a longer period or a shorter interval. */
  | "INSUFFICIENT_DATA"
  /** A defect of ours, logged under `id`: report it with that. */
  | "INTERNAL_ERROR"
  /** The request asks for too much (`limit`, `actual`, `what`): split it. */
  | "LIMIT_EXCEEDED"
  /** The series share no dates in this period. */
  | "NO_OVERLAP"
  /** The price source limits our requests: try again in `retryAfterSeconds`. */
  | "RATE_LIMITED"
  /** A benchmark does not vary, or repeats others (`terms`): leave it out. */
  | "SINGULAR_BENCHMARKS"
  /** The price source failed and nothing is stored: try again later. */
  | "SOURCE_UNAVAILABLE"
  /** No source has this symbol (`symbol`). */
  | "UNKNOWN_SYMBOL";

/** What is known of one asset, without its prices. */
export const Asset: Operation<AssetQuery, AssetQueryVariables> = {"kind":"query","name":"Asset","id":"3e3c8fe7f736af4a6aa463dc29ee2bcd3c30e04d0c3c42241dc3d6018e245922","text":"query Asset($symbol:String!){asset(symbol:$symbol){...AssetFields}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** What is known of several assets. A bad symbol makes the call fail; the error's `data` still has the others. */
export const Assets: Operation<AssetsQuery, AssetsQueryVariables> = {"kind":"query","name":"Assets","id":"e2e39fc5a7db3dbc9b1f6e2ddbb81940bc07e4569d49405ae1f115425f35db96","text":"query Assets($symbols:[String!]!){assets(symbols:$symbols){...AssetFields}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** A portfolio, the hedge that removes its beta, the hedged returns, and their regression on the same benchmarks. */
export const HedgedPortfolio: Operation<HedgedPortfolioQuery, HedgedPortfolioQueryVariables> = {"kind":"query","name":"HedgedPortfolio","id":"6778af6ddaaf7226dc1143eb0353f5c4384dfc349806fcbb6895c78182440bf3","text":"query HedgedPortfolio($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind){hedgedPortfolio(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind){regression{...RegressionFields}unhedged{...ReturnFields}returns{...ReturnFields}benchmarks{...ReturnFields}verification{...RegressionFields}effectiveness provenance{...ProvenanceFields}}}fragment RegressionFields on Regression{alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson undefinedQuantities{quantity reason}}fragment ReturnFields on ReturnSeries{symbol dates values}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped interval returnKind periodsPerYear assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** An asset and its adjusted closes. */
export const Prices: Operation<PricesQuery, PricesQueryVariables> = {"kind":"query","name":"Prices","id":"216589b7ccc66f8bb386456abc781ac1765344305dfa8ce911e74f7094a0e671","text":"query Prices($symbol:String!$period:PeriodInput){asset(symbol:$symbol){...AssetFields prices(period:$period){dates adjustedCloses}}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** Alpha and beta of a portfolio against one or more benchmarks. */
export const Regression: Operation<RegressionQuery, RegressionQueryVariables> = {"kind":"query","name":"Regression","id":"23ba32810e26b2810937ed1993d7a7ab15f962b98b59eaf15310afc572735a89","text":"query Regression($portfolio:PortfolioInput!$benchmarks:[String!]!$period:PeriodInput$returnKind:ReturnKind){regression(portfolio:$portfolio benchmarks:$benchmarks period:$period returnKind:$returnKind){...RegressionFields provenance{...ProvenanceFields}}}fragment RegressionFields on Regression{alpha beta coefficients{term estimate standardError tStatistic pValue lower upper}observations degreesOfFreedom rSquared adjustedRSquared residualStandardError fStatistic fPValue logLikelihood aic bic durbinWatson undefinedQuantities{quantity reason}}fragment ProvenanceFields on Provenance{firstDate lastDate observations datesDropped interval returnKind periodsPerYear assets{...AssetFields}warnings{code message}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}"};

/** An asset and its returns. */
export const Returns: Operation<ReturnsQuery, ReturnsQueryVariables> = {"kind":"query","name":"Returns","id":"df9d52e5cd325ef0ebdedf54cfb720ee8081c29689bb0ede2b88b6c2274f3907","text":"query Returns($symbol:String!$period:PeriodInput$kind:ReturnKind){asset(symbol:$symbol){...AssetFields returns(period:$period kind:$kind){...ReturnFields}}}fragment AssetFields on Asset{id symbol source name currency exchange retrievedAt stale}fragment ReturnFields on ReturnSeries{symbol dates values}"};

/** Every operation, by the name of the client's method. */
export const operations = {
  /** What is known of one asset, without its prices. */
  asset: Asset,
  /** What is known of several assets. A bad symbol makes the call fail; the error's `data` still has the others. */
  assets: Assets,
  /** A portfolio, the hedge that removes its beta, the hedged returns, and their regression on the same benchmarks. */
  hedgedPortfolio: HedgedPortfolio,
  /** An asset and its adjusted closes. */
  prices: Prices,
  /** Alpha and beta of a portfolio against one or more benchmarks. */
  regression: Regression,
  /** An asset and its returns. */
  returns: Returns,
} as const;
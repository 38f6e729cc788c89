import {
  AnalysisError,
  alignPrices,
  baseDateFor,
  clip,
  formatDate,
  type Interval,
  indexFromReturns,
  type Period,
  type PriceSeries,
  periodReturns,
  type ReturnKind,
  resample,
  sharesValue,
  weightedReturns,
} from "@hedgeql/core";
import type { PriceHistory } from "../prices/price-history.ts";
import type { Portfolio } from "./portfolio.ts";
import { findWarnings, type Warning } from "./warnings.ts";

export interface AnalysisRequest {
  readonly portfolio: Portfolio;
  readonly benchmarks: readonly string[];
  readonly period: Period;
  readonly interval: Interval;
  readonly returnKind: ReturnKind;
}

/** The returns of a portfolio and its benchmarks on the same dates, and how they came about. */
export interface JointReturns {
  readonly dates: Int32Array;
  readonly portfolio: Float64Array;
  /** One column a benchmark, in the order asked. */
  readonly benchmarks: readonly Float64Array[];
  readonly benchmarkSymbols: readonly string[];
  /** The symbol, where the portfolio is one. */
  readonly portfolioSymbol: string | null;
  /** The first and the last price date, as day numbers. */
  readonly firstDate: number;
  readonly lastDate: number;
  readonly datesDropped: number;
  readonly interval: Interval;
  readonly returnKind: ReturnKind;
  /** Every history that went in, each once: the portfolio's, then the benchmarks'. */
  readonly histories: readonly PriceHistory[];
  readonly warnings: readonly Warning[];
}

/**
 * Loads, clips to the period, joins on trading dates, resamples, and only then takes returns: joining returns that
 * are ready-made would pair one asset's two-day return with another's one-day return.
 */
export async function loadJointReturns(
  load: (symbol: string) => Promise<PriceHistory>,
  request: AnalysisRequest,
): Promise<JointReturns> {
  const { portfolio, period, interval, returnKind } = request;
  const [holdings, benchmarks] = await Promise.all([
    Promise.all(portfolio.symbols.map(load)),
    Promise.all(request.benchmarks.map(load)),
  ]);
  refuseMixedCurrencies(portfolio, holdings);

  const columns = [
    ...portfolioColumns(portfolio, holdings, benchmarks),
    ...benchmarks.map(({ id, prices }) => ({ label: id, prices })),
  ];
  const labels = columns.map(({ label }) => label);
  const clipped = columns.map(({ label, prices }) => clipTo(period, label, prices));
  const aligned = alignPrices(clipped, labels);
  const prices = resample(aligned, interval);

  const holdingCount = columns.length - benchmarks.length;
  const returnsOf = (column: Float64Array, label: string) => periodReturns(column, returnKind, prices.dates, label);
  const histories = [...new Map([...holdings, ...benchmarks].map((history) => [history.id, history])).values()];
  return {
    dates: prices.dates.subarray(1),
    portfolio: portfolioReturns(portfolio, prices.columns.slice(0, holdingCount), labels, prices.dates, returnKind),
    benchmarks: prices.columns.slice(holdingCount).map((column, i) => returnsOf(column, labels[holdingCount + i])),
    benchmarkSymbols: benchmarks.map(({ id }) => id),
    portfolioSymbol: portfolio.kind === "symbol" ? holdings[0].id : null,
    firstDate: prices.dates[0],
    lastDate: prices.dates[prices.dates.length - 1],
    datesDropped: aligned.dropped,
    interval,
    returnKind,
    histories,
    warnings: findWarnings({ portfolio, histories, dates: prices.dates, interval, incomplete: prices.incomplete }),
  };
}

function portfolioColumns(
  portfolio: Portfolio,
  holdings: readonly PriceHistory[],
  benchmarks: readonly PriceHistory[],
): { label: string; prices: PriceSeries }[] {
  if (portfolio.kind !== "returns") return holdings.map(({ id, prices }) => ({ label: id, prices }));
  const base = baseDateFor(
    portfolio.returns,
    benchmarks.map(({ prices }) => prices),
  );
  return [{ label: "the portfolio", prices: indexFromReturns(portfolio.returns, base) }];
}

function portfolioReturns(
  portfolio: Portfolio,
  columns: readonly Float64Array[],
  labels: readonly string[],
  dates: Int32Array,
  kind: ReturnKind,
): Float64Array {
  if (portfolio.kind === "weights") {
    const simple = columns.map((column, i) => periodReturns(column, "SIMPLE", dates, labels[i]));
    return weightedReturns(simple, portfolio.weights, kind);
  }
  if (portfolio.kind === "shares") {
    return periodReturns(sharesValue(columns, portfolio.shares), kind, dates, "the portfolio's value");
  }
  return periodReturns(columns[0], kind, dates, labels[0]);
}

function clipTo(period: Period, label: string, prices: PriceSeries): PriceSeries {
  const clipped = clip(prices, period);
  if (clipped.dates.length > 0) return clipped;
  const from = period.start === undefined ? "the beginning" : formatDate(period.start);
  const to = period.end === undefined ? "the end" : formatDate(period.end);
  const { dates } = prices;
  const has = dates.length === 0 ? "none" : `${formatDate(dates[0])} to ${formatDate(dates[dates.length - 1])}`;
  throw new AnalysisError("NO_OVERLAP", `${label} has no prices from ${from} to ${to}; it has ${has}`, {
    symbol: label,
    firstDate: dates.length === 0 ? null : formatDate(dates[0]),
    lastDate: dates.length === 0 ? null : formatDate(dates[dates.length - 1]),
  });
}

/** Shares are summed by their prices, and prices of two currencies have no sum. */
function refuseMixedCurrencies(portfolio: Portfolio, holdings: readonly PriceHistory[]): void {
  if (portfolio.kind !== "shares") return;
  const first = holdings.find(({ currency }) => currency !== null);
  const other = holdings.find(({ currency }) => currency !== null && currency !== first?.currency);
  if (first === undefined || other === undefined) return;
  throw new AnalysisError(
    "BAD_INPUT",
    `holdings by shares must be in one currency: ${first.id} is in ${first.currency}, ${other.id} in ${other.currency}`,
    { symbols: [first.id, other.id], currencies: [first.currency, other.currency] },
  );
}

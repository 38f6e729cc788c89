import {
  AnalysisError,
  alignPrices,
  clip,
  dateOwnReturns,
  formatDate,
  grossLeverage,
  grossWeight,
  type Interval,
  nextKnownDate,
  ownDates,
  ownReturnsBetween,
  type Period,
  type PriceSeries,
  periodReturns,
  RETURN_ROUNDING,
  type ReturnKind,
  resample,
  weightedReturns,
} from "@hedgeql/core";
import type { PriceHistory } from "../prices/price-history.ts";
import { ownReturnsUse } from "./own-returns-use.ts";
import type { Portfolio } from "./portfolio.ts";
import {
  type DatedRiskFree,
  datedRiskFree,
  excess,
  type RiskFree,
  type RiskFreeUse,
  riskFreeUse,
} from "./risk-free.ts";
import { refuseMixedCurrencies, valueOfShares } from "./share-holdings.ts";
import { findWarnings, type Warning } from "./warnings.ts";

export interface AnalysisRequest {
  readonly portfolio: Portfolio;
  readonly benchmarks: readonly string[];
  readonly period: Period;
  readonly interval: Interval;
  readonly returnKind: ReturnKind;
  readonly riskFree: RiskFree;
}

/**
 * The returns of a portfolio and its benchmarks on the same dates, and how they came about. With a risk-free rate all are
 * in excess of it: this is the one place where it is taken off.
 */
export interface JointReturns {
  readonly dates: Int32Array;
  readonly portfolio: Float64Array;
  /** How far each of the portfolio's returns may be off: the rounding of prices; 0 for returns that were given. */
  readonly portfolioRounding: number;
  /** One column a benchmark, in the order asked. */
  readonly benchmarks: readonly Float64Array[];
  /** The same of the benchmarks' returns. */
  readonly benchmarkRounding: number;
  readonly riskFree: RiskFreeUse | null;
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

/** A series to be joined, and what messages call it. */
interface Input {
  readonly label: string;
  readonly prices: PriceSeries;
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
  const [holdings, benchmarks, riskFreeOn] = await Promise.all([
    Promise.all(portfolio.symbols.map(load)),
    Promise.all(request.benchmarks.map(load)),
    datedRiskFree(request.riskFree, load),
  ]);
  refuseRepeated(benchmarks);
  refuseMixedCurrencies(portfolio, holdings);

  const sessions = benchmarks.map(pricesOf);
  const own = portfolio.kind === "returns" ? dateOwnReturns(portfolio.returns, sessions) : undefined;
  const held = own === undefined ? holdings.map(inputOf) : [{ label: "the portfolio", prices: ownDates(own) }];
  const dated = riskFreeOn?.(sessions) ?? null;
  const inputs = [...held, ...benchmarks.map(inputOf), ...(dated === null ? [] : [riskFreeInput(dated)])];
  const { dates, columns, labels, dropped, incomplete, joined } = joinPrices(inputs, request);

  const riskFree = riskFreeUse(request.riskFree, dated, columns[held.length + benchmarks.length], {
    dates,
    interval,
    returnKind,
  });
  const heldColumns = columns.slice(0, held.length);
  const returns =
    own === undefined
      ? portfolioReturns(portfolio, heldColumns, labels, dates, returnKind)
      : ownReturnsBetween(own.returns, dates, returnKind);
  const loaded = [...holdings, ...benchmarks, ...(dated?.kind === "prices" ? [dated.history] : [])];
  const histories = [...new Map(loaded.map((history) => [history.id, history])).values()];
  return {
    dates: dates.subarray(1),
    portfolio: excess(returns, riskFree),
    portfolioRounding: roundingOf(portfolio, heldColumns) + (riskFree?.rounding ?? 0),
    benchmarks: benchmarks.map(({ id }, i) =>
      excess(periodReturns(columns[held.length + i], returnKind, dates, id), riskFree),
    ),
    benchmarkRounding: RETURN_ROUNDING + (riskFree?.rounding ?? 0),
    riskFree,
    benchmarkSymbols: benchmarks.map(({ id }) => id),
    portfolioSymbol: portfolio.kind === "symbol" ? holdings[0].id : null,
    firstDate: dates[0],
    lastDate: dates[dates.length - 1],
    datesDropped: dropped,
    interval,
    returnKind,
    histories,
    warnings: findWarnings({
      portfolio,
      histories,
      dates,
      interval,
      incomplete,
      own: own && ownReturnsUse(own, joined, period),
    }),
  };
}

const pricesOf = ({ prices }: PriceHistory): PriceSeries => prices;

export const inputOf = ({ id, prices }: PriceHistory): Input => ({ label: id, prices });

export const riskFreeInput = (dated: DatedRiskFree): Input =>
  dated.kind === "prices" ? inputOf(dated.history) : { label: "the risk-free returns", prices: ownDates(dated.own) };

/** The prices of the period on the dates that all have, one row a period. */
export function joinPrices(
  inputs: readonly Input[],
  { period, interval }: Pick<AnalysisRequest, "period" | "interval">,
) {
  const labels = inputs.map(({ label }) => label);
  const aligned = alignPrices(
    inputs.map((input) => clipTo(period, input)),
    labels,
  );
  // What comes after these prices shows whether their last week or month is over.
  const all = inputs.map(({ prices }) => prices);
  const next = nextKnownDate(all, aligned.dates[aligned.dates.length - 1]);
  const { dates, columns, dropped, incomplete } = resample(aligned, interval, next);
  if (dates.length === 0) throw noWholePeriod(interval);
  return { dates, columns, labels, dropped, incomplete, joined: aligned.dates };
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
    return periodReturns(valueOfShares(columns, portfolio.shares, dates), kind, dates, "the portfolio");
  }
  return periodReturns(columns[0], kind, dates, labels[0]);
}

/** How far a return of the portfolio may be off: each holding brings its own rounding. */
function roundingOf(portfolio: Portfolio, columns: readonly Float64Array[]): number {
  if (portfolio.kind === "returns") return 0;
  if (portfolio.kind === "weights") return grossWeight(portfolio.weights) * RETURN_ROUNDING;
  return portfolio.kind === "shares" ? grossLeverage(columns, portfolio.shares) * RETURN_ROUNDING : RETURN_ROUNDING;
}

function clipTo(period: Period, { label, prices }: Input): PriceSeries {
  const clipped = clip(prices, period);
  if (clipped.dates.length > 0) return clipped;
  const from = period.start === undefined ? "the beginning" : formatDate(period.start);
  const to = period.end === undefined ? "the end" : formatDate(period.end);
  const { dates } = prices;
  const firstDate = dates.length === 0 ? null : formatDate(dates[0]);
  const lastDate = dates.length === 0 ? null : formatDate(dates[dates.length - 1]);
  const has = dates.length === 0 ? "none" : `${firstDate} to ${lastDate}`;
  const message = `${label} has no prices from ${from} to ${to}; it has ${has}`;
  throw new AnalysisError("NO_OVERLAP", message, { symbol: label, firstDate, lastDate });
}

function noWholePeriod(interval: Interval): AnalysisError {
  const message = `returns need at least 2 prices, and the period has no whole ${interval.toLowerCase()}`;
  return new AnalysisError("INSUFFICIENT_DATA", message, { observations: 0, needed: 2 });
}

export function refuseRepeated(benchmarks: readonly PriceHistory[]): void {
  const ids = benchmarks.map(({ id }) => id);
  const repeated = ids.find((id, i) => ids.indexOf(id) !== i);
  if (repeated === undefined) return;
  throw new AnalysisError("SINGULAR_BENCHMARKS", `each benchmark must be listed once, ${repeated} is listed again`, {
    terms: [repeated],
  });
}

import {
  AnalysisError,
  clip,
  dateOwnReturns,
  grossWeight,
  type Interval,
  leverage,
  ownDates,
  ownReturnsBetween,
  type Period,
  periodReturns,
  RETURN_ROUNDING,
  type ReturnKind,
  weightedReturns,
} from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";
import type { Joined } from "./dropped-dates.ts";
import { type HoldingsNow, holdingsNow } from "./holdings-now.ts";
import { type Input, inputOf, joinPrices, pricesOf, riskFreeInput } from "./join-prices.ts";
import { jointDigest } from "./joint-digest.ts";
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
import { type DateSpan, findWarnings, type Warning } from "./warnings.ts";

export interface AnalysisRequest {
  readonly portfolio: Portfolio;
  readonly benchmarks: readonly string[];
  /** What the hedge is made with; without any, the benchmarks. */
  readonly hedgeWith?: readonly string[] | undefined;
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
  /** What is held at the end, in parts of the portfolio's value; null where it is not known, or one symbol. */
  readonly holdings: HoldingsNow | null;
  /** How far each of the portfolio's returns may be off: the rounding of prices; 0 for returns that were given. */
  readonly portfolioRounding: number;
  /** What of that is the portfolio's own in each period, where it changes: by shares, with their leverage. */
  readonly leverageRounding: Float64Array | null;
  /** One column a benchmark, in the order asked. */
  readonly benchmarks: readonly Float64Array[];
  /** The same of the returns of benchmarks and hedge instruments. */
  readonly benchmarkRounding: number;
  /** What the hedge is made with, one column an instrument: the very columns of the benchmarks, unless others were asked for. */
  readonly instruments: readonly Float64Array[];
  readonly instrumentSymbols: readonly string[];
  readonly riskFree: RiskFreeUse | null;
  readonly benchmarkSymbols: readonly string[];
  /** The symbol, where the portfolio is one. */
  readonly portfolioSymbol: string | null;
  /** The first and the last price date, as day numbers. */
  readonly firstDate: number;
  readonly lastDate: number;
  readonly datesDropped: number;
  /** The series that were joined, inside the period, and the dates that all of them have. */
  readonly joined: Joined;
  readonly interval: Interval;
  readonly returnKind: ReturnKind;
  /** Every history that went in, each once: the portfolio's, the benchmarks', the hedge instruments'. */
  readonly histories: readonly PriceHistory[];
  readonly warnings: readonly Warning[];
  /** Stands for the question and for all that went in: the same of both, the same digest. Taken when it is first asked for. */
  readonly digest: () => string;
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
  const [holdings, benchmarks, hedgeWith, riskFreeOn] = await Promise.all([
    Promise.all(portfolio.symbols.map(load)),
    Promise.all(request.benchmarks.map(load)),
    request.hedgeWith === undefined ? undefined : Promise.all(request.hedgeWith.map(load)),
    datedRiskFree(request.riskFree, load),
  ]);
  refuseRepeated(benchmarks, "benchmark");
  refuseRepeated(hedgeWith ?? [], "hedge instrument");
  refuseMixedCurrencies(portfolio, holdings);

  const priced = onceEach([...benchmarks, ...(hedgeWith ?? [])]);
  const sessions = priced.map(pricesOf);
  const own = portfolio.kind === "returns" ? dateOwnReturns(portfolio.returns, sessions) : undefined;
  const held = own === undefined ? holdings.map(inputOf) : [{ label: "the portfolio", prices: ownDates(own) }];
  const dated = riskFreeOn?.(sessions) ?? null;
  refuseRiskFreeBenchmark(priced, dated);
  const inputs = [...held, ...priced.map(inputOf), ...(dated === null ? [] : [riskFreeInput(dated)])];
  const { dates, columns, labels, dropped, incomplete, joined } = joinPrices(inputs, request);

  const riskFree = riskFreeUse(request.riskFree, dated, columns[held.length + priced.length], {
    dates,
    interval,
    returnKind,
  });
  const heldColumns = columns.slice(0, held.length);
  const returns =
    own === undefined
      ? portfolioReturns(portfolio, heldColumns, labels, dates, returnKind)
      : ownReturnsBetween(own.returns, dates, returnKind);
  const histories = onceEach([...holdings, ...priced, ...(dated?.kind === "prices" ? [dated.history] : [])]);
  const returnsOf = new Map(
    priced.map(({ id }, i) => [id, excess(periodReturns(columns[held.length + i], returnKind, dates, id), riskFree)]),
  );
  const columnsOf = (some: readonly PriceHistory[]) => some.map(({ id }) => returnsOf.get(id) as Float64Array);
  const benchmarkColumns = columnsOf(benchmarks);
  let warnings: readonly Warning[] | undefined;
  let digest: string | undefined;
  const leverageRounding =
    portfolio.kind === "shares"
      ? leverage(heldColumns, portfolio.shares).map((times) => times * RETURN_ROUNDING)
      : null;
  const joint: JointReturns = {
    dates: dates.subarray(1),
    portfolio: excess(returns, riskFree),
    holdings: holdingsNow(portfolio, heldColumns, { dates, labels, riskFree, returnKind }),
    portfolioRounding: (leverageRounding?.reduce(larger, 0) ?? roundingOf(portfolio)) + (riskFree?.rounding ?? 0),
    leverageRounding,
    benchmarks: benchmarkColumns,
    benchmarkRounding: RETURN_ROUNDING + (riskFree?.rounding ?? 0),
    instruments: hedgeWith === undefined ? benchmarkColumns : columnsOf(hedgeWith),
    instrumentSymbols: (hedgeWith ?? benchmarks).map(({ id }) => id),
    riskFree,
    benchmarkSymbols: benchmarks.map(({ id }) => id),
    portfolioSymbol: portfolio.kind === "symbol" ? holdings[0].id : null,
    firstDate: dates[0],
    lastDate: dates[dates.length - 1],
    datesDropped: dropped,
    joined: { inputs, held: held.length, period, dates: joined },
    interval,
    returnKind,
    histories,
    // Most answers are asked for without them.
    get warnings() {
      warnings ??= findWarnings({
        portfolio,
        riskFree: dated === null ? undefined : riskFreeSpan(dated, inputs.slice(0, -1), request),
        histories,
        dates,
        interval,
        incomplete,
        own: own && ownReturnsUse(own, joined, period),
        portfolioSpan: spanOf(held, period),
        priced: pricedColumns(inputs, columns, own === undefined ? 0 : held.length, dated === null ? 0 : 1).map(
          ({ input, column }) => ({ label: input.label, column, span: spanOf([input], period) }),
        ),
      });
      return warnings;
    },
    digest: () => (digest ??= jointDigest(request, joint)),
  };
  return joint;
}

/** The series that are prices, each once: not a portfolio's own returns before them, nor the risk-free rate after. */
function pricedColumns(inputs: readonly Input[], columns: readonly Float64Array[], before: number, after: number) {
  const priced = inputs.map((input, i) => ({ input, column: columns[i] })).slice(before, inputs.length - after);
  return [...new Map(priced.map((one) => [one.input.label, one])).values()];
}

/** The first and the last date, inside the period, that any of the series has. */
function spanOf(inputs: readonly Input[], period: Period): DateSpan {
  const dates = inputs.map(({ prices }) => clip(prices, period).dates).filter(({ length }) => length > 0);
  if (dates.length === 0) return { first: undefined, last: undefined };
  return {
    first: Math.min(...dates.map((column) => column[0])),
    last: Math.max(...dates.map((column) => column[column.length - 1])),
  };
}

/** Where the risk-free series lies beside the dates that the others share without it. */
function riskFreeSpan(dated: DatedRiskFree, others: readonly Input[], request: AnalysisRequest) {
  const { label, prices } = riskFreeInput(dated);
  return { label, dates: prices.dates, others: joinPrices(others, request).joined };
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
function roundingOf(portfolio: Portfolio): number {
  if (portfolio.kind === "returns") return 0;
  return (portfolio.kind === "weights" ? grossWeight(portfolio.weights) : 1) * RETURN_ROUNDING;
}

const larger = (a: number, b: number) => Math.max(a, b);

/** Its returns beyond itself are 0, and "does not vary" would be said of the benchmark. */
export function refuseRiskFreeBenchmark(benchmarks: readonly PriceHistory[], dated: DatedRiskFree | null): void {
  if (dated?.kind !== "prices" || !benchmarks.some(({ id }) => id === dated.history.id)) return;
  const { id } = dated.history;
  throw new AnalysisError(
    "SINGULAR_BENCHMARKS",
    `${id} is the risk-free asset: its excess returns are all 0, so it has no beta`,
    { terms: [id] },
  );
}

function onceEach(histories: readonly PriceHistory[]): PriceHistory[] {
  return [...new Map(histories.map((history) => [history.id, history])).values()];
}

export function refuseRepeated(histories: readonly PriceHistory[], what: string): void {
  const ids = histories.map(({ id }) => id);
  const repeated = ids.find((id, i) => ids.indexOf(id) !== i);
  if (repeated === undefined) return;
  throw new AnalysisError("SINGULAR_BENCHMARKS", `each ${what} must be listed once, ${repeated} is listed again`, {
    terms: [repeated],
  });
}

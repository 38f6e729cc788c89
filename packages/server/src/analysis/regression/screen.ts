import { DomainError, periodReturns, RETURN_ROUNDING, type ScreenedRegression, screener } from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";
import { inputOf, joinPrices, riskFreeInput } from "../joining/join-prices.ts";
import { type AnalysisRequest, refuseRepeated, refuseRiskFreeBenchmark } from "../joining/joint-returns.ts";
import { type DatedRiskFree, datedRiskFree, excess, riskFreeUse } from "../joining/risk-free.ts";
import { COLLINEARITY_TOLERANCE } from "./regression-analysis.ts";

/** What is screened against what; the rest as for one regression. */
export interface ScreenRequest extends Omit<AnalysisRequest, "portfolio"> {
  readonly symbols: readonly string[];
}

/** One symbol's regression on the benchmarks, or why it has none. */
export interface ScreenRow {
  readonly symbol: string;
  readonly result: ScreenResult | null;
  readonly error: DomainError | null;
}

export interface ScreenResult extends ScreenedRegression {
  readonly observations: number;
  /** The first and the last price date, as day numbers. */
  readonly firstDate: number;
  readonly lastDate: number;
  readonly datesDropped: number;
}

/** What a screen takes histories from: benchmarks, which are kept for the request, and symbols, which are let go of. */
export interface ScreenLoads {
  readonly benchmark: (symbol: string) => Promise<PriceHistory>;
  readonly symbol: (symbol: string) => Promise<PriceHistory>;
  readonly signal: AbortSignal | undefined;
}

/** How many symbols are loaded side by side: enough to keep a database busy, few enough to keep memory small. */
const SIDE_BY_SIDE = 16;

/** A source that failed so often in a row, without any success between, is not waited for again in this screen. */
const MOST_OUTAGES = 8;
const OUTAGES: ReadonlySet<string> = new Set(["SOURCE_UNAVAILABLE", "RATE_LIMITED"]);

/**
 * Regresses every symbol on the same benchmarks, each over the dates that it shares with them. What the benchmarks alone
 * decide is computed once for all the symbols with the same dates. A symbol that cannot be regressed does not disturb
 * the others; what is wrong with a benchmark, the period or the risk-free rate is an error of the whole.
 */
export async function screen(loads: ScreenLoads, request: ScreenRequest): Promise<ScreenRow[]> {
  const [benchmarks, riskFreeOn] = await Promise.all([
    Promise.all(request.benchmarks.map(loads.benchmark)),
    datedRiskFree(request.riskFree, loads.benchmark),
  ]);
  refuseRepeated(benchmarks, "benchmark");
  const dated = riskFreeOn?.(benchmarks.map(({ prices }) => prices)) ?? null;
  refuseRiskFreeBenchmark(benchmarks, dated);
  const regressSymbol = symbolRegression(benchmarks, dated, request);
  const rows = new Array<ScreenRow>(request.symbols.length);
  let next = 0;
  const load = patient(loads.symbol);
  const work = async () => {
    while (next < rows.length) {
      const index = next++;
      loads.signal?.throwIfAborted();
      rows[index] = await screenRow(request.symbols[index], load, regressSymbol);
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, rows.length) }, work));
  return rows;
}

async function screenRow(
  asked: string,
  load: (symbol: string) => Promise<PriceHistory>,
  regressSymbol: (history: PriceHistory) => ScreenResult,
): Promise<ScreenRow> {
  let symbol = asked;
  try {
    const history = await load(asked);
    symbol = history.id;
    return { symbol, result: regressSymbol(history), error: null };
  } catch (error) {
    if (error instanceof DomainError) return { symbol, result: null, error };
    throw error;
  }
}

/** A regression on the benchmarks' returns between some dates, made ready for every portfolio that has those dates. */
interface Prepared {
  readonly dates: Int32Array;
  readonly regress: (returns: Float64Array) => ScreenedRegression;
}

/**
 * The regression of a symbol; that of the previous one is built on where both have the same dates.
 *
 * It begins with the dates of the benchmarks alone: what is wrong with them or with the period is no fault of any symbol.
 */
function symbolRegression(
  benchmarks: readonly PriceHistory[],
  dated: DatedRiskFree | null,
  request: ScreenRequest,
): (history: PriceHistory) => ScreenResult {
  const others = [...benchmarks.map(inputOf), ...(dated === null ? [] : [riskFreeInput(dated)])];
  const { returnKind, interval } = request;
  const prepare = (dates: Int32Array, columns: readonly Float64Array[]): Prepared => {
    const riskFree = riskFreeUse(request.riskFree, dated, columns[benchmarks.length], { dates, interval, returnKind });
    const regressors = benchmarks.map(({ id }, i) =>
      excess(periodReturns(columns[i], returnKind, dates, id), riskFree),
    );
    const rounding = RETURN_ROUNDING + (riskFree?.rounding ?? 0);
    const fit = screener(regressors, {
      terms: benchmarks.map(({ id }) => id),
      rounding: { response: rounding, regressors: rounding },
      collinearityTolerance: COLLINEARITY_TOLERANCE,
    });
    return { dates, regress: (returns) => fit(excess(returns, riskFree)) };
  };
  const alone = joinPrices(others, request);
  let prepared = prepare(alone.dates, alone.columns);
  return (history) => {
    const { dates, columns, dropped } = joinPrices([inputOf(history), ...others], request);
    const returns = periodReturns(columns[0], returnKind, dates, history.id);
    if (!sameDates(prepared.dates, dates)) prepared = prepare(dates, columns.slice(1));
    return {
      ...prepared.regress(returns),
      observations: returns.length,
      firstDate: dates[0],
      lastDate: dates[dates.length - 1],
      datesDropped: dropped,
    };
  };
}

/** Loads until a source has failed so often in a row that it is not worth while to wait for it any more. */
function patient(load: ScreenLoads["symbol"]): ScreenLoads["symbol"] {
  /** How often the source with a prefix has failed since it last answered. */
  const failures = new Map<string, number>();
  return async (symbol) => {
    const colon = symbol.indexOf(":");
    const prefix = symbol.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const failed = failures.get(prefix) ?? 0;
    if (failed >= MOST_OUTAGES) {
      const message = `${symbol} was not asked for: its source failed ${failed} times in a row`;
      throw new DomainError("SOURCE_UNAVAILABLE", message, { symbol });
    }
    try {
      const history = await load(symbol);
      failures.set(prefix, 0);
      return history;
    } catch (error) {
      if (error instanceof DomainError && OUTAGES.has(error.code))
        failures.set(prefix, (failures.get(prefix) ?? 0) + 1);
      throw error;
    }
  };
}

function sameDates(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((date, i) => date === b[i]);
}

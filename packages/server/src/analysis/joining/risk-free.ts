import {
  AnalysisError,
  annualizedReturn,
  type DatedOwnReturns,
  dateOwnReturns,
  type Interval,
  ownReturnsBetween,
  PERIODS_PER_YEAR,
  type PriceSeries,
  periodRate,
  periodReturns,
  RETURN_ROUNDING,
  type ReturnKind,
  type ReturnSeries,
} from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";
import { type ReturnsInput, readReturns } from "./portfolio.ts";

/** A risk-free rate as a caller describes it: exactly one of the three. */
export interface RiskFreeInput {
  readonly annualRate?: number | null | undefined;
  readonly symbol?: string | null | undefined;
  readonly returns?: ReturnsInput | null | undefined;
}

/** What the risk-free rate of each period is made from. */
export type RiskFree =
  | { readonly kind: "none" }
  | { readonly kind: "rate"; readonly annualRate: number }
  | { readonly kind: "symbol"; readonly symbol: string }
  | { readonly kind: "returns"; readonly returns: ReturnSeries };

/** The risk-free rate that was taken off, and what it was made from. */
export interface RiskFreeUse {
  readonly annualRate: number | null;
  readonly symbol: string | null;
  /** Of the kind of the returns, one a period. */
  readonly rates: Float64Array;
  /** What the rates compound to in a year; null where they do not compound. */
  readonly annualizedRate: number | null;
  /** How far each rate may be off: the rounding of prices, and of returns that are compounded. */
  readonly rounding: number;
}

/** Prices that are quotes of a yield, in per cent a year: of 13-week Treasury bills. Their changes are no returns. */
const BILL_YIELDS: ReadonlySet<string> = new Set(["^IRX"]);
/** Yields of bonds of 5, 10 and 30 years: neither prices nor a rate that is free of risk for a day or a month. */
const BOND_YIELDS: ReadonlySet<string> = new Set(["^FVX", "^TNX", "^TYX"]);

/** What messages call a series of rates. */
export const RISK_FREE_RETURNS = "the risk-free returns";

/** Checks what the API's types cannot say; throws `BAD_INPUT`. */
export function readRiskFree(input: RiskFreeInput | null | undefined): RiskFree {
  if (input == null) return { kind: "none" };
  if (input.annualRate != null) {
    periodRate(input.annualRate, 1, "SIMPLE"); // refuses what is no rate before anything is loaded
    // −0 becomes 0: they are one question, and have one id.
    return { kind: "rate", annualRate: input.annualRate + 0 };
  }
  if (input.symbol != null) return { kind: "symbol", symbol: input.symbol };
  if (input.returns != null) return { kind: "returns", returns: readReturns(input.returns, RISK_FREE_RETURNS) };
  throw new AnalysisError(
    "BAD_INPUT",
    "a risk-free rate must be one of annualRate, symbol or returns, got none of them",
  );
}

/** A risk-free series that has dates to be joined with the others'; null where there is none, or one rate for all. */
export type DatedRiskFree =
  | { readonly kind: "prices"; readonly history: PriceHistory }
  | { readonly kind: "returns"; readonly own: DatedOwnReturns };

export async function datedRiskFree(
  riskFree: RiskFree,
  load: (symbol: string) => Promise<PriceHistory>,
): Promise<((benchmarks: readonly PriceSeries[]) => DatedRiskFree) | null> {
  if (riskFree.kind === "symbol") {
    if (BOND_YIELDS.has(riskFree.symbol.trim().toUpperCase())) throw bondYield(riskFree.symbol.trim().toUpperCase());
    const history = await load(riskFree.symbol);
    return () => ({ kind: "prices", history });
  }
  if (riskFree.kind === "returns") {
    const { returns } = riskFree;
    return (benchmarks) => ({ kind: "returns", own: dateOwnReturns(returns, benchmarks) });
  }
  return null;
}

interface Periods {
  /** The dates of the prices that the periods lie between. */
  readonly dates: Int32Array;
  readonly interval: Interval;
  readonly returnKind: ReturnKind;
}

/** The rate of each period; null where none was asked for. `column`: the joined prices of a series that has some. */
export function riskFreeUse(
  riskFree: RiskFree,
  dated: DatedRiskFree | null,
  column: Float64Array | undefined,
  { dates, interval, returnKind }: Periods,
): RiskFreeUse | null {
  if (riskFree.kind === "none") return null;
  const perYear = PERIODS_PER_YEAR[interval];
  const use = (rates: Float64Array, rounding: number, named: { annualRate?: number; symbol?: string }) => ({
    annualRate: named.annualRate ?? null,
    symbol: named.symbol ?? null,
    rates,
    annualizedRate: annualizedReturn(rates, perYear, returnKind),
    rounding,
  });
  if (riskFree.kind === "rate") {
    const rate = periodRate(riskFree.annualRate, perYear, returnKind);
    return use(new Float64Array(dates.length - 1).fill(rate), 0, { annualRate: riskFree.annualRate });
  }
  if (dated?.kind === "returns")
    return use(ownReturnsBetween(dated.own.returns, dates, returnKind, RISK_FREE_RETURNS), RETURN_ROUNDING, {});
  if (dated === null || column === undefined) throw new Error("a risk-free symbol must have been joined");
  const symbol = dated.history.id;
  if (BILL_YIELDS.has(symbol)) {
    // What the bills yield at the beginning of a period is what they earn in it.
    const rates = column.subarray(0, -1).map((percent) => periodRate(percent / 100, perYear, returnKind));
    return use(rates, 0, { symbol });
  }
  return use(periodReturns(column, returnKind, dates, symbol), RETURN_ROUNDING, { symbol });
}

/** Returns beyond the risk-free rate; the returns themselves where there is none. */
export function excess(returns: Float64Array, riskFree: RiskFreeUse | null): Float64Array {
  return riskFree === null ? returns : returns.map((value, t) => value - riskFree.rates[t]);
}

/** The way back: what was earned in total. */
export function total(excessReturns: Float64Array, riskFree: RiskFreeUse | null): Float64Array {
  return riskFree === null ? excessReturns : excessReturns.map((value, t) => value + riskFree.rates[t]);
}

function bondYield(symbol: string): AnalysisError {
  const message = `${symbol} quotes the yield of bonds, which is no price and not free of risk: take ^IRX (13-week bills), a fund of bills, or annualRate`;
  return new AnalysisError("BAD_INPUT", message, { symbol });
}

import { grossWeight, periodReturns, type ReturnKind, weightedReturns } from "@hedgeql/core";
import type { Portfolio } from "./portfolio.ts";
import { excess, type RiskFreeUse } from "./risk-free.ts";

/** A portfolio's holdings on the last date. */
export interface HoldingsNow {
  /** In parts of its value, as multiples of it: long and short alike, and long less short; the rest is cash. */
  readonly gross: number;
  readonly net: number;
  /**
   * What the portfolio would have returned with the weights of the last date; null where its weights were always those.
   * Shares that were bought and held had other weights before: their past is that of another mix.
   */
  readonly returnsOfLastWeights: (() => Float64Array) | null;
}

interface Terms {
  readonly dates: Int32Array;
  readonly labels: readonly string[];
  readonly riskFree: RiskFreeUse | null;
  readonly returnKind: ReturnKind;
}

/** Null for one symbol, which is all the portfolio is, and for returns, of which nothing more is known. */
export function holdingsNow(
  portfolio: Portfolio,
  columns: readonly Float64Array[],
  { dates, labels, riskFree, returnKind }: Terms,
): HoldingsNow | null {
  if (portfolio.kind === "weights") {
    const { weights } = portfolio;
    return { gross: grossWeight(weights), net: sum(weights), returnsOfLastWeights: null };
  }
  if (portfolio.kind !== "shares") return null;
  const worth = portfolio.shares.map((shares, i) => shares * columns[i][dates.length - 1]);
  const weights = worth.map((one) => one / sum(worth));
  const returnsOfLastWeights = () => {
    const simple = columns.map((column, i) => periodReturns(column, "SIMPLE", dates, labels[i]));
    return excess(weightedReturns(simple, weights, returnKind), riskFree);
  };
  return {
    gross: grossWeight(weights),
    net: 1,
    returnsOfLastWeights: columns.length === 1 ? null : returnsOfLastWeights,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import { AnalysisError, formatDate, sharesValue } from "@hedgeql/core";
import type { PriceHistory } from "../../prices/price-history.ts";
import type { Portfolio } from "./portfolio.ts";

/** Shares are summed by their prices, and prices of two currencies have no sum. Throws `BAD_INPUT`. */
export function refuseMixedCurrencies(portfolio: Portfolio, holdings: readonly PriceHistory[]): void {
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

/** What holdings by shares are worth on each date. Throws `BAD_INPUT` where that is 0 or less: it has no return. */
export function valueOfShares(
  columns: readonly Float64Array[],
  shares: readonly number[],
  dates: Int32Array,
): Float64Array {
  const value = sharesValue(columns, shares);
  const worthless = value.findIndex((worth) => !(worth > 0));
  if (worthless === -1) return value;
  const date = formatDate(dates[worthless]);
  throw new AnalysisError(
    "BAD_INPUT",
    `holdings by shares must be worth more than 0 on every date, they are worth ${value[worthless]} on ${date}: a net short book has returns by weight`,
    { date, value: value[worthless] },
  );
}

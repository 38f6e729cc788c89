import type { PriceHistory } from "../../prices/price-history.ts";
import type { SizeRequest } from "./sized-hedge.ts";

/** What an order needs of a history: its latest price and in what. */
export function historyOf(
  id: string,
  { currency = "USD", lastDate, price = 100 }: { currency?: string | null; lastDate: number; price?: number },
): PriceHistory {
  const dates = Int32Array.of(lastDate - 1, lastDate);
  return {
    id,
    symbol: id,
    source: "CSV",
    name: null,
    exchange: null,
    currency,
    retrievedAt: null,
    stale: null,
    prices: { kind: "prices", dates, adjustedCloses: Float64Array.of(1, price) },
  };
}

export const ORDER: SizeRequest = {
  estimator: "OLS",
  parameters: {},
  targetBeta: 0,
  minimumNorm: false,
  lookback: null,
  value: 1e6,
  currency: "USD",
  exchangeRates: [],
  wholeShares: false,
  lots: [],
};

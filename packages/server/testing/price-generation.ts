import { priceSeries } from "@hedgeql/core";
import type { StoredInstrument } from "../src/prices/price-store.ts";

/** A series all of whose parts follow from one number, so that a mixture of two saves shows. */
export function generation(number: number): StoredInstrument {
  const length = 2000 + (number % 7) * 100;
  return {
    source: "YAHOO",
    symbol: "GENERATION",
    name: `generation ${number}`,
    currency: "USD",
    exchange: null,
    retrievedAt: number,
    wholeAt: number,
    prices: priceSeries(
      Int32Array.from({ length }, (_, i) => number + i),
      Float64Array.from({ length }, (_, i) => number + i / 1024),
    ),
  };
}

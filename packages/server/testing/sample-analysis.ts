import { Analysis, type HedgeInput } from "../src/analysis/analysis.ts";
import type { HedgeAnalysis } from "../src/analysis/hedge/hedge-analysis.ts";
import { createPriceHistories } from "../src/prices/price-history.ts";
import type { PriceStore } from "../src/prices/price-store.ts";
import { createSampleSource } from "../src/prices/sources/sample.ts";

const unused = () => Promise.reject(new Error("the sample is not stored"));
const store: PriceStore = { load: unused, save: unused, ping: () => Promise.resolve(), close: () => Promise.resolve() };
const sample = createPriceHistories({ sources: [createSampleSource()], store, freshForMs: 0, concurrency: 1 });

/** An analysis of bundled prices: Apple against the S&P 500, five years of days, unless asked otherwise. */
export function sampleAnalysis(input: Partial<HedgeInput> = {}): Promise<HedgeAnalysis> {
  return new Analysis(sample).hedge({ portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"], ...input });
}

import { expect, test } from "vitest";
import { createPriceHistories, type PriceHistories } from "../prices/price-history.ts";
import type { PriceStore } from "../prices/price-store.ts";
import { createSampleSource } from "../prices/sources/sample.ts";
import { Analysis } from "./analysis.ts";

/** The sample needs no store; nothing may ask for one. */
const store: PriceStore = {
  load: () => Promise.reject(new Error("the sample is not stored")),
  save: () => Promise.reject(new Error("the sample is not stored")),
  ping: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

function counted(): { prices: PriceHistories; loads: string[] } {
  const histories = createPriceHistories({ sources: [createSampleSource()], store, freshForMs: 0, concurrency: 1 });
  const loads: string[] = [];
  const load: PriceHistories["load"] = (symbol, signal) => {
    loads.push(symbol);
    return histories.load(symbol, signal);
  };
  return { prices: { ...histories, load }, loads };
}

const hedge = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

test("the same hedge is analysed once, and a symbol is loaded once, however it is spelled", async () => {
  const { prices, loads } = counted();
  const analysis = new Analysis(prices);
  const [one, same, other] = await Promise.all([
    analysis.hedge(hedge),
    analysis.hedge(structuredClone(hedge)),
    analysis.hedge({ ...hedge, portfolio: { symbol: "SAMPLE:aapl" }, returnKind: "LOG" }),
  ]);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  expect(loads.sort()).toEqual(["sample:AAPL", "sample:^GSPC"]);
});

test("own returns are told apart by what they are, not by their length", async () => {
  const { prices } = counted();
  const analysis = new Analysis(prices);
  const dates = [17_658, 17_659, 17_660, 17_661];
  const returns = { dates, values: [0.01, 0.02, -0.01, 0.005] };
  const ask = (portfolio: object) => analysis.hedge({ portfolio, benchmarks: ["sample:^GSPC"] });
  const [one, same, other] = await Promise.all([
    ask({ returns }),
    ask({ returns }),
    ask({ returns: { dates, values: [0.02, 0.02, -0.01, 0.005] } }),
  ]);
  expect(same).toBe(one);
  expect(other.regression.betas[0]).not.toBe(one.regression.betas[0]);
});

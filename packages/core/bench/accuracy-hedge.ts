import { columnsOf, correctDigits, worstDigits } from "../golden/read-golden.ts";
import { hedgeCases, minimumNormCases, twoStageCases } from "../golden/read-hedge.ts";
import { performanceCases, performanceSeries } from "../golden/read-performance.ts";
import { walkedPrices, walkForwardCases } from "../golden/read-walk-forward.ts";
import { effectiveness } from "../src/hedge/hedged-returns.ts";
import { minimumNormBetas } from "../src/hedge/minimum-norm-betas.ts";
import { neutralRatios } from "../src/hedge/neutral-ratios.ts";
import { performance } from "../src/performance/performance.ts";
import { regress } from "../src/regression/regression.ts";
import { periodRate } from "../src/series/annual-rates.ts";
import { walkForward } from "../src/walk-forward/walk-forward.ts";
import { type Family, FamilyTable } from "./accuracy-family.ts";

// The floors are what the golden tests of each ask.

export function hedgeFamilies(): readonly Family[] {
  return [...ratioFamilies(), ...walkFamilies(), ...performanceFamilies()];
}

function ratioFamilies(): readonly Family[] {
  const table = new FamilyTable("numpy, mpmath");
  for (const { name, betas, instrumentBetas, targets, benchmarks, ratios } of hedgeCases) {
    const hedge = neutralRatios(betas, instrumentBetas, columnsOf(benchmarks), { targets, minimumNorm: true });
    table.add("hedge", "ratios", 12, name, worstDigits(hedge.ratios, ratios));
  }
  for (const { name, portfolio, instruments, benchmarks, ratios } of twoStageCases) {
    const columns = columnsOf(benchmarks);
    const betasOf = (returns: readonly number[]) =>
      regress(Float64Array.from(returns), columns)
        .coefficients.slice(1)
        .map(({ estimate }) => estimate);
    const hedge = neutralRatios(betasOf(portfolio), instruments.map(betasOf), columns);
    table.add("hedge", "fewer instruments", 12, name, worstDigits(hedge.ratios, ratios));
  }
  for (const { name, y, x, betas } of minimumNormCases) {
    const answer = minimumNormBetas(Float64Array.from(y), columnsOf(x));
    table.add("hedge", "smallest betas", 12, name, worstDigits(answer.betas, betas));
  }
  return table.families;
}

function walkFamilies(): readonly Family[] {
  const table = new FamilyTable("statsmodels, decimals");
  for (const golden of walkForwardCases) {
    const { name, data, first, periodsPerYear, riskFreeRate, targets, gross, net } = golden;
    const [portfolio, ...instruments] = walkedPrices[data].prices.map((prices) =>
      Float64Array.from(prices.slice(1), (price, t) => (price - prices[t]) / prices[t]),
    );
    const rate = periodRate(riskFreeRate, periodsPerYear, "SIMPLE");
    const riskFree = riskFreeRate === 0 ? null : new Float64Array(portfolio.length).fill(rate);
    const walk = walkForward({ ...golden, portfolio, instruments, targets, riskFree });
    const sampled = (column: Float64Array, step: number) => [...column].filter((_, t) => t % step === 0);
    table.add("walk", "returns", 11, name, worstDigits(sampled(walk.returns, gross.step), gross.values));
    table.add("walk", "returns after costs", 11, name, worstDigits(sampled(walk.netReturns, net.step), net.values));
    const ratios = walk.ratios.map((column, i) =>
      worstDigits(sampled(column, golden.ratios[i].step), golden.ratios[i].values),
    );
    table.add("walk", "ratios", 11, name, Math.min(...ratios));
    const sums = ["turnover", "tradingCost", "borrowCost", "interest", "cost"] as const;
    const costs = sums.map((sum) => correctDigits(walk[sum], golden[sum]));
    table.add("walk", "turnover and costs", 11, name, Math.min(...costs));
    const after = (column: Float64Array) => column.subarray(first).map((value) => value - rate);
    const { coefficients } = regress(walk.returns, instruments.map(after));
    const rows = golden.outOfSample.map((row, j) =>
      worstDigits([coefficients[j].estimate, coefficients[j].standardError], [row.estimate, row.standardError]),
    );
    table.add("walk", "realised coefficients", 9, name, Math.min(...rows));
    const effective = effectiveness(after(portfolio), walk.returns);
    table.add("walk", "realised effectiveness", 11, name, correctDigits(effective, golden.effectiveness));
  }
  return table.families;
}

function performanceFamilies(): readonly Family[] {
  const table = new FamilyTable("pandas, numpy, scipy");
  const series = (name: string | null) => (name === null ? null : Float64Array.from(performanceSeries[name]));
  for (const { name, returns, benchmark, riskFree, measures, ...options } of performanceCases) {
    const actual = performance(Float64Array.from(performanceSeries[returns]), {
      ...options,
      benchmark: series(benchmark),
      riskFree: series(riskFree),
    });
    const { maximumDrawdown, ...truths } = measures;
    for (const [measure, truth] of Object.entries(truths)) {
      if (truth === null) continue;
      table.add("performance", measure, 11.5, name, correctDigits(actual[measure as keyof typeof truths], truth));
    }
    if (maximumDrawdown === null) continue;
    const depth = actual.maximumDrawdown?.depth ?? null;
    table.add("performance", "maximumDrawdown", 11.5, name, correctDigits(depth, maximumDrawdown.depth));
  }
  return table.families;
}

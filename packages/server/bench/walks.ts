// How long hedges take that are walked forward over ten years of days, by every estimator, and a comparison of all.
//
//   pnpm bench:walks
//
// The market is the S&P 500 of the bundled sample, the portfolio made up, with a beta that drifts from 0.8 to 1.4. Each
// walk is what a request asks for: estimates, trades, costs, and the verification out of sample.

import { readFileSync } from "node:fs";
import { parseDate, RETURN_ROUNDING } from "@hedgeql/core";
import { HedgeAnalysis } from "../src/analysis/hedge/hedge-analysis.ts";
import { jointOf } from "../src/analysis/joining/joint-returns.fixture.ts";
import { BETA_ESTIMATORS } from "../src/analysis/regression/beta-estimates.ts";
import { readInference } from "../src/analysis/regression/inference.ts";
import { WorkBudget } from "../src/analysis/work-budget.ts";

const OBSERVATIONS = 2_520;
const LOOKBACKS = [63, 126, 252, 504];
const ROUNDS = 3;
const SHARED = {
  parameters: {},
  targetBeta: 0,
  minimumNorm: false,
  holding: "SHARES",
  driftTrigger: null,
  costs: { tradingBps: 5, borrowRate: 0.005, cashRate: 0.02 },
} as const;

const rows = readFileSync(new URL("../sample-data/GSPC.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(-OBSERVATIONS - 1)
  .map((line) => line.split(","));
const market = Float64Array.from(rows.slice(1), ([, price], t) => Number(price) / Number(rows[t][1]) - 1);
const portfolio = market.map((value, t) => (1.1 + 0.3 * Math.sin(t / 300)) * value + 0.015 * Math.sin(t * t));

/** A new one for each run: an analysis remembers its walks. */
function analysis(): HedgeAnalysis {
  const joint = jointOf(portfolio, [market], {
    dates: Int32Array.from(rows.slice(1), ([date]) => parseDate(date)),
    portfolioRounding: RETURN_ROUNDING,
    benchmarkRounding: RETURN_ROUNDING,
  });
  return new HedgeAnalysis(joint, readInference(null), { budget: new WorkBudget(), today: 0 });
}

/** Milliseconds of the fastest of some runs. */
async function fastest(run: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const cell = (milliseconds: number) => milliseconds.toFixed(1).padStart(12);

console.log(`Node ${process.versions.node}; n = ${OBSERVATIONS}, lookback 252; milliseconds, the fastest of ${ROUNDS}`);
console.log(`${"estimator".padEnd(20)}${"monthly".padStart(12)}${"daily".padStart(12)}`);
for (const estimator of BETA_ESTIMATORS) {
  const times: number[] = [];
  for (const rebalanceEvery of [21, 1]) {
    const walk = async () => {
      const walked = await analysis().walkForward({ ...SHARED, estimator, lookback: 252, rebalanceEvery });
      return walked.verification.regression;
    };
    times.push(await fastest(walk));
  }
  console.log(estimator.padEnd(20) + times.map(cell).join(""));
}
const compare = () =>
  analysis().compareEstimators({
    ...SHARED,
    estimators: BETA_ESTIMATORS,
    lookbacks: LOOKBACKS,
    rebalanceEvery: 21,
    orderBy: "HEDGED_VARIANCE",
  });
const all = `all ${BETA_ESTIMATORS.length} with lookbacks ${LOOKBACKS.join(", ")}, monthly`;
console.log(`${all}: ${(await fastest(compare)).toFixed(0)} ms`);

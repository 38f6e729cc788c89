// A hedge by least squares walked forward over ten years, its shares held between rebalances, and verified out of sample.

import { PERIODS_PER_YEAR, rebalanceSchedule, regress, rollingRegression, walkForward } from "../src/index.ts";
import type { Answer } from "./agreement.ts";
import { type Job, local } from "./harness.ts";
import { follower, marketReturns, OBSERVATIONS } from "./market-data.ts";
import { inPython, type PythonWorker } from "./python-worker.ts";

const LOOKBACK = 252;

export async function setUp(python?: PythonWorker): Promise<Job[]> {
  const x = marketReturns();
  const y = follower([x], [1.3], 200);
  await python?.put("walk.x", x);
  await python?.put("walk.y", y);
  return [21, 1].map((every) => ({
    title: `walk: lookback ${LOOKBACK}, rebalanced every ${every === 1 ? "day" : `${every} days`}; n = ${OBSERVATIONS}`,
    ours: local("hedgeql core", () => walk(y, x, every)),
    others: [
      inPython(python, "pandas rolling cov / var, numpy, statsmodels", `walk pandas ${every}`),
      inPython(python, "statsmodels OLS in each window", `walk statsmodels ${every}`),
    ],
  }));
}

function walk(y: Float64Array, x: Float64Array, rebalanceEvery: number): Answer {
  const [betas] = rollingRegression(y, [x], LOOKBACK).betas;
  const { returns, ratios, turnover, first } = walkForward({
    portfolio: y,
    instruments: [x],
    targets: rebalanceSchedule(y.length, { lookback: LOOKBACK, rebalanceEvery }).map((at) => ({
      at,
      ratios: [betas[at - LOOKBACK]],
    })),
    holding: "SHARES",
    costs: null,
    periodsPerYear: PERIODS_PER_YEAR.DAY,
  });
  const [alpha, beta] = regress(returns, [x.subarray(first)]).coefficients;
  // Realised beta is near 0: it is measured against the standard error, in which it is read.
  return {
    beta: ratios[0],
    returns,
    turnover: [turnover],
    verification: [beta.estimate, beta.standardError],
    alpha: [alpha.estimate, alpha.standardError],
  };
}

// Rolling beta over ten years of daily returns. Ours comes with alpha, standard errors and R².

import { rollingRegression } from "../src/index.ts";
import type { Answer } from "./agreement.ts";
import { type Job, local } from "./harness.ts";
import { follower, marketReturns, OBSERVATIONS } from "./market-data.ts";
import { inPython, type PythonWorker } from "./python-worker.ts";

const WINDOWS = [60, 252];

export async function setUp(python?: PythonWorker): Promise<Job[]> {
  const x = marketReturns();
  const y = follower([x], [1.3], 100);
  await python?.put("rolling.x", x);
  await python?.put("rolling.y", y);
  return WINDOWS.map((window) => ({
    title: `rolling: beta in each window of ${window}; n = ${OBSERVATIONS}`,
    ours: local("hedgeql core", () => windows(y, x, window)),
    others: [
      inPython(python, "pandas, the same four columns", `rolling columns ${window}`, { reach: 15 }),
      inPython(python, "pandas rolling cov / var (beta alone)", `rolling pandas ${window}`),
      inPython(python, "pandas frame's rolling cov (beta alone)", `rolling frame ${window}`, { reach: 15 }),
      inPython(python, "statsmodels RollingOLS", `rolling statsmodels ${window}`, { reach: 400 }),
    ],
  }));
}

function windows(y: Float64Array, x: Float64Array, window: number): Answer {
  const { alpha, betas, standardErrors, rSquared } = rollingRegression(y, [x], window);
  return { beta: betas[0], alpha, standardError: standardErrors[0], rSquared };
}

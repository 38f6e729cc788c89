// Every symbol of a large market on one benchmark: beta, alpha, R² and standard error of each.

import { screener } from "../src/index.ts";
import type { Answer } from "./agreement.ts";
import { type Job, local } from "./harness.ts";
import { fillFollower, marketReturns, OBSERVATIONS } from "./market-data.ts";
import { inPython, type PythonWorker } from "./python-worker.ts";

const SYMBOLS = 5_000;

/** A loop over all symbols with statsmodels takes some seconds: this many are timed, and scaled up. */
const LOOPED = 200;

export async function setUp(python?: PythonWorker): Promise<Job[]> {
  const market = marketReturns();
  const returns = new Float64Array(SYMBOLS * OBSERVATIONS);
  const columns = Array.from({ length: SYMBOLS }, (_, symbol) => {
    const column = returns.subarray(symbol * OBSERVATIONS, (symbol + 1) * OBSERVATIONS);
    fillFollower(column, [market], [symbol / SYMBOLS + 0.5], 300 + symbol);
    return column;
  });
  await python?.put("screen.market", market);
  await python?.put("screen.returns", returns);
  await python?.put("screen.part", Int32Array.of(LOOPED));
  const share = LOOPED / SYMBOLS;
  const yardstick = { reach: 1 / 5, yardstick: true };
  const loop = `statsmodels, a loop (${LOOPED} timed, × ${1 / share})`;
  return [
    {
      title: `screen: ${SYMBOLS} symbols on one benchmark; n = ${OBSERVATIONS} each, ${returns.byteLength / 1e6} MB`,
      ours: local("hedgeql core", () => screen(market, columns)),
      others: [
        inPython(python, loop, "screen statsmodels", { reach: 100, share }),
        inPython(python, "numpy, all at once", "screen numpy"),
        local("only the sum of all returns, a loop", () => ({ sum: [sumOf(returns)] }), yardstick),
        inPython(python, "only the sum of all returns, numpy", "screen sum", yardstick),
      ],
    },
  ];
}

function screen(market: Float64Array, columns: readonly Float64Array[]): Answer {
  const regressOnMarket = screener([market]);
  const [beta, alpha, rSquared, standardError] = Array.from({ length: 4 }, () => new Float64Array(columns.length));
  columns.forEach((returns, symbol) => {
    const one = regressOnMarket(returns);
    beta[symbol] = one.betas[0];
    alpha[symbol] = one.alpha;
    rSquared[symbol] = one.rSquared ?? Number.NaN;
    standardError[symbol] = one.standardErrors[0];
  });
  return { beta, alpha, rSquared, standardError };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}

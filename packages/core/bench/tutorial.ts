// The tutorial's job, timed: prices of a portfolio and a benchmark -> date join -> returns -> regression with full
// inference -> hedge -> regression of the hedged returns. Then the same job in Python, where it is installed.

import { spawnSync } from "node:child_process";
import { alignPrices, hedgedReturns, type PriceSeries, periodReturns, priceSeries, regress } from "../src/index.ts";

const PRICES = 2_521;
const RUNS = 2_000;
const PYTHONS = ["/usr/bin/python3", "python3"];

const [portfolio, benchmark] = samplePrices();
const own = medianMicroseconds(() => job(portfolio, benchmark));
const verification = job(portfolio, benchmark);
console.log(
  `hedgeql core: ${own.toFixed(0)} µs (hedged beta ${verification.coefficients[1].estimate.toExponential(1)})`,
);
for (const line of pythonTimes()) console.log(line);

function job(asset: PriceSeries, market: PriceSeries) {
  const { dates, columns } = alignPrices([asset, market]);
  const [y, x] = columns.map((prices) => periodReturns(prices, "SIMPLE", dates));
  const { coefficients } = regress(y, [x]);
  return regress(hedgedReturns(y, [x], [coefficients[1].estimate]), [x]);
}

/** Ten years of weekdays; each series misses a few dates that the other has, so that the join has work to do. */
function samplePrices(): [PriceSeries, PriceSeries] {
  let state = 20_140_102;
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const days = Array.from({ length: PRICES + 10 }, (_, i) => 16_000 + Math.floor(i / 5) * 7 + (i % 5));
  const levels = [100, 100];
  const rows = days.map((day) => {
    const market = noise() / 30;
    levels[0] *= 1 + 1.9 * market + noise() / 20;
    levels[1] *= 1 + market;
    return { day, asset: levels[0], market: levels[1] };
  });
  const series = (key: "asset" | "market", missing: number) => {
    const kept = rows.filter((_, i) => i % 500 !== missing || i > 2_400);
    return priceSeries(
      Int32Array.from(kept, ({ day }) => day),
      Float64Array.from(kept, (row) => row[key]),
    );
  };
  return [series("asset", 100), series("market", 300)];
}

function medianMicroseconds(action: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return times[RUNS / 2] * 1_000;
}

function pythonTimes(): string[] {
  const columns = [portfolio, benchmark].map(({ dates, adjustedCloses }) => ({
    days: [...dates],
    prices: [...adjustedCloses],
  }));
  for (const python of PYTHONS) {
    const script = new URL("tutorial.py", import.meta.url).pathname;
    const { status, stdout } = spawnSync(python, [script], { input: JSON.stringify(columns), encoding: "utf8" });
    if (status !== 0) continue;
    const times: Record<string, number> = JSON.parse(stdout);
    return Object.entries(times).map(
      ([name, time]) => `${name}: ${time.toFixed(0)} µs, ${(time / own).toFixed(1)} times as long`,
    );
  }
  return ["python: skipped, no python3 with pandas and statsmodels was found"];
}

// The tutorial's job: prices of an asset and a market -> join on dates -> returns -> regression with full inference ->
// hedge -> regression of the hedged returns.

import { alignPrices, hedgedReturns, type PriceSeries, periodReturns, regress } from "../src/index.ts";
import type { Answer } from "./agreement.ts";
import { type Contestant, type Job, local, type Missing, optionalPackage } from "./harness.ts";
import { readTable } from "./inference-table.ts";
import { assetAndMarket, OBSERVATIONS } from "./market-data.ts";
import { inPython, type PythonWorker } from "./python-worker.ts";

export async function setUp(python?: PythonWorker): Promise<Job[]> {
  const [asset, market] = assetAndMarket();
  for (const [name, { dates, adjustedCloses }] of Object.entries({ asset, market })) {
    await python?.put(`${name}.days`, dates);
    await python?.put(`${name}.prices`, adjustedCloses);
  }
  return [
    {
      title: `tutorial: join, returns, regression, hedge, regression again; n = ${OBSERVATIONS}`,
      ours: local("hedgeql core", () => hedgeAndVerify(asset, market)),
      others: [
        inPython(python, "pandas + statsmodels", "tutorial pandas", { reach: 100 }),
        inPython(python, "numpy + statsmodels", "tutorial numpy", { reach: 20 }),
        await simpleStatistics(asset, market),
      ],
    },
  ];
}

function hedgeAndVerify(asset: PriceSeries, market: PriceSeries): Answer {
  const { dates, columns } = alignPrices([asset, market]);
  const y = periodReturns(columns[0], "SIMPLE", dates);
  const x = periodReturns(columns[1], "SIMPLE", dates);
  const { coefficients, rSquared } = readTable(regress(y, [x]));
  const hedged = readTable(regress(hedgedReturns(y, [x], [coefficients[1].estimate]), [x]));
  return {
    beta: [coefficients[1].estimate, hedged.coefficients[1].estimate],
    alpha: [coefficients[0].estimate, hedged.coefficients[0].estimate],
    standardError: coefficients.map(({ standardError }) => standardError),
    rSquared: [rSquared ?? Number.NaN],
    pValue: coefficients.map(({ pValue }) => pValue ?? Number.NaN),
  };
}

/** As its user would write it, with plain arrays and a Map: slope, intercept and R², no standard errors. */
async function simpleStatistics(asset: PriceSeries, market: PriceSeries): Promise<Contestant | Missing> {
  const name = "simple-statistics (no inference)";
  const library = await optionalPackage(() => import("simple-statistics"));
  if (library === undefined) return { name, missing: "the package is not installed" };
  const { linearRegression, linearRegressionLine, rSquared } = library;
  const [assetDays, marketDays] = [asset, market].map(({ dates }) => [...dates]);
  const [assetPrices, marketPrices] = [asset, market].map(({ adjustedCloses }) => [...adjustedCloses]);
  const fit = (points: [number, number][]) => {
    const line = linearRegression(points);
    return { alpha: line.b, beta: line.m, rSquared: rSquared(points, linearRegressionLine(line)) };
  };
  const run = () => {
    const marketOn = new Map(marketDays.map((day, i) => [day, marketPrices[i]]));
    const prices: [number, number][] = [];
    assetDays.forEach((day, i) => {
      const price = marketOn.get(day);
      if (price !== undefined) prices.push([price, assetPrices[i]]);
    });
    const points: [number, number][] = [];
    for (let i = 1; i < prices.length; i++) {
      points.push([prices[i][0] / prices[i - 1][0] - 1, prices[i][1] / prices[i - 1][1] - 1]);
    }
    const before = fit(points);
    const after = fit(points.map(([x, y]) => [x, y - before.beta * x]));
    return { beta: [before.beta, after.beta], alpha: [before.alpha, after.alpha], rSquared: [before.rSquared] };
  };
  return local(name, run, { reach: 10 });
}

import { estimatorCases, type GoldenBeta } from "../golden/read-estimators.ts";
import { columnsOf, correctDigits } from "../golden/read-golden.ts";
import { kalmanCases } from "../golden/read-kalman.ts";
import type { BetaEstimate } from "../src/estimators/beta-estimate.ts";
import {
  blume,
  dimson,
  estimateKalmanNoise,
  exponentiallyWeighted,
  huber,
  kalmanFilter,
  regress,
  scholesWilliams,
  theilSen,
  upDownBeta,
  vasicek,
} from "../src/index.ts";

/** Every beta of the bundled Apple on the S&P 500, beside what another program makes of the same returns. */
export function printSample(): void {
  const golden = estimatorCases.find(({ name }) => name === "AAPL on the S&P 500");
  const kalman = kalmanCases.find(({ name }) => name === "AAPL on ^GSPC");
  if (golden === undefined || kalman?.maximum == null) throw new Error("the golden values lack the sample");
  const y = Float64Array.from(golden.y);
  const xs = columnsOf(golden.x);
  const { coefficients, degreesOfFreedom } = regress(y, xs);
  const { estimate, ...rest } = coefficients[1];
  const ols = { value: estimate, ...rest };
  const { up, down } = upDownBeta(y, xs[0]);
  const path = kalmanFilter(y, xs, estimateKalmanNoise(y, xs));
  const last = y.length - 1;
  const filtered = { value: path.betas[0][last], standardError: path.betaStandardErrors[0][last] };
  const lastState = { value: kalman.maximum.lastStates[1], standardError: null };
  const classical = golden.upDown[0];

  console.log("sample:AAPL on sample:^GSPC, 1,259 daily returns");
  row(["estimator", "beta", "reference", "digits", "std. error", "reference", "digits"], "reference by");
  print("OLS", ols, golden.leastSquares[0], "statsmodels OLS");
  print("EWMA, lambda 0.94", exponentiallyWeighted(y, xs)[0], golden.exponential[0].betas[0], "statsmodels WLS, numpy");
  print("Kalman, filtered", filtered, lastState, "scipy's maximum of statsmodels' likelihood");
  print("Blume", blume(ols), golden.blume[0], "of statsmodels OLS");
  print("Vasicek", vasicek(ols, { degreesOfFreedom }), golden.vasicek[0], "precisions in numpy, of statsmodels OLS");
  print("Dimson, 1 lag and lead", dimson(y, xs)[0], golden.dimson[0].betas[0], "statsmodels OLS");
  print("Scholes-Williams", scholesWilliams(y, xs[0]), golden.scholesWilliams, "statsmodels OLS, numpy");
  print("up", up, classical.up, "statsmodels OLS");
  print("down", down, classical.down, "statsmodels OLS");
  print("Huber, 1.345", huber(y, xs)[0], golden.huber[0].betas[0], "statsmodels RLM");
  print("Theil-Sen", theilSen(y, xs[0]), golden.theilSen, "scipy theilslopes");
}

type Shown = Pick<BetaEstimate, "value" | "standardError">;

function print(
  name: string,
  own: Shown | null,
  { value, standardError }: Pick<GoldenBeta, keyof Shown>,
  by: string,
): void {
  const cells = [own?.value ?? null, value, own?.standardError ?? null, standardError];
  const [beta, truth, error, trueError] = cells.map((cell) => cell?.toPrecision(12) ?? "-");
  const digits = correctDigits(own?.value ?? null, value).toFixed(1);
  const errorDigits =
    standardError === null ? "-" : correctDigits(own?.standardError ?? null, standardError).toFixed(1);
  row([name, beta, truth, digits, error, trueError, errorDigits], by);
}

function row([name, ...cells]: readonly string[], by: string): void {
  const widths = [17, 17, 8, 19, 19, 8];
  const numbers = cells.map((cell, i) => cell.padStart(widths[i])).join("");
  console.log(`${name.padEnd(23)}${numbers}  ${by}`);
}

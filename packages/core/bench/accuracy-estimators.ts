import { estimatorCases, type GoldenBeta } from "../golden/read-estimators.ts";
import { columnsOf, correctDigits } from "../golden/read-golden.ts";
import type { BetaEstimate } from "../src/estimators/beta-estimate.ts";
import { blume } from "../src/estimators/blume.ts";
import { dimson } from "../src/estimators/dimson.ts";
import { exponentiallyWeighted } from "../src/estimators/exponentially-weighted.ts";
import { huber } from "../src/estimators/huber.ts";
import { scholesWilliams } from "../src/estimators/scholes-williams.ts";
import { theilSen } from "../src/estimators/theil-sen.ts";
import { upDownBeta } from "../src/estimators/up-down-beta.ts";
import { vasicek } from "../src/estimators/vasicek.ts";
import { regress } from "../src/regression/regression.ts";
import { type Family, FamilyTable } from "./accuracy-family.ts";

/** What estimators.golden.test.ts asks of every number of every estimator. */
const FLOOR = 12.5;

export function estimatorFamilies(): readonly Family[] {
  const table = new FamilyTable("statsmodels, scipy");
  for (const { name, confidence, y, x, ...golden } of estimatorCases) {
    const response = Float64Array.from(y);
    const regressors = columnsOf(x);
    const [first] = regressors;
    const add = (estimator: string, actual: BetaEstimate | null, truth: GoldenBeta) => {
      table.add(estimator, "beta", FLOOR, name, correctDigits(actual?.value ?? null, truth.value));
      const rest = (["standardError", "lower", "upper"] as const).flatMap((key) =>
        truth[key] === null ? [] : [correctDigits(actual?.[key] ?? null, truth[key])],
      );
      table.add(estimator, "its error and bounds", FLOOR, name, Math.min(...rest));
    };
    const addAll = (estimator: string, actual: readonly BetaEstimate[], truth: readonly GoldenBeta[]) => {
      truth.forEach((beta, j) => {
        add(estimator, actual[j], beta);
      });
    };
    const { coefficients, degreesOfFreedom } = regress(response, regressors, { confidence });
    const betas = coefficients.slice(1).map(({ estimate, ...rest }) => ({ value: estimate, ...rest }));
    addAll("OLS", betas, golden.leastSquares);
    addAll(
      "Blume",
      betas.map((beta) => blume(beta)),
      golden.blume,
    );
    addAll(
      "Vasicek",
      betas.map((beta) => vasicek(beta, { degreesOfFreedom, confidence })),
      golden.vasicek,
    );
    for (const { lambda, betas } of golden.exponential) {
      addAll("EWMA", exponentiallyWeighted(response, regressors, { lambda, confidence }), betas);
    }
    for (const { lags, leads, covariance, betas } of golden.dimson) {
      const inference = covariance === "HAC" ? { covariance, lags: 3 } : { covariance };
      addAll("Dimson", dimson(response, regressors, { lags, leads, confidence, inference }), betas);
    }
    add("Scholes-Williams", scholesWilliams(response, first, { confidence }), golden.scholesWilliams);
    for (const { covariance, up, down } of golden.upDown) {
      const both = upDownBeta(response, first, { confidence, covariance });
      add("up and down", both.up, up);
      add("up and down", both.down, down);
    }
    for (const { threshold, betas } of golden.huber) {
      addAll("Huber", huber(response, regressors, { threshold, confidence }), betas);
    }
    add("Theil-Sen", theilSen(response, first, { confidence }), golden.theilSen);
  }
  return table.families;
}

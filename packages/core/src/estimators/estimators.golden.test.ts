import { describe, expect, test } from "vitest";
import { type EstimatorCase, estimatorCases, type GoldenBeta } from "../../golden/read-estimators.ts";
import { columnsOf, correctDigits } from "../../golden/read-golden.ts";
import { regress } from "../regression/regression.ts";
import type { BetaEstimate } from "./beta-estimate.ts";
import { blume } from "./blume.ts";
import { dimson } from "./dimson.ts";
import { exponentiallyWeighted } from "./exponentially-weighted.ts";
import { huber } from "./huber.ts";
import { scholesWilliams } from "./scholes-williams.ts";
import { theilSen } from "./theil-sen.ts";
import { upDownBeta } from "./up-down-beta.ts";
import { vasicek } from "./vasicek.ts";

const DIGITS = 12.5;

function agree(actual: BetaEstimate | null, golden: GoldenBeta, label: string): void {
  for (const key of ["value", "standardError", "lower", "upper"] as const) {
    const truth = golden[key];
    if (truth === null) expect(actual?.[key], `${label}: ${key}`).toBeNull();
    else expect(correctDigits(actual?.[key] ?? null, truth), `${label}: ${key}`).toBeGreaterThan(DIGITS);
  }
}

function agreeAll(actual: readonly BetaEstimate[], golden: readonly GoldenBeta[], label: string): void {
  expect(actual.length).toBe(golden.length);
  golden.forEach((beta, j) => {
    agree(actual[j], beta, `${label}, beta ${j + 1}`);
  });
}

function given({ y, x, confidence }: EstimatorCase) {
  return { response: Float64Array.from(y), regressors: columnsOf(x), confidence };
}

describe.each(estimatorCases)("agrees with other programs: $name", (golden) => {
  const { response, regressors, confidence } = given(golden);

  test("exponentially weighted", () => {
    for (const { lambda, betas } of golden.exponential) {
      agreeAll(exponentiallyWeighted(response, regressors, { lambda, confidence }), betas, `lambda ${lambda}`);
    }
  });

  test("Dimson, under every covariance estimator", () => {
    for (const { lags, leads, covariance, betas } of golden.dimson) {
      const inference = covariance === "HAC" ? { covariance, lags: 3 } : { covariance };
      const estimates = dimson(response, regressors, { lags, leads, confidence, inference });
      agreeAll(estimates, betas, `${lags} lags, ${leads} leads, ${covariance}`);
    }
  });

  test("Scholes and Williams", () => {
    agree(scholesWilliams(response, regressors[0], { confidence }), golden.scholesWilliams, "beta");
  });

  test("up and down, under every covariance estimator", () => {
    for (const { covariance, up, down } of golden.upDown) {
      const estimate = upDownBeta(response, regressors[0], { confidence, covariance });
      agree(estimate.up, up, `${covariance}, up`);
      agree(estimate.down, down, `${covariance}, down`);
    }
  });

  test("least squares, and Blume and Vasicek after it", () => {
    const { coefficients, degreesOfFreedom } = regress(response, regressors, { confidence });
    const betas = coefficients.slice(1).map(({ estimate, ...rest }) => ({ value: estimate, ...rest }));
    agreeAll(betas, golden.leastSquares, "OLS");
    agreeAll(
      betas.map((beta) => blume(beta)),
      golden.blume,
      "Blume",
    );
    agreeAll(
      betas.map((beta) => vasicek(beta, { degreesOfFreedom, confidence })),
      golden.vasicek,
      "Vasicek",
    );
  });

  test("Huber", () => {
    for (const { threshold, betas } of golden.huber) {
      agreeAll(huber(response, regressors, { threshold, confidence }), betas, `threshold ${threshold}`);
    }
  });

  test("Theil and Sen", () => {
    agree(theilSen(response, regressors[0], { confidence }), golden.theilSen, "beta");
  });
});

test("the sample is the one that it should be", () => {
  const sample = estimatorCases[1];
  expect(sample.y.length).toBe(1259);
  expect(correctDigits(sample.ols[0], 0.0007119558071534359)).toBeGreaterThan(14);
  expect(correctDigits(sample.ols[1], 0.9933917187878432)).toBeGreaterThan(14);
});

test("the published values of the fixture", () => {
  const { response, regressors } = given(estimatorCases[0]);
  const [x] = regressors;
  const { estimate, standardError, lower, upper } = regress(response, regressors).coefficients[1];
  const ols = { value: estimate, standardError, lower, upper };
  expect(vasicek(ols, { degreesOfFreedom: 10 }).value).toBeCloseTo(1.256846298992, 11);
  expect(scholesWilliams(response, x).value).toBeCloseTo(1.195143035444, 11);
  expect(dimson(response, regressors)[0].value).toBeCloseTo(1.164948407174, 11);
  expect(exponentiallyWeighted(response, regressors)[0].value).toBeCloseTo(1.268368230604, 11);
  expect(upDownBeta(response, x).up?.value).toBeCloseTo(0.648825065, 8);
  expect(upDownBeta(response, x).down?.value).toBeCloseTo(1.480582525, 8);
  expect(blume(ols).value).toBeCloseTo((2 * 1.278827612804 + 1) / 3, 11);
});

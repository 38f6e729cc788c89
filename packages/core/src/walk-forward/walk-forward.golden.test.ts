import { describe, expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { type Sampled, type WalkForwardCase, walkedPrices, walkForwardCases } from "../../golden/read-walk-forward.ts";
import { blume } from "../estimators/blume.ts";
import { dimson } from "../estimators/dimson.ts";
import { exponentiallyWeighted } from "../estimators/exponentially-weighted.ts";
import { huber } from "../estimators/huber.ts";
import { scholesWilliams } from "../estimators/scholes-williams.ts";
import { theilSen } from "../estimators/theil-sen.ts";
import { upDownBeta } from "../estimators/up-down-beta.ts";
import { vasicek } from "../estimators/vasicek.ts";
import { effectiveness } from "../hedge/hedged-returns.ts";
import { regress } from "../regression/regression.ts";
import { periodRate } from "../series/annual-rates.ts";
import { rebalanceSchedule } from "./schedule.ts";
import type { RebalanceTarget } from "./walk.ts";
import { walkForward } from "./walk-forward.ts";

const DIGITS = 11;

type Estimator = (portfolio: Float64Array, instruments: readonly Float64Array[]) => readonly { value: number }[];

const leastSquares = (y: Float64Array, columns: readonly Float64Array[]) =>
  regress(y, columns)
    .coefficients.slice(1)
    .map(({ estimate, ...rest }) => ({ value: estimate, ...rest }));

const ESTIMATORS: Readonly<Record<WalkForwardCase["estimator"], Estimator>> = {
  OLS: leastSquares,
  EWMA: (y, columns) => exponentiallyWeighted(y, columns),
  HUBER: (y, columns) => huber(y, columns),
  DIMSON: (y, columns) => dimson(y, columns),
  BLUME: (y, columns) => leastSquares(y, columns).map((beta) => blume(beta)),
  THEIL_SEN: (y, [x]) => [theilSen(y, x)],
  VASICEK: (y, columns) => {
    const { coefficients, degreesOfFreedom, confidence } = regress(y, columns);
    return coefficients
      .slice(1)
      .map(({ estimate, ...rest }) => vasicek({ value: estimate, ...rest }, { degreesOfFreedom, confidence }));
  },
  SCHOLES_WILLIAMS: (y, [x]) => [scholesWilliams(y, x)],
  UP: (y, [x]) => [upDownBeta(y, x).up!],
  DOWN: (y, [x]) => [upDownBeta(y, x).down!],
};

function returnsIn(golden: WalkForwardCase): Float64Array[] {
  return walkedPrices[golden.data].prices.map((prices) =>
    Float64Array.from(prices.slice(1), (price, t) => (price - prices[t]) / prices[t]),
  );
}

function walked(golden: WalkForwardCase, targets: readonly RebalanceTarget[]) {
  const [portfolio, ...instruments] = returnsIn(golden);
  const rate = periodRate(golden.riskFreeRate, golden.periodsPerYear, "SIMPLE");
  const riskFree = golden.riskFreeRate === 0 ? null : new Float64Array(portfolio.length).fill(rate);
  return walkForward({ ...golden, portfolio, instruments, targets, riskFree });
}

function agree(actual: number, truth: number, label: string): void {
  expect(correctDigits(actual, truth), label).toBeGreaterThan(DIGITS);
}

function agreeAll(actual: Float64Array, golden: Sampled, label: string): void {
  let [sum, squares] = [0, 0];
  actual.forEach((value, t) => {
    sum += value;
    squares += value * value;
    if (t % golden.step === 0) agree(value, golden.values[t / golden.step], `${label} of period ${t}`);
  });
  expect(golden.values.length).toBe(Math.ceil(actual.length / golden.step));
  agree(sum, golden.sum, `the sum of ${label}`);
  agree(squares, golden.sumOfSquares, `the sum of squares of ${label}`);
}

describe.each(walkForwardCases)("agrees with an account kept in money: $name", (golden) => {
  const walk = walked(golden, golden.targets);
  const from = (column: Float64Array) => column.subarray(golden.first);
  const rate = periodRate(golden.riskFreeRate, golden.periodsPerYear, "SIMPLE");
  const [unhedged, ...instruments] = returnsIn(golden).map((column) => from(column).map((value) => value - rate));

  test("returns and ratios", () => {
    expect(walk.first).toBe(golden.first);
    expect(walk.returns.length).toBe(golden.periods);
    agreeAll(walk.returns, golden.gross, "the return before costs");
    agreeAll(walk.netReturns, golden.net, "the return after costs");
    expect(walk.ratios.length).toBe(golden.ratios.length);
    walk.ratios.forEach((ratios, i) => {
      agreeAll(ratios, golden.ratios[i], `ratio ${i + 1}`);
    });
  });

  test("trades and costs", () => {
    for (const name of ["turnover", "tradingCost", "borrowCost", "interest", "cost"] as const) {
      agree(walk[name], golden[name], name);
    }
    expect(walk.rebalances.map(({ outcome }) => outcome)).toEqual(golden.outcomes);
    walk.rebalances.forEach(({ at, target, held, turnover, cost }, k) => {
      expect({ at, ratios: target }).toEqual(golden.targets[k]);
      held.forEach((ratio, i) => {
        agree(ratio, golden.held[k][i], `held before ${at}`);
      });
      // A trade of nearly nothing is the difference of two ratios.
      expect(Math.abs(turnover - golden.turnovers[k]), `turnover before ${at}`).toBeLessThan(1e-13);
      expect(cost).toBeCloseTo(((golden.costs?.tradingBps ?? 0) / 1e4) * golden.turnovers[k], 15);
    });
  });

  test("what proves the hedge out of sample", () => {
    const verification = regress(walk.returns, instruments);
    golden.outOfSample.forEach((row, j) => {
      for (const [statistic, truth] of Object.entries(row)) {
        const actual = verification.coefficients[j][statistic as keyof typeof row];
        // An alpha and a beta near 0 are what is left of larger ones.
        expect(Math.abs(actual! - truth), statistic).toBeLessThan(1e-9 * Math.abs(truth));
      }
    });
    agree(effectiveness(unhedged, walk.returns)!, golden.effectiveness, "effectiveness");
  });

  test("in the sample, for comparison", () => {
    const [portfolio, ...columns] = returnsIn(golden);
    const { coefficients, rSquared } = regress(portfolio, columns);
    golden.inSample.betas.forEach((beta, j) => {
      agree(coefficients[j + 1].estimate, beta, "beta");
    });
    agree(rSquared!, golden.inSample.rSquared, "R²");
  });

  test("targets of core's own estimators, on the windows of the schedule", () => {
    const [portfolio, ...columns] = returnsIn(golden);
    const targets = rebalanceSchedule(portfolio.length, { ...golden, rebalanceEvery: golden.every }).map((at, k) => {
      const window = (column: Float64Array) => column.subarray(at - golden.lookback, at);
      const withheld = golden.targets[k].ratios === null;
      const betas = ESTIMATORS[golden.estimator](window(portfolio), columns.map(window));
      return { at, ratios: withheld ? null : betas.map(({ value }) => value) };
    });
    expect(targets.length).toBe(golden.targets.length);
    targets.forEach(({ at, ratios }, k) => {
      expect(at).toBe(golden.targets[k].at);
      ratios?.forEach((ratio, i) => {
        agree(ratio, golden.targets[k].ratios![i], `ratio before ${at}`);
      });
    });
    const walk = walked(golden, targets);
    expect(walk.rebalances.map(({ outcome }) => outcome)).toEqual(golden.outcomes);
    for (const [column, { sum }] of [[walk.returns, golden.gross] as const, [walk.netReturns, golden.net] as const]) {
      expect(Math.abs(column.reduce((total, value) => total + value, 0) - sum)).toBeLessThan(1e-11);
    }
  });
});

test("the cases cover every outcome, both ways to hold, and positions of both signs", () => {
  const outcomes = new Set(walkForwardCases.flatMap((golden) => golden.outcomes));
  expect([...outcomes].sort()).toEqual(["NO_ESTIMATE", "TRADED", "WITHIN_TRIGGER"]);
  expect(new Set(walkForwardCases.map(({ holding }) => holding)).size).toBe(2);
  expect(walkForwardCases.some(({ ratios }) => ratios.some(({ sum }) => sum < 0))).toBe(true);
});

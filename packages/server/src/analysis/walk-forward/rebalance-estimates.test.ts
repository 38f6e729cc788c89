import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { BETA_ESTIMATORS, type BetaEstimator } from "../regression/beta-estimates.ts";
import type { InferenceInput } from "../regression/inference.ts";
import { column, walkOf } from "./walk.fixture.ts";

const LENGTH = 120;
const LOOKBACK = 20;
const X = column(LENGTH, 1);

const follow = (beta: number, own: number, benchmark: Float64Array) =>
  benchmark.map((value, t) => beta * value + own * column(LENGTH, 3)[t]);

const walk = async (joint: JointReturns, estimator: BetaEstimator, inference?: InferenceInput) =>
  (await walkOf(joint, { estimator, lookback: LOOKBACK }, inference)).result;

const both = (benchmark: Float64Array) => ({
  "with the benchmark": jointOf(follow(1.1, 0.3, benchmark), [benchmark]),
  "with another instrument": jointOf(follow(1.1, 0.3, benchmark), [benchmark], {
    instruments: [benchmark.map((value, t) => 0.8 * value + 0.1 * column(LENGTH, 5)[t])],
    instrumentSymbols: ["H"],
  }),
});

describe.each(Object.entries(both(X)))(
  "the inference that was asked for is not that of the windows, hedged %s",
  (_, joint) => {
    test.each(BETA_ESTIMATORS)("lags that are longer than the lookback do not stop a walk by %s", async (estimator) => {
      const asked = await walk(joint, estimator, { covariance: "HAC", lags: 2 * LOOKBACK, confidence: 0.9 });
      expect(asked).toEqual(await walk(joint, estimator));
    });
  },
);

describe("a covariance that a window leaves undefined", () => {
  // One return in each window that is not 0: it has all the leverage, and HC2 and HC3 divide by what is left.
  const rare = X.map((_, t) => (t % LOOKBACK === 0 ? 0.01 + t / 10_000 : 0));

  test.each(
    Object.entries(both(rare)).flatMap(([hedged, joint]) =>
      (["OLS", "EWMA", "BLUME", "VASICEK"] as const).map((estimator) => ({ estimator, hedged, joint })),
    ),
  )("does not stop a walk by $estimator $hedged", async ({ estimator, joint }) => {
    const classical = await walk(joint, estimator);
    expect(classical.rebalances.filter(({ outcome }) => outcome === "TRADED").length).toBeGreaterThan(10);
    for (const covariance of ["HC2", "HC3"] as const) {
      expect(await walk(joint, estimator, { covariance })).toEqual(classical);
    }
  });
});

describe("what a book is worth at the end", () => {
  // By shares a return is off by its leverage: 1e-16 of a usual book, 0.05 of one that is nearly worthless.
  const bookOf = (last: number) => {
    const leverageRounding = X.map((_, t) => (t === LENGTH - 1 ? last : 4e-16));
    return jointOf(follow(1.1, 0.3, X), [X], { leverageRounding, portfolioRounding: last, benchmarkRounding: 4e-16 });
  };

  test.each(BETA_ESTIMATORS)("changes no ratio before it by a bit, by %s", async (estimator) => {
    const [collapsing, usual] = [await walk(bookOf(0.05), estimator), await walk(bookOf(4e-16), estimator)];
    expect(collapsing.ratios).toEqual(usual.ratios);
    expect(collapsing.rebalances).toEqual(usual.rebalances);
  });
});

import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import { readInference } from "../regression/inference.ts";
import { WorkBudget } from "../work-budget.ts";
import { HedgeAnalysis } from "./hedge-analysis.ts";
import { historyOf, ORDER } from "./order.fixture.ts";
import type { RebalanceRequest } from "./rebalance-advice.ts";

const LENGTH = 61;
const column = (seed: number) =>
  Float64Array.from({ length: LENGTH }, (_, t) => 0.02 * Math.sin((t + 1) * (t + 3) * seed));

const X = column(1);
// Squares make the slopes between pairs lie further out on one side than on the other.
const PORTFOLIO = X.map((value, t) => value + 40 * Math.max(0, value) * Math.abs(column(3)[t]));
const DATES = Int32Array.from(X.keys(), (t) => 19_000 + t);
const LAST = 19_000 + LENGTH - 1;

const JOINT = jointOf(PORTFOLIO, [X], {
  dates: DATES,
  firstDate: 18_999,
  lastDate: LAST,
  histories: [historyOf("B1", { lastDate: LAST })],
});

function advise(request: Partial<RebalanceRequest>) {
  const terms = { budget: new WorkBudget(), today: LAST };
  return new HedgeAnalysis(JOINT, readInference(null), terms).rebalanceAdvice({
    ...ORDER,
    estimator: "THEIL_SEN",
    ratios: [1],
    since: LAST,
    threshold: 0,
    tradingBps: 5,
    ...request,
  });
}

describe("a drift is beyond noise where the beta that is hedged lies outside the estimate's interval", () => {
  const interval = async () => {
    const [{ beta }] = (await advise({})).neutrality;
    return { value: beta.value!, lower: beta.lower!, upper: beta.upper! };
  };

  test("of bounds that are not equally far, here", async () => {
    const { value, lower, upper } = await interval();
    expect(Math.max(upper - value, value - lower) / Math.min(upper - value, value - lower)).toBeGreaterThan(1.2);
  });

  test.each([
    ["just inside the lower bound", "lower", 0.99, false],
    ["just outside the lower bound", "lower", 1.01, true],
    ["just inside the upper bound", "upper", 0.99, false],
    ["just outside the upper bound", "upper", 1.01, true],
  ] as const)("%s", async (_, bound, share, beyond) => {
    const found = await interval();
    const hedged = found.value + share * (found[bound] - found.value);
    const { beyondNoise, neutrality, act } = await advise({ ratios: [hedged] });
    expect([beyondNoise, neutrality[0].beyondNoise, act]).toEqual([beyond, beyond, beyond]);
  });

  test("to a target the same, of what is hedged beside it", async () => {
    const { value, lower, upper } = await interval();
    for (const [hedged, beyond] of [
      [value, false],
      [lower + 0.01 * (value - lower), false],
      [lower - 0.01 * (value - lower), true],
      [upper + 0.01 * (upper - value), true],
    ] as const) {
      expect((await advise({ ratios: [hedged - 0.5], targetBeta: 0.5 })).beyondNoise).toBe(beyond);
    }
  });

  test("and cannot be told without bounds, as those of smallest norm are: the drift is then acted on", async () => {
    const told = await advise({ estimator: "OLS", minimumNorm: true, ratios: [3] });
    expect(told).toMatchObject({ beyondNoise: null, beyondThreshold: true, act: true });
    expect(told.neutrality[0]).toMatchObject({ beyondNoise: null, beta: { lower: null, upper: null } });
  });
});

describe("a threshold must be a number of at least 0", () => {
  test.each([Number.POSITIVE_INFINITY, Number.NaN, -0.1])("not %d", async (threshold) => {
    await expect(advise({ threshold })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining(String(threshold)),
    });
  });

  test("0 is one", async () => {
    expect((await advise({ threshold: 0 })).beyondThreshold).toBe(true);
  });
});

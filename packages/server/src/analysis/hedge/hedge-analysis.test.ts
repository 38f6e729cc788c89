import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import { LIMITS, LimitError } from "../limits.ts";
import { readInference } from "../regression/inference.ts";
import { type Work, WorkBudget, windowWork } from "../work-budget.ts";
import { HedgeAnalysis } from "./hedge-analysis.ts";
import { historyOf, ORDER } from "./order.fixture.ts";
import type { SizeRequest } from "./sized-hedge.ts";

const LENGTH = 400;
const column = (seed: number) =>
  Float64Array.from({ length: LENGTH }, (_, t) => 0.02 * Math.sin((t + 1) * (t + 3) * seed));

const X = column(1);
const PORTFOLIO = X.map((value, t) => 1.2 * value + 0.3 * column(3)[t]);
const LAST = 19_000;

const jointWith = (instruments: readonly Float64Array[]) => {
  const symbols = instruments.map((_, j) => `H${j + 1}`);
  return jointOf(PORTFOLIO, [X], {
    lastDate: LENGTH - 1,
    ...(instruments.length > 0 && { instruments, instrumentSymbols: symbols }),
    histories: ["B1", ...symbols].map((id) => historyOf(id, { lastDate: LAST })),
  });
};

/** Says what was taken off it. */
class SpyBudget extends WorkBudget {
  readonly asked: (Work & { estimates: number })[] = [];
  override turns(...args: Parameters<WorkBudget["turns"]>) {
    const [, { estimator, lookback }, estimates] = args;
    this.asked.push({ estimator, lookback, estimates });
    return super.turns(...args);
  }
}

const KALMAN: SizeRequest = { ...ORDER, estimator: "KALMAN" };

function desk(budget: WorkBudget, instruments: readonly Float64Array[] = []) {
  return new HedgeAnalysis(jointWith(instruments), readInference(null), { budget, today: LAST });
}

const ADVICE = { ...KALMAN, ratios: [1], since: LENGTH - 1, threshold: 0, tradingBps: null };

describe("the estimates of orders", () => {
  test("are shared by all who ask alike: other values, whole shares, advice", async () => {
    const budget = new SpyBudget();
    const analysis = desk(budget);
    const orders = await Promise.all([
      analysis.size(KALMAN),
      analysis.size({ ...KALMAN, value: 5 }),
      analysis.size({ ...KALMAN, wholeShares: true }),
      analysis.rebalanceAdvice(ADVICE),
    ]);
    await analysis.size(KALMAN);
    expect(budget.asked).toEqual([{ estimator: "KALMAN", lookback: LENGTH, estimates: 1 }]);
    const [first, second] = orders.map((one) => one.legs[0] as { exactRatio?: number });
    expect(second.exactRatio).toBe(first.exactRatio);
  });

  test.each<[string, Partial<SizeRequest>]>([
    ["a lookback", { lookback: 100 }],
    ["an estimator", { estimator: "HUBER" }],
    ["parameters", { parameters: { ewmaLambda: 0.9 } }],
    ["a target", { targetBeta: 0.5 }],
    ["minimumNorm", { minimumNorm: true }],
  ])("differ by %s", async (_, other) => {
    const budget = new SpyBudget();
    const analysis = desk(budget);
    await Promise.all([analysis.size(KALMAN), analysis.size({ ...KALMAN, ...other })]);
    expect(budget.asked).toHaveLength(2);
    expect(budget.asked[1]).toMatchObject({ lookback: other.lookback ?? LENGTH });
  });

  test("count together, and with the walks of the request", async () => {
    const work = windowWork(jointWith([]), { estimator: "KALMAN", lookback: 200 });
    const budget = new WorkBudget();
    const left = 3;
    const walks = Math.floor((LIMITS.workSeconds * 1000) / work) - left;
    budget.turns(jointWith([]), { estimator: "KALMAN", lookback: 200 }, walks);
    const analysis = desk(budget);
    const order = (lookback: number) => analysis.size({ ...KALMAN, lookback });
    await Promise.all([199, 198, 197].map(order));
    await order(198);
    await expect(order(196)).rejects.toThrow(LimitError);
  });
});

describe("while a long order is estimated", () => {
  test("others have their turn, after each instrument", async () => {
    const instruments = Array.from({ length: 15 }, (_, j) =>
      X.map((value, t) => (0.5 + j / 10) * value + 0.2 * column(j + 5)[t]),
    );
    let others = 0;
    let going = true;
    const other = () => {
      if (!going) return;
      others++;
      setImmediate(other);
    };
    setImmediate(other);
    const { legs } = await desk(new WorkBudget(), instruments).size({ ...KALMAN, minimumNorm: true });
    going = false;
    expect(legs).toHaveLength(15);
    expect(others).toBeGreaterThanOrEqual(15);
  });
});

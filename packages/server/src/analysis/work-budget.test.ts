import { describe, expect, test } from "vitest";
import { jointOf } from "./joining/joint-returns.fixture.ts";
import { LIMITS, LimitError } from "./limits.ts";
import { WorkBudget, windowWork } from "./work-budget.ts";

const RETURNS = Float64Array.from({ length: 50 }, (_, t) => 0.01 * Math.sin(t * t));
const JOINT = jointOf(RETURNS, [RETURNS]);
const KALMAN = { estimator: "KALMAN", lookback: 4000 } as const;

/** How many such estimates fit the budget. */
const most = (work: typeof KALMAN) => Math.floor((LIMITS.workSeconds * 1000) / windowWork(JOINT, work));

describe("the work of an estimate", () => {
  test("is that of one series more for each instrument that is no benchmark", () => {
    const hedgedWith = (instrumentSymbols: string[]) => ({ ...JOINT, instrumentSymbols });
    const one = windowWork(JOINT, KALMAN);
    expect(windowWork(hedgedWith(["H1", "H2", "H3"]), KALMAN)).toBeCloseTo(4 * one, 9);
    expect(windowWork(hedgedWith(["B1", "H2"]), KALMAN)).toBeCloseTo(2 * one, 9);
  });

  test("grows with the lookback and the benchmarks, and is least by least squares", () => {
    const two = jointOf(RETURNS, [RETURNS, RETURNS]);
    expect(windowWork(JOINT, { ...KALMAN, lookback: 8000 })).toBeGreaterThan(1.9 * windowWork(JOINT, KALMAN));
    expect(windowWork(two, KALMAN)).toBeGreaterThan(2 * windowWork(JOINT, KALMAN));
    expect(windowWork(JOINT, { ...KALMAN, estimator: "OLS" })).toBeLessThan(windowWork(JOINT, KALMAN) / 100);
  });
});

describe("the budget of a request", () => {
  test("is taken off by all that it asks for together", () => {
    const budget = new WorkBudget();
    for (let i = 0; i < most(KALMAN); i++) budget.turns(JOINT, KALMAN, 1);
    expect(() => budget.turns(JOINT, KALMAN, 1)).toThrow(LimitError);
    expect(() => new WorkBudget().turns(JOINT, KALMAN, 1)).not.toThrow();
  });

  test("is refused at once for so many estimates in one piece", () => {
    expect(() => new WorkBudget().turns(JOINT, KALMAN, most(KALMAN))).not.toThrow();
    expect(() => new WorkBudget().turns(JOINT, KALMAN, most(KALMAN) + 1)).toThrow(
      expect.objectContaining({
        code: "LIMIT_EXCEEDED",
        details: expect.objectContaining({ limit: LIMITS.workSeconds, actual: LIMITS.workSeconds + 1 }),
        message: expect.stringContaining(`${most(KALMAN) + 1} estimates by KALMAN of 4000 returns`),
      }),
    );
  });

  test("once it is exceeded stops what began before", async () => {
    const budget = new WorkBudget();
    const begun = budget.turns(JOINT, KALMAN, 1);
    await begun.next();
    expect(() => budget.turns(JOINT, KALMAN, most(KALMAN))).toThrow(LimitError);
    await expect(begun.next()).rejects.toThrow(LimitError);
  });
});

describe("turns", () => {
  /** What had its turn before the work ended. */
  async function heard(work: { estimator: "KALMAN" | "OLS"; lookback: number }, estimates: number) {
    const turns = new WorkBudget().turns(JOINT, work, estimates);
    let others = 0;
    let going = true;
    const other = () => {
      if (!going) return;
      others++;
      setImmediate(other);
    };
    setImmediate(other);
    for (let i = 0; i < estimates; i++) await turns.next();
    going = false;
    return others;
  }

  test("are given to others after each long estimate", async () => {
    expect(await heard(KALMAN, 10)).toBeGreaterThanOrEqual(9);
  });

  test("are given every few milliseconds of short ones, and not after each", async () => {
    const short = { estimator: "OLS", lookback: 100 } as const;
    const [each, count] = [windowWork(JOINT, short), 1000];
    const turns = (count * each) / 5;
    const others = await heard(short, count);
    expect(others).toBeGreaterThan(turns / 2);
    expect(others).toBeLessThan(turns + 2);
  });

  test("end where nobody waits for the answer any more", async () => {
    const controller = new AbortController();
    const turns = new WorkBudget(controller.signal).turns(JOINT, KALMAN, 5);
    await turns.next();
    controller.abort(new Error("gone"));
    await expect(turns.next()).rejects.toThrow("gone");
  });
});

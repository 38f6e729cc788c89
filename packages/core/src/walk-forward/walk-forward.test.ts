import { describe, expect, test } from "vitest";
import type { WalkForwardInput } from "./walk.ts";
import { walkForward } from "./walk-forward.ts";

const portfolio = Float64Array.of(0.02, 0.1, -0.05, 0.04, 0.01);
const instrument = Float64Array.of(-0.01, 0.05, -0.1, 0.2, 0.03);
const input: WalkForwardInput = {
  portfolio,
  instruments: [instrument],
  targets: [{ at: 1, ratios: [0.5] }],
  holding: "SHARES",
  costs: null,
  periodsPerYear: 252,
};
const badInput = (message: string, details?: Record<string, unknown>) =>
  expect.objectContaining({
    code: "BAD_INPUT",
    message,
    ...(details && { details: expect.objectContaining(details) }),
  });
const both = (columns: readonly Float64Array[], ratios: number[]) => ({
  ...input,
  instruments: columns,
  targets: [{ at: 1, ratios }],
});

describe("by hand", () => {
  test("shares that are kept drift, and a rebalance brings them back", () => {
    const targets = [
      { at: 1, ratios: [0.5] },
      { at: 3, ratios: [0.6] },
    ];
    const costs = { tradingBps: 100, borrowRate: 0.21, cashRate: 0.1 };
    const walk = walkForward({ ...input, targets, costs, periodsPerYear: 1 });
    const second = (0.5 * 1.05) / 1.1;
    const held = (second * 0.9) / 0.95;
    const fourth = (0.6 * 1.2) / 1.04;
    const ratios = [0.5, second, 0.6, fourth];
    ratios.forEach((ratio, p) => {
      expect(walk.ratios[0][p]).toBeCloseTo(ratio, 15);
    });
    const gross = [0.1 - 0.025, -0.05 + second * 0.1, 0.04 - 0.12, 0.01 - fourth * 0.03];
    const traded = [0.5, 0, 0.6 - held, 0];
    gross.forEach((value, p) => {
      expect(walk.returns[p]).toBeCloseTo(value, 15);
      expect(walk.netReturns[p]).toBeCloseTo(value - traded[p] / 100 - ratios[p] * (0.21 - 0.1), 15);
    });
    expect(walk.first).toBe(1);
    expect(walk.rebalances.map(({ at, outcome, target }) => [at, outcome, target])).toEqual([
      [1, "TRADED", [0.5]],
      [3, "TRADED", [0.6]],
    ]);
    expect(walk.rebalances[0]).toMatchObject({ held: [0], turnover: 0.5, cost: 0.005 });
    expect(walk.rebalances[1].held[0]).toBeCloseTo(held, 15);
    expect(walk.turnover).toBeCloseTo(0.5 + 0.6 - held, 15);
  });

  test("a ratio that is kept trades every period by what it drifted", () => {
    const walk = walkForward({ ...input, holding: "RATIO" });
    expect([...walk.ratios[0]]).toEqual([0.5, 0.5, 0.5, 0.5]);
    const drifts = [1.05 / 1.1, 0.9 / 0.95, 1.2 / 1.04].map((growth) => Math.abs(0.5 * growth - 0.5));
    expect(walk.turnover).toBeCloseTo(
      drifts.reduce((sum, drift) => sum + drift, 0.5),
      15,
    );
  });

  test("without an answer shares are kept, and a ratio goes on being renewed", () => {
    const targets = [
      { at: 1, ratios: [0.5] },
      { at: 2, ratios: null },
    ];
    const kept = walkForward({ ...input, targets }).rebalances[1];
    expect(kept).toMatchObject({ outcome: "NO_ESTIMATE", target: null, turnover: 0, cost: 0 });
    const renewed = walkForward({ ...input, targets, holding: "RATIO" });
    expect(renewed.rebalances[1].outcome).toBe("NO_ESTIMATE");
    expect(renewed.rebalances[1].turnover).toBeCloseTo(0.5 - (0.5 * 1.05) / 1.1, 15);
    expect([...renewed.ratios[0]]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  test("a rebalance within the trigger leaves the last traded ratio in force", () => {
    const targets = [
      { at: 1, ratios: [0.5] },
      { at: 2, ratios: [0.55] },
      { at: 3, ratios: [0.9] },
    ];
    const walk = walkForward({ ...input, targets, holding: "RATIO", driftTrigger: 0.1 });
    expect(walk.rebalances.map(({ outcome }) => outcome)).toEqual(["TRADED", "WITHIN_TRIGGER", "TRADED"]);
    expect([...walk.ratios[0]]).toEqual([0.5, 0.5, 0.9, 0.9]);
  });

  test("a target just at the trigger is within it, and one that is held already within a trigger of 0", () => {
    const still = { ...input, portfolio: new Float64Array(5), instruments: [new Float64Array(5)] };
    const outcomes = (next: number, driftTrigger: number) => {
      const targets = [...input.targets, { at: 2, ratios: [next] }];
      return walkForward({ ...still, targets, driftTrigger }).rebalances[1].outcome;
    };
    expect(outcomes(0.75, 0.25)).toBe("WITHIN_TRIGGER");
    expect(outcomes(0.75, 0.2499)).toBe("TRADED");
    expect(outcomes(0.5, 0)).toBe("WITHIN_TRIGGER");
    expect(outcomes(0.25, 0)).toBe("TRADED");
  });

  test("the first rebalance trades whatever the trigger", () => {
    expect(walkForward({ ...input, driftTrigger: 100 }).rebalances[0]).toMatchObject({
      outcome: "TRADED",
      turnover: 0.5,
    });
  });

  test("a long leg pays interest and no borrowing fee", () => {
    const costs = { tradingBps: 0, borrowRate: 0.5, cashRate: 0.02 };
    const walk = walkForward({ ...both([instrument], [-1]), holding: "RATIO", costs, periodsPerYear: 1 });
    expect(walk.borrowCost).toBe(0);
    expect(walk.interest).toBeCloseTo(-0.08, 15);
    expect(walk.cost).toBeCloseTo(0.08, 15);
  });

  test("a hedge in the portfolio itself leaves nothing and never drifts", () => {
    const walk = walkForward(both([portfolio], [1]));
    expect([...walk.returns]).toEqual([0, 0, 0, 0]);
    expect([...walk.ratios[0]]).toEqual([1, 1, 1, 1]);
  });

  test("a ratio of 0 is no hedge, and costs nothing", () => {
    const costs = { tradingBps: 10, borrowRate: 0.1, cashRate: 0.1 };
    const walk = walkForward({ ...both([instrument], [0]), costs });
    expect([...walk.netReturns]).toEqual([...portfolio.subarray(1)]);
    expect(walk).toMatchObject({ turnover: 0, cost: 0, interest: 0 });
  });

  test("the excess return is that of a portfolio on credit", () => {
    const riskFree = new Float64Array(5).fill(0.25);
    const [, second] = walkForward({
      ...both([Float64Array.of(0, 0, 0.5, 0, 0)], [2]),
      riskFree,
      holding: "RATIO",
    }).returns;
    expect(second).toBe(-0.05 - 0.25 - 2 * (0.5 - 0.25));
  });
});

describe("extreme series", () => {
  const still = new Float64Array(5);

  test("that do not move, and a walk of one period", () => {
    const walk = walkForward({ ...both([still], [0.7]), portfolio: still });
    expect([...walk.returns]).toEqual([0, 0, 0, 0]);
    expect([...walk.ratios[0]]).toEqual([0.7, 0.7, 0.7, 0.7]);
    const one = walkForward({ ...input, targets: [{ at: 4, ratios: [2] }] });
    expect([...one.returns]).toEqual([0.01 - 2 * 0.03]);
  });

  test("of 2 and 3 returns", () => {
    for (const n of [2, 3]) {
      const short = { ...both([instrument.subarray(0, n)], [1]), portfolio: portfolio.subarray(0, n) };
      expect(walkForward(short).returns.length).toBe(n - 1);
    }
  });

  test("an instrument that loses everything leaves no position", () => {
    const walk = walkForward(both([instrument.with(2, -1)], [0.5]));
    expect(walk.ratios[0][1]).toBeGreaterThan(0);
    expect([...walk.ratios[0].subarray(2)]).toEqual([0, 0]);
    expect([...walk.returns.subarray(2)]).toEqual([0.04, 0.01]);
  });

  test("a portfolio may lose everything, and more, at the end", () => {
    expect(walkForward({ ...input, portfolio: portfolio.with(4, -1) }).returns.at(-1)).toBeLessThan(-1);
    expect(walkForward({ ...input, portfolio: portfolio.with(4, -1.5) }).returns.at(-1)).toBeLessThan(-1.5);
  });

  test("a huge outlier gives finite numbers", () => {
    for (const at of [1, 2, 4]) {
      for (const holding of ["SHARES", "RATIO"] as const) {
        const costs = { tradingBps: 5, borrowRate: 0.01, cashRate: 0.02 };
        const walk = walkForward({ ...both([instrument.with(at, 1e90)], [0.5]), holding, costs });
        const numbers = [...walk.returns, ...walk.netReturns, ...walk.ratios[0], walk.turnover, walk.cost];
        expect(numbers.every(Number.isFinite)).toBe(true);
      }
    }
  });

  test.each(["SHARES", "RATIO"] as const)("a position beyond the range of doubles is refused: %s", (holding) => {
    const huge = both([instrument.with(1, 1e300).with(2, 1e300)], [1]);
    expect(() => walkForward({ ...huge, portfolio: portfolio.with(1, -1 + 2 ** -50), holding })).toThrow(
      badInput("the hedge leaves the range of doubles at observation 2", { observation: 2 }),
    );
  });
});

test("the input is left alone, and what comes out is not part of it", () => {
  const columns = [portfolio.slice(), instrument.slice()];
  const walk = walkForward(input);
  expect([portfolio, instrument]).toEqual(columns);
  expect(walk.rebalances[0].target).not.toBe(input.targets[0].ratios);
});

describe("refuses", () => {
  test.each([0, 3, 4])("values that are not finite, at observation %d", (t) => {
    for (const wrong of [Number.NaN, Infinity, -Infinity]) {
      const message = (name: string) =>
        badInput(`the values of ${name} must be finite numbers, got ${wrong} at observation ${t}`, { observation: t });
      expect(() => walkForward({ ...input, portfolio: portfolio.with(t, wrong) })).toThrow(message("the portfolio"));
      expect(() => walkForward(both([instrument, instrument.with(t, wrong)], [1, 1]))).toThrow(message("instrument 2"));
      expect(() => walkForward({ ...input, riskFree: instrument.with(t, wrong) })).toThrow(
        message("the risk-free rate"),
      );
    }
  });

  test("lengths that differ", () => {
    const message = (name: string) =>
      badInput(`a walk needs series of one length, got 5 of the portfolio and 4 of ${name}`);
    expect(() => walkForward(both([instrument, instrument.subarray(1)], [1, 1]))).toThrow(message("instrument 2"));
    expect(() => walkForward({ ...input, riskFree: instrument.subarray(1) })).toThrow(message("the risk-free rate"));
  });

  test.each([0, 1, 3])("a portfolio that loses everything at observation %d, before the end", (t) => {
    for (const loss of [-1, -1.2]) {
      expect(() => walkForward({ ...input, portfolio: portfolio.with(t, loss) })).toThrow(
        badInput(
          `a portfolio return of -1 or less must be the last one, got ${loss} at observation ${t}: ` +
            "everything is lost, and nothing is left to hedge",
          { observation: t },
        ),
      );
    }
  });

  test("an instrument that loses more than everything", () => {
    expect(() => walkForward(both([instrument, instrument.with(4, -1.01)], [1, 1]))).toThrow(
      badInput("a simple return must not be below -1, instrument 2 has -1.01 at observation 4", { observation: 4 }),
    );
  });

  test("rebalances that are none, without ratios at first, out of order or out of range", () => {
    const none = badInput("a walk needs hedge ratios at its first rebalance, got none");
    expect(() => walkForward({ ...input, targets: [] })).toThrow(none);
    expect(() => walkForward({ ...input, targets: [{ at: 1, ratios: null }] })).toThrow(none);
    const at = (...places: number[]) => ({ ...input, targets: places.map((place) => ({ at: place, ratios: [1] })) });
    expect(() => walkForward(at(1, 3, 2))).toThrow(badInput("rebalances must ascend, got 2 after 3"));
    expect(() => walkForward(at(1, 1))).toThrow(badInput("rebalances must ascend, got 1 after 1"));
    for (const wrong of [-1, 5, 1.5, Number.NaN]) {
      expect(() => walkForward(at(wrong))).toThrow(
        badInput(`a rebalance must be before one of the 5 returns, by its index from 0 up, got ${wrong}`),
      );
    }
    const empty = new Float64Array(0);
    const nothing = { ...at(0), portfolio: empty, instruments: [empty] };
    expect(() => walkForward(nothing)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });

  test("ratios that are not one an instrument, or not finite", () => {
    expect(() => walkForward(both([instrument], [1, 2]))).toThrow(
      badInput("a hedge needs one ratio an instrument, got 2 ratios and 1 instruments before observation 1"),
    );
    expect(() => walkForward({ ...input, instruments: [] })).toThrow(
      badInput("a walk needs at least 1 instrument, got 0"),
    );
    for (const wrong of [Number.NaN, Infinity]) {
      expect(() => walkForward(both([instrument, instrument], [1, wrong]))).toThrow(
        badInput(`a hedge ratio must be a finite number, got ${wrong} of instrument 2 before observation 1`, {
          observation: 1,
        }),
      );
    }
  });

  test.each([-0.01, Number.NaN, Infinity])("a trigger of %d", (driftTrigger) => {
    expect(() => walkForward({ ...input, driftTrigger })).toThrow(
      badInput(`driftTrigger must be a finite number of at least 0, got ${driftTrigger}`),
    );
  });

  test.each([0, -252, Number.NaN, Infinity])("%d periods a year", (periodsPerYear) => {
    expect(() => walkForward({ ...input, periodsPerYear })).toThrow(
      badInput(`the periods a year must be a finite number above 0, got ${periodsPerYear}`),
    );
  });

  test("costs that are out of bounds", () => {
    const costs = { tradingBps: -1, borrowRate: 0, cashRate: 0 };
    expect(() => walkForward({ ...input, costs })).toThrow(
      badInput("tradingBps must be a number of basis points from 0 to 10000, got -1"),
    );
  });
});

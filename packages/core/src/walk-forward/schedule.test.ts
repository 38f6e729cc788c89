import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rebalanceSchedule } from "./schedule.ts";

const refusal = (code: string, message: string) => expect.objectContaining({ code, message });

describe("rebalanceSchedule", () => {
  test("starts when the lookback is full and goes on by the step", () => {
    expect(rebalanceSchedule(10, { lookback: 4, rebalanceEvery: 2 })).toEqual([4, 6, 8]);
    expect(rebalanceSchedule(9, { lookback: 4, rebalanceEvery: 2 })).toEqual([4, 6, 8]);
    expect(rebalanceSchedule(8, { lookback: 4, rebalanceEvery: 2 })).toEqual([4, 6]);
    expect(rebalanceSchedule(5, { lookback: 4, rebalanceEvery: 21 })).toEqual([4]);
  });

  test("with a later start, walks of several lookbacks share their dates", () => {
    const [short, long] = [20, 60].map((lookback) =>
      rebalanceSchedule(100, { lookback, rebalanceEvery: 7, first: 60 }),
    );
    expect(short).toEqual(long);
    expect(short[0]).toBe(60);
  });

  test("every index leaves a lookback before it and a return after it, and the next is a step further", () => {
    const sizes = fc.tuple(fc.integer({ min: 3, max: 40 }), fc.integer({ min: 1, max: 30 }), fc.nat({ max: 60 }));
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 90 }), ([lookback, every, later], hedged) => {
        const first = lookback + later;
        const observations = first + hedged;
        const schedule = rebalanceSchedule(observations, { lookback, rebalanceEvery: every, first });
        expect(schedule.length).toBe(Math.ceil(hedged / every));
        schedule.forEach((at, k) => {
          expect(at).toBe(first + k * every);
          expect(at).toBeLessThan(observations);
        });
      }),
    );
  });

  test("refuses a walk without a return to hedge, and says how many it needs", () => {
    for (const observations of [0, 100, 252]) {
      expect(() => rebalanceSchedule(observations, { lookback: 252, rebalanceEvery: 21 })).toThrow(
        expect.objectContaining({
          code: "INSUFFICIENT_DATA",
          message: `a lookback of 252 returns needs at least 253, got ${observations}`,
          details: { observations, needed: 253 },
        }),
      );
    }
    expect(rebalanceSchedule(253, { lookback: 252, rebalanceEvery: 21 })).toEqual([252]);
    expect(() => rebalanceSchedule(300, { lookback: 252, rebalanceEvery: 21, first: 300 })).toThrow(
      expect.objectContaining({ code: "INSUFFICIENT_DATA", details: { observations: 300, needed: 301 } }),
    );
  });

  test.each([2, 0, -5, 20.5, Number.NaN, Infinity])("refuses a lookback of %d", (lookback) => {
    expect(() => rebalanceSchedule(100, { lookback, rebalanceEvery: 1 })).toThrow(
      refusal("BAD_INPUT", `a lookback must be an integer of at least 3, got ${lookback}`),
    );
  });

  test.each([0, -1, 0.5, Number.NaN, Infinity])("refuses a rebalance every %d periods", (every) => {
    expect(() => rebalanceSchedule(100, { lookback: 3, rebalanceEvery: every })).toThrow(
      refusal("BAD_INPUT", `rebalanceEvery must be an integer of at least 1, got ${every}`),
    );
  });

  test.each([19, 0, -1, 20.5, Number.NaN])("refuses a start at %d, before the lookback of 20 is full", (first) => {
    expect(() => rebalanceSchedule(100, { lookback: 20, rebalanceEvery: 1, first })).toThrow(
      refusal("BAD_INPUT", `the first hedged period must be an integer of at least 20, got ${first}`),
    );
  });
});

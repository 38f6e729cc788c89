import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hedgedReturns } from "../hedge/hedged-returns.ts";
import { periodRate } from "../series/annual-rates.ts";
import { changedFrom, costs, planned, type WalkPlan, walkPlan } from "./walk.arbitrary.ts";
import type { WalkForwardInput } from "./walk.ts";
import { walkForward } from "./walk-forward.ts";

const sumOf = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);

/** Everything that is known before period t, with the trade before it. */
function knownBefore(plan: WalkPlan, peek: number, t: number) {
  const { first, returns, netReturns, ratios, rebalances } = walkForward(planned(plan, peek));
  return {
    returns: returns.slice(0, t - first),
    netReturns: netReturns.slice(0, t - first),
    ratios: ratios.map((column) => column.slice(0, t - first + 1)),
    rebalances: rebalances.filter(({ at }) => at <= t),
  };
}

describe("no look-ahead", () => {
  const changes = fc.tuple(walkPlan, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1e9 }));
  const place = ({ columns, lookback }: WalkPlan, share: number) => {
    const last = columns[0].length - 1;
    return Math.min(last, lookback + Math.floor(share * (last - lookback + 1)));
  };

  test("a return changes nothing before its period, nor the trade before it, bit for bit", () => {
    fc.assert(
      fc.property(changes, ([plan, share, seed]) => {
        const t = place(plan, share);
        expect(knownBefore(changedFrom(plan, t, seed), 0, t)).toEqual(knownBefore(plan, 0, t));
      }),
      { numRuns: 300 },
    );
  });

  test("but it changes the next estimate, and one that sees a return too many is found out", () => {
    fc.assert(
      fc.property(changes, ([drawn, share, seed]) => {
        const plan = { ...drawn, every: 1, gaps: false, rest: { ...drawn.rest, driftTrigger: null } };
        const t = Math.min(place(plan, share), plan.columns[0].length - 2);
        const changed = changedFrom(plan, t, seed);
        expect(knownBefore(changed, 0, t + 1).ratios).not.toEqual(knownBefore(plan, 0, t + 1).ratios);
        expect(knownBefore(changed, 1, t).ratios).not.toEqual(knownBefore(plan, 1, t).ratios);
      }),
    );
  });
});

describe("returns", () => {
  test("before costs are the portfolio less the ratios' share of each instrument, in excess of the rate", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const input = planned(plan);
        const { first, returns, ratios } = walkForward(input);
        returns.forEach((hedged, p) => {
          const t = first + p;
          const rate = input.riskFree?.[t] ?? 0;
          const short = ratios.reduce((sum, column, i) => sum + column[p] * (input.instruments[i][t] - rate), 0);
          expect(Math.abs(hedged - (input.portfolio[t] - rate - short))).toBeLessThan(1e-15);
        });
      }),
    );
  });

  test("of one ratio that is kept are those of a static hedge, bit for bit", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const drawn = planned(plan);
        const { at, ratios } = drawn.targets[0];
        const input = { ...drawn, targets: [{ at, ratios }], holding: "RATIO" as const, riskFree: null };
        const hedged = hedgedReturns(input.portfolio, input.instruments, ratios!);
        expect(walkForward(input).returns).toEqual(hedged.slice(at));
      }),
    );
  });

  test("without costs are net, bit for bit", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const walk = walkForward({ ...planned(plan), costs: null });
        expect(walk.netReturns).toEqual(walk.returns);
        expect(walk.netReturns).not.toBe(walk.returns);
        expect(walk).toMatchObject({ tradingCost: 0, borrowCost: 0, interest: 0, cost: 0 });
      }),
    );
  });

  test("differ from the net ones by the cost", () => {
    fc.assert(
      fc.property(walkPlan, costs, (plan, charged) => {
        const walk = walkForward({ ...planned(plan), costs: charged });
        expect(Math.abs(sumOf(walk.returns) - sumOf(walk.netReturns) - walk.cost)).toBeLessThan(1e-13);
        expect(walk.cost).toBe(walk.tradingCost + walk.borrowCost - walk.interest);
      }),
    );
  });
});

describe("ratios", () => {
  test("of a constant target are constant, when they are kept or renewed every period; and cost the same", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const drawn = planned({ ...plan, every: 1 });
        const { ratios } = drawn.targets[0];
        const always = { ...drawn, targets: drawn.targets.map(({ at }) => ({ at, ratios })), driftTrigger: null };
        const renewed = walkForward({ ...always, holding: "SHARES" });
        const kept = walkForward({ ...always, targets: [drawn.targets[0]], holding: "RATIO" });
        for (const walk of [renewed, kept]) {
          walk.ratios.forEach((column, i) => {
            expect(new Set(column)).toEqual(new Set([ratios![i]]));
          });
        }
        expect({ ...renewed, rebalances: [] }).toEqual({ ...kept, rebalances: [] });
        const least = ratios!.reduce((sum, ratio) => sum + Math.abs(ratio), 0);
        expect(kept.turnover).toBeGreaterThan(least); // a constant ratio is not free
      }),
    );
  });

  test("of shares drift with the prices: a position of so many shares has the value that the prices say", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const drawn = planned(plan);
        const input = { ...drawn, targets: drawn.targets.slice(0, 1), holding: "SHARES" as const };
        const walk = walkForward(input);
        const growth = (column: Float64Array) => column.reduce((product, value) => product * (1 + value), 1);
        const last = input.portfolio.length - 1;
        walk.ratios.forEach((column, i) => {
          const ratio = input.targets[0].ratios![i] * growth(input.instruments[i].subarray(walk.first, last));
          expect(column.at(-1)! / (ratio / growth(input.portfolio.subarray(walk.first, last)))).toBeCloseTo(1, 12);
        });
        expect(walk.turnover).toBe(walk.rebalances[0].turnover);
      }),
    );
  });

  test("follow the order of the instruments", () => {
    fc.assert(
      fc.property(
        walkPlan.filter(({ columns }) => columns.length === 3),
        (plan) => {
          const input = planned(plan);
          const swap = <T>([a, b]: readonly T[]) => [b, a];
          const targets = input.targets.map(({ at, ratios }) => ({ at, ratios: ratios && swap(ratios) }));
          const swapped = walkForward({ ...input, instruments: swap(input.instruments), targets });
          expect(swapped.ratios).toEqual(swap(walkForward(input).ratios));
        },
      ),
    );
  });
});

describe("costs", () => {
  test("twice the basis points are twice the cost of trading, and nothing else", () => {
    fc.assert(
      fc.property(walkPlan, costs, (plan, charged) => {
        const input = planned(plan);
        const once = walkForward({ ...input, costs: charged });
        const twice = walkForward({ ...input, costs: { ...charged, tradingBps: 2 * charged.tradingBps } });
        expect(twice.tradingCost).toBe(2 * once.tradingCost);
        expect(twice).toMatchObject({ borrowCost: once.borrowCost, interest: once.interest, returns: once.returns });
      }),
    );
  });

  test("cash at the risk-free rate earns no interest beyond it", () => {
    fc.assert(
      fc.property(walkPlan, costs, (plan, charged) => {
        const input = planned(plan);
        const rate = periodRate(charged.cashRate, input.periodsPerYear, "SIMPLE");
        const riskFree = new Float64Array(input.portfolio.length).fill(rate);
        expect(walkForward({ ...input, costs: charged, riskFree }).interest).toBe(0);
      }),
    );
  });

  test("trades cost their notional's share, and are those of the rebalances where shares are held", () => {
    fc.assert(
      fc.property(walkPlan, costs, (plan, charged) => {
        const walk = walkForward({ ...planned(plan), costs: charged, holding: "SHARES" });
        const sum = (of: "turnover" | "cost") => walk.rebalances.reduce((total, rebalance) => total + rebalance[of], 0);
        expect(walk.turnover).toBeCloseTo(sum("turnover"), 12);
        expect(walk.tradingCost).toBeCloseTo(sum("cost"), 12);
        expect(walk.tradingCost).toBeCloseTo((walk.turnover * charged.tradingBps) / 1e4, 12);
      }),
    );
  });
});

describe("a drift trigger", () => {
  const outcomes = (input: WalkForwardInput) => walkForward(input).rebalances.map(({ outcome }) => outcome);

  test("of 0 trades wherever there is a difference, and changes nothing", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const input = planned(plan);
        expect(walkForward({ ...input, driftTrigger: 0 })).toEqual(walkForward({ ...input, driftTrigger: null }));
      }),
    );
  });

  test("that is huge trades once", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const input = { ...planned({ ...plan, gaps: false }), driftTrigger: 1e6 };
        expect(outcomes(input)).toEqual(input.targets.map((_, k) => (k === 0 ? "TRADED" : "WITHIN_TRIGGER")));
      }),
    );
  });

  test("decides by the furthest of the ratios that are held", () => {
    fc.assert(
      fc.property(walkPlan, (plan) => {
        const driftTrigger = 0.1;
        const { rebalances } = walkForward({ ...planned(plan), driftTrigger });
        rebalances.forEach(({ held, target, outcome }, k) => {
          const distance = target && Math.max(...target.map((ratio, i) => Math.abs(ratio - held[i])));
          if (distance === null) expect(outcome).toBe("NO_ESTIMATE");
          else expect(outcome).toBe(k === 0 || distance > driftTrigger ? "TRADED" : "WITHIN_TRIGGER");
        });
      }),
    );
  });
});

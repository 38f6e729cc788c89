import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HedgeAnalysis } from "../hedge/hedge-analysis.ts";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import { BETA_ESTIMATORS } from "../regression/beta-estimates.ts";
import { readInference } from "../regression/inference.ts";
import { WorkBudget } from "../work-budget.ts";
import type { WalkRequest } from "./walk-request.ts";

const LENGTH = 90;
const LOOKBACK = 30;

/** Daily returns of a market, a portfolio that follows it, and an instrument that does too. */
const markets = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((seed) => {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const market = Float64Array.from({ length: LENGTH }, () => (next() + next() + next()) / 40);
  const follow = (beta: number) => market.map((value) => beta * value + (next() + next()) / 50);
  return { market, portfolio: follow(1.2), instrument: follow(0.9) };
});

const changes = fc.record({
  from: fc.integer({ min: LOOKBACK + 1, max: LENGTH - 1 }),
  by: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
});

interface Columns {
  readonly market: Float64Array;
  readonly portfolio: Float64Array;
  readonly instrument: Float64Array;
}

async function walk({ market, portfolio, instrument }: Columns, request: WalkRequest, hedgeWith: boolean) {
  const other = hedgeWith ? { instruments: [instrument], instrumentSymbols: ["H"] } : {};
  const joint = jointOf(portfolio, [market], other);
  const terms = { budget: new WorkBudget(), today: 0 };
  const { result } = await new HedgeAnalysis(joint, readInference(null), terms).walkForward(request);
  return result;
}

describe.each(BETA_ESTIMATORS)("a walk by %s", (estimator) => {
  test("knows nothing of what comes after: before it, nothing changes by a bit", async () => {
    await fc.assert(
      fc.asyncProperty(
        markets,
        changes,
        fc.constantFrom("SHARES" as const, "RATIO" as const),
        fc.option(fc.double({ min: 0, max: 0.2, noNaN: true })),
        fc.boolean(),
        async (columns, { from, by }, holding, driftTrigger, hedgeWith) => {
          const request: WalkRequest = {
            estimator,
            parameters: {},
            targetBeta: 0,
            minimumNorm: false,
            lookback: LOOKBACK,
            rebalanceEvery: 7,
            holding,
            driftTrigger,
            costs: { tradingBps: 10, borrowRate: 0.01, cashRate: 0.02 },
          };
          const changed = (values: Float64Array) =>
            values.map((value, t) => (t < from ? value : -value + by * Math.cos(t)));
          const before = await walk(columns, request, hedgeWith);
          const after = await walk(
            {
              market: changed(columns.market),
              portfolio: changed(columns.portfolio),
              instrument: changed(columns.instrument),
            },
            request,
            hedgeWith,
          );
          const known = from - LOOKBACK;
          for (const column of ["returns", "netReturns"] as const) {
            expect(after[column].subarray(0, known)).toEqual(before[column].subarray(0, known));
          }
          // The ratio for the first changed return was set before it.
          expect(after.ratios[0].subarray(0, known + 1)).toEqual(before.ratios[0].subarray(0, known + 1));
          const earlier = (some: typeof before.rebalances) => some.filter(({ at }) => at <= from);
          expect(earlier(after.rebalances)).toEqual(earlier(before.rebalances));
        },
      ),
      { numRuns: 12 },
    );
  });

  test("uses the last return that it may use: a change of it changes the next ratio", async () => {
    await fc.assert(
      fc.asyncProperty(markets, async (columns) => {
        const request: WalkRequest = {
          estimator,
          parameters: {},
          targetBeta: 0,
          minimumNorm: false,
          lookback: LOOKBACK,
          rebalanceEvery: 1,
          holding: "SHARES",
          driftTrigger: null,
          costs: null,
        };
        const market = columns.market.slice();
        const portfolio = columns.portfolio.slice();
        // A day that no beta of about 1 explains, up or down as the estimator looks at one side alone.
        market[LOOKBACK - 1] = estimator === "DOWN" ? -0.1 : 0.1;
        portfolio[LOOKBACK - 1] = 0.3 * Math.sign(-market[LOOKBACK - 1]);
        const before = await walk(columns, request, false);
        const after = await walk({ ...columns, market, portfolio }, request, false);
        expect(after.ratios[0][0]).not.toBe(before.ratios[0][0]);
      }),
      { numRuns: 5 },
    );
  });
});

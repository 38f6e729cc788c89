import { describe, expect, test } from "vitest";
import { jointOf } from "../joining/joint-returns.fixture.ts";
import type { JointReturns } from "../joining/joint-returns.ts";
import { column, WALK, walkOf } from "./walk.fixture.ts";
import type { WalkRequest } from "./walk-request.ts";
import { walkWarnings } from "./walk-warnings.ts";

const LENGTH = 160;
const LOOKBACK = WALK.lookback;
const X = column(LENGTH, 1);
const NOISE = column(LENGTH, 3);
const PORTFOLIO = X.map((value, t) => 0.0003 + 1.2 * value + 0.3 * NOISE[t]);

describe("what a walk warns of", () => {
  const codes = async (joint: JointReturns, request: Partial<WalkRequest> = {}) =>
    walkWarnings(await walkOf(joint, request)).map(({ code }) => code);

  test("a hedge that became large, with the day and its size", async () => {
    const dates = Int32Array.from(X.keys(), (t) => 18_000 + t);
    const faint = X.map((value, t) => 0.08 * value + 0.001 * NOISE[t]);
    const joint = jointOf(PORTFOLIO, [X], { dates, instruments: [faint], instrumentSymbols: ["H"] });
    const walk = await walkOf(joint);
    const { result } = walk;
    const warnings = walkWarnings(walk);
    const most = result.ratios[0].reduce((largest, value) => Math.max(largest, value), 0);
    const at = result.ratios[0].indexOf(most);
    const day = new Date((18_000 + LOOKBACK + at) * 86_400_000).toISOString().slice(0, 10);
    expect(most).toBeGreaterThan(10);
    expect(warnings.find(({ code }) => code === "LARGE_RATIOS")?.message).toBe(
      `the hedge is ${Number(most.toPrecision(3))} times the portfolio on ${day}: a bet of its own`,
    );
    expect(await codes(jointOf(PORTFOLIO, [X]))).not.toContain("LARGE_RATIOS");
  });

  test("a hedge that raised the variance, by how much", async () => {
    // What it hedges turns round after the first estimate, which is held to the end.
    const turned = PORTFOLIO.map((value, t) => (t < LOOKBACK ? value : value - 2.4 * X[t]));
    const walk = await walkOf(jointOf(turned, [X]), { rebalanceEvery: 1000 });
    const { effectiveness } = walk;
    const warnings = walkWarnings(walk);
    expect(effectiveness).toBeLessThan(-0.5);
    expect(warnings.find(({ code }) => code === "HEDGE_ADDS_RISK")?.message).toBe(
      `the hedge raised the variance, by ${Number((-100 * effectiveness!).toPrecision(3))} % of what it was`,
    );
    expect(await codes(jointOf(PORTFOLIO, [X]))).not.toContain("HEDGE_ADDS_RISK");
    // Of 29 returns nothing is said yet, of 30 it is.
    const short = (days: number) => {
      const until = LOOKBACK + days;
      return codes(jointOf(turned.slice(0, until), [X.slice(0, until)]), { rebalanceEvery: 1000 });
    };
    expect(await short(9)).not.toContain("HEDGE_ADDS_RISK");
    expect(await short(10)).toContain("HEDGE_ADDS_RISK");
  });
});

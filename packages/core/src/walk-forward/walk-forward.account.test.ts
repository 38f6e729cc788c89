import fc from "fast-check";
import { expect, test } from "vitest";
import { planned, walkPlan } from "./walk.arbitrary.ts";
import type { WalkForwardInput } from "./walk.ts";
import { walkForward } from "./walk-forward.ts";

// A walk against a margin account in money: so many shares, their prices, and cash.

const START = { portfolio: 1e6, instrument: 50 };

/** Prices from returns: one more than they are. */
function pricesOf(returns: Float64Array, start: number): number[] {
  const prices = [start];
  for (const value of returns) prices.push(prices[prices.length - 1] * (1 + value));
  return prices;
}

/**
 * Each period's gain in money over the portfolio's value before it. The portfolio is bought on a loan at the risk-free
 * rate; the proceeds of short sales are cash, out of which they are bought back at the end of each period, and sold
 * again: only a change of their number is a trade that costs.
 */
function accountReturns(input: WalkForwardInput, shares: readonly number[][], charged: boolean): number[] {
  const { portfolio, instruments, targets, periodsPerYear, riskFree } = input;
  const costs = charged ? input.costs : null;
  const values = pricesOf(portfolio, START.portfolio);
  const quotes = instruments.map((returns) => pricesOf(returns, START.instrument));
  const byPeriod = (annual: number) => (1 + annual) ** (1 / periodsPerYear) - 1;
  const gains: number[] = [];
  for (let t = targets[0].at; t < portfolio.length; t++) {
    const rate = riskFree?.[t] ?? 0;
    const deposit = costs === null ? rate : byPeriod(costs.cashRate);
    let account = -values[t]; // the loan
    let fees = 0;
    account += account * rate;
    shares.forEach((ofInstrument, i) => {
      const [before, now] = [ofInstrument[t - 1] ?? 0, ofInstrument[t]];
      const proceeds = now * quotes[i][t];
      account += proceeds * (1 + deposit) - now * quotes[i][t + 1];
      if (costs === null) return;
      fees += (Math.abs(now - before) * quotes[i][t] * costs.tradingBps) / 1e4;
      if (now > 0) fees += proceeds * byPeriod(costs.borrowRate);
    });
    gains.push((values[t + 1] + account - fees) / values[t]);
  }
  return gains;
}

/** How many shares are short during each period, by index from 0 on; decided from the rebalances alone. */
function sharesHeld(input: WalkForwardInput, outcomes: ReadonlyMap<number, string>): number[][] {
  const values = pricesOf(input.portfolio, START.portfolio);
  return input.instruments.map((returns, i) => {
    const quotes = pricesOf(returns, START.instrument);
    const shares: number[] = [];
    let ratio = 0;
    for (let t = 0; t < returns.length; t++) {
      const traded = outcomes.get(t) === "TRADED";
      if (traded) ratio = input.targets.find(({ at }) => at === t)!.ratios![i];
      const renewed = traded || (input.holding === "RATIO" && t > input.targets[0].at);
      shares.push(renewed ? (ratio * values[t]) / quotes[t] : (shares[t - 1] ?? 0));
    }
    return shares;
  });
}

test("the returns are what an account in money gains, before costs and after them", () => {
  fc.assert(
    fc.property(walkPlan, (plan) => {
      const input = planned(plan);
      const walk = walkForward(input);
      const shares = sharesHeld(input, new Map(walk.rebalances.map(({ at, outcome }) => [at, outcome])));
      const [gross, net] = [false, true].map((charged) => accountReturns(input, shares, charged));
      expect(gross.length).toBe(walk.returns.length);
      gross.forEach((gain, p) => {
        expect(Math.abs(walk.returns[p] - gain)).toBeLessThan(1e-13);
        expect(Math.abs(walk.netReturns[p] - net[p])).toBeLessThan(1e-13);
      });
    }),
    { numRuns: 200 },
  );
});

test("shares that are never traded again gain what their price has lost from the first day to the last", () => {
  fc.assert(
    fc.property(walkPlan, (plan) => {
      const drawn = planned(plan);
      const input = { ...drawn, targets: drawn.targets.slice(0, 1), holding: "SHARES" as const, riskFree: null };
      const { first, returns } = walkForward(input);
      const values = pricesOf(input.portfolio, START.portfolio);
      const gained = returns.reduce((sum, value, p) => sum + value * values[first + p], 0);
      const held = input.instruments.reduce((sum, column, i) => {
        const quotes = pricesOf(column, START.instrument);
        const shares = (input.targets[0].ratios![i] * values[first]) / quotes[first];
        return sum + shares * (quotes[quotes.length - 1] - quotes[first]);
      }, 0);
      expect(Math.abs(gained - (values[values.length - 1] - values[first] - held))).toBeLessThan(
        1e-11 * START.portfolio,
      );
    }),
  );
});

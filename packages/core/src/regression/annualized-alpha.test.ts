import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annualizedReturn } from "../series/annual-rates.ts";
import { type AlphaFacts, annualizedAlpha } from "./annualized-alpha.ts";

const perYear = fc.constantFrom(252, 52, 12);
const kind = fc.constantFrom("SIMPLE" as const, "LOG" as const);
const alpha = fc.double({ min: -0.01, max: 0.01, noNaN: true });
const beta = fc.double({ min: -3, max: 3, noNaN: true });
const column = fc
  .array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: 24, maxLength: 24 })
  .map((values) => Float64Array.from(values));

const RETURNS = Float64Array.of(0.01, -0.02, 0.03, 0.005);

function facts(more: Partial<AlphaFacts> = {}): AlphaFacts {
  const rest = { alpha: 0.001, betas: [1], portfolio: RETURNS, benchmarks: [RETURNS], riskFree: null };
  return { ...rest, kind: "SIMPLE", periodsPerYear: 12, ...more };
}

describe("arithmetic and compounded", () => {
  test("known values", () => {
    // Python 3.11: 0.001*252, 1.001**252-1, exp(0.001*252)-1
    const simple = annualizedAlpha(facts({ periodsPerYear: 252 }));
    expect(simple.arithmetic).toBeCloseTo(0.252, 15);
    expect(simple.compounded).toBeCloseTo(0.28643404437615216, 13);
    const log = annualizedAlpha(facts({ periodsPerYear: 252, kind: "LOG" }));
    expect(log.compounded).toBeCloseTo(0.2865960372848406, 13);
  });

  test("are alpha itself where a period is a year", () => {
    fc.assert(
      fc.property(alpha, (value) => {
        const { arithmetic, compounded } = annualizedAlpha(facts({ alpha: value, periodsPerYear: 1 }));
        expect(arithmetic).toBe(value);
        expect(compounded).toBeCloseTo(value, 15);
      }),
    );
  });

  test("compounding never gives less, and both have alpha's sign", () => {
    fc.assert(
      fc.property(alpha, perYear, kind, (value, periodsPerYear, of) => {
        const { arithmetic, compounded } = annualizedAlpha(facts({ alpha: value, periodsPerYear, kind: of }));
        expect(compounded).toBeGreaterThanOrEqual(arithmetic - 1e-15);
        expect(Math.sign(compounded as number)).toBe(Math.sign(arithmetic));
      }),
    );
  });

  test("an alpha of −1 or less compounds to nothing; as a log return it does", () => {
    for (const value of [-1, -1.5]) {
      const { arithmetic, compounded } = annualizedAlpha(facts({ alpha: value }));
      expect([arithmetic, compounded]).toEqual([value * 12, null]);
      expect(annualizedAlpha(facts({ alpha: value, kind: "LOG" })).compounded).toBeCloseTo(Math.expm1(12 * value), 15);
    }
  });

  test("what leaves the range of doubles is null", () => {
    expect(annualizedAlpha(facts({ alpha: 1e30 })).compounded).toBeNull();
  });
});

describe("Jensen's", () => {
  const jensenOf = (more: Partial<AlphaFacts>) => annualizedAlpha(facts(more)).jensen as number;

  test("of the benchmark with a beta of 1 is 0, whatever the rate", () => {
    fc.assert(
      fc.property(column, column, perYear, kind, (returns, rates, periodsPerYear, of) => {
        const more = { portfolio: returns, benchmarks: [returns], periodsPerYear, kind: of };
        const size = Math.abs(annualizedReturn(returns, periodsPerYear, of) as number) + 1;
        expect(Math.abs(jensenOf(more))).toBe(0);
        const free = Math.abs(annualizedReturn(rates, periodsPerYear, of) as number);
        expect(Math.abs(jensenOf({ ...more, riskFree: rates }))).toBeLessThan(1e-14 * (size + free));
      }),
    );
  });

  test("of the risk-free asset with a beta of 0 is 0", () => {
    fc.assert(
      fc.property(column, column, perYear, kind, (rates, returns, periodsPerYear, of) => {
        const more = { betas: [0], portfolio: rates, benchmarks: [returns], riskFree: rates, periodsPerYear, kind: of };
        expect(Math.abs(jensenOf(more))).toBe(0);
      }),
    );
  });

  test("without a rate is what a rate of 0 gives", () => {
    fc.assert(
      fc.property(column, column, beta, kind, (portfolio, benchmark, value, of) => {
        const more = { betas: [value], portfolio, benchmarks: [benchmark], kind: of };
        expect(jensenOf(more)).toBe(jensenOf({ ...more, riskFree: new Float64Array(24) }));
      }),
    );
  });

  test("falls by beta times what its benchmark earned beyond the rate", () => {
    fc.assert(
      fc.property(column, column, column, beta, beta, (portfolio, one, other, first, second) => {
        const riskFree = new Float64Array(24).fill(0.002);
        const more = { portfolio, benchmarks: [one, other], riskFree };
        const [earned, a, b, free] = [portfolio, one, other, riskFree].map(
          (returns) => annualizedReturn(returns, 12, "SIMPLE") as number,
        );
        expect(jensenOf({ ...more, betas: [0, 0] })).toBe(earned - free);
        const expected = earned - free - first * (a - free) - second * (b - free);
        expect(jensenOf({ ...more, betas: [first, second] })).toBeCloseTo(expected, 12);
      }),
    );
  });

  test("is null where a return is below −1, be it the portfolio's, a benchmark's or the rate's", () => {
    const ruined = Float64Array.of(0.01, -1.5, 0.03, 0.005);
    expect(annualizedAlpha(facts({ portfolio: ruined })).jensen).toBeNull();
    expect(annualizedAlpha(facts({ benchmarks: [ruined] })).jensen).toBeNull();
    expect(annualizedAlpha(facts({ riskFree: ruined })).jensen).toBeNull();
  });

  test("is null where the product of beta and the benchmark's year leaves the range of doubles", () => {
    // 3,600 in 4 days of a year of 252: a year's growth of 1e224.
    const benchmarks = [Float64Array.of(3600, 0, 0, 0)];
    expect(annualizedAlpha(facts({ benchmarks, betas: [1e90], periodsPerYear: 252 })).jensen).toBeNull();
  });
});

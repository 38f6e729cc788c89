import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noise } from "../estimators/noise.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { type Performance, performance } from "./performance.ts";
import type { PerformanceOptions } from "./performance-options.ts";

// What holds for whatever a portfolio earned.

const DAILY = { kind: "SIMPLE", periodsPerYear: 252 } as const;
const market = fc.integer({ min: 5, max: 120 }).chain((rows) => noise(3, rows));

function numbersOf({ undefinedQuantities, maximumDrawdown, ...measures }: Performance): [string, number | null][] {
  return Object.entries({ ...measures, ...maximumDrawdown });
}

function expectClose(actual: number | null, truth: number | null, label: string): void {
  expect(actual === null, label).toBe(truth === null);
  if (truth !== null) expect(Math.abs(actual! - truth), label).toBeLessThan(1e-10 * (1 + Math.abs(truth)));
}

describe("performance", () => {
  test("keeps its ratios when excess returns are scaled, and its losses scale with them", () => {
    fc.assert(
      fc.property(market, fc.double({ min: 0.01, max: 20, noNaN: true }), ([returns, benchmark, rates], factor) => {
        const riskFree = rates.map(Math.abs);
        const scaled = riskFree.map((rate, t) => rate + factor * (returns[t] - rate));
        const plain = performance(returns, { ...DAILY, riskFree });
        const geared = performance(scaled, { ...DAILY, riskFree });
        expectClose(geared.sharpe, plain.sharpe, "sharpe");
        expectClose(geared.sortino, plain.sortino, "sortino");
        const whole = performance(returns, { ...DAILY, benchmark });
        const multiple = performance(
          returns.map((value) => factor * value),
          { ...DAILY, benchmark },
        );
        for (const name of ["skew", "kurtosis", "sharpe", "hitRate"] as const) {
          expectClose(multiple[name], whole[name], name);
        }
        const proportional = [
          "annualizedVolatility",
          "valueAtRisk",
          "expectedShortfall",
          "upCapture",
          "downCapture",
        ] as const;
        for (const name of proportional) {
          const value = whole[name];
          expectClose(multiple[name], value === null ? null : factor * value, name);
        }
      }),
    );
  });

  test("does not depend on the order of the periods, but for the drawdown and Calmar's ratio", () => {
    fc.assert(
      fc.property(market, ([returns, benchmark, rates]) => {
        const beta = { estimate: 1, lower: 0.9, upper: 1.1 };
        const plain = performance(returns, { ...DAILY, benchmark, riskFree: rates, beta });
        const turned = performance(returns.toReversed(), {
          ...DAILY,
          benchmark: benchmark.toReversed(),
          riskFree: rates.toReversed(),
          beta,
        });
        const { calmar, maximumDrawdown, ...others } = plain;
        const expected = Object.fromEntries(numbersOf({ ...others, calmar: null, maximumDrawdown: null }));
        const actual = Object.fromEntries(numbersOf({ ...turned, calmar: null, maximumDrawdown: null }));
        expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
        for (const [name, value] of Object.entries(expected)) expectClose(actual[name], value, name);
      }),
    );
  });

  test("of the benchmark by itself: captures are 1, no tracking error, no information ratio", () => {
    fc.assert(
      fc.property(market, ([returns]) => {
        const own = performance(returns, { ...DAILY, benchmark: returns });
        expect(own).toMatchObject({ trackingError: 0, informationRatio: null });
        expect([1, null]).toContain(own.upCapture);
        expect([1, null]).toContain(own.downCapture);
        expect(own.upCapture ?? own.downCapture).toBe(1);
      }),
    );
  });

  test("a risk-free rate that earns as much as the benchmark makes Sharpe's ratio the information ratio", () => {
    fc.assert(
      fc.property(market, ([returns, other]) => {
        const { sharpe, informationRatio } = performance(returns, { ...DAILY, benchmark: other, riskFree: other });
        expect(sharpe).toBe(informationRatio);
        expect(sharpe).not.toBeNull();
      }),
    );
  });

  test("Treynor's ratio of the benchmark is its mean excess return, and that of a geared one the same", () => {
    fc.assert(
      fc.property(market, fc.double({ min: 0.2, max: 5, noNaN: true }), ([returns], gear) => {
        const geared = returns.map((value) => gear * value);
        const { estimate, lower, upper } = regress(geared, [returns]).coefficients[1];
        const beta = { estimate, lower, upper };
        const { treynor } = performance(geared, { ...DAILY, benchmark: returns, beta });
        const { treynor: plain } = performance(returns, { ...DAILY, beta: { estimate: 1, lower: 1, upper: 1 } });
        expectClose(treynor, plain, "treynor");
      }),
    );
  });

  test("log returns compound to what simple returns compound to, and fall as deep", () => {
    fc.assert(
      fc.property(market, ([returns]) => {
        const simple = performance(returns, DAILY);
        const log = performance(returns.map(Math.log1p), { ...DAILY, kind: "LOG" });
        for (const name of ["cumulativeReturn", "annualizedReturn", "hitRate", "calmar"] as const) {
          expectClose(log[name], simple[name], name);
        }
        expectClose(log.maximumDrawdown?.depth ?? null, simple.maximumDrawdown?.depth ?? null, "depth");
      }),
    );
  });

  test("leaves its inputs alone", () => {
    fc.assert(
      fc.property(market, ([returns, benchmark, riskFree]) => {
        const before = [returns, benchmark, riskFree].map((column) => column.slice());
        performance(returns, { ...DAILY, benchmark, riskFree });
        expect([returns, benchmark, riskFree]).toEqual(before);
      }),
    );
  });
});

const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1.5, max: 2, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: -9e99, max: 9e99, noNaN: true }) },
  { weight: 3, arbitrary: fc.constantFrom(0, -0, -1, 0.01, 0.01 + 2 ** -59, 5e-324, -5e-324, 1e-308, 1e-100, 9e99) },
  { weight: 1, arbitrary: fc.constantFrom(-9e99, -1e-100, -1 + 2 ** -53, 1e-17, -1e-17, 700) },
);

/** Up to three columns of one length: hostile values, or one value and its neighbours. */
const columns = fc.integer({ min: 1, max: 12 }).chain((n) => {
  const wild = fc.array(hostile, { minLength: n, maxLength: n });
  const still = fc
    .tuple(hostile, fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n }))
    .map(([value, units]) => units.map((unit) => value * (1 + unit * 2 ** -52)));
  const column = fc.oneof(wild, still).map((values) => Float64Array.from(values));
  return fc.tuple(column, fc.option(column), fc.option(column));
});

const settings = fc.record({
  kind: fc.constantFrom("SIMPLE" as const, "LOG" as const),
  periodsPerYear: fc.oneof(fc.constantFrom(252, 52, 12), fc.double({ min: 1e-300, max: 1e300, noNaN: true })),
  confidence: fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
  rounding: fc.constantFrom(0, 2 ** -51, 1e-6, 10),
  beta: fc.option(
    fc
      .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([estimate, width]) => ({ estimate, lower: estimate - width, upper: estimate + width })),
  ),
});

test("whatever comes in, a number that comes out is finite, and what is null has one reason", () => {
  let answered = 0;
  fc.assert(
    fc.property(columns, settings, ([returns, benchmark, riskFree], options) => {
      const result = attempt(returns, { ...options, benchmark, riskFree });
      if (result === null) return;
      answered++;
      const missing = numbersOf(result).flatMap(([name, value]) => {
        if (value !== null) expect(Number.isFinite(value) && !Object.is(value, -0), `${name} is ${value}`).toBe(true);
        return value === null && name !== "recovery" ? [name] : [];
      });
      if (result.maximumDrawdown === null) missing.push("maximumDrawdown");
      expect(result.undefinedQuantities.map(({ quantity }) => quantity).sort()).toEqual(missing.sort());
      if (result.maximumDrawdown !== null) {
        expect(result.maximumDrawdown.depth).toBeGreaterThan(0);
        expect(result.maximumDrawdown.depth).toBeLessThanOrEqual(1);
      }
      expect(result.expectedShortfall).toBeGreaterThanOrEqual(result.valueAtRisk);
      expect(result.hitRate >= 0 && result.hitRate <= 1).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(answered).toBeGreaterThan(500);
});

/** Null where all of a series is too small to be squared, and it is refused. */
function attempt(returns: Float64Array, options: PerformanceOptions): Performance | null {
  const tiny = [returns, options.benchmark, options.riskFree].some((column) => {
    const largest = column == null ? 1 : Math.max(...column.map(Math.abs));
    return largest > 0 && largest < 1e-100;
  });
  if (!tiny) return performance(returns, options);
  expect(() => performance(returns, options)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  return null;
}

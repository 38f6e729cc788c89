import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annualizedReturn, periodRate } from "./annual-rates.ts";
import { PERIODS_PER_YEAR } from "./resample.ts";

const perYear = fc.constantFrom(...Object.values(PERIODS_PER_YEAR));
const annualRate = fc.double({ min: -0.999, max: 1, noNaN: true });
const kind = fc.constantFrom("SIMPLE" as const, "LOG" as const);
const returns = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 40 });

describe("periodRate", () => {
  test("simple rates compound over a year to the annual one", () => {
    fc.assert(
      fc.property(annualRate, perYear, (annual, periods) => {
        let growth = 1;
        for (let i = 0; i < periods; i++) growth *= 1 + periodRate(annual, periods, "SIMPLE");
        expect(growth).toBeCloseTo(1 + annual, 12);
      }),
    );
  });

  test("log rates add up to the logarithm of what a year grows by, and are those of the simple ones", () => {
    fc.assert(
      fc.property(annualRate, perYear, (annual, periods) => {
        const log = periodRate(annual, periods, "LOG");
        expect(log * periods).toBeCloseTo(Math.log1p(annual), 13);
        expect(log).toBeCloseTo(Math.log1p(periodRate(annual, periods, "SIMPLE")), 14);
      }),
    );
  });

  test("a higher annual rate is a higher one a period, and 0 is 0", () => {
    fc.assert(
      fc.property(annualRate, annualRate, perYear, kind, (a, b, periods, of) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((annual) => periodRate(annual, periods, of));
        expect(low).toBeLessThanOrEqual(high);
        expect(periodRate(0, periods, of)).toBe(0);
      }),
    );
  });

  test("tiny rates keep their digits", () => {
    expect(periodRate(1e-14, 252, "SIMPLE") / (1e-14 / 252)).toBeCloseTo(1, 12);
  });

  test("known values: 3 % a year by the day, the week and the month", () => {
    // Python 3.11: 1.03**(1/252)-1, log(1.03)/52, 1.03**(1/12)-1
    expect(periodRate(0.03, 252, "SIMPLE")).toBeCloseTo(0.00011730371383444904, 16);
    expect(periodRate(0.03, 52, "LOG")).toBeCloseTo(0.0005684385046450852, 16);
    expect(periodRate(0.03, 12, "SIMPLE")).toBeCloseTo(0.0024662697723036864, 15);
  });

  test.each([-1, -3, 1.0001, 5, Number.NaN, Infinity, -Infinity])("%d is refused with rule and value", (annual) => {
    const refused = expect(() => periodRate(annual, 252, "SIMPLE"));
    const message = `an annual rate must be a decimal (0.05 is 5 %) above -1 and at most 1, got ${annual}`;
    refused.toThrow(expect.objectContaining({ code: "BAD_INPUT", message, details: { annualRate: String(annual) } }));
  });
});

describe("annualizedReturn", () => {
  test("gives back the annual rate that rates a period were made of, however many there are", () => {
    fc.assert(
      fc.property(annualRate, perYear, kind, fc.integer({ min: 1, max: 600 }), (annual, periods, of, count) => {
        const rates = new Float64Array(count).fill(periodRate(annual, periods, of));
        expect(annualizedReturn(rates, periods, of)).toBeCloseTo(annual, 11);
      }),
    );
  });

  test("over as many periods as a year has, it is what they compound to", () => {
    fc.assert(
      fc.property(returns, (values) => {
        const growth = values.reduce((product, value) => product * (1 + value), 1);
        const annual = annualizedReturn(Float64Array.from(values), values.length, "SIMPLE") as number;
        expect(Math.abs(1 + annual - growth)).toBeLessThan(1e-12 * growth + 1e-15);
      }),
    );
  });

  test("simple returns and their logarithms say the same, in any order", () => {
    fc.assert(
      fc.property(returns, perYear, (values, periods) => {
        const simple = annualizedReturn(Float64Array.from(values), periods, "SIMPLE") as number;
        const logs = Float64Array.from(values, Math.log1p).reverse();
        const log = annualizedReturn(logs, periods, "LOG") as number;
        expect(Math.abs(log - simple)).toBeLessThan(1e-10 * (1 + simple) + 1e-15);
      }),
    );
  });

  test("nothing compounds where there is nothing, or a return below −1, or a growth beyond doubles", () => {
    expect(annualizedReturn(new Float64Array(0), 252, "SIMPLE")).toBeNull();
    expect(annualizedReturn(Float64Array.of(0.1, -1.5), 252, "SIMPLE")).toBeNull();
    expect(annualizedReturn(Float64Array.of(1e6), 252, "SIMPLE")).toBeNull();
    expect(annualizedReturn(Float64Array.of(10), 252, "LOG")).toBeNull();
  });

  test("everything lost is −1", () => {
    expect(annualizedReturn(Float64Array.of(0.1, -1), 252, "SIMPLE")).toBe(-1);
    expect(annualizedReturn(Float64Array.of(-1000), 252, "LOG")).toBe(-1);
  });
});

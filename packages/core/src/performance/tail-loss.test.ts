import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tailLoss } from "./tail-loss.ts";

const returns = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 })
  .map((values) => Float64Array.from(values, (value) => value / 1024));
const confidence = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("tailLoss", () => {
  test("lies between the order statistics that it is interpolated of, and the shortfall is no less", () => {
    fc.assert(
      fc.property(returns, confidence, (values, level) => {
        const { valueAtRisk, expectedShortfall } = tailLoss(values, level);
        const asLow = values.filter((value) => value <= -valueAtRisk + 1e-12).length;
        const asHigh = values.filter((value) => value >= -valueAtRisk - 1e-12).length;
        const rank = (values.length - 1) * (1 - level);
        expect(asLow).toBeGreaterThanOrEqual(Math.floor(rank - 1e-9) + 1);
        expect(asHigh).toBeGreaterThanOrEqual(values.length - Math.ceil(rank + 1e-9));
        expect(expectedShortfall).toBeGreaterThanOrEqual(valueAtRisk);
        expect(expectedShortfall).toBeLessThanOrEqual(-Math.min(...values));
      }),
    );
  });

  test("moves with the returns and scales with them, exactly on a grid of binary fractions", () => {
    fc.assert(
      fc.property(returns, confidence, fc.integer({ min: -64, max: 64 }), (values, level, shift) => {
        const plain = tailLoss(values, level);
        const scaled = tailLoss(
          values.map((value) => 8 * value),
          level,
        );
        expect(scaled.valueAtRisk).toBe(8 * plain.valueAtRisk);
        expect(scaled.expectedShortfall).toBe(8 * plain.expectedShortfall);
        const moved = tailLoss(
          values.map((value) => value + shift),
          level,
        );
        expect(moved.valueAtRisk).toBeCloseTo(plain.valueAtRisk - shift, 12);
        expect(moved.expectedShortfall).toBeCloseTo(plain.expectedShortfall - shift, 12);
      }),
    );
  });

  test("grows with the confidence", () => {
    fc.assert(
      fc.property(returns, confidence, confidence, (values, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((level) => tailLoss(values, level));
        expect(high.valueAtRisk).toBeGreaterThanOrEqual(low.valueAtRisk - 1e-12);
        expect(high.expectedShortfall).toBeGreaterThanOrEqual(low.expectedShortfall - 1e-12);
      }),
    );
  });

  test.each([
    // 1 − 0.9 and 1 − 0.95 are not a tenth and a twentieth in doubles: either side of them loses or gains a return.
    [0.9, 101, 10],
    [0.95, 101, 5],
    [0.99, 1001, 10],
    [0.9, 241, 24],
    [0.8, 11, 2],
    // And 90 · 0.7 is not 63.
    [0.7, 91, 27],
    [0.7, 171, 51],
  ])("a rank that is a whole number takes that return in: %d of %d", (level, n, rank) => {
    const values = Float64Array.from({ length: n }, (_, i) => (n - 1 - i) / 8 - 2);
    const { valueAtRisk, expectedShortfall } = tailLoss(values, level);
    expect(valueAtRisk).toBe(2 - rank / 8);
    expect(expectedShortfall).toBe(2 - rank / 16);
  });

  test("interpolates, and takes in every return of the same size", () => {
    expect(tailLoss(Float64Array.of(4, 1, 2, 3), 0.5)).toEqual({ valueAtRisk: -2.5, expectedShortfall: -1.5 });
    expect(tailLoss(Float64Array.of(-8, -4, -4, -4, 0), 0.5)).toEqual({ valueAtRisk: 4, expectedShortfall: 5 });
    expect(tailLoss(Float64Array.of(0.25), 0.95)).toEqual({ valueAtRisk: -0.25, expectedShortfall: -0.25 });
  });

  test("equal returns have a shortfall of exactly the value at risk, though their mean rounds", () => {
    for (const value of [0.1, -0.1]) {
      const constant = new Float64Array(3).fill(value);
      expect(tailLoss(constant, 0.95)).toEqual({ valueAtRisk: -value, expectedShortfall: -value });
    }
  });

  test("is 0, not minus 0, of returns of 0, and leaves its input alone", () => {
    expect(tailLoss(Float64Array.of(0, 0), 0.95)).toEqual({ valueAtRisk: 0, expectedShortfall: 0 });
    const values = Float64Array.of(3, 1, 2);
    tailLoss(values, 0.5);
    expect([...values]).toEqual([3, 1, 2]);
  });

  test("one huge loss is all of the shortfall where it is all of the tail", () => {
    const values = new Float64Array(20).fill(0.01).with(7, -1e90);
    expect(tailLoss(values, 0.99).expectedShortfall).toBe(1e90);
    expect(tailLoss(values, 0.5)).toMatchObject({ valueAtRisk: -0.01 });
  });
});

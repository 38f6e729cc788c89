import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { tails } from "../../golden/read-tails.ts";
import { normalQuantile, normalTwoSidedP } from "./normal.ts";

describe("normalTwoSidedP", () => {
  test("agrees with mpmath to 13 digits, from z 1e-9 to tails of 1e-300, and with scipy as far", () => {
    for (const [z, exact, scipy] of tails.normal) {
      expect(correctDigits(normalTwoSidedP(z), exact), `z ${z}`).toBeGreaterThan(13.5);
      expect(correctDigits(normalTwoSidedP(z), scipy), `z ${z}`).toBeGreaterThan(13);
    }
    expect(tails.normal.length).toBe(19);
  });

  test("is symmetric, 1 at 0, 0 at infinity and where it leaves the range of doubles", () => {
    expect(normalTwoSidedP(-1.96)).toBe(normalTwoSidedP(1.96));
    expect(normalTwoSidedP(0)).toBe(1);
    expect(normalTwoSidedP(1e-300)).toBe(1);
    expect(normalTwoSidedP(-Infinity)).toBe(0);
    expect(normalTwoSidedP(1e200)).toBe(0);
    expect(normalTwoSidedP(38)).toBeGreaterThan(0);
  });

  test("falls as |z| grows, over the change of method too", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 37, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (z, step) => {
          expect(normalTwoSidedP(z + step)).toBeLessThan(normalTwoSidedP(z));
        },
      ),
    );
  });

  test("refuses NaN", () => {
    expect(() => normalTwoSidedP(Number.NaN)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

describe("normalQuantile", () => {
  test("agrees with mpmath and with scipy to 15 digits, for p from 1e-300", () => {
    for (const [p, exact, scipy] of tails.quantile) {
      expect(correctDigits(normalQuantile(p), exact), `p ${p}`).toBeGreaterThan(15);
      expect(correctDigits(normalQuantile(p), scipy), `p ${p}`).toBeGreaterThan(15);
    }
    expect(tails.quantile.length).toBe(25);
  });

  test("inverts the tail over the whole range", () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: -1e-3, noNaN: true }), (logTail) => {
        const tail = Math.exp(logTail);
        const z = normalQuantile(tail / 2);
        expect(z).toBeLessThan(0);
        expect(correctDigits(normalTwoSidedP(z), tail)).toBeGreaterThan(12);
      }),
    );
  });

  test("is antisymmetric about ½, and 0 there", () => {
    expect(normalQuantile(0.5)).toBe(0);
    for (const p of [2 ** -30, 2 ** -5, 0.375]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
    expect(normalQuantile(5e-324)).toBeGreaterThan(-39);
  });

  test.each([0, 1, -0.1, Number.NaN])("refuses the probability %d", (p) => {
    expect(() => normalQuantile(p)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

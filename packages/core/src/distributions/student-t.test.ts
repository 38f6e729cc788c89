import { describe, expect, test } from "vitest";
import { correctDigits, distributions } from "../../golden/read-golden.ts";
import { studentTQuantile, studentTTwoSidedP } from "./student-t.ts";

describe("studentTTwoSidedP", () => {
  test("agrees with mpmath to 12 digits and with scipy to 11, from t 1e-8 to tails of 1e-290 and df up to 1e6", () => {
    for (const [t, df, exact, scipy] of distributions.t) {
      expect(correctDigits(studentTTwoSidedP(t, df), exact), `t ${t}, df ${df}`).toBeGreaterThan(12);
      expect(correctDigits(studentTTwoSidedP(t, df), scipy), `t ${t}, df ${df}`).toBeGreaterThan(11);
    }
    expect(distributions.t.length).toBeGreaterThan(100);
  });

  test("is symmetric, 1 at 0, 0 at infinity, and keeps the tail of few degrees of freedom far out", () => {
    expect(studentTTwoSidedP(-2.5, 7)).toBe(studentTTwoSidedP(2.5, 7));
    expect(studentTTwoSidedP(0, 7)).toBe(1);
    expect(studentTTwoSidedP(Infinity, 7)).toBe(0);
    expect(correctDigits(studentTTwoSidedP(1e200, 1), 2 / (Math.PI * 1e200))).toBeGreaterThan(12);
  });

  test.each([
    [1, 0],
    [1, -1],
    [1, Infinity],
    [Number.NaN, 3],
  ])("refuses t %d with df %d", (t, df) => {
    expect(() => studentTTwoSidedP(t, df)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

describe("studentTQuantile", () => {
  test("agrees with mpmath to 12 digits and with scipy to 8", () => {
    for (const [p, df, exact, scipy] of distributions.quantile) {
      expect(correctDigits(studentTQuantile(p, df), exact), `p ${p}, df ${df}`).toBeGreaterThan(12);
      expect(correctDigits(studentTQuantile(p, df), scipy), `p ${p}, df ${df}`).toBeGreaterThan(8);
    }
    expect(distributions.quantile.length).toBe(70);
  });

  test("inverts the tail over the whole range", () => {
    for (const df of [1, 3, 40, 2518, 1e6]) {
      for (const tail of [1e-250, 1e-100, 1e-20, 1e-3, 0.2, 0.4999999]) {
        const t = studentTQuantile(tail, df);
        expect(t).toBeLessThan(0);
        expect(correctDigits(studentTTwoSidedP(t, df), 2 * tail), `p ${tail}, df ${df}`).toBeGreaterThan(10);
      }
    }
    expect(studentTQuantile(0.5, 3)).toBe(0);
  });

  test("is closed-form right for one degree of freedom (Cauchy)", () => {
    expect(correctDigits(studentTQuantile(0.75, 1), 1)).toBeGreaterThan(14);
    expect(correctDigits(studentTQuantile(1e-300, 1), -1 / (Math.PI * 1e-300))).toBeGreaterThan(12);
  });

  test("refuses a quantile beyond the range of doubles", () => {
    expect(() => studentTQuantile(1e-250, 0.5)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });

  test.each([0, 1, -0.1, Number.NaN])("refuses the probability %d", (p) => {
    expect(() => studentTQuantile(p, 5)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

import { expect, test } from "vitest";
import { correctDigits, distributions } from "../../golden/read-golden.ts";
import { fUpperTail } from "./f-distribution.ts";
import { studentTTwoSidedP } from "./student-t.ts";

test("agrees with mpmath to 12 digits and with scipy to 10", () => {
  for (const [f, d1, d2, exact, scipy] of distributions.f) {
    expect(correctDigits(fUpperTail(f, d1, d2), exact), `F ${f}, ${d1} and ${d2}`).toBeGreaterThan(12);
    expect(correctDigits(fUpperTail(f, d1, d2), scipy), `F ${f}, ${d1} and ${d2}`).toBeGreaterThan(10);
  }
  expect(distributions.f.length).toBeGreaterThan(100);
});

test("with one degree of freedom it is the two-sided tail of Student's t", () => {
  for (const t of [1e-6, 0.3, 2, 15]) {
    expect(correctDigits(fUpperTail(t * t, 1, 40), studentTTwoSidedP(t, 40))).toBeGreaterThan(13);
  }
});

test("with two it has a closed form, (1 + 2f/d)^(-d/2), far out too", () => {
  for (const [f, d] of [
    [0.01, 5],
    [3, 80],
    [200, 60],
  ]) {
    expect(correctDigits(fUpperTail(f, 2, d), Math.exp((-d / 2) * Math.log1p((2 * f) / d)))).toBeGreaterThan(13);
  }
});

test("mirrors itself: P(F(a, b) >= f) = 1 - P(F(b, a) >= 1/f), large degrees of freedom included", () => {
  for (const [a, b] of [
    [3, 9],
    [400, 700],
    [1e5, 1e5],
  ]) {
    for (const f of [0.98, 1, 1.01]) {
      expect(fUpperTail(f, a, b) + fUpperTail(1 / f, b, a)).toBeCloseTo(1, 11);
    }
  }
});

test("is 1 at 0 and refuses what is no statistic", () => {
  expect(fUpperTail(0, 3, 4)).toBe(1);
  for (const [f, d1, d2] of [
    [-1, 3, 4],
    [Number.NaN, 3, 4],
    [1, 0, 4],
    [1, 3, Infinity],
  ]) {
    expect(() => fUpperTail(f, d1, d2)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  }
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { coefficientCovariance } from "../regression/covariance.ts";
import { sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { dimson } from "./dimson.ts";
import { noise } from "./noise.arbitrary.ts";

describe("dimson", () => {
  test("without neighbours is ordinary least squares", () => {
    fc.assert(
      fc.property(sample, ([y, x, z]) => {
        fc.pre(!singularWith(x, z));
        const { coefficients } = regress(y, [x, z]);
        dimson(y, [x, z], { lags: 0, leads: 0 }).forEach((beta, j) => {
          const { estimate, standardError, lower, upper } = coefficients[j + 1];
          expect(beta).toEqual({ value: estimate, standardError, lower, upper });
        });
      }),
    );
  });

  test("is the sum of the slopes of one regression, with the error of their covariance matrix", () => {
    fc.assert(
      fc.property(noise(3, 60), fc.constantFrom("CLASSICAL", "HC0", "HC2", "HAC"), ([y, x, z], covariance) => {
        const at = (column: Float64Array, shift: number) => column.subarray(2 + shift, column.length - 1 + shift);
        const columns = [x, z].flatMap((column) => [-2, -1, 0, 1].map((shift) => at(column, shift)));
        const regression = regress(at(y, 0), columns, { covariance });
        const matrix = coefficientCovariance(regression);
        dimson(y, [x, z], { lags: 2, leads: 1, inference: { covariance } }).forEach((beta, j) => {
          const own = [1, 2, 3, 4].map((k) => k + 4 * j);
          const sum = own.reduce((total, k) => total + regression.coefficients[k].estimate, 0);
          const variance = own.flatMap((k) => own.map((l) => matrix[9 * k + l])).reduce((total, v) => total + v, 0);
          expect(beta.value).toBeCloseTo(sum, 10);
          expect(correctDigits(beta.standardError, Math.sqrt(variance))).toBeGreaterThan(9);
        });
      }),
    );
  });

  test("finds the beta of a portfolio whose prices are a day late, where least squares finds none of it", () => {
    fc.assert(
      fc.property(noise(2, 400), ([x, e]) => {
        const late = x.map((_, t) => (t === 0 ? 0 : x[t - 1]) + e[t] / 10);
        const inTime = x.map((value, t) => value + e[t] / 10);
        const move = Math.abs(dimson(late, [x])[0].value - dimson(inTime, [x])[0].value);
        const slope = (y: Float64Array) => regress(y, [x]).coefficients[1].estimate;
        expect(move).toBeLessThan(Math.abs(slope(late) - slope(inTime)) / 5);
        expect(dimson(late, [x])[0].value).toBeCloseTo(1, 0);
      }),
    );
  });

  test("takes lags for earlier returns of the benchmark and leads for later ones", () => {
    const x = Float64Array.from({ length: 60 }, (_, t) => Math.sin(t * t));
    const late = x.map((_, t) => (t === 0 ? 0 : x[t - 1])).subarray(1);
    const own = x.subarray(1);
    expect(dimson(late, [own], { lags: 1, leads: 0 })[0].value).toBeCloseTo(1, 12);
    expect(Math.abs(dimson(late, [own], { lags: 0, leads: 1 })[0].value)).toBeLessThan(0.5);
  });
});

describe("dimson refuses", () => {
  const x = Float64Array.from({ length: 12 }, (_, t) => Math.sin(t * t));
  const y = x.map((value, t) => value + Math.cos(t ** 3));

  test("too few observations, and says how many it needs", () => {
    const short = (n: number) => dimson(y.subarray(0, n), [x.subarray(0, n)]);
    expect(() => short(6)).toThrow("3 slopes on 1 lag and 1 lead need at least 7 observations, got 6");
    expect(() => short(6)).toThrow(
      expect.objectContaining({ code: "INSUFFICIENT_DATA", details: { observations: 6, needed: 7 } }),
    );
    expect(short(7)[0].standardError).toBeGreaterThan(0);
    expect(() => dimson(y, [x], { lags: 20, leads: 0 })).toThrow("21 slopes on 20 lags and 0 leads");
  });

  test.each([-1, 0.5, Number.NaN])("%d lags or leads", (count) => {
    expect(() => dimson(y, [x], { lags: count })).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
    expect(() => dimson(y, [x], { leads: count })).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });

  test("a benchmark that is the other's own past, and names the two", () => {
    const long = Float64Array.from({ length: 30 }, (_, t) => Math.cos(t * t));
    const past = long.map((_, t) => (t === 0 ? 0.3 : long[t - 1]));
    expect(() => dimson(long.map(Math.sin), [long, past], { terms: ["SPY", "LATE"] })).toThrow(
      expect.objectContaining({
        code: "SINGULAR_BENCHMARKS",
        message: expect.stringMatching(/LATE.* combination of those of .*SPY/),
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { number } from "../regression/regression.arbitrary.ts";
import { noise } from "./noise.arbitrary.ts";
import { upDownBeta } from "./up-down-beta.ts";

const x = Float64Array.of(0.01, -0.02, 0.03, -0.01, 0.02, 0, -0.03, 0.015, -0.005, 0);
const y = x.map((value, t) => (value > 0 ? 0.5 : 1.5) * value + Math.sin(t * t) / 1e4);

describe("upDownBeta", () => {
  test("agree for a portfolio that is linear in the benchmark", () => {
    fc.assert(
      fc.property(noise(1, 40), number, number, ([market], a, b) => {
        const { up, down, undefinedQuantities } = upDownBeta(
          market.map((value) => a + b * value),
          market,
        );
        expect(up!.value).toBeCloseTo(b, 10);
        expect(down!.value).toBeCloseTo(up!.value, 10);
        expect(undefinedQuantities).toEqual([]);
      }),
    );
  });

  test("tells a portfolio that falls faster than it rises", () => {
    const { up, down } = upDownBeta(y, x);
    expect(up!.value).toBeCloseTo(0.5, 1);
    expect(down!.value).toBeCloseTo(1.5, 1);
  });

  test("change places when the benchmark is mirrored", () => {
    fc.assert(
      fc.property(noise(2, 40), ([response, market]) => {
        const plain = upDownBeta(response, market);
        const mirrored = upDownBeta(
          response,
          market.map((value) => -value),
        );
        expect(mirrored.up!.value).toBe(-plain.down!.value);
        expect(mirrored.down!.standardError).toBe(plain.up!.standardError);
      }),
    );
  });

  test("leave out periods in which the benchmark stands still", () => {
    expect(upDownBeta(y.with(5, 0.9).with(9, -0.9), x)).toEqual(upDownBeta(y, x));
  });

  test("take HC1 where HAC is asked for, since the periods of a direction are not neighbours", () => {
    const hac = upDownBeta(y, x, { covariance: "HAC", lags: 3, smallSample: true });
    expect(hac).toEqual(upDownBeta(y, x, { covariance: "HC1" }));
    expect(hac.up!.standardError).not.toBe(upDownBeta(y, x).up!.standardError);
  });

  test("refuse options that regress would refuse", () => {
    const badInput = expect.objectContaining({ code: "BAD_INPUT" });
    expect(() => upDownBeta(y, x, { covariance: "HC1", lags: 3 })).toThrow(badInput);
    expect(() => upDownBeta(y, x, { confidence: 1 })).toThrow(badInput);
  });

  test("are null, with the reason, where a direction has too few periods or does not vary", () => {
    const rising = x.map((value) => (value < -0.015 ? value : Math.abs(value) + 0.001));
    expect(upDownBeta(y, rising)).toMatchObject({
      up: { value: expect.any(Number) },
      down: null,
      undefinedQuantities: [
        { quantity: "down", reason: "a regression on 1 benchmark needs at least 3 observations, got 2" },
      ],
    });
    const steps = x.map((value) => (value > 0 ? 0.01 : value));
    expect(upDownBeta(y, steps, { terms: ["SPY"] })).toMatchObject({
      up: null,
      undefinedQuantities: [{ quantity: "up", reason: "the returns of SPY do not vary, so it has no beta" }],
    });
  });
});

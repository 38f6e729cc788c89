import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctDigits } from "../../golden/read-golden.ts";
import { higherMoments } from "./moments.ts";
import { noisyReturns } from "./spread.ts";
import { Undefined } from "./undefined-measure.ts";

function moments(values: readonly number[], rounding = 0) {
  return higherMoments(noisyReturns(Float64Array.from(values), rounding));
}

const varied = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 40 })
  .filter((values) => new Set(values).size > 1);

describe("higherMoments", () => {
  test("are those of Excel's manual", () => {
    const { skew, kurtosis } = moments([3, 4, 5, 2, 3, 4, 5, 6, 4, 7]);
    expect(skew).toBeCloseTo(0.359543071, 9);
    expect(kurtosis).toBeCloseTo(-0.151799637, 9);
  });

  test("a mirror image changes the sign of the skewness alone", () => {
    fc.assert(
      fc.property(varied, (values) => {
        const plain = moments(values);
        const mirrored = moments(values.map((value) => -value));
        expect(mirrored.skew).toBeCloseTo(-(plain.skew as number), 11);
        expect(mirrored.kurtosis).toBeCloseTo(plain.kurtosis as number, 11);
      }),
    );
  });

  test("depend neither on unit nor on place", () => {
    fc.assert(
      fc.property(
        varied,
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -200, max: 200 }),
        (values, by, power) => {
          const plain = moments(values);
          const moved = moments(values.map((value) => (value + by) * 2 ** power));
          expect(correctDigits(moved.skew as number, plain.skew as number)).toBeGreaterThan(9);
          expect(correctDigits(moved.kurtosis as number, plain.kurtosis as number)).toBeGreaterThan(9);
        },
      ),
    );
  });

  test("survive a mean 1e8 times the deviation, and one huge return", () => {
    // The mean lies between two doubles.
    const near = moments([1, 2, 3, 9, 2].map((value) => value / 4 + 1e8));
    const plain = moments([1, 2, 3, 9, 2]);
    expect(near.skew).toBeCloseTo(plain.skew as number, 14);
    expect(near.kurtosis).toBeCloseTo(plain.kurtosis as number, 13);
    // A single spike among n has the skewness √n and the excess kurtosis n.
    const spike = moments([...new Array(99).fill(0.01), 1e90]);
    expect(spike.skew).toBeCloseTo(10, 12);
    expect(spike.kurtosis).toBeCloseTo(100, 10);
  });

  test("are not defined for too few returns, or returns that do not vary", () => {
    expect(moments([1, 2])).toEqual({
      skew: new Undefined("a skewness needs at least 3 observations, got 2"),
      kurtosis: new Undefined("a kurtosis needs at least 4 observations, got 2"),
    });
    expect(moments([1, 2, 4]).skew).toBeCloseTo(0.935219529582825, 14);
    const still = new Undefined("the returns do not vary");
    expect(moments([0.1, 0.1, 0.1, 0.1])).toEqual({ skew: still, kurtosis: still });
    expect(moments([1e-16, 0, 0, 0], 2 ** -51)).toEqual({ skew: still, kurtosis: still });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capture } from "./capture.ts";
import { Undefined } from "./undefined-measure.ts";

const market = fc
  .array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 40 })
  .filter((values) => values.some((value) => value > 0) && values.some((value) => value < 0))
  .map((values) => Float64Array.from(values, (value) => value / 1e4));

describe("capture", () => {
  test("of the benchmark by itself is 1, and of its multiple the factor", () => {
    fc.assert(
      fc.property(market, fc.integer({ min: -4000, max: 4000 }), (benchmark, thousandths) => {
        expect(capture(benchmark, benchmark, 0)).toEqual({ up: 1, down: 1 });
        const factor = thousandths / 1000;
        const { up, down } = capture(
          benchmark.map((value) => factor * value),
          benchmark,
          0,
        );
        expect(up).toBeCloseTo(factor, 13);
        expect(down).toBeCloseTo(factor, 13);
      }),
    );
  });

  test("by hand: means of the periods of each direction, those of 0 in neither", () => {
    const benchmark = Float64Array.of(0.02, -0.01, 0, 0.04, -0.03);
    const returns = Float64Array.of(0.03, 0.01, 9, 0.06, -0.02);
    const { up, down } = capture(returns, benchmark, 0);
    expect(up).toBeCloseTo(1.5, 14);
    expect(down).toBeCloseTo(0.25, 14);
  });

  test("is not defined in a direction that the benchmark never takes, by more than rounding", () => {
    const benchmark = Float64Array.of(0.02, 0.01, -1e-17);
    expect(capture(benchmark, benchmark, 1e-16).down).toEqual(new Undefined("the benchmark falls in no period"));
    expect(capture(benchmark, benchmark, 0).down).toBe(1);
    const rising = benchmark.map((value) => -value);
    expect(capture(rising, rising, 1e-16).up).toEqual(new Undefined("the benchmark rises in no period"));
    expect(capture(rising, rising, 0).up).toBe(1);
    const falling = benchmark.map((value) => -Math.abs(value));
    expect(capture(benchmark, falling, 0).up).toEqual(new Undefined("the benchmark rises in no period"));
  });
});

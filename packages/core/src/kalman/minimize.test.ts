import { describe, expect, test } from "vitest";
import { minimize, steepness } from "./minimize.ts";

/** Rosenbrock's valley, whose minimum is 0 at (1, 1). */
function valley([a, b]: Float64Array, gradient: Float64Array): number {
  gradient[0] = -400 * a * (b - a * a) - 2 * (1 - a);
  gradient[1] = 200 * (b - a * a);
  return 100 * (b - a * a) ** 2 + (1 - a) ** 2;
}

describe("minimize", () => {
  test("finds the end of Rosenbrock's valley", () => {
    const minimum = minimize(valley, Float64Array.of(-1.2, 1), 1e-9);
    expect(minimum.steepness).toBeLessThanOrEqual(1e-9);
    for (const value of minimum.point) expect(value).toBeCloseTo(1, 9);
  });

  test("needs no steps at the minimum, and leaves its start alone", () => {
    const start = Float64Array.of(1, 1);
    let calls = 0;
    const minimum = minimize((point, gradient) => valley(point, gradient) + 0 * ++calls, start, 1e-9);
    expect(calls).toBe(1);
    expect(minimum.point).toEqual(Float64Array.of(1, 1));
    minimize(valley, start.fill(0), 1e-9);
    expect(start).toEqual(new Float64Array(2));
  });

  test("a variable whose derivative is 0 stays where it is", () => {
    const even = ([a, b]: Float64Array, gradient: Float64Array) => {
      gradient[0] = 2 * (a - 3);
      gradient[1] = -2 * b;
      return (a - 3) ** 2 - b * b;
    };
    expect(minimize(even, Float64Array.of(1, 0), 1e-9).point[1]).toBe(0);
  });

  test("keeps out of where the function is infinite", () => {
    const wall = ([a]: Float64Array, gradient: Float64Array) => {
      gradient[0] = -1 / a + 1 / 40;
      return a > 30 ? Number.POSITIVE_INFINITY : -Math.log(a) + a / 40;
    };
    const { point, steepness: steep } = minimize(wall, Float64Array.of(1), 1e-9);
    expect(point[0]).toBeGreaterThan(29);
    expect(point[0]).toBeLessThanOrEqual(30);
    expect(steep).toBeGreaterThan(1e-3); // no minimum, and it shows
  });
});

test("steepness is per unit for small variables, relative for large ones", () => {
  expect(steepness(Float64Array.of(0.1, 0), Float64Array.of(-2, 1))).toBe(2);
  expect(steepness(Float64Array.of(100, 0), Float64Array.of(0.5, 1))).toBe(50);
});

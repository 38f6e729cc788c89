import fc from "fast-check";
import { expect, test } from "vitest";
import { noise } from "../estimators/noise.arbitrary.ts";
import { centredFactor } from "./centred-factor.ts";

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);

function deviations(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

test("the columns have the series' covariances, times n − 1, whatever their means", () => {
  fc.assert(
    fc.property(noise(3, 25), ([a, b, c]) => {
      const series = [a, b.map((value) => value + 1), c.map((value, t) => value + a[t])];
      const { columns } = centredFactor(series, 0);
      columns.forEach((one, i) => {
        columns.forEach((other, j) => {
          expect(dot(one, other)).toBeCloseTo(dot(deviations(series[i]), deviations(series[j])), 14);
        });
      });
    }),
  );
});

test("a combination of the series is rotated to that of the columns, without its mean", () => {
  fc.assert(
    fc.property(noise(2, 25), ([a, b]) => {
      const { columns, rotate } = centredFactor([a, b, a], 0);
      const response = a.map((value, t) => 2 * value - 3 * b[t] + 5);
      const before = response.slice();
      rotate(response).forEach((value, i) => {
        expect(value).toBeCloseTo(2 * columns[0][i] - 3 * columns[1][i], 13);
      });
      expect(response).toEqual(before);
    }),
  );
});

test("what moves only by the rounding of its values, or by what it is known to be off, has zeros", () => {
  const x = Float64Array.of(0.01, -0.02, 0.03, 0.01);
  const flat = x.map((_, t) => 0.1 * (1 + (t % 2) * 2 ** -52));
  const drift = x.map((_, t) => 0.001 + (t % 2) * 1e-9);
  const sizes = (rounding: number) =>
    centredFactor([flat, x, drift], rounding).columns.map((column) => column.some((value) => value !== 0));
  expect(sizes(0)).toEqual([false, true, true]);
  expect(sizes(2.4e-10)).toEqual([false, true, true]);
  expect(sizes(2.6e-10)).toEqual([false, true, false]);
});

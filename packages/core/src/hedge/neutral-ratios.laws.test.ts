import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { singularValues } from "../arithmetic/singular-values.ts";
import { noise } from "../estimators/noise.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { hedgedReturns } from "./hedged-returns.ts";
import { neutralRatios } from "./neutral-ratios.ts";
import { residualBetas } from "./residual-betas.ts";

const beta = fc.integer({ min: -3000, max: 3000 }).map((value) => value / 1000);
const betas = (count: number) => fc.array(beta, { minLength: count, maxLength: count });
const table = (rows: number, columns: number) => fc.array(betas(columns), { minLength: rows, maxLength: rows });

/** Some betas, and as many instruments, targets and benchmarks. */
const square = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    wanted: betas(count),
    targets: betas(count),
    instruments: table(count, count),
    benchmarks: noise(count, 40),
  }),
);

/** The ratio of the smallest singular value to the largest, of betas alone. */
function independence(instruments: readonly (readonly number[])[]): number {
  const { values } = singularValues(instruments.map((row) => Float64Array.from(row)));
  return values.at(-1)! / values[0];
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
const slopes = (response: Float64Array, regressors: readonly Float64Array[]) =>
  regress(response, regressors)
    .coefficients.slice(1)
    .map(({ estimate }) => estimate);
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

/** n − 1 times the covariance of two series. */
function comoments(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [a, b].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  return a.reduce((sum, value, t) => sum + (value - meanA) * (b[t] - meanB), 0);
}

describe("as many instruments as benchmarks", () => {
  test("leave the targets, but for the rounding of the ratios", () => {
    fc.assert(
      fc.property(square, ({ wanted, targets, instruments, benchmarks }) => {
        fc.pre(independence(instruments) > 1e-4);
        const hedge = neutralRatios(wanted, instruments, benchmarks, { targets });
        expect(largest(hedge.residualBetas)).toBeLessThan(1e-15 * (1 + 6 * largest(hedge.ratios)) * 3);
        expect(hedge.residualBetas).toEqual(residualBetas(wanted, instruments, hedge.ratios, targets));
        expect([hedge.rank, hedge.minimumNorm]).toEqual([wanted.length, false]);
      }),
    );
  });

  test("that are the benchmarks take β − target, bit for bit", () => {
    const wild = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(wild, wild, wild), fc.tuple(wild, wild, wild), noise(3, 20), (wanted, targets, series) => {
        // Units that differ by 1e12 among the benchmarks.
        const benchmarks = series.map((column, i) => column.map((value) => value * 10 ** (6 * i)));
        const identity = wanted.map((_, j) => wanted.map((_, i) => (i === j ? 1 : 0)));
        const { ratios } = neutralRatios(wanted, identity, benchmarks, { targets });
        expect(ratios).toEqual(wanted.map((value, i) => value - targets[i] + 0));
        const untargeted = neutralRatios(wanted, identity, benchmarks);
        expect(untargeted.ratios).toEqual(wanted.map((value) => value + 0));
        expect(untargeted.residualBetas).toEqual([0, 0, 0]);
      }),
    );
  });

  test("do not depend on what the benchmarks did", () => {
    fc.assert(
      fc.property(square, fc.integer({ min: -8, max: 8 }), ({ wanted, instruments, benchmarks }, exponent) => {
        fc.pre(independence(instruments) > 1e-3);
        const other = benchmarks.map((column, i) =>
          column.map((value, t) => (i === 0 ? 10 ** exponent : 1) * value ** 3 + t),
        );
        const plain = neutralRatios(wanted, instruments, benchmarks).ratios;
        neutralRatios(wanted, instruments, other, { tolerance: 1e-12 }).ratios.forEach((ratio, j) => {
          expect(Math.abs(ratio - plain[j])).toBeLessThan(1e-13 * (1 + largest(plain)));
        });
      }),
    );
  });
});

describe("any instruments", () => {
  /** One to four instruments for three benchmarks. */
  const anyCount = fc
    .integer({ min: 1, max: 4 })
    .chain((count) => fc.record({ wanted: betas(3), instruments: table(count, 3), benchmarks: noise(3, 40) }))
    .filter(({ instruments }) => independence(instruments) > 1e-2);

  test("in another order have the same ratios in that order", () => {
    fc.assert(
      fc.property(anyCount, ({ wanted, instruments, benchmarks }) => {
        const forward = neutralRatios(wanted, instruments, benchmarks, { minimumNorm: true }).ratios;
        const backward = neutralRatios(wanted, [...instruments].reverse(), benchmarks, { minimumNorm: true }).ratios;
        [...backward].reverse().forEach((ratio, j) => {
          expect(Math.abs(ratio - forward[j])).toBeLessThan(1e-11 * (1 + largest(forward)));
        });
      }),
    );
  });

  test("with c times the betas have 1/c of the ratio, and leave the others' alone", () => {
    fc.assert(
      fc.property(anyCount, fc.constantFrom(-2, 0.1, 1e-6, 1e6), ({ wanted, instruments, benchmarks }, factor) => {
        fc.pre(instruments.length <= 3);
        const levered = instruments.map((row, j) => (j === 0 ? row.map((value) => factor * value) : row));
        const plain = neutralRatios(wanted, instruments, benchmarks).ratios;
        neutralRatios(wanted, levered, benchmarks).ratios.forEach((ratio, j) => {
          const unlevered = j === 0 ? factor * ratio : ratio;
          expect(Math.abs(unlevered - plain[j])).toBeLessThan(1e-11 * (1 + largest(plain)));
        });
      }),
    );
  });

  test("do not depend on the units of the benchmarks", () => {
    fc.assert(
      fc.property(anyCount, fc.constantFrom(1e-4, 100, 1e6), ({ wanted, instruments, benchmarks }, unit) => {
        fc.pre(instruments.length <= 3);
        const inUnit = (row: readonly number[]) => row.map((value, i) => (i === 1 ? value / unit : value));
        const other = benchmarks.map((column, i) => (i === 1 ? column.map((value) => value * unit) : column));
        const plain = neutralRatios(wanted, instruments, benchmarks).ratios;
        neutralRatios(inUnit(wanted), instruments.map(inUnit), other).ratios.forEach((ratio, j) => {
          expect(Math.abs(ratio - plain[j])).toBeLessThan(1e-11 * (1 + largest(plain)));
        });
      }),
    );
  });

  test("leave systematic variance that no small change of a ratio lowers", () => {
    fc.assert(
      fc.property(anyCount, ({ wanted, instruments, benchmarks }) => {
        const hedge = neutralRatios(wanted, instruments, benchmarks, { minimumNorm: true });
        const covariance = benchmarks.map((a) => benchmarks.map((b) => comoments(a, b)));
        const gradient = covariance.map((row) => dot(row, hedge.residualBetas));
        for (const row of instruments) {
          expect(Math.abs(dot(row, gradient))).toBeLessThan(1e-14 * (1 + largest(hedge.ratios)));
        }
        if (instruments.length < 3) expect(largest(hedge.residualBetas)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("one instrument too many", () => {
  const four = fc.record({ wanted: betas(3), instruments: table(4, 3), benchmarks: noise(3, 40) });

  /** What four instruments can do without any effect, by the minors of their betas. */
  function withoutEffect(instruments: readonly (readonly number[])[]): number[] {
    return instruments.map((_, j) => {
      const [[a, b, c], [d, e, f], [g, h, i]] = instruments.filter((_, other) => other !== j);
      return (j % 2 === 0 ? 1 : -1) * (a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g));
    });
  }

  test("has ratios that are exact, without a part that has no effect, and so smaller than any other", () => {
    fc.assert(
      fc.property(four, ({ wanted, instruments, benchmarks }) => {
        fc.pre(independence(instruments) > 1e-2);
        const {
          ratios,
          residualBetas: left,
          rank,
          minimumNorm,
        } = neutralRatios(wanted, instruments, benchmarks, {
          minimumNorm: true,
        });
        expect([rank, minimumNorm]).toEqual([3, true]);
        const size = Math.hypot(...ratios);
        expect(largest(left)).toBeLessThan(1e-13 * (1 + size));
        const idle = withoutEffect(instruments);
        expect(Math.abs(dot(ratios, idle))).toBeLessThan(1e-12 * (1 + size) * Math.hypot(...idle));
        for (const step of [-0.1, 0.1]) {
          const other = ratios.map((ratio, j) => ratio + (step * idle[j]) / Math.hypot(...idle));
          expect(largest(residualBetas(wanted, instruments, other))).toBeLessThan(1e-12 * (1 + size));
          expect(Math.hypot(...other)).toBeGreaterThan(size);
        }
      }),
    );
  });
});

test("by least squares the hedged returns have the targets for betas, whatever the instruments' own risk", () => {
  fc.assert(
    fc.property(noise(7, 60), betas(3), ([a, b, c, own, ...rest], targets) => {
      const benchmarks = [a, b.map((value, t) => value + a[t]), c.map((value, t) => value / 5 - a[t])];
      const instruments = rest.map((noisy, j) => noisy.map((value, t) => benchmarks[j][t] + value / 3));
      const portfolio = own.map((value, t) => value + 1.2 * a[t] - 0.7 * c[t]);
      const hedge = neutralRatios(
        slopes(portfolio, benchmarks),
        instruments.map((returns) => slopes(returns, benchmarks)),
        benchmarks,
        { targets },
      );
      const hedged = hedgedReturns(portfolio, instruments, hedge.ratios);
      slopes(hedged, benchmarks).forEach((slope, i) => {
        expect(Math.abs(slope - targets[i])).toBeLessThan(1e-10);
      });
    }),
  );
});

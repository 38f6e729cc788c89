import { describe, expect, test } from "vitest";
import { olsCases } from "../../golden/read-golden.ts";
import { regressWithin } from "./rolling.arbitrary.ts";
import { type ExactLine, exactLines } from "./rolling.judge.ts";
import { expandingRegression, rollingRegression } from "./rolling.ts";
import type { RollingRegression } from "./windows.ts";

// `pnpm accuracy` prints the errors on these and on longer and real series.

const DAYS = 600;
const noise = gaussian(20_140_102);
const x = draw(() => 0.0004 + 0.01 * noise());
const y = x.map((value) => 0.0003 + 1.3 * value + 0.012 * noise());
const levels = walk(x, 4_000);
const still = hardlyMoving(draw(noise));

test("the judge agrees with statsmodels", () => {
  const { x: columns, y: response, coefficients, rSquared } = olsCases[0];
  const [[, exact]] = exactLines(Float64Array.from(response), Float64Array.from(columns[0]), response.length);
  expect(exact.alpha).toBeCloseTo(coefficients[0].estimate, 14);
  expect(exact.alphaError).toBeCloseTo(coefficients[0].standardError, 14);
  expect(exact.beta).toBeCloseTo(coefficients[1].estimate, 14);
  expect(exact.standardError).toBeCloseTo(coefficients[1].standardError, 14);
  expect(exact.rSquared).toBeCloseTo(rSquared, 14);
});

const cases: readonly (readonly [name: string, y: Float64Array, x: Float64Array])[] = [
  ["daily returns", y, x],
  ["a bad tick in the benchmark", y, x.with(300, 1e4)],
  ["a bad tick in the portfolio", y.with(300, 1e4), x],
  ["a bad tick in both", y.with(300, 1e4), x.with(300, 1e4)],
  ["bad ticks on two days", y.with(310, 1e4), x.with(300, 1e4)],
  ["a bad tick on the border of two blocks", y, x.with(299, 1e4)],
  ["a quiet spell", quiet(y), quiet(x)],
  ["a quiet spell after a bad tick", quiet(y), quiet(x).with(195, 1e4)],
  ["levels near 4000", levels.map((value) => 0.9 * value + 5 * noise()), levels],
  ["levels near 4000 that fit closely", levels.map((value) => 0.9 * value + 0.05 * noise()), levels],
  ["levels near 4000 that hardly move", still.map((value) => value + 1e-8 * noise()), still],
  ["levels near 4000 whose relation cancels", hardlyMoving(cancelling()), hardlyMoving(alternating())],
  ["a tracker", x.map((value) => value + 2e-4 * noise()), x],
  ["a close tracker", x.map((value) => value + 1e-6 * noise()), x],
  ["series that have nothing to do with each other", draw(noise), x],
  ["series whose relation cancels but for its last digits", cancelling(), alternating()],
];

describe.each([3, 20, 60, DAYS])("windows of %d", (window) => {
  test.each(cases)("%s: beta within 1e-12 of itself", (_, response, regressor) => {
    const own = rollingRegression(response, [regressor], window);
    for (const [i, exact] of exactLines(response, regressor, window)) expectExact(own, i, exact);
  });
});

test.each(cases)("expanding, %s: beta within 1e-12 of itself", (_, response, regressor) => {
  const own = expandingRegression(response, [regressor], 10);
  for (const [i, exact] of exactLines(response, regressor, 10, 0)) expectExact(own, i, exact);
});

test("the means of a long series that starts far from them keep their digits", () => {
  const length = 20_000;
  const benchmark = draw(() => 0.01 * noise(), length).with(0, 0.2);
  const portfolio = benchmark.map((value) => value + 0.01 * noise()).with(0, -0.3);
  const own = expandingRegression(portfolio, [benchmark], 1_000);
  for (const [i, exact] of exactLines(portfolio, benchmark, 1_000, 0, 500)) {
    expectWithin(own.alpha[i], exact.alpha, 3e-12 * exact.alphaError, `alpha ${i}`);
  }
});

test("two regressors near 4000 that fit closely: as exact as the regression of each window", () => {
  const other = walk(
    draw(() => 0.01 * noise()),
    3_000,
  );
  const sum = levels.map((value, i) => 0.4 * value + 0.7 * other[i] + 0.3 * noise());
  const rolling = rollingRegression(sum, [levels, other], 60);
  for (let i = 0; i < rolling.alpha.length; i++) {
    const [alpha, ...slopes] = regressWithin(sum, [levels, other], i, i + 60)!.coefficients;
    expectWithin(rolling.alpha[i], alpha.estimate, 1e-12 * alpha.standardError, `alpha ${i}`);
    slopes.forEach(({ estimate, standardError }, j) => {
      expectWithin(rolling.betas[j][i], estimate, 4e-15 * Math.abs(estimate), `beta ${j} of ${i}`);
      expectWithin(rolling.standardErrors[j][i], standardError, 1e-12 * standardError, `standard error ${j} of ${i}`);
    });
  }
});

function expectExact(own: RollingRegression, i: number, exact: ExactLine): void {
  expectWithin(own.betas[0][i], exact.beta, 1e-12 * Math.abs(exact.beta), `beta ${i}`);
  expectWithin(own.standardErrors[0][i], exact.standardError, 1e-12 * exact.standardError, `standard error ${i}`);
  expectWithin(own.rSquared[i], exact.rSquared, 1e-12 * exact.rSquared, `R² ${i}`);
  const size = Math.max(Math.abs(exact.alpha), exact.alphaError);
  expectWithin(own.alpha[i], exact.alpha, 1e-12 * size, `alpha ${i}`);
}

function expectWithin(actual: number, truth: number, bound: number, what: string): void {
  if (!(Math.abs(actual - truth) <= bound)) expect.fail(`${what} is ${actual}, should be ${truth}`);
}

/** Returns of a standard deviation of 1e-9 in the middle. */
function quiet(column: Float64Array): Float64Array {
  return column.map((value, i) => (i > 200 && i < 400 ? value * 1e-7 : value));
}

/** 1, −1, 1, ... times steps that cancel in pairs. */
function alternating(): Float64Array {
  return Float64Array.from({ length: DAYS }, (_, i) => (i % 2 === 0 ? 0.7 : -0.7));
}

function cancelling(): Float64Array {
  return Float64Array.from({ length: DAYS }, (_, i) => 0.3 + (Math.floor(i / 2) % 2) + 1e-9 * Math.cos(i * i));
}

function hardlyMoving(column: Float64Array): Float64Array {
  return column.map((value) => 4_000 + 1e-6 * value);
}

function walk(steps: Float64Array, start: number): Float64Array {
  let level = start;
  return steps.map((step) => {
    level *= 1 + step / 10;
    return level;
  });
}

function draw(next: () => number, length = DAYS): Float64Array {
  return Float64Array.from({ length }, next);
}

/** Standard normal numbers, the same in every run (mulberry32, Box and Muller). */
function gaussian(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (((bits ^ (bits >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

import { expect, test } from "vitest";
import { iterate, type Standing } from "./accelerated-iteration.ts";

const standing = (value: number): Standing => ({
  slopes: Float64Array.of(value),
  residuals: Float64Array.of(-value, value),
});

/** Iterates a function of one number from 0; returns where it ends and how many steps it took. */
function run(next: (value: number) => number, maxSteps = 2000) {
  let steps = 0;
  const end = iterate(
    standing(0),
    (from) => {
      steps++;
      return standing(next(from.slopes[0]));
    },
    (before, after) => Math.abs(after.slopes[0] - before.slopes[0]) <= 1e-12,
    maxSteps,
  );
  return { end: end?.slopes[0], steps };
}

test("reaches in a few steps what plain iteration needs ten thousand for", () => {
  const { end, steps } = run((value) => 0.998 * value + 0.002 * 5);
  expect(end).toBeCloseTo(5, 9);
  expect(steps).toBeLessThan(30);
});

test("is plain iteration where moves alternate", () => {
  const { end, steps } = run((value) => 3 - value / 2);
  expect(end).toBeCloseTo(2, 11);
  expect(steps).toBeGreaterThan(30);
});

test("takes back a jump that leads astray, and arrives all the same", () => {
  // Moves shrink as if to lead to 2, but from 0.9 on they lead to 1.
  const visited: number[] = [];
  const { end } = run((value) => {
    visited.push(value);
    return value < 0.9 ? value + 0.01 * (2 - value) : value + 0.11 * (1 - value);
  });
  const astray = visited.findIndex((value) => value > 1.9);
  expect(astray).toBeGreaterThan(0);
  expect(visited[astray + 1]).toBeLessThan(0.9);
  expect(end).toBeCloseTo(1, 10);
});

test("gives up on what goes round in a circle, and stays where nothing moves", () => {
  expect(run((value) => 1 - value)).toEqual({ end: undefined, steps: 2000 });
  expect(run((value) => value)).toEqual({ end: 0, steps: 1 });
});

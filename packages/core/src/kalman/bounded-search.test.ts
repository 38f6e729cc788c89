import { expect, test } from "vitest";
import { bounded, SearchTooLong } from "./bounded-search.ts";
import type { RatioLikelihood } from "./likelihood.ts";
import type { StateSpace } from "./state-space.ts";

/** Highest at 3. */
const hill: RatioLikelihood = {
  evaluate: ([ratio]) => ({ logLikelihood: -((ratio - 3) ** 2), observation: 1 }),
  evaluateWithScore: ([ratio]) => ({ logLikelihood: -((ratio - 3) ** 2), observation: 1 }),
};
const space = (periods: number, states: number) => ({ periods, states }) as StateSpace;

test("a likelihood on a long series with many states is asked so often and no more, and remembers its best point", () => {
  const likelihood = bounded(hill, space(2_500_000, 2));
  for (let ratio = 0; ratio < 10; ratio++) likelihood.evaluate(Float64Array.of(ratio));
  expect(() => likelihood.evaluateWithScore(Float64Array.of(3), new Float64Array(1))).toThrow(SearchTooLong);
  expect([...likelihood.best()]).toEqual([3]);
});

test("on ten years of days and one benchmark it may be asked ten thousand times", () => {
  const likelihood = bounded(hill, space(2_520, 2));
  for (let i = 0; i < 9_900; i++) likelihood.evaluate(Float64Array.of(1));
  expect(() => {
    for (let i = 0; i < 100; i++) likelihood.evaluate(Float64Array.of(1));
  }).toThrow(SearchTooLong);
});

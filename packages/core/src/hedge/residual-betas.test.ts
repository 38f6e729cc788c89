import { describe, expect, test } from "vitest";
import { residualBetas } from "./residual-betas.ts";

describe("residualBetas", () => {
  test("are the betas less what is sold short of each instrument's, less the targets", () => {
    const instruments = [
      [1, 0.5],
      [0, 2],
    ];
    expect(residualBetas([1.5, 1], instruments, [1, 0.25])).toEqual([0.5, 0]);
    expect(residualBetas([1.5, 1], instruments, [1, -0.25], [0.25, 2])).toEqual([0.25, -1]);
    expect(residualBetas([1.5, 1], [], [])).toEqual([1.5, 1]);
  });

  test("keep what doubles drop", () => {
    // 1 − (1 − 2⁻³⁰)(1 + 2⁻³⁰) is 2⁻⁶⁰; in double arithmetic it is 0.
    expect(residualBetas([1], [[1 - 2 ** -30]], [1 + 2 ** -30])).toEqual([2 ** -60]);
    expect(residualBetas([1], [[1]], [1], [2 ** -80])).toEqual([-(2 ** -80)]);
  });

  test("are never -0", () => {
    expect(residualBetas([-0], [[0]], [1])).toEqual([0]);
  });

  test.each<[string, Parameters<typeof residualBetas>]>([
    ["a target too few", [[1, 2], [[1, 1]], [1], [0]]],
    ["a ratio too many", [[1], [[1]], [1, 2]]],
    ["an instrument with a beta too few", [[1, 2], [[1]], [1]]],
    ["a beta that is not finite", [[Number.NaN], [[1]], [1]]],
    ["an instrument's beta that is not finite", [[1], [[Infinity]], [1]]],
    ["a ratio that is not finite", [[1], [[1]], [-Infinity]]],
    ["a target that is not finite", [[1], [[1]], [1], [Number.NaN]]],
    ["a result beyond the range of doubles", [[1e308], [[1e308]], [-10]]],
  ])("refuse %s", (_, input) => {
    expect(() => residualBetas(...input)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});

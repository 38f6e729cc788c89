import { describe, expect, test } from "vitest";
import { columnsOf, worstDigits } from "../../golden/read-golden.ts";
import { hedgeCases, twoStageCases } from "../../golden/read-hedge.ts";
import { regress } from "../regression/regression.ts";
import { neutralRatios } from "./neutral-ratios.ts";

const DIGITS = 12;

/** The slopes of a response on some regressors. */
function betasOf(response: Float64Array, regressors: readonly Float64Array[]): number[] {
  return regress(response, regressors)
    .coefficients.slice(1)
    .map(({ estimate }) => estimate);
}

describe.each(hedgeCases)("agrees with numpy and mpmath: $name", (golden) => {
  const { betas, instrumentBetas, targets, ratios, rank } = golden;
  const benchmarks = columnsOf(golden.benchmarks);
  const determined = rank === instrumentBetas.length;

  test("the ratios", () => {
    const hedge = neutralRatios(betas, instrumentBetas, benchmarks, { targets, minimumNorm: true });
    expect(worstDigits(hedge.ratios, ratios)).toBeGreaterThan(DIGITS);
    expect([hedge.rank, hedge.minimumNorm]).toEqual([rank, !determined]);
  });

  test("and refuses to choose unless it is told to", () => {
    const unasked = () => neutralRatios(betas, instrumentBetas, benchmarks, { targets });
    if (determined) expect(unasked().minimumNorm).toBe(false);
    else expect(unasked).toThrow(expect.objectContaining({ code: "SINGULAR_BENCHMARKS" }));
  });
});

test.each(twoStageCases)("with fewer instruments is two-stage least squares by statsmodels: $name", (golden) => {
  const [instruments, benchmarks] = [columnsOf(golden.instruments), columnsOf(golden.benchmarks)];
  const betas = betasOf(Float64Array.from(golden.portfolio), benchmarks);
  const instrumentBetas = instruments.map((returns) => betasOf(returns, benchmarks));
  expect(worstDigits(neutralRatios(betas, instrumentBetas, benchmarks).ratios, golden.ratios)).toBeGreaterThan(DIGITS);
});

const x = Float64Array.of(0.01, -0.02, 0.03, -0.04, 0.01, 0.02);
const z = Float64Array.of(0.02, 0.01, -0.03, -0.01, 0.04, 0);

describe("where the instruments do not determine the ratios", () => {
  const terms = ["SPY", "VOO", "CASH", "GLD"];

  function refusal(instrumentBetas: number[][], benchmarks = [x, z]) {
    try {
      neutralRatios([1, 0.5], instrumentBetas, benchmarks, { terms: terms.slice(0, instrumentBetas.length) });
    } catch (error) {
      return error;
    }
    return null;
  }

  test("the refusal names those that repeat each other, and no other", () => {
    expect(
      refusal([
        [1, 0],
        [2, 0],
      ]),
    ).toMatchObject({
      code: "SINGULAR_BENCHMARKS",
      message:
        "the hedges by SPY, VOO repeat each other, so their ratios are not determined; " +
        "minimumNorm would spread the hedge over them",
      details: { terms: ["SPY", "VOO"] },
    });
    const third = Float64Array.of(0.01, 0.01, 0.02, -0.01, 0, -0.03);
    const named = () =>
      neutralRatios(
        [1, 1, 1],
        [
          [1, 1, 0],
          [0, 0, 1],
          [2, 2, 0],
        ],
        [x, z, third],
        { terms: ["A", "B", "C"] },
      );
    expect(named).toThrow(expect.objectContaining({ details: { terms: ["A", "C"] } }));
  });

  test("the refusal names all where there are too many", () => {
    expect(
      refusal([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
    ).toMatchObject({ details: { terms: ["SPY", "VOO", "CASH"] } });
  });

  test("the refusal names those that do not move with the benchmarks first", () => {
    expect(
      refusal([
        [1, 0],
        [1, 0],
        [0, 0],
      ]),
    ).toMatchObject({
      code: "SINGULAR_BENCHMARKS",
      message:
        "a hedge instrument must move with the benchmarks, CASH does not; " +
        "minimumNorm would leave it alone, with a ratio of 0",
      details: { terms: ["CASH"] },
    });
  });

  test("an instrument that is long one source of an index and short the other does not move", () => {
    const long = [
      [1, -1],
      [1, 0],
    ];
    expect(refusal(long, [x, x])).toMatchObject({ details: { terms: ["SPY"] } });
    const hedge = neutralRatios([0.5, 0.5], long, [x, x], { minimumNorm: true });
    expect(hedge.ratios[0]).toBe(0);
    expect(hedge.ratios[1]).toBeCloseTo(1, 14);
    expect([hedge.rank, hedge.minimumNorm]).toEqual([1, true]);
  });

  test("one that moves with a constant benchmark alone does not, though the benchmark rounds", () => {
    const flat = x.map((_, t) => 0.1 * (1 + (t % 2) * 2 ** -52));
    expect(
      refusal(
        [
          [0, 1],
          [1, 0],
        ],
        [x, flat],
      ),
    ).toMatchObject({ details: { terms: ["SPY"] } });
    const drift = x.map((_, t) => 0.001 + (t % 2) * 2 ** -52);
    const hedge = (rounding: number) =>
      neutralRatios(
        [1, 0],
        [
          [0, 1],
          [1, 0],
        ],
        [x, drift],
        { rounding, minimumNorm: true },
      );
    expect(hedge(0).rank).toBe(2);
    expect(hedge(2 ** -51)).toMatchObject({ rank: 1, ratios: [0, expect.closeTo(1, 15)] });
  });

  test("all-zero instruments are left alone, and the betas stay", () => {
    expect(neutralRatios([1, 0.5], [[0, 0]], [x, z], { minimumNorm: true })).toEqual({
      ratios: [0],
      residualBetas: [1, 0.5],
      rank: 0,
      minimumNorm: true,
    });
  });

  test("near-twins share the hedge by the tolerance, rather than stand against each other", () => {
    const twins = [
      [1, 0.5],
      [1, 0.5001],
    ];
    const apart = neutralRatios([1, 0], twins, [x, z], { minimumNorm: true });
    const shared = neutralRatios([1, 0], twins, [x, z], { minimumNorm: true, tolerance: 1e-3 });
    expect([apart.rank, shared.rank]).toEqual([2, 1]);
    expect(Math.abs(apart.ratios[0])).toBeGreaterThan(1000);
    expect(Math.abs(shared.ratios[0] - shared.ratios[1])).toBeLessThan(1e-3);
    expect(Math.hypot(...shared.residualBetas)).toBeGreaterThan(0.1);
  });
});

describe("neutralRatios refuses", () => {
  const one = [[1, 0.5]];

  test.each<[string, Parameters<typeof neutralRatios>]>([
    ["no instrument", [[1, 2], [], [x, z]]],
    ["no benchmark", [[], [[]], []]],
    ["a benchmark without a beta", [[1, 2], one, [x]]],
    ["an instrument with a beta too few", [[1, 2], [[1]], [x, z]]],
    ["a target too few", [[1, 2], one, [x, z], { targets: [0] }]],
    ["a term too many", [[1, 2], one, [x, z], { terms: ["SPY", "VOO"] }]],
    ["benchmarks of lengths that differ", [[1, 2], one, [x, z.subarray(1)]]],
    ["a beta that is not finite", [[1, Number.NaN], one, [x, z]]],
    ["a target that is not finite", [[1, 2], one, [x, z], { targets: [Infinity, 0] }]],
    ["an instrument's beta that is not finite", [[1, 2], [[1, Number.NaN]], [x, z]]],
    ["betas of an instrument beyond 1e100", [[1, 2], [[1, 1e101]], [x, z]]],
    ["betas of an instrument below 1e-100, which would be 0 when squared", [[1, 2], [[1e-101, 0]], [x, z]]],
    ["returns beyond 1e100", [[1, 2], one, [x, z.map((value) => value * 1e150)]]],
    ["a tolerance of 0", [[1, 2], one, [x, z], { tolerance: 0 }]],
    ["ratios beyond the range of doubles", [[1e300], [[1e-90]], [x]]],
    ["betas whose variance is beyond it", [[1e308, 1e308], one, [x.map((v) => 1e9 * v), z.map((v) => 1e9 * v)]]],
  ])("%s", (_, input) => {
    expect(() => neutralRatios(...input)).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });

  test("nothing to hedge against, in those words", () => {
    expect(() => neutralRatios([], [[]], [])).toThrow("a hedge needs at least 1 benchmark, got 0");
    expect(() => neutralRatios([1], [], [x])).toThrow("a hedge needs at least 1 instrument, got 0");
  });

  test("a return that is not finite, and says where it stands", () => {
    expect(() => neutralRatios([1, 2], one, [x, z.with(4, Number.NaN)])).toThrow(
      expect.objectContaining({
        code: "BAD_INPUT",
        message: "the returns of benchmark 2 must be finite numbers, got NaN at observation 4",
        details: { series: "benchmark 2", observation: 4 },
      }),
    );
  });

  test("too few observations to know the benchmarks' covariance", () => {
    const two = [x.subarray(0, 2), z.subarray(0, 2)];
    expect(() => neutralRatios([1, 2], one, two)).toThrow(
      expect.objectContaining({
        code: "INSUFFICIENT_DATA",
        message: "the covariance of 2 benchmarks needs at least 3 observations, got 2",
        details: { observations: 2, needed: 3 },
      }),
    );
    const three = [x.subarray(0, 3), z.subarray(0, 3)];
    expect(neutralRatios([1, 2], one, three).rank).toBe(1);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnosticsCases } from "../../golden/read-diagnostics.ts";
import { columnsOf } from "../../golden/read-golden.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { sample, singularWith } from "../regression/regression.arbitrary.ts";
import { regress } from "../regression/regression.ts";
import { betaCusum } from "./beta-cusum.ts";
import { chow } from "./chow.ts";
import { residualCusum } from "./residual-cusum.ts";

/** Standard normal numbers, the same in every run: a linear congruential generator of 32 bits (Numerical Recipes). */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return normalQuantile((state + 0.5) / 2 ** 32);
  };
}

interface World {
  readonly alpha?: (t: number) => number;
  readonly beta?: (t: number) => number;
  readonly noise?: (t: number, market: number) => number;
}

const DAYS = 250;
const WORLDS = 400;

/** How often, in how many worlds, each test rejects at 5 %. */
function rejections({ alpha = () => 0, beta = () => 1, noise = () => 0.01 }: World) {
  const next = normals(20_020_715);
  const counts = { residuals: 0, alpha: 0, beta: 0, chow: 0 };
  const peaks: number[] = [];
  for (let world = 0; world < WORLDS; world++) {
    const x = Float64Array.from({ length: DAYS }, () => 0.01 * next());
    const y = x.map((market, t) => alpha(t) + beta(t) * market + noise(t, market) * next());
    const fit = regress(y, [x]);
    const found = betaCusum(fit, 1);
    if (residualCusum(fit).pValue! < 0.05) counts.residuals++;
    if (betaCusum(fit, 0).pValue! < 0.05) counts.alpha++;
    if (found.pValue! < 0.05) counts.beta++;
    if (chow(y, [x], DAYS / 2).pValue! < 0.05) counts.chow++;
    peaks.push(found.index!);
  }
  const share = (count: number) => count / WORLDS;
  const middle = peaks.sort((a, b) => a - b)[WORLDS / 2];
  return {
    residuals: share(counts.residuals),
    alpha: share(counts.alpha),
    beta: share(counts.beta),
    chow: share(counts.chow),
    middle,
  };
}

describe("in simulated worlds", () => {
  test("where nothing moves, each test rejects about as often as it says", () => {
    const { residuals, alpha, beta, chow: both } = rejections({});
    for (const share of [residuals, alpha, beta, both]) {
      expect(share).toBeGreaterThan(0.01);
      expect(share).toBeLessThan(0.09);
    }
  });

  test("where the noise grows with the market, the scores' test still does", () => {
    const { beta } = rejections({ noise: (_, market) => 0.002 + Math.abs(market) });
    expect(beta).toBeGreaterThan(0.01);
    expect(beta).toBeLessThan(0.09);
  });

  test("a beta that jumps from 1 to 2 is found, and when; the residuals' test is blind to it", () => {
    const { residuals, beta, chow: both, middle } = rejections({ beta: (t) => (t < 150 ? 1 : 2) });
    expect(beta).toBeGreaterThan(0.95);
    expect(both).toBeGreaterThan(0.95);
    expect(residuals).toBeLessThan(0.1);
    expect(Math.abs(middle - 149)).toBeLessThan(8);
  });

  test("an alpha that jumps is found by the residuals' test and by alpha's scores, not by beta's", () => {
    const { residuals, alpha, beta } = rejections({ alpha: (t) => (t < 125 ? 0 : 0.008) });
    expect(residuals).toBeGreaterThan(0.95);
    expect(alpha).toBeGreaterThan(0.95);
    expect(beta).toBeLessThan(0.1);
  });
});

describe("laws", () => {
  test("the CUSUM of residuals is that of alpha's scores but for the variance, when the benchmark's mean is 0", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const market = Float64Array.from([...x, ...x.map((value) => -value)]);
        const fit = regress(Float64Array.from([...y, ...y.toReversed()]), [market]);
        const n = market.length;
        const expected = residualCusum(fit).statistic! * Math.sqrt(n / (n - 2));
        expect(betaCusum(fit, 0).statistic).toBeCloseTo(expected, 8);
      }),
    );
  });

  test("paths end where they began: reversed in time, they reach as far", () => {
    fc.assert(
      fc.property(sample, ([y, x, z]) => {
        fc.pre(!singularWith(x, z));
        const forward = regress(y, [x, z]);
        const backward = regress(y.toReversed(), [x.toReversed(), z.toReversed()]);
        expect(residualCusum(backward).statistic).toBeCloseTo(residualCusum(forward).statistic!, 9);
        for (const j of [0, 1, 2]) {
          expect(betaCusum(backward, j).statistic).toBeCloseTo(betaCusum(forward, j).statistic!, 9);
        }
      }),
    );
  });

  test("units do not matter: of the response, nor of a benchmark, nor does alpha itself", () => {
    fc.assert(
      fc.property(sample, ([y, x]) => {
        const plain = regress(y, [x]);
        const scaled = regress(
          y.map((value) => value * 2 ** 90),
          [x.map((value) => value * 2 ** -90)],
        );
        expect(residualCusum(scaled)).toEqual(residualCusum(plain));
        expect(betaCusum(scaled, 1)).toEqual(betaCusum(plain, 1));
        const shifted = regress(
          y.map((value) => value + 1),
          [x],
        );
        expect(betaCusum(shifted, 1).statistic).toBeCloseTo(betaCusum(plain, 1).statistic!, 9);
      }),
    );
  });
});

test("the sample's beta moved: AAPL's on ^GSPC is another after the peak than before", () => {
  const golden = diagnosticsCases.find(({ name }) => name === "AAPL on ^GSPC")!;
  const y = Float64Array.from(golden.y);
  const [x] = columnsOf(golden.x);
  const { pValue, index } = betaCusum(regress(y, [x]), 1);
  expect(pValue).toBeLessThan(0.001);
  const beta = (from: number, to: number) =>
    regress(y.subarray(from, to), [x.subarray(from, to)]).coefficients[1].estimate;
  expect(beta(index! + 1, y.length) - beta(0, index! + 1)).toBeGreaterThan(0.2);
  expect(chow(y, [x], index! + 1).pValue).toBeLessThan(0.001);
});

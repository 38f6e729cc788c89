import { createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diagnosticsCases } from "../packages/core/golden/read-diagnostics.ts";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

function agree(actual: number | null, truth: number, label: string, digits = 9): void {
  expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(digits);
}

/** One covariance as another program has it: alpha, then beta. */
interface Reference {
  readonly standardErrors: [number, number];
  readonly pValues: [number, number];
  /** At 95 % and 90 %. */
  readonly bounds: { readonly 0.95: [number, number][]; readonly 0.9: [number, number][] };
  readonly f: [number, number];
}

// By statsmodels 0.13.5 (`OLS(...).fit(cov_type=..., use_t=True)`, HAC with `maxlags` and `use_correction`) from
// packages/server/sample-data.
const HC0: Reference = {
  standardErrors: [0.00035126503880666824, 0.04751186413653929],
  pValues: [0.04289016844616931, 1.5145738108503494e-83],
  bounds: {
    0.95: [
      [2.2825429754534123e-5, 0.0014010861845523397],
      [0.9001804246192838, 1.0866030129564022],
    ],
    0.9: [
      [0.00013375010523718949, 0.0012901615090696846],
      [0.9151840188535005, 1.0715994187221856],
    ],
  },
  f: [437.15648949206525, 1.5145738108511621e-83],
};
const HC1: Reference = {
  standardErrors: [0.0003515443748657685, 0.04754964693705225],
  pValues: [0.04305544794089903, 1.9608953136179764e-83],
  bounds: {
    0.95: [
      [2.227741346323784e-5, 0.0014016342008436361],
      [0.9001063003179723, 1.0866771372577138],
    ],
    0.9: [
      [0.00013329029943735446, 0.0012906213148695194],
      [0.9151218258417361, 1.0716616117339501],
    ],
  },
  f: [436.4620391513312, 1.960895313619024e-83],
};
const HC2: Reference = {
  standardErrors: [0.0003515790931381799, 0.047661905474494365],
  pValues: [0.04307600950801494, 4.211243497570135e-83],
  bounds: {
    0.95: [
      [2.220930131563892e-5, 0.001401702312991235],
      [0.8998860655672083, 1.0868973720084778],
    ],
    0.9: [
      [0.00013323315084341194, 0.001290678463463462],
      [0.9149370407954976, 1.0718463967801883],
    ],
  },
  f: [434.4084540665362, 4.2112434975719024e-83],
};
const HC3: Reference = {
  standardErrors: [0.0003518943359489094, 0.04781327909068893],
  pValues: [0.04326290320588666, 1.1721182462285939e-82],
  bounds: {
    0.95: [
      [2.1590841255200526e-5, 0.0014023207730516733],
      [0.8995890927810444, 1.0871943447946417],
    ],
    0.9: [
      [0.0001327142401335073, 0.0012911973741733668],
      [0.914687869718579, 1.0720955678571071],
    ],
  },
  f: [431.662192476284, 1.1721182462291908e-82],
};
const HAC7: Reference = {
  standardErrors: [0.0003720920226128681, 0.04816301870179424],
  pValues: [0.055925563949106194, 1.2101591988302245e-81],
  bounds: {
    0.95: [
      [-1.803405133474895e-5, 0.001441945665641623],
      [0.898902955068589, 1.0878804825070971],
    ],
    0.9: [
      [9.946749962584656e-5, 0.0013244441146810274],
      [0.9141121749724862, 1.0726712626032],
    ],
  },
  f: [425.41585521112256, 1.2101591988308275e-81],
};
const HAC7_SMALL: Reference = {
  standardErrors: [0.00037238792088834817, 0.048201319319140734],
  pValues: [0.05612053545670955, 1.5586988480826804e-81],
  bounds: {
    0.95: [
      [-1.8614560260277104e-5, 0.001442526174567151],
      [0.8988278148867586, 1.0879556226889275],
    ],
    0.9: [
      [9.898043131227054e-5, 0.0013249311829946035],
      [0.9140491295996478, 1.0727343079760383],
    ],
  },
  f: [424.74005559998494, 1.5586988480833768e-81],
};
const HAC20: Reference = {
  standardErrors: [0.0003711294840917541, 0.05404129917433943],
  pValues: [0.05529310986589185, 5.034456495257946e-67],
  bounds: {
    0.95: [
      [-1.6145692229699088e-5, 0.001440057306536573],
      [0.8873706327678454, 1.0994128048078406],
    ],
    0.9: [
      [0.00010105190228405835, 0.0013228597120228157],
      [0.9044361329210617, 1.0823473046546244],
    ],
  },
  f: [337.9010243576659, 5.0344564952607394e-67],
};

describe("standard errors of sample:AAPL on sample:^GSPC, as statsmodels 0.13.5 gives them", () => {
  test.each([
    ["HC0", { covariance: "HC0" }, null, HC0],
    ["HC1", { covariance: "HC1" }, null, HC1],
    ["HC2", { covariance: "HC2" }, null, HC2],
    ["HC3", { covariance: "HC3" }, null, HC3],
    ["HAC, 7 lags by default", { covariance: "HAC" }, 7, HAC7],
    ["HAC with the small-sample factor", { covariance: "HAC", smallSample: true }, 7, HAC7_SMALL],
    ["HAC, 20 lags", { covariance: "HAC", lags: 20 }, 20, HAC20],
    ["HAC without lags is HC0", { covariance: "HAC", lags: 0 }, 0, HC0],
  ] as const)("%s", async (_, inference, lags, truth) => {
    for (const confidence of [0.95, 0.9] as const) {
      const { regression } = await client().regression({ ...AAPL, inference: { ...inference, confidence } });
      expect(regression.confidence).toBe(confidence);
      expect(regression.covariance).toEqual({
        estimator: inference.covariance,
        lags,
        smallSample: "smallSample" in inference,
      });
      regression.coefficients.forEach((coefficient, j) => {
        agree(coefficient.standardError, truth.standardErrors[j], "standard error");
        agree(coefficient.tStatistic, coefficient.estimate / truth.standardErrors[j], "t");
        agree(coefficient.pValue, truth.pValues[j], "p");
        agree(coefficient.lower, truth.bounds[confidence][j][0], "lower bound");
        agree(coefficient.upper, truth.bounds[confidence][j][1], "upper bound");
      });
      agree(regression.fStatistic, truth.f[0], "F");
      agree(regression.fPValue, truth.f[1], "p of F");
    }
  });

  test("the coefficients and the fit are the same under all", async () => {
    const fields = (inference: { covariance: "CLASSICAL" | "HC3" | "HAC" }) =>
      client().regression({ ...AAPL, inference });
    const [plain, ...others] = await Promise.all(
      (["CLASSICAL", "HC3", "HAC"] as const).map(async (covariance) => (await fields({ covariance })).regression),
    );
    for (const other of others) {
      for (const name of ["alpha", "beta", "rSquared", "residualStandardError", "logLikelihood"] as const) {
        expect(other[name]).toBe(plain[name]);
      }
    }
  });

  test("classical, 95 %, is what is used when nothing or null is asked for", async () => {
    const nothing = (await client().regression(AAPL)).regression;
    const nulls = { covariance: null, lags: null, smallSample: null, confidence: null };
    expect((await client().regression({ ...AAPL, inference: nulls })).regression).toEqual(nothing);
    expect(nothing.covariance).toEqual({ estimator: "CLASSICAL", lags: null, smallSample: false });
    // By statsmodels 0.13.5, as above.
    agree(nothing.coefficients[1].lower, 0.9062903822821062, "lower bound");
    agree(nothing.coefficients[1].upper, 1.0804930552935799, "upper bound");
  });
});

test.each([
  ["HC3", { covariance: "HC3" }, HC3],
  ["HAC", { covariance: "HAC" }, HAC7],
] as const)("the verification of a hedge has the same inference as its regression: %s", async (_, inference, truth) => {
  const { hedgedPortfolio } = await client().hedgedPortfolio({ ...AAPL, inference });
  const { verification, regression } = hedgedPortfolio;
  expect(verification.covariance).toEqual(regression.covariance);
  // The residuals are the same, and so is what is said of their size.
  verification.coefficients.forEach(({ standardError }, j) => {
    agree(standardError, truth.standardErrors[j], "standard error");
  });
  expect(Math.abs(verification.beta)).toBeLessThan(1e-12);
  expect(verification.coefficients[1].pValue).toBeCloseTo(1, 9);
});

describe("diagnostics of sample:AAPL on sample:^GSPC, as statsmodels 0.13.5 and R's lmtest give them", () => {
  const golden = diagnosticsCases.find(({ name }) => name === "AAPL on ^GSPC")!;
  const diagnostics = async (more: Partial<Parameters<ReturnType<typeof client>["diagnostics"]>[0]> = {}) =>
    (await client().diagnostics({ ...AAPL, ...more })).regression.diagnostics;

  test("tests of the residuals", async () => {
    const tests = await diagnostics();
    for (const name of ["durbinWatson", "jarqueBera", "breuschPagan"] as const) {
      agree(tests[name].statistic, golden[name].statistic, name);
      agree(tests[name].pValue, golden[name].pValue, `p of ${name}`);
      expect(tests[name].reason).toBeNull();
    }
    expect(tests.jarqueBera.meaning).toContain("more extreme periods");
    expect(tests.breuschPagan.meaning).toContain("There is no sign that the spread");
  });

  test("Ljung and Box's, 10 lags by default and any number from 1", async () => {
    for (const { lags, statistic, pValue } of golden.ljungBox) {
      const { ljungBox } = await diagnostics(lags === 10 ? {} : { lags });
      agree(ljungBox.statistic, statistic, `${lags} lags`);
      agree(ljungBox.pValue, pValue, `p of ${lags} lags`);
      expect(ljungBox.meaning).toContain(lags === 1 ? "the period before" : `the ${lags} periods before`);
    }
  });

  test("beta moved after 14 October 2014, and alpha did not: statistics, p-values and dates", async () => {
    const { betaCusum, residualCusum } = await diagnostics();
    const { dates } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio.unhedged;
    const [, beta] = golden.betaCusum;
    agree(betaCusum.statistic, beta.statistic, "beta");
    agree(betaCusum.pValue, beta.pValue, "p of beta");
    expect(betaCusum.date).toBe(dates.at(beta.index));
    expect(betaCusum.meaning).toContain("Beta has moved");
    agree(residualCusum.statistic, golden.residualCusum!.statistic, "alpha");
    agree(residualCusum.pValue, golden.residualCusum!.pValue, "p of alpha");
    expect(residualCusum.date).toBe(dates.at(golden.residualCusum!.index));
    expect(residualCusum.meaning).toContain("no sign");
  });

  test("Chow's test at a date, at a date without a session, and at the middle", async () => {
    const { dates } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio.unhedged;
    const { chow } = await diagnostics({ breakDate: dates.at(golden.chow.at) });
    agree(chow.statistic, golden.chow.statistic, "F");
    agree(chow.pValue, golden.chow.pValue, "p");
    expect(chow.date).toBe(dates.at(golden.chow.at));
    // A Saturday: the later part begins on the Monday.
    expect((await diagnostics({ breakDate: "2016-02-20" })).chow.date).toBe("2016-02-22");
    expect((await diagnostics()).chow.date).toBe(dates.at(629));
  });

  test("one benchmark is no twin of another", async () => {
    const { conditionNumber, varianceInflation } = await diagnostics();
    expect(conditionNumber).toBe(1);
    expect(varianceInflation).toEqual([{ benchmark: "sample:^GSPC", factor: 1 }]);
  });

  test("the dates that move beta most: DFBETA, leverage, studentised residual, Cook's distance", async () => {
    const { influence } = await diagnostics({ influentialDates: 10 });
    const { unhedged, benchmarks } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
    const largest = golden.influence.toSorted((a, b) => Math.abs(b.changes[1]) - Math.abs(a.changes[1])).slice(0, 10);
    expect(influence.map(({ date }) => date)).toEqual(largest.map(({ index }) => unhedged.dates.at(index)));
    influence.forEach((effect, i) => {
      const { index, changes, ...truth } = largest[i];
      agree(effect.change, changes[1], "change");
      agree(effect.leverage, truth.leverage, "leverage");
      agree(effect.studentizedResidual, truth.studentizedResidual, "studentised residual");
      agree(effect.cooksDistance, truth.cooksDistance, "Cook's distance");
      expect(effect.portfolioReturn).toBe(unhedged.values[index]);
      expect(effect.benchmarkReturn).toBe(benchmarks[0].values[index]);
    });
    expect(await diagnostics()).toMatchObject({ influence: influence.slice(0, 5) });
  });
});

describe("alpha by the year", () => {
  // By numpy 1.24.2 and statsmodels 0.13.5 from packages/server/sample-data; weeks and months end on the last session
  // of each, and May 2018 is left out because it is still running.
  test.each([
    ["DAY", "SIMPLE", 0.17941286340266613, 0.1964382601814494, 0.19207708902916049],
    ["DAY", "LOG", 0.16018331277127415, 0.17372601023997558, 0.19228095113814353],
    ["WEEK", "SIMPLE", 0.19288262407248688, 0.21230775451232975, 0.20413437027027712],
    ["MONTH", "LOG", 0.11617757286876244, 0.12319530343814833, 0.14128161407193307],
  ] as const)(
    "%s, %s: arithmetic, compounded and Jensen's",
    async (interval, returnKind, arithmetic, compounded, jensen) => {
      const { regression } = await client().regression({ ...AAPL, period: { interval }, returnKind });
      agree(regression.annualizedAlpha.arithmetic, arithmetic, "arithmetic");
      agree(regression.annualizedAlpha.compounded, compounded, "compounded");
      agree(regression.annualizedAlpha.jensen, jensen, "Jensen's");
    },
  );

  test("follows from the returns that the answer holds", async () => {
    const { regression, unhedged, benchmarks } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
    const annual = (values: Float64Array) =>
      values.reduce((growth, value) => growth * (1 + value), 1) ** (252 / 1259) - 1;
    const { arithmetic, compounded, jensen } = regression.annualizedAlpha;
    agree(arithmetic, regression.alpha * 252, "arithmetic");
    agree(compounded, (1 + regression.alpha) ** 252 - 1, "compounded");
    agree(jensen, annual(unhedged.values) - regression.beta * annual(benchmarks[0].values), "Jensen's");
  });
});

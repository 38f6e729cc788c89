import { type BetaEstimator, createClient } from "@hedgeql/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { estimatorCases, type GoldenBeta } from "../packages/core/golden/read-estimators.ts";
import { correctDigits } from "../packages/core/golden/read-golden.ts";
import { kalmanCases } from "../packages/core/golden/read-kalman.ts";
import { ask, type RunningServer, startServer } from "./running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const client = () => createClient({ url: server.url });
const AAPL = { portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"] };

/** What the golden values promise of an answer that went through prices, dates and JSON. */
const DIGITS = 9;

/** A number, or the null that is expected in its place. */
function agree(actual: number | null, truth: number | null, label: string): void {
  if (truth === null) expect(actual, label).toBeNull();
  else expect(correctDigits(actual, truth), `${label}: ${actual} is not ${truth}`).toBeGreaterThan(DIGITS);
}

describe("betaEstimates of sample:AAPL on sample:^GSPC, as statsmodels 0.13.5 and scipy 1.10.1 give them", () => {
  type Variables = Parameters<ReturnType<typeof client>["betaEstimates"]>[0];
  const golden = estimatorCases.find(({ name }) => name === "AAPL on the S&P 500")!;
  const exponential = (lambda: number) => golden.exponential.find((one) => one.lambda === lambda)!.betas[0];
  const dimson = (lags: number, leads: number, covariance: string) =>
    golden.dimson.find((one) => one.lags === lags && one.leads === leads && one.covariance === covariance)!.betas[0];
  const oneSided = (covariance: string) => golden.upDown.find((one) => one.covariance === covariance)!;
  const huber = (threshold: number) => golden.huber.find((one) => one.threshold === threshold)!.betas[0];

  const cases: [string, BetaEstimator, Omit<Variables, "portfolio" | "benchmarks">, GoldenBeta][] = [
    ["OLS is EWMA with a λ of 1", "OLS", {}, exponential(1)],
    ["EWMA, λ 0.94 by default", "EWMA", {}, exponential(0.94)],
    ["EWMA, λ 0.99", "EWMA", { parameters: { ewmaLambda: 0.99 } }, exponential(0.99)],
    ["EWMA, λ by half-life", "EWMA", { parameters: { ewmaHalfLife: Math.LN2 / -Math.log(0.94) } }, exponential(0.94)],
    ["Dimson, one lag and one lead by default", "DIMSON", {}, dimson(1, 1, "CLASSICAL")],
    ["Dimson, two lags", "DIMSON", { parameters: { dimsonLags: 2, dimsonLeads: 0 } }, dimson(2, 0, "CLASSICAL")],
    [
      "Dimson, three leads, HC3",
      "DIMSON",
      { parameters: { dimsonLags: 0, dimsonLeads: 3 }, inference: { covariance: "HC3" } },
      dimson(0, 3, "HC3"),
    ],
    ["Dimson, HAC with 3 lags", "DIMSON", { inference: { covariance: "HAC", lags: 3 } }, dimson(1, 1, "HAC")],
    ["Scholes and Williams", "SCHOLES_WILLIAMS", {}, golden.scholesWilliams],
    ["up", "UP", {}, oneSided("CLASSICAL").up],
    ["down", "DOWN", {}, oneSided("CLASSICAL").down],
    ["up, HC3", "UP", { inference: { covariance: "HC3" } }, oneSided("HC3").up],
    ["down, HC1 in place of HAC", "DOWN", { inference: { covariance: "HAC" } }, oneSided("HC1").down],
    ["Huber, 1.345 by default", "HUBER", {}, huber(1.345)],
    ["Huber, 0.7", "HUBER", { parameters: { huberThreshold: 0.7 } }, huber(0.7)],
    ["Theil and Sen, without a standard error", "THEIL_SEN", {}, golden.theilSen],
  ];

  test.each(cases)("%s", async (_, estimator, variables, truth) => {
    const { regression } = await client().betaEstimates({ ...AAPL, ...variables, estimators: [estimator] });
    const [estimate] = regression.betaEstimates;
    expect(regression.betaEstimates).toHaveLength(1);
    expect(estimate.estimator).toBe(estimator);
    for (const key of ["value", "standardError", "lower", "upper"] as const) agree(estimate[key], truth[key], key);
  });

  test("Blume and Vasicek, by their formulas from OLS, whichever its standard error", async () => {
    for (const covariance of ["CLASSICAL", "HC3"] as const) {
      const { regression } = await client().betaEstimates({
        ...AAPL,
        inference: { covariance },
        estimators: ["OLS", "BLUME", "VASICEK"],
        parameters: { blumeWeight: 0.7, vasicekMean: 0.9, vasicekStandardDeviation: 0.1 },
      });
      const [ols, blume, vasicek] = regression.betaEstimates;
      const error = ols.standardError!;
      agree(blume.value, 0.7 * ols.value! + 0.3, "blume");
      agree(blume.standardError, 0.7 * error, "blume's error");
      agree(blume.upper, 0.7 * ols.upper! + 0.3, "blume's bound");
      const precision = 1 / error ** 2 + 1 / 0.1 ** 2;
      agree(vasicek.value, (ols.value! / error ** 2 + 0.9 / 0.1 ** 2) / precision, "vasicek");
      agree(vasicek.standardError, 1 / Math.sqrt(precision), "vasicek's error");
      // The same quantile of Student's t: bounds are as wide as the errors are.
      const t = (ols.upper! - ols.lower!) / error;
      agree(vasicek.upper! - vasicek.lower!, t / Math.sqrt(precision), "vasicek's bounds");
    }
  });

  test("Kalman is the last entry of the filtered path, at the maximum of the likelihood", async () => {
    const { regression } = await client().betaEstimates({ ...AAPL, estimators: ["KALMAN"] });
    const { kalman } = (await client().kalmanRegression(AAPL)).regression;
    const [{ value, standardError, note }] = regression.betaEstimates;
    expect(value).toBe(kalman.beta.at(-1));
    expect(standardError).toBe(kalman.standardError.at(-1));
    expect(note).not.toContain("did not converge");
    // By scipy's optimiser over statsmodels' likelihood, which can be told to 5 digits.
    const { maximum } = kalmanCases.find(({ name }) => name === "AAPL on ^GSPC")!;
    expect(Math.abs(value! - maximum!.lastStates[1])).toBeLessThan(1e-4 * standardError!);
    expect(kalman.logLikelihood).toBeCloseTo(maximum!.logLikelihood, 6);
  });

  test("without a list all of them answer, in the order of the documentation", async () => {
    const { regression } = await client().betaEstimates(AAPL);
    const names = regression.betaEstimates.map(({ estimator }) => estimator).join(" ");
    expect(names).toBe("OLS EWMA KALMAN BLUME VASICEK DIMSON SCHOLES_WILLIAMS UP DOWN HUBER THEIL_SEN");
    for (const { value } of regression.betaEstimates) expect(value).toBeGreaterThan(0.5);
  });

  test("of two benchmarks: the one that is named, and those for one benchmark alone say so", async () => {
    const variables = {
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"],
      period: { interval: "MONTH" as const },
    };
    const { regression } = await client().betaEstimates({ ...variables, benchmark: "sample:ibm-monthly" });
    const of = (name: string) => regression.betaEstimates.find(({ estimator }) => estimator === name)!;
    const whole = (await client().regression(variables)).regression;
    expect(of("OLS").value).toBe(whole.coefficients[2].estimate);
    for (const name of ["SCHOLES_WILLIAMS", "UP", "DOWN", "THEIL_SEN"]) {
      expect(of(name)).toMatchObject({ value: null, standardError: null, lower: null, upper: null });
      expect(of(name).note).toBe("defined for one benchmark only, and there are 2");
    }
    for (const name of ["EWMA", "KALMAN", "BLUME", "VASICEK", "DIMSON", "HUBER"]) expect(of(name).value).not.toBeNull();
  });
});

describe("kalman of sample:AAPL at given noise, as statsmodels' exact diffuse filter and smoother", () => {
  const golden = kalmanCases.find(({ name }) => name === "AAPL on ^GSPC")!;
  const [alpha, ...betas] = golden.steps;
  const noise = { observation: golden.observation, alpha, betas };

  test.each([
    ["filtered", false, golden.filtered, golden.filteredErrors],
    ["smoothed", true, golden.smoothed, golden.smoothedErrors],
  ] as const)("%s", async (_, smoothed, states, errors) => {
    const { kalman } = (await client().kalmanRegression({ ...AAPL, smoothed, noise })).regression;
    expect(kalman.dates).toHaveLength(1259);
    expect(kalman).toMatchObject({ noise, converged: true });
    agree(kalman.logLikelihood, golden.logLikelihood, "log-likelihood");
    golden.periods.forEach((t, i) => {
      agree(kalman.alpha[t], states[i][0], `alpha ${t}`);
      agree(kalman.beta[t], states[i][1], `beta ${t}`);
      agree(kalman.standardError[t], errors[i][1], `error ${t}`);
    });
    expect(kalman.betas[0].values).toEqual(kalman.beta);
  });

  test("the first entry of the filtered path is NaN: one return determines no line", async () => {
    const { kalman } = (await client().kalmanRegression({ ...AAPL, noise })).regression;
    expect([kalman.alpha[0], kalman.beta[0], kalman.standardError[0]]).toEqual([NaN, NaN, NaN]);
    expect(kalman.beta.slice(1)).not.toContain(NaN);
  });

  test("without movement the last filtered beta is that of least squares", async () => {
    const still = { observation: 1e-4, alpha: 0, betas: [0] };
    const { kalman } = (await client().kalmanRegression({ ...AAPL, noise: still })).regression;
    agree(kalman.beta.at(-1)!, estimatorCases[1].ols[1], "beta");
  });
});

describe("rolling and expanding regressions", () => {
  test.each([60, 252])("every window of %i is the regression of its own dates", async (window) => {
    const { rolling } = (await client().rollingRegression({ ...AAPL, window })).regression;
    const { unhedged } = (await client().hedgedPortfolio(AAPL)).hedgedPortfolio;
    const returnDates = unhedged.dates.toArray();
    expect(rolling.dates.toArray()).toEqual(returnDates.slice(window - 1));
    const priceDates = ["2013-05-13", ...returnDates];
    for (const entry of [0, 1, 333, rolling.dates.length - 1]) {
      // So many returns need one price more.
      const period = { start: priceDates[entry], end: rolling.dates.at(entry) };
      const { regression } = await client().regression({ ...AAPL, period });
      expect(regression.observations).toBe(window);
      agree(rolling.alpha[entry], regression.alpha, `alpha ${entry}`);
      agree(rolling.beta[entry], regression.beta, `beta ${entry}`);
      agree(rolling.standardError[entry], regression.coefficients[1].standardError, `error ${entry}`);
      agree(rolling.rSquared[entry], regression.rSquared, `R² ${entry}`);
    }
  });

  // By statsmodels 0.13.5 from packages/server/sample-data: alpha, beta, its standard error, R².
  test.each([
    [60, "2013-08-07", 0.0003087052701391924, 0.2673951574592528, 0.23676145223323214, 0.021518389285479445],
    [60, "2015-05-08", 2.5419182741304343e-5, 1.2353207704690727, 0.19719146588055078, 0.40356770989492385],
    [252, "2014-05-13", 0.0015804918020198857, 0.45778268683647394, 0.13895933381505993, 0.041605209804037924],
    [252, "2018-05-11", 0.00032530841989388096, 1.1682630981532205, 0.08739503637548951, 0.41683222783841833],
  ])("the window of %i that ends on %s", async (window, date, alpha, beta, standardError, rSquared) => {
    const { rolling } = (await client().rollingRegression({ ...AAPL, window })).regression;
    const entry = rolling.dates.indexOf(date);
    agree(rolling.alpha[entry], alpha, "alpha");
    agree(rolling.beta[entry], beta, "beta");
    agree(rolling.standardError[entry], standardError, "error");
    agree(rolling.rSquared[entry], rSquared, "R²");
  });

  test("the last entry of an expanding regression is the whole, and the first that of its minimum", async () => {
    const { expanding } = (await client().expandingRegression({ ...AAPL, minimum: 100 })).regression;
    const { regression } = await client().regression(AAPL);
    expect(expanding.dates).toHaveLength(1259 - 99);
    agree(expanding.alpha.at(-1)!, regression.alpha, "alpha");
    agree(expanding.beta.at(-1)!, regression.beta, "beta");
    agree(expanding.standardError.at(-1)!, regression.coefficients[1].standardError, "error");
    agree(expanding.rSquared.at(-1)!, regression.rSquared, "R²");
    const first = await client().regression({ ...AAPL, period: { end: expanding.dates.at(0) } });
    expect(first.regression.observations).toBe(100);
    agree(expanding.beta[0], first.regression.beta, "first");
  });

  test("two benchmarks: a column each, and the last window of all returns is the whole", async () => {
    const variables = {
      portfolio: { symbol: "sample:MSFT-MONTHLY" },
      benchmarks: ["sample:^GSPC", "sample:IBM-MONTHLY"],
      period: { interval: "MONTH" as const },
    };
    const whole = (await client().regression(variables)).regression;
    const { rolling } = (await client().rollingRegression({ ...variables, window: 121 })).regression;
    expect(rolling.betas.map(({ benchmark }) => benchmark)).toEqual(variables.benchmarks);
    whole.coefficients.slice(1).forEach(({ estimate, standardError }, j) => {
      agree(rolling.betas[j].values[0], estimate, "beta");
      agree(rolling.betas[j].standardErrors[0], standardError, "error");
    });
  });

  test("packed columns hold the numbers of the readable ones", async () => {
    const columns = "dates alpha beta standardError rSquared";
    const query = `{ regression(portfolio: { symbol: "sample:AAPL" }, benchmarks: ["sample:^GSPC"]) {
      rolling(window: 60) { ${columns} packed { length ${columns} } }
      expanding(minimum: 60) { ${columns} packed { length ${columns} } }
    } }`;
    const { data } = await ask(server.url, query);
    for (const kind of ["rolling", "expanding"]) {
      const { packed, ...readable } = data.regression[kind] as unknown as Record<string, unknown[]> & {
        packed: Record<string, string>;
      };
      const bytes = (column: string) => Uint8Array.from(Buffer.from(packed[column], "base64")).buffer;
      expect(packed.length).toBe(1200);
      for (const column of ["alpha", "beta", "standardError", "rSquared"]) {
        expect([...new Float64Array(bytes(column))]).toEqual(readable[column]);
      }
      const days = Array.from(new Int32Array(bytes("dates")), (day) => new Date(day * 86_400_000));
      expect(days.map((day) => day.toISOString().slice(0, 10))).toEqual(readable.dates);
    }
  });
});
